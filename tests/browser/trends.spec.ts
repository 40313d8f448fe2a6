import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { expectCount, open, search, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

const queries = (page: Page) => page.getByRole('list', { name: 'Queries compared' });
const table = (page: Page) => page.getByRole('table').last();
const all = (page: Page) => table(page).getByRole('row').last().getByRole('cell');
const points = (page: Page) => page.locator('a[data-line]');

async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const file = await downloading;
	return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('the first query has as many articles and matches in its trend as in the list', async ({
	page
}) => {
	await open(page, './?q=strike');
	await expect(status(page)).toContainText(/14 of 26 articles, \d+ match/);
	const matches = /(\d+) match/.exec((await status(page).textContent()) ?? '')?.[1] ?? '';
	await page.getByRole('link', { name: 'Trends', exact: true }).click();
	await expect(page).toHaveURL(/view=trends/);
	// What there is: 26 articles; what the query finds: 14.
	await expect(all(page).first()).toHaveText('26');
	await expect(all(page).nth(2)).toHaveText('14');
	await page.getByRole('combobox', { name: /^Count/ }).selectOption('Matches');
	await expect(all(page).nth(2)).toHaveText(matches);
	// Filters narrow the query and what it is a part of.
	await open(page, './?q=strike&view=trends&kind=excerpt');
	const passing = /^\s*(\d+) of/.exec((await status(page).textContent()) ?? '')?.[1] ?? '?';
	await expect(all(page).nth(2)).toHaveText(passing);
	await expect(page.getByText('The filters in force apply to every query')).toBeVisible();
	await search(page).fill('');
	await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible();
});

test('up to five queries are compared, added and taken out, each in the address', async ({
	page
}) => {
	await open(page, './?q=strike&view=trends');
	for (const word of ['port', '"general strike"', 'nobodysword', 'union OR workers']) {
		await page.getByLabel('Compare with another query').fill(word);
		await page.keyboard.press('Enter');
		await expect(queries(page).getByText(word, { exact: true })).toBeVisible();
	}
	await expect(queries(page).getByRole('listitem')).toHaveCount(5);
	await expect(page.getByText('Five is the limit')).toBeVisible();
	await expect(queries(page).getByRole('listitem').nth(3)).toContainText('0 articles');
	const inTrend = (await all(page).allTextContents()).slice(2);
	await queries(page).getByRole('button', { name: 'Remove “strike”' }).click();
	await expect(search(page)).toHaveValue('port');
	// What each finds does not depend on its place.
	await expect(all(page)).toHaveText([/26/, /./, ...inTrend.slice(1)]);
	await page.goBack();
	await expect(queries(page).getByRole('listitem')).toHaveCount(5);
	// As many as the list finds when it is asked.
	await open(page, './?q=union+OR+workers');
	await expectCount(page, Number(inTrend[4]));
});

test('a period of which nothing is held is told apart from one in which nothing matches', async ({
	page
}) => {
	await open(page, './?q=port&view=trends&by=year&per=articles');
	const row = (name: string) => table(page).getByRole('row', { name, exact: false });
	await expect(row('2023').getByRole('cell').first()).toHaveText('none');
	await expect(row('2026').getByRole('cell').nth(2)).toHaveText('0');
	await expect(row('2026').getByRole('cell').nth(3)).toHaveText('0 (few)');
	await expect(page.getByText('Few articles: 3 periods with fewer than 20')).toBeVisible();
	// Three years have articles, and so have points.
	await expect(points(page)).toHaveCount(3);
});

test('a point opens what it counts; the keys go from one to the next', async ({ page }) => {
	await open(page, './?q=strike&with=port&view=trends&by=year');
	await expect(points(page)).toHaveCount(6);
	expect(await points(page).evaluateAll((all) => all.filter((a) => a.tabIndex === 0).length)).toBe(
		1
	);
	await points(page).first().focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowRight');
	const focused = page.locator('a[data-line]:focus');
	await expect(focused).toHaveAccessibleName(
		/^“port”, 2025: (1 matching article|\d matching articles); \d there are$/
	);
	const found = /: (\d)/.exec((await focused.getAttribute('aria-label')) ?? '')?.[1];
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/q=port&from=2025&to=2025$/);
	await expectCount(page, Number(found));
	await page.goBack();
	await expect(points(page)).toHaveCount(6);
});

test('table and picture are saved with the question, the filters and the version', async ({
	page
}) => {
	await open(page, './?q=strike&with=port&kind=full&view=trends&by=year&per=articles');
	await expect(points(page).first()).toBeAttached();
	await expect(queries(page).getByRole('listitem').nth(1)).toContainText(/\d article/);
	const csv = await download(page, 'Export CSV');
	expect(csv.name).toBe('trends-strike-port.csv');
	const { data, errors } = Papa.parse<Record<string, string>>(csv.text.replace(/^\ufeff/, ''), {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	const passing = /^\s*(\d+) of/.exec((await status(page).textContent()) ?? '')?.[1];
	expect(data.find(({ period }) => period === 'all')).toMatchObject({
		query: 'strike',
		articles: passing,
		filters: 'kind=full',
		scale: 'per 1000 articles',
		smoothing: 'none',
		archive_version: expect.stringMatching(/^[0-9a-f]{16}$/)
	});
	expect(data.find(({ period }) => period === '2023')).toMatchObject({ value: '', few: 'no' });
	const svg = await download(page, 'Export SVG');
	expect(svg.name).toBe('trends-strike-port.svg');
	expect(svg.text).toContain('kind=full');
	expect(svg.text).toContain(data[0]?.['archive_version']);
	await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg.text).toString('base64')}`);
	await expect(page.locator('svg > title')).toHaveText(/“strike”: \d+ articles/);
	expect(await page.locator('a').count()).toBe(0);
});

for (const scheme of ['light', 'dark'] as const)
	test(`nothing bars the way to trends on a phone or a desk, ${scheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		for (const width of [1440, 390, 320]) {
			await page.setViewportSize({ width, height: 900 });
			await open(page, './?q=strike&with=port&view=trends');
			await expect(points(page).first()).toBeAttached();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over).toBeLessThanOrEqual(0);
		}
	});
