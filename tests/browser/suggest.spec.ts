import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectCount, open, results, search } from './explorer.ts';
import { expect, test } from './fixture.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const options = (page: Page) => list(page).getByRole('option');

test('the word being typed is completed from the archive, each with what it finds', async ({
	page
}) => {
	await open(page);
	await search(page).click();
	await search(page).pressSequentially('nurses stri', { delay: 30 });
	await expect(options(page).first()).toBeVisible();
	const name = (await options(page).first().getAttribute('aria-label')) ?? '';
	const [word = '', articles = ''] = name.split(', ');
	await page.keyboard.press('ArrowDown');
	await expect(search(page)).toBeFocused();
	const active = await search(page).getAttribute('aria-activedescendant');
	await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(list(page)).toBeHidden();
	await expect(search(page)).toHaveValue(`nurses ${word}`);
	await search(page).fill(word);
	await expectCount(page, parseInt(articles));
	// Nothing was typed: nothing is offered.
	await expect(list(page)).toBeHidden();
});

test('Enter takes what is typed, and Escape closes the list and nothing else', async ({ page }) => {
	await open(page);
	await search(page).click();
	await search(page).pressSequentially('strik');
	await expect(list(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(list(page)).toBeHidden();
	await expect(search(page)).toHaveValue('strik');
	await page.keyboard.press('ArrowDown');
	await expect(list(page)).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(list(page)).toBeHidden();
	await expect(search(page)).toHaveValue('strik');
	await expect(page).toHaveURL(/q=strik$/);
	await page.keyboard.type('e');
	await expect(search(page)).toHaveValue('strike');
	await search(page).blur();
	await expect(list(page)).toBeHidden();
	await expectCount(page, 14);
});

test('what is typed before the list’s own script has come is completed when it comes', async ({
	page
}) => {
	await open(page);
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	const asked: string[] = [];
	await page.route('**/_app/immutable/chunks/*.js', async (route) => {
		asked.push(route.request().url());
		await held;
		await route.continue();
	});
	await search(page).click();
	await search(page).pressSequentially('strike');
	await expectCount(page, 14);
	expect(asked).not.toEqual([]);
	await expect(list(page)).toBeHidden();
	release();
	await expect(list(page)).toBeVisible();
});

test('a byline that is chosen filters, a headline opens its article', async ({ page }) => {
	await open(page);
	await search(page).click();
	await search(page).pressSequentially('strike saave');
	await list(page)
		.getByRole('option', { name: /^Mauricio Saavedra/ })
		.click();
	await expect(search(page)).toHaveValue('strike');
	await expect(page.getByRole('button', { name: 'Remove Mauricio Saavedra' })).toBeVisible();
	await expectCount(page, 1);
	await search(page).fill('');
	await search(page).pressSequentially('chile pseudo');
	await list(page)
		.getByRole('option', { name: /^Chile’s pseudo-left/ })
		.click();
	await expect(page.getByRole('region', { name: 'Article', exact: true })).toContainText(
		'Chile’s pseudo-left'
	);
});

test('for a word that is in no article the nearest ones are offered, never taken', async ({
	page
}) => {
	await open(page, './?q=refinary');
	await expectCount(page, 0);
	const offer = page.getByText('is in no article. Did you mean');
	await expect(offer).toContainText('refinary');
	await offer.getByRole('link', { name: 'refinery' }).click();
	await expect(search(page)).toHaveValue('refinery');
	await expect(results(page).locator('mark').first()).toHaveText(/refiner/i);
	// A word that is found needs no other.
	await open(page, './?q=cryptocurrency+Oshawa');
	await expectCount(page, 0);
	await expect(page.getByText('Did you mean')).toBeHidden();
});

test('the list of suggestions breaks no rule that a program can check', async ({ page }) => {
	await open(page);
	await search(page).click();
	await search(page).pressSequentially('strik');
	await expect(list(page)).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
	const { violations } = await new AxeBuilder({ page }).include('form.search').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});
