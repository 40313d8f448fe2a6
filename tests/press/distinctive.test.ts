import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/lib/archive/article.ts';
import { countWordsOf, distinctiveTerms } from '../../src/lib/press/distinctive.ts';

const article = (text: string) =>
	({
		headline: null,
		kicker: null,
		deck: null,
		blocks: [{ kind: 'paragraph', text, lines: [1, 1] }],
		notes: [{ number: '1', text: 'beacon', lines: [2, 2] }]
	}) as unknown as Article;
const repeated = (word: string, count: number) => Array(count).fill(word).join(' ');

describe('distinctive terms', () => {
	const own = [
		article(`${repeated('harbour', 30)} ${repeated('the', 50)} strike`),
		article(`${repeated('harbour', 10)} ${repeated('the', 30)} ${repeated('crane', 1)}`)
	];
	const others = [
		article(`${repeated('the', 160)} ${repeated('harbour', 2)} ${repeated('council', 38)}`)
	];
	const ownCounts = countWordsOf(own);
	const all = countWordsOf([...own, ...others]);

	test('are the words with more than their usual share, with their counts', () => {
		expect([ownCounts.total, all.total]).toEqual([122, 322]);
		const [first, ...rest] = distinctiveTerms(ownCounts, all, 2);
		expect(rest).toEqual([]);
		expect(first).toMatchObject({ word: 'harbour', own: 40, all: 42, articles: 2 });
		// By hand: prior 1000 × 42 / 322 = 130.43; ln(170.43 / 951.57) − ln(132.43 / 1067.57) = 0.3673; error 0.1158.
		expect(first?.z).toBeCloseTo(3.17, 2);
	});

	test('are none where there is nobody to compare with', () => {
		expect(distinctiveTerms(all, all, 3)).toEqual([]);
		expect(distinctiveTerms(countWordsOf([]), all, 0)).toEqual([]);
	});

	test('leave out figures and single letters, and words of a single article where there are more', () => {
		const words = [...countWordsOf([article('In 1994 a 5th pier')]).words.keys()];
		expect(words).toEqual(['in', '5th', 'pier']);
		const rare = distinctiveTerms(ownCounts, all, 2).map(({ word }) => word);
		expect(rare).not.toContain('crane');
	});
});
