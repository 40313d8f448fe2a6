/** Counts over the one mask: per value of a facet, per bin of time, per author and period. */
import { binStart, cutBins, type Bins } from '../archive/bins.ts';
import { dayOf, partsOf, type Day } from '../archive/day.ts';
import { noDay, type Columns } from './columns.ts';
import { bitOf, type Part } from './mask.ts';
import type { Facet } from './selection.ts';

/** How many articles of the archive have a value, and how many of those would pass if it were chosen. */
export interface ValueTally {
	value: string;
	all: number;
	matching: number;
}

/** Counts of one facet, ignoring its own part of the selection; in the order of the column's codes. */
export function tallyFacet(columns: Columns, mask: Uint8Array, facet: Facet): ValueTally[] {
	const { values, start, codes, totals } = columns.facet[facet];
	const others = 0xff & ~bitOf[facet];
	const matching = new Uint32Array(values.length);
	for (let row = 0; row < mask.length; row++) {
		if ((mask[row] as number) & others) continue;
		for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
			const code = codes[at] as number;
			matching[code] = (matching[code] as number) + 1;
		}
	}
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

/**
 * Articles over time. `toTheDay`: those printed on one known day, whole numbers. `approximate`: all other dated
 * ones, shared equally among the days of their range, so their bins may hold fractions. Over all bins, both and
 * `undated` the sums are the numbers of articles (a range that runs past the bins loses what lies outside).
 */
export interface DateTally extends Bins {
	toTheDay: Pair<Float64Array>;
	approximate: Pair<Float64Array>;
	undated: Pair<number>;
	/** Articles that pass everything but the part ignored, dated or not: what the brush chooses from. */
	choosable: number;
}

/** Counts per bin. `ignore`: the part left out of account; null where everything counts. */
export function tallyDates(
	columns: Columns,
	mask: Uint8Array,
	bins: Bins,
	toTheDayCode: number,
	ignore: Part | null = 'dates'
): DateTally {
	const { edges } = bins;
	const size = edges.length - 1;
	const fresh = (): Pair<Float64Array> => ({
		all: new Float64Array(size),
		matching: new Float64Array(size)
	});
	const tally: DateTally = {
		...bins,
		toTheDay: fresh(),
		approximate: fresh(),
		undated: { all: 0, matching: 0 },
		choosable: 0
	};
	const others = ignore === null ? 0xff : 0xff & ~bitOf[ignore];
	const { first, last } = columns;
	const { start, codes } = columns.facet.known;
	for (let row = 0; row < mask.length; row++) {
		const passes = ((mask[row] as number) & others) === 0;
		if (passes) tally.choosable++;
		const from = first[row] as number;
		const to = last[row] as number;
		if (from === noDay) {
			tally.undated.all++;
			if (passes) tally.undated.matching++;
			continue;
		}
		const pair = codes[start[row] as number] === toTheDayCode ? tally.toTheDay : tally.approximate;
		const days = to - from + 1;
		for (let bin = binAt(edges, from); bin < size && (edges[bin] as number) <= to; bin++) {
			const overlap =
				Math.min(to + 1, edges[bin + 1] as number) - Math.max(from, edges[bin] as number);
			if (overlap <= 0) continue;
			const share = overlap / days;
			pair.all[bin] = (pair.all[bin] as number) + share;
			if (passes) pair.matching[bin] = (pair.matching[bin] as number) + share;
		}
	}
	return tally;
}

/** Articles whose date touches the days `from` to `to`, undated ones never: all of them, and those that pass. */
export function tallyRange(
	columns: Columns,
	mask: Uint8Array,
	from: number,
	to: number
): Pair<number> {
	const { first, last } = columns;
	const pair = { all: 0, matching: 0 };
	for (let row = 0; row < mask.length; row++) {
		const day = first[row] as number;
		if (day === noDay || day > to || (last[row] as number) < from) continue;
		pair.all++;
		if (mask[row] === 0) pair.matching++;
	}
	return pair;
}

/** First and last day of the dated articles that pass; null where there are none. */
export function passingSpan(
	columns: Columns,
	mask: Uint8Array
): { first: number; last: number } | null {
	let first = Infinity;
	let last = -Infinity;
	for (let row = 0; row < mask.length; row++) {
		const day = columns.first[row] as number;
		if (mask[row] !== 0 || day === noDay) continue;
		first = Math.min(first, day);
		last = Math.max(last, columns.last[row] as number);
	}
	return first === Infinity ? null : { first, last };
}

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

/**
 * For each of some values of a facet, its articles per bin (by their first day): a strip. `matching` ignores the
 * facet's own part of the selection.
 */
export function tallyStrips(
	columns: Columns,
	mask: Uint8Array,
	facet: Facet,
	codesAsked: readonly number[],
	bins: Bins
): Pair<Uint32Array>[] {
	const size = bins.edges.length - 1;
	const strips = codesAsked.map(() => ({
		all: new Uint32Array(size),
		matching: new Uint32Array(size)
	}));
	const stripOf = new Map(codesAsked.map((code, at) => [code, strips[at]]));
	const { start, codes } = columns.facet[facet];
	const others = 0xff & ~bitOf[facet];
	for (let row = 0; row < mask.length; row++) {
		const from = columns.first[row] as number;
		if (from === noDay) continue;
		const passes = ((mask[row] as number) & others) === 0;
		for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
			const strip = stripOf.get(codes[at] as number);
			if (!strip) continue;
			const bin = binAt(bins.edges, from);
			strip.all[bin] = (strip.all[bin] as number) + 1;
			if (passes) strip.matching[bin] = (strip.matching[bin] as number) + 1;
		}
	}
	return strips;
}

/** Years from which a strip has one cell a year, and from which one a decade: cells stay wide enough to be seen. */
const yearsFrom = 6;
const decadesFrom = 80;

/**
 * The cells of a strip: quarters where the archive spans under six years, else years, else decades. They cover whole
 * years. Null where no article is dated.
 */
export function stripBins(columns: Columns): Bins | null {
	let first = Infinity;
	let last = -Infinity;
	for (let row = 0; row < columns.size; row++) {
		const day = columns.first[row] as number;
		if (day === noDay) continue;
		first = Math.min(first, day);
		last = Math.max(last, day);
	}
	if (last < first) return null;
	const years = (last - first) / 365.25;
	const unit = years < yearsFrom ? 'quarter' : years < decadesFrom ? 'year' : 'decade';
	const end = dayOf(partsOf(last as Day).year, 12, 31);
	return cutBins(binStart(first as Day, 'year'), end, unit);
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
