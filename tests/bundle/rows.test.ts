/** A file that came damaged is never taken for what was published, whether its name or the file itself says what is in it. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/lib/archive/article.ts';
import { BundleError, listRowsFiles, type Files, type Read } from '../../src/lib/bundle/format.ts';
import { openBundle } from '../../src/lib/bundle/open.ts';
import { packBundle } from '../../src/lib/bundle/pack.ts';
import { rowsOf, withHash } from '../../src/lib/bundle/rows.ts';
import { press } from '../../src/lib/press/press.ts';
import { Texts } from '../../src/lib/search/texts.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('of rows that hold their own hash, no byte can be changed, lost or put in without being noticed', async () => {
	const rows = [
		{ id: 'a', text: 'The dockers’ strike' },
		{ id: 'b', text: 'Øst' }
	];
	const whole = await withHash(encode(JSON.stringify(rows)));
	const file = { hash: null, rows: [0, 1] as const };
	expect(JSON.parse(decode(whole))).toMatchObject({
		hash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
		rows
	});
	expect(await rowsOf(whole, file)).toEqual(rows);
	expect(await rowsOf(whole, { ...file, rows: [0, 2] })).toBe(null);
	await fc.assert(
		fc.asyncProperty(
			fc.nat(whole.length - 1),
			fc.integer({ min: 0, max: 2 }),
			fc.uint8Array({ maxLength: 3 }),
			async (at, cut, put) => {
				const bytes = Uint8Array.from([...whole.slice(0, at), ...put, ...whole.slice(at + cut)]);
				const found = await rowsOf(bytes, file);
				// Of the frame a byte may change: what is in it is what was published all the same.
				if (found) expect(found).toEqual(rows);
			}
		)
	);
});

// Small archives name each file by its hash; beyond 1,000 files one hash stands for all.
describe.each([60, 12_100])('an archive of %i articles', (count) => {
	const published: Files = new Map();
	let manifest: Awaited<ReturnType<typeof packBundle>>;

	beforeAll(async () => {
		const seed = '---\ntitle: Fog\ndate: 1911-08-14\n---\n\nA general strike began.\n';
		const { articles } = await press([{ name: 'a.md', bytes: encode(seed) }]);
		const [article] = articles as [Article];
		const about = { title: '', description: null, publisher: null, address: null, contact: null };
		const rest = { accounts: [], seeds: [], index: { directory: '', bytes: 0 }, analyser: 0 };
		const many = Array.from({ length: count }, (_, at) => ({ ...article, id: `fog-${at}` }));
		manifest = await packBundle({ ...about, ...rest, articles: many }, published);
	});

	const pathOf = (of: 'catalog' | 'entries' | 'texts') =>
		of === 'catalog' ? manifest.catalog : (listRowsFiles(manifest[of], count)[0]?.path ?? '');
	/** One letter or figure is another, and all can be read as before. */
	const damage = (bytes: Uint8Array) =>
		encode(
			decode(bytes).replace(/general|1911-08|"words":\[\d/, (found) => `${found.slice(0, -1)}7`)
		);
	/** How a host sends the files, and what it was asked for. */
	function hostOf(path: string, isDamaged: (cache?: 'reload') => boolean) {
		const asked: string[] = [];
		const read: Read = async (each, cache) => {
			const bytes = published.get(each);
			if (!bytes) throw new Error(`no ${each}`);
			if (each === path) asked.push(cache ?? 'default');
			return each === path && isDamaged(cache) ? damage(bytes) : bytes;
		};
		return { read, asked };
	}
	const readers = {
		catalog: async (read: Read) => (await openBundle(read)).catalog.words[0],
		entries: async (read: Read) => {
			const { entries } = await openBundle(read);
			await entries.load([0]);
			return entries.at(0)?.edtf;
		},
		texts: async (read: Read) => (await (await openBundle(read)).article(0)).blocks[0]?.text,
		'texts, by the search': async (read: Read) =>
			(await new Texts(read, manifest.texts, count).textOf(0)).blocks[0]?.text
	};
	const right = {
		catalog: 5,
		entries: '1911-08-14',
		texts: 'A general strike began.',
		'texts, by the search': 'A general strike began.'
	};

	test.each(Object.keys(readers) as (keyof typeof readers)[])(
		'refuses %s that have changed on the way, and reads them again past every cache',
		async (what) => {
			const path = pathOf(what.split(',')[0] as 'catalog');
			expect(damage(published.get(path)!)).not.toEqual(published.get(path));
			const broken = hostOf(path, () => true);
			const failure = await readers[what](broken.read).catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(BundleError);
			expect((failure as Error).message).toMatch(/damaged/);
			expect((failure as Error).message).toContain(path);
			expect(broken.asked).toEqual(['default', 'reload']);
			// What only a cache has kept so heals by itself, and what is whole is read once.
			const kept = hostOf(path, (cache) => cache !== 'reload');
			expect(await readers[what](kept.read)).toBe(right[what]);
			const whole = hostOf(path, () => false);
			expect(await readers[what](whole.read)).toBe(right[what]);
			expect(whole.asked).toEqual(['default']);
		}
	);
});
