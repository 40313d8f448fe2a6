/** Calendar bins: a span of days cut at the edges of days, weeks, months ... decades, for counting over time. */
import { dayOf, describeDay, describeMonth, nameYear, partsOf, writeDay, type Day } from './day.ts';

export const binUnits = [
	'day',
	'week',
	'month',
	'quarter',
	'half-year',
	'year',
	'decade',
	'century'
] as const;
export type BinUnit = (typeof binUnits)[number];

export interface Bins {
	unit: BinUnit;
	/** One more than there are bins: bin i holds the days from `edges[i]` up to but not including `edges[i + 1]`. */
	edges: Int32Array;
}

/** Days in a bin of each unit, on average. */
export const roughDays: Record<BinUnit, number> = {
	day: 1,
	week: 7,
	month: 30.44,
	quarter: 91.3,
	'half-year': 182.6,
	year: 365.25,
	decade: 3652.5,
	century: 36525
};

const monthsIn: Partial<Record<BinUnit, number>> = {
	month: 1,
	quarter: 3,
	'half-year': 6,
	year: 12,
	decade: 120,
	century: 1200
};

/** First day of the bin that holds `day`. Weeks begin on Monday. */
export function binStart(day: Day, unit: BinUnit): Day {
	if (unit === 'day') return day;
	// 1970-01-01 was a Thursday: three days after a Monday.
	if (unit === 'week') return (day - ((((day + 3) % 7) + 7) % 7)) as Day;
	const { year, month } = partsOf(day);
	const span = monthsIn[unit] ?? 1;
	const months = year * 12 + month - 1;
	return dayOf(0, Math.floor(months / span) * span + 1, 1);
}

/** First day of the bin after the one that begins at `start`; `start` must be an edge. */
function nextStart(start: Day, unit: BinUnit): Day {
	if (unit === 'day') return (start + 1) as Day;
	if (unit === 'week') return (start + 7) as Day;
	const { year, month } = partsOf(start);
	return dayOf(year, month + (monthsIn[unit] ?? 1), 1);
}

/** The bins of one unit that cover `first` to `last`. */
export function cutBins(first: Day, last: Day, unit: BinUnit): Bins {
	const edges: number[] = [binStart(first, unit)];
	for (let at = nextStart(edges[0] as Day, unit); ; at = nextStart(at, unit)) {
		edges.push(at);
		if (at > last) break;
	}
	return { unit, edges: Int32Array.from(edges) };
}

/** The days that bins hold together, `until` the day after the last. */
export function rangeOf({ edges }: Bins): { from: number; until: number } {
	return { from: edges[0] as number, until: edges[edges.length - 1] as number };
}

/** The finest unit whose bins stand at least `minPitchPx` apart where `days` of them are drawn `widthPx` wide. */
function finestUnit(days: number, widthPx: number, minPitchPx: number): BinUnit {
	return binUnits.find((each) => (widthPx * roughDays[each]) / days >= minPitchPx) ?? 'century';
}

/** The finest bins whose pitch is at least `minPitchPx`, over a part of a longer axis: no more of them than hold it. */
export function binsWithin(first: Day, last: Day, widthPx: number, minPitchPx = 8): Bins {
	return cutBins(first, last, finestUnit(last - first + 1, widthPx, minPitchPx));
}

/**
 * The finest bins over a span whose pitch is at least `minPitchPx`, when drawn over whole years `widthPx` wide.
 * The axis runs over whole years (whole months where the span is under four months), so that it has even ends.
 */
export function binsFor(first: Day, last: Day, widthPx: number, minPitchPx = 8): Bins {
	const short = last - first < 120;
	const start = binStart(first, short ? 'month' : 'year');
	const end = (nextStart(binStart(last, short ? 'month' : 'year'), short ? 'month' : 'year') -
		1) as Day;
	return cutBins(start, end, finestUnit(end - start + 1, widthPx, minPitchPx));
}

/**
 * The periods that ask for exactly one bin: `1996` to `1996`, `1996-04` to `1996-06` for a quarter, `1990` to `1999`
 * for a decade. `start` must be an edge.
 */
export function periodsOfBin(start: Day, unit: BinUnit): { from: string; to: string } {
	const months = monthsIn[unit];
	const write = (day: number) =>
		writeDay(day as Day).slice(0, months ? (months < 12 ? -3 : -6) : undefined);
	return { from: write(start), to: write(nextStart(start, unit) - 1) };
}

/** A bin in words, by its unit: `16 May 2022`, `week of 16 May 2022`, `May 2022`, `Q2 2022`, `2022`, `1990s`. */
export function describeBin(start: Day, unit: BinUnit): string {
	const { year } = partsOf(start);
	const last = (nextStart(start, unit) - 1) as Day;
	switch (unit) {
		case 'day':
			return describeDay(start);
		case 'week':
			return `week of ${describeDay(start)}`;
		case 'month':
			return describeMonth(start);
		case 'quarter':
		case 'half-year':
			return `${describeMonth(start, 'short').slice(0, 3)} – ${describeMonth(last, 'short')}`;
		case 'year':
			return nameYear(year);
		default:
			return unit === 'decade' && year > 0
				? `${year}s`
				: `${nameYear(year)} – ${nameYear(partsOf(last).year)}`;
	}
}
