import { describe, expect, test } from 'vitest';
import { referenceOf, type Citable } from '../../src/lib/cite/reference.ts';
import { cite, type Style } from '../../src/lib/cite/styles.ts';
import { accessed, citable, origin } from './article.ts';

const address = 'https://example.org/article/x/';
const lineOf = (article: Citable, style: Style) =>
	cite(referenceOf(article, { ...origin, address }, accessed), style);
/** The part of a line up to the archive. */
const headOf = (article: Citable, style: Style) => lineOf(article, style).split(' Seed archive')[0];

const chile = citable({
	headline: 'Chile’s pseudo-left government sends police to break strike, arrest refinery workers',
	authors: ['Mauricio Saavedra'],
	publication: 'World Socialist Web Site',
	source: { file: '000_e86077956ff568ae.txt', lines: [264, 323] },
	date: { edtf: '2022-05-14', basis: 'stated' }
});

describe('an article with everything', () => {
	test('in Chicago style', () => {
		expect(lineOf(chile, 'chicago')).toBe(
			'Saavedra, Mauricio. “Chile’s pseudo-left government sends police to break strike, arrest refinery workers.” World Socialist Web Site, May 14, 2022. Seed archive, version ced4216bc2c68784, 000_e86077956ff568ae.txt, lines 264–323. Accessed November 22, 2026. https://example.org/article/x/.'
		);
	});
	test('in APA style', () => {
		expect(lineOf(chile, 'apa')).toBe(
			'Saavedra, M. (2022, May 14). Chile’s pseudo-left government sends police to break strike, arrest refinery workers. World Socialist Web Site. Seed archive (version ced4216bc2c68784; 000_e86077956ff568ae.txt, lines 264–323). Retrieved November 22, 2026, from https://example.org/article/x/'
		);
	});
	test('in MLA style', () => {
		expect(lineOf(chile, 'mla')).toBe(
			'Saavedra, Mauricio. “Chile’s pseudo-left government sends police to break strike, arrest refinery workers.” World Socialist Web Site, 14 May 2022. Seed archive, version ced4216bc2c68784, 000_e86077956ff568ae.txt, lines 264–323, https://example.org/article/x/. Accessed 22 Nov. 2026.'
		);
	});
});

test('an unsigned piece of a month begins with its title', () => {
	const piece = citable({
		headline: 'Fascism, Bonapartism and Donald Trump',
		authors: [],
		publication: 'The Internationalist',
		date: { edtf: '2025-05', basis: 'stated' }
	});
	expect(headOf(piece, 'chicago')).toBe(
		'“Fascism, Bonapartism and Donald Trump.” The Internationalist, May 2025.'
	);
	expect(headOf(piece, 'apa')).toBe(
		'Fascism, Bonapartism and Donald Trump. (2025, May). The Internationalist.'
	);
	expect(headOf(piece, 'mla')).toBe(
		'“Fascism, Bonapartism and Donald Trump.” The Internationalist, May 2025.'
	);
});

test('a supplied headline and a doubtful date stand in square brackets', () => {
	const piece = citable({
		headline: null,
		suppliedHeadline: 'New York City police arrested at least 13 nurses Thursday during Day …',
		authors: [],
		publication: 'World Socialist Web Site',
		date: { edtf: '2026-02-06?', basis: 'curated' }
	});
	expect(headOf(piece, 'chicago')).toBe(
		'[New York City police arrested at least 13 nurses Thursday during Day …]. World Socialist Web Site, [February 6, 2026?].'
	);
	expect(headOf(piece, 'apa')).toBe(
		'[New York City police arrested at least 13 nurses Thursday during Day …]. ([2026, February 6?]). World Socialist Web Site.'
	);
	expect(headOf(piece, 'mla')).toBe(
		'[New York City police arrested at least 13 nurses Thursday during Day …]. World Socialist Web Site, [6 Feb. 2026?].'
	);
});

describe('quotation marks and stops', () => {
	test.each([
		[
			'Turkish CHP holds “Social Peace and Democracy Conference”',
			'“Turkish CHP holds ‘Social Peace and Democracy Conference.’”'
		],
		[
			'No Other Choice: Doesn’t “necessity knows no law” cut both ways?',
			'“No Other Choice: Doesn’t ‘necessity knows no law’ cut both ways?”'
		],
		['Free Bogdan Syrotiuk!', '“Free Bogdan Syrotiuk!”'],
		['The "new" line', '“The ‘new’ line.”'],
		['A 5" shell', '“A 5" shell.”']
	])('%s', (headline, expected) => {
		expect(headOf(citable({ headline }), 'chicago')).toContain(` ${expected} The`);
	});
});

test('a quoted sentence at the end of a title is not stopped twice', () => {
	const piece = citable({ headline: 'The board says “no.”' });
	expect(headOf(piece, 'apa')).toContain(' The board says “no.” The Harbour Gazette.');
});

describe('dates', () => {
	const of = (edtf: string | null, style: Style, basis: 'stated' | 'curated' = 'stated') =>
		headOf(
			citable({
				authors: [],
				headline: 'T',
				publication: 'P',
				date: edtf ? { edtf, basis } : null
			}),
			style
		);
	test.each([
		['2022-09-01', 'P, September 1, 2022.', '(2022, September 1).', 'P, 1 Sept. 2022.'],
		['1998', 'P, 1998.', '(1998).', 'P, 1998.'],
		['1911~', 'P, [ca. 1911].', '([ca. 1911]).', 'P, [circa 1911].'],
		['1911%', 'P, [ca. 1911?].', '([ca. 1911?]).', 'P, [circa 1911?].'],
		['2011-24', 'P, Winter 2011.', '(2011, Winter).', 'P, winter 2011.'],
		['199X', 'P, 1990s.', '(1990s).', 'P, 1990s.'],
		[
			'2024-09/2024-12',
			'P, September–December 2024.',
			'(2024, September–December).',
			'P, Sept.–Dec. 2024.'
		],
		['1998/1999', 'P, 1998–1999.', '(1998–1999).', 'P, 1998–1999.'],
		[
			'1998-21/1998-22',
			'P, Spring–Summer 1998.',
			'(1998, Spring–Summer).',
			'P, spring–summer 1998.'
		],
		[
			'2024-12/2025-01',
			'P, December 2024–January 2025.',
			'(2024, December–2025, January).',
			'P, Dec. 2024–Jan. 2025.'
		],
		[
			'2024-09-01/2024-09-30',
			'P, September 1–30, 2024.',
			'(2024, September 1–30).',
			'P, 1–30 Sept. 2024.'
		],
		[
			'2024-09-30/2024-10-02',
			'P, September 30–October 2, 2024.',
			'(2024, September 30–October 2).',
			'P, 30 Sept.–2 Oct. 2024.'
		],
		[
			'2024-09?/2024-12',
			'P, [September 2024?–December 2024].',
			'([2024, September?–2024, December]).',
			'P, [Sept. 2024?–Dec. 2024].'
		],
		['199X~', 'P, [ca. 1990s].', '([ca. 1990s]).', 'P, [circa 1990s].'],
		['1985/..', 'P, 1985 or later.', '(1985 or later).', 'P, 1985 or later.'],
		[
			'../1985-03',
			'P, March 1985 or earlier.',
			'(1985, March or earlier).',
			'P, Mar. 1985 or earlier.'
		]
	])('%s', (edtf, chicago, apa, mla) => {
		expect(of(edtf, 'chicago')).toBe(`“T.” ${chicago}`);
		expect(of(edtf, 'apa')).toBe(`T. ${apa} P.`);
		expect(of(edtf, 'mla')).toBe(`“T.” ${mla}`);
	});

	test('none', () => {
		expect(of(null, 'chicago')).toBe('“T.” P, n.d.');
		expect(of(null, 'apa')).toBe('T. (n.d.). P.');
		expect(of(null, 'mla')).toBe('“T.” P.');
	});

	test('a certain day that is not the source’s own is in brackets all the same', () => {
		expect(of('1922-03-04', 'chicago', 'curated')).toBe('“T.” P, [March 4, 1922].');
	});
});

describe('names', () => {
	const by = (authors: string[], style: Style) =>
		headOf(citable({ authors, headline: 'T', publication: 'P' }), style)?.split(/ “T| \(2022/)[0];
	test.each([
		[['Our correspondents'], 'Our correspondents.', 'Our correspondents.', 'Our correspondents.'],
		[
			['Kevin Reed', 'Anna B. Prins'],
			'Reed, Kevin, and Anna B. Prins.',
			'Reed, K., & Prins, A. B.',
			'Reed, Kevin, and Anna B. Prins.'
		],
		[
			['Kevin Reed', 'Jean-Paul Bertrand', 'Gabriel García Márquez'],
			'Reed, Kevin, Jean-Paul Bertrand, and Gabriel García Márquez.',
			'Reed, K., Bertrand, J.-P., & Gabriel García Márquez.',
			'Reed, Kevin, et al.'
		],
		[
			['Editorial Board', 'Kevin Reed'],
			'Editorial Board and Kevin Reed.',
			'Editorial Board, & Reed, K.',
			'Editorial Board and Kevin Reed.'
		],
		[['van Gogh, Vincent'], 'van Gogh, Vincent.', 'van Gogh, V.', 'van Gogh, Vincent.'],
		[['J.R.R. Tolkien'], 'Tolkien, J.R.R.', 'Tolkien, J. R. R.', 'Tolkien, J.R.R.'],
		[['Kevin Reed, Jr.'], 'Reed, Kevin, Jr.', 'Reed, K., Jr.', 'Reed, Kevin, Jr.']
	])('%j', (authors, chicago, apa, mla) => {
		expect(by(authors, 'chicago')).toBe(chicago);
		expect(by(authors, 'apa')).toBe(apa);
		expect(by(authors, 'mla')).toBe(mla);
	});

	test('more than ten', () => {
		const eleven = Array.from({ length: 11 }, (_, at) => `Kevin Reed${'abcdefghijk'[at]}`);
		expect(by(eleven, 'chicago')).toBe(
			'Reeda, Kevin, Kevin Reedb, Kevin Reedc, Kevin Reedd, Kevin Reede, Kevin Reedf, Kevin Reedg, et al.'
		);
	});
});

test('what is not known is left out', () => {
	const bare = referenceOf(citable({ publication: null, date: null, authors: [] }), {
		...origin,
		address: null
	});
	const held = 'Seed archive, version ced4216bc2c68784, harbour.txt, lines 50–92.';
	expect(cite(bare, 'chicago')).toBe(`“The dockers return.” n.d. ${held}`);
	expect(cite(bare, 'mla')).toBe(`“The dockers return.” ${held}`);
	expect(cite(bare, 'apa')).toBe(
		'The dockers return. (n.d.). Seed archive (version ced4216bc2c68784; harbour.txt, lines 50–92).'
	);
});
