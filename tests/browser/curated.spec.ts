/** What only a curator's word brings about: old addresses, hidden articles, and texts that were printed twice. */
import { resolve } from 'node:path';
import { listRowsFiles } from '../../src/lib/bundle/format.ts';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expectCount, open, results } from './explorer.ts';
import { expect, test as base } from './fixture.ts';

// The second of the built sites: see playwright.config.ts.
const test = base.extend({
	baseURL: async ({ baseURL }, use) => {
		const address = new URL(baseURL ?? '');
		address.port = String(Number(address.port) + 1);
		await use(address.href);
	}
});
const single = pathToFileURL(resolve('test-results/curated/archive.html')).href;

const pane = (page: Page) => page.getByRole('region', { name: 'Article', exact: true });

const now = '1919-05-04-old-boats-on-the-beach';
const hidden = '1919-05-04-hidden';
const secret = /girl who was named/;

test.describe('an old address', () => {
	for (const old of ['1919-05-04-boats', '1919-05-04-old-boats']) {
		test(`${old} leads to the article, and leaves no trace in the history`, async ({ page }) => {
			await page.goto('report/');
			await page.goto(`article/${old}/`);
			await expect(page).toHaveURL(new RegExp(`/article/${now}/$`));
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Old Boats on the Beach');
			await page.goBack();
			await expect(page).toHaveURL(/\/report\/$/);
		});
	}

	test('names the whole new address for whoever indexes it', async ({ request }) => {
		const page = await (await request.get('article/1919-05-04-boats/')).text();
		expect(page).toContain(
			`<link rel="canonical" href="https://example.org/harbour/article/${now}/"`
		);
		expect(page).toMatch(
			new RegExp(`<meta http-equiv="refresh" content="0; url=[./]*/?(?:article/)?${now}/"`)
		);
	});

	test.describe('with scripts off', () => {
		test.use({ javaScriptEnabled: false });
		test('leads on too', async ({ page }) => {
			await page.goto('article/1919-05-04-boats/');
			await expect(page).toHaveURL(new RegExp(`/article/${now}/$`));
			await expect(page.getByRole('main')).toContainText('nine oars');
		});
	});

	test('opens the article beside the list', async ({ page }) => {
		await open(page, './?open=1919-05-04-boats');
		await expect(page).toHaveURL(new RegExp(`open=${now}$`));
		await expect(pane(page)).toContainText('nine oars');
	});

	test('leads on in the one file, by itself and beside the list', async ({ page }) => {
		await page.goto(`${single}#/article/1919-05-04-boats/`);
		await expect(page).toHaveURL(new RegExp(`#/article/${now}/?$`));
		await expect(page.getByRole('main')).toContainText('nine oars');
		await page.goto('about:blank');
		await page.goto(`${single}?open=1919-05-04-boats`);
		await expect(pane(page)).toContainText('nine oars');
	});
});

test.describe('an article that a curator hides', () => {
	for (const id of [hidden, '1919-05-04-the-girl']) {
		test(`says so, with the reason, at ${id}`, async ({ page }) => {
			await page.goto(`article/${id}/`);
			const main = page.getByRole('main');
			await expect(main.getByRole('heading', { level: 1 })).toHaveText('This article is not shown');
			await expect(main).toContainText('The person named asked for it in 2024.');
			await expect(main).not.toContainText(secret);
		});
	}

	test('says so beside the list, and in the one file', async ({ page }) => {
		await open(page, `./?open=${hidden}`);
		await expect(pane(page)).toContainText('asked for it in 2024');
		await page.goto(`${single}#/article/${hidden}/`);
		await expect(page.getByRole('main')).toContainText('asked for it in 2024');
	});

	test('is in no list, and its text is in no published file', async ({ page, request }) => {
		await open(page);
		await expectCount(page, 4, 4);
		const manifest = await (await request.get('data/manifest.json')).json();
		const paths: string[] = [
			'report.json',
			manifest.catalog,
			...Array.from({ length: manifest.counts.files }, (_, at) => `seeds/${at}.txt`),
			...[...listRowsFiles(manifest.entries, 4), ...listRowsFiles(manifest.texts, 4)].map(
				({ path }) => path
			)
		];
		for (const path of paths) {
			expect(await (await request.get(`data/${path}`)).text(), path).not.toMatch(secret);
		}
		expect(await (await request.get('archive.html')).text()).not.toMatch(secret);
	});
});

test.describe('texts that are nearly the same', () => {
	test('are listed once where that is asked for, and the rest counted', async ({ page }) => {
		await open(page);
		await expect(results(page).getByRole('listitem')).toHaveCount(4);
		await page.getByRole('checkbox', { name: /near-identical|once/i }).check();
		await expect(results(page).getByRole('listitem')).toHaveCount(3);
		await expect(page.getByText(/1 near-identical not listed/)).toBeVisible();
		await expect(page).toHaveURL(/once=1/);
		await page.reload();
		await expect(results(page).getByRole('listitem')).toHaveCount(3);
	});

	test('lead to each other, and show word for word what differs', async ({ page }) => {
		await page.goto(`article/${now}/`);
		const also = page.getByRole('region', { name: 'Nearly the same' });
		await expect(also).toContainText('Six Boats Left on the Beach');
		await also.getByText('See what differs').click();
		await expect(also.locator('.changes')).toContainText('eleven');
		await also.getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Six Boats Left on the Beach');
	});
});

test('names that were brought together count as one author, as printed in the article', async ({
	page
}) => {
	await open(page, './?author=Anna+Prins');
	await expectCount(page, 1, 4);
	await results(page).getByRole('link').first().click();
	await expect(pane(page)).toContainText('A. Prins');
});

test.describe('whoever looks for the archive', () => {
	const home = 'https://example.org/harbour/';

	test('finds its pages by a sitemap, but for what a curator keeps out', async ({ request }) => {
		const textOf = async (path: string) => (await request.get(path)).text();
		expect(await textOf('robots.txt')).toContain(`Sitemap: ${home}sitemap.xml`);
		expect(await textOf('robots.txt')).toContain(`Disallow: /article/${now}/index.\n`);
		expect(await textOf('sitemap.xml')).toContain(`<loc>${home}sitemaps/0.xml</loc>`);
		const listed = await textOf('sitemaps/0.xml');
		const pages = [...listed.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1] ?? '');
		const { counts } = await (await request.get('data/manifest.json')).json();
		expect(counts.authors).toBeGreaterThan(1);
		// The front page, two more, four articles but the one, and a page for each author.
		expect(pages).toHaveLength(6 + counts.authors);
		for (const page of pages) {
			const answer = await request.get(page.replace(home, ''));
			expect(answer.status(), page).toBe(200);
			expect(await answer.text(), page).not.toContain('noindex');
		}
		expect(listed).not.toContain(now);
		expect(await textOf(`article/${now}/`)).toContain('<meta name="robots" content="noindex" />');
	});

	test('finds feeds that are XML and lead to its articles', async ({ page, request }) => {
		await page.goto(`article/${now}/`);
		const links = page.locator('link[type="application/atom+xml"]');
		const hrefs = await links.evaluateAll((all) =>
			all.map((link) => (link as HTMLLinkElement).href)
		);
		expect(hrefs).toHaveLength(2);
		// The author's own page names it, too, and its one address.
		await page.locator('a[href*="author/"]').first().click();
		await expect(page.getByRole('heading', { name: 'Over time' })).toBeVisible();
		expect(hrefs).toContain(await links.evaluate((link) => (link as HTMLLinkElement).href));
		await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
			'href',
			page.url().replace(/^.*\/author/, `${home}author`)
		);
		await page.goto('./');
		hrefs.push(await links.evaluate((link) => (link as HTMLLinkElement).href));
		for (const href of hrefs) {
			const text = await (await request.get(href)).text();
			const entries = await page.evaluate((xml) => {
				const feed = new DOMParser().parseFromString(xml, 'application/xml');
				if (feed.querySelector('parsererror')) return [];
				return [...feed.querySelectorAll('entry > link')].map((link) => link.getAttribute('href'));
			}, text);
			expect(entries, href).toContain(`${home}article/${now}/`);
		}
	});

	test('finds its search, and the one address of a page', async ({ page, request }) => {
		await page.goto('./?q=boats');
		await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', home);
		const href = await page.locator('link[rel="search"]').getAttribute('href');
		const text = await (await request.get(new URL(href ?? '', page.url()).href)).text();
		expect(text).toContain(`template="${home}?q={searchTerms}"`);
		await page.goto(`article/${now}/?q=boats`);
		// One card stands for the archive, on every page.
		await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
			'content',
			`${home}card.png`
		);
		expect((await request.get(new URL('../../card.png', page.url()).href)).status()).toBe(200);
		await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
			'href',
			`${home}article/${now}/`
		);
		await page.getByRole('button', { name: 'Cite' }).click();
		await expect(page.getByRole('dialog', { name: 'Cite this article' })).toContainText(
			`${home}article/${now}/.`
		);
	});
});
