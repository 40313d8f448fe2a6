import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { knownLevels } from '../../src/lib/archive/known.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { archiveBins, NamePairs, tallyOverTime } from '../../src/lib/filter/composition.ts';
import { readLink } from '../../src/lib/filter/link.ts';
import { maskOf } from '../../src/lib/filter/mask.ts';
import { nothingAsked } from '../../src/lib/filter/selection.ts';
import { fileOfPairs, fileOverTime } from '../../src/lib/view/composition/export.ts';
import { pairSelection } from '../../src/lib/view/composition/pairs.ts';
import {
	describeFound,
	describeOverTime,
	describePairs,
	inBin,
	rankPairs,
	tableOverTime,
	withWord
} from '../../src/lib/view/composition/words.ts';
import { catalogOf } from '../filter/catalog.ts';

const columns = columnsOf(
	catalogOf([
		{ publication: 'Ledger', date: '1990-02-03', authors: ['Ana', 'Zoë', '=Ben'] },
		{ publication: 'Ledger', date: '1990', authors: ['Ana', 'Zoë'], kind: 'notice' },
		{ publication: 'Courier', date: '1992-05-06', kind: 'notice' },
		{ publication: 'Ledger', authors: ['Ana'] }
	])
);
const selection = readLink('?kind=notice&view=composition');
const mask = maskOf(columns, selection, null);
const manifest = { title: 'The archive', version: '0123456789abcdef' };
const bins = archiveBins(columns);
if (!bins) throw new Error('Some article is dated.');
const rows = tallyOverTime(
	columns,
	mask,
	'publication',
	[0, 1],
	bins,
	knownLevels.indexOf('day')
).map((tally, code) => ({ ...tally, value: columns.facet.publication.values[code] ?? '' }));
const found = { passing: 2, choosable: 2, all: 4, asked: true, atLeast: false };

describe('the composition in words', () => {
	test('says both numbers where a figure ignores its own filter, and “at least” where not all is known', () => {
		expect(describeFound(found, 'whatever their length')).toBe('2 of 4 articles');
		expect(describeFound({ ...found, choosable: 3 }, 'whatever their length')).toBe(
			'2 of 4 articles (3 whatever their length)'
		);
		expect(describeFound({ ...found, atLeast: true }, '')).toBe('at least 2 of 4 articles');
		expect(describeFound({ ...found, passing: 4, choosable: 4, asked: false }, '')).toBe(
			'4 articles'
		);
	});

	test('names the periods, the scale that all rows share, and how many rows there are', () => {
		const { length } = bins.edges.slice(1);
		const most = Math.max(...Array.from({ length }, (_, bin) => inBin(rows[0]!, 'all', bin)));
		const caption = describeOverTime('publication', rows, 2, bins, most, found);
		expect(caption).toMatch(/^2 of 4 articles, by month from January 1990 to May 1992: 2 publi/);
		// Both publications have one: neither has most.
		expect(caption).not.toContain('Most:');
		const more = rows.map((row, at) => ({ ...row, total: { all: 3, matching: at === 0 ? 2 : 1 } }));
		expect(describeOverTime('publication', more, 2, bins, most, found)).toContain(
			`Most: ${more[0]!.value} (2).`
		);
		expect(caption).toContain('full height is 1.08 articles in a month');
		const { head, rows: lines } = tableOverTime('publication', rows, bins, true);
		expect(head).toEqual(['Period', 'Ledger', 'Courier']);
		expect(lines[1]).toEqual(['February 1990', '0.08 of 1.08', '–']);
		expect(lines.slice(-2)).toEqual([
			['Undated', '0 of 1', '–'],
			['All', '1 of 3', '1 of 1']
		]);
	});

	test('tells who writes with whom, most first', () => {
		const pairs = new NamePairs(columns);
		const { values } = columns.facet.author;
		const ranked = rankPairs(pairs.tally(mask), values);
		expect(
			ranked.map(({ one, other, all, matching }) => [values[one], values[other], matching, all])
		).toEqual([
			['Ana', 'Zoë', 1, 2],
			['Ana', '=Ben', 0, 1],
			['Zoë', '=Ben', 0, 1]
		]);
		expect(describePairs(3, pairs.together(mask), 3, true)).toBe(
			'1 of 2 articles have two bylines or more, whatever bylines are chosen: 3 pairs of names. An article with three names counts for three pairs.'
		);
		expect(describePairs(0, { all: 0, matching: 0 }, 0, false)).toMatch(/nobody writes/);
	});

	test('leads on by a query that keeps what was asked', () => {
		const of = (query: string, any = false) => ({ ...nothingAsked, query, any });
		const names = ['Ana Lee', 'Zoë Ö', 'Mary Ana Lee', 'Bo "Bobby" Li', 'Cem'];
		expect(pairSelection(of('port OR quay'), ['Zoë Ö', 'Cem'], names)?.query).toBe(
			'(port OR quay) author:"Zoë Ö" author:"Cem"'
		);
		// A query for Ana Lee would find Mary Ana Lee too; a quotation mark would end the phrase.
		expect(pairSelection(of(''), ['Ana Lee', 'Cem'], names)).toBe(null);
		expect(pairSelection(of(''), ['Bo "Bobby" Li', 'Cem'], names)).toBe(null);
		expect(pairSelection(of('port quay', true), ['Zoë Ö', 'Cem'], names)).toBe(null);
		expect(withWord(of('port'), 'quay')?.query).toBe('port quay');
		expect(withWord(of('port OR dock'), 'quay')?.query).toBe('(port OR dock) quay');
		expect(withWord(of(''), 'quay')?.query).toBe('quay');
		expect(withWord(of('port dock', true), 'quay')).toBe(null);
	});
});

describe('the composition as files', () => {
	const read = (parts: string[]) =>
		Papa.parse<Record<string, string>>(parts.join('').replace(/^\ufeff/, ''), {
			header: true,
			skipEmptyLines: true
		});
	const origin = { selection, manifest, complete: true };

	test('adds up: the periods and the undated make all, and every record names question and archive', () => {
		const { data, errors } = read(fileOverTime('publication', rows, bins, origin));
		expect(errors).toEqual([]);
		const ledger = data.filter(({ publication }) => publication === 'Ledger');
		const all = ledger.find(({ period }) => period === 'all');
		expect(all).toMatchObject({
			articles: '1',
			articles_there_are: '3',
			complete: 'yes',
			filters: 'kind=notice',
			archive: 'The archive',
			archive_version: '0123456789abcdef'
		});
		for (const [column, whole] of [
			['articles', 1],
			['articles_there_are', 3]
		] as const) {
			const parts = ledger.filter(({ period }) => period !== 'all').map((each) => each[column]);
			expect(parts.reduce((sum, each) => sum + Number(each), 0)).toBeCloseTo(whole, 4);
		}
	});

	test('guards names that a spreadsheet would run', () => {
		const pairs = rankPairs(new NamePairs(columns).tally(mask), columns.facet.author.values);
		const { data } = read(fileOfPairs(pairs, columns.facet.author.values, origin));
		expect(data[1]).toMatchObject({ byline: 'Ana', with: "'=Ben", articles_there_are: '1' });
	});
});
