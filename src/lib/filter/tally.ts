/** Counts over the one mask: per value of a facet. */
import type { Day } from '../archive/day.ts';
import { noDay, type Columns, type FacetColumn } from './columns.ts';
import { rowsBut } from './rows.ts';
import type { Facet } from './selection.ts';

/** How many articles of the archive have a value, and how many of those would pass if it were chosen. */
export interface ValueTally {
	value: string;
	all: number;
	matching: number;
}

/** Adds one to the count of every code that some rows have. */
function countCodes(counts: Uint32Array, rows: Uint32Array, { start, codes }: FacetColumn): void {
	// Where every row has one code, as in most facets, nothing tells where its codes begin.
	const single = codes.length === start.length - 1;
	for (let each = 0; each < rows.length; each++) {
		const row = rows[each] as number;
		const end = single ? row + 1 : (start[row + 1] as number);
		for (let at = single ? row : (start[row] as number); at < end; at++) {
			const code = codes[at] as number;
			counts[code] = (counts[code] as number) + 1;
		}
	}
}

/** Counts of one facet, ignoring its own part of the selection; in the order of the column's codes. */
export function tallyFacet(columns: Columns, mask: Uint8Array, facet: Facet): ValueTally[] {
	const { values, totals } = columns.facet[facet];
	const rows = rowsBut(mask, facet);
	// Nothing is counted where every article would pass.
	const matching = rows.length === mask.length ? totals : new Uint32Array(values.length);
	if (matching !== totals) countCodes(matching, rows, columns.facet[facet]);
	return values.map((value, code) => ({
		value,
		all: totals[code] as number,
		matching: matching[code] as number
	}));
}

/** A count of the whole archive beside the count of what matches. */
export interface Pair<Counts> {
	all: Counts;
	matching: Counts;
}

/** First and last day of the articles with each value, in the order of codes; null where none is dated. */
export interface FacetSpans {
	first: (Day | null)[];
	last: (Day | null)[];
}

/** When the articles with each value of a facet were printed, over the whole archive. */
export function spanFacet(columns: Columns, facet: Facet): FacetSpans {
	const { values, start, codes } = columns.facet[facet];
	const spans: FacetSpans = { first: values.map(() => null), last: values.map(() => null) };
	for (let row = 0; row < columns.size; row++) {
		const from = columns.first[row] as Day;
		if (from === noDay) continue;
		const to = columns.last[row] as Day;
		for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
			const code = codes[at] as number;
			const [first, last] = [spans.first[code] ?? null, spans.last[code] ?? null];
			if (first === null || from < first) spans.first[code] = from;
			if (last === null || to > last) spans.last[code] = to;
		}
	}
	return spans;
}
