import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binUnits, cutBins } from '../../src/lib/archive/bins.ts';
import { dayOf, periodOf } from '../../src/lib/archive/day.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import {
	smallBase,
	spreadRows,
	trendBins,
	trendPoints,
	trendUnitsFor,
	type Spread
} from '../../src/lib/filter/trend.ts';
import { facts } from './arbitrary.ts';
import { catalogOf } from './catalog.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('what a trend counts', () => {
	test('is, in every period, a count by hand of the days of each article that lie in it', () => {
		fc.assert(
			fc.property(
				facts,
				fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }),
				fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
				fc.constantFrom('month', 'quarter', 'year', 'decade' as const),
				fc.integer({ min: 1990, max: 1996 }),
				(articles, weights, luck, unit, year) => {
					const bins = cutBins(dayOf(year, 3, 5), dayOf(year + 4, 9, 9), unit);
					const rows = articles.flatMap((_, row) => (luck[row] ? [row] : []));
					const columns = columnsOf(catalogOf(articles));
					const spread = spreadRows(columns, bins, rows, (row) => weights[row]!);
					const expected = new Array<number>(bins.edges.length - 1).fill(0);
					let [outside, undated, approximate] = [0, 0, 0];
					for (const row of rows) {
						const date = articles[row]?.date;
						if (!date) {
							undated += weights[row]!;
							continue;
						}
						const { first, last } = periodOf(date.replace('?', ''))!;
						if (first !== last) approximate += weights[row]!;
						for (let day: number = first; day <= last; day++) {
							const bin = expected.findIndex(
								(_, at) => bins.edges[at]! <= day && day < bins.edges[at + 1]!
							);
							const share = weights[row]! / (last - first + 1);
							if (bin < 0) outside += share;
							else expected[bin]! += share;
						}
					}
					for (const [bin, value] of expected.entries())
						expect(spread.bins[bin]).toBeCloseTo(value, 9);
					expect(spread.outside).toBeCloseTo(outside, 9);
					expect([spread.undated, spread.approximate]).toEqual([undated, approximate]);
					expect(spread.total).toBe(sum(rows.map((row) => weights[row]!)));
					expect(sum(spread.bins) + spread.outside + spread.undated).toBeCloseTo(spread.total, 8);
				}
			),
			{ numRuns: 60 }
		);
	});
});

const spread = (bins: number[]): Spread => ({
	bins: Float64Array.from(bins),
	outside: 0,
	undated: 0,
	total: sum(bins),
	approximate: 0
});
const base = { articles: spread([100, 0, 10, 50]), words: spread([50_000, 0, 4000, 50_000]) };
const values = (...given: Parameters<typeof trendPoints>) =>
	trendPoints(...given).map(({ value }) => value);

describe('the values of a line', () => {
	test('are nothing where the archive holds nothing, and zero where nothing was found', () => {
		expect(values(spread([2, 0, 0, 1]), base, 'raw', 1)).toEqual([2, null, 0, 1]);
		expect(values(spread([2, 0, 1, 0]), base, 'articles', 1)).toEqual([20, null, 100, 0]);
		expect(values(spread([2, 0, 1, 0]), base, 'words', 1)).toEqual([40, null, 250, 0]);
	});

	test('warn of rates of few articles, and never of counts', () => {
		const small = (scale: 'raw' | 'articles', window: number) =>
			trendPoints(spread([2, 0, 1, 1]), base, scale, window).map((point) => point.small);
		expect(smallBase).toBe(20);
		expect(small('articles', 1)).toEqual([false, false, true, false]);
		expect(small('raw', 1)).toEqual([false, false, false, false]);
		// Together with the period after it there are enough.
		expect(small('articles', 3)).toEqual([false, false, false, false]);
	});

	test('are smoothed by what the periods around hold together, gaps left out', () => {
		expect(values(spread([2, 0, 1, 5]), base, 'raw', 3)).toEqual([2, null, 3, 3]);
		expect(values(spread([2, 0, 1, 5]), base, 'articles', 3)).toEqual([20, null, 100, 100]);
		expect(values(spread([2, 0, 1, 5]), base, 'articles', 5)).toEqual([3e3 / 110, null, 50, 100]);
	});

	test('have no rate per word where there are no words', () => {
		const wordless = { articles: spread([3]), words: spread([0]) };
		expect(values(spread([1]), wordless, 'words', 1)).toEqual([null]);
	});
});

describe('the periods of a trend', () => {
	test('follow the span, are at most sixty or so unless somebody chose, and never too many', () => {
		const unit = (years: number) => trendBins(dayOf(1900), dayOf(1900 + years), null).unit;
		expect([unit(0.01), unit(1), unit(4), unit(12), unit(40), unit(77), unit(300)]).toEqual([
			'day',
			'week',
			'month',
			'quarter',
			'year',
			'year',
			'decade'
		]);
		expect(trendBins(dayOf(1900), dayOf(1904), 'year').edges).toHaveLength(6);
		expect(trendBins(dayOf(1900), dayOf(1904), 'day').unit).toBe('month');
		for (const each of binUnits) {
			const { edges } = trendBins(dayOf(1600), dayOf(2026), each);
			expect(edges.length).toBeLessThan(250);
		}
		expect(trendUnitsFor(dayOf(1900), dayOf(1904))).not.toContain('day');
		expect(trendUnitsFor(dayOf(1900), dayOf(1904))).toContain('week');
	});
});
