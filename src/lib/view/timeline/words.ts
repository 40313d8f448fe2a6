/** The timeline in words: its heading, the sentence under it, and its table, all from the same tally. */
import { describeBin, type BinUnit } from '../../archive/bins.ts';
import { describeDay, describeMonth, type Day } from '../../archive/day.ts';
import {
	describeCount,
	describeItems,
	describeSeries,
	describeShare
} from '../../chart/describe.ts';
import type { DateTally } from '../../filter/tally.ts';
import { nameDays } from './period.ts';

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
	/** Dated articles from the dates asked for; null where none are asked for. */
	held?: number | null;
	/** The days in the picture where it is zoomed, in words; null where it shows all. */
	shown?: string | null;
}

/** What a zoomed picture shows: `Shown: Mar – Aug 1994, with 12 of 180 articles.` */
function describeShown(facts: TimelineFacts): string {
	const { tally, passing, shown } = facts;
	if (!tally || !shown) return '';
	const sum = (which: 'all' | 'matching') => sums(tally, which).reduce((a, b) => a + b, 0);
	const all = describeItems(sum('all'), nouns);
	const many = passing === null ? all : `${describeCount(sum('matching'))} of ${all}`;
	return ` Shown: ${shown}, with ${many}.`;
}

/** The sentence under the timeline. */
export function describeTimeline(facts: TimelineFacts): string {
	const { tally, articles, passing, span, undated } = facts;
	let peak: { period: string; count: number } | null = null;
	// Of a part of the whole the fullest period is not the fullest of all.
	if (tally && !facts.shown) {
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
	const { held = null } = facts;
	// Nothing that matches is told apart from nothing that could.
	const from = held === 0 ? 'nothing' : describeItems(held ?? 0, nouns);
	const all =
		passing === 0 && held !== null
			? `${sentence.slice(0, -1)}; the archive holds ${from} from these dates.`
			: sentence;
	if (!facts.atLeast) return `${all}${describeShown(facts)}`;
	return `${passing === 0 ? 'So far' : 'At least'} ${all.replace(/^N/, 'n')}${describeShown(facts)}`;
}

export const tableHead = ['Period', 'To the day', 'Approximate', 'Matching'] as const;

/** Cells of one row, in the order of the head. */
export type TableRow = readonly [string, string, string, string];

/** The table: a row for each period with articles and each stretch of the archive's span without, the undated, what lies outside the bins, and the sum of all. */
export function tableRows(
	tally: DateTally | null,
	totals: {
		exact: number;
		articles: number;
		undated: number;
		passing: number;
		undatedPassing: number;
		/** First and last day of the archive. */
		span: { first: number; last: number } | null;
	}
): TableRow[] {
	const rows: TableRow[] = [];
	const share = describeShare;
	const add = (name: string, exact: number, approximate: number, matching: number) =>
		rows.push([name, share(exact), share(approximate), share(matching)]);
	let [exact, approximate, matching] = [0, 0, 0];
	/** Where a stretch of which nothing is held has begun. */
	let gap: number | null = null;
	/** Names the stretch that ends before a day; before its first article and after its last the archive has none. */
	const closeGap = (until: number) => {
		if (gap !== null && totals.span && until > totals.span.first && gap <= totals.span.last)
			add(`${nameDays(gap as Day, (until - 1) as Day)}, nothing held`, 0, 0, 0);
		gap = null;
	};
	if (tally)
		for (let bin = 0; bin < tally.toTheDay.all.length; bin++) {
			const cells = [
				tally.toTheDay.all[bin] as number,
				tally.approximate.all[bin] as number,
				sumOf(tally, 'matching', bin)
			] as const;
			if (cells[0] + cells[1] === 0) {
				gap ??= tally.edges[bin] as number;
				continue;
			}
			closeGap(tally.edges[bin] as number);
			exact += cells[0];
			approximate += cells[1];
			matching += cells[2];
			const name = describeBin(tally.edges[bin] as Day, tally.unit);
			add(`${name[0]?.toUpperCase()}${name.slice(1)}`, ...cells);
		}
	closeGap(tally?.edges[tally.edges.length - 1] ?? 0);
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
