/** Counts over the one mask, by time. */
import type { Bins } from '../archive/bins.ts';
import { noDay, type Columns } from './columns.ts';
import { addShares, binAt, binsOfRows } from './in-bins.ts';
import { passes, type Part } from './mask.ts';
import { once } from './once.ts';
import { passingRows, rowsBut, rowsWithout } from './rows.ts';
import type { Pair } from './tally.ts';

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
