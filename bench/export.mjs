// How long it takes to export every article in each format, how long the page is kept from its turn meanwhile, how often it
// tells how far it has got, and what is left of an export that is called off.
import { serveCounting } from './site.mjs';
import { atMost, exactly } from './table.mjs';

/** @typedef {{ tasks: number[], told: number }} Watched */

/** So many are to be exported within three seconds, in any format. */
const inBar = 10_000;

/** Runs in the page: keeps every long task, and how often a progress bar moved. */
function watchPage() {
	/** @type {Watched} */
	const watched = { tasks: [], told: 0 };
	Object.assign(globalThis, { watched });
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) watched.tasks.push(duration);
	}).observe({ type: 'longtask' });
	new MutationObserver((changes) => {
		if (changes.some(({ target }) => target instanceof HTMLProgressElement)) watched.told += 1;
	}).observe(document, { subtree: true, attributes: true });
}

/** Runs in the page: the longest task since the last call, 0 where none took 50 ms, and how often progress was told. */
function readWatched() {
	const { watched } = /** @type {{ watched: Watched }} */ (/** @type {unknown} */ (globalThis));
	const { told } = watched;
	watched.told = 0;
	return { longest: Math.max(0, ...watched.tasks.splice(0)), told };
}

/**
 * The panel of a site, open; `close` ends it.
 * @param {import('@playwright/test').Browser | import('@playwright/test').BrowserContext} browser
 * @param {import('./site.mjs').BuiltSite} site
 */
async function openPanel(browser, { folder }) {
	const server = await serveCounting(folder);
	const page = await browser.newPage();
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.addInitScript(watchPage);
	await page.goto(server.address);
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const panel = page.getByRole('dialog', { name: /^Export/ });
	const buttons = panel.locator('ul').first().getByRole('button').filter({ hasNotText: 'Print' });
	await buttons.first().waitFor();
	const close = async () => {
		await page.close();
		server.close();
	};
	return { page, panel, buttons, close };
}

/**
 * @param {import('@playwright/test').Browser | import('@playwright/test').BrowserContext} browser
 * @param {import('./site.mjs').BuiltSite} site
 * @param {RegExp} [only] formats by what their buttons say
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureExport(browser, site, only = /^/) {
	const { articles } = site;
	const { page, panel, buttons, close } = await openPanel(browser, site);
	/** @type {import('./table.mjs').Row[]} */
	const rows = [];
	for (const button of await buttons.all()) {
		const label = ((await button.textContent()) ?? '').trim().replace(/\s+/g, ' ');
		if (!only.test(label)) continue;
		await page.evaluate(readWatched);
		const started = performance.now();
		const coming = page.waitForEvent('download', { timeout: 120_000 });
		// A browser may have no room for a very large file; then the page says so, and that is an answer, too.
		const refused = panel.getByRole('alert').textContent({ timeout: 120_000 });
		for (const each of [coming, refused]) each.catch(() => undefined);
		await button.click();
		const outcome = await Promise.race([coming, refused]);
		const took = performance.now() - started;
		const { longest, told } = await page.evaluate(readWatched);
		const isFile = outcome !== null && typeof outcome === 'object';
		if (isFile) await outcome.delete();
		else if (articles <= inBar) throw new Error(`${label}: ${outcome}`);
		const name = `Export of ${articles.toLocaleString('en')} articles, ${label}`;
		rows.push(
			atMost(
				isFile ? name : `${name}: “${outcome}”`,
				took,
				'ms',
				articles <= inBar ? 3000 : undefined
			),
			atMost('  longest task, where over 50 ms', longest, 'ms', 50)
		);
		if (articles > inBar)
			rows.push(
				atMost('  time between two steps of its progress', took / Math.max(1, told), 'ms', 1000)
			);
	}
	await close();
	return rows;
}

/**
 * An export with all texts, called off when it is under way.
 * @param {import('@playwright/test').Browser | import('@playwright/test').BrowserContext} browser
 * @param {import('./site.mjs').BuiltSite} site
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureCancel(browser, site) {
	const { page, panel, buttons, close } = await openPanel(browser, site);
	let downloads = 0;
	page.on('download', () => (downloads += 1));
	await buttons.filter({ hasText: /^\s*JSON with/ }).click();
	await panel.locator('progress[value]').waitFor({ timeout: 60_000 });
	const started = performance.now();
	await panel.getByRole('button', { name: 'Cancel' }).click();
	await panel.getByText('Cancelled: nothing was saved.').waitFor();
	const took = performance.now() - started;
	// Were it still going on, it would come to its end by then.
	await page.waitForTimeout(2000);
	await close();
	return [
		atMost('An export called off, until the page says so', took, 'ms', 1000),
		exactly('  files saved', downloads, 0)
	];
}
