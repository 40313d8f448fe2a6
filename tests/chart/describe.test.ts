import { expect, test } from 'vitest';
import { describeSeries, describeShare } from '../../src/lib/chart/describe.ts';

const nouns = ['article', 'articles'] as const;
const facts = {
	nouns,
	all: 26,
	matching: null,
	span: 'from May 2022 to February 2026',
	peak: { period: 'in February 2026', count: 15 },
	undated: 0
};

test('the sentence counts, spans and names the fullest period', () => {
	expect(describeSeries(facts)).toBe(
		'26 articles from May 2022 to February 2026; most in February 2026 (15).'
	);
	expect(describeSeries({ ...facts, undated: 2 })).toBe(
		'26 articles from May 2022 to February 2026; most in February 2026 (15); 2 undated.'
	);
});

test('with a question it counts what matches', () => {
	expect(describeSeries({ ...facts, matching: 3, span: 'in May 2022', peak: null })).toBe(
		'3 of 26 articles match, in May 2022.'
	);
	expect(describeSeries({ ...facts, matching: 1, span: 'in May 2022', peak: null })).toBe(
		'1 of 26 articles matches, in May 2022.'
	);
	expect(describeSeries({ ...facts, matching: 0 })).toBe('None of 26 articles matches.');
});

test('it says no more than there is', () => {
	expect(describeSeries({ ...facts, all: 0 })).toBe('No articles.');
	expect(
		describeSeries({ ...facts, all: 1, span: 'on 16 May 2022', peak: { period: 'x', count: 1 } })
	).toBe('1 article on 16 May 2022.');
	expect(describeSeries({ ...facts, all: 5, span: null, peak: null, undated: 5 })).toBe(
		'5 articles, all undated.'
	);
});

test('shares have two decimals at most and are never rounded to nothing', () => {
	expect([3, 0.25, 1 / 12, 1234.5, 0.001, 0].map(describeShare)).toEqual([
		'3',
		'0.25',
		'0.08',
		'1,234.5',
		'under 0.01',
		'0'
	]);
});
