import { describe, expect, test } from 'vitest';
import { referenceOf, type Citable } from '../../src/lib/cite/reference.ts';
import { newsArticle, scriptJson, tagsOf } from '../../src/lib/cite/tags.ts';
import { citable, origin } from './article.ts';
import { savedByZotero } from './zotero.ts';

const address = 'https://example.org/article/some-id/';
const about = { rights: null, deck: null, words: 1220 };
const credit = (date: string) =>
	`Reed, Kevin. “The dockers return.” The Harbour Gazette, ${date}. Seed archive, version ced4216bc2c68784, harbour.txt, lines 50–92. ${address}.`;
const tagged = (article: Citable, title = origin.title) =>
	tagsOf(referenceOf(article, { ...origin, title, address }), about, 'Opening words').map(
		({ name, property, content }) => `${name ?? property}: ${content}`
	);
const data = (article: Citable) =>
	newsArticle(referenceOf(article, { ...origin, address }), about, 'Opening words');
const dated = (edtf: string) => citable({ date: { edtf, basis: 'stated' } });

test('an article with everything has every tag', () => {
	expect(tagged(citable())).toEqual([
		'z:itemType: newspaperArticle',
		'z:archive: Seed archive, version ced4216bc2c68784',
		'z:archiveLocation: harbour.txt, lines 50–92',
		'citation_title: The dockers return',
		'citation_author: Reed, Kevin',
		'citation_publication_date: 2022/05/16',
		'citation_language: en',
		`citation_public_url: ${address}`,
		`citation_fulltext_html_url: ${address}`,
		'DC.title: The dockers return',
		'DC.creator: Kevin Reed',
		'DC.date: 2022-05-16',
		'DC.source: The Harbour Gazette',
		'DC.publisher: Library & Sons',
		'DC.language: en',
		'DC.type: Text',
		`DC.identifier: ${address}`,
		'DCTERMS.isPartOf: Seed archive, version ced4216bc2c68784',
		`DCTERMS.bibliographicCitation: ${credit('May 16, 2022')}`,
		'og:type: article',
		'og:title: The dockers return',
		'og:description: Opening words',
		'og:site_name: Seed archive',
		`og:url: ${address}`,
		'article:published_time: 2022-05-16'
	]);
});

test('and says the same as schema.org’s NewsArticle', () => {
	expect(data(citable({ authors: ['Kevin Reed', 'Editorial Board'] }))).toEqual({
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		identifier: 'some-id',
		headline: 'The dockers return',
		description: 'Opening words',
		author: [
			{ '@type': 'Person', name: 'Kevin Reed', givenName: 'Kevin', familyName: 'Reed' },
			'Editorial Board'
		],
		datePublished: '2022-05-16',
		inLanguage: 'en',
		wordCount: 1220,
		isAccessibleForFree: true,
		isPartOf: [
			{ '@type': 'Periodical', name: 'The Harbour Gazette' },
			{ '@type': 'Collection', name: 'Seed archive', version: 'ced4216bc2c68784' }
		],
		creditText: credit('May 16, 2022').replace('Kevin.', 'Kevin, and Editorial Board.'),
		url: address,
		mainEntityOfPage: address
	});
});

describe('a date in the tags is never more certain than it is', () => {
	test.each([
		'2026-02-06?',
		'1911~',
		'2011-24',
		'199X',
		'1985/..',
		'2024-09/2024-12',
		'2004-06-XX'
	])('%s stands as EDTF and nowhere else', (edtf) => {
		const tags = tagged(dated(edtf));
		expect(tags).toContain(`DC.date: ${edtf}`);
		expect(tags.join('\n')).not.toMatch(/citation_publication_date|published_time/);
		expect(data(dated(edtf))).not.toHaveProperty('datePublished');
	});

	test('a month stays a month', () => {
		expect(tagged(dated('2025-05'))).toContain('citation_publication_date: 2025/05');
		expect(tagged(dated('2025-05')).join()).not.toContain('published_time');
		expect(data(dated('2025-05'))).toMatchObject({ datePublished: '2025-05' });
	});

	test('undated has none', () => {
		const undated = citable({ date: null });
		expect(tagged(undated).join()).not.toMatch(/date:|time:/);
		expect(data(undated)).not.toHaveProperty('datePublished');
	});
});

describe('Zotero saves', () => {
	const saved = (article: Citable) =>
		savedByZotero(tagsOf(referenceOf(article, { ...origin, address }), about, 'Opening words'));
	const by = (...authors: string[]) => saved(citable({ authors })).creators;

	test('an article whole, as one of a newspaper', () => {
		expect(saved(citable({ authors: ['Kevin Reed', 'Anna B. Prins'] }))).toEqual({
			fields: {
				itemType: 'newspaperArticle',
				title: 'The dockers return',
				publicationTitle: 'The Harbour Gazette',
				date: '2022/05/16',
				language: 'en',
				abstractNote: 'Opening words',
				archive: 'Seed archive, version ced4216bc2c68784',
				archiveLocation: 'harbour.txt, lines 50–92',
				url: address
			},
			creators: [
				{ lastName: 'Reed', firstName: 'Kevin' },
				{ lastName: 'Prins', firstName: 'Anna B.' }
			]
		});
	});

	test('a supplied headline in its brackets, a doubtful day as it is, and why', () => {
		const { fields } = saved(
			citable({
				headline: null,
				suppliedHeadline: 'It has been barely a month …',
				date: { edtf: '2026-02-06?', basis: 'curated' }
			})
		);
		expect(fields).toMatchObject({
			title: '[It has been barely a month …]',
			date: '2026-02-06?',
			extra:
				'No headline in the source: the title is its opening words. Date uncertain, given by a curator: 6 February 2026 (EDTF 2026-02-06?).'
		});
	});

	test('a month as a month, and what is undated without a date', () => {
		expect(saved(dated('2025-05')).fields['date']).toBe('2025/05');
		expect(saved(citable({ date: null })).fields).not.toHaveProperty('date');
	});

	test('no publication where none is known', () => {
		expect(saved(citable({ publication: null })).fields).not.toHaveProperty('publicationTitle');
	});

	test.each([
		['Editorial Board', 'Editorial Board'],
		['Gabriel García Márquez', 'Gabriel García Márquez'],
		['Ludwig van Beethoven', 'Ludwig van Beethoven'],
		['Ministry of Food, Agriculture and Ships', 'Ministry of Food Agriculture and Ships'],
		['Kevin Reed, Jr', 'Kevin Reed Jr'],
		['王 力', '王 力']
	])('%s as one name', (name, lastName) => {
		expect(by(name)).toEqual([{ lastName }]);
		expect(by(name, 'Kevin Reed')).toEqual([
			{ lastName },
			{ lastName: 'Reed', firstName: 'Kevin' }
		]);
	});

	test('two names of several words each as one person', () => {
		expect(by('García Márquez, Gabriel José')).toEqual([
			{ lastName: 'García Márquez', firstName: 'Gabriel José' }
		]);
	});
});

test('data in a script element cannot end it', () => {
	const hostile = { headline: '</script><!--<script>&lt;\u2028' };
	const text = scriptJson(hostile);
	expect(text).not.toMatch(/[<>&\u2028]/);
	expect(JSON.parse(text)).toEqual(hostile);
});
