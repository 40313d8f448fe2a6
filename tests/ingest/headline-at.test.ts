import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { expectAccounted, mutated } from './mutate.ts';

/** A daily whose second headline came garbled from the scanner, right above its text. */
const lines = [
	'3 May 1912',
	'',
	'Harbour closed',
	'',
	'Anna Prins',
	'',
	'',
	'Nobody could land.',
	''
];
const garbled = [
	'0LD B0ATS 0N',
	'THE B£ACH',
	'Six boats were left',
	'on the beach.',
	'',
	'Nobody came.'
];

function read(sidecar: string, text = [...lines, ...garbled], first = 10) {
	const encode = (words: string) => new TextEncoder().encode(words);
	const ingested = readSeeds([
		{ name: 'a.txt', bytes: encode(text.join('\n')) },
		{ name: 'a.txt.yaml', bytes: encode(sidecar) }
	]);
	expectAccounted(ingested);
	const { articles, problems, files } = ingested;
	const article = articles.find(({ source }) => source.lines[0] === first);
	return {
		article,
		texts: article?.blocks.map((block) => block.text),
		places: article?.blocks.map((block) => block.lines),
		rules: problems.map(({ rule }) => rule),
		messages: problems.map(({ message }) => message).join(' '),
		as: files[0]?.coverage.as
	};
}

describe('the lines in which a curator says that the headline is printed', () => {
	it('are claimed as the headline that the curator gives, and stand in the text no longer', () => {
		const found = read('articles: [{ line: 10, headline-at: "10-11", headline: Old Boats }]');
		expect(found.rules).toEqual([]);
		expect(found.article?.headline).toBe('Old Boats');
		expect(found.article?.why.headline.rule).toBe('sidecar/headline');
		expect(found.texts).toEqual(['Six boats were left on the beach.', 'Nobody came.']);
		expect(found.places).toEqual([
			[12, 13],
			[15, 15]
		]);
		expect(found.as).toMatchObject({ headline: 3 });
	});

	it('are the headline as printed, where the curator gives no words', () => {
		const found = read('articles: [{ line: 10, headline-at: 10 }]');
		expect(found.article).toMatchObject({
			headline: '0LD B0ATS 0N',
			why: { headline: { basis: 'stated', rule: 'daily/at-given-line', line: 10 } }
		});
		expect(found.texts?.[0]).toBe('THE B£ACH Six boats were left on the beach.');
	});

	it('may be any of a magazine’s head: what had been taken for it stands in the text', () => {
		const text = [
			'May 1912',
			'',
			'REPORTAGE',
			'The Last Cooper',
			'He is late.',
			'He is well.',
			'',
			'By Jo Berg',
			'',
			'He works.',
			'',
			'■'
		];
		for (let line = 3; line <= 10; line += 1) {
			const sidecar = `articles: [{ line: 3, headline-at: ${line}, headline: Given }]`;
			const { article, rules } = read(sidecar, text, 3);
			expect(rules).toEqual(text[line - 1] === '' ? ['sidecar/line-unused'] : []);
			if (rules.length > 0) continue;
			expect(article?.headline).toBe('Given');
			expect(article?.blocks.some((block) => block.text.includes(text[line - 1] ?? ''))).toBe(
				false
			);
			const printed = [
				article?.kicker,
				article?.deck,
				article?.byline,
				...(article?.blocks ?? []).map((b) => b.text)
			].join(' ');
			for (const other of text.slice(2, 10))
				if (other !== text[line - 1]) expect(printed).toContain(other);
		}
	});

	it.each(['3', '"14-20"', '13', '14'])('are refused where they are none of it: %s', (at) => {
		const found = read(`articles: [{ line: 10, headline-at: ${at} }]`);
		expect(found.rules).toEqual(['sidecar/line-unused']);
		expect(found.messages).toContain('Give whole lines of the article.');
	});

	it('are claimed once wherever they are, in any file', () => {
		const line = fc.integer({ min: 1, max: 60 });
		fc.assert(
			fc.property(mutated, line, line, (text, first, at) => {
				const encode = (words: string) => new TextEncoder().encode(words);
				const lines = `${Math.min(first, at)}-${Math.max(first, at)}`;
				for (const place of [String(at), `"${lines}"`]) {
					const sidecar = `articles: [{ line: ${first}, headline-at: ${place}, headline: Given }]`;
					expectAccounted(
						readSeeds([
							{ name: 'a.txt', bytes: encode(text) },
							{ name: 'a.txt.yaml', bytes: encode(sidecar) }
						])
					);
				}
			}),
			{ numRuns: 100 }
		);
	});
});
