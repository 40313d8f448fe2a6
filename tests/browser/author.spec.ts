import AxeBuilder from '@axe-core/playwright';
import { expectCount, open } from './explorer.ts';
import { expect, test } from './fixture.ts';

test('a byline leads to the page of its author, and that to all the articles', async ({ page }) => {
	await open(page, './?author=Nick+Beams');
	const shown = Number(
		/^\s*(\d+) of/.exec((await page.getByRole('status').first().textContent()) ?? '')?.[1]
	);
	await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
	await page.getByRole('link', { name: 'Open as page' }).click();
	await page.getByRole('link', { name: 'Nick Beams', exact: true }).click();
	await expect(page).toHaveURL(/\/author\/nick-beams-[0-9a-f]{8}\/$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nick Beams');
	const listed = page.getByRole('region', { name: 'Articles' }).getByRole('listitem');
	await expect(listed).toHaveCount(shown);
	await page.getByRole('link', { name: 'Search among these articles' }).click();
	await expectCount(page, shown);
});

test('an author that the archive does not have is said to be none', async ({ request }) => {
	expect((await request.get('author/nobody-00000000/')).status()).toBe(404);
});

test.describe('with scripts off', () => {
	test.use({ javaScriptEnabled: false });
	test('the page of an author can be read and followed', async ({ page, request }) => {
		const home = await (await request.get('data/manifest.json')).json();
		expect(home.counts.authors).toBeGreaterThan(3);
		await page.goto('articles/');
		await page.getByRole('main').getByRole('link').first().click();
		await page.locator('a[href*="author/"]').first().click();
		await expect(page.getByRole('heading', { name: 'Over time' })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Distinctive words' })).toBeVisible();
		await expect(
			page.getByRole('region', { name: 'Articles' }).getByRole('link').first()
		).toBeVisible();
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`nothing bars the way on an author’s page, ${colorScheme}`, async ({ page, request }) => {
		await page.emulateMedia({ colorScheme });
		const sets = await (await request.get('articles/')).text();
		const id = /article\/([a-z0-9-]+)\//.exec(sets)?.[1];
		await page.goto(`article/${id}/`);
		await page.locator('a[href*="author/"]').first().click();
		for (const width of [1440, 320]) {
			await page.setViewportSize({ width, height: 900 });
			await expect(page.getByRole('heading', { name: 'Publications' })).toBeVisible();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(over).toBeLessThanOrEqual(0);
		}
	});
