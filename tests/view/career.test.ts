import { describe, expect, test } from 'vitest';
import type { AuthorArticle } from '../../src/lib/archive/author.ts';
import { periodOf } from '../../src/lib/archive/day.ts';
import {
	careerOf,
	describeCareer,
	longestGap,
	stretchesOf
} from '../../src/lib/view/author/career.ts';

const articles = (...dates: (string | null)[]): AuthorArticle[] =>
	dates.map((edtf, at) => {
		const period = edtf === null ? null : periodOf(edtf);
		const { first = null, last = null } = period ?? {};
		const about = { id: `a-${at}`, headline: 'A', supplied: null, publication: null };
		return { ...about, edtf, first, last, words: 1000, language: 'en' };
	});

describe('a career', () => {
	const some = articles('1990-03-04', '1990-11', '1997-06-01', '1998-01-02', null);

	test('counts every dated article once, and says when there were none', () => {
		const career = careerOf(some)!;
		expect(career.unit).toBe('year');
		expect([...career.exact]).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 1]);
		expect([...career.approximate]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
		expect(stretchesOf(career)).toEqual([
			{ name: '1990', articles: 2, words: 2000 },
			{ name: '1991 to 1996', articles: 0, words: 0 },
			{ name: '1997', articles: 1, words: 1000 },
			{ name: '1998', articles: 1, words: 1000 }
		]);
	});

	test('has its longest gap between days on which articles certainly stood', () => {
		// From the last day of November 1990.
		expect(longestGap(some)?.days).toBe(periodOf('1997-06-01')!.first - periodOf('1990-11')!.last);
		expect(longestGap(articles('1990-03-04', '1990-03-05', '1990-03'))).toBe(null);
		expect(longestGap(articles(null))).toBe(null);
	});

	test('is told in a sentence', () => {
		expect(describeCareer(some)).toBe(
			'5 articles; first 4 March 1990, last 2 January 1998; 5,000 words; 1 undated. Longest time between two: 2,375 days, from 30 November 1990 to 1 June 1997.'
		);
		expect(describeCareer(articles(null))).toBe('1 article; 1,000 words; 1 undated.');
		expect(careerOf(articles(null))).toBe(null);
	});

	test('of three articles in three hundred years has decades for its cells', () => {
		const career = careerOf(articles('1700-01-01', '1850', '2000-01-01'))!;
		expect([career.unit, career.exact.length]).toEqual(['decade', 31]);
		expect(stretchesOf(career)).toHaveLength(5);
	});
});
