import { describe, expect, test } from 'vitest';
import type { ArticleDate } from '../../src/lib/archive/article.ts';
import {
	describeDate,
	describeDoubt,
	describeKind,
	describeLines,
	machineDate
} from '../../src/lib/view/reader/describe.ts';

const dated = (edtf: string, basis: ArticleDate['basis'] = 'stated') => ({
	date: { edtf, first: '', last: '', printed: null, basis }
});

describe('the date of an article', () => {
	test.each([
		[dated('2022-05-16'), '16 May 2022', null, '2022-05-16'],
		[dated('2025-05'), 'May 2025', 'month only', '2025-05'],
		[dated('1998'), '1998', 'year only', '1998'],
		[dated('2011-24'), 'Winter 2011', 'year only', null],
		[dated('2026-02-06?', 'curated'), '6 February 2026', 'uncertain, given by a curator', null],
		[dated('1923~'), 'about 1923', 'approximate, as stated in the file', null],
		[dated('1912-05-03', 'inferred'), '3 May 1912', 'inferred', '1912-05-03'],
		[{ date: null }, 'Undated', null, null]
	])('%j is "%s", %s', (article, words, doubt, machine) => {
		expect(describeDate(article)).toBe(words);
		expect(describeDoubt(article)).toBe(doubt);
		expect(machineDate(article)).toBe(machine);
	});
});

test('the kind goes with words and minutes, and an excerpt says what it lacks', () => {
	expect(describeKind({ kind: 'full', words: 1211 })).toBe('Full article, 1,211 words, 6 min');
	expect(describeKind({ kind: 'excerpt', words: 90 })).toBe(
		'Excerpt, 90 words, 1 min: the source left text out'
	);
	expect(describeKind({ kind: 'notice', words: 1 })).toBe('Notice, 1 word');
});

test('lines are numbers of a file, not counts', () => {
	expect(describeLines([7, 7])).toBe('line 7');
	expect(describeLines([1203, 1250])).toBe('lines 1203–1250');
});
