/** The timeline in words: its heading, the sentence under it, and its table, all from the same tally. */
import { describeBin, type BinUnit } from '../../archive/bins.ts';
import { describeDay, describeMonth, type Day } from '../../archive/day.ts';
import { describeSeries, describeShare } from '../../chart/describe.ts';
import type { DateTally } from '../../filter/tally.ts';

export const nouns = ['article', 'articles'] as const;

function inPeriod(start: Day, unit: BinUnit): string {
	const words = describeBin(start, unit);
	if (unit === 'day') return `on ${words}`;
	return unit === 'week' || unit === 'decade' ? `in the ${words}` : `in ${words}`;
}

function spanInWords({ first, last }: { first: number; last: number }): string {
	const [from, to] = [describeMonth(first as Day), describeMonth(last as Day)];
	if (first === last) return `on ${describeDay(first as Day)}`;
	return from === to ? `in ${from}` : `from ${from} to ${to}`;
}

function sumOf(tally: DateTally, which: 'all' | 'matching', bin: number): number {
	return (tally.toTheDay[which][bin] as number) + (tally.approximate[which][bin] as number);
}

/** Articles of each bin, to the day and approximate together. */
export function sums(tally: DateTally, which: 'all' | 'matching'): Float64Array {
	return Float64Array.from(tally.toTheDay.all, (_, bin) => sumOf(tally, which, bin));
}

/** What the caption is made from. */
export interface TimelineFacts {
	tally: DateTally | null;
	/** All articles, and those that pass; null where nothing is asked. */
	articles: number;
	passing: number | null;
	/** True where more may pass than are known yet. */
	atLeast?: boolean;
	/** First and last day of those told of; null where none is dated. */
	span: { first: number; last: number } | null;
	/** Those told of that are undated. */
	undated: number;
}

/** The sentence under the timeline. */
export function describeTimeline(facts: TimelineFacts): string {
	const { tally, articles, passing, span, undated } = facts;
	let peak: { period: string; count: number } | null = null;
	if (tally) {
		const counts = sums(tally, passing === null ? 'all' : 'matching');
		const count = Math.max(...counts);
		const bin = counts.indexOf(count);
		// Several bins as full as the fullest: none stands out.
		if (count >= 1 && counts.lastIndexOf(count) === bin)
			peak = { period: inPeriod(tally.edges[bin] as Day, tally.unit), count };
	}
	const sentence = describeSeries({
		nouns,
		all: articles,
		matching: passing,
		span: span && spanInWords(span),
		peak,
		undated
	});
	if (!facts.atLeast) return sentence;
	return `${passing === 0 ? 'So far' : 'At least'} ${sentence.replace(/^N/, 'n')}`;
}

export const tableHead = ['Period', 'To the day', 'Approximate', 'Matching'] as const;

/** Cells of one row, in the order of the head. */
export type TableRow = readonly [string, string, string, string];

/** The table: a row for each period with articles, the undated, what lies outside the bins, and the sum of all. */
export function tableRows(
	tally: DateTally | null,
	totals: {
		exact: number;
		articles: number;
		undated: number;
		passing: number;
		undatedPassing: number;
	}
): TableRow[] {
	const rows: TableRow[] = [];
	const share = describeShare;
	const add = (name: string, exact: number, approximate: number, matching: number) =>
		rows.push([name, share(exact), share(approximate), share(matching)]);
	let [exact, approximate, matching] = [0, 0, 0];
	if (tally)
		for (let bin = 0; bin < tally.toTheDay.all.length; bin++) {
			const cells = [
				tally.toTheDay.all[bin] as number,
				tally.approximate.all[bin] as number,
				sumOf(tally, 'matching', bin)
			] as const;
			if (cells[0] + cells[1] === 0) continue;
			exact += cells[0];
			approximate += cells[1];
			matching += cells[2];
			const name = describeBin(tally.edges[bin] as Day, tally.unit);
			add(`${name[0]?.toUpperCase()}${name.slice(1)}`, ...cells);
		}
	const dated = totals.articles - totals.undated;
	const outside = [
		totals.exact - exact,
		dated - totals.exact - approximate,
		totals.passing - totals.undatedPassing - matching
	] as const;
	// Shares that were added up differ from whole numbers in the last places.
	const clean = outside.map((value) => (Math.abs(value) < 1e-6 ? 0 : value));
	if (clean[0] || clean[1])
		add('Outside the dates shown', clean[0] ?? 0, clean[1] ?? 0, clean[2] ?? 0);
	if (totals.undated > 0)
		rows.push(['Undated', '', share(totals.undated), share(totals.undatedPassing)]);
	add('All', totals.exact, totals.articles - totals.exact, totals.passing);
	return rows;
}
