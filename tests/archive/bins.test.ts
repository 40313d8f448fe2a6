import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	binStart,
	binUnits,
	binsFor,
	cutBins,
	describeBin,
	periodsOfBin,
	type BinUnit
} from '../../src/lib/archive/bins.ts';
import { periodOf, readDay, writeDay, type Day } from '../../src/lib/archive/day.ts';

const day = (iso: string) => readDay(iso)!;
// From the third century before our era.
const anyDay = fc.integer({ min: -800_000, max: 40_000 }).map((number) => number as Day);
const anyUnit = fc.constantFrom(...binUnits);

describe('bins', () => {
	test.each<[BinUnit, string, string]>([
		['day', '2022-05-16', '2022-05-16'],
		['week', '2022-05-18', '2022-05-16'],
		['week', '2022-05-15', '2022-05-09'],
		['week', '1969-12-31', '1969-12-29'],
		['month', '2024-02-29', '2024-02-01'],
		['quarter', '2022-06-30', '2022-04-01'],
		['half-year', '2022-06-30', '2022-01-01'],
		['year', '2022-06-30', '2022-01-01'],
		['decade', '1999-12-31', '1990-01-01'],
		['century', '1999-12-31', '1900-01-01']
	])('the %s of %s begins on %s', (unit, iso, start) =>
		expect(writeDay(binStart(day(iso), unit))).toBe(start)
	);

	test('cover every day of their span once, each beginning where the one before ends', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), anyUnit, (first, days, unit) => {
				const last = (first + days) as Day;
				const { edges } = cutBins(first, last, unit);
				expect(edges[0]).toBeLessThanOrEqual(first);
				expect(edges.at(-1)).toBeGreaterThan(last);
				expect(edges.at(-2)).toBeLessThanOrEqual(last);
				for (const edge of edges) expect(binStart(edge as Day, unit)).toBe(edge);
				expect([...edges]).toEqual([...new Set(edges)].sort((a, b) => a - b));
			})
		);
	});

	test('the periods of a bin ask for its days and no others', () => {
		fc.assert(
			fc.property(anyDay, fc.constantFrom(...binUnits.slice(2), 'day' as const), (at, unit) => {
				const { edges } = cutBins(at, at, unit);
				const { from, to } = periodsOfBin(edges[0] as Day, unit);
				expect(periodOf(from)!.first).toBe(edges[0]);
				expect(periodOf(to)!.last).toBe(edges[1]! - 1);
			})
		);
		expect(periodsOfBin(day('1996-01-01'), 'year')).toEqual({ from: '1996', to: '1996' });
		expect(periodsOfBin(day('1996-04-01'), 'quarter')).toEqual({ from: '1996-04', to: '1996-06' });
		expect(periodsOfBin(day('1990-01-01'), 'decade')).toEqual({ from: '1990', to: '1999' });
		expect(periodsOfBin(day('2022-05-16'), 'week')).toEqual({
			from: '2022-05-16',
			to: '2022-05-22'
		});
	});

	test.each<[string, string, number, BinUnit, number]>([
		['1987-01-05', '2026-03-30', 1290, 'quarter', 160],
		['2022-05-14', '2026-02-28', 1212, 'month', 60],
		['1987-01-05', '2026-03-30', 1270, 'half-year', 80],
		['2022-05-14', '2022-05-16', 1212, 'day', 31],
		['1605-01-01', '2026-01-01', 300, 'century', 5]
	])('from %s to %s on %i px a bar is a %s', (first, last, width, unit, count) => {
		const bins = binsFor(day(first), day(last), width);
		expect(bins.unit).toBe(unit);
		expect(bins.edges.length - 1).toBe(count);
	});

	test.each<[BinUnit, string, string]>([
		['day', '2022-05-16', '16 May 2022'],
		['week', '2022-05-16', 'week of 16 May 2022'],
		['month', '2022-05-01', 'May 2022'],
		['quarter', '2022-04-01', 'Apr – Jun 2022'],
		['half-year', '2022-07-01', 'Jul – Dec 2022'],
		['year', '2022-01-01', '2022'],
		['decade', '1990-01-01', '1990s'],
		['century', '1900-01-01', '1900 – 1999'],
		['month', '-0043-03-01', 'March 44 BC'],
		['year', '0000-01-01', '1 BC'],
		['decade', '-0050-01-01', '51 BC – 42 BC'],
		['century', '0000-01-01', '1 BC – 99']
	])('a %s from %s is called %s', (unit, start, words) =>
		expect(describeBin(day(start), unit)).toBe(words)
	);
});
