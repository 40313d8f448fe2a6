import { expect, test } from 'vitest';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { describeHeld } from '../../src/lib/view/results/held.ts';
import { catalogOf } from '../filter/catalog.ts';

const columns = columnsOf(
	catalogOf([{ date: '1994-05-02' }, { date: '1994' }, { date: '1999-07' }, {}])
);
const span = { first: '1994-01-01', last: '1999-07-31' };

test.each([
	[
		'1996',
		'1997',
		'The archive holds nothing from 1996 – 1997. The nearest before that is of December 1994, the nearest after that is of July 1999.'
	],
	['2005', null, 'The archive holds nothing since 2005. The nearest before that is of July 1999.'],
	[
		null,
		'1980',
		'The archive holds nothing until 1980. The nearest after that is of January 1994.'
	],
	[
		'1994-05',
		'1994-05',
		'The archive holds 2 articles from May 1994, but none that meets the other conditions.'
	],
	[
		'1999',
		null,
		'The archive holds 1 article since 1999, but none that meets the other conditions.'
	]
])('from %s to %s', (from, to, words) => {
	expect(describeHeld(columns, { from, to }, span)).toBe(words);
});

test('says nothing where no dates are asked for, or nothing is dated', () => {
	expect(describeHeld(columns, { from: null, to: null }, span)).toBeNull();
	expect(describeHeld(columnsOf(catalogOf([{}])), { from: '1994', to: null }, null)).toBeNull();
});
