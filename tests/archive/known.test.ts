import { expect, test } from 'vitest';
import {
	describeEdtf,
	describeLabelled,
	doubtOf,
	knownOf,
	type Known
} from '../../src/lib/archive/known.ts';

test.each<[string | null, Known]>([
	['2022-05-16', 'day'],
	['2025-05', 'month'],
	['1998', 'year'],
	['2011-24', 'year'],
	['199X', 'year'],
	['2004-06-XX', 'month'],
	['2004-XX-XX', 'year'],
	['2024-09/2024-12', 'year'],
	['2026-02-06?', 'uncertain'],
	['1923~', 'uncertain'],
	['2004-06/2006-08%', 'uncertain'],
	[null, 'undated']
])('%s is known to: %s', (edtf, known) => expect(knownOf(edtf)).toBe(known));

test.each([
	['2022-05-16', '16 May 2022'],
	['2025-05', 'May 2025'],
	['1998', '1998'],
	['2011-24', 'Winter 2011'],
	['199X', '1990s'],
	['19XX', '1900 – 1999'],
	['1917-XX', '1917'],
	['2004-06-XX', 'June 2004'],
	['-0043-03-15', '15 March 44 BC'],
	['0000', '1 BC'],
	['-0009/0009', '10 BC – 0009'],
	['2024-09/2024-12', 'September 2024 – December 2024'],
	['1923~', 'about 1923'],
	['2026-02-06?', '6 February 2026, uncertain'],
	[null, 'Undated'],
	['1923%', 'perhaps about 1923'],
	['1998/..', '1998 – open'],
	['/1998', 'unknown – 1998']
])('%s reads %s', (edtf, words) => expect(describeEdtf(edtf)).toBe(words));

test.each([
	['2022-05-16', ''],
	['2025-05', 'month only'],
	['2011-24', 'year only'],
	['191X', 'decade only'],
	['19XX', 'century only'],
	['1923~', 'approximate'],
	['2026-02-06?', 'uncertain'],
	['1923%', 'approximate and uncertain'],
	['1923~/1925?', 'approximate and uncertain'],
	[null, '']
])('the doubt about %s is: %s', (edtf, doubt) => expect(doubtOf(edtf)).toBe(doubt));

test('beside a label that says so, a doubt is not said twice', () => {
	expect(describeLabelled('2026-02-06?')).toBe('6 February 2026');
	expect(describeLabelled('1923~')).toBe('about 1923');
	expect(describeLabelled(null)).toBe('Undated');
});

test('where room is short, months are', () => {
	expect(describeEdtf('2024-09/2024-12', 'short')).toBe('Sep 2024 – Dec 2024');
});
