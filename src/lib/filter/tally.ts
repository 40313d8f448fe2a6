/** Counts over the one mask: per value of a facet, per bin of time, per author and period. */
import { binStart, cutBins, type Bins } from '../archive/bins.ts';
import { dayOf, partsOf, type Day } from '../archive/day.ts';
import { noDay, type Columns, type FacetColumn } from './columns.ts';
import { bitOf, countWithout, passes, type Part } from './mask.ts';
import { once } from './once.ts';
import type { Facet } from './selection.ts';

/** How many articles of the archive have a value, and how many of those would pass if it were chosen. */
export interface ValueTally {
	value: string;
	all: number;
	matching: number;
}

/** The rows of a mask that fail none of some parts, by their bits. */
function rowsWithout(mask: Uint8Array, bits: number): Uint32Array {
	// Counted first: a drag makes these at every frame, and what is too long is collected no less often. One more, since
	// every row is written, and written over where it fails.
	const rows = new Uint32Array(countWithout(mask, bits) + 1);
	let size = 0;
	for (let row = 0; row < mask.length; row++) {
		rows[size] = row;
		size += passes(mask[row] as number, bits);
	}
	return rows.subarray(0, size);
}

const passingRows = once((mask: Uint8Array) => rowsWithout(mask, 0xff));
/** The bits of all parts that any article fails. */
const failedBits = once((mask: Uint8Array) => {
	let bits = 0;
	for (let row = 0; row < mask.length; row++) bits |= mask[row] as number;
	return bits;
});

/** The rows that pass everything but one part: nothing is looked through where no article fails that part. */
function rowsBut(mask: Uint8Array, part: Part): Uint32Array {
	const bit = bitOf[part];
	return failedBits(mask) & bit ? rowsWithout(mask, 0xff & ~bit) : passingRows(mask);
}

/** The bin of each row's first day, by columns and edges; what an undated row has means nothing. */
const binsOfRows = once(({ first }: Columns) =>
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

/** The rows of each code of a facet: those of code c are `rows[start[c]]` up to, not including, `rows[start[c + 1]]`. */
const rowsByCode = once((column: FacetColumn) => {
	const start = new Uint32Array(column.values.length + 1);
	column.totals.forEach((total, code) => (start[code + 1] = (start[code] as number) + total));
	const next = start.slice();
	const rows = new Uint32Array(column.codes.length);
	for (let row = 0; row + 1 < column.start.length; row++)
		for (let at = column.start[row] as number; at < (column.start[row + 1] as number); at++)
			rows[(next[column.codes[at] as number] as number)++] = row;
	return { start, rows };
});

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

/**
 * Adds one article to counts, shared equally among the days `from` to before `until`. `bin`: that of its first day. What
 * lies outside of all bins is lost.
 */
function addShares(
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

/** What some rows come to, bin by bin. */
interface DateCounts {
	toTheDay: Float64Array;
	approximate: Float64Array;
	undated: number;
}

/** In place of a number where an article is undated, and where its days lie in several bins or outside of all. */
const [undatedSlot, sharedSlot] = [-1, -2];

/** By columns and edges, and the code of what is to the day: see `slotsOf`. */
const knownSlots = once((_: Columns) => once((_: Int32Array): Int32Array[] => []));

/**
 * Where each row is counted: in which bin, or as many further on as there are bins where its date is not to the day; or one of
 * the two above. Nearly every date lies in one bin, so that a drag, which counts the same bins again and again, adds ones.
 */
function slotsOf(columns: Columns, edges: Int32Array, toTheDayCode: number): Int32Array {
	const known = knownSlots(columns)(edges);
	return (known[toTheDayCode] ??= findSlots(columns, edges, toTheDayCode));
}

function findSlots(columns: Columns, edges: Int32Array, toTheDayCode: number): Int32Array {
	const { first, last } = columns;
	const { start, codes } = columns.facet.known;
	const begins = binsOfRows(columns)(edges);
	return first.map((from, row) => {
		if (from === noDay) return undatedSlot;
		const bin = begins[row] as number;
		const until = (last[row] as number) + 1;
		if (from < (edges[bin] as number) || until > (edges[bin + 1] as number)) return sharedSlot;
		return codes[start[row] as number] === toTheDayCode ? bin : bin + edges.length - 1;
	});
}

function countDates(
	columns: Columns,
	rows: Uint32Array,
	edges: Int32Array,
	toTheDayCode: number
): DateCounts {
	const size = edges.length - 1;
	const counts = new Float64Array(2 * size);
	const [toTheDay, approximate] = [counts.subarray(0, size), counts.subarray(size)];
	const { first, last } = columns;
	const { start, codes } = columns.facet.known;
	const slots = slotsOf(columns, edges, toTheDayCode);
	let undated = 0;
	for (let each = 0; each < rows.length; each++) {
		const row = rows[each] as number;
		const slot = slots[row] as number;
		if (slot >= 0) counts[slot] = (counts[slot] as number) + 1;
		else if (slot === undatedSlot) undated++;
		else {
			const own = codes[start[row] as number] === toTheDayCode ? toTheDay : approximate;
			const from = first[row] as number;
			addShares(own, edges, binAt(edges, from), from, (last[row] as number) + 1);
		}
	}
	return { toTheDay, approximate, undated };
}

/** The counts of the whole archive, by columns, edges and the code of what is to the day: the same whatever is asked. */
const wholeDates = once((_: Columns) => once((_: Int32Array): DateCounts[] => []));

/** Counts per bin. `ignore`: the part left out of account; null where everything counts. */
export function tallyDates(
	columns: Columns,
	mask: Uint8Array,
	bins: Bins,
	toTheDayCode: number,
	ignore: Part | null = 'dates'
): DateTally {
	const rows = ignore === null ? passingRows(mask) : rowsBut(mask, ignore);
	const all = (wholeDates(columns)(bins.edges)[toTheDayCode] ??= countDates(
		columns,
		rowsWithout(mask, 0),
		bins.edges,
		toTheDayCode
	));
	const matching =
		rows.length === mask.length ? all : countDates(columns, rows, bins.edges, toTheDayCode);
	return {
		...bins,
		toTheDay: { all: all.toTheDay, matching: matching.toTheDay },
		approximate: { all: all.approximate, matching: matching.approximate },
		undated: { all: all.undated, matching: matching.undated },
		choosable: rows.length
	};
}

/** Articles whose date touches the days `from` to `to`, undated ones never: all of them, and those that pass. */
export function tallyRange(
	columns: Columns,
	mask: Uint8Array,
	from: number,
	to: number
): Pair<number> {
	const { first, last } = columns;
	let [all, matching] = [0, 0];
	for (let row = 0; row < mask.length; row++) {
		const day = first[row] as number;
		if (day === noDay || day > to || (last[row] as number) < from) continue;
		all++;
		matching += passes(mask[row] as number, 0xff);
	}
	return { all, matching };
}

/** First and last day of the dated articles that pass; null where there are none. */
export function passingSpan(
	columns: Columns,
	mask: Uint8Array
): { first: number; last: number } | null {
	// Whole numbers throughout, which are compared faster than what may be infinite.
	let first = 0x7fff_ffff;
	let last = noDay;
	const rows = passingRows(mask);
	for (let each = 0; each < rows.length; each++) {
		const row = rows[each] as number;
		const day = columns.first[row] as number;
		if (day === noDay) continue;
		if (day < first) first = day;
		const end = columns.last[row] as number;
		if (end > last) last = end;
	}
	return last === noDay ? null : { first, last };
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

/** The strips of the whole archive, by columns, edges, facet and code: the same whatever is asked. */
const wholeStrips = once((_: Columns) =>
	once((_: Int32Array): Record<string, Float64Array> => ({}))
);

/**
 * For each of some values of a facet, its articles per bin: a strip. Dates are shared among the days of their range, as
 * in `DateTally`. `matching` ignores the facet's own part of the selection.
 */
export function tallyStrips(
	columns: Columns,
	mask: Uint8Array,
	facet: Facet,
	codesAsked: readonly number[],
	{ edges }: Bins
): Pair<Float64Array>[] {
	const { start, rows } = rowsByCode(columns.facet[facet]);
	const begins = binsOfRows(columns)(edges);
	const count = (code: number, failing: number) => {
		const strip = new Float64Array(edges.length - 1);
		for (let at = start[code] as number; at < (start[code + 1] as number); at++) {
			const row = rows[at] as number;
			const from = columns.first[row] as number;
			if (from === noDay || (mask[row] as number) & failing) continue;
			addShares(strip, edges, begins[row] as number, from, (columns.last[row] as number) + 1);
		}
		return strip;
	};
	const whole = wholeStrips(columns)(edges);
	return codesAsked.map((code) => ({
		all: (whole[facet + code] ??= count(code, 0)),
		matching: count(code, 0xff & ~bitOf[facet])
	}));
}

/** Years from which a strip has one cell a year, a decade, a century: cells stay wide enough to be seen. */
const yearsFrom = 6;
const decadesFrom = 80;
const centuriesFrom = 800;

/**
 * The cells of a strip: quarters where the archive spans under six years, else years, else decades, else centuries. They
 * cover whole years. Null where no article is dated.
 */
export function stripBins(columns: Columns): Bins | null {
	let first = Infinity;
	let last = -Infinity;
	for (let row = 0; row < columns.size; row++) {
		const day = columns.first[row] as number;
		if (day === noDay) continue;
		first = Math.min(first, day);
		last = Math.max(last, columns.last[row] as number);
	}
	if (last < first) return null;
	const years = (last - first) / 365.25;
	const unit =
		years < yearsFrom
			? 'quarter'
			: years < decadesFrom
				? 'year'
				: years < centuriesFrom
					? 'decade'
					: 'century';
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
