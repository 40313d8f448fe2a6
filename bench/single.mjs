// How soon the one file is of use, opened from disk: its list on the screen, and an answer to a first word.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atMost } from './table.mjs';

/**
 * Runs in the page: notes, in milliseconds since the file was opened, when the first result was painted and when the list
 * first showed a match.
 */
function watchOpening() {
	/** @type {{ list: number | null, answer: number | null }} */
	const seen = { list: null, answer: null };
	Object.assign(window, { seen });
	const look = () => {
		const now = performance.now();
		if (document.querySelector('.result')) seen.list ??= now;
		if (document.querySelector('.result mark')) seen.answer ??= now;
		if (seen.answer === null) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/**
 * @param {import('@playwright/test').Browser | import('@playwright/test').BrowserContext} browser
 * @param {import('./site.mjs').BuiltSite} site built with its one file
 * @param {string} query a word that is in the archive
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureSingle(browser, { folder }, query) {
	const file = join(folder, 'archive.html');
	const page = await browser.newPage();
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.addInitScript(watchOpening);
	await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
	// Typed as soon as there is a field, as by somebody who knows what he wants.
	await page.locator('.result').first().waitFor({ timeout: 60_000 });
	await page.getByRole('searchbox', { name: 'Search' }).fill(query);
	await page.locator('.result mark').first().waitFor({ timeout: 60_000 });
	const { list, answer } = await page.evaluate(
		() =>
			/** @type {{ seen: { list: number, answer: number } }} */ (/** @type {unknown} */ (window))
				.seen
	);
	await page.close();
	const size = `${Math.round(statSync(file).size / 1e6)} MB`;
	return [
		atMost(`One file of ${size} from disk, until its list is on the screen`, list, 'ms', 3000),
		atMost('  until a first word is answered, with its matches', answer, 'ms', 6000)
	];
}
