import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStopWord, stemOf } from '../../src/lib/archive/stems.ts';
import { splitWords } from '../../src/lib/archive/words.ts';
import { BundleError, type Text } from '../../src/lib/bundle/format.ts';
import { hashOf } from '../../src/lib/bundle/hash.ts';
import { openEngine, type Engine } from '../../src/lib/search/engine.ts';
import { partsOf } from '../../src/lib/search/parts.ts';
import { matcherOf } from '../../src/lib/search/match.ts';
import { newestFirst, rankBest } from '../../src/lib/search/rank.ts';
import { readJson } from '../../src/lib/bundle/rows.ts';
import { libraryOf, noteOf, quickestOf, textOf } from './library.ts';

const seeds: Text[] = [
	textOf('Nurses strike in New York', [
		'The nurses’ strike of 15,000 nurses began on Monday. To be or not to be.',
		'A “surveillance dragnet” by ICE.'
	]),
	textOf('Öcalan speaks', [
		'İmamoğlu was jailed in 2022 by I.C.E. agents.',
		'A dragnet. Surveillance.'
	]),
	textOf(null, ['Strikers of the four-week walkout in Łódź'], {
		notes: [noteOf('1', 'A striking footnote.')],
		blocks: [
			{ kind: 'paragraph', text: 'Strikers of the four-week walkout in Łódź', lines: [1, 1] },
			{ kind: 'elision', text: 'omitted', lines: [2, 2] }
		]
	}),
	textOf('Die Nation', ['Der Streik der Nation in Straßen'], { language: 'de' })
];

async function rowsOf(engine: Engine, query: string, any = false): Promise<number[]> {
	const answer = await engine.ask({ query, any });
	return [...(answer.rows ?? [-1])];
}

describe.each([false, true])('an archive whose texts are loaded: %s', (loaded) => {
	it.each([
		['ocalan', [1]],
		['IMAMOGLU', [1]],
		['i.c.e.', [0, 1]],
		['ice', [0, 1]],
		['2022', [1]],
		['202', []],
		['15000', [0]],
		['lodz', [2]],
		['strassen', [3]],
		['nations', []],
		['nation', [3]],
		['strikes', [0, 2]],
		['strike*', [0, 2]],
		['strike* -nurses', [2]],
		['"surveillance dragnet"', [0]],
		['"dragnet surveillance"', [1]],
		['"dragnet ice"', []],
		['"speaks imamoglu"', []],
		['"to be or not to be"', [0]],
		['nurses "to be"', [0]],
		['-nurses', [1, 2, 3]],
		['-"surveillance dragnet"', [1, 2, 3]],
		['the', [0, 2]],
		['four-week', [2]],
		['footnote', [2]],
		['omitted', []],
		['nurses the walkout', []],
		['', [-1]],
		['!!', [-1]]
	])('finds for %j the articles %j', async (query, rows) => {
		const engine = await openEngine(await libraryOf(seeds, 2));
		if (loaded) await engine.loadTexts();
		expect(await rowsOf(engine, query)).toEqual(rows);
	});
});

it('offers what any of the words, and dropping a clause, would find', async () => {
	const engine = await openEngine(await libraryOf(seeds));
	const answer = await engine.ask({ query: 'the nurses ocalan', any: false });
	expect([...(answer.rows ?? [])]).toEqual([]);
	expect(answer.instead).toEqual({
		any: { articles: 2, most: 2 },
		without: [
			{ clause: 1, articles: 1, most: 1 },
			{ clause: 2, articles: 1, most: 1 }
		]
	});
	expect(await rowsOf(engine, 'nurses ocalan', true)).toEqual([0, 1]);
});

it('counts what it marks: words, and a phrase once', async () => {
	const engine = await openEngine(await libraryOf(seeds));
	await engine.loadTexts();
	const count = async (query: string) => [
		...((await engine.ask({ query, any: false })).matches ?? [])
	];
	expect(await count('nurse')).toEqual([3]);
	expect(await count('nurses strike')).toEqual([5]);
	expect(await count('"nurses strike"')).toEqual([2]);
	expect(await count('"nurses strike" nurses')).toEqual([3]);
	expect(await count('strike')).toEqual([2, 1]);
	expect(await count('-nurses')).toEqual([0, 0, 0]);
});

it('ranks by the log-logistic model, as reckoned by hand', async () => {
	// Three texts of 6, 2 and 6 indexed words (a headline counts four times): the mean is 14/3.
	const engine = await openEngine(
		await libraryOf([
			textOf('port', ['ship gale']),
			textOf(null, ['ship gale']),
			textOf(null, ['ship ship ship gale gale gale'])
		])
	);
	const answer = await engine.ask({ query: 'ship', any: false });
	// A length of 6 is kept as 2^(21/8) = 6.16884.
	// The word is in all three, so its rarity is 1. Frequencies:
	// 1 x log2(1 + 0.35 x 14/3 / 6.16884) = 0.338877
	// 1 x log2(1 + 0.35 x 14/3 / 2) = 0.861294
	// 3 x log2(1 + 0.35 x 14/3 / 6.16884) = 1.016630
	// and ln(1 + frequency) + ln(1 + 0.01) of each:
	const expected = [0.301781, 0.631222, 0.711378];
	for (const [at, score] of expected.entries()) expect(answer.scores[at]).toBeCloseTo(score, 5);
	expect([...rankBest(answer, newestFirst([0, 0, 0]))]).toEqual([2, 1, 0]);
});

const vocabulary = [
	'strike',
	'strikes',
	'striking',
	'nurse',
	'nurses',
	'nation',
	'nations',
	'national',
	'the',
	'of',
	'Öcalan',
	'2022',
	'U.S.',
	'four-week',
	'news',
	'new'
];
const sentence = fc
	.array(fc.constantFrom(...vocabulary), { maxLength: 8 })
	.map((words) => words.join(' '));
const article = fc.record({
	headline: sentence,
	body: fc.array(sentence, { maxLength: 3 }),
	german: fc.boolean()
});
const clause = fc.record({
	kind: fc.constantFrom('word', 'phrase', 'prefix'),
	not: fc.boolean(),
	words: fc.array(
		fc.constantFrom(
			'strike',
			'strikes',
			'nurses',
			'nation',
			'nations',
			'the',
			'of',
			'ocalan',
			'2022',
			'us',
			'week',
			'news',
			'new'
		),
		{ minLength: 1, maxLength: 3 }
	)
});

/** Reads every word of every text: slow and plain, and knows nothing of an index. */
function bruteForce(
	text: Text,
	clauses: { kind: string; not: boolean; words: string[] }[],
	any: boolean
): boolean {
	const parts = partsOf(text).map((part) => splitWords(part.text).map(({ word }) => word));
	const stem = (word: string) => (text.language === 'en' ? stemOf(word) : word);
	const holds = ({ kind, words }: { kind: string; words: string[] }) => {
		const [first = ''] = words;
		return parts.some((part) =>
			part.some((word, at) => {
				if (kind === 'word') return stem(word) === stem(first);
				if (kind === 'prefix') return word.startsWith(first) && !isStopWord(word);
				return words.every((asked, index) => part[at + index] === asked);
			})
		);
	};
	const common = ({ kind, words }: { kind: string; words: string[] }) =>
		kind === 'word' && isStopWord(words[0] ?? '');
	const wanted = clauses.filter(({ not }) => !not);
	const telling = wanted.filter((one) => !common(one));
	const required = telling.length > 0 ? telling : wanted;
	const refused = clauses.filter((one) => one.not && !common(one));
	if (refused.some(holds)) return false;
	if (required.length === 0) return refused.length > 0;
	return any ? required.some(holds) : required.every(holds);
}

it('answers as a reader who reads everything would, before and after the texts are loaded', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(article, { minLength: 1, maxLength: 8 }),
			fc.array(fc.array(clause, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
			fc.boolean(),
			async (articles, queries, any) => {
				const texts = articles.map(({ headline, body, german }) =>
					textOf(headline, body, { language: german ? 'de' : 'en' })
				);
				const library = await libraryOf(texts);
				const early = await openEngine(library);
				const late = await openEngine(library);
				await late.loadTexts();
				for (const clauses of queries) {
					const query = clauses
						.map(({ kind, not, words }) => {
							const text =
								kind === 'phrase'
									? `"${words.join(' ')}"`
									: `${words[0]}${kind === 'prefix' ? '*' : ''}`;
							return `${not ? '-' : ''}${text}`;
						})
						.join(' ');
					const expected = texts.flatMap((text, row) =>
						bruteForce(text, clauses, any) ? [row] : []
					);
					const isAsked = clauses.some(
						({ kind, not, words }) => !(not && kind === 'word' && isStopWord(words[0] ?? ''))
					);
					for (const engine of [early, late]) {
						expect([query, any, await rowsOf(engine, query, any)]).toEqual([
							query,
							any,
							isAsked ? expected : [-1]
						]);
					}
					const { rows, matches } = await late.ask({ query, any });
					for (const [at, row] of (rows ?? []).entries()) {
						const text = texts[row]!;
						const matcher = matcherOf({ query, any }, text.language);
						const marks = partsOf(text).reduce(
							(sum, part) => sum + matcher.find(part.text).length,
							0
						);
						expect([query, row, matches?.[at]]).toEqual([query, row, marks]);
					}
				}
			}
		),
		{ numRuns: 60 }
	);
});

describe('what goes wrong', () => {
	it('refuses an index of another analyser with a plain sentence', async () => {
		const { manifest, read } = await libraryOf(seeds);
		const opening = openEngine({ manifest: { ...manifest, analyser: 999 }, read });
		await expect(opening).rejects.toThrow(BundleError);
		await expect(opening).rejects.toThrow(/another version/);
	});

	it('says which file is missing or damaged, and asks for it again the next time', async () => {
		const library = await libraryOf(seeds);
		const path = library.manifest.index.directory;
		const kept = library.files.get(path)!;
		library.files.delete(path);
		await expect(openEngine(library)).rejects.toThrow(BundleError);
		library.files.set(
			path,
			kept.map((byte, at) => (at === 20 ? byte ^ 0xff : byte))
		);
		await expect(openEngine(library)).rejects.toThrow(/damaged/);
		library.files.set(path, kept);

		const engine = await openEngine(library);
		const first = [...library.files.keys()].find((each) => each.startsWith('texts/0-'))!;
		const texts = library.files.get(first)!;
		library.files.delete(first);
		await expect(engine.ask({ query: '"nurses strike"', any: false })).rejects.toThrow(BundleError);
		library.files.set(first, texts);
		expect(await rowsOf(engine, '"nurses strike"')).toEqual([0]);
	});

	it('never counts in texts or by facts that have changed on the way, though they can be read', async () => {
		const changed = (bytes: Uint8Array, from: string, to: string) =>
			new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(from, to));
		const library = await libraryOf(seeds);
		const first = [...library.files.keys()].find((each) => each.startsWith('texts/0-'))!;
		const texts = library.files.get(first)!;
		library.files.set(first, changed(texts, 'strike', 'strife'));
		const engine = await openEngine(library);
		const phrase = { query: '"nurses strike"', any: false };
		await expect(engine.ask(phrase)).rejects.toThrow(
			/^A part of the texts came damaged \(data\/texts\/0-/
		);
		library.files.set(first, texts);
		expect(await rowsOf(engine, phrase.query)).toEqual([0]);

		// The name of a catalog holds more of its hash.
		const catalog = new TextEncoder().encode('{"names":{}}');
		const path = `catalog-${(await hashOf(catalog)).slice(0, 12)}.json`;
		library.files.set(path, changed(catalog, 'names', 'games'));
		const reading = readJson(library.read, path, 'The facts');
		await expect(reading).rejects.toThrow(/^The facts came damaged/);
		library.files.set(path, catalog);
		expect(await readJson(library.read, path, 'The facts')).toEqual({ names: {} });
	});

	it('stops when the question is taken back', async () => {
		const engine = await openEngine(await libraryOf(seeds));
		const asking = new AbortController();
		const answer = engine.ask({ query: '"nurses strike"', any: false }, asking.signal);
		asking.abort();
		await expect(answer).rejects.toThrow(/abort/i);
	});

	it('answers junk of any kind, 10,000 characters in under 100 ms', async () => {
		const engine = await openEngine(await libraryOf(seeds));
		await engine.loadTexts();
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (query) => {
				const answer = await engine.ask({ query, any: false });
				await engine.excerpts({ query, any: true }, [...(answer.rows ?? [])]);
			})
		);
		for (const piece of ['nurse ', '"the ', '-st*', 'a', 'العربية 🔥', '(.*)+$', 'strike-']) {
			const query = piece.repeat(10_000 / piece.length);
			const ms = await quickestOf(3, () => engine.ask({ query, any: true }));
			expect([piece, ms < 100]).toEqual([piece, true]);
		}
	});
});
