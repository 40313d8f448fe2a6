/** What became of ids that were published before: which articles have others now, so that old addresses can be kept. */
import type { PublishedId } from './ledger.ts';
import { compareText } from './name.ts';

/** What became of an id. */
export interface Moved {
	from: string;
	/** The id that its article has now; null where the article was not found. */
	to: string | null;
	/**
	 * Null where no article has the old id now, so that an alias can lead on. Else another article has taken it, and
	 * this is where its own article begins: there a sidecar can give it back.
	 */
	taken: { file: string; line: number } | null;
}

/**
 * Ids of `before` that their articles have no longer, and that are not `kept` (aliases). The article is the one of
 * the same file and opening, else of the same opening anywhere, else of the same file and first line; only articles
 * whose ids are new since then can be meant.
 */
export function findMoved(
	before: readonly PublishedId[],
	now: readonly PublishedId[],
	kept: ReadonlySet<string>
): Moved[] {
	const present = new Map(now.map((each) => [each.id, each]));
	const past = new Set(before.map(({ id }) => id));
	const fresh = now.filter(({ id }) => !past.has(id));
	const index = (keyOf: (each: PublishedId) => string) => {
		const found = new Map<string, PublishedId>();
		for (const each of fresh) if (!found.has(keyOf(each))) found.set(keyOf(each), each);
		return (each: PublishedId) => found.get(keyOf(each));
	};
	const inFile = index(({ file, print }) => `${file}\n${print}`);
	const anywhere = index(({ print }) => print);
	const inPlace = index(({ file, line }) => `${file}\n${line}`);
	const moved: Moved[] = [];
	for (const each of before) {
		const holder = present.get(each.id);
		if (holder) {
			const same = holder.file === each.file && holder.print === each.print;
			const own = same ? undefined : inFile(each);
			if (own) {
				moved.push({ from: each.id, to: own.id, taken: { file: own.file, line: own.line } });
			}
		} else if (!kept.has(each.id)) {
			const own = inFile(each) ?? anywhere(each) ?? inPlace(each);
			moved.push({ from: each.id, to: own?.id ?? null, taken: null });
		}
	}
	return moved.sort((a, b) => compareText(a.from, b.from));
}
