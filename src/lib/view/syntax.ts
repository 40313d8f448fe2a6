/** What the syntax card says: examples made of this archive's own names, years and words, and the rules of words. */
import type { Catalog } from '../bundle/format.ts';
import { partsOf, type Day } from '../archive/day.ts';
import { isStopWord, stemOf } from '../archive/stems.ts';
import { splitWords } from '../archive/words.ts';

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

/** A word of a headline that can stand in an example. */
interface Telling {
	/** Folded. */
	word: string;
	/** As printed. */
	raw: string;
	/** Whether nothing but a space parts it from the one before. */
	follows: boolean;
}

/** The words of a headline, those too common or too short to tell anything left out, each with its place among all. */
function tellingIn(headline: string): Map<number, Telling> {
	const telling = new Map<number, Telling>();
	let before = 0;
	for (const [at, { word, start, end }] of splitWords(headline).entries()) {
		const raw = headline.slice(start, end);
		// One that the marks of a query would part or join stands for others no less.
		if (/^\p{L}{4,}$/u.test(raw) && !isStopWord(word))
			telling.set(at, { word, raw, follows: headline.slice(before, start) === ' ' });
		before = end;
	}
	return telling;
}

/** How many other words may stand among those of the example of near words. */
const among = 10;

/** Words of the headlines that the examples are made of, such that each finds something. */
interface Chosen {
	first: string;
	/** In a headline with the first, near it. */
	second: string | undefined;
	/** Whether some headline with the first is without the second, in any form. */
	parted: boolean;
	/** Side by side in a headline. */
	pair: string | undefined;
	/** With a capital, as printed. */
	capital: string;
}

/** Null where the headlines have no words to make examples of: in other scripts, or none at all. */
function chooseFrom(headlines: readonly string[]): Chosen | null {
	const lines = headlines.map(tellingIn);
	const wordsIn = (line: Map<number, Telling>) => [...line.values()];
	const first = mostFrequent(
		lines.flatMap((line) => [
			...new Set(wordsIn(line).flatMap(({ word }) => (word.length > 4 ? word : [])))
		])
	);
	if (first === undefined) return null;
	const stem = stemOf(first);
	const having = lines.filter((line) => wordsIn(line).some(({ word }) => word === first));
	const second = mostFrequent(
		having.flatMap((line) => {
			const places = [...line].flatMap(([at, { word }]) => (word === first ? at : []));
			return [...line].flatMap(([at, { word }]) =>
				stemOf(word) !== stem && places.some((place) => Math.abs(place - at) <= among) ? word : []
			);
		})
	);
	const other = stemOf(second ?? '');
	return {
		first,
		second,
		parted: having.some((line) => wordsIn(line).every(({ word }) => stemOf(word) !== other)),
		pair: mostFrequent(
			lines.flatMap((line) =>
				[...line].flatMap(([at, { word, follows }]) => {
					const before = line.get(at - 1);
					return before && follows ? `${before.word} ${word}` : [];
				})
			)
		),
		capital:
			mostFrequent(
				lines.flatMap((line) =>
					wordsIn(line).flatMap(({ raw }) => (/^\p{Lu}\p{Ll}+$/u.test(raw) ? raw : []))
				)
			) ?? first
	};
}

/** What examples show where an archive has nothing to make them of. */
const invented: Chosen = {
	first: 'strike',
	second: 'workers',
	parted: true,
	pair: 'general strike',
	capital: 'Strike'
};

/** A name as a phrase: quotation marks within would end it. */
const quoted = (name: string) => `"${name.replace(/["“”„‟«»＂]/g, ' ').trim()}"`;

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
	const chosen = catalog ? chooseFrom(headlines) : invented;
	const nameOf = (codes: (number | null)[], names: readonly string[]) =>
		names[mostFrequent(codes.filter((code) => code !== null)) ?? -1];
	const author = catalog && nameOf(catalog.authors.flat(), catalog.names.author);
	const publication = catalog && nameOf(catalog.publication, catalog.names.publication);
	const days = (catalog?.first ?? []).flatMap((day) => (day === null ? [] : [partsOf(day as Day)]));
	const year = mostFrequent(days.map((day) => day.year));
	const month = mostFrequent(days.flatMap((day) => (day.year === year ? day.month : [])));
	const kind = (catalog && nameOf(catalog.kind, catalog.names.kind)) ?? 'full';
	const language = (catalog && nameOf(catalog.language, catalog.names.language)) ?? 'en';
	// What some article has.
	const held = (catalog?.names.has ?? []).filter((_, at) =>
		catalog?.has.some((sum) => (sum >> at) & 1)
	);
	const ofHead = catalog ? days.length > 0 && 'date' : 'notes';
	const feature = held.find((each) => each !== 'headline') ?? held[0] ?? ofHead;
	const others = havings.filter((each) => each !== feature);
	const being = (['approximate', 'undated', 'inferred'] as const).find((each) =>
		isSomewhere(catalog, each)
	);
	return [
		...(chosen ? examplesOfWords(chosen) : []),
		{
			title: 'Where and when',
			examples: given(
				chosen && [
					`headline:${chosen.first}`,
					'in the headline (title: says the same); text: everywhere else'
				],
				author && [`author:${quoted(author)}`, 'by this author; a part of the name will do'],
				publication && [`publication:${quoted(publication)}`, 'in this publication'],
				year !== undefined && [
					`date:${fourDigits(year)}`,
					'dated so, or perhaps so: also 1923-05, 192X, 1923~, in EDTF'
				],
				year !== undefined && [
					`date:[${fourDigits(days[0]?.year ?? year)} TO ${fourDigits(year)}-${String(month).padStart(2, '0')}]`,
					'from the first to the last; either may be *'
				],
				[`kind:${kind}`, 'full, excerpt or notice'],
				[`lang:${language}`, 'in this language'],
				feature && [`has:${feature}`, `also ${others.join(', ')}`],
				being && [`is:${being}`, beings[being]]
			)
		}
	];
}

const fourDigits = (year: number) => String(year).padStart(4, '0');

const given = (...examples: (Example | false | null | undefined | '')[]): Example[] =>
	examples.filter((each) => each !== '' && Boolean(each)) as Example[];

function examplesOfWords({ first, second, parted, pair, capital }: Chosen): Examples[] {
	const slip = first.slice(0, 2) + first.charAt(3) + first.charAt(2) + first.slice(4);
	return [
		{
			title: 'Words',
			examples: given(
				second && [`${first} ${second}`, 'both words, in any form, anywhere in the article'],
				pair && [`"${pair}"`, 'these words, one after the other, as they stand'],
				second && [
					`"${first} ${second}"~${among}`,
					'these words in any order, with at most ten others among them'
				],
				[`${first.slice(0, 4)}*`, 'every word that begins so (two letters at least)'],
				[
					`${first.slice(0, 2)}?${first.slice(3)}`,
					'one letter left open; a star leaves any number open'
				],
				pair && [`"${pair.slice(0, -1)}*"`, 'the same inside a phrase'],
				[`${slip}~`, 'one letter more, less, changed or swapped; the first letter stands'],
				[`=${capital}`, 'spelt exactly so, capitals and accents too'],
				[`${first} stem:off`, 'the words of the query in this form only']
			)
		},
		{
			title: 'Both, either, not',
			examples: given(
				second && [`${first} OR ${second}`, 'one of them, or both'],
				second !== undefined &&
					parted && [
						`${first} -headline:${second}`,
						'the first, and not the second in the headline; NOT says the same as the minus sign'
					],
				pair && second && [`${first} (${second} OR "${pair}")`, 'brackets keep together']
			)
		}
	];
}
