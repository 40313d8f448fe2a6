/** What the syntax card says: examples made of this archive's own names, years and words, and the rules of words. */
import type { Catalog } from '../bundle/format.ts';
import { partsOf, type Day } from '../archive/day.ts';

export type Example = readonly [query: string, means: string];

export interface Examples {
	title: string;
	examples: Example[];
}

/** The rules of words that a reader may wonder about; `docs/search.md` has them all. */
export const rules = [
	'Capitals and accents do not matter: ocalan finds Öcalan, lodz finds Łódź. With = before it, a word is found only as spelt.',
	'English words are found in all their forms: strike finds strikes and striking. Words in quotation marks, names, and words of other languages are found as they stand.',
	'An apostrophe joins: don’t is one word, and O’Brien; the ’s of Trump’s is passed over.',
	'A hyphen parts: four-week finds these two words side by side, and so does “four week”.',
	'Initials are one word: I.C.E. and ice find the same, U.S. and us too; =ICE finds only the capitals.',
	'Numbers are whole: 202 does not find 2022; 1,200 and 1200 are the same.',
	'Words such as the and of are not required beside other words; in quotation marks they count.',
	'AND, OR and NOT are signs only in capitals. AND binds more closely than OR; brackets say otherwise.',
	'A question mark inside a word stands for a letter; at the end of a word it is a question mark.'
] as const;

/** The value that stands most often, the first of several; undefined where there is none. */
function mostFrequent<Value>(values: Iterable<Value>): Value | undefined {
	const counts = new Map<Value, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let best: Value | undefined;
	for (const [value, count] of counts) if (count > (counts.get(best as Value) ?? 0)) best = value;
	return best;
}

const isWord = (text: string) => /^\p{L}{4,}$/u.test(text);
const plainWord = /^\p{Ll}{5,}$/u;

/** Words and a pair of neighbours from the headlines, so that the examples find something. */
function wordsOf(texts: readonly string[]): { first: string; second: string; pair: string } {
	const headlines = texts.map((text) => text.split(/\s+/));
	const word = mostFrequent(
		headlines.flatMap((all) => [...new Set(all)]).filter((one) => plainWord.test(one))
	);
	const first = word ?? 'strike';
	const line =
		headlines.find(
			(all) => all.includes(first) && all.some((one) => one !== first && plainWord.test(one))
		) ?? [];
	const second = line.find((one) => one !== first && plainWord.test(one)) ?? 'workers';
	const pairs = headlines.flatMap((all) =>
		all.slice(1).flatMap((next, at) => {
			const before = all[at] ?? '';
			return isWord(before) && isWord(next) ? [`${before} ${next}`] : [];
		})
	);
	return { first, second, pair: mostFrequent(pairs) ?? 'general strike' };
}

const havings = 'notes lists quotations captions headings headline byline publication date'.split(
	' '
);

const beings = {
	approximate: 'not dated to the day; also undated, inferred',
	undated: 'without a date; also approximate, inferred',
	inferred: 'dated by the file around it; also approximate, undated'
};

/** Whether some article of a catalog is so; where there is none yet, all are taken for possible. */
function isSomewhere(catalog: Catalog | null, being: keyof typeof beings): boolean {
	if (!catalog) return true;
	const { first, known, dateBasis, names } = catalog;
	if (being === 'undated') return first.includes(null);
	if (being === 'inferred') return dateBasis.includes(names.basis.indexOf('inferred'));
	return known.some((code) => !['day', 'undated'].includes(names.known[code] ?? ''));
}

/**
 * The examples of the card, for the catalog of an archive and some of its headlines; where there is none yet, examples
 * that need none.
 */
export function examplesOf(catalog: Catalog | null, headlines: readonly string[]): Examples[] {
	const { first, second, pair } = wordsOf(headlines);
	const nameOf = (codes: (number | null)[], names: readonly string[]) =>
		names[mostFrequent(codes.filter((code) => code !== null)) ?? -1];
	const author = catalog && nameOf(catalog.authors.flat(), catalog.names.author);
	const publication = catalog && nameOf(catalog.publication, catalog.names.publication);
	const years = (catalog?.first ?? []).flatMap((day) =>
		day === null ? [] : [partsOf(day as Day).year]
	);
	const year = mostFrequent(years) ?? 1923;
	const earliest = years[0] ?? year;
	const kind = (catalog && nameOf(catalog.kind, catalog.names.kind)) ?? 'full';
	const language = (catalog && nameOf(catalog.language, catalog.names.language)) ?? 'en';
	// What some article has.
	const held = (catalog?.names.has ?? []).filter((_, at) =>
		catalog?.has.some((sum) => (sum >> at) & 1)
	);
	const feature = held.find((each) => each !== 'headline') ?? held[0] ?? 'notes';
	const others = havings.filter((each) => each !== feature);
	const being = (['approximate', 'undated', 'inferred'] as const).find((each) =>
		isSomewhere(catalog, each)
	);
	const capital = first.charAt(0).toUpperCase() + first.slice(1);
	const slip = first.slice(0, 2) + first.charAt(3) + first.charAt(2) + first.slice(4);
	return [
		{
			title: 'Words',
			examples: [
				[`${first} ${second}`, 'both words, in any form, anywhere in the article'],
				[`"${pair}"`, 'these words, one after the other, as they stand'],
				[`"${first} ${second}"~10`, 'these words in any order, with at most ten others among them'],
				[`${first.slice(0, 4)}*`, 'every word that begins so (two letters at least)'],
				[
					`${first.slice(0, 2)}?${first.slice(3)}`,
					'one letter left open; a star leaves any number open'
				],
				[`"${pair.slice(0, -1)}*"`, 'the same inside a phrase'],
				[`${slip}~`, 'one letter more, less, changed or swapped; the first letter stands'],
				[`=${capital}`, 'spelt exactly so, capitals and accents too'],
				[`${first} stem:off`, 'the words of the query in this form only']
			]
		},
		{
			title: 'Both, either, not',
			examples: [
				[`${first} OR ${second}`, 'one of them, or both'],
				[`${first} -${second}`, 'the first, and not the second; NOT says the same'],
				[`${first} (${second} OR "${pair}")`, 'brackets keep together']
			]
		},
		{
			title: 'Where and when',
			examples: [
				[`headline:${first}`, 'in the headline (title: says the same); text: everywhere else'],
				...(author
					? ([[`author:"${author}"`, 'by this author; a part of the name will do']] as Example[])
					: []),
				...(publication
					? ([[`publication:"${publication}"`, 'in this publication']] as Example[])
					: []),
				[`date:${year}`, 'dated so, or perhaps so: also 1923-05, 192X, 1923~, in EDTF'],
				[`date:[${earliest} TO ${year}-06]`, 'from the first to the last; either may be *'],
				[`kind:${kind}`, 'full, excerpt or notice'],
				[`lang:${language}`, 'in this language'],
				[`has:${feature}`, `also ${others.join(', ')}`],
				...(being ? ([[`is:${being}`, beings[being]]] as Example[]) : [])
			]
		}
	];
}
