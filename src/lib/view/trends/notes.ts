/** What a reader has to know before quoting a trend: every doubt in it, in plain sentences. */
import { describeBin } from '../../archive/bins.ts';
import { describeDay, type Day } from '../../archive/day.ts';
import { describeShare } from '../../chart/describe.ts';
import type { Trends } from '../../explorer/trends.svelte.ts';
import { counted } from '../labels.ts';
import { quoted, type Drawn } from './words.ts';

const roundly = (value: number) => Math.round(value * 100) / 100;

/** What a trend's own numbers do not tell. */
export interface Circumstances {
	/** Filters are in force ... */
	filtered: boolean;
	/** ... dates among them, which may cut the first and the last period. */
	cut: boolean;
	/** Matches are counted already, or will be. */
	held: boolean;
}

/** The notes that apply; none says what is not the case. */
export function notesOf(
	trends: Trends,
	drawn: Drawn,
	{ filtered, cut, held }: Circumstances
): string[] {
	const { bins, base, lines, span } = trends;
	if (!bins || !base || !span) return [];
	const notes: string[] = [];
	const { articles } = base;
	const of = filtered
		? 'The filters in force apply to every query and to what it is divided by: '
		: '';
	notes.push(`${of}${counted(articles.total, 'article')} in all, drawn under the axis.`);
	const empty = articles.bins.reduce((sum, value) => sum + Number(value === 0), 0);
	if (empty > 0)
		notes.push(
			`${counted(empty, 'period')} of ${articles.bins.length}: the archive holds nothing from then${filtered ? ' that the filters leave' : ''}. There the lines have a gap and the ground is shaded; a zero is drawn only where there are articles and none matches.`
		);
	const small = new Set(
		lines.flatMap(({ points }) => points?.flatMap((each, bin) => (each.small ? [bin] : [])) ?? [])
	);
	if (small.size > 0)
		notes.push(
			`Few articles: ${counted(small.size, 'period')} with fewer than ${trends.smallBase}, where one article more or less would move a share by more than 50 in 1,000. Their points are hollow and not joined, and the table says “few”.`
		);
	if (drawn.trendWindow > 1)
		notes.push(
			`Smoothed: each point is what was found in ${drawn.trendWindow} periods around it, divided by ${drawn.trendScale === 'raw' ? 'their number' : 'what they hold'}; at the ends and beside gaps they are fewer. The table has the counts as they are too.`
		);
	if (drawn.trendScale === 'words')
		notes.push(
			'Words are those of headlines and text. Kickers, decks and notes are searched too, and their words are not counted: a rate per word is somewhat high where articles have many notes.'
		);
	if (articles.approximate > 0)
		notes.push(
			`${counted(articles.approximate, 'article')} whose date is known only approximately ${articles.approximate === 1 ? 'is' : 'are'} shared equally among the days that it can mean, so that counts may hold fractions.`
		);
	const first = bins.edges[0] as Day;
	const until = bins.edges[bins.edges.length - 1] as Day;
	if (cut && (first < span.first || until - 1 > span.last) && bins.unit !== 'day')
		notes.push(
			`Counted from ${describeDay(span.first)} to ${describeDay(span.last)}: ${describeBin(first, bins.unit)} or ${describeBin(bins.edges[bins.edges.length - 2] as Day, bins.unit)} may be counted in part.`
		);
	if (articles.outside > 1e-6)
		notes.push(
			`${describeShare(roundly(articles.outside))} articles’ worth of approximate dates lies outside the dates shown, and is in the table alone.`
		);
	if (articles.undated > 0)
		notes.push(
			`${counted(articles.undated, 'article')} without a date cannot be drawn: ${lines
				.map((line) => `${line.articles?.undated ?? 0} with ${quoted(line.question.query)}`)
				.join(', ')}. The table counts them.`
		);
	if (trends.atLeast)
		notes.push(
			'Some phrases have not been checked on every text: these counts are the least that there are.'
		);
	if (drawn.trendUnit === 'occurrences' && lines.some((line) => line.answer && !line.occurrences))
		notes.push(
			held
				? 'Matches are counted as soon as the texts have been read.'
				: 'Matches cannot be counted here: the texts of so large an archive are never all read. Count articles instead.'
		);
	return notes;
}
