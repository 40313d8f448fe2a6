/** The order of results: one function, so that page, terminal and single file never disagree. */
import type { Answer } from './answer.ts';

/** All rows of an archive newest day first, those of one day in the order of their files, undated ones last. */
export interface NewestFirst {
	rows: Uint32Array;
	/** Where each row stands in `rows`. */
	places: Uint32Array;
}

/** `days`: the first day of each row of a catalog, which numbers its rows by date, undated ones (`undated`) last. */
export function newestFirst(
	days: ArrayLike<number | null>,
	undated: number | null = null
): NewestFirst {
	const rows = new Uint32Array(days.length);
	let dated = days.length;
	while (dated > 0 && days[dated - 1] === undated) dated -= 1;
	let at = 0;
	for (let end = dated; end > 0;) {
		let start = end - 1;
		while (start > 0 && days[start - 1] === days[end - 1]) start -= 1;
		for (let row = start; row < end; row += 1) rows[at++] = row;
		end = start;
	}
	for (let row = dated; row < days.length; row += 1) rows[at++] = row;
	const places = new Uint32Array(days.length);
	for (let place = 0; place < rows.length; place += 1) places[rows[place] ?? 0] = place;
	return { rows, places };
}

/** Places fit below, the 32 bits of a score above, and both into the 53 that a double holds exactly. */
const placeLimit = 2 ** 21;

/**
 * The rows of an answer, best first: by score, then newest first. Empty where nothing was asked. Scores are not negative;
 * an archive has 2,097,152 articles at most.
 */
export function rankBest(
	{ rows, scores }: Pick<Answer, 'rows' | 'scores'>,
	newest: NewestFirst
): Uint32Array {
	if (!rows) return new Uint32Array(0);
	// Numbers are sorted many times faster than anything that a function has to compare. The bits of scores that are
	// not negative are ordered as the scores are.
	const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
	const keys = new Float64Array(rows.length);
	for (let at = 0; at < keys.length; at += 1) {
		const place = newest.places[rows[at] ?? 0] ?? 0;
		keys[at] = (0xffffffff - (bits[at] ?? 0)) * placeLimit + place;
	}
	keys.sort();
	const best = new Uint32Array(keys.length);
	for (let at = 0; at < keys.length; at += 1)
		best[at] = newest.rows[(keys[at] ?? 0) % placeLimit] ?? 0;
	return best;
}
