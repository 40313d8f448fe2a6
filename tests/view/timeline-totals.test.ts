import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binUnits, cutBins } from '../../src/lib/archive/bins.ts';
import { dayOf, type Day } from '../../src/lib/archive/day.ts';
import { approximateLevels, knownLevels } from '../../src/lib/archive/known.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { countPassing, maskOf } from '../../src/lib/filter/mask.ts';
import { tallyFacet } from '../../src/lib/filter/tally.ts';
import { tallyDates } from '../../src/lib/filter/tally-dates.ts';
import { sums, tableRows } from '../../src/lib/view/timeline/words.ts';
import { facts, selection } from '../filter/arbitrary.ts';
import { catalogOf } from '../filter/catalog.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const toTheDay = knownLevels.indexOf('day');
const whole = { first: dayOf(1989), last: dayOf(2003, 12, 31) };
const coarse = fc.constantFrom(...binUnits.slice(2));
/** A part of the axis, as a zoom shows it. */
const part = fc
	.tuple(fc.integer({ min: whole.first, max: whole.last }), fc.integer({ min: 0, max: 4000 }))
	.map(([first, days]) => ({ first: first as Day, last: (first + days) as Day }));

test('zoomed to any part, what is in the picture, outside of it and undated is what passes', () => {
	fc.assert(
		fc.property(facts, selection, part, coarse, (articles, asked, { first, last }, unit) => {
			const columns = columnsOf(catalogOf(articles));
			const mask = maskOf(columns, asked, null);
			const tally = tallyDates(columns, mask, cutBins(first, last, unit), toTheDay, null);
			const passing = countPassing(mask);
			const rows = tableRows(tally, {
				exact: articles.filter(({ date }) => date && /^[\d]{4}-\d\d-\d\d$/.test(date)).length,
				articles: articles.length,
				undated: articles.filter(({ date }) => !date).length,
				passing,
				undatedPassing: tally.undated.matching,
				span: whole
			});
			// Cells have two decimals; a trace is "under 0.01".
			const column = (at: number) =>
				sum(rows.slice(0, -1).map((row) => Number(row[at]!.replace('under ', '') || 0)));
			const slack = 0.01 * rows.length;
			expect(Math.abs(column(3) - passing)).toBeLessThanOrEqual(slack);
			expect(Math.abs(column(1) + column(2) - articles.length)).toBeLessThanOrEqual(slack);
			expect(rows.at(-1)!.slice(3)).toEqual([String(passing)]);
			// No period is told twice, and none of which something is held as one of which nothing is.
			expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
			for (const [name, ...counts] of rows)
				if (name!.endsWith('nothing held')) expect(counts).toEqual(['0', '0', '0']);
		})
	);
});

test('with approximate dates left out, bins, undated and what is left out are what passed before', () => {
	fc.assert(
		fc.property(facts, selection, coarse, (articles, chosen, unit) => {
			const columns = columnsOf(catalogOf(articles));
			const asked = { ...chosen, known: [] };
			const before = maskOf(columns, asked, null);
			const certain = knownLevels.filter((level) => !approximateLevels.includes(level));
			const after = maskOf(columns, { ...asked, known: certain }, null);
			const bins = cutBins(whole.first, whole.last, unit);
			const tally = tallyDates(columns, after, bins, toTheDay, null);
			const leftOut = sum(
				tallyFacet(columns, after, 'known')
					.filter(({ value }) => approximateLevels.includes(value))
					.map(({ matching }) => matching)
			);
			expect(sum(tally.approximate.matching)).toBe(0);
			expect(sum(sums(tally, 'matching')) + tally.undated.matching + leftOut).toBe(
				countPassing(before)
			);
		})
	);
});
