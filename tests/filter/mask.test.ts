import { expect, test } from 'vitest';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { maskOf } from '../../src/lib/filter/mask.ts';
import { nothingAsked, type Selection } from '../../src/lib/filter/selection.ts';
import { catalogOf } from './catalog.ts';

const columns = columnsOf(
	catalogOf([
		/* 0 */ { date: '1994-03-31', authors: ['Ana', 'Zoë'], publication: 'Ledger', words: 299 },
		/* 1 */ { date: '1994-04-01', authors: ['Zoë'], kind: 'notice', words: 300 },
		/* 2 */ { date: '1994', words: 999 },
		/* 3 */ { date: '1995-02?', publication: 'Courier', words: 1000 },
		/* 4 */ { authors: ['Ana'], words: 3000 }
	])
);

function passing(asked: Partial<Selection>, rows: readonly number[] | null = null): number[] {
	const mask = maskOf(columns, { ...nothingAsked, ...asked }, rows && Uint32Array.from(rows));
	return [...mask.keys()].filter((row) => mask[row] === 0);
}

test('words let pass what the search found', () => {
	expect(passing({ query: 'strike' }, [1, 3])).toEqual([1, 3]);
	expect(passing({ query: 'strike' }, [])).toEqual([]);
});

test('a date passes by overlap, from the first day of the one to the last day of the other', () => {
	expect(passing({ from: '1994-03', to: '1994-03' })).toEqual([0, 2]);
	expect(passing({ from: '1994-04-01', to: '1994-04-01' })).toEqual([1, 2]);
	expect(passing({ from: '1994-12-31' })).toEqual([2, 3]);
	expect(passing({ from: '1995' })).toEqual([3]);
	expect(passing({ to: '1994-03-31' })).toEqual([0, 2]);
	expect(passing({ from: '1996' })).toEqual([]);
});

test('undated articles are left out where dates are asked for, unless they are asked for too', () => {
	expect(passing({ from: '1995' })).not.toContain(4);
	expect(passing({ from: '1995', undated: true })).toEqual([3, 4]);
	expect(passing({ undated: true })).toHaveLength(5);
});

test('values of one facet add to each other, facets narrow each other', () => {
	expect(passing({ author: ['Ana'] })).toEqual([0, 4]);
	expect(passing({ author: ['Ana', 'Zoë'] })).toEqual([0, 1, 4]);
	expect(passing({ author: ['Ana', 'Zoë'], kind: ['notice'] })).toEqual([1]);
});

test('no byline and no publication are values like any other', () => {
	expect(passing({ author: [''] })).toEqual([2, 3]);
	expect(passing({ author: ['', 'Zoë'] })).toEqual([0, 1, 2, 3]);
	expect(passing({ publication: [''] })).toEqual([1, 2, 4]);
});

test('what is left out narrows what is chosen, or else everything; one of several authors is enough', () => {
	expect(passing({ author: ['-Ana'] })).toEqual([1, 2, 3]);
	expect(passing({ author: ['-Ana', '-'] })).toEqual([1]);
	expect(passing({ author: ['Zoë', '-Ana'] })).toEqual([1]);
	expect(passing({ kind: ['-notice'], author: ['Zoë'] })).toEqual([0]);
	expect(passing({ author: ['Nobody', '-Ana'] })).toEqual([]);
	expect(passing({ author: ['-Nobody'] })).toEqual([0, 1, 2, 3, 4]);
});

test('a name that begins with a minus can be chosen', () => {
	const named = columnsOf(catalogOf([{ authors: ['-Ana'] }, { authors: ['Zoë'] }]));
	const mask = maskOf(named, { ...nothingAsked, author: ['-Ana'] }, null);
	expect([...mask].map((byte) => byte === 0)).toEqual([true, false]);
});

test('a value that the archive does not have lets nothing pass', () => {
	expect(passing({ author: ['Nobody'] })).toEqual([]);
	expect(passing({ author: ['Nobody', 'Ana'] })).toEqual([0, 4]);
});

test('dates are told apart by how well they are known', () => {
	expect(passing({ known: ['day'] })).toEqual([0, 1]);
	expect(passing({ known: ['year'] })).toEqual([2]);
	expect(passing({ known: ['uncertain'] })).toEqual([3]);
	expect(passing({ known: ['undated', 'month'] })).toEqual([4]);
});

test('lengths begin at their lowest count of words', () => {
	expect(passing({ length: ['brief'] })).toEqual([0]);
	expect(passing({ length: ['short'] })).toEqual([1, 2]);
	expect(passing({ length: ['medium'] })).toEqual([3]);
	expect(passing({ length: ['long'] })).toEqual([4]);
});
