/** What is kept on the device: driven against a server of its own, which can be switched off and publish anew. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../src/lib/bundle/format.ts';
import { answer } from '../../scripts/serve.mjs';
import { expectCount, open, results, search, status } from './explorer.ts';
import { expect, test as base } from './fixture.ts';

interface Host {
	address: string;
	/** The version that it has published. */
	version: string;
	/** Makes the archive one that is too large to be kept unasked. */
	enlarge(): void;
	/** Answers nothing of the texts until the function that is returned is called. */
	holdTexts(): () => void;
	/** Publishes another version; `lacking` matches what is not there of it. */
	publish(version: string, lacking?: RegExp): void;
	/** Cuts the network. */
	end(): Promise<void>;
}

async function startHost(): Promise<Host> {
	const folder = resolve('build');
	const read = (path: string) =>
		JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')) as { version: string };
	const archive = read('data/manifest.json').version;
	const site = read('_app/version.json').version;
	let lacking = /(?!)/;
	let large = false;
	let texts: Promise<void> | null = null;
	const server = createServer(async (request, response) => {
		const address = request.url ?? '/';
		if (address.startsWith('/data/texts/')) await texts;
		const asked = { ...request.headers, 'accept-encoding': 'identity', 'if-none-match': '' };
		const { status, headers, body } = await answer({ folder, base: '' }, address, asked);
		if (lacking.test(address)) return void response.writeHead(404).end();
		if (large && address === '/data/manifest.json') {
			const manifest = JSON.parse(body?.toString('utf8') ?? '') as Manifest;
			manifest.texts.bytes = 30_000_000;
			return void response.writeHead(200, headers).end(JSON.stringify(manifest));
		}
		if (host.version === archive || !/html|json|javascript/.test(headers['content-type'] ?? ''))
			return void response.writeHead(status, headers).end(body);
		// The same archive under another version: enough to tell one from the other.
		const text = body?.toString('utf8').replaceAll(archive, host.version);
		const worker = address === '/service-worker.js';
		response
			.writeHead(status, { ...headers, etag: `"${host.version}"` })
			.end(worker ? text?.replaceAll(site, host.version) : text);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const host: Host = {
		// This machine under a name: by its usual ones nothing is kept unasked.
		address: `http://archive.localhost:${port}/`,
		version: archive,
		enlarge: () => (large = true),
		holdTexts() {
			let release = () => {};
			texts = new Promise((done) => (release = done));
			return release;
		},
		publish(version, without = /(?!)/) {
			host.version = version;
			lacking = without;
		},
		end: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
	return host;
}

const test = base.extend<{ host: Host }>({
	host: async ({}, use) => {
		const host = await startHost();
		await use(host);
		await host.end();
	},
	baseURL: async ({ host }, use) => use(host.address)
});
test.use({ serviceWorkers: 'allow' });
// Every copy is some hundred files, and a busy machine takes its time over them.
test.describe.configure({ timeout: 90_000 });
const patient = { timeout: 30_000 };

/** Waits until a copy is made. */
const kept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));
const footer = (page: Page) => page.getByRole('contentinfo');

test.describe('a large archive', () => {
	test.use({ allowed: /net::ERR/ });

	test('is kept when the reader asks for it, who may call it off; then it opens, searches and can be read without a network, until it is removed', async ({
		page,
		host
	}) => {
		host.enlarge();
		await open(page);
		await kept(page);
		const session = await page.context().newCDPSession(page);
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		// A test's window is a private one, in which nothing can be installed; that is the only hindrance.
		const hindrances = installabilityErrors.map(({ errorId }) => errorId);
		expect(hindrances.filter((each) => each !== 'in-incognito')).toEqual([]);
		const { data } = await session.send('Page.getAppManifest');
		expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Seed archive', start_url: './' });

		await open(page, './about/');
		await expect(page.getByText(/the articles are not/)).toBeVisible();
		const keep = page.getByRole('button', { name: 'Keep this archive on this device (30 MB)' });
		const release = host.holdTexts();
		await keep.click();
		await expect(page.getByRole('progressbar')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByText(/the articles are not/)).toBeVisible();
		await expect(keep).toBeFocused();
		release();
		await keep.click();
		await expect(page.getByText(/whole archive is kept on this device, 30 MB/)).toBeVisible(
			patient
		);
		await host.end();

		await open(page);
		await search(page).fill('strike');
		await expectCount(page, 14);
		await expect(status(page)).toContainText('57 matches');
		await expect(results(page).locator('mark').first()).toBeVisible();
		await page.goto('./article/2022-05-16-ice-has-created-a-surveillance-dragnet/');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('surveillance dragnet');
		await page.goto('./?view=trends&q=strike');
		await expect(page.getByRole('figure').first()).toBeVisible();
		// What the search fetches of itself when it is asked for.
		await page.goto('./?view=concordance&q=strike+kind%3Afull');
		await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible();
		await expect(page.getByText(/could not be fetched/)).toBeHidden();

		await page.goto('./about/');
		await page.getByRole('button', { name: 'Remove what is kept' }).click();
		await expect(page.getByText('Nothing of the archive is kept on this device.')).toBeVisible();
		expect(await page.evaluate(() => caches.keys())).toEqual([]);
	});
});

test.describe('when the archive is published anew', () => {
	test.use({ allowed: /404/ });

	test('no page gets anything of the other version, and all change at a press', async ({
		page,
		host,
		context
	}) => {
		const older = host.version;
		const newer = older.replace(/^.{7}/, 'abcdef0');
		await open(page);
		await kept(page);
		// A small archive is kept whole, unasked.
		await open(page, './about/');
		await expect(page.getByText(/whole archive is kept on this device/)).toBeVisible();

		// Half of an update is none.
		host.publish(newer, /\/404\.html/);
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			const dropped = new Promise((done) =>
				registration?.addEventListener('updatefound', () => {
					const { installing } = registration;
					installing?.addEventListener('statechange', () => {
						if (installing.state === 'redundant') done(null);
					});
				})
			);
			await registration?.update().catch(() => undefined);
			await dropped;
		});
		expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(1);

		host.publish(newer);
		await open(page);
		await expect(page.getByText('A newer version of this archive is available.')).toBeVisible(
			patient
		);
		await expect(footer(page)).toContainText(`version ${older.slice(0, 7)}`);

		const second = await context.newPage();
		await open(second, './article/2022-05-16-ice-has-created-a-surveillance-dragnet/');
		await expect(footer(second)).toContainText(`version ${older.slice(0, 7)}`);
		await expect(second.getByRole('heading', { level: 1 })).toContainText('surveillance dragnet');

		await page.getByRole('button', { name: 'Load it' }).click();
		for (const each of [page, second])
			await expect(footer(each)).toContainText(`version ${newer.slice(0, 7)}`, patient);
		await expectCount(page, 26);
	});
});

test('where the browser lets nothing be kept, a sentence says so and the page works on', async ({
	page
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator.serviceWorker, 'register', {
			value: () => Promise.reject(new DOMException('no', 'SecurityError'))
		});
	});
	await open(page, './about/');
	await page.getByRole('button', { name: /^Keep this archive on this device/ }).click();
	await expect(page.getByText(/does not let this page keep anything/)).toBeVisible();
	// So does a link that was made with another version.
	await open(page, './?q=strike&v=0123456');
	await expectCount(page, 14);
	await expect(page.getByText(/This link was made with version 0123456/)).toBeVisible();
	await search(page).fill('nurses');
	await expect(page).not.toHaveURL(/v=/);
	await expect(page.getByText(/This link was made with/)).toBeHidden();
});
