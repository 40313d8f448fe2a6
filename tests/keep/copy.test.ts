import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { listRowsFiles, versionTag, type Manifest } from '../../src/lib/bundle/format.ts';
import { answerTo, kindOf } from '../../src/lib/keep/answer.ts';
import { keepArchive, makeCopy, readExtent } from '../../src/lib/keep/copy.ts';
import { KeepError, keepFiles } from '../../src/lib/keep/fill.ts';
import { extentUnasked, hashInName } from '../../src/lib/keep/plan.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';

const base = '/repo';
const script = '/repo/_app/immutable/a.js';
let one: Pressed;
let two: Pressed;

beforeAll(async () => {
	const pressed = (text: string) =>
		press([{ name: 'a.txt', bytes: new TextEncoder().encode(text) }]);
	const text = (word: string) => `---\nheadline: Fog\ndate: 1911\n---\n\nNothing but ${word}.\n`;
	[one, two] = [await pressed(text('fog')), await pressed(text('rain'))];
});

/** A host that publishes an archive: what is asked of it, and a change of it for a test. */
function hostOf({ files, manifest }: Pressed) {
	const site = new Map<string, Uint8Array | string>([
		['/repo/', `<head>${versionTag(manifest)}</head>`],
		['/repo/404.html', `<head>${versionTag(manifest)}</head>`],
		[script, 'run()'],
		['/repo/data/changes.json', `{"version":"${manifest.version}"}`],
		...[...files].map(([path, bytes]) => [`/repo/data/${path}`, bytes] as const)
	]);
	const asked: string[] = [];
	return {
		site,
		asked,
		fetch: async (address: string) => {
			asked.push(address);
			const body = site.get(address);
			return new Response((body as BodyInit) ?? null, { status: body === undefined ? 404 : 200 });
		}
	};
}

/** A cache, of as many entries as there is room for. */
function cacheOf(room = Infinity) {
	const entries = new Map<string, Response>();
	return {
		entries,
		match: async (address: string) => entries.get(address)?.clone(),
		put: async (address: string, response: Response) => {
			if (entries.size >= room) throw new DOMException('full', 'QuotaExceededError');
			entries.set(address, response);
		},
		delete: async (address: string) => entries.delete(address)
	};
}

const failureOf = (making: Promise<unknown>) =>
	making.then(
		() => null,
		(reason: unknown) => (reason instanceof KeepError ? reason.kind : reason)
	);

describe('a copy of a version', () => {
	test('holds pages, scripts, and of a small archive all that is searched and read', async () => {
		const cache = cacheOf();
		await makeCopy(base, [script], null, { cache, fetch: hostOf(one).fetch });
		const { manifest } = one;
		const kept = [...cache.entries.keys()];
		const [text] = listRowsFiles(manifest.texts, 1);
		expect(kept).toEqual(
			expect.arrayContaining([
				'/repo/',
				'/repo/404.html',
				script,
				'/repo/data/manifest.json',
				`/repo/data/${manifest.catalog}`,
				`/repo/data/${manifest.index.directory}`,
				`/repo/data/${text?.path}`,
				'/repo/data/addresses.json'
			])
		);
		expect(kept.some((path) => path.endsWith('.shard'))).toBe(true);
		expect(kept.some((path) => path.includes('/seeds/'))).toBe(false);
		expect(await readExtent(cache, base)).toBe('whole');
	});

	test('of a larger archive holds what is searched and listed, without which no page opens', async () => {
		const host = hostOf(one);
		const { texts } = one.manifest;
		const larger = { ...one.manifest, texts: { ...texts, bytes: 30e6 } };
		host.site.set('/repo/data/manifest.json', JSON.stringify(larger));
		const cache = cacheOf();
		await makeCopy(base, [script], null, { cache, fetch: host.fetch });
		expect(await readExtent(cache, base)).toBe('index');
		const kept = [...cache.entries.keys()];
		for (const { path } of listRowsFiles(one.manifest.entries, 1))
			expect(kept).toContain(`/repo/data/${path}`);
		expect(kept.some((path) => path.endsWith('.shard'))).toBe(true);
		expect(kept.some((path) => path.includes('/texts/'))).toBe(false);
	});

	test('holds every file of the bundle but what only a curator reads', async () => {
		const { files, manifest } = await press([
			{
				name: 'a.txt',
				bytes: new TextEncoder().encode('---\nheadline: Fog\ndate: 1911\n---\n\nFog.\n')
			},
			{ name: 'events.yaml', bytes: new TextEncoder().encode('- date: 1911\n  label: Strike\n') }
		]);
		expect(manifest.events).toBeDefined();
		const cache = cacheOf();
		await makeCopy(base, [], null, { cache, fetch: hostOf({ ...one, files, manifest }).fetch });
		const left = [...files.keys()].filter((path) => !cache.entries.has(`/repo/data/${path}`));
		// The report and the lines as filed say in a sentence that they need a network.
		expect(left.sort()).toEqual([
			'contents.json',
			'ids.json',
			'report.json',
			manifest.seeds,
			'seeds/0.txt'
		]);
	});

	test.each([
		['a page of another version', '/repo/404.html', 'version'],
		['changes of another version', '/repo/data/changes.json', 'version'],
		['an account of another version', '/repo/data/addresses.json', 'version'],
		['a manifest of another version', '/repo/data/manifest.json', 'version']
	])('is not made with %s', async (_, path, kind) => {
		const host = hostOf(one);
		const others = hostOf(two).site.get(path);
		host.site.set(path, path.endsWith('addresses.json') ? '{}' : (others ?? ''));
		const making = makeCopy(base, [script], null, { cache: cacheOf(), fetch: host.fetch });
		expect(await failureOf(making)).toBe(kind);
	});

	test('is not made where a file is missing or damaged, or there is no room', async () => {
		const path = `/repo/data/${listRowsFiles(one.manifest.texts, 1)[0]?.path}`;
		const make = (host: ReturnType<typeof hostOf>, cache = cacheOf()) =>
			failureOf(makeCopy(base, [script], null, { cache, fetch: host.fetch }));
		const [lacking, damaged] = [hostOf(one), hostOf(one)];
		lacking.site.delete(path);
		expect(await make(lacking)).toBe('network');
		damaged.site.set(path, '[]');
		expect(await make(damaged)).toBe('version');
		expect(await make(hostOf(one), cacheOf(5))).toBe('full');
	});

	test('takes a file that has its hash in common with others for what it is, and no page for one', async () => {
		const sha = (text: string) => createHash('sha256').update(text).digest('hex');
		const bodies = ['{"row":0}', '{"row":1}', '{"row":2}'];
		const common = sha(JSON.stringify(bodies.map((body) => sha(body).slice(0, 6)))).slice(0, 6);
		const files = bodies.map((_, at) => ({
			path: `texts/${at}-${common}.json`,
			hash: null,
			bytes: 1
		}));
		const keep = async (sent: string[], cache = cacheOf()) => {
			const fetch = async (address: string) =>
				new Response(sent[files.findIndex(({ path }) => address.endsWith(path))]);
			const failure = await failureOf(keepFiles(files, { cache, data: '/repo/data/', fetch }));
			return { failure, kept: cache.entries.size };
		};
		expect(await keep(bodies)).toEqual({ failure: null, kept: 3 });
		expect(await keep([...bodies.slice(0, 2), '<!doctype html>'])).toMatchObject({
			failure: 'version'
		});
		// One of another version: since nobody can tell which, all are fetched anew at the next try.
		const cache = cacheOf();
		const mixed = [bodies[0]!, '{"row":"one"}', bodies[2]!];
		expect(await keep(mixed, cache)).toEqual({ failure: 'version', kept: 0 });
		expect(await keep(bodies, cache)).toEqual({ failure: null, kept: 3 });
	});

	test('takes from an earlier one what has not changed, and goes on where it was broken off', async () => {
		const cache = cacheOf();
		const first = hostOf(one);
		await makeCopy(base, [script], null, { cache, fetch: first.fetch });
		const again = hostOf(one);
		const fresh = cacheOf();
		await makeCopy(base, [script], null, {
			cache: fresh,
			fetch: again.fetch,
			earlier: (address) => cache.match(address)
		});
		expect(again.asked.filter((path) => hashInName(path.slice(11)) !== null)).toEqual([]);
		expect(fresh.entries.size).toBe(cache.entries.size);
		const third = hostOf(one);
		await keepArchive(base, one.manifest, 'whole', { cache, fetch: third.fetch });
		expect(third.asked).toEqual([]);
	});

	test('is ended by who asked for it, and keeps what has come', async () => {
		const ending = new AbortController();
		const cache = cacheOf();
		const { fetch } = hostOf(one);
		const making = keepArchive(base, one.manifest, 'whole', {
			cache,
			fetch,
			signal: ending.signal,
			onBytes: () => ending.abort()
		});
		await expect(making).rejects.toThrow(/abort/i);
		expect(cache.entries.size).toBeGreaterThan(0);
		expect(await readExtent(cache, base)).toBeNull();
	});

	test('is whole unasked up to 20 MB, then of what is searched and listed, then of the page alone', () => {
		const manifest = (texts: number, entries: number, index: number) =>
			({
				entries: { bytes: entries },
				texts: { bytes: texts },
				index: { bytes: index }
			}) as Manifest;
		expect(extentUnasked(manifest(12e6, 3e6, 5e6))).toBe('whole');
		expect(extentUnasked(manifest(50e6, 5e6, 5e6))).toBe('index');
		expect(extentUnasked(manifest(500e6, 50e6, 5e6))).toBe('page');
		expect(extentUnasked(manifest(500e6, 5e6, 50e6))).toBe('page');
	});
});

describe('a page of a version is answered', () => {
	const get = { method: 'GET', mode: 'cors' } as const;
	const going = { method: 'GET', mode: 'navigate' } as const;

	test.each([
		[going, '/repo/', 'page'],
		[going, '/repo/article/x/', 'page'],
		[going, '/repo/about/', 'page'],
		[going, '/repo/archive.html', null],
		[going, '/repo/other-site/', null],
		[going, '/elsewhere/', null],
		[get, '/repo/data/texts/0-abcdef.json', 'part'],
		[get, '/repo/data/bulk/texts/0-abcdef.jsonl.gz', 'part'],
		[get, '/repo/data/manifest.json', 'own'],
		[get, '/repo/data/seeds/0.txt', 'own'],
		[get, '/repo/article/x/index.json', 'own'],
		[get, '/repo/other-site/picture.png', null],
		[{ method: 'POST', mode: 'cors' } as const, '/repo/data/manifest.json', null]
	])('%j %s as %s', (request, path, kind) => {
		expect(kindOf(request, path, base)).toBe(kind);
	});

	test('from its copy, or by a host that has its version, and never from another', async () => {
		const cache = cacheOf();
		const host = hostOf(one);
		await makeCopy(base, [script], null, { cache, fetch: host.fetch });
		const path = '/repo/article/fog/index.json';
		host.site.set(path, '{"own":true}');
		let others = 0;
		const answering = { base, cache, fetch: host.fetch, onOther: () => (others += 1) };
		const said = async (asked: string) => (await answerTo('own', asked, answering)).text();
		expect(await said(path)).toBe('{"own":true}');

		// Now the host publishes another version.
		const newer = hostOf(two).site;
		newer.set(path, '{"own":false}');
		for (const [each, body] of newer) host.site.set(each, body);
		expect(await said(path)).toBe('null');
		expect(JSON.parse(await said('/repo/data/manifest.json')).version).toBe(one.manifest.version);
		expect((await answerTo('own', '/repo/data/seeds/0.txt', answering)).type).toBe('error');
		expect(others).toBe(2);
		const page = await answerTo('page', '/repo/article/fog/', answering);
		expect(await page.text()).toContain(one.manifest.version);

		// Without a copy there is nothing to keep apart.
		cache.entries.clear();
		expect(await said(path)).toBe('{"own":false}');
	});
});
