import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	BundleError,
	listRowsFiles,
	unpackCatalog,
	type CatalogFile,
	type Files
} from '../../src/lib/bundle/format.ts';
import { hashOf } from '../../src/lib/bundle/hash.ts';
import { openBundle } from '../../src/lib/bundle/open.ts';
import { packBundle } from '../../src/lib/bundle/pack.ts';
import type { Seed } from '../../src/lib/ingest/ingest.ts';
import { press, SeedError, type Pressed } from '../../src/lib/press/press.ts';

function seedsOf(folder: string): Seed[] {
	return readdirSync(folder)
		.filter((name) => !name.startsWith('.'))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
}

const json = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

let seeds: Seed[];
let pressed: Pressed;

beforeAll(async () => {
	seeds = seedsOf('seeds');
	pressed = await press(seeds);
});

const readerOf = (files: Map<string, Uint8Array>) => async (path: string) => {
	const bytes = files.get(path);
	if (!bytes) throw new Error(`no ${path}`);
	return bytes;
};

describe('the bundle of the three seeds', () => {
	test('counts what is in it', () => {
		const { counts, span } = pressed.manifest;
		expect(counts).toMatchObject({ articles: 26, files: 3, undated: 0, authors: 7 });
		expect(counts.seedBytes).toBe(56053 + 64148 + 61708);
		expect(span).toEqual({ first: '2022-05-14', last: '2026-02-06' });
	});

	test('opens to the articles that were packed, in their order', async () => {
		const archive = await openBundle(readerOf(pressed.files));
		const entries = await archive.entries.all();
		expect(entries.map(({ id }) => id)).toEqual(pressed.articles.map(({ id }) => id));
		for (const [row, article] of pressed.articles.entries()) {
			expect(await archive.article(row)).toEqual(JSON.parse(JSON.stringify(article)));
			expect(await archive.rowOf(article.id)).toBe(row);
		}
	});

	test('numbers articles by their first day', () => {
		const { first } = unpackCatalog(
			json(pressed.files.get(pressed.manifest.catalog)) as CatalogFile
		);
		expect(first).toEqual([...first].sort((a, b) => Number(a) - Number(b)));
	});

	test('is the same to the byte for the same seeds, in whatever order the disk gives them', async () => {
		const again = await press([...seeds].reverse());
		expect(again.manifest.version).toBe(pressed.manifest.version);
		expect([...again.files.keys()].sort()).toEqual([...pressed.files.keys()].sort());
		for (const [path, bytes] of pressed.files)
			expect(Buffer.compare(again.files.get(path) ?? Buffer.alloc(0), bytes), path).toBe(0);
	});

	test('has another version when a word of a seed changes', async () => {
		const changed = seeds.map(({ name, bytes }) => {
			const text = new TextDecoder().decode(bytes).replace('dragnet', 'dragnets');
			return { name, bytes: new TextEncoder().encode(text) };
		});
		expect((await press(changed)).manifest.version).not.toBe(pressed.manifest.version);
	});

	test('publishes the seeds as found, for the lines that articles name', () => {
		const names = json(pressed.files.get(pressed.manifest.seeds)) as string[];
		const at = names.indexOf('000_e86077956ff568ae.txt');
		const text = new TextDecoder().decode(pressed.files.get(`seeds/${at}.txt`));
		expect(text.split('\n')[4]).toBe('Kevin Reed');
	});
});

describe('a seed whose problem is an error', () => {
	test('fails the build, naming file, line and remedy', async () => {
		const bad: Seed = {
			name: '000_e86077956ff568ae.txt.yaml',
			bytes: new TextEncoder().encode('publicaton: A Paper\n')
		};
		const others = seeds.filter(({ name }) => name !== bad.name);
		const failure = await press([...others, bad]).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(SeedError);
		expect((failure as SeedError).message).toContain('000_e86077956ff568ae.txt.yaml');
		expect((failure as SeedError).message).toContain('publicaton');
	});
});

describe('a bundle that cannot be opened says so in a sentence with what to do', () => {
	const opened = (change: (files: Map<string, Uint8Array>) => void) => {
		const files = new Map(pressed.files);
		change(files);
		return openBundle(readerOf(files)).catch((error: unknown) => error);
	};

	test('a missing manifest', async () => {
		const failure = await opened((files) => files.delete('manifest.json'));
		expect(failure).toBeInstanceOf(BundleError);
		expect((failure as Error).message).toMatch(/could not be fetched \(data\/manifest\.json\)/);
	});

	test('a newer format', async () => {
		const failure = await opened((files) =>
			files.set('manifest.json', encode({ ...pressed.manifest, format: 99 }))
		);
		expect((failure as Error).message).toMatch(/newer version.*Reload/);
	});

	test('a manifest that is something else', async () => {
		const failure = await opened((files) => files.set('manifest.json', encode({ hello: 1 })));
		expect((failure as Error).message).toMatch(/not the manifest/);
	});

	test.each(['counts', 'catalog', 'entries', 'texts', 'index'])(
		'a manifest without its %s',
		async (part) => {
			const failure = await opened((files) =>
				files.set('manifest.json', encode({ ...pressed.manifest, [part]: null }))
			);
			expect(failure).toBeInstanceOf(BundleError);
			expect((failure as Error).message).toMatch(/not the manifest/);
		}
	);

	test('a damaged catalog', async () => {
		const failure = await opened((files) =>
			files.set(pressed.manifest.catalog, new Uint8Array([0x7b, 0xff]))
		);
		expect((failure as Error).message).toMatch(/damaged/);
	});

	test('a catalog of another build', async () => {
		const catalog = encode({ gaps: [null] });
		const path = `catalog-${(await hashOf(catalog)).slice(0, 12)}.json`;
		const failure = await opened((files) => {
			files.set(path, catalog);
			files.set('manifest.json', encode({ ...pressed.manifest, catalog: path }));
		});
		expect((failure as Error).message).toMatch(/published in part/);
	});

	test('a text file that is gone fails when its article is asked for, and may be asked for again', async () => {
		const files = new Map(pressed.files);
		const path = listRowsFiles(pressed.manifest.texts, 26)[0]?.path ?? '';
		const bytes = files.get(path);
		files.delete(path);
		const archive = await openBundle(readerOf(files));
		await expect(archive.article(0)).rejects.toThrow(BundleError);
		if (bytes) files.set(path, bytes);
		expect((await archive.article(0)).id).toBe(pressed.articles[0]?.id);
	});
});

test('thousands of files of rows share one hash, which changes with any of them', async () => {
	const [article] = pressed.articles;
	if (!article) throw new Error('The fixture has no article.');
	const articles = Array.from({ length: 8008 }, (_, at) => ({ ...article, id: `a-${at}` }));
	const about = { title: '', description: null, publisher: null, address: null, contact: null };
	const index = { directory: '', bytes: 0 };
	const packed = async (last: string) => {
		const files: Files = new Map();
		const changed = articles.map((one, at) => (at === 8007 ? { ...one, id: last } : one));
		const rest = { accounts: [], seeds: [], index, analyser: 0 };
		return { files, manifest: await packBundle({ ...about, ...rest, articles: changed }, files) };
	};
	const [one, other] = [await packed('a-8007'), await packed('b')];
	expect(one.manifest.texts.hashes).toHaveLength(6);
	expect(other.manifest.texts.hashes).not.toBe(one.manifest.texts.hashes);
	const archive = await openBundle(readerOf(one.files));
	expect((await archive.article(8007)).id).toBe('a-8007');
	expect(await archive.rowOf('a-8007')).toBe(8007);
});

test('an archive without a single article is built, and is empty', async () => {
	const empty = await press([]);
	expect(empty.manifest.counts.articles).toBe(0);
	expect(empty.manifest.span).toBeNull();
	expect((await openBundle(readerOf(empty.files))).catalog.first).toEqual([]);
});
