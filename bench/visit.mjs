// What a first visit costs: everything that is sent until the page has answered a first question.
import { serveCounting } from './site.mjs';
import { atMost } from './table.mjs';

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./site.mjs').BuiltSite} site
 * @param {string} query a word that is in the archive
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureVisit(browser, { folder, articles }, query) {
	const server = await serveCounting(folder);
	const page = await browser.newPage();
	await page.goto(server.address);
	await page.getByRole('searchbox', { name: 'Search' }).fill(query);
	// The count changes once the search has answered; the prerendered one is of all articles.
	await page
		.getByRole('status')
		.filter({ hasText: new RegExp(`^\\s*(?!${articles} )\\d+ of ${articles} articles`) })
		.first()
		.waitFor();
	const until = [...server.sent];
	await page.getByRole('list', { name: 'Results' }).locator('mark').first().waitFor();
	const marked = [...server.sent];
	await page.waitForLoadState('networkidle');
	const all = server.sent;
	/** Kilobytes over the wire with headers, or of the bodies alone. */
	const sum = (
		/** @type {import('./site.mjs').Sent[]} */ sent,
		pattern = /^/,
		/** @type {'bytes' | 'body'} */ what = 'bytes'
	) =>
		sent.filter(({ path }) => pattern.test(path)).reduce((total, each) => total + each[what], 0) /
		1000;
	await page.close();
	server.close();
	return [
		// Texts are read for excerpts only: the page has answered before the first of them is asked for.
		atMost('First visit, until it can search', sum(until, /^(?!.*\/data\/texts\/)/), 'kB', 260),
		atMost('  of it script, gzip', sum(until, /\.js$/, 'body'), 'kB', 110),
		atMost('  of it fonts', sum(until, /\.woff2$/), 'kB'),
		atMost('  of it data', sum(until, /\/data\/(?!texts)/), 'kB'),
		atMost('First visit, until its matches are marked', sum(marked), 'kB'),
		atMost('First visit, once all is quiet', sum(all), 'kB')
	];
}
