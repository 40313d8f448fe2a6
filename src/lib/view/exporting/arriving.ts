/** A list whose entries are fetched to its end, a few files at a time. */
import type { Archive } from '../../bundle/open.ts';
import { sweepEntries } from '../../bundle/sweep.ts';

/** Rows whose entries are asked for at once, while those before them are taken. */
const entriesAtOnce = 400;

/**
 * The places in a list, from 0, each when its entry has come; those that follow are on their way meanwhile. Rejects with a
 * `BundleError`, and with the reason of `signal` where that is called off.
 */
export async function* arriving({
	archive,
	rows,
	signal
}: {
	archive: Pick<Archive, 'manifest' | 'read' | 'entries'>;
	rows: Uint32Array;
	signal: AbortSignal;
}): AsyncGenerator<number> {
	const load = (from: number) => {
		const coming = archive.entries.load(rows.subarray(from, from + entriesAtOnce));
		// One that fails is heard of when its turn comes.
		coming.catch(() => undefined);
		return coming;
	};
	await sweepEntries(archive, Uint32Array.from(rows).sort());
	signal.throwIfAborted();
	let coming = load(0);
	for (let from = 0; from < rows.length; from += entriesAtOnce) {
		await coming;
		coming = load(from + entriesAtOnce);
		const to = Math.min(rows.length, from + entriesAtOnce);
		for (let at = from; at < to; at += 1) {
			yield at;
			signal.throwIfAborted();
		}
	}
}
