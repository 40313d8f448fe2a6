import { expectCount, open, results, search } from './explorer.ts';
import { expect, test } from './fixture.ts';

test('a slash goes to the search field, j and k through the results, Enter opens beside the list', async ({
	page
}) => {
	await open(page);
	await page.keyboard.press('/');
	await expect(search(page)).toBeFocused();
	await page.keyboard.type('strike/j');
	await expect(search(page)).toHaveValue('strike/j');
	await search(page).fill('strike');
	await page.keyboard.press('Enter');
	await expectCount(page, 14);
	await search(page).blur();
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('k');
	const first = results(page).getByRole('listitem').first().getByRole('link');
	await expect(first).toBeFocused();
	await page.keyboard.press('Enter');
	const pane = page.getByRole('region', { name: 'Article', exact: true });
	await expect(pane).toBeVisible();
	await expect(pane.locator('mark').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(pane).toBeHidden();
	await expect(first).toBeFocused();
});

test('o opens the article as a page', async ({ page }) => {
	await open(page, './?q=refinery');
	await expect(results(page).locator('mark').first()).toBeVisible();
	await page.keyboard.press('j');
	await page.keyboard.press('o');
	await expect(page).toHaveURL(/article\/.*q=refinery/);
});

test('a question mark shows the keys, where single letters can be switched off for good', async ({
	page
}) => {
	await open(page);
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keyboard' });
	await expect(help).toBeVisible();
	// No key touches what is said of it.
	const rooms = await help.locator('dt').evaluateAll((terms) =>
		terms.map((term) => {
			const said = document.createRange();
			said.selectNodeContents(term.nextElementSibling!);
			return (
				said.getBoundingClientRect().left - term.lastElementChild!.getBoundingClientRect().right
			);
		})
	);
	expect(Math.min(...rooms)).toBeGreaterThan(6);
	await help.getByRole('checkbox', { name: /Single-letter keys/ }).uncheck();
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await page.keyboard.press('/');
	await expect(search(page)).not.toBeFocused();
	await page.reload();
	await expect(page.getByRole('button', { name: /^(Dark|Light)$/ })).toBeEnabled();
	await page.keyboard.press('/');
	await expect(search(page)).not.toBeFocused();
});

test('everything is reached with the Tab key, and the focus is seen', async ({ page }) => {
	await open(page, './?q=strike');
	await expectCount(page, 14);
	const reached = new Set<string>();
	for (let press = 0; press < 90; press++) {
		await page.keyboard.press('Tab');
		const here = await page.evaluate(() => {
			const element = document.activeElement;
			if (!element || element === document.body) return null;
			const style = getComputedStyle(element);
			const around = element.closest('form, label, g');
			const outlined = [element, ...(around ? [around] : [])].some(
				(each) => getComputedStyle(each).outlineStyle !== 'none'
			);
			return {
				name: `${element.tagName} ${element.getAttribute('role') ?? ''} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? ''}`,
				seen: outlined || style.stroke !== 'none' || element.querySelector('*') !== null
			};
		});
		if (!here) break;
		expect(here.seen, here.name).toBe(true);
		reached.add(here.name);
	}
	const names = [...reached].join('\n');
	for (const name of ['INPUT', 'SELECT', 'Table', 'Clear all', 'Alejandro', 'Madrid doctors'])
		expect(names).toContain(name);
});
