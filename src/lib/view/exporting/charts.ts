/** The charts beside every result as CSV: what stands in the files is said in docs/formats.md. */
import { describeBin } from '../../archive/bins.ts';
import { writeDay, type Day } from '../../archive/day.ts';
import type { FacetSpans, ValueTally } from '../../filter/tally.ts';
import type { DateTally } from '../../filter/tally-dates.ts';
import { fileOf, type Origin } from '../composition/export.ts';

const clean = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * A record for each period in the picture, then `outside`, `undated` and `all`. `passing`: articles that pass, of
 * `articles` there are; `exact`: those of all dated to the day.
 */
export function fileOfTimeline(
	tally: DateTally | null,
	whole: { articles: number; exact: number; passing: number },
	undated: { all: number; matching: number },
	origin: Origin
): string[] {
	const bins = tally ? Array.from(tally.toTheDay.all.keys()) : [];
	const at = (bin: number) => {
		const toTheDay = tally?.toTheDay.all[bin] ?? 0;
		const approximate = tally?.approximate.all[bin] ?? 0;
		const matching = (tally?.toTheDay.matching[bin] ?? 0) + (tally?.approximate.matching[bin] ?? 0);
		return [matching, toTheDay + approximate, toTheDay, approximate];
	};
	const sum = bins
		.map(at)
		.reduce((one, other) => one.map((value, place) => value + (other[place] ?? 0)), [0, 0, 0, 0]);
	const all = [
		whole.passing,
		whole.articles,
		whole.exact,
		whole.articles - undated.all - whole.exact
	];
	const beside = [undated.matching, undated.all, 0, 0];
	const outside = all.map((value, place) => value - (sum[place] ?? 0) - (beside[place] ?? 0));
	const head = [
		'period',
		'first_day',
		'last_day',
		'articles',
		'articles_there_are',
		'to_the_day',
		'approximate'
	];
	const records = [
		...bins.map((bin) => {
			const [start, end] = [tally?.edges[bin] ?? 0, tally?.edges[bin + 1] ?? 0];
			const name = tally ? describeBin(start as Day, tally.unit) : '';
			const days = [start, end - 1].map((day) => writeDay(day as Day));
			return [name, ...days, ...at(bin).map(clean)];
		}),
		['outside', '', '', ...outside.map(clean)],
		['undated', '', '', ...beside],
		['all', '', '', ...all]
	];
	return fileOf(head, records, origin);
}

/** A record for each name in the order given, with the first and last day that its articles can be of. */
export function fileOfBylines(
	codes: readonly number[],
	tally: readonly ValueTally[],
	{ first, last }: FacetSpans,
	origin: Origin
): string[] {
	const day = (found: Day | null | undefined) => (found == null ? '' : writeDay(found));
	const records = codes.map((code) => {
		const { value = '', matching = 0, all = 0 } = tally[code] ?? {};
		return [value, matching, all, day(first[code]), day(last[code])];
	});
	const head = ['byline', 'articles', 'articles_there_are', 'first_day', 'last_day'];
	return fileOf(head, records, origin);
}
