/** Long work in pieces, between which the page has its turn. */

/** The page is given its turn after so many milliseconds of work. */
const turnMs = 10;

interface Scheduler {
	yield?: () => Promise<void>;
}

/**
 * A function to be awaited between pieces of work: comes back at once, or when the page has had its turn where it is due.
 * Rejects where the work is called off.
 */
export function pacer(signal: AbortSignal): () => Promise<void> {
	let since = performance.now();
	const { scheduler } = globalThis as { scheduler?: Scheduler };
	return async () => {
		signal.throwIfAborted();
		if (performance.now() - since < turnMs) return;
		await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
		signal.throwIfAborted();
		since = performance.now();
	};
}
