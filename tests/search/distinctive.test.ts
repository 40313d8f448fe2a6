import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/lib/archive/article.ts';
import { weighCounts } from '../../src/lib/explorer/composition.svelte.ts';
import { countWordsOf, distinctiveTerms } from '../../src/lib/press/distinctive.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { libraryOf, noteOf, textOf } from './library.ts';

const repeated = (word: string, count: number) => Array(count).fill(word).join(' ');

describe('the words that tell the articles found from all others', () => {
	const texts = [
		textOf('Harbour news', [`${repeated('grève', 20)} ${repeated('the', 30)} strike`], {
			notes: [noteOf('1', repeated('lighthouse', 40)), noteOf('2', 'crane')]
		}),
		textOf(null, [repeated('council', 30), repeated('the', 40)]),
		textOf('Port', [`${repeated('grève', 9)} strikes ${repeated('the', 20)}`], {
			kicker: 'At sea'
		}),
		textOf('Budget', [`${repeated('council', 20)} ${repeated('the', 25)} grève`])
	];
	const asked = async (query: string, rows: number[]) =>
		weighCounts(
			await (await openEngine(await libraryOf(texts))).counts(Uint32Array.from(rows)),
			query
		);

	test('are counted as on the page of an author: the same words, without notes', async () => {
		const { terms, own, others } = await asked('', [0, 2]);
		const counts = (rows: number[]) =>
			countWordsOf(rows.map((row) => texts[row]) as unknown as Article[]);
		const [mine, all] = [counts([0, 2]), counts([0, 1, 2, 3])];
		expect(terms.map(({ printed, ...term }) => [printed, term])).toEqual([
			['grève', distinctiveTerms(mine, all, 2)[0]]
		]);
		expect(terms[0]).toMatchObject({ word: 'greve', own: 29, all: 30, articles: 2 });
		// Headline and kicker are counted, and neither notes nor the two words "lighthouse" and "crane" in them.
		expect(own).toEqual({ articles: 2, of: 2, words: 20 + 30 + 1 + 2 + 9 + 1 + 20 + 1 + 2 });
		expect(others).toEqual({ articles: 2, of: 2, words: all.total - mine.total });
	});

	test('leave out the words asked for, in any form, and name them', async () => {
		const found = await asked('greve "strikes the"', [0, 2]);
		expect(found.terms).toEqual([]);
		expect([...found.asked].sort()).toEqual(['grève', 'strikes', 'the']);
		expect((await asked('-greve', [0, 2])).terms).toHaveLength(1);
	});

	test('are none where all articles are found, or none', async () => {
		expect((await asked('', [0, 1, 2, 3])).terms).toEqual([]);
		expect((await asked('', [])).terms).toEqual([]);
	});
});

test('of a large archive a sample of both sides is read, the same every time, and said', async () => {
	const texts = Array.from({ length: 1200 }, (_, row) =>
		textOf(`Report ${row}`, [row < 600 ? 'harbour pilots wait' : 'council budget passes'])
	);
	const library = await libraryOf(texts, 4);
	library.manifest.texts.bytes = 50_000_000;
	const rows = Uint32Array.from({ length: 600 }, (_, row) => row);
	const engine = await openEngine(library);
	const found = weighCounts(await engine.counts(rows), '');
	expect([found.own, found.others].map(({ articles, of }) => [articles, of])).toEqual([
		[240, 600],
		[240, 600]
	]);
	expect(found.terms.map(({ word, own }) => [word, own])).toEqual([
		['harbour', 240],
		['pilots', 240],
		['wait', 240]
	]);
	expect(weighCounts(await (await openEngine(library)).counts(rows), '')).toEqual(found);
	// A few articles are read whole.
	expect((await engine.counts(rows.slice(0, 7))).own).toMatchObject({
		articles: 7,
		of: 7
	});
});
