/** The order of a list. Rows are numbered by date, undated last, so that oldest first is their own order. */
import type { Catalog } from '../bundle/format.ts';
import { columnsOf, noDay, type Columns } from '../filter/columns.ts';
import { countPassing } from '../filter/mask.ts';
import { once } from '../filter/once.ts';
import type { Sort } from '../filter/selection.ts';
import type { Answer } from '../search/answer.ts';
import { newestFirst, rankBest } from '../search/rank.ts';

/** The same for every question. */
const newestOf = once(({ first }: Columns) => newestFirst(first, noDay));

/** The first rows of the whole archive, newest first: what the front page begins with. */
export function newestRows(catalog: Catalog, size: number): Uint32Array {
	return newestOf(columnsOf(catalog)).rows.subarray(0, size);
}

/**
 * The rows whose byte in the mask is zero, in an order. Best match goes by the scores of the answer, ties by date.
 */
export function orderRows(
	columns: Columns,
	mask: Uint8Array,
	sort: Sort,
	answer: Answer | null
): Uint32Array {
	if (sort === 'best' && answer?.rows)
		return rankBest(passing(answer.rows, answer.scores, mask), newestOf(columns));
	const rows = new Uint32Array(countPassing(mask));
	let count = 0;
	// Nothing asked for is nothing ranked.
	const newest = sort === 'oldest' ? null : newestOf(columns).rows;
	for (let at = 0; at < mask.length; at += 1) {
		const row = newest ? (newest[at] as number) : at;
		if (mask[row] === 0) rows[count++] = row;
	}
	return rows;
}

/** What the mask leaves of an answer. */
function passing(
	all: Uint32Array,
	allScores: Float32Array,
	mask: Uint8Array
): { rows: Uint32Array; scores: Float32Array } {
	const rows = new Uint32Array(all.length);
	const scores = new Float32Array(all.length);
	let count = 0;
	for (let at = 0; at < all.length; at += 1) {
		const row = all[at] as number;
		if (mask[row] !== 0) continue;
		rows[count] = row;
		scores[count++] = allScores[at] as number;
	}
	return { rows: rows.subarray(0, count), scores: scores.subarray(0, count) };
}
