import { expectCount, open, results, search, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

test.describe('when something cannot be had', () => {
	test.use({
		allowed: /Failed to load resource|net::ERR/
	});

	test('a missing manifest is said in a plain sentence with what to do', async ({ page }) => {
		await page.route('**/data/manifest.json', (route) => route.fulfill({ status: 404, body: '' }));
		await page.goto('./');
		await expect(page.getByText(/could not be fetched \(data\/manifest\.json\)/)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
		await expect(page.locator('body')).not.toContainText(/ at .*\.js:/);
	});

	test('a bundle of a newer version asks for a reload', async ({ page }) => {
		await page.route('**/data/manifest.json', async (route) => {
			const response = await route.fetch();
			await route.fulfill({ json: { ...(await response.json()), format: 99 } });
		});
		await page.goto('./');
		await expect(page.getByText(/newer version of the page/)).toBeVisible();
	});

	test('an index that cannot be fetched leaves browsing, and shows nothing as a result', async ({
		page
	}) => {
		await page.route('**/data/index/**', (route) => route.abort());
		await open(page);
		await expectCount(page, 26);
		await search(page).fill('strike');
		const alert = page.getByRole('alert').filter({ hasText: 'index' });
		await expect(alert).toBeVisible();
		await expect(alert).not.toContainText(/undefined|Error:|\.js/);
		await expect(results(page).getByRole('listitem')).toHaveCount(0);
		await search(page).fill('');
		await expectCount(page, 26);
	});

	test('when the index can be had again, a press makes the page search and count', async ({
		page
	}) => {
		// The texts too: with them read ahead the page would ask again by itself.
		const withheld = /\/data\/(index|texts)\//;
		await page.context().route(withheld, (route) => route.abort());
		await open(page, './?q=strike');
		const again = page.getByRole('button', { name: 'Try again' });
		await expect(again).toBeVisible();
		await page.waitForTimeout(1000);
		await page.context().unroute(withheld);
		await again.click();
		await expectCount(page, 14);
		await expect(status(page)).toContainText('57 matches');
	});

	test('a worker that cannot start is replaced by the page, which says so', async ({ page }) => {
		await page.addInitScript(() => {
			(window as unknown as { Worker: unknown }).Worker = class {
				constructor() {
					throw new Error('no workers here');
				}
			};
		});
		await open(page);
		await search(page).fill('strike');
		await expectCount(page, 14);
		await expect(page.getByText(/search runs on the page itself/)).toBeVisible();
	});

	test('a part of the page that cannot be fetched is said where it was wanted', async ({
		page
	}) => {
		await open(page);
		const parts = '**/_app/immutable/{nodes,chunks}/**';
		await page.route(parts, (route) => route.abort());
		await page.getByRole('link', { name: 'About' }).first().click();
		await expect(page.getByText(/could not be fetched\. Check the connection/)).toBeVisible();
		await expect(page.locator('main')).not.toContainText(/Internal Error|\.js/);
	});

	test('lines as filed that cannot be fetched are asked for in a sentence', async ({ page }) => {
		await open(page, './article/2022-05-16-ice-has-created-a-surveillance-dragnet/');
		await page.route('**/data/seeds/**', (route) => route.fulfill({ status: 404, body: '' }));
		await page.getByText('See the lines as filed').click();
		await expect(page.getByText(/seeds\/0\.txt could not be fetched\. Check/)).toBeVisible();
	});

	test('without a network after the first load, searching goes on', async ({ page, context }) => {
		await open(page);
		await search(page).fill('strike');
		await expectCount(page, 14);
		// The index counts articles at once; matches are counted when the texts have been read ahead, and the load has ended.
		await expect(status(page)).toContainText('57 matches');
		await context.setOffline(true);
		await search(page).fill('refinery');
		await expect(results(page).locator('mark').first()).toHaveText(/refiner/i);
		await context.setOffline(false);
	});
});
