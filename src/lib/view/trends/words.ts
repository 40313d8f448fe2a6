/** Trends in words: what a line counts, the sentence under it, its table, and what a reader has to know of it. */
import { describeBin, periodsOfBin, type BinUnit } from '../../archive/bins.ts';
import { periodOf, type Day } from '../../archive/day.ts';
import { describeShare } from '../../chart/describe.ts';
import type { TrendLine, Trends } from '../../explorer/trends.svelte.ts';
import { nothingAsked, type Selection } from '../../filter/selection.ts';
import type { Spread } from '../../filter/trend.ts';
import { count, counted } from '../labels.ts';

/** What of a selection says how a trend is drawn. */
export type Drawn = Pick<Selection, 'trendUnit' | 'trendScale' | 'trendWindow'>;

export const scaleLabels = {
	raw: 'As counted',
	articles: 'Per 1,000 articles',
	words: 'Per million words'
} as const;

const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** A rate or an average, with no more digits than its counts bear: three that count, `1,230`, `43.2`, `0.115`. */
export function describeRate(rate: number): string {
	return digits.format(rate);
}

/** What a value is: `matching articles per 1,000 articles, moving average over 3 months`. */
export function describeMeasure(drawn: Drawn, unit: BinUnit | null): string {
	const { trendUnit, trendScale, trendWindow } = drawn;
	const what = trendUnit === 'articles' ? 'matching articles' : 'matches';
	const per = trendScale === 'raw' ? '' : ` ${scaleLabels[trendScale].toLowerCase()}`;
	const smoothed =
		trendWindow === 1 || unit === null
			? ''
			: `, moving average over ${trendWindow} ${plural(unit)}`;
	return `${what}${per}${smoothed}`;
}

export const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** `days`, `centuries`. */
function plural(unit: BinUnit): string {
	return unit === 'century' ? 'centuries' : `${unit}s`;
}

/** What one value is of, in words: `1 matching article`, `0.5 matches per million words`. */
export function describeMeasured(value: number, drawn: Drawn, unit: BinUnit | null): string {
	const number = describeValue(value, drawn);
	const words = describeMeasure(drawn, unit);
	return `${number} ${number === '1' ? words.replace(/^(matching article|match)e?s/, '$1') : words}`;
}

/** A value of a line as it is written beside it. */
export function describeValue(value: number, { trendScale, trendWindow }: Drawn): string {
	return trendScale === 'raw' && trendWindow === 1 ? describeShare(value) : describeRate(value);
}

/** A query as it is named: in quotation marks, its own taken for them. */
export function quoted(query: string): string {
	const text = query.trim();
	return /^"[^"]*"$/.test(text) ? `“${text.slice(1, -1)}”` : `“${text}”`;
}

/** What was counted, whole: `14 articles`, `212 matches`; in words where it is not known. */
export function describeTotal(line: TrendLine, { trendUnit }: Drawn): string {
	if (!line.answer) return '…';
	if (!line.articles) return 'none dated';
	const least = line.answer.verified ? '' : 'at least ';
	if (trendUnit === 'articles') return `${least}${counted(line.articles.total, 'article')}`;
	if (!line.occurrences) return 'not counted';
	return `${least}${counted(line.occurrences.total, 'match', 'matches')}`;
}

/** The counts that a line is made of. */
export function countsOf(line: TrendLine, { trendUnit }: Drawn): Spread | null {
	return trendUnit === 'articles' ? line.articles : line.occurrences;
}

/** One sentence for each query: how much, and when most. */
export function describeTrends(trends: Trends, drawn: Drawn): string {
	const { bins, lines, span } = trends;
	if (!bins || !span)
		return 'No article of these filters has a date: nothing can be drawn over time.';
	const name = (bin: number) => describeBin(bins.edges[bin] as Day, bins.unit);
	const ends = `${name(0)} to ${name(bins.edges.length - 2)}`;
	const sentences = lines.map((line) => {
		const values = line.points?.map(({ value }) => value ?? 0) ?? [];
		const most = Math.max(0, ...values);
		const at = values.indexOf(most);
		const stands = most > 0 && values.lastIndexOf(most) === at;
		const peak = stands ? `; most in ${name(at)} (${describeValue(most, drawn)})` : '';
		return `${quoted(line.question.query)}: ${describeTotal(line, drawn)}${peak}.`;
	});
	return `${capital(describeMeasure(drawn, bins.unit))}, by ${bins.unit}, ${ends}. ${sentences.join(' ')}`;
}

/** Head and rows of the table; the last row is the whole, undated articles and all. */
export function tableOf(trends: Trends, drawn: Drawn): { head: string[]; rows: string[][] } {
	const { bins, base, lines } = trends;
	const scaled = drawn.trendScale !== 'raw' || drawn.trendWindow !== 1;
	const per = describeMeasure({ ...drawn, trendUnit: 'articles' }, bins?.unit ?? null).replace(
		/^matching articles,? ?/,
		''
	);
	const head = ['Period', 'Articles there are', 'Words there are'];
	for (const { question } of lines) {
		const what = drawn.trendUnit === 'articles' ? 'articles' : 'matches';
		head.push(`${quoted(question.query)}: ${what}`);
		if (scaled) head.push(`${quoted(question.query)}: ${per}`);
	}
	const rows: string[][] = [];
	if (!bins || !base) return { head, rows };
	const line = (name: string, of: (spread: Spread) => number, point: number | null) => [
		name,
		describeShare(of(base.articles)),
		count(Math.round(of(base.words))),
		...lines.flatMap((each) => {
			const counts = countsOf(each, drawn);
			const cell = counts ? describeShare(of(counts)) : '…';
			if (!scaled) return [cell];
			const { value = null, small = false } = (point !== null && each.points?.[point]) || {};
			const rate = value === null ? '–' : `${describeValue(value, drawn)}${small ? ' (few)' : ''}`;
			return [cell, rate];
		})
	];
	for (let bin = 0; bin < base.articles.bins.length; bin++) {
		const name = capital(describeBin(bins.edges[bin] as Day, bins.unit));
		if ((base.articles.bins[bin] ?? 0) > 0)
			rows.push(line(name, ({ bins }) => bins[bin] ?? 0, bin));
		else rows.push([name, 'none', ...head.slice(2).map(() => '–')]);
	}
	if (base.articles.outside > 1e-6)
		rows.push(line('Outside the dates shown', ({ outside }) => outside, null));
	if (base.articles.undated > 0) rows.push(line('Undated', ({ undated }) => undated, null));
	rows.push(line('All', ({ total }) => total, null));
	return { head, rows };
}

/** Where a press on a point leads: what one query finds in one period, within the dates asked for. */
export function pointSelection(
	selection: Selection,
	line: Pick<TrendLine, 'question'>,
	start: Day,
	unit: BinUnit
): Selection {
	const bin = periodsOfBin(start, unit);
	const first = (iso: string | null) => (iso === null ? null : (periodOf(iso)?.first ?? null));
	const last = (iso: string | null) => (iso === null ? null : (periodOf(iso)?.last ?? null));
	const { compare, trendUnit, trendScale, trendWindow, trendBin, view } = nothingAsked;
	const from =
		(first(selection.from) ?? -Infinity) > (first(bin.from) ?? 0) ? selection.from : bin.from;
	const to = (last(selection.to) ?? Infinity) < (last(bin.to) ?? 0) ? selection.to : bin.to;
	return {
		...selection,
		...{ compare, trendUnit, trendScale, trendWindow, trendBin, view },
		...line.question,
		from,
		to,
		undated: false,
		open: null
	};
}
