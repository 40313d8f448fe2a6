/** Where articles lie among bins of time. */
import type { Day } from '../archive/day.ts';
import { noDay, type Columns } from './columns.ts';
import { once } from './once.ts';

/** Number of the bin that holds a day (binary search); the first bin for a day before all. */
export function binAt(edges: Int32Array, day: number): number {
	let low = 0;
	let high = edges.length - 1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((edges[middle] as number) <= day) low = middle;
		else high = middle;
	}
	return low;
}

/** First and last day that any article of the archive may be of; null where none is dated. */
export const archiveSpan = once((columns: Columns): readonly [first: Day, last: Day] | null => {
	let [first, last] = [Infinity, -Infinity];
	for (let row = 0; row < columns.size; row++) {
		const day = columns.first[row] as number;
		if (day === noDay) continue;
		first = Math.min(first, day);
		last = Math.max(last, columns.last[row] as number);
	}
	return last < first ? null : [first as Day, last as Day];
});

/** The bin of each row's first day, by columns and edges; what an undated row has means nothing. */
export const binsOfRows = once(({ first }: Columns) =>
	once((edges: Int32Array) => {
		const bins = new Int32Array(first.length);
		let bin = 0;
		for (let row = 0; row < first.length; row++) {
			const day = first[row] as number;
			// Rows go by date: nearly every one stands in the bin of the row before.
			if (day < (edges[bin] as number) || day >= (edges[bin + 1] as number))
				bin = binAt(edges, day);
			bins[row] = bin;
		}
		return bins;
	})
);

/**
 * Adds one article to counts, shared equally among the days `from` to before `until`. `bin`: that of its first day. What
 * lies outside of all bins is lost.
 */
export function addShares(
	counts: Float64Array,
	edges: Int32Array,
	bin: number,
	from: number,
	until: number
): void {
	// Nearly every date lies in one bin.
	if (from >= (edges[bin] as number) && until <= (edges[bin + 1] as number)) {
		counts[bin] = (counts[bin] as number) + 1;
		return;
	}
	for (let at = bin; at < counts.length && (edges[at] as number) < until; at++) {
		const overlap = Math.min(until, edges[at + 1] as number) - Math.max(from, edges[at] as number);
		if (overlap > 0) counts[at] = (counts[at] as number) + overlap / (until - from);
	}
}
