import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/lib/bundle/format.ts';
import { LineTable } from '../../src/lib/explorer/lines.ts';
import { readLink } from '../../src/lib/filter/link.ts';
import { nothingAsked } from '../../src/lib/filter/selection.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { columns, recordsOf } from '../../src/lib/view/concordance/export.ts';
import { fileNameOf } from '../../src/lib/view/export.ts';
import { directionOf, partFirst, partLast, placeOf } from '../../src/lib/view/concordance/words.ts';
import { csvRecord } from '../../src/lib/archive/csv.ts';
import { catalogOf } from '../filter/catalog.ts';
import { libraryOf, textOf } from '../search/library.ts';

async function exported(complete = true) {
	const texts = [
		textOf('Strike, "again"', ['Strike-breaking at =1+1']),
		textOf(null, ['No more strikes'])
	];
	const selection = readLink('?q=strike&author=Ana&from=1994&any=1&view=concordance&onelist=1');
	const engine = await openEngine(await libraryOf(texts));
	const table = new LineTable();
	table.add(await engine.lines({ query: 'strike', any: false }, Uint32Array.of(0, 1)));
	const catalog = catalogOf([
		{ authors: ['Ana', 'İsmail Doğan'], date: '1994-03', publication: 'Ledger' },
		{ authors: [] }
	]);
	const about = { dateBasis: null, file: 'seed.txt', lines: [1, 9], opening: '' } as const;
	const entries: Entry[] = [
		{ ...about, id: 'article-0', headline: 'Strike, "again"', supplied: null, edtf: '1994-03' },
		{ ...about, id: 'article-1', headline: null, supplied: 'No more strikes', edtf: null }
	];
	const text =
		csvRecord(columns) +
		recordsOf(table, Uint32Array.of(2, 0, 1), 0, 9, {
			catalog,
			entryOf: (row) => entries[row],
			manifest: { title: 'The archive', version: '0123456789abcdef' },
			selection,
			complete,
			addressOf: (id, anchor) => `https://example.org/${id}/${anchor ? `#${anchor}` : ''}`
		});
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
}

describe('the lines as a table', () => {
	test('say where each stands, and which question they answer', async () => {
		const { data, errors, meta } = await exported();
		expect(errors).toEqual([]);
		expect(meta.fields).toEqual([...columns]);
		const [first, second, third] = data;
		expect(first).toMatchObject({
			number: '1',
			date: '',
			byline: '',
			part: 'block',
			part_number: '1',
			first_line: '1',
			before: 'No more ',
			match: 'strikes',
			after: ''
		});
		expect(second).toMatchObject({
			number: '2',
			date: '1994-03',
			byline: 'Ana; İsmail Doğan',
			publication: 'Ledger',
			part: 'headline',
			part_number: '',
			first_line: '',
			before: '',
			match: 'Strike',
			after: ', "again"',
			query: 'strike',
			lines: '3',
			complete: 'yes',
			archive: 'The archive',
			archive_version: '0123456789abcdef'
		});
		// What begins like a formula is guarded, and only that.
		expect(third).toMatchObject({ match: 'Strike', after: "'-breaking at =1+1" });
		expect(third?.['address']).toMatch(/#block-1$/);
	});

	test('name the filters so that they can be asked for again', async () => {
		const [line] = (await exported()).data;
		expect(readLink(`?q=${line?.['query']}&${line?.['filters']}`)).toEqual({
			...nothingAsked,
			query: 'strike',
			any: true,
			author: ['Ana'],
			from: '1994'
		});
	});

	test('say where they are not all', async () => {
		expect((await exported(false)).data[0]?.['complete']).toBe('no');
	});

	test('are saved under the words that were asked for', () => {
		expect(fileNameOf('concordance', '"General Strike" Öcalan ../x', 'csv')).toBe(
			'concordance-general-strike-ocalan-x.csv'
		);
		expect(fileNameOf('concordance', '***', 'csv')).toBe('concordance.csv');
	});
});

describe('a line on the page', () => {
	test('is parted around the word that it is sorted by', () => {
		expect(partFirst(' by nursing staff')).toEqual([' ', 'by', ' nursing staff']);
		expect(partFirst('’s end, then')).toEqual(['’s ', 'end', ', then']);
		expect(partFirst('.”')).toEqual(['.”', '', '']);
		expect(partLast('In Germany, the ')).toEqual(['In Germany, ', 'the', ' ']);
		expect(partLast('')).toEqual(['', '', '']);
	});

	test('has the direction of its script', () => {
		expect(directionOf('strike', 'שלום ', '')).toBe('ltr');
		expect(directionOf('إضراب', 'the ', '')).toBe('rtl');
		expect(directionOf('1948', 'בשנת ', '')).toBe('rtl');
		expect(directionOf('1948', '', '')).toBe('ltr');
	});

	test('names its lines in the file, or the part where none is known', () => {
		expect([
			placeOf('block', 59, 59),
			placeOf('block', 1059, 1061),
			placeOf('headline', 0, 0)
		]).toEqual(['59', '1,059–1,061', 'headline']);
	});
});
