import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { expectCount, open, search, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

const concordance = (page: Page) => page.getByRole('grid', { name: 'Concordance' });
const lines = (page: Page) => concordance(page).locator('tbody tr:has(mark)');
const matches = async (page: Page) => {
	await expect(status(page)).toContainText(/match/);
	return Number((await status(page).textContent())?.match(/([\d,]+) match/)?.[1]?.replace(',', ''));
};

test('every match of what is found is a line: as many as the status counts', async ({ page }) => {
	await open(page, './?q=strike');
	const counted = await matches(page);
	await page.getByRole('link', { name: 'Concordance', exact: true }).click();
	await expect(page).toHaveURL(/view=concordance/);
	await expect(page.getByText(`${counted} lines from 14 articles`)).toBeVisible();
	// One for each match, one for each article, one for the heads of the columns.
	await expect(concordance(page)).toHaveAttribute('aria-rowcount', String(counted + 14 + 1));
	await page.getByRole('combobox', { name: 'Group lines' }).selectOption('One list');
	await expect(concordance(page)).toHaveAttribute('aria-rowcount', String(counted + 1));
	// Fewer articles, fewer lines; other words, other lines.
	await open(page, './?q=strike&view=concordance&kind=excerpt');
	const fewer = await matches(page);
	expect(fewer).toBeLessThan(counted);
	await expect(page.getByText(`${fewer} lines from`)).toBeVisible();
	await search(page).fill('imamoglu');
	await expectCount(page, 1);
	await expect(lines(page).first().locator('mark')).toHaveText('İmamoğlu');
	await search(page).fill('');
	await expect(concordance(page)).toBeHidden();
	await expect(page.getByRole('heading', { name: 'Results' })).toBeVisible();
});

test('lines are sorted by the word after, the word before, date and byline', async ({ page }) => {
	await open(page, './?q=strike&view=concordance&onelist=1');
	await expect(lines(page).first()).toBeVisible();
	const bold = async (side: string) =>
		(await lines(page).locator(`.${side} b`).allTextContents()).map((word) => word.toLowerCase());
	const after = await bold('after');
	expect(after.length).toBeGreaterThan(20);
	expect(after).toEqual([...after].sort());
	await page.getByRole('button', { name: 'word before' }).click();
	await expect(page).toHaveURL(/lines=before/);
	await expect(lines(page).locator('.before b').first()).toBeVisible();
	const before = await bold('before');
	expect(before).toEqual([...before].sort());
	await page.getByRole('button', { name: 'date', exact: true }).click();
	await expect(lines(page).first()).toContainText('14 May 2022');
	await page.getByRole('button', { name: 'byline', exact: true }).click();
	await expect(lines(page).first()).toContainText('Alejandro López');
	await page.goBack();
	await expect(lines(page).first()).toContainText('14 May 2022');
});

test('a line leads to its paragraph, with its match marked, and back to the lines', async ({
	page
}) => {
	await open(page, './?q="indefinite strike"&view=concordance&onelist=1');
	await expect(lines(page).first()).toBeVisible();
	await page.keyboard.press('j');
	await expect(lines(page).first().getByRole('link')).toBeFocused();
	// Of a headline no line is known, and its line leads to the top of the article.
	const line = lines(page).filter({ hasText: /, \d/ }).first();
	const text = (await line.locator('.match').textContent()) ?? '';
	await line.getByRole('link').focus();
	await page.keyboard.press('ArrowDown');
	await expect(line.getByRole('link')).not.toBeFocused();
	await page.keyboard.press('k');
	await expect(line.getByRole('link')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/article\/.*view=concordance.*#block-\d+$/);
	const target = page.locator(`#${new URL(page.url()).hash.slice(1)}`);
	await expect(target.locator('mark').first()).toHaveText(text);
	await expect(target).toBeInViewport();
	await page.getByRole('link', { name: /^Back to/ }).click();
	await expect(concordance(page)).toBeVisible();
});

test('only what is in sight is in the document, and the keys reach all of it', async ({ page }) => {
	await open(page, './?q=the&view=concordance&onelist=1');
	const all = await matches(page);
	expect(all).toBeGreaterThan(400);
	await expect(concordance(page)).toHaveAttribute('aria-rowcount', String(all + 1));
	await expect(lines(page).first()).toBeVisible();
	expect(await lines(page).count()).toBeLessThan(250);
	await lines(page).first().getByRole('link').focus();
	await page.keyboard.press('End');
	const last = concordance(page).locator(`tr[aria-rowindex="${all + 1}"]`);
	await expect(last.getByRole('link')).toBeFocused();
	await expect(last).toBeInViewport();
	expect(await lines(page).count()).toBeLessThan(250);
	await page.keyboard.press('Home');
	await expect(lines(page).first().getByRole('link')).toBeFocused();
});

test('the lines are saved with the question that they answer', async ({ page }) => {
	await open(page, './?q=strike&kind=excerpt&view=concordance&onelist=1');
	const counted = await matches(page);
	await expect(page.getByText(`${counted} lines from`)).toBeVisible();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export CSV' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('concordance-strike.csv');
	const text = readFileSync(await download.path(), 'utf8');
	const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	expect(data).toHaveLength(counted);
	expect(data[0]).toMatchObject({
		query: 'strike',
		filters: 'kind=excerpt',
		lines: String(counted),
		complete: 'yes'
	});
	expect(data[0]?.['archive_version']).toMatch(/^[0-9a-f]{16}$/);
	await expect(page.getByText(`${counted} lines saved as concordance-strike.csv.`)).toBeVisible();
	await page.goto(data[0]?.['address'] ?? '');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(
		data[0]?.['headline']?.slice(0, 30) ?? '?'
	);
});
