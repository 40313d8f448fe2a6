/** What is published of the archive as a whole, read back. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawCard } from '../../src/cli/card.ts';
import { publish } from '../../src/cli/publish.ts';
import { drawIcon } from '../../src/cli/icon.ts';
import type { DataPackage } from '../../src/lib/bundle/datapackage.ts';
import { installIcons, touchIcon } from '../../src/lib/bundle/icons.ts';
import { openBundle } from '../../src/lib/bundle/open.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';
import { examples } from '../docs/formats.ts';

const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
const site = join(folder, 'site');
let pressed: Pressed;
let described: DataPackage;
let database: Database;

beforeAll(async () => {
	const seeds = readdirSync('seeds')
		.filter((name) => !name.startsWith('.'))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`seeds/${name}`)) }));
	seeds.push({
		name: 'archive.yaml',
		bytes: new TextEncoder().encode(
			'title: The Öld Archive\npublisher: A Library\naddress: https://example.org/old/\n'
		)
	});
	seeds.push({
		name: 'events.yaml',
		bytes: new TextEncoder().encode('- date: 2022-05\n  label: A strike\n')
	});
	pressed = await press(seeds);
	// As the server of the site adds it.
	pressed.files.set('changes.json', new TextEncoder().encode('{}'));
	for (const [path, bytes] of pressed.files) {
		mkdirSync(dirname(join(site, 'data', path)), { recursive: true });
		writeFileSync(join(site, 'data', path), bytes);
	}
	await publish(site);
	described = JSON.parse(readFileSync(join(site, 'datapackage.json'), 'utf8'));
	database = new sqlite.Database(join(site, 'archive.sqlite'), { readOnly: true });
});
afterAll(() => database.close());

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('datapackage.json', () => {
	// The rules of the Data Package profile 2.0, as far as what we write can break them.
	test('has what the profile asks for', () => {
		expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
		expect(described).toMatchObject({
			name: 'the-old-archive',
			title: 'The Öld Archive',
			version: pressed.manifest.version,
			homepage: 'https://example.org/old/',
			contributors: [{ title: 'A Library', roles: ['publisher'] }]
		});
		expect(described.resources.length).toBeGreaterThan(0);
		const names = described.resources.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const name of [described.name, ...names]) expect(name).toMatch(/^[a-z0-9._-]+$/);
		for (const { path, mediatype, encoding } of described.resources) {
			for (const each of [path].flat()) expect(each).toMatch(/^(?![./~])(?!.*\.\.)[\w./-]+$/);
			expect(mediatype).toMatch(/^(.+)\/(.+)$/);
			if (encoding !== undefined) expect(encoding).toBe('utf-8');
		}
	});

	test('names every file there is but itself, pictures, and those of the index, with its size and hash', () => {
		const named = new Set(described.resources.flatMap(({ path }) => path));
		const there = readdirSync(site, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
			.filter((path) => !/^(datapackage\.json|[\w-]+\.png|data\/index\/.*)$/.test(path));
		expect([...named].sort()).toEqual(there.sort());
		for (const { path, bytes, hash } of described.resources) {
			if (typeof path !== 'string') continue;
			expect(bytes, path).toBe(readFileSync(join(site, path)).length);
			expect(hash, path).toBe(`sha256:${sha256(join(site, path))}`);
		}
	});

	test('describes the table of articles: each column, each value of its type', () => {
		const table = described.resources.find(({ name }) => name === 'articles');
		const { fields, primaryKey } = table!.schema!;
		const text = readFileSync(join(site, 'articles.csv'), 'utf8');
		const { data, meta, errors } = Papa.parse<Record<string, string>>(text, {
			header: true,
			skipEmptyLines: true
		});
		expect(errors).toEqual([]);
		expect(meta.fields).toEqual(fields.map(({ name }) => name));
		expect(primaryKey).toEqual(['id']);
		expect(data.map(({ id }) => id)).toEqual(pressed.articles.map(({ id }) => id));
		const types = { string: /^/, integer: /^\d+$/, date: /^\d{4}-\d\d-\d\d$/ };
		for (const record of data) {
			for (const { name, type, constraints } of fields) {
				const value = record[name] ?? '';
				if (value !== '') expect(value, name).toMatch(types[type]);
				else expect(constraints?.required, name).toBeUndefined();
			}
		}
		expect(data[0]).toMatchObject({
			date: '2022-05-14',
			date_known: 'day',
			publication: 'World Socialist Web Site',
			file: '000_e86077956ff568ae.txt',
			first_line: '264'
		});
	});
});

/** Another SQLite than the one that writes, where this machine has one: Python brings it nearly everywhere. */
const others = ['python3', 'python'].filter((name) => {
	const { status } = spawnSync(name, ['-c', 'import sqlite3']);
	return status === 0;
});

test.skipIf(others.length === 0)('archive.sqlite is read alike by another SQLite', () => {
	const script = `
import json, sqlite3, sys
database = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
ask = lambda sql: [list(row) for row in database.execute(sql)]
print(json.dumps({
    'check': ask('PRAGMA integrity_check'),
    'articles': ask('SELECT id, headline, date, words FROM articles ORDER BY row'),
    'found': ask("SELECT id FROM articles_fts JOIN articles ON articles.row = articles_fts.rowid WHERE articles_fts MATCH 'refinery' ORDER BY row"),
}))`;
	const { stdout, stderr } = spawnSync(
		others[0] ?? '',
		['-c', script, join(site, 'archive.sqlite')],
		{ encoding: 'utf8' }
	);
	expect(stderr).toBe('');
	const { check, articles, found } = JSON.parse(stdout);
	expect(check).toEqual([['ok']]);
	expect(articles).toEqual(
		pressed.articles.map(({ id, headline, date, words }) => [
			id,
			headline,
			date?.edtf ?? null,
			words
		])
	);
	expect(found).toContainEqual(['2022-05-14-chiles-pseudo-left-government-sends-police']);
});

describe('archive.sqlite', () => {
	test('is whole, and holds every article', () => {
		expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
		const rows = database.all('SELECT row, id, headline, date, words, text FROM articles');
		expect(rows).toHaveLength(26);
		for (const [at, { id, headline, date, words, blocks }] of pressed.articles.entries()) {
			expect(rows[at]).toMatchObject({ row: at, id, headline, date: date?.edtf ?? null, words });
			expect(rows[at]?.['text']).toContain(blocks.find(({ kind }) => kind === 'paragraph')?.text);
		}
		expect(database.get("SELECT value FROM archive WHERE key = 'version'")).toEqual({
			value: pressed.manifest.version
		});
	});

	test('finds words, with diacritics or without, and those of one column alone', () => {
		const found = (match: string) =>
			database
				.all(
					'SELECT id FROM articles_fts JOIN articles ON articles.row = articles_fts.rowid WHERE articles_fts MATCH ? ORDER BY row',
					match
				)
				.map(({ id }) => id);
		const having = (pattern: RegExp) =>
			pressed.articles
				.filter(({ headline, kicker, deck, byline, blocks, notes }) =>
					[headline, kicker, deck, byline, ...[...blocks, ...notes].map(({ text }) => text)].some(
						(text) => pattern.test(text ?? '')
					)
				)
				.map(({ id }) => id);
		expect(found('refinery')).toEqual(having(/\brefinery\b/i));
		expect(found('refinery')).not.toEqual([]);
		expect(found('lopez')).toEqual(having(/\bl[oó]pez\b/i));
		expect(found('lopez')).not.toEqual([]);
		expect(found('headline:refinery')).toEqual([
			'2022-05-14-chiles-pseudo-left-government-sends-police'
		]);
	});

	test('knows authors one by one', () => {
		expect(
			database.all(
				'SELECT articles.id FROM authors JOIN articles ON articles.row = authors.article WHERE name = ?',
				'Mauricio Saavedra'
			)
		).toEqual([{ id: '2022-05-14-chiles-pseudo-left-government-sends-police' }]);
	});
});

test('the question that docs/formats.md asks of the database has an answer', () => {
	const [example = ''] = examples('## The archive as a whole', 'sql');
	const [first] = database.all(example);
	expect(first?.['id']).toBe('2022-05-14-chiles-pseudo-left-government-sends-police');
	expect(Object.values(first ?? {})[1]).toMatch(/\[refinery\]/i);
});

test('beyond a bound there is no database, which is said and described nowhere', async () => {
	const large = join(folder, 'large');
	cpSync(join(site, 'data'), join(large, 'data'), { recursive: true });
	const said = await publish(large, pressed.manifest.texts.bytes - 1);
	expect(said).toEqual([
		expect.stringMatching(/^archive\.sqlite is left out: the texts have 0 MB/)
	]);
	expect(readdirSync(large)).not.toContain('archive.sqlite');
	const { resources } = JSON.parse(readFileSync(join(large, 'datapackage.json'), 'utf8'));
	const names = (resources as { name: string }[]).map(({ name }) => name);
	expect(names).not.toContain('database');
	expect(names).toContain('articles');
});

describe('card.png', () => {
	const cardOf = async (title: string) => {
		const archive = await openBundle(async (path) => pressed.files.get(path)!);
		return drawCard({ ...archive, manifest: { ...archive.manifest, title } });
	};
	const letters = (svg: string) => svg.split('<path').length - 1;

	test('is a picture of the size that is asked for', () => {
		const png = readFileSync(join(site, 'card.png'));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
	});

	test('has the title in outlines, whatever stands in it, and leaves out what it has no letters for', async () => {
		const without = letters(await cardOf('Архив'));
		expect(letters(await cardOf('Öğrenci & <b>'))).toBe(without + 'Öğrenci&<b>'.length);
		const long = 'The Archive of the Harbour and of Everything That Was Ever Said About It';
		expect(letters(await cardOf(long))).toBe(without + long.replaceAll(' ', '').length);
		expect(letters(await cardOf(`${long} ${long} ${long}`))).toBe(without);
		// Solid where the day is known, an outline where it is not.
		const svg = await cardOf('A');
		expect(svg.match(/stroke="#3a3f45"/g)).toHaveLength(2);
		expect(svg.match(/fill="#3a3f45"/g)).toHaveLength(1);
	});
});

test.each([...installIcons, touchIcon])(
	'$path is the sign on paper, as large as it says',
	(icon) => {
		const png = readFileSync(join(site, icon.path));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([icon.size, icon.size]);
		const svg = drawIcon(icon, readFileSync('static/favicon.svg', 'utf8'));
		// Everything that a round mask leaves: the corners of the sign, 2 to 30 of its 32 units, lie within.
		const [, edge, scale] = /translate\((\S+) \S+\) scale\((\S+)\)/.exec(svg)!.map(Number);
		const corner = Math.hypot(...[2, 1].map((at) => icon.size / 2 - edge! - at * scale!));
		if (icon.purpose === 'maskable') expect(corner).toBeLessThanOrEqual(0.4 * icon.size);
		expect(svg.match(/<path/g)).toHaveLength(2);
	}
);

test('the same bundle gives the same bytes, over what was there before', async () => {
	const again = join(folder, 'again');
	cpSync(join(site, 'data'), join(again, 'data'), { recursive: true });
	writeFileSync(join(again, 'archive.sqlite'), 'a build that was broken off');
	mkdirSync(join(again, 'archive.sqlite.lock'));
	await publish(again);
	for (const name of ['archive.sqlite', 'articles.csv', 'card.png', 'datapackage.json'])
		expect(sha256(join(again, name)), name).toBe(sha256(join(site, name)));
});
