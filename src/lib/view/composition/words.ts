/** What the articles found are made of, in sentences and tables. */
import { describeBin, type Bins } from '../../archive/bins.ts';
import type { Day } from '../../archive/day.ts';
import { describeShare } from '../../chart/describe.ts';
import type { Distinctive } from '../../explorer/composition.svelte.ts';
import type { LengthTally, NamePair, Signature, ValueOverTime } from '../../filter/composition.ts';
import type { Facet, Selection } from '../../filter/selection.ts';
import type { Pair } from '../../filter/tally.ts';
import type { Counted } from '../../search/counts.ts';
import { count, counted, labelOf } from '../labels.ts';

export const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** How many articles a figure is about: those found, and beside them what it ignores. */
export interface Found {
	passing: number;
	/** Whatever the figure's own filter says. */
	choosable: number;
	all: number;
	asked: boolean;
	/** Some have not been checked on their texts: counts are the least that there are. */
	atLeast: boolean;
}

/** `14 of 26 articles (20 whatever their length)`. */
export function describeFound(found: Found, ignoring: string): string {
	const { passing, choosable, all, asked, atLeast } = found;
	if (!asked) return counted(all, 'article');
	const least = atLeast ? 'at least ' : '';
	const more = choosable === passing ? '' : ` (${count(choosable)} ${ignoring})`;
	return `${least}${count(passing)} of ${counted(all, 'article')}${more}`;
}

/** `14 of 26`, or `26` where nothing is asked. */
export function describePair({ all, matching }: Pair<number>, asked: boolean): string {
	return asked && all > 0 ? `${count(matching)} of ${count(all)}` : count(all);
}

/** A row to those who listen: `The Ledger: 14 of 26 articles`. */
export function describeRow(name: string, pair: Pair<number>, asked: boolean, out = false): string {
	const left = out ? ', left out' : '';
	return `${name}: ${describePair(pair, asked)} ${pair.all === 1 ? 'article' : 'articles'}${left}`;
}

/** One row of a figure over time. */
export interface TimeRow extends ValueOverTime {
	/** As in the selection. */
	value: string;
}

const whatever: Partial<Record<Facet, string>> = {
	author: 'whatever their byline',
	publication: 'whatever their publication'
};
const nouns: Partial<Record<Facet, [one: string, many: string]>> = {
	author: ['byline', 'bylines'],
	publication: ['publication', 'publications']
};

/** The counts of a bin, exact and approximate dates together. */
export function inBin(row: ValueOverTime, which: 'all' | 'matching', bin: number): number {
	return (row.toTheDay[which][bin] ?? 0) + (row.approximate[which][bin] ?? 0);
}

/** What the rows show: `14 of 26 articles, by month, …; 7 of 12 publications are shown.` */
export function describeOverTime(
	facet: Facet,
	rows: readonly TimeRow[],
	values: number,
	bins: Bins,
	most: number,
	found: Found
): string {
	const [one, many] = nouns[facet] ?? ['value', 'values'];
	const name = (bin: number) => describeBin(bins.edges[bin] as Day, bins.unit);
	const [start, end] = [name(0), name(bins.edges.length - 2)];
	const span = start === end ? ` (${start})` : ` from ${start} to ${end}`;
	const shown =
		rows.length < values
			? `${count(rows.length)} of ${counted(values, one, many)} shown`
			: counted(values, one, many);
	const first = rows[0];
	const leadOf = (row: TimeRow | undefined) => row?.total[found.asked ? 'matching' : 'all'];
	const lead = leadOf(first);
	// Of several with as many none has most.
	const leader =
		first && lead && rows.length > 1 && lead !== leadOf(rows[1])
			? ` Most: ${labelOf(facet, first.value)} (${count(lead)}).`
			: '';
	return `${capital(describeFound(found, whatever[facet] ?? ''))}, by ${bins.unit}${span}: ${shown}.${leader} All rows have one scale: full height is ${counted(Math.ceil(most * 100 - 1e-6) / 100, 'article')} in a ${bins.unit}.`;
}

/** Head and rows of its table: a line for each period, a column for each value; the last line is the whole. */
export function tableOverTime(
	facet: Facet,
	rows: readonly TimeRow[],
	bins: Bins,
	asked: boolean
): { head: string[]; rows: string[][] } {
	const cell = (all: number, matching: number) =>
		all === 0
			? '–'
			: asked
				? `${describeShare(matching)} of ${describeShare(all)}`
				: describeShare(all);
	const lines = Array.from({ length: bins.edges.length - 1 }, (_, bin) => [
		capital(describeBin(bins.edges[bin] as Day, bins.unit)),
		...rows.map((row) => cell(inBin(row, 'all', bin), inBin(row, 'matching', bin)))
	]);
	if (rows.some(({ undated }) => undated.all > 0))
		lines.push(['Undated', ...rows.map(({ undated }) => cell(undated.all, undated.matching))]);
	lines.push(['All', ...rows.map(({ total }) => cell(total.all, total.matching))]);
	return { head: ['Period', ...rows.map(({ value }) => labelOf(facet, value))], rows: lines };
}

/** `300 to 499 words`. */
export function describeClass({ edges }: LengthTally, at: number): string {
	return `${count(edges[at] ?? 0)} to ${count((edges[at + 1] ?? 1) - 1)} words`;
}

/** How long the articles found are. */
export function describeLengths(
	middle: { low: number; median: number; high: number } | null,
	found: Found
): string {
	const lead = `${capital(describeFound(found, 'whatever their length'))} by number of words`;
	if (!middle) return `${lead}.`;
	const { low, median, high } = middle;
	return `${lead}: median ${counted(median, 'word')}, the middle half from ${count(low)} to ${count(high)}. Classes grow with length, about equally wide in ratio.`;
}

export function tableOfLengths(tally: LengthTally, asked: boolean) {
	const { all, matching } = tally.articles;
	const sum = (of: Uint32Array) => count(of.reduce((a, b) => a + b, 0));
	const line = (name: string, one: string, other: string) => [name, one, ...(asked ? [other] : [])];
	return {
		head: line('Length', 'Articles', 'Matching'),
		rows: [
			...Array.from(all, (each, at) =>
				line(describeClass(tally, at), count(each), count(matching[at] ?? 0))
			),
			line('All', sum(all), sum(matching))
		]
	};
}

export const signatureLabels: Record<Signature, string> = {
	one: 'One person',
	several: 'Several persons',
	body: 'A body, alone or with persons',
	none: 'No byline'
};

/** `said`: whether the curator says of any name whose it is. */
export function describeSignatures(found: Found, said: boolean): string {
	const how = said
		? 'the curator or by a word of its name'
		: 'a word of its name and by nothing else';
	return `${capital(describeFound(found, whatever.author ?? ''))} by who signs. A body, such as a committee, an agency or a newsroom, is told by ${how}.`;
}

/** Who writes with whom. */
export function describePairs(
	pairs: number,
	together: Pair<number>,
	shown: number,
	asked: boolean
): string {
	if (pairs === 0) return 'No article has two bylines: nobody writes with anybody.';
	const many = `${describePair(together, asked)} ${together.all === 1 ? 'article has' : 'articles have'} two bylines or more${asked ? ', whatever bylines are chosen' : ''}`;
	const which = shown < pairs ? `; the ${count(shown)} most frequent are shown` : '';
	return `${many}: ${counted(pairs, 'pair')} of names${which}. An article with three names counts for three pairs.`;
}

/** Most articles found first, then most in all, then by name. */
export function rankPairs(pairs: readonly NamePair[], names: readonly string[]): NamePair[] {
	const nameOf = ({ one, other }: NamePair) => `${names[one]}\n${names[other]}`;
	return [...pairs].sort(
		(a, b) => b.matching - a.matching || b.all - a.all || (nameOf(a) < nameOf(b) ? -1 : 1)
	);
}

/** What distinctive words rest on. */
export function describeDistinctive(found: Distinctive, terms: number): string {
	const part = ({ articles, of, words }: Counted) =>
		`${articles < of ? `${count(articles)} of ` : ''}${counted(of, 'article')} (${counted(words, 'word')})`;
	const sample =
		found.own.articles < found.own.of || found.others.articles < found.others.of
			? ' The articles that were read are evenly spaced over the archive.'
			: '';
	const left =
		found.asked.length === 0
			? ''
			: ` Left out, since they were asked for: ${found.asked.slice(0, 12).join(', ')}${found.asked.length > 12 ? ' …' : ''}.`;
	return `${terms === 0 ? `No word stands out in ${part(found.own)} against` : `${counted(terms, 'word')} more frequent in ${part(found.own)} than in`} ${part(found.others)}: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), z of 1.96 and more${found.own.articles > 1 ? ', words of two articles at least' : ''}. Headlines, kickers, decks and text are counted, notes are not.${sample}${left}`;
}

/** Where a press on a word leads: the articles found that have it. Null where the words asked for are alternatives. */
export function withWord(selection: Selection, word: string): Selection | null {
	if (selection.any) return null;
	const query = selection.query.trim();
	const both = query === '' ? word : / /.test(query) ? `(${query}) ${word}` : `${query} ${word}`;
	return { ...selection, query: both, open: null };
}
