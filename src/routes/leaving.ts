/**
 * What was being typed when the page was left, kept for the reload that may follow: the address follows typing at its
 * own pace, and what it does not say yet would be lost.
 */
import type { Explorer } from '$lib/explorer/explorer.svelte.ts';
import type { Selection } from '$lib/filter/selection.ts';

const key = 'unsettled';

/** Call when the document is left. */
export function rememberUnsettled({ unsettled }: Explorer): void {
	try {
		if (unsettled) sessionStorage.setItem(key, JSON.stringify([location.href, unsettled]));
	} catch {
		// Storage is refused: then the address alone is kept.
	}
}

/** Whether this document is the one before it, loaded again. */
function isReload(): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
}

/**
 * Call when a document opens, or comes back: takes up what was left at the same address, once. A reload takes the address
 * that the page had when it was asked for, and the last write of typing may have come after that.
 */
export function recallUnsettled(explorer: Explorer): void {
	try {
		const kept = sessionStorage.getItem(key);
		sessionStorage.removeItem(key);
		if (kept === null) return;
		const [href, unsettled] = JSON.parse(kept) as [string, Selection];
		const samePage = new URL(href).pathname === location.pathname;
		if (href === location.href || (samePage && isReload())) explorer.resume(unsettled);
	} catch {
		// As above.
	}
}
