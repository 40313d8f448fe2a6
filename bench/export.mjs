// How long it takes to export every article in each format, and how long the page is kept from its turn meanwhile.
import { serveCounting } from './site.mjs';
import { atMost } from './table.mjs';

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./site.mjs').BuiltSite} site
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureExport(browser, { folder, articles }) {
	const server = await serveCounting(folder);
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.addInitScript(() => {
		const tasks = /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (globalThis));
		tasks.tasks = [];
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.tasks.push(duration);
		}).observe({ type: 'longtask' });
	});
	/** The longest task since the last call; 0 where none took 50 ms, below which the browser does not tell. */
	const longest = () =>
		page.evaluate(() => {
			const tasks = /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (globalThis));
			return Math.max(0, ...tasks.tasks.splice(0));
		});
	await page.goto(server.address);
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Export' }).click();
	const formats = page.getByRole('dialog', { name: /^Export/ }).locator('ul').first();
	await formats.getByRole('button').first().waitFor();
	/** @type {import('./table.mjs').Row[]} */
	const rows = [];
	for (const button of await formats.getByRole('button').all()) {
		const label = ((await button.textContent()) ?? '').trim().replace(/\s+/g, ' ');
		await longest();
		const started = performance.now();
		const coming = page.waitForEvent('download', { timeout: 300_000 });
		await button.click();
		const download = await coming;
		const name = `Export of ${articles.toLocaleString('en')} articles, ${label}`;
		rows.push(
			atMost(name, performance.now() - started, 'ms', 3000),
			atMost('  longest task, where over 50 ms', await longest(), 'ms', 50)
		);
		await download.delete();
	}
	await page.close();
	server.close();
	return rows;
}
