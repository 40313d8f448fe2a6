/** What became of ids that were published before: which articles have others now, so that old addresses can be kept. */
import { compareText } from './name.ts';

/** An id and what tells its article from others when the id has changed. */
export interface PublishedId {
	id: string;
	file: string;
	/** The first line of the article. */
	line: number;
	/** Made of the opening words: see `printOf`. */
	print: string;
}

/** An id that no article has any more, and the one that its article has now; null where it was not found. */
export interface Moved {
	from: string;
	to: string | null;
}

/**
 * Ids of `before` that are neither in `now` nor in `kept` (aliases, hidden articles), each with its article's new id:
 * the one of the same file and opening, else of the same opening anywhere, else of the same file and first line.
 * Only ids that are new since then can be meant.
 */
export function findMoved(
	before: readonly PublishedId[],
	now: readonly PublishedId[],
	kept: ReadonlySet<string>
): Moved[] {
	const present = new Set(now.map(({ id }) => id));
	const past = new Set(before.map(({ id }) => id));
	const fresh = now.filter(({ id }) => !past.has(id));
	const index = (keyOf: (each: PublishedId) => string) => {
		const found = new Map<string, string>();
		for (const each of fresh) if (!found.has(keyOf(each))) found.set(keyOf(each), each.id);
		return (each: PublishedId) => found.get(keyOf(each));
	};
	const sought = [
		index(({ file, print }) => `${file}\n${print}`),
		index(({ print }) => print),
		index(({ file, line }) => `${file}\n${line}`)
	];
	return before
		.filter(({ id }) => !present.has(id) && !kept.has(id))
		.map((each) => {
			const to = sought.map((find) => find(each)).find((id) => id !== undefined);
			return { from: each.id, to: to ?? null };
		})
		.sort((a, b) => compareText(a.from, b.from));
}
