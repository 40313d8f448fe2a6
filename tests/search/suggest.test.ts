import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/archive/fold.ts';
import { press } from '../../src/lib/press/press.ts';
import { distanceOf } from '../../src/lib/search/distance.ts';
import { openEngine, type Engine } from '../../src/lib/search/engine.ts';
import { libraryOf, textOf } from './library.ts';

let engine: Engine;

beforeAll(async () => {
	const seeds = readdirSync('seeds')
		.filter((name) => !name.startsWith('.'))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`seeds/${name}`)) }));
	const { manifest, files } = await press(seeds);
	engine = await openEngine({ manifest, read: async (path) => files.get(path) as Uint8Array });
	await engine.loadTexts();
});

const found = async (query: string) => (await engine.ask({ query, any: false })).rows?.length ?? -1;

describe('completions from the archive', () => {
	it('are its own words, with as many articles as a search for each finds', async () => {
		for (const typed of ['st', 'strik', 'nurses str', 'wo', 'ge', '-refi', '"general st', 'imam']) {
			const { words, from } = await engine.suggest(typed);
			expect(words.length, typed).toBeGreaterThan(0);
			const counts = words.map(({ articles }) => articles);
			expect(counts).toEqual([...counts].sort((a, b) => b - a));
			for (const { word, articles } of words) {
				expect(fold(word).startsWith(fold(typed.slice(from)))).toBe(true);
				expect(await found(word), word).toBe(articles);
			}
		}
	});

	it('of a field are those that it finds, and none where the index cannot count them', async () => {
		for (const typed of ['headline:str', 'strike title:(police OR refi', '-headline:wo']) {
			const { words } = await engine.suggest(typed);
			expect(words.length, typed).toBeGreaterThan(0);
			for (const { word, articles } of words)
				expect([word, await found(`headline:${word}`)]).toEqual([word, articles]);
		}
		for (const typed of ['author:st', 'publication:wo', 'text:str', '=str', 'kind:ex', 'lang:en'])
			expect((await engine.suggest(typed)).words, typed).toEqual([]);
	});

	it('are spelt as the archive prints them, one for all forms of a stem', async () => {
		expect((await engine.suggest('ocal')).words.map(({ word }) => word)).toEqual(['Öcalan']);
		expect((await engine.suggest('imamo')).words).toEqual([{ word: 'İmamoğlu', articles: 1 }]);
		const { words } = await engine.suggest('strik');
		expect(words.map(({ word }) => word).filter((word) => /^strik(e|es|ing)$/.test(word))).toEqual([
			'strike'
		]);
	});

	it('complete only a word that is being typed', async () => {
		for (const typed of ['', ' ', 's', 'strike ', 'strike*', 'strike"', '🗞️', 'x'.repeat(600)])
			expect((await engine.suggest(typed)).words, typed).toEqual([]);
		// Nothing but what stands there already.
		expect((await engine.suggest('imamoglu')).words).toEqual([]);
	});

	it('have the bylines and headlines that the words begin', async () => {
		const lopez = await engine.suggest('strike alejandro lop');
		expect(lopez.authors).toEqual([
			{ name: 'Alejandro López', articles: expect.any(Number), from: 7 }
		]);
		const { headlines } = await engine.suggest('refinery work');
		expect(headlines.map(({ headline }) => headline)).toEqual([
			'Chile’s pseudo-left government sends police to break strike, arrest refinery workers'
		]);
		expect(headlines[0]?.id).toBe('2022-05-14-chiles-pseudo-left-government-sends-police');
	});

	it('never fail on what is typed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (typed) => {
				const { from, words, authors } = await engine.suggest(typed);
				expect(from).toBeLessThanOrEqual(typed.length);
				expect(words.length).toBeLessThanOrEqual(5);
				for (const author of authors) expect(author.from).toBeLessThan(typed.length);
			})
		);
	});

	it('count both kinds of languages', async () => {
		const texts = ['en', 'de', 'de'].map((language) =>
			textOf(null, ['Streik im Nationaltheater'], { language })
		);
		const catalog = { authors: [], names: { author: [] } };
		const library = await libraryOf(texts, 3, catalog as never);
		const mixed = await openEngine(library);
		// Nothing of the texts is read for it: a word is shown as folded then.
		expect((await mixed.suggest('nation')).words).toEqual([
			{ word: 'nationaltheater', articles: 3 }
		]);
	});
});

describe('the nearest words', () => {
	it('are offered for a word that is in no article, nearest first, with what each finds', async () => {
		expect(await engine.nearest(['refinary', 'Imamgolu', 'qqqqqqqq'])).toEqual([
			{ word: 'refinary', near: [{ word: 'refinery', articles: await found('refinery') }] },
			{ word: 'Imamgolu', near: [{ word: 'İmamoğlu', articles: 1 }] }
		]);
		const [{ near = [] } = {}] = await engine.nearest(['wrokers']);
		expect(near[0]?.word).toMatch(/^workers?$/);
		for (const { word, articles } of near) expect(await found(word)).toBe(articles);
	});

	it('are none for words so short that everything is near', async () => {
		expect(await engine.nearest(['xq', ''])).toEqual([]);
	});
});

describe('the distance of two words', () => {
	it.each([
		['', '', 0],
		['strike', 'strike', 0],
		['strike', 'strik', 1],
		['strike', 'stirke', 1],
		['strike', 'stroke', 1],
		['strike', 'strikes', 1],
		['refinary', 'refinery', 1],
		['abcd', 'badc', 2],
		['strike', 'walkout', 3]
	])('%s and %s differ by %i', (a, b, distance) => {
		expect(distanceOf(a, b, 2)).toBe(distance);
	});

	it('is the same both ways, and that of Levenshtein where no letters are swapped', () => {
		const levenshtein = (a: string, b: string): number => {
			if (a === '' || b === '') return a.length + b.length;
			const [one, other] = [a.slice(1), b.slice(1)];
			const rest = levenshtein(one, other);
			if (a[0] === b[0]) return rest;
			return 1 + Math.min(rest, levenshtein(one, b), levenshtein(a, other));
		};
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const distance = distanceOf(a, b, 9);
				expect(distanceOf(b, a, 9)).toBe(distance);
				expect(distance).toBeLessThanOrEqual(levenshtein(a, b));
				expect(distance).toBeGreaterThanOrEqual(levenshtein(a, b) / 2);
				expect(distanceOf(a, b, 1)).toBe(Math.min(distance, 2));
			})
		);
	});
});
