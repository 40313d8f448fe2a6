/**
 * Trends: what queries find in each period, beside all that the filters leave, so that every rate has its denominator
 * and a period of which the archive holds nothing is told apart from one in which nothing was found.
 */
import { binUnits, cutBins, roughDays, type Bins, type BinUnit } from '../archive/bins.ts';
import type { Day } from '../archive/day.ts';
import { binAt } from './in-bins.ts';
import { noDay, type Columns } from './columns.ts';
import type { TrendScale } from './selection.ts';

/** Weights of some articles (1 each, their words, their matches) over time. All parts but `approximate` sum to `total`. */
export interface Spread {
	/** Per bin. An article known to a range of days is shared equally among them, so bins may hold fractions. */
	bins: Float64Array;
	/** What falls on days that no bin holds. */
	outside: number;
	undated: number;
	total: number;
	/** How much of the total is of articles whose range is longer than a day. */
	approximate: number;
}

/** Spreads the weights of rows over bins. */
export function spreadRows(
	columns: Columns,
	{ edges }: Bins,
	rows: Iterable<number>,
	weightOf: (row: number) => number
): Spread {
	const size = edges.length - 1;
	const bins = new Float64Array(size);
	const spread: Spread = { bins, outside: 0, undated: 0, total: 0, approximate: 0 };
	for (const row of rows) {
		const weight = weightOf(row);
		const from = columns.first[row] as number;
		const to = columns.last[row] as number;
		spread.total += weight;
		if (from === noDay) {
			spread.undated += weight;
			continue;
		}
		const days = to - from + 1;
		if (days > 1) spread.approximate += weight;
		let inside = 0;
		for (let bin = binAt(edges, from); bin < size && (edges[bin] as number) <= to; bin++) {
			const until = Math.min(to + 1, edges[bin + 1] as number);
			const overlap = until - Math.max(from, edges[bin] as number);
			if (overlap <= 0) continue;
			inside += overlap;
			bins[bin] = (bins[bin] as number) + (weight * overlap) / days;
		}
		spread.outside += (weight * (days - inside)) / days;
	}
	return spread;
}

/** Articles in fewer than these make a rate that one article more or less would move by over 5 %: 50 in 1,000. */
export const smallBase = 20;

/** One period of one line. */
export interface TrendPoint {
	/** Null where the archive holds nothing from then that the filters leave: a gap, not a zero. */
	value: number | null;
	/** True where a rate is of fewer than `smallBase` articles. */
	small: boolean;
}

/** What counts are divided by: all that the filters leave, whatever its words. */
export interface TrendBase {
	articles: Spread;
	words: Spread;
}

/**
 * The values of a line. Smoothed by a centred moving average over `window` periods, an odd number: what was counted in
 * them is divided by what they hold together, so that a period with much in it weighs more than one with little; at
 * the ends, and beside a gap, there are fewer. Gaps stay gaps.
 */
export function trendPoints(
	counts: Spread,
	base: TrendBase,
	scale: TrendScale,
	window: number
): TrendPoint[] {
	const half = (window - 1) / 2;
	const held = (bin: number) => (base.articles.bins[bin] ?? 0) > 0;
	return Array.from(counts.bins, (_, bin) => {
		if (!held(bin)) return { value: null, small: false };
		let [counted, articles, words, periods] = [0, 0, 0, 0];
		for (let at = Math.max(0, bin - half); at <= bin + half; at++) {
			if (!held(at)) continue;
			counted += counts.bins[at] as number;
			articles += base.articles.bins[at] as number;
			words += base.words.bins[at] as number;
			periods++;
		}
		const divisor = scale === 'raw' ? periods : scale === 'articles' ? articles / 1e3 : words / 1e6;
		return {
			value: divisor > 0 ? counted / divisor : null,
			// Shares of days add up to whole articles only nearly.
			small: scale !== 'raw' && articles < smallBase - 1e-9
		};
	});
}

/** More periods than these are no longer told apart. */
const mostBins = 240;
/** Periods that a trend has at most where nobody chose their length; twice as many where there would be very few. */
const usualBins = 60;
const fewBins = 12;

const fits = (first: Day, last: Day, unit: BinUnit, most: number) =>
	(last - first + 1) / roughDays[unit] <= most;

/** The lengths of periods that a span can be cut into. */
export function trendUnitsFor(first: Day, last: Day): BinUnit[] {
	return binUnits.filter((unit) => fits(first, last, unit, mostBins));
}

/**
 * The periods of a trend: as long as asked for where the span can be cut so, else the finest that are not too many.
 * They follow the span alone and not the screen, so that a link shows everybody the same numbers.
 */
export function trendBins(first: Day, last: Day, asked: BinUnit | null): Bins {
	const usual = usualTrendUnit(first, last);
	return cutBins(first, last, asked && fits(first, last, asked, mostBins) ? asked : usual);
}

/** The length of periods that a span is cut into where nobody chose. */
export function usualTrendUnit(first: Day, last: Day): BinUnit {
	const finest = (most: number) =>
		binUnits.find((unit) => fits(first, last, unit, most)) ?? 'century';
	const usual = finest(usualBins);
	return fits(first, last, usual, fewBins) ? finest(2 * usualBins) : usual;
}
