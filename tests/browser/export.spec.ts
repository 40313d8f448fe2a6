import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '@playwright/test';
import { expectCount, open, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

const asked = '?q=strike&from=2022-04&to=2025-06';
const panel = (page: Page) => page.getByRole('dialog', { name: /^Export/ });
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

async function save(page: Page, name: RegExp | string): Promise<Download> {
	const coming = page.waitForEvent('download');
	await panel(page).getByRole('button', { name }).first().click();
	return coming;
}

async function openPanel(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Export' }).click();
	await expect(panel(page).getByRole('heading', { level: 3 })).toHaveText('Export 6 articles');
}

test('what is found is taken away in every format, and the search is cited', async ({
	page,
	context
}) => {
	test.slow();
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
	await open(page, `./${asked}`);
	await expectCount(page, 6);
	await openPanel(page);
	await expect(panel(page).getByRole('button', { name: 'BibTeX' }).first()).toBeFocused();

	const bibtex = await save(page, 'BibTeX');
	expect(bibtex.suggestedFilename()).toBe('articles-strike.bib');
	expect((await textOf(bibtex)).match(/^@\w+/gm)).toEqual([
		'@online',
		...Array.from({ length: 6 }, () => '@article')
	]);
	await expect(panel(page).getByText('Saved 6 articles as articles-strike.bib.')).toBeVisible();
	expect((await textOf(await save(page, /^RIS/))).match(/^TY {2}- NEWS/gm)).toHaveLength(6);
	expect(JSON.parse(await textOf(await save(page, 'CSL-JSON')))).toHaveLength(7);
	expect((await textOf(await save(page, /^CSV/))).trimEnd().split('\r\n')).toHaveLength(7);
	const { search, articles } = JSON.parse(await textOf(await save(page, /^JSON with/)));
	expect(articles).toHaveLength(6);
	expect(search).toMatchObject({
		query: 'strike',
		filters: 'from=2022-04&to=2025-06',
		found: 6,
		complete: true,
		accessed: '2026-11-22',
		address: page.url()
	});
	expect((await textOf(await save(page, /^JSON Lines/))).trimEnd().split('\n')).toHaveLength(6);
	const zip = unzipSync(new Uint8Array(readFileSync(await (await save(page, /zipped/)).path())));
	expect(Object.keys(zip).filter((path) => path.startsWith('articles/'))).toHaveLength(6);
	expect(strFromU8(zip['search.txt']!)).toContain(page.url());

	await panel(page).getByRole('button', { name: 'Copy citation' }).click();
	await expect(panel(page).getByText('Citation copied.')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toMatch(
		/^Search for “strike” \(Dates: Apr 2022 – Jun 2025\): 6 of 26 articles\. Seed archive, version [0-9a-f]{16}\. Accessed November 22, 2026\. /
	);
	expect(copied).toContain(`${page.url()}.`);
	const record = page.waitForEvent('download');
	await panel(page).getByRole('region', { name: 'Cite this search' }).getByText('RIS').click();
	expect(await textOf(await record)).toContain('TY  - ELEC');
});

// On a page of its own: of more than ten downloads in a second Chromium drops what is over.
test('the charts beside the list are taken away, and the whole archive is there', async ({
	page,
	context
}) => {
	test.slow();
	await open(page, `./${asked}`);
	await expectCount(page, 6);
	await openPanel(page);
	// Their numbers agree, and the pictures say what they are of.
	const table = await textOf(await save(page, 'Export CSV: Timeline'));
	const records = table.trimEnd().split('\r\n');
	expect(records[0]).toMatch(/period,first_day,last_day,articles,/);
	expect(records.find((line) => line.startsWith('May 2022'))).toMatch(/,4,7,7,0,yes,strike,/);
	expect(records.at(-1)).toMatch(/^all,,,6,26,/);
	const bylines = await textOf(await save(page, 'Export CSV: Bylines'));
	expect(bylines).toMatch(/\r\n,2,19,2025-05-01,/);
	for (const [name, words] of [
		['Timeline', ['Articles by month: 6 of 26 articles match', 'Apr 2022 – Jun 2025: 6 of 11']],
		['Bylines', ['19 articles without a byline', '2 of 19', 'Query: strike.']]
	] as const) {
		const svg = await textOf(await save(page, `Export SVG: ${name}`));
		for (const each of words) expect(svg).toContain(each);
		expect(svg).not.toMatch(/undefined|NaN/);
	}
	const png = readFileSync(await (await save(page, 'Export PNG: Timeline')).path());
	expect(png.subarray(1, 4).toString()).toBe('PNG');

	// The archive as a whole is there, too, with its sizes.
	const whole = panel(page).getByRole('region', { name: 'The whole archive' });
	await expect(whole.getByRole('link', { name: /archive\.sqlite, \d+ kB/ })).toBeVisible();
	for (const link of await whole.getByRole('link').all()) {
		const href = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
		expect((await context.request.head(href)).status(), href).toBe(200);
	}
	for (const scheme of ['light', 'dark'] as const) {
		// With motion the colours of buttons would still be on their way.
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		const axe = new AxeBuilder({ page }).include('[role="dialog"]');
		// Another scheme has other colours and nothing else.
		if (scheme === 'dark') axe.withRules('color-contrast');
		const { violations } = await axe.analyze();
		expect(violations, scheme).toEqual([]);
	}
	await page.keyboard.press('Escape');
	await expect(panel(page)).toBeHidden();
	await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
});

test.describe('while the network is slow, and when it is gone', () => {
	test.use({ allowed: /net::ERR_FAILED|Failed to load resource/ });

	test('an export can be called off, and one that fails saves nothing', async ({ page }) => {
		await open(page, `./${asked}`);
		// Matches are counted when the search has all its texts: what is asked for now is the export's.
		await expect(status(page)).toContainText('27 matches');
		let downloads = 0;
		page.on('download', () => (downloads += 1));
		let hold = true;
		const held: (() => Promise<void>)[] = [];
		await page.route('**/data/texts/*', async (route) => {
			if (hold) held.push(() => route.abort());
			else await route.abort();
		});
		await openPanel(page);
		await panel(page)
			.getByRole('button', { name: /^JSON with/ })
			.click();
		await expect(panel(page).getByRole('progressbar')).toBeVisible();
		// By key, too: the focus goes to what ends it, and comes back.
		await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(panel(page).getByText('Cancelled: nothing was saved.')).toBeVisible();
		await expect(panel(page).getByRole('progressbar')).toBeHidden();
		await expect(panel(page).getByRole('button', { name: /^JSON with/ })).toBeFocused();
		hold = false;
		for (const release of held) await release();
		await panel(page)
			.getByRole('button', { name: /zipped/ })
			.click();
		await expect(panel(page).getByRole('alert')).toContainText(/^Nothing was saved\. .*connection/);
		// Nothing of it needs the texts: this goes on without them.
		const file = await save(page, /^CSV/);
		expect(file.suggestedFilename()).toBe('articles-strike.csv');
		expect(downloads).toBe(1);
	});
});

test('the one file exports, too, and has no address of a disk in it', async ({ page, context }) => {
	await context.setOffline(true);
	await page.goto(`${pathToFileURL(resolve('build/archive.html')).href}${asked}`);
	await expectCount(page, 6);
	await openPanel(page);
	const { search, articles } = JSON.parse(await textOf(await save(page, /^JSON with/)));
	expect(articles).toHaveLength(6);
	expect(search).toMatchObject({ found: 6, address: null });
	const zip = unzipSync(new Uint8Array(readFileSync(await (await save(page, /zipped/)).path())));
	for (const [path, bytes] of Object.entries(zip))
		expect(strFromU8(bytes), path).not.toContain('file:');
	expect(await textOf(await save(page, 'Export SVG: Timeline'))).not.toContain('file:');
	await expect(panel(page).getByText(/does not know the address/)).toBeVisible();
	await expect(panel(page).getByRole('region', { name: 'The whole archive' })).toBeHidden();
});

test('a list is printed whole, with its question, its count, its order, its archive and the day', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
	const beforePrint = () => page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await open(page, `./${asked}`);
	await expectCount(page, 6);
	await page.emulateMedia({ media: 'print' });
	// What stands on paper alone comes when the page is at rest.
	await expect(async () => {
		await beforePrint();
		await expect(page.getByText('End of the list: 6 articles.')).toBeVisible({ timeout: 50 });
	}).toPass();
	await expect(
		page.getByText(
			/^Best match\. Search for “strike” \(Dates: Apr 2022 – Jun 2025\): 6 of 26 articles\. Seed archive, version \w{16}\. Accessed November 22, 2026\./
		)
	).toContainText(page.url());
	await expect(page.getByRole('group', { name: 'How the search was read' })).toContainText(
		/strike.*Apr 2022/
	);
	await expect(status(page)).toContainText('6 of 26 articles');
	await expect(page.getByRole('button')).toHaveCount(0);

	// What the page does not show of a list stands on paper all the same; so it does of the one file.
	await page.goto(pathToFileURL(resolve('build/archive.html')).href);
	await expect(page.getByText('25 of 26 shown')).toBeVisible();
	await expect(async () => {
		await beforePrint();
		await expect(page.getByText('End of the list: 26 articles.')).toBeVisible({ timeout: 50 });
	}).toPass();
	await expect(page.getByText('25 of 26 shown')).toBeHidden();
	await expect(page.locator('main ol > li')).toHaveCount(26);
	await expect(page.getByText(/^Newest first\. All articles: 26 of 26 articles\./)).toBeVisible();
});

test('a press before the page’s script has come is answered when it has', async ({ page }) => {
	for (const [address, name] of [
		['./', 'Export'],
		['article/2022-05-16-ice-has-created-a-surveillance-dragnet/', 'Cite']
	] as const) {
		let release = () => {};
		const held = new Promise<void>((done) => (release = done));
		await page.route('**/_app/**/*.js', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(address, { waitUntil: 'commit' });
		const button = page.getByRole('button', { name, exact: true }).first();
		// Pressed twice, as by somebody in a hurry: it opens all the same.
		await button.click();
		await button.click();
		await expect(page.getByRole('dialog', { name: /^Export|^Cite/ })).toHaveCount(0);
		release();
		await expect(page.getByRole('dialog', { name: /^Export|^Cite/ })).toBeVisible();
		await page.unrouteAll({ behavior: 'wait' });
	}
});
