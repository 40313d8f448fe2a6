/** A result set taken away: every format is read back by a library of others and compared with what was listed. */
import { readdirSync, readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BundleError } from '../../src/lib/bundle/format.ts';
import { openBundle, type Archive } from '../../src/lib/bundle/open.ts';
import { nothingAsked, type Selection } from '../../src/lib/filter/selection.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';
import { fileOf, formats } from '../../src/lib/view/exporting/formats.ts';
import type { Job } from '../../src/lib/view/exporting/rows.ts';
import { searchOf, titleOf } from '../../src/lib/view/exporting/search.ts';

let pressed: Pressed;
let archive: Archive;
/** Paths that were read, and the ones that cannot be. */
let read: string[] = [];
let lost: RegExp | null = null;

beforeAll(async () => {
	const seeds = readdirSync('seeds')
		.filter((name) => !name.startsWith('.'))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`seeds/${name}`)) }));
	pressed = await press(seeds);
	archive = await openBundle(async (path) => {
		read.push(path);
		const bytes = pressed.files.get(path);
		if (!bytes || lost?.test(path)) throw new TypeError('Failed to fetch');
		return bytes;
	});
});

const asked: Selection = {
	...nothingAsked,
	query: 'strike "=1"',
	from: '2022',
	author: ['Kevin Reed', ''],
	once: true
};
const address = 'https://example.org/?q=strike&x=50%25';
/** As a best match would have it: neither up nor down. */
const list = Uint32Array.of(20, 3, 11);

function jobOf(wanted: Partial<Job> = {}, complete = false): Job {
	const { manifest } = archive;
	return {
		archive,
		rows: list,
		search: searchOf(
			{ selection: asked, found: 4, listed: 3, complete, address },
			{ ...manifest, publisher: 'Library & Sons' },
			'2026-11-22'
		),
		addressOf: (id) => `https://example.org/article/${id}/`,
		signal: new AbortController().signal,
		onRow: () => undefined,
		...wanted
	};
}

function formatOf(ending: string) {
	const format = formats.find((each) => each.ending === ending);
	if (!format) throw new Error(`no format ${ending}`);
	return format;
}
const textOf = async (ending: string, job = jobOf()) =>
	(await fileOf(formatOf(ending), job)).text();
const articlesListed = () => Array.from(list, (row) => pressed.articles[row]!);

const title =
	'Search for “strike "=1"” (Dates: since 2022; Byline: Kevin Reed or No byline; near-identical articles listed once)';
const about = () => ({
	search: title,
	query: 'strike "=1"',
	filters: 'from=2022&author=Kevin+Reed&author=&once=1',
	found: 4,
	listed: 3,
	archive_articles: 26,
	complete: false,
	archive: 'Seed archive',
	archive_version: pressed.manifest.version,
	accessed: '2026-11-22',
	address
});

describe('every format holds the articles listed and the search that found them', () => {
	test.each([
		['bib', '@biblatex/text'],
		['ris', '@ris/file'],
		['csl.json', '@else/json']
	])('%s, the search first', async (ending, forceType) => {
		const { data } = new Cite(await textOf(ending), { forceType, generateGraph: false });
		const [search, ...items] = data as Record<string, unknown>[];
		expect(search).toMatchObject({
			type: 'webpage',
			title,
			URL: address,
			// Of a page on the web, RIS has the day in words alone.
			...(ending !== 'ris' && { accessed: { 'date-parts': [[2026, 11, 22]] } })
		});
		expect(JSON.stringify(search)).toContain('at least 4 of 26 articles');
		expect(JSON.stringify(search)).toContain(pressed.manifest.version);
		const articles = articlesListed();
		expect(items).toHaveLength(3);
		for (const [at, item] of items.entries()) {
			const { id, headline, suppliedHeadline, publication } = articles[at]!;
			expect(item).toMatchObject({
				title: headline ?? `[${suppliedHeadline}]`,
				'container-title': publication,
				URL: `https://example.org/article/${id}/`,
				accessed: { 'date-parts': [[2026, 11, 22]] }
			});
			expect(item[ending === 'bib' ? 'citation-key' : 'id']).toBe(id);
		}
	});

	test.each([
		[
			'chicago',
			1,
			(version: string) =>
				`López, Alejandro. “Madrid doctors and nurses on indefinite strike against temp work, poor conditions.” World Socialist Web Site, May 16, 2022. Seed archive, version ${version}, 000_e86077956ff568ae.txt, lines 50–91. Accessed November 22, 2026. https://example.org/article/2022-05-16-madrid-doctors-and-nurses-on-indefinite/.`
		],
		[
			'apa',
			0,
			(version: string) =>
				`Trump’s “critical minerals” conference aimed against China. ([2026, February 6?]). World Socialist Web Site. Seed archive (version ${version}; 001_fbb78fa2d04dba80.txt, lines 156–172). Retrieved November 22, 2026, from https://example.org/article/2026-02-06-trumps-critical-minerals-conference-aimed-against/`
		],
		[
			'mla',
			2,
			(version: string) =>
				`[New York City police arrested at least 13 nurses Thursday during Day …]. World Socialist Web Site, [6 Feb. 2026?]. Seed archive, version ${version}, 001_fbb78fa2d04dba80.txt, lines 2–12, https://example.org/article/2026-02-06-new-york-city-police-arrested-at/. Accessed 22 Nov. 2026.`
		]
	] as const)('citations in %s style, the search first', async (style, at, line) => {
		const [search, ...lines] = (await textOf(`${style}.txt`)).trimEnd().split('\n\n');
		expect(search).toContain(`${title}: at least 4 of 26 articles. Seed archive, version`);
		expect(lines).toHaveLength(3);
		expect(lines[at]).toBe(line(pressed.manifest.version));
	});

	test('CSV: each record says all of it', async () => {
		const { data, errors } = Papa.parse<Record<string, string>>(await textOf('csv'), {
			header: true,
			skipEmptyLines: true
		});
		expect(errors).toEqual([]);
		expect(data).toHaveLength(3);
		for (const [at, article] of articlesListed().entries()) {
			const { id, headline, suppliedHeadline, date, words, source } = article;
			expect(data[at]).toMatchObject({
				rank: String(at + 1),
				id,
				headline: headline ?? '',
				supplied_headline: headline === null ? suppliedHeadline : '',
				date: date?.edtf,
				first_day: date?.first,
				last_day: date?.last,
				words: String(words),
				file: source.file,
				first_line: String(source.lines[0]),
				address: `https://example.org/article/${id}/`,
				search: title,
				query: 'strike "=1"',
				found: '4',
				listed: '3',
				complete: 'no',
				archive_version: pressed.manifest.version,
				accessed: '2026-11-22',
				search_address: address
			});
		}
	});

	test('JSON: the articles whole, by date, each with its place in the list', async () => {
		const { search, articles } = JSON.parse(await textOf('json'));
		expect(search).toEqual(about());
		expect(articles.map(({ rank }: { rank: number }) => rank)).toEqual([2, 3, 1]);
		const [, , last] = articles;
		const { id } = pressed.articles[20]!;
		expect(last).toEqual({
			rank: 1,
			address: `https://example.org/article/${id}/`,
			...JSON.parse(JSON.stringify(pressed.articles[20]))
		});
	});

	test('JSON Lines: each line says all of it', async () => {
		const lines = (await textOf('jsonl')).trimEnd().split('\n');
		const articles = lines.map((line) => JSON.parse(line));
		expect(articles.map(({ id }) => id)).toEqual(
			[3, 11, 20].map((row) => pressed.articles[row]!.id)
		);
		for (const { search } of articles) expect(search).toEqual(about());
	});

	test('plain text: a file for each article, beside a table and what was asked for', async () => {
		const file = await fileOf(formatOf('zip'), jobOf());
		const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
		const articles = articlesListed();
		expect(Object.keys(files).sort()).toEqual(
			[
				'articles.csv',
				'search.json',
				'search.txt',
				...articles.map(({ id }) => `articles/${id}.txt`)
			].sort()
		);
		const text = (path: string) => strFromU8(files[path]!);
		expect(JSON.parse(text('search.json'))).toEqual(about());
		expect(text('search.txt')).toContain(
			`${title}: at least 4 of 26 articles. Seed archive, version`
		);
		expect(text('articles.csv')).toBe(await textOf('csv'));
		for (const { id, headline, suppliedHeadline, blocks } of articles) {
			expect(text(`articles/${id}.txt`)).toContain(headline ?? `[${suppliedHeadline}]`);
			const paragraph = blocks.find(({ kind, marks }) => kind === 'paragraph' && !marks);
			expect(text(`articles/${id}.txt`)).toContain(paragraph?.text);
		}
	});
});

test('texts are read only where the format holds them, and each file of them once', async () => {
	const texts = () => read.filter((path) => path.startsWith('texts/'));
	for (const ending of ['bib', 'ris', 'csl.json', 'csv']) {
		read = [];
		await textOf(ending);
		expect(texts(), ending).toEqual([]);
	}
	read = [];
	await textOf('jsonl', jobOf({ rows: Uint32Array.from({ length: 26 }, (_, at) => 25 - at) }));
	expect(new Set(texts()).size).toBe(texts().length);
	expect(texts()).not.toEqual([]);
});

test('the page has its turn while a file is written, to its last byte', async () => {
	let now = 0;
	let turns = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => (now += 6));
	vi.stubGlobal('scheduler', { yield: async () => void (turns += 1) });
	const rows = Uint32Array.from({ length: 26 }, (_, at) => at);
	for (const { ending } of formats) {
		turns = 0;
		let atLast = 0;
		await textOf(ending, jobOf({ rows, onRow: () => (atLast = turns) }));
		expect(atLast, ending).toBeGreaterThan(10);
		// The table of contents at the end of a zip has an entry for each article.
		if (ending === 'zip') expect(turns - atLast).toBeGreaterThan(10);
	}
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

describe('what goes wrong', () => {
	test('a lost network rejects with a sentence, and there is no file', async () => {
		lost = /^texts\//;
		await expect(textOf('zip')).rejects.toThrow(BundleError);
		await expect(textOf('json')).rejects.toThrow(/Check the connection/);
		lost = null;
		expect(JSON.parse(await textOf('json')).articles).toHaveLength(3);
	});

	test('what is called off stops there', async () => {
		for (const ending of formats.map((format) => format.ending)) {
			const calling = new AbortController();
			const done: number[] = [];
			const onRow = (row: number) => {
				done.push(row);
				calling.abort();
			};
			await expect(textOf(ending, jobOf({ signal: calling.signal, onRow }))).rejects.toThrow(
				/abort/i
			);
			expect(done, ending).toEqual([1]);
		}
	});

	test('a set of nothing is a file of nothing', async () => {
		const none = jobOf({ rows: new Uint32Array() });
		expect(JSON.parse(await textOf('json', none)).articles).toEqual([]);
		expect(JSON.parse(await textOf('csl.json', none))).toHaveLength(1);
		expect(await textOf('jsonl', none)).toBe('');
	});
});

test('a search is said in words', () => {
	expect(titleOf(nothingAsked)).toBe('All articles');
	expect(titleOf({ ...nothingAsked, query: ' dock\u2028strike ', any: true })).toBe(
		'Search for any of “dock strike”'
	);
	expect(
		titleOf({ ...nothingAsked, from: '1994', to: '2008-03', undated: true, kind: ['full'] })
	).toBe('Articles (Dates: 1994 – Mar 2008; undated articles too; Kind: Full article)');
});
