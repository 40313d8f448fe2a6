/** Bylines in sentences, computed from the counts that the rows draw. */
import { describeBin, type Bins } from '../../archive/bins.ts';
import { dayOf, partsOf, type Day } from '../../archive/day.ts';
import type { Pair, ValueTally } from '../../filter/tally.ts';
import { count, counted, labelOf } from '../labels.ts';

/** The cells of a strip in words, in their order: `1996`, `Apr – Jun 2022`, `the 1990s`. */
export function describeCells(bins: Bins): string[] {
	const article = bins.unit === 'decade' ? 'the ' : '';
	return Array.from(
		bins.edges.subarray(0, -1),
		(edge) => article + describeBin(edge as Day, bins.unit)
	);
}

/** The years at the two ends of a strip. */
export function describeEnds({ unit, edges }: Bins): [string, string] {
	const yearOf = (at: number) => partsOf((edges[at] ?? 0) as Day).year;
	const last = edges.length - 2;
	const end = unit === 'decade' ? yearOf(last) : partsOf(((edges[last + 1] ?? 0) - 1) as Day).year;
	return [unit, unit].map((each, at) =>
		describeBin(dayOf(at === 0 ? yearOf(0) : end), each === 'decade' ? 'decade' : 'year')
	) as [string, string];
}

/** `214 of 497 articles match`, `497 articles`. */
export function describeCounts({ all, matching }: Pair<number>, asked: boolean) {
	if (!asked) return counted(all, 'article');
	return `${count(matching)} of ${counted(all, 'article')} ${matching === 1 ? 'matches' : 'match'}`;
}

/** A cell of a strip: `1996: 3 of 5 articles match`; `1996: 0.249 articles, approximate dates shared`. */
export function describeCell(name: string | undefined, pair: Pair<number>, asked: boolean): string {
	const shared = pair.all % 1 ? ', approximate dates shared' : '';
	return `${name}: ${describeCounts(pair, asked)}${shared}`;
}

/** A row: `İsmail Doğan, 214 of 497 articles match, most in 1996`. `counts`: what the strip shades. */
export function describeRow(
	tally: ValueTally,
	asked: boolean,
	counts: ArrayLike<number>,
	cells: readonly string[]
): string {
	const words = `${labelOf('author', tally.value)}, ${describeCounts(tally, asked)}`;
	let [most, others] = [0, 0];
	for (let at = 1; at < counts.length; at++) {
		const [high, here] = [counts[most] ?? 0, counts[at] ?? 0];
		if (here > high) [most, others] = [at, 0];
		else if (here === high) others++;
	}
	const cell = cells[most];
	// Periods as full as the fullest: none stands out. Nor does the likeliest of an article that is in several.
	const shown = asked ? tally.matching : tally.all;
	const high = counts[most] ?? 0;
	if (!cell || high === 0 || others > 0 || (shown === 1 && high < 1)) return words;
	return `${words}, ${shown === 1 ? '' : 'most '}in ${cell}`;
}

/** The caption: how many names there are, and which of them counts most. */
export function describeBylines(
	tally: readonly ValueTally[],
	asked: boolean,
	first: ValueTally | undefined
): string {
	const names = tally.filter(({ value, all }) => value !== '' && all > 0).length;
	const without = tally.find(({ value }) => value === '')?.all ?? 0;
	const begin = `${counted(names, 'name')}; ${counted(without, 'article')} without a byline.`;
	if (!first) return begin;
	if (asked && first.matching === 0) return `${begin} No article matches.`;
	return `${begin} Most: ${labelOf('author', first.value)}, ${describeCounts(first, asked)}.`;
}
