import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { open } from './explorer.ts';
import { expect, test } from './fixture.ts';

const chile = 'article/2022-05-14-chiles-pseudo-left-government-sends-police/';
const nurses = 'article/2026-02-06-new-york-city-police-arrested-at/';
const panel = (page: Page) => page.getByRole('dialog', { name: 'Cite this article' });
const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');
const head =
	'Saavedra, Mauricio. “Chile’s pseudo-left government sends police to break strike, arrest refinery workers.” World Socialist Web Site, May 14, 2022. Seed archive, version ';

async function save(page: Page, name: RegExp): Promise<Download> {
	const coming = page.waitForEvent('download');
	await panel(page).getByRole('button', { name }).click();
	return coming;
}

test.describe('on the page of an article', () => {
	test('one press copies the citation, and says so', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
		await open(page, `./${chile}?q=strike`);
		await page.getByRole('button', { name: 'Cite' }).click();
		await panel(page).getByRole('button', { name: 'Copy citation' }).click();
		await expect(panel(page).getByRole('status')).toHaveText('Citation copied.');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toContain(head);
		expect(copied).toContain('Accessed November 22, 2026.');
		// The question that led here is no part of the article's address.
		expect(copied).toContain(`${new URL(chile, page.url().split('article/')[0]).href}.`);
		await panel(page).getByRole('button', { name: 'APA' }).click();
		await panel(page).getByRole('button', { name: 'Copy citation' }).click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toContain('Saavedra, M. (2022, May 14).');
	});

	test('where the page may not copy, the citation is selected', async ({ page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(navigator, 'clipboard', { value: undefined });
			document.execCommand = () => false;
		});
		await open(page, `./${chile}`);
		await page.getByRole('button', { name: 'Cite' }).click();
		await panel(page).getByRole('button', { name: 'Copy citation' }).click();
		await expect(panel(page).getByRole('status')).toContainText('Press Ctrl C');
		expect(await page.evaluate(() => String(getSelection()))).toContain(head);
	});

	test('opens with c, closes with Escape or a press elsewhere, and gives the focus back', async ({
		page
	}) => {
		await open(page, `./${chile}`);
		await page.keyboard.press('c');
		await expect(panel(page).getByRole('button', { name: 'Chicago' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(panel(page)).toBeHidden();
		await expect(page.getByRole('button', { name: 'Cite' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(panel(page)).toBeVisible();
		await page.getByRole('heading', { level: 1 }).click();
		await expect(panel(page)).toBeHidden();
	});

	test('saves records and text', async ({ page }) => {
		await open(page, `./${nurses}`);
		await page.getByRole('button', { name: 'Cite' }).click();
		const bibtex = await save(page, /BibTeX/);
		expect(bibtex.suggestedFilename()).toBe('2026-02-06-new-york-city-police-arrested-at.bib');
		expect(await textOf(bibtex)).toContain('date = {2026-02-06?}');
		expect(await textOf(await save(page, /RIS/))).toContain('DA  - 2026/02/06/uncertain');
		expect(JSON.parse(await textOf(await save(page, /CSL-JSON/)))).toMatchObject([
			{ issued: { 'date-parts': [[2026, 2, 6]], circa: true } }
		]);
		expect(await textOf(await save(page, /plain text/))).toContain('13 nurses');
	});
});

test('beside the list, Escape closes the citation first and then the article', async ({ page }) => {
	await open(page, './?q=refinery');
	await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
	await page.getByRole('button', { name: 'Cite' }).click();
	await expect(panel(page)).toContainText(head);
	await page.keyboard.press('Escape');
	await expect(panel(page)).toBeHidden();
	await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeHidden();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });
	test('the citation is a sheet at the bottom', async ({ page }) => {
		await open(page, `./${chile}`);
		await page.getByRole('button', { name: 'Cite' }).click();
		await expect(panel(page)).toContainText(head);
		const box = await panel(page).boundingBox();
		expect(box).toMatchObject({ x: 0, width: 390 });
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
		await panel(page).getByRole('button', { name: 'Close' }).click();
		await expect(panel(page)).toBeHidden();
	});
});

test('the one file cites, too, and has no address of a disk in it', async ({ page }) => {
	await page.goto(`${pathToFileURL(resolve('build/archive.html')).href}#/${chile}`);
	await page.getByRole('button', { name: 'Cite' }).click();
	await expect(panel(page)).toContainText(head);
	await expect(panel(page)).not.toContainText('file:');
	await expect(panel(page).getByRole('button', { name: 'Copy link' })).toBeHidden();
	expect(await textOf(await save(page, /RIS/))).not.toContain('UR  -');
});

test.describe('with scripts off', () => {
	test.use({ javaScriptEnabled: false });

	test('a page can be cited by its tags, its data and its other forms', async ({
		page,
		request
	}) => {
		await page.goto(chile);
		await expect(page.getByText(`Cite as: ${head}`)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Cite' })).toBeHidden();
		const meta = (name: string) => page.locator(`meta[name="${name}"]`);
		await expect(meta('citation_author')).toHaveAttribute('content', 'Saavedra, Mauricio');
		await expect(meta('citation_publication_date')).toHaveAttribute('content', '2022/05/14');
		const data = await page.locator('script[type="application/ld+json"]').textContent();
		expect(JSON.parse(data ?? '')).toMatchObject({
			'@type': 'NewsArticle',
			datePublished: '2022-05-14',
			author: [{ givenName: 'Mauricio', familyName: 'Saavedra' }]
		});
		const links = await page.locator('link[rel="alternate"][href^="index."]').all();
		const forms: string[] = [];
		for (const link of links) {
			const href = (await link.getAttribute('href')) ?? '';
			const response = await request.get(new URL(href, page.url()).href);
			expect(response.status(), href).toBe(200);
			expect(await response.text(), href).toContain('arrest refinery workers');
			forms.push(href);
		}
		expect(forms).toEqual(['index.json', 'index.txt', 'index.bib', 'index.ris']);
	});

	test('a doubtful day is nowhere given as certain', async ({ page }) => {
		await page.goto(nurses);
		await expect(page.locator('meta[name="DC.date"]')).toHaveAttribute('content', '2026-02-06?');
		await expect(page.locator('meta[name="citation_publication_date"]')).toHaveCount(0);
		await expect(page.locator('script[type="application/ld+json"]')).not.toContainText(
			'datePublished'
		);
	});
});
