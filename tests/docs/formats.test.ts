/** Every example of docs/formats.md shows what the seeds of the repository are published as. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fields } from '../../src/cli/publish.ts';
import { authorSlug, type PublishedAccount } from '../../src/lib/archive/author.ts';
import { csvRecord } from '../../src/lib/archive/csv.ts';
import { describePackage } from '../../src/lib/bundle/datapackage.ts';
import { installIcons } from '../../src/lib/bundle/icons.ts';
import { openBundle } from '../../src/lib/bundle/open.ts';
import { writeBibtex } from '../../src/lib/cite/bibtex.ts';
import { cslItem } from '../../src/lib/cite/csl.ts';
import { feedName, writeFeed } from '../../src/lib/cite/feed.ts';
import { writeOpenSearch, writeSitemap } from '../../src/lib/cite/found.ts';
import { referenceOf } from '../../src/lib/cite/reference.ts';
import { writeRis } from '../../src/lib/cite/ris.ts';
import { writeSearchBibtex } from '../../src/lib/cite/search-records.ts';
import { citeSearch } from '../../src/lib/cite/search.ts';
import * as table from '../../src/lib/cite/table.ts';
import { authorAccount } from '../../src/lib/explorer/author.ts';
import { nothingAsked } from '../../src/lib/filter/selection.ts';
import { countWordsOf, distinctiveTerms } from '../../src/lib/press/distinctive.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';
import { changesSince } from '../../src/lib/previous.server.ts';
import { columns as concordance } from '../../src/lib/view/concordance/export.ts';
import { fileOfBylines, fileOfTimeline } from '../../src/lib/view/exporting/charts.ts';
import { accountOf, searchOf } from '../../src/lib/view/exporting/search.ts';
import { columns as trends } from '../../src/lib/view/trends/export.ts';
import { columns, differences, examples, section, shows } from './formats.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

let pressed: Pressed;

beforeAll(async () => {
	const seeds = readdirSync('seeds')
		.filter((name) => !name.startsWith('.'))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`seeds/${name}`)) }));
	pressed = await press(seeds, { date: '2026-11-22' });
});

const json = (path: string) => JSON.parse(decode(pressed.files.get(path))) as unknown;
const [seen, unsigned] = [
	'2022-05-14-chiles-pseudo-left-government-sends-police',
	'2026-02-06-new-york-city-police-arrested-at'
];
const articleOf = (id: string) => {
	const article = pressed.articles.find((each) => each.id === id);
	if (!article) throw new Error(`The seeds have no article ${id}.`);
	return article;
};
const referenceTo = (id: string, accessed: string | null = null) =>
	referenceOf(articleOf(id), { ...pressed.manifest, address: null }, accessed);

test('manifest and catalog', () => {
	const { manifest } = pressed;
	const optional = ['noindex', 'bulk', 'events'];
	expect(columns('## data/manifest.json').sort()).toEqual(
		[...new Set([...Object.keys(manifest), ...optional])].sort()
	);
	const [whole = ''] = examples('## data/manifest.json', 'json');
	expect(differences(JSON.parse(whole), manifest)).toEqual([]);
	const [example = ''] = examples('## Catalog', 'json');
	const shown = JSON.parse(example) as { names: Record<string, string[]> };
	const catalog = json(manifest.catalog) as typeof shown;
	const keysOf = (value: object) => Object.keys(value).sort();
	expect(keysOf(shown)).toEqual(keysOf(catalog));
	expect(keysOf(shown.names)).toEqual(keysOf(catalog.names));
	for (const name of ['kind', 'known', 'basis', 'has'])
		expect(shown.names[name], name).toEqual(catalog.names[name]);
});

test('entries, events and hashes of contents', async () => {
	const [example = ''] = examples('## Entries', 'json');
	const files = [...pressed.files.keys()].filter((path) => path.startsWith('entries/'));
	const entries = files.flatMap((path) => json(path) as { id: string }[]);
	const entry = entries.find(({ id }) => id === seen);
	expect(differences(JSON.parse(example), entry)).toEqual([]);

	const [events = ''] = examples('## Events', 'json');
	const other = await press([
		{ name: 'a.md', bytes: encode('---\ntitle: Fog\n---\n\nThick.\n') },
		{
			name: 'events.yaml',
			bytes: encode('- date: 1923~\n  label: Harbour strike\n  link: https://example.org/strike\n')
		}
	]);
	expect(JSON.parse(decode(other.files.get(other.manifest.events ?? '')))).toEqual(
		JSON.parse(events)
	);

	const [contents = ''] = examples('## Versions', 'json');
	for (const [id, hash] of Object.entries(JSON.parse(contents) as Record<string, string>))
		expect(shows(hash, (json('contents.json') as Record<string, string>)[id] ?? '')).toBe(true);
});

test('articles, and what there is to say of the seeds and of addresses', async () => {
	const [texts = ''] = examples('## Texts', 'json');
	const published = JSON.parse(JSON.stringify([articleOf(seen)])) as unknown;
	expect(differences(JSON.parse(texts), published)).toEqual([]);
	const [report = ''] = examples('## data/report.json', 'json');
	expect(differences(JSON.parse(report), json('report.json'))).toEqual([]);

	const heading = '## data/addresses.json and data/ids.json';
	const [addresses = '', ids = ''] = examples(heading, 'json');
	expect(differences(JSON.parse(ids), json('ids.json'))).toEqual([]);
	const seed = (name: string, head: string) => ({
		name,
		bytes: encode(`---\n${head}\n---\n\nA penny more.\n`)
	});
	const other = await press([
		seed('fog.md', 'title: Fog\ndate: 1911-08-14'),
		seed('herring.md', 'title: Herring is dear'),
		seed('hidden.md', 'title: Not to be read\ndate: 1911-07-08'),
		{
			name: 'hidden.md.yaml',
			bytes: encode('articles:\n  - line: 1\n    hide: At the family’s request\n')
		},
		{ name: 'aliases.yaml', bytes: encode('1911-08-14-dense-fog: 1911-08-14-fog\n') }
	]);
	const said = JSON.parse(decode(other.files.get('addresses.json'))) as unknown;
	expect(differences(JSON.parse(addresses), said)).toEqual([]);
});

test('the account of an author', async () => {
	const archive = await openBundle(async (path) => pressed.files.get(path) ?? new Uint8Array());
	const [example = ''] = examples('## author/<slug>/index.json', 'json');
	const { merge, terms, version, address, feed, ...plain } = JSON.parse(
		example
	) as PublishedAccount;
	const slug = authorSlug(plain.name);
	expect(differences(plain, await authorAccount(archive, slug))).toEqual([]);
	expect([merge, address, feed]).toEqual([
		null,
		null,
		`feeds/${feedName('author', plain.name)}.xml`
	]);
	expect(shows(version, pressed.manifest.version)).toBe(true);
	const own = [articleOf(plain.articles[0]?.id ?? '')];
	const [first] = distinctiveTerms(countWordsOf(own), countWordsOf(pressed.articles), 1);
	expect(terms).toEqual([first]);
});

test('changes since an earlier version', async () => {
	const seed = (headline: string) => ({
		name: `${headline}.md`,
		bytes: encode(`---\nheadline: ${headline}\ndate: 1911-08-14\n---\n\nA penny more.\n`)
	});
	const title = { name: 'archive.yaml', bytes: encode('title: Seed archive\n') };
	const before = await press([title, seed('Herring is dear')], { date: '2026-10-02' });
	const now = await press([title, seed('Fog')]);
	const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
	for (const name of ['manifest.json', 'contents.json'])
		writeFileSync(join(folder, name), before.files.get(name) ?? '');
	const [, example = ''] = examples('## Versions', 'json');
	const changes = await changesSince(folder, now);
	expect(differences(JSON.parse(example), JSON.parse(JSON.stringify(changes)))).toEqual([]);
});

test('what stands beside the page of an article', () => {
	const heading = '## Beside the page of an article';
	const [bibtex = ''] = examples(heading, 'bibtex');
	expect(shows(bibtex, writeBibtex(referenceTo(unsigned)).trimEnd())).toBe(true);
	const [ris = ''] = examples(heading, '');
	expect(writeRis(referenceTo(seen))).toMatch(/\r\n/);
	expect(shows(ris, writeRis(referenceTo(seen)).replaceAll('\r\n', '\n').trimEnd())).toBe(true);
	const [csl = ''] = examples(heading, 'json');
	expect(differences(JSON.parse(csl), [cslItem(referenceTo(unsigned, '2026-11-22'))])).toEqual([]);
});

test('feeds, sitemaps and the description of the search', () => {
	const id = '2026-02-06-washington-pressures-mexico-to-halt-supply';
	const [example = ''] = examples('## To be found', 'xml');
	const { date } = articleOf(id);
	const entry = { reference: referenceTo(id), date, summary: 'Opening words' };
	const about = { id: 'urn:a', title: 'Newest', self: null, page: '../', entries: [entry] };
	const written = writeFeed(about, 'Seed archive').replace(/^\t*/gm, '');
	const [actual = ''] = /<entry>.*<\/entry>/s.exec(written) ?? [];
	expect(shows(example.replace(/^\t*/gm, ''), actual)).toBe(true);

	const [, sitemap = '', search = ''] = examples('## To be found', 'xml');
	const place = 'https://example.org/harbour/';
	expect(writeSitemap([place]).trimEnd()).toBe(sitemap);
	expect(writeOpenSearch('The Harbour Archive', place).trimEnd()).toBe(search);
});

test('the table of all articles and its description', () => {
	const [example = ''] = examples('## The archive as a whole', 'json');
	const facts = () => ({ bytes: 0, hash: '3b1f'.repeat(16) });
	const { resources } = describePackage(pressed.manifest, fields, facts);
	const articles = JSON.parse(
		JSON.stringify(resources.find(({ name }) => name === 'articles'))
	) as object;
	expect(differences(JSON.parse(example), articles)).toEqual([]);
	const [csv = ''] = examples('## The archive as a whole', 'csv');
	const [head, record] = csv.split('\n');
	expect(csvRecord(table.columns.map(({ name }) => name)).trimEnd()).toBe(head);
	const id = /^[^,]*/.exec(record ?? '')?.[0] ?? '';
	expect(csvRecord(table.recordOf(articleOf(id))).trimEnd()).toBe(record);
});

test('a search, as it is written into a file and cited', () => {
	const { manifest } = pressed;
	const heading = '## What is found, taken away';
	const selection = { ...nothingAsked, query: 'strike', from: '2022-04', to: '2025-06' };
	const address = 'https://example.org/?q=strike&from=2022-04&to=2025-06';
	const search = searchOf(
		{ selection, found: 6, listed: 6, complete: true, address },
		manifest,
		'2026-11-22'
	);
	const [file = ''] = examples(heading, 'json');
	const account = /^\{"search":(\{.*\}),\n"articles":\[\n(\{.*), …\}\n\]\}$/.exec(file);
	expect(differences(JSON.parse(account?.[1] ?? ''), accountOf(search))).toEqual([]);
	const article = { rank: 2, address: `https://example.org/article/${seen}/`, id: seen };
	expect(JSON.parse(`${account?.[2]}}`)).toEqual(article);
	expect(columns(heading).sort()).toEqual(Object.keys(accountOf(search)).sort());
	const [line = ''] = examples(heading, '');
	expect(shows(line, citeSearch(search))).toBe(true);
	const [bibtex = ''] = examples(heading, 'bibtex');
	const written = writeSearchBibtex(search).trimEnd();
	expect(shows(bibtex.replace(/search-\w+/, 'search-…'), written)).toBe(true);
});

test('the columns of tables', () => {
	expect(columns('## The lines of a concordance (CSV)')).toEqual([...concordance]);
	expect(columns('## Trends (CSV, SVG and PNG)')).toEqual([...trends]);
	const origin = { selection: nothingAsked, manifest: pressed.manifest, complete: true };
	const none = { all: 0, matching: 0 };
	const headOf = (file: string[]) => file.join('').slice(1).split('\r\n')[0]?.split(',') ?? [];
	const timeline = fileOfTimeline(null, { articles: 0, exact: 0, passing: 0 }, none, origin);
	const bylines = fileOfBylines([], [], { first: [], last: [] }, origin);
	const common = ['complete', 'query', 'filters', 'archive', 'archive_version'];
	for (const head of [headOf(timeline), headOf(bylines)]) {
		expect(head.slice(-5)).toEqual(common);
		for (const name of head.slice(0, -5))
			expect(section('## Timeline and bylines (CSV, SVG and PNG)')).toContain(`\`${name}\``);
	}
});

test('an archive that can be installed', () => {
	const [example = ''] = examples('## Kept on a device', 'json');
	const { icons } = JSON.parse(example) as { icons: object[] };
	const [first] = installIcons;
	expect(icons).toEqual([
		{
			src: first?.path,
			sizes: `${first?.size}x${first?.size}`,
			type: 'image/png',
			purpose: first?.purpose
		}
	]);
});
