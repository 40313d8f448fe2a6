import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/lib/archive/article.ts';
import {
	findAlike,
	leastAlike,
	linkAlike,
	resemblance,
	shinglesOf
} from '../../src/lib/press/alike.ts';

let count = 0;
function article(text: string): Article {
	count += 1;
	return {
		id: `article-${count}`,
		headline: `Article ${count}`,
		suppliedHeadline: null,
		date: null,
		blocks: [{ kind: 'paragraph', text, lines: [1, 1] }]
	} as unknown as Article;
}

const vocabulary = Array.from({ length: 400 }, (_, at) => `word${at}`);
const prose = fc
	.array(fc.constantFrom(...vocabulary), { minLength: 120, maxLength: 300 })
	.map((words) => words.join(' '));

describe('texts that are nearly the same', () => {
	it('are the same in another typography', () => {
		const one = 'The “harbour” is closed, and nobody – not one – works. '.repeat(3);
		const other = one.replace(/[“”]/g, '"').replace(/–/g, '-').toUpperCase();
		expect(resemblance(shinglesOf(article(one)), shinglesOf(article(other)))).toBe(1);
	});

	it('resemble each other by the share of four-word sequences that both have', () => {
		// 24 words make 21 sequences; another last word leaves 20 of them, and makes one new.
		const words = vocabulary.slice(0, 24);
		const other = [...words.slice(0, 23), 'else'];
		const [a, b] = [shinglesOf(article(words.join(' '))), shinglesOf(article(other.join(' ')))];
		expect(a).toHaveLength(21);
		expect(resemblance(a, b)).toBeCloseTo(20 / 22);
	});

	it('are found where a few words were changed, and no pair that does not resemble', () => {
		fc.assert(
			fc.property(fc.array(prose, { minLength: 2, maxLength: 8 }), fc.nat(), (texts, at) => {
				const words = (texts[0] ?? '').split(' ');
				words[at % words.length] = 'revised';
				const articles = [...texts, words.join(' ')].map(article);
				const pairs = findAlike(articles);
				expect(pairs.some(({ first, second }) => first === 0 && second === texts.length)).toBe(
					true
				);
				for (const { first, second, similarity } of pairs) {
					expect(similarity).toBeGreaterThanOrEqual(leastAlike);
					expect(first).toBeLessThan(second);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('are linked both ways, the most alike first, with the word of a curator', () => {
		const text = vocabulary.slice(0, 100);
		const near = [...text.slice(0, 99), 'else'];
		const far = [...text.slice(0, 80), ...vocabulary.slice(200, 220)];
		const articles = [text, far, near, vocabulary.slice(300)].map((words) =>
			article(words.join(' '))
		);
		const [a, b, c, d] = articles.map(({ id }) => id);
		const linked = linkAlike(articles, [{ id: d!, as: a! }]);
		expect(linked[0]?.alike?.map(({ id }) => id)).toEqual([c, b, d]);
		expect(linked[0]?.alike?.[2]).toMatchObject({ basis: 'curated', similarity: 0 });
		expect(linked[3]?.alike).toMatchObject([{ id: a, basis: 'curated' }]);
		expect(linked[2]?.alike?.[0]).toMatchObject({ id: a, basis: 'inferred' });
	});

	it('that are short say too little to be called the same', () => {
		expect(findAlike([article('No comment.'), article('No comment.')])).toEqual([]);
	});
});
