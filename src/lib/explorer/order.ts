/** The order of a list. Rows are numbered by date, undated last, so that oldest first is their own order. */
import type { Catalog } from '../bundle/format.ts';
import { columnsOf, noDay, type Columns } from '../filter/columns.ts';
import { countPassing } from '../filter/mask.ts';
import type { Sort } from '../filter/selection.ts';
import type { Answer } from '../search/answer.ts';

/** Newest day first, undated last; articles of one day in the order of their files. */
function newestFirst({ first }: Columns): (a: number, b: number) => number {
	return (a, b) => {
		const [dayA, dayB] = [first[a] as number, first[b] as number];
		if (dayA === dayB) return a - b;
		if (dayA === noDay || dayB === noDay) return dayA === noDay ? 1 : -1;
		return dayB - dayA;
	};
}

/** The first rows of the whole archive, newest first: what the front page begins with. */
export function newestRows(catalog: Catalog, size: number): Uint32Array {
	const columns = columnsOf(catalog);
	return orderRows(columns, new Uint8Array(columns.size), 'newest', null).subarray(0, size);
}

/**
 * The rows whose byte in the mask is zero, in an order. Best match goes by the scores of the answer, ties by date, as
 * `rankBest` in search/rank.ts does without columns.
 */
export function orderRows(
	columns: Columns,
	mask: Uint8Array,
	sort: Sort,
	answer: Answer | null
): Uint32Array {
	const rows = new Uint32Array(countPassing(mask));
	let count = 0;
	for (let row = 0; row < mask.length; row++) if (mask[row] === 0) rows[count++] = row;
	if (sort === 'oldest') return rows;
	const byDate = newestFirst(columns);
	// Nothing asked for is nothing ranked.
	if (sort === 'newest' || !answer?.rows) return rows.sort(byDate);
	const scores = new Float32Array(columns.size);
	answer.rows.forEach((row, at) => (scores[row] = answer.scores[at] ?? 0));
	return rows.sort((a, b) => (scores[b] as number) - (scores[a] as number) || byDate(a, b));
}
