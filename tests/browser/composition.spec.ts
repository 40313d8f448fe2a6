import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { open, results, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

const figure = (page: Page, caption: RegExp) => page.getByRole('figure', { name: caption });
const lengths = (page: Page) => figure(page, /by number of words/);
const publications = (page: Page) => figure(page, /publications?\./);
const words = (page: Page) => figure(page, /log-odds ratio/);
const view = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'View' }).getByRole('link', { name }).click();

async function download(page: Page, button: string): Promise<Buffer> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	return readFileSync(await (await downloading).path());
}

const number = (text: string | null | undefined) => Number(/[\d,]+/.exec(text ?? '')?.[0] ?? NaN);
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** The matching part of a table's cells: `3` of `3 of 8`, or of `8` where nothing is asked; nothing for a dash. */
async function lastCells(page: Page, of: ReturnType<typeof figure>): Promise<number[]> {
	const cells = await of
		.getByRole('table')
		.getByRole('row')
		.last()
		.getByRole('cell')
		.allTextContents();
	return cells.map((text) => (/\d/.test(text) ? number(text) : 0));
}

test('caption, list, facets, timeline, trends and files count the same, whatever is chosen', async ({
	page
}) => {
	test.slow();
	await open(page, './?q=strike&view=composition');
	/** Reads every place that gives a total, and holds them against each other. */
	const agree = async () => {
		await expect(status(page)).toHaveAttribute('aria-busy', 'false');
		await expect(status(page)).toContainText(/\d+ of 26 articles/);
		const passing = number(await status(page).textContent());
		// A figure ignores its own filter, and says how many that makes.
		for (const each of [lengths(page), publications(page)])
			await expect(each.locator('figcaption')).toContainText(`${passing} of 26 articles`);
		const choosable = async (each: ReturnType<typeof figure>) =>
			number(/\((\d+) whatever/.exec((await each.textContent()) ?? '')?.[1] ?? String(passing));
		const ofLengths = await choosable(lengths(page));
		expect((await lastCells(page, lengths(page))).at(-1)).toBe(ofLengths);
		expect(sum(await lastCells(page, publications(page)))).toBe(
			await choosable(publications(page))
		);
		const csv = Papa.parse<Record<string, string>>(
			(await download(page, 'Export CSV: Lengths')).toString('utf8').replace(/^\ufeff/, ''),
			{ header: true, skipEmptyLines: true }
		);
		expect(sum(csv.data.map(({ articles }) => Number(articles)))).toBe(ofLengths);
		expect(sum(csv.data.map((record) => Number(record['articles_there_are'])))).toBe(26);
		expect(csv.data[0]).toMatchObject({ query: 'strike', complete: 'yes' });
		expect(csv.data[0]?.['filters']).toBe(
			await page.evaluate(() => {
				const asked = new URLSearchParams(location.search);
				for (const name of ['q', 'view']) asked.delete(name);
				return String(asked);
			})
		);
		// Every article has one length and one kind.
		const facet = async (name: string) => {
			const labels = page.getByRole('group', { name }).locator('label');
			const texts = await labels.allTextContents();
			return sum(texts.map((text) => number(/([\d,]+) articles?\s*$/.exec(text.trim())?.[1])));
		};
		const timeline = figure(page, /matche?s?\b.*from|of 26 articles match/).first();
		expect((await lastCells(page, timeline)).at(-1)).toBe(passing);
		await view(page, 'Results');
		await expect(results(page).getByRole('listitem')).toHaveCount(passing);
		expect(await facet('Length')).toBe(ofLengths);
		await view(page, 'Trends');
		const trend = figure(page, /“strike”/);
		await expect(trend.getByRole('row').last().getByRole('cell').nth(2)).toHaveText(
			String(passing)
		);
		await view(page, 'Composition');
		await expect(lengths(page)).toBeVisible();
		return passing;
	};
	/** Until the choice is made everything still counts what was there before. */
	const press = async (link: Locator) => {
		const before = page.url();
		await link.click();
		await expect(page).not.toHaveURL(before);
	};
	const found = [await agree()];
	await press(publications(page).getByRole('link', { name: /^World Socialist Web Site/ }));
	found.push(await agree());
	const band = lengths(page).getByRole('link', { name: /^1,000 to 3,000/ });
	await press(band);
	found.push(await agree());
	// Pressed again it is taken back.
	await press(band);
	found.push(await agree());
	expect(found[0]).toBe(14);
	expect(found[3]).toBe(found[1]);
	// Each choice narrows what is found.
	expect(found[1]).toBeLessThan(14);
	expect(found[2]).toBeLessThan(found[1] ?? 0);
});

test('distinctive words narrow what is found, and a figure goes as a picture', async ({ page }) => {
	await open(page, './?q=strike&view=composition');
	await expect(words(page)).toBeVisible();
	await expect(words(page)).toContainText('Left out, since they were asked for');
	await expect(words(page).getByRole('link', { name: /^strikes?:/ })).toHaveCount(0);
	const link = words(page).getByRole('link', { name: /^nurses:/ });
	// z 2.5, 25 of 25 times, in 6 articles: as many as are found with both words.
	const articles = number(
		/in (\d+) articles/.exec((await link.getAttribute('aria-label')) ?? '')?.[1]
	);
	await link.click();
	await expect(page).toHaveURL(/q=strike\+nurses/);
	await expect
		.poll(async () => number(await status(page).textContent()))
		.toBeGreaterThanOrEqual(articles);
	expect(number(await status(page).textContent())).toBeLessThan(14);
	// A figure goes as a picture that says what it shows, sharp enough for print.
	const svg = (await download(page, 'Export SVG: Lengths')).toString('utf8');
	expect(svg).toContain('Query: strike nurses. Filters: none.');
	expect(svg).toMatch(/version [0-9a-f]{16}/);
	const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]);
	const png = await download(page, 'Export PNG: Lengths');
	// The signature of the format, and the width in its header.
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	expect(png.readUInt32BE(16)).toBe(3 * width);
	expect(png.length).toBeGreaterThan(20_000);
	// With nothing asked there is nothing to compare with.
	await open(page, './?view=composition');
	await expect(page.getByText('Ask for something: the words')).toBeVisible();
	await expect(status(page)).toContainText('26 of 26 articles');
});

test('nothing bars the way to the composition on a phone or a desk', async ({ page }) => {
	// Axe looks at some hundred marks, each in turn.
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, './?q=strike&view=composition');
	for (const [width, colorScheme] of [
		[1440, 'light'],
		[320, 'dark']
	] as const) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		await expect(words(page)).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		const over = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(over).toBeLessThanOrEqual(0);
	}
});
