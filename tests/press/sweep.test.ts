/** The articles of many rows: from the bulk where most of it is wanted, else and in need from the small files. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/lib/archive/article.ts';
import { Entries } from '../../src/lib/bundle/entries.ts';
import { BundleError, listRowsFiles, type Entry, type Files } from '../../src/lib/bundle/format.ts';
import { openBundle, type Archive } from '../../src/lib/bundle/open.ts';
import { packBundle } from '../../src/lib/bundle/pack.ts';
import { rowsOf as readRows } from '../../src/lib/bundle/rows.ts';
import { sweep, sweepEntries } from '../../src/lib/bundle/sweep.ts';
import { press } from '../../src/lib/press/press.ts';
import { examples } from '../docs/formats.ts';

const files: Files = new Map();
let archive: Archive;
let articles: Article[];
/** Paths that were read, and the files as they were packed. */
let read: string[] = [];
let packed: Files;

const all = 5750;
const pieces = () => listRowsFiles(archive.manifest.bulk!.texts, all);
const rowsOf = (from: number, to: number, step = 1) =>
	Uint32Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);

beforeAll(async () => {
	const text = '---\ntitle: Fog\ndate: 1911-08-14\n---\n\nThe “dockers”\u2028went home – slowly.\n';
	const pressed = await press([{ name: 'a.md', bytes: new TextEncoder().encode(text) }]);
	const [article] = pressed.articles;
	if (!article) throw new Error('The seed was not read.');
	articles = Array.from({ length: all }, (_, at) => ({ ...article, id: `fog-${at}` }));
	const about = { title: '', description: null, publisher: null, address: null, contact: null };
	const rest = { accounts: [], seeds: [], index: { directory: '', bytes: 0 }, analyser: 0 };
	await packBundle({ ...about, ...rest, articles }, files);
	packed = new Map(files);
	archive = await openBundle(async (path) => {
		read.push(path);
		const bytes = files.get(path);
		if (!bytes) throw new TypeError('Failed to fetch');
		return bytes;
	});
});

beforeEach(() => {
	read = [];
	for (const [path, bytes] of packed) files.set(path, bytes);
});

async function swept(rows: Uint32Array) {
	read = [];
	const found: number[] = [];
	for await (const { row, article } of sweep(archive, rows)) {
		expect(article.id).toBe(`fog-${row}`);
		found.push(row);
	}
	expect(found).toEqual(Array.from(rows));
	return {
		bulk: read.filter((path) => path.startsWith('bulk/texts/')).length,
		texts: read.filter((path) => path.startsWith('texts/')).length
	};
}

describe('the bulk of a large archive', () => {
	test('has every article in the order of the rows, one to a line, as the small files have it', () => {
		const { bulk, texts } = archive.manifest;
		expect([bulk?.texts.perFile, texts.perFile]).toEqual([500, 5]);
		const [example = ''] = examples('## Bulk', 'json');
		expect(Object.keys(JSON.parse(example) as object)).toEqual(Object.keys(bulk?.texts ?? {}));
		expect(bulk?.texts.bytes).toBeLessThan(texts.bytes / 3);
		const lines = pieces()
			.map(({ path }) => gunzipSync(files.get(path) ?? '').toString('utf8'))
			.join('')
			.split('\n');
		expect(lines.pop()).toBe('');
		const small = listRowsFiles(texts, all).flatMap(
			({ path }) =>
				(JSON.parse(new TextDecoder().decode(files.get(path))) as { rows: unknown[] }).rows
		);
		expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(small);
	});

	test('is read where most is wanted, a piece once', async () => {
		expect(await swept(rowsOf(0, all))).toEqual({ bulk: 12, texts: 0 });
	});

	test('is left where little of a piece is wanted', async () => {
		expect(await swept(rowsOf(0, all, 40))).toEqual({ bulk: 0, texts: 144 });
		// The second piece whole, and one article of the sixth and the last.
		const some = Uint32Array.from([...rowsOf(500, 1000), 2505, all - 1]);
		expect(await swept(some)).toEqual({ bulk: 1, texts: 2 });
		expect(await swept(new Uint32Array())).toEqual({ bulk: 0, texts: 0 });
	});

	test.each([
		['missing', () => undefined],
		['damaged', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 300 ? byte ^ 1 : byte))],
		['of another version', () => packed.get(pieces()[1]!.path)],
		['a page of the host', () => new TextEncoder().encode('<!doctype html>')]
	])('is done without where a piece is %s', async (_, changed) => {
		const { path } = pieces()[0]!;
		const other = changed(packed.get(path)!);
		if (other) files.set(path, other);
		else files.delete(path);
		// Those on their way already are used; no more are asked for.
		expect(await swept(rowsOf(0, all))).toEqual({ bulk: 3, texts: (all - 1000) / 5 });
	});

	test('is done without where the small files are all that there is, which say what they lack', async () => {
		for (const { path } of pieces()) files.delete(path);
		files.delete(listRowsFiles(archive.manifest.texts, all)[3]!.path);
		await expect(swept(rowsOf(0, all))).rejects.toThrow(BundleError);
		await expect(swept(rowsOf(0, all))).rejects.toThrow(/texts\/3-.*Check the connection/);
	});
});

describe('the entries of many rows', () => {
	/** Files read for the entries of some rows, of an archive that has none of them yet. */
	async function taken(rows: Uint32Array) {
		const { entries } = archive;
		const own = new Entries(archive.manifest.entries, all, async (file) => {
			read.push(file.path);
			return (await readRows<Entry>(files.get(file.path)!, file))!;
		});
		read = [];
		await sweepEntries({ ...archive, entries: own }, rows);
		const bulk = read.length;
		await own.load(rows);
		await entries.load(rows);
		for (const row of rows) {
			expect(own.at(row)).toEqual(entries.at(row));
			expect(own.rowOf(`fog-${row}`)).toBe(row);
		}
		return { bulk, small: read.filter((path) => /^entries/.test(path)).length };
	}

	test('come from the bulk where most are wanted, and else from the small files', async () => {
		expect(archive.manifest.bulk?.entries.perFile).toBe(2400);
		await archive.entries.all();
		expect(await taken(rowsOf(0, all))).toEqual({ bulk: 3, small: 0 });
		expect(await taken(rowsOf(0, all, 100))).toEqual({ bulk: 0, small: 58 });
		expect(await taken(rowsOf(2400, 4800))).toEqual({ bulk: 1, small: 0 });
		for (const { path } of listRowsFiles(archive.manifest.bulk!.entries, all)) files.delete(path);
		expect(await taken(rowsOf(0, all))).toEqual({ bulk: 3, small: Math.ceil(all / 12) });
	});
});
