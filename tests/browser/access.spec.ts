import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expectCount, open, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

const pages = [
	{ name: 'the explorer', address: './' },
	{
		name: 'the explorer with a question',
		address: './?q=strike&from=2022-04&to=2025-06&author=Alejandro+L%C3%B3pez'
	},
	{ name: 'an empty result', address: './?q=refinary+strike&from=2025' },
	{
		name: 'an article beside the list',
		address: './?q=strike&open=2022-05-14-chiles-pseudo-left-government-sends-police'
	},
	{ name: 'a concordance', address: './?q=nurses&view=concordance' },
	{ name: 'a concordance in one list', address: './?q=nurses&view=concordance&onelist=1' },
	{
		name: 'the reader',
		address: './article/2025-05-fascism-bonapartism-and-donald-trump/?q=trump'
	},
	{ name: 'the reader of an excerpt', address: './article/2026-02-06-it-has-been-barely-a-month/' },
	{ name: 'about', address: './about/' },
	{ name: 'all articles', address: './articles/' }
];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type RunOnly = NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>;
// Another scheme has other colours and nothing else.
const schemes: { colorScheme: 'light' | 'dark'; runOnly: RunOnly }[] = [
	{ colorScheme: 'light', runOnly: rules },
	{ colorScheme: 'dark', runOnly: { type: 'rule', values: ['color-contrast'] } }
];

/** Opens a page and waits until all that it shows is there. */
async function show(page: Page, address: string): Promise<void> {
	await open(page, address);
	if (address.startsWith('./?q') && !address.includes('open='))
		await expect(status(page)).toContainText('of 26 articles');
	if (address.includes('view=concordance'))
		await expect(page.getByRole('gridcell').first()).toBeVisible();
}

for (const { name, address } of pages)
	test(`${name} breaks no rule of accessibility that a program can check`, async ({ page }) => {
		test.slow();
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await show(page, address);
			for (const { colorScheme, runOnly } of schemes) {
				// A colour on its way to another is neither.
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				const { violations } = await new AxeBuilder({ page }).options({ runOnly }).analyze();
				expect(
					violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
					),
					`${colorScheme}, ${width} wide`
				).toEqual([]);
			}
		}
	});

for (const width of [1440, 820, 390, 320])
	test(`nothing runs out of the page sideways at ${width} pixels`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		for (const { name, address } of pages) {
			await show(page, address);
			const [content, window] = await page.evaluate(() => [
				document.documentElement.scrollWidth,
				document.documentElement.clientWidth
			]);
			expect(content, name).toBeLessThanOrEqual(window ?? 0);
			if (width === 820 || width === 320) continue;
			// With letters twice as large nothing runs out of the page, and no name, date or button is cut off.
			const large = await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
				const cut = [...document.querySelectorAll('.nameplate, .button, .field, label, h1, h2, h3')]
					.filter(
						({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1
					)
					.map((element) => `${element.tagName} ${element.className} ${element.textContent}`);
				return { cut, over: document.documentElement.scrollWidth - innerWidth };
			});
			expect(large, `${name}, large letters`).toEqual({ cut: [], over: expect.any(Number) });
			expect(large.over, `${name}, large letters`).toBeLessThanOrEqual(0);
		}
	});

test('the scheme turned by hand stays after a reload; until then it is the system’s', async ({
	page
}) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await open(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect(page.getByRole('button', { name: 'Light' })).toBeVisible();
	await page.emulateMedia({ colorScheme: 'light' });
	await page.getByRole('button', { name: 'Dark' }).click();
	const paper = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	expect(await paper()).toBe('rgb(19, 21, 24)');
	await page.reload();
	expect(await paper()).toBe('rgb(19, 21, 24)');
	await expect(page.getByRole('button', { name: 'Light' })).toBeVisible();
});

test('on a phone filters and bylines rise in drawers that give the focus back', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page);
	const opener = page.getByRole('button', { name: /^Filters/ });
	await opener.click();
	const drawer = page.getByRole('dialog', { name: 'Filters' });
	await drawer.getByRole('checkbox', { name: /Notice/ }).check();
	await expectCount(page, 1);
	await drawer.getByRole('button', { name: 'Show 1 article' }).click();
	await expect(drawer).toBeHidden();
	await page.getByRole('button', { name: /^Bylines/ }).click();
	await expect(page.getByRole('dialog', { name: 'Bylines' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /^Bylines/ })).toBeFocused();
	// Export stands in the same bar, beside what comes before it.
	const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0 };
	const order = await boxOf(page.getByRole('combobox', { name: 'Order' }));
	const last = await boxOf(page.getByRole('button', { name: 'Export' }));
	expect(last.y).toBeCloseTo(order.y, 0);
	expect(last.x).toBeGreaterThan(order.x + order.width);
});
