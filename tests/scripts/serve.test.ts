import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { answer, serve } from '../../scripts/serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
const folder = join(outside, 'site');
const long = '<p>An article long enough to be worth compressing.</p>'.repeat(20);
for (const name of ['article/a', 'data/index', '_app/immutable', 'art icle']) {
	mkdirSync(join(folder, name), { recursive: true });
}
writeFileSync(join(outside, 'secret.txt'), 'not yours');
writeFileSync(join(folder, 'index.html'), long);
writeFileSync(join(folder, '404.html'), 'There is no such page here.');
writeFileSync(join(folder, 'article/a/index.html'), 'Article A');
writeFileSync(join(folder, 'art icle/index.html'), 'Spaced');
writeFileSync(join(folder, 'data/manifest.json'), '{}');
writeFileSync(join(folder, 'data/index/0a1b.bin'), Buffer.alloc(2000));
writeFileSync(join(folder, '_app/immutable/x.js'), 'export {};');
writeFileSync(join(folder, 'font.woff2'), 'x');
writeFileSync(join(folder, 'site.webmanifest'), '{}');

const site = { folder, base: '' };

describe('The server answers as a static host does', () => {
	it.each([
		['/', 'text/html; charset=utf-8'],
		['/data/manifest.json', 'application/json; charset=utf-8'],
		['/data/index/0a1b.bin', 'application/octet-stream'],
		['/_app/immutable/x.js', 'text/javascript; charset=utf-8'],
		['/font.woff2', 'font/woff2'],
		['/site.webmanifest', 'application/manifest+json; charset=utf-8']
	])('gives %s as %s', async (path, type) => {
		const { status, headers } = await answer(site, path, {});
		expect([status, headers['content-type']]).toEqual([200, type]);
	});

	it('sends a directory without its slash to the one with it, question and all', async () => {
		const { status, headers } = await answer(site, '/article/a?q=ice', {});
		expect([status, headers['location']]).toEqual([301, '/article/a/?q=ice']);
		expect((await answer(site, '/art%20icle', {})).headers['location']).toBe('/art%20icle/');
		expect(String((await answer(site, '/article/a/', {})).body)).toBe('Article A');
	});

	it('answers what is not there with the site’s own page and status 404', async () => {
		const { status, body } = await answer(site, '/article/b/', {});
		expect([status, String(body)]).toEqual([404, 'There is no such page here.']);
	});

	it.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/a/../../secret.txt',
		'/%00'
	])('gives nothing outside its folder for %s', async (path) => {
		expect((await answer(site, path, {})).status).toBe(404);
	});

	it('refuses an address that is no text', async () => {
		expect((await answer(site, '/%ff', {})).status).toBe(400);
	});

	it('compresses text for those who take it, and leaves shards as they are', async () => {
		const accepts = { 'accept-encoding': 'gzip, br' };
		const page = await answer(site, '/', accepts);
		expect(page.headers['content-encoding']).toBe('gzip');
		expect(String(gunzipSync(page.body ?? ''))).toBe(long);
		expect((await answer(site, '/', {})).headers['content-encoding']).toBeUndefined();
		const shard = await answer(site, '/data/index/0a1b.bin', accepts);
		expect(shard.headers['content-encoding']).toBeUndefined();
	});

	it('lets the browser keep what never changes and ask again for the rest', async () => {
		expect((await answer(site, '/_app/immutable/x.js', {})).headers['cache-control']).toContain(
			'immutable'
		);
		const { headers } = await answer(site, '/', {});
		expect(headers['cache-control']).toContain('max-age=0');
		const again = await answer(site, '/', { 'if-none-match': headers['etag'] });
		expect([again.status, again.body]).toEqual([304, null]);
	});

	it('serves a project site under its base path only', async () => {
		const project = { folder, base: '/repo' };
		expect((await answer(project, '/', {})).headers['location']).toBe('/repo/');
		expect((await answer(project, '/repo', {})).headers['location']).toBe('/repo/');
		expect((await answer(project, '/repo/article/a', {})).headers['location']).toBe(
			'/repo/article/a/'
		);
		expect((await answer(project, '/repo/article/a/', {})).status).toBe(200);
		expect((await answer(project, '/article/a/', {})).status).toBe(404);
		expect((await answer(project, '/repository/', {})).status).toBe(404);
	});
});

describe('The server finds itself a port', () => {
	const open: { close: () => void }[] = [];
	afterEach(() => open.splice(0).forEach(({ close }) => close()));

	it('takes the next one where its own is taken, and is the only one at localhost', async () => {
		const first = await serve(site, { port: 4310, strict: false });
		open.push(first);
		const second = await serve({ folder, base: '/repo' }, { port: first.port, strict: false });
		open.push(second);
		expect(second.port).toBeGreaterThan(first.port);
		expect(second.address).toBe(`http://localhost:${second.port}/repo/`);
		const got = await fetch(`${second.address}article/a/`);
		expect(await got.text()).toBe('Article A');
		const head = await fetch(second.address, { method: 'HEAD' });
		expect([head.status, await head.text()]).toEqual([200, '']);
		expect((await fetch(second.address, { method: 'POST' })).status).toBe(405);
	});

	it('refuses in a sentence where it must have that very port', async () => {
		const first = await serve(site, { port: 4410, strict: false });
		open.push(first);
		await expect(serve(site, { port: first.port, strict: true })).rejects.toThrow(
			`Port ${first.port} is taken by another program.`
		);
	});
});
