/** What is written is read back by a library of others, and compared field by field. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { escapeTex, writeBibtex } from '../../src/lib/cite/bibtex.ts';
import { writeCsl } from '../../src/lib/cite/csl.ts';
import { referenceOf, type Citable } from '../../src/lib/cite/reference.ts';
import { writeRis } from '../../src/lib/cite/ris.ts';
import { accessed, citable, origin } from './article.ts';

type Item = Record<string, unknown>;
const read = (text: string, forceType: string): Item => {
	const [item] = new Cite(text, { forceType, generateGraph: false }).data;
	return item ?? {};
};
const ofBibtex = (article: Citable) =>
	read(writeBibtex(referenceOf(article, origin, accessed)), '@biblatex/text');
const ofRis = (article: Citable) =>
	read(writeRis(referenceOf(article, origin, accessed)), '@ris/file');
const ofCsl = (article: Citable) =>
	read(writeCsl([referenceOf(article, origin, accessed)]), '@else/json');

/** The fields of an entry as they stand in it, before anything is made of them. */
function fieldsOf(bibtex: string): Item {
	const [entry] = plugins.input.chain(bibtex, {
		forceType: '@biblatex/text',
		target: '@biblatex/entries+list',
		generateGraph: false
	}) as { properties: Item }[];
	return entry?.properties ?? {};
}
const tagOf = (ris: string, tag: string) =>
	ris.split('\r\n').flatMap((line) => (line.startsWith(`${tag}  - `) ? [line.slice(6)] : []));

/** Everything that could end a field, begin a command or break a line. */
const hostile =
	"A {brace}, } & 100% of $5_ #1 ~ ^ \\end{x} “q” -- ``'' --- ?` \r\nER  - \u2028and   more 北京 Ж \\";
const hostileRead =
	"A {brace}, } & 100% of $5_ #1 ~ ^ \\end{x} “q” -- ``'' --- ?` ER - and more 北京 Ж \\";

const many = citable({
	headline: hostile,
	authors: [
		'Kevin Reed',
		'Anna B. Prins',
		'Gabriel García Márquez',
		'Ministry of Food, Agriculture and Ships',
		'Kevin Reed, Jr',
		'de la Cruz, Ana',
		'Ludwig von Mises',
		'王力',
		'others'
	]
});
const place = 'https://example.org/a_b/article/some-id/?x=100%25';

describe('BibLaTeX', () => {
	test('reads back as it was meant', () => {
		expect(ofBibtex(many)).toMatchObject({
			'citation-key': 'some-id',
			title: hostileRead,
			author: [
				{ given: 'Kevin', family: 'Reed' },
				{ given: 'Anna B.', family: 'Prins' },
				{ family: 'Gabriel García Márquez' },
				{ family: 'Ministry of Food, Agriculture and Ships' },
				{ given: 'Kevin', family: 'Reed', suffix: 'Jr' },
				{ given: 'Ana', 'non-dropping-particle': 'de la', family: 'Cruz' },
				{ family: 'Ludwig von Mises' },
				{ family: '王力' },
				{ family: 'others' }
			],
			'container-title': 'The Harbour Gazette',
			genre: 'newspaper',
			issued: { 'date-parts': [[2022, 5, 16]] },
			accessed: { 'date-parts': [[2026, 11, 22]] },
			language: 'en',
			URL: place,
			note: 'Seed archive, version ced4216bc2c68784: harbour.txt, lines 50–92.'
		});
	});

	test.each(['2026-02-06?', '1911~', '2025-05', '2011-24', '199X', '1985/..', '2024-09/2024-12'])(
		'keeps the date %s in EDTF',
		(edtf) => {
			const bibtex = writeBibtex(referenceOf(citable({ date: { edtf, basis: 'stated' } }), origin));
			expect(fieldsOf(bibtex)).toMatchObject({ date: expect.anything() });
			expect(bibtex).toContain(`\tdate = {${edtf}},`);
		}
	);

	test('has no author, no date and no publication where there is none', () => {
		const bare = citable({ authors: [], date: null, publication: null });
		const item = ofBibtex(bare);
		expect(Object.keys(item)).not.toEqual(
			expect.arrayContaining(['author', 'issued', 'container-title'])
		);
		expect(item).not.toHaveProperty('author');
		expect(item).not.toHaveProperty('issued');
		expect(item).not.toHaveProperty('container-title');
		expect(item['note']).toContain('Undated in the source.');
	});

	test('writes out every sign that TeX reads, once', () => {
		expect(escapeTex('\\{}')).toBe('\\textbackslash{}\\{\\}');
		expect(escapeTex('Öcalan’s ł')).toBe('Öcalan’s ł');
	});
});

describe('RIS', () => {
	test('reads back as it was meant', () => {
		expect(ofRis(many)).toMatchObject({
			id: 'some-id',
			type: 'article-newspaper',
			title: hostileRead,
			// The format’s own description calls who wrote in a newspaper its reporter.
			reporter: [
				'Reed, Kevin',
				'Prins, Anna B.',
				'Gabriel García Márquez',
				'Ministry of Food; Agriculture and Ships',
				'Reed, Kevin, Jr',
				'de la Cruz, Ana',
				'Ludwig von Mises',
				'王力',
				'others'
			],
			'container-title': 'The Harbour Gazette',
			issued: { 'date-parts': [[2022]] },
			accessed: { 'date-parts': [[2026, 11, 22]] },
			language: 'en',
			source: 'Seed archive',
			archive_location: 'harbour.txt, lines 50–92',
			URL: place,
			note: 'Archive version ced4216bc2c68784.'
		});
	});

	test.each([
		['2022-05-16', ['2022'], ['2022/05/16/']],
		['2025-05', ['2025'], ['2025/05//']],
		['1998', ['1998'], ['1998///']],
		['2004-06-XX', ['2004'], ['2004/06//']],
		['2011-24', ['2011'], ['2011///Winter']],
		['2024-09/2024-12', ['2024'], ['2024///September 2024 – December 2024']],
		['2026-02-06?', [], ['2026/02/06/uncertain (2026-02-06?)']],
		['1911~', [], ['1911///approximate (1911~)']],
		['1998/1999', [], []],
		['199X', [], []],
		['1985/..', [], []]
	])('says of %s the year %j and the date %j', (edtf, year, date) => {
		const ris = writeRis(referenceOf(citable({ date: { edtf, basis: 'stated' } }), origin));
		expect(tagOf(ris, 'PY')).toEqual(year);
		expect(tagOf(ris, 'DA')).toEqual(date);
		if (date.length === 0) expect(tagOf(ris, 'N1').join()).toContain(edtf);
	});

	test('is one record of whole lines', () => {
		const ris = writeRis(referenceOf(many, origin));
		expect(ris.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u2028]/);
		expect(tagOf(ris, 'ER')).toEqual(['']);
		expect(ris.startsWith('TY  - NEWS\r\n')).toBe(true);
	});
});

describe('CSL-JSON', () => {
	test('reads back as it was meant', () => {
		expect(ofCsl(many)).toEqual({
			id: 'some-id',
			type: 'article-newspaper',
			title: hostileRead,
			author: [
				{ given: 'Kevin', family: 'Reed' },
				{ given: 'Anna B.', family: 'Prins' },
				{ literal: 'Gabriel García Márquez' },
				{ literal: 'Ministry of Food, Agriculture and Ships' },
				{ given: 'Kevin', family: 'Reed', suffix: 'Jr' },
				{ given: 'Ana', family: 'de la Cruz' },
				{ literal: 'Ludwig von Mises' },
				{ literal: '王力' },
				{ literal: 'others' }
			],
			issued: { 'date-parts': [[2022, 5, 16]] },
			'container-title': 'The Harbour Gazette',
			language: 'en',
			archive: 'Seed archive',
			archive_location: 'harbour.txt, lines 50–92',
			version: 'ced4216bc2c68784',
			URL: place,
			accessed: { 'date-parts': [[2026, 11, 22]] }
		});
	});

	test.each([
		['2025-05', { 'date-parts': [[2025, 5]] }],
		['2026-02-06?', { 'date-parts': [[2026, 2, 6]], circa: true }],
		['1911~', { 'date-parts': [[1911]], circa: true }],
		['2011-24', { 'date-parts': [[2011]], season: 4 }],
		[
			'2024-09/2024-12',
			{
				'date-parts': [
					[2024, 9],
					[2024, 12]
				]
			}
		],
		['2004-XX-XX', { 'date-parts': [[2004]] }],
		['199X', { literal: '1990s' }],
		['19XX', { literal: '1900–1999' }],
		['1985/..', { literal: '1985 or later' }]
	])('says %s no finer than it is', (edtf, issued) => {
		expect(ofCsl(citable({ date: { edtf, basis: 'stated' } }))['issued']).toEqual(issued);
	});

	test('says in a note what a date rests on, and that text was left out', () => {
		const article = citable({
			headline: null,
			suppliedHeadline: 'It has been barely a month …',
			kind: 'excerpt',
			date: { edtf: '2026-02-06?', basis: 'curated' }
		});
		expect(ofCsl(article)).toMatchObject({
			title: '[It has been barely a month …]',
			note: 'No headline in the source: the title is its opening words. Date uncertain, given by a curator: 6 February 2026 (EDTF 2026-02-06?). Excerpt: the source left text out.'
		});
	});
});

test('what is published for everybody has no day of access, and no address that is not known', () => {
	const reference = referenceOf(citable(), { ...origin, address: null });
	expect(writeBibtex(reference)).not.toMatch(/url/);
	expect(writeRis(reference)).not.toMatch(/^(UR|Y2) /m);
	expect(writeCsl([reference])).not.toMatch(/URL|accessed/);
});
