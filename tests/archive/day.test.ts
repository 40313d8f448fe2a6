import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	dayOf,
	describeDay,
	describeMonth,
	describePeriod,
	partsOf,
	periodOf,
	readDay,
	readPeriod,
	writeDay,
	type Day
} from '../../src/lib/archive/day.ts';

test('run twice, in the time zone that each run says', () => {
	expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ']);
	expect(['Pacific/Kiritimati', 'America/Los_Angeles']).toContain(process.env['TZ']);
});

describe('days', () => {
	test('are counted from 1970-01-01, wherever the reader sits', () => {
		expect(dayOf(1970)).toBe(0);
		expect(dayOf(1969, 12, 31)).toBe(-1);
		expect(readDay('2022-05-16')).toBe(19128);
		expect(dayOf(1996, 3, 0)).toBe(readDay('1996-02-29'));
	});

	test('the first century is not the twentieth', () => {
		expect(writeDay(dayOf(96, 1, 1))).toBe('0096-01-01');
	});

	test('what is written reads back', () => {
		fc.assert(
			fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (number) => {
				const day = number as Day;
				expect(readDay(writeDay(day))).toBe(day);
				const { year, month, date } = partsOf(day);
				expect(dayOf(year, month, date)).toBe(day);
			})
		);
	});

	test.each([
		'1995-02-29',
		'1994-13-01',
		'1994-00-10',
		'1994-1-1',
		'94-01-01',
		'1994-01-01T00',
		''
	])('%j is no day', (iso) => expect(readDay(iso)).toBeNull());
});

describe('periods', () => {
	test.each([
		['1994', '1994-01-01', '1994-12-31'],
		['1996-02', '1996-02-01', '1996-02-29'],
		['1994-03-14', '1994-03-14', '1994-03-14'],
		['0001-12', '0001-12-01', '0001-12-31']
	])('%s runs from %s to %s', (iso, first, last) => {
		const period = periodOf(iso)!;
		expect([writeDay(period.first), writeDay(period.last)]).toEqual([first, last]);
	});

	test.each([
		['1994', '1994'],
		[' Mar 1994 ', '1994-03'],
		['march  1994', '1994-03'],
		['Sept. 1994', '1994-09'],
		['14 Mar 1994', '1994-03-14'],
		['14 March, 1994', '1994-03-14'],
		['Mar 14, 1994', '1994-03-14'],
		['May 4 2025', '2025-05-04'],
		['1994-03', '1994-03'],
		['1994-03-14', '1994-03-14']
	])('a reader may type %j', (typed, iso) => expect(readPeriod(typed)?.iso).toBe(iso));

	test.each([
		'',
		'yesterday',
		'94',
		'Ma 1994',
		'Foo 1994',
		'31 Feb 1994',
		'1994-13',
		'14/03/1994',
		'Mar'
	])('%j cannot be read as a period', (typed) => expect(readPeriod(typed)).toBeNull());

	test('no text makes the reading of a period throw', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readPeriod(typed)));
	});
});

test('days, months and years are written in words', () => {
	const day = dayOf(2022, 5, 6);
	expect(describeDay(day)).toBe('6 May 2022');
	expect(describeMonth(dayOf(1994, 9, 1), 'short')).toBe('Sep 1994');
	expect(describePeriod('1998')).toBe('1998');
	expect(describePeriod('2025-05')).toBe('May 2025');
	expect(describePeriod('spring')).toBe('spring');
});
