/** The whole query language against a reader who reads everything: the same articles, the same number of matches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../src/lib/archive/article.ts';
import { fold } from '../../src/lib/archive/fold.ts';
import { analyserVersion } from '../../src/lib/archive/stems.ts';
import { scanWords } from '../../src/lib/archive/words.ts';
import type { Files } from '../../src/lib/bundle/format.ts';
import { packBundle } from '../../src/lib/bundle/pack.ts';
import { press } from '../../src/lib/press/press.ts';
import { openEngine, type Engine, type Library } from '../../src/lib/search/engine.ts';
import { packIndex } from '../../src/lib/search/index.ts';
import { matcherOf } from '../../src/lib/search/match.ts';
import { partsOf, zoneOf } from '../../src/lib/search/parts.ts';
import { readQuery } from '../../src/lib/search/query.ts';
import { seedsOf } from '../ingest/read-folder.ts';
import { Brute, write, type Asked, type Fact, type Words } from './brute.ts';
import { textOf } from './library.ts';

function libraryFrom(files: Files, manifest: Library['manifest']): Library {
	return {
		manifest,
		read: async (path) => {
			const bytes = files.get(path);
			if (!bytes) throw new Error(`no ${path}`);
			return bytes;
		}
	};
}

async function pressed(articles: Article[]): Promise<Library> {
	const files: Files = new Map();
	const index = await packIndex(
		articles.map((text) => ({ text, language: text.language })),
		(path, bytes) => files.set(path, bytes)
	);
	const none = { description: null, publisher: null, address: null, contact: null };
	const packing = { title: 'Test', ...none, accounts: [], articles, seeds: [], index };
	return libraryFrom(files, await packBundle({ ...packing, analyser: analyserVersion }, files));
}

const texts =
	'strike strikes Strike striking nurse Nurses nation the The of is Öcalan Ocalan 2022 U.S. us US four-week Łódź don’t ICE I.C.E. ice news new';
const words = texts.split(' ');
/** Of other scripts and signs; those that are several words by themselves stand in phrases and among near words alone. */
const foreign = "Δρόμος Улица שָׁלוֹם مرحبا ﬁnance Ørsted don't 1,234 1.234 stri\u00adke".split(' ');
const several = ['l’Humanité', '北京市', 'AT&T', '18.9.2019'];
const sentence = fc
	.array(fc.constantFrom(...words, ...foreign, ...several), { maxLength: 9 })
	.map((found) => found.join(' '));
const block = fc.record({
	kind: fc.constantFrom<Block['kind']>('paragraph', 'list', 'quotation', 'elision'),
	text: sentence
});
const dates = [
	{ edtf: '1919-05-01', first: '1919-05-01', last: '1919-05-01' },
	{ edtf: '1920', first: '1920-01-01', last: '1920-12-31' },
	{ edtf: '1921-06~', first: '1921-06-01', last: '1921-06-30' },
	null
];
const article: fc.Arbitrary<Article> = fc
	.record({
		headline: fc.option(sentence),
		kicker: fc.option(sentence),
		blocks: fc.array(block, { maxLength: 3 }),
		note: fc.option(sentence),
		language: fc.constantFrom('en', 'en-GB', 'de'),
		authors: fc.subarray(['Jane Doe', 'John Smith', 'The Strike Committee']),
		publication: fc.constantFrom('The Nation', 'Gazette', null),
		date: fc.constantFrom(...dates),
		kind: fc.constantFrom<Article['kind']>('full', 'excerpt', 'notice')
	})
	.map(({ headline, note, date, blocks, ...more }) => {
		const text = textOf(headline, [], {
			...more,
			blocks: blocks.map((each) => ({ ...each, lines: [1, 1] as const })),
			notes: note === null ? [] : [{ number: '1', text: note, lines: [1, 1] as const }]
		});
		const basis = 'stated' as const;
		return {
			...text,
			...more,
			suppliedHeadline: headline === null ? 'words' : null,
			date: date && { ...date, printed: null, basis },
			source: { file: 'a', lines: [1, 1] as const },
			words: 1
		} as unknown as Article;
	});

/** Some words of a phrase with a star or question mark in them, where enough letters stand before it. */
const withSigns = (words: string[], exact: boolean, signs: number) =>
	words.map((word, at) => {
		const chance = (signs >> (at * 3)) & 7;
		if (exact || chance > 2 || !/^[a-z]{4,}$/i.test(word)) return word;
		return [
			`${word.slice(0, 3)}*`,
			`${word.slice(0, 2)}?${word.slice(3)}`,
			`${word.slice(0, 2)}*${word.slice(3)}`
		][chance]!;
	});

const plain = (more: Partial<Words>): Words => ({
	is: 'word',
	field: null,
	exact: false,
	words: [],
	within: 0,
	not: false,
	...more
});

/** Random queries over words; `runs` are stretches that may stand in a text, for phrases that are found. */
function queries(word: fc.Arbitrary<string>, runs: fc.Arbitrary<string[]>, facts: readonly Fact[]) {
	const not = fc.nat(3).map((chance) => chance === 0);
	const field = fc.constantFrom<Words['field']>(null, null, null, 'headline', 'text');
	const letters = word.map(fold).filter((found) => /^[a-z]{3,}$/.test(found));
	const leaf: fc.Arbitrary<Asked> = fc.oneof(
		{
			weight: 4,
			arbitrary: fc
				.record({ word, field, exact: fc.boolean(), not })
				.map((one) => plain({ ...one, words: [one.word] }))
		},
		{
			weight: 3,
			arbitrary: fc
				.record({ words: runs, field, exact: fc.boolean(), not, signs: fc.nat(511) })
				.map(({ signs, ...one }) => {
					const words = withSigns(one.words, one.exact, signs);
					// A word with wildcards that is quoted by itself is one like any other.
					const lone = words.length === 1 && words[0] !== one.words[0];
					return plain({ ...one, is: 'phrase', words: lone ? one.words : words });
				})
		},
		{
			weight: 3,
			arbitrary: fc
				.record({
					words: fc.array(word, { minLength: 2, maxLength: 3 }),
					within: fc.nat(6),
					exact: fc.boolean(),
					field,
					not,
					signs: fc.nat(511)
				})
				.map(({ signs, ...one }) =>
					plain({ ...one, is: 'near', words: withSigns(one.words, one.exact, signs) })
				)
		},
		{
			weight: 3,
			arbitrary: fc
				.record({
					letters,
					is: fc.constantFrom<Words['is']>('prefix', 'wildcard', 'fuzzy'),
					at: fc.nat(20),
					sign: fc.constantFrom('*', '?'),
					field,
					not
				})
				.map(({ letters, is, at, sign, field, not }) => {
					const place = 2 + (at % (letters.length - 2));
					const changed =
						is === 'prefix'
							? letters.slice(0, Math.max(2, place))
							: is === 'wildcard'
								? `${letters.slice(0, place)}${sign}${letters.slice(place + 1)}`
								: letters.slice(0, place) + (at % 3 ? 'x' : '') + letters.slice(place + (at % 2));
					// A question mark at the end of a word is one.
					const ends = is === 'wildcard' && changed.endsWith('?');
					const short = is === 'fuzzy' && changed.length < 3;
					return plain({
						is: ends || short ? 'prefix' : is,
						words: [ends || short ? letters : changed],
						field,
						not
					});
				})
		},
		{
			weight: 2,
			arbitrary: fc
				.record({ fact: fc.constantFrom(...facts), not })
				.map(({ fact, not }) => ({ ...fact, not }))
		}
	);
	const { tree } = fc.letrec<{ tree: Asked; group: Asked }>((tie) => ({
		tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('group')),
		group: fc.record({
			is: fc.constantFrom('all', 'some'),
			parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
			not
		}) as fc.Arbitrary<Asked>
	}));
	return tree;
}

const fact = (text: string, holds: Fact['holds']): Fact => ({
	is: 'fact',
	text,
	holds,
	not: false
});
const overlaps = (first: string, last: string) => (one: Article) =>
	one.date !== null && one.date.first <= last && one.date.last >= first;
const facts = [
	fact('kind:excerpt', ({ kind }) => kind === 'excerpt'),
	fact('lang:en', ({ language }) => language === 'en' || language === 'en-GB'),
	fact('lang:en-gb', ({ language }) => language === 'en-GB'),
	fact('has:notes', ({ notes }) => notes.length > 0),
	fact('has:quotations', ({ blocks }) => blocks.some(({ kind }) => kind === 'quotation')),
	fact('has:byline', ({ authors }) => authors.length > 0),
	fact('has:headline', ({ headline }) => headline !== null),
	fact('is:undated', ({ date }) => date === null),
	fact('is:approximate', ({ date }) => date !== null && !/^\d{4}-\d\d-\d\d$/.test(date.edtf)),
	fact('date:1920', overlaps('1920-01-01', '1920-12-31')),
	fact('date:192X', overlaps('1920-01-01', '1929-12-31')),
	fact('date:1921~', overlaps('1921-01-01', '1921-12-31')),
	fact('date:[1919 TO 1920-03]', overlaps('1919-01-01', '1920-03-31')),
	fact('date:1920-02/..', overlaps('1920-02-01', '9999-12-31')),
	fact('date:[* TO 1920-06-15]', overlaps('0000-01-01', '1920-06-15')),
	fact('author:doe', ({ authors }) => authors.includes('Jane Doe')),
	fact('author:"john smith"', ({ authors }) => authors.includes('John Smith')),
	fact('author:(Doe OR "the strike")', ({ authors }) =>
		authors.some((name) => /Doe|Strike/.test(name))
	),
	fact('publication:nation', ({ publication }) => publication === 'The Nation'),
	fact('author:"jane d?e"', ({ authors }) => authors.includes('Jane Doe')),
	fact('author:smi*', ({ authors }) => authors.includes('John Smith')),
	fact('author:smiht~', ({ authors }) => authors.includes('John Smith')),
	fact('date:1921-22', overlaps('1921-06-01', '1921-08-31')),
	fact('date:"may 1919"', overlaps('1919-05-01', '1919-05-31')),
	fact('has:date', ({ date }) => date !== null),
	fact('has:publication', ({ publication }) => publication !== null),
	fact('has:lists', ({ blocks }) => blocks.some(({ kind }) => kind === 'list')),
	fact('is:inferred', ({ date }) => date?.basis === 'inferred'),
	fact('lang:de', ({ language }) => language === 'de'),
	fact('publication:nations', () => false)
];

async function compare(
	articles: readonly Article[],
	engines: readonly Engine[],
	asked: Asked,
	style: number,
	any: boolean
): Promise<void> {
	const stems = style % 5 !== 0;
	const typed = write(asked, style);
	// Brackets, since a switch beside alternatives would be read with the last of them.
	const query = stems
		? typed
		: asked.is === 'all' && !asked.not
			? `${typed} stem:off`
			: `(${typed}) stem:off`;
	expect([query, readQuery(query).problems]).toEqual([query, []]);
	const reader = new Brute(asked, any && (stems || (asked.is === 'all' && !asked.not)), stems);
	const found = articles.map((one) => reader.finds(one));
	const expected = found.every((one) => one === null)
		? null
		: found.flatMap((one, row) => (one ? [row] : []));
	for (const engine of engines) {
		const question = { query, any: any && (stems || (asked.is === 'all' && !asked.not)) };
		const answer = await engine.ask(question);
		expect([query, any, answer.rows && [...answer.rows]]).toEqual([query, any, expected]);
		expect(answer.verified).toBe(true);
		if (!answer.matches) continue;
		// Found by reading or in numbers: the same places.
		const rows = articles.map((_, row) => row);
		const [read, numbered] = await Promise.all(
			[engines[0]!, engine].map((each) => each.excerpts(question, rows))
		);
		expect([query, numbered]).toEqual([query, read]);
		const lines = await engine.lines(question, answer.rows ?? new Uint32Array());
		for (const [at, row] of (answer.rows ?? []).entries()) {
			const one = articles[row]!;
			const inConcordance = lines.rows.filter((each) => each === row).length;
			expect([query, row, inConcordance]).toEqual([query, row, answer.matches[at]]);
			const count = reader.matches(one);
			expect([query, row, answer.matches[at]]).toEqual([query, row, count]);
			const matcher = matcherOf(question, one.language);
			const marks = partsOf(one).map((part) => matcher.find(part.text, zoneOf(part)).length);
			expect([query, row, marks.reduce((sum, each) => sum + each, 0)]).toEqual([query, row, count]);
		}
	}
}

describe('every query finds and counts what a reader of all texts would', () => {
	it('in invented archives, before and after the texts are loaded', async () => {
		const runs = fc.array(fc.constantFrom(...words, ...foreign, ...several), {
			minLength: 1,
			maxLength: 3
		});
		const single = [...words.filter((word) => !word.includes('-')), ...foreign];
		const asked = fc.record({
			tree: queries(fc.constantFrom(...single), runs, facts),
			style: fc.nat(29),
			any: fc.boolean()
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(article, { minLength: 1, maxLength: 6 }),
				fc.array(asked, { minLength: 1, maxLength: 8 }),
				async (articles, questions) => {
					const library = await pressed(articles);
					const [early, late] = [await openEngine(library), await openEngine(library)];
					await late.loadTexts();
					for (const { tree, style, any } of questions)
						await compare(articles, [early, late], tree, style, any);
				}
			),
			{ numRuns: 60 }
		);
	}, 120_000);

	it('every field, by itself and refused', async () => {
		const articles = fc.sample(article, { numRuns: 40, seed: 4 });
		const engine = await openEngine(await pressed(articles));
		for (const one of facts) {
			const found = articles.filter(one.holds).length;
			// An archive in which a fact tells nothing apart would prove nothing.
			if (!/nations|inferred/.test(one.text))
				expect([one.text, found > 0 && found < 40]).toEqual([one.text, true]);
			for (const not of [false, true]) await compare(articles, [engine], { ...one, not }, 1, false);
		}
	});

	it('in the seeds', async () => {
		const { files, manifest, articles } = await press(await seedsOf('seeds'));
		const engine = await openEngine(libraryFrom(files, manifest));
		await engine.loadTexts();
		const found: string[] = [];
		for (const { headline, blocks } of articles) {
			for (const text of [headline ?? '', ...blocks.slice(0, 4).map((block) => block.text)])
				scanWords(text, (raw) => {
					if (/^[\p{L}\p{Nd}]+$/u.test(raw) && !/^(?:AND|OR|NOT)$/.test(raw)) found.push(raw);
				});
		}
		const at = fc.nat(found.length - 4);
		const asked = queries(
			at.map((place) => found[place] ?? 'strike'),
			fc
				.tuple(at, fc.integer({ min: 1, max: 3 }))
				.map(([place, length]) => found.slice(place, place + length)),
			facts
		);
		await fc.assert(
			fc.asyncProperty(asked, fc.nat(29), fc.boolean(), (tree, style, any) =>
				compare(articles, [engine], tree, style, any)
			),
			{ numRuns: 30 }
		);
	}, 120_000);
});
