/** What trends say of their numbers. */
import { expect, test } from 'vitest';
import type { TrendLine } from '../../src/lib/explorer/trends.svelte.ts';
import { nothingAsked } from '../../src/lib/filter/selection.ts';
import { describeMeasured, describeTotal } from '../../src/lib/view/trends/words.ts';

test('one is one, and a share is of many', () => {
	expect(describeMeasured(1, nothingAsked, 'year')).toBe('1 matching article');
	expect(describeMeasured(0.5, nothingAsked, 'year')).toBe('0.5 matching articles');
	expect(describeMeasured(1, { ...nothingAsked, trendUnit: 'occurrences' }, null)).toBe('1 match');
	expect(describeMeasured(12, { ...nothingAsked, trendUnit: 'occurrences' }, null)).toBe(
		'12 matches'
	);
});

test('what cannot be drawn over time is not said to be on its way', () => {
	const line = { answer: null, articles: null, occurrences: null } as unknown as TrendLine;
	expect(describeTotal(line, nothingAsked)).toBe('…');
	const answered = { ...line, answer: { verified: true } } as unknown as TrendLine;
	expect(describeTotal(answered, nothingAsked)).toBe('none dated');
});
