/** The timeline and the bylines as tables for other programs. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { cutBins } from '../../src/lib/archive/bins.ts';
import { dayOf, type Day } from '../../src/lib/archive/day.ts';
import { knownLevels } from '../../src/lib/archive/known.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { countPassing, maskOf } from '../../src/lib/filter/mask.ts';
import { nothingAsked, type Selection } from '../../src/lib/filter/selection.ts';
import { spanFacet, tallyFacet } from '../../src/lib/filter/tally.ts';
import { tallyDates } from '../../src/lib/filter/tally-dates.ts';
import { fileOfBylines, fileOfTimeline } from '../../src/lib/view/exporting/charts.ts';
import { facts, selection } from '../filter/arbitrary.ts';
import { catalogOf, type Facts } from '../filter/catalog.ts';

type Cells = Record<string, string>;
const read = (parts: string[]) =>
	Papa.parse<Cells>(parts.join('').slice(1), { header: true, skipEmptyLines: true }).data;
const originOf = (asked: Selection) => ({
	selection: asked,
	manifest: { title: 'The archive', version: '0123456789abcdef' },
	complete: true
});

function timeline(articles: readonly Facts[], asked: Selection, first: Day, last: Day): Cells[] {
	const columns = columnsOf(catalogOf(articles));
	const mask = maskOf(columns, asked, null);
	const toTheDay = knownLevels.indexOf('day');
	const tally = tallyDates(columns, mask, cutBins(first, last, 'year'), toTheDay, null);
	const whole = {
		articles: articles.length,
		exact: articles.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date ?? '')).length,
		passing: countPassing(mask)
	};
	return read(fileOfTimeline(tally, whole, tally.undated, originOf(asked)));
}

test('the periods of a timeline, what lies outside and the undated add up to what is found', () => {
	fc.assert(
		fc.property(facts, selection, (articles, asked) => {
			const rows = timeline(articles, asked, dayOf(1992), dayOf(1996, 12, 31));
			for (const column of ['articles', 'articles_there_are', 'to_the_day', 'approximate']) {
				const values = rows.map((row) => Number(row[column]));
				const all = values.pop() ?? NaN;
				expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(all, 4);
			}
		}),
		{ numRuns: 60 }
	);
});

test('a timeline says period, days, counts, and what was asked of which archive', () => {
	const asked = { ...nothingAsked, query: 'fog', publication: ['Ledger'] };
	const rows = timeline(
		[
			{ date: '1994-03-04', publication: 'Ledger' },
			{ date: '1994', publication: 'Courier' },
			{ date: '1990', publication: 'Ledger' },
			{}
		],
		asked,
		dayOf(1994),
		dayOf(1994, 12, 31)
	);
	expect(rows.map(({ period }) => period)).toEqual(['1994', 'outside', 'undated', 'all']);
	expect(rows[0]).toEqual({
		period: '1994',
		first_day: '1994-01-01',
		last_day: '1994-12-31',
		articles: '1',
		articles_there_are: '2',
		to_the_day: '1',
		approximate: '1',
		complete: 'yes',
		query: 'fog',
		filters: 'publication=Ledger',
		archive: 'The archive',
		archive_version: '0123456789abcdef'
	});
	expect(rows[1]).toMatchObject({ articles: '1', articles_there_are: '1', approximate: '1' });
	expect(rows[2]).toMatchObject({ articles: '0', articles_there_are: '1' });
	expect(rows[3]).toMatchObject({ articles: '2', articles_there_are: '4' });
});

test('bylines have every name with its counts and its first and last day', () => {
	const columns = columnsOf(
		catalogOf([
			{ authors: ['Zoë', '=Ben'], date: '1990' },
			{ authors: ['Zoë'], date: '1992-05-06' },
			{}
		])
	);
	const tally = tallyFacet(columns, maskOf(columns, nothingAsked, null), 'author');
	const codes = columns.facet.author.values.map((_, code) => code);
	const rows = read(
		fileOfBylines(codes, tally, spanFacet(columns, 'author'), originOf(nothingAsked))
	);
	const of = (name: string) => rows.find(({ byline }) => byline?.endsWith(name));
	expect(rows).toHaveLength(3);
	expect(of('Zoë')).toMatchObject({
		articles: '2',
		articles_there_are: '2',
		first_day: '1990-01-01',
		last_day: '1992-05-06'
	});
	// No spreadsheet takes a name for a formula.
	expect(of('Ben')?.byline).toBe("'=Ben");
	expect(rows.find(({ byline }) => byline === '')).toMatchObject({ articles: '1', first_day: '' });
});
