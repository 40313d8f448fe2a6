/** The timeline in words: its heading, the sentence under it, and its table, all from the same tally. */
import { describeBin, type BinUnit } from '../../archive/bins.ts';
import { describeDay, describeMonth, type Day } from '../../archive/day.ts';
import { describeItems, describeSeries, describeShare } from '../../chart/describe.ts';
import type { DateTally } from '../../filter/tally-dates.ts';
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
	/** True where words are asked for that could not be searched. */
	wordless?: boolean;
	/** First and last day of those told of; null where none is dated. */
	span: { first: number; last: number } | null;
	/** Those told of that are undated. */
	undated: number;
	/** Dated articles from the dates asked for; null where none are asked for. */
	held?: number | null;
	/** What the picture shows where it is zoomed, as a sentence, empty until that can be said; null where it shows all. */
	shown?: string | null;
}

/** The sentence under the timeline. */
export function describeTimeline(facts: TimelineFacts): string {
	const { tally, articles, passing, span, undated } = facts;
	let peak: { period: string; count: number } | null = null;
	// Of a part of the whole the fullest period is not the fullest of all.
	if (tally && (facts.shown ?? null) === null) {
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
	const said = facts.shown ? `${all} ${facts.shown}` : all;
	if (facts.wordless) return `Without the words: ${said}`;
	if (!facts.atLeast) return said;
	return `${passing === 0 ? 'So far' : 'At least'} ${said.replace(/^N/, 'n')}`;
}

export const tableHead = ['Period', 'To the day', 'Approximate', 'Matching'] as const;

/** Cells of one row, in the order of the head; the last one, of events, only where the archive has any. */
export type TableRow = readonly string[];

/** What the table needs besides the bins. */
export interface TableFacts {
	exact: number;
	articles: number;
	undated: number;
	passing: number;
	undatedPassing: number;
	/** First and last day of the archive. */
	span: { first: number; last: number } | null;
	/** Names the events that begin on some days, the last of them excluded; null where the archive has none at all. */
	eventsIn?: ((from: number, until: number) => string) | null;
}

/**
 * The table: a row for each period with articles and each stretch of the archive's span without, what lies outside the
 * bins, the undated, and the sum of all.
 */
export function tableRows(tally: DateTally | null, facts: TableFacts): TableRow[] {
	const { span, eventsIn } = facts;
	const rows: TableRow[] = [];
	const add = (name: string, counts: readonly number[], events = '') =>
		rows.push([name, ...counts.map(describeShare), ...(eventsIn ? [events] : [])]);
	let [exact, approximate, matching] = [0, 0, 0];
	const edges = tally?.edges ?? new Int32Array(1);
	const [first, end] = [edges[0] as number, edges[edges.length - 1] as number];
	/** Where a stretch of which nothing is held has begun. */
	let gap: number | null = null;
	/** Names the stretch that ends before a day; before its first article and after its last the archive has none. */
	const closeGap = (until: number) => {
		if (gap === null) return;
		const events = eventsIn?.(gap, until) ?? '';
		if (events !== '' || (span && until > span.first && gap <= span.last))
			add(`${nameDays(gap as Day, (until - 1) as Day)}, nothing held`, [0, 0, 0], events);
		gap = null;
	};
	if (tally)
		for (let bin = 0; bin < tally.toTheDay.all.length; bin++) {
			const from = edges[bin] as number;
			const cells = [
				tally.toTheDay.all[bin] as number,
				tally.approximate.all[bin] as number,
				sumOf(tally, 'matching', bin)
			] as const;
			if (cells[0] + cells[1] === 0) {
				gap ??= from;
				continue;
			}
			closeGap(from);
			exact += cells[0];
			approximate += cells[1];
			matching += cells[2];
			const name = describeBin(from as Day, tally.unit);
			const events = eventsIn?.(from, edges[bin + 1] as number);
			add(`${name[0]?.toUpperCase()}${name.slice(1)}`, cells, events);
		}
	closeGap(end);
	const dated = facts.articles - facts.undated;
	const outside = [
		facts.exact - exact,
		dated - facts.exact - approximate,
		facts.passing - facts.undatedPassing - matching
	];
	// Shares that were added up differ from whole numbers in the last places.
	const clean = outside.map((value) => (Math.abs(value) < 1e-6 ? 0 : value));
	const others = [eventsIn?.(-Infinity, first), eventsIn?.(end, Infinity)].filter(Boolean);
	if (clean[0] || clean[1] || others.length > 0)
		add('Outside the dates shown', clean, others.join('; '));
	if (facts.undated > 0) {
		add('Undated', [facts.undated, facts.undated, facts.undatedPassing]);
		(rows.at(-1) as string[])[1] = '';
	}
	add('All', [facts.exact, facts.articles - facts.exact, facts.passing]);
	return rows;
}
