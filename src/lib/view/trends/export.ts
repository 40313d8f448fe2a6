/** Trends as a table and as a picture for other programs: what stands in them is said in docs/formats.md. */
import { byteOrderMark, csvRecord } from '../../archive/csv.ts';
import { describeBin } from '../../archive/bins.ts';
import { writeDay, type Day } from '../../archive/day.ts';
import type { Manifest } from '../../bundle/format.ts';
import type { Trends } from '../../explorer/trends.svelte.ts';
import type { Selection } from '../../filter/selection.ts';
import type { Spread, TrendPoint } from '../../filter/trend.ts';
import { filtersOf } from '../export.ts';

export const columns = [
	'query',
	'period',
	'first_day',
	'last_day',
	'articles',
	'matches',
	'articles_there_are',
	'words_there_are',
	'value',
	'unit',
	'scale',
	'smoothing',
	'few',
	'complete',
	'filters',
	'archive',
	'archive_version'
] as const;

/** What a table of trends is made from. */
export interface Compared {
	trends: Pick<Trends, 'bins' | 'base' | 'lines'>;
	selection: Selection;
	manifest: Pick<Manifest, 'title' | 'version'>;
}

const clean = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * The table: for each query a record for each period, then `outside`, `undated` and `all`. A period of which nothing is
 * held has no value; counts are never smoothed, only `value` is.
 */
export function recordsOf({ trends, selection, manifest }: Compared): string {
	const { bins, base, lines } = trends;
	let text = csvRecord(columns);
	if (!bins || !base) return text;
	for (const line of lines) {
		const record = (
			period: readonly [name: string, first: string, last: string],
			of: (spread: Spread) => number,
			point: TrendPoint | null
		) =>
			csvRecord([
				line.question.query,
				...period,
				line.articles ? clean(of(line.articles)) : '',
				line.occurrences ? clean(of(line.occurrences)) : '',
				clean(of(base.articles)),
				clean(of(base.words)),
				point === null || point.value === null ? '' : clean(point.value),
				selection.trendUnit === 'articles' ? 'articles' : 'matches',
				{ raw: 'as counted', articles: 'per 1000 articles', words: 'per million words' }[
					selection.trendScale
				],
				selection.trendWindow === 1
					? 'none'
					: `centred moving average over ${selection.trendWindow} periods`,
				point ? (point.small ? 'yes' : 'no') : '',
				line.answer?.verified ? 'yes' : 'no',
				// Whether any of the words will do is said of the first query alone.
				filtersOf({ ...selection, any: line.question.any }),
				manifest.title,
				manifest.version
			]);
		for (let bin = 0; bin < base.articles.bins.length; bin++) {
			const [start, end] = [bins.edges[bin] as Day, ((bins.edges[bin + 1] ?? 0) - 1) as Day];
			text += record(
				[describeBin(start, bins.unit), writeDay(start), writeDay(end)],
				(spread) => spread.bins[bin] ?? 0,
				line.points?.[bin] ?? null
			);
		}
		text += record(['outside', '', ''], ({ outside }) => outside, null);
		text += record(['undated', '', ''], ({ undated }) => undated, null);
		text += record(['all', '', ''], ({ total }) => total, null);
	}
	return text;
}

/** The file: it begins so that every spreadsheet reads it as UTF-8. */
export function tableFile(compared: Compared): string[] {
	return [byteOrderMark, recordsOf(compared)];
}
