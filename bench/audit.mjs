// What the auditors say: Lighthouse of the built site on a desktop, axe of every kind of page in light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launchOptions } from '../scripts/chromium.mjs';
import { serveCounting, someArticle } from './site.mjs';
import { exactly } from './table.mjs';

/** @typedef {{ rows: import('./table.mjs').Row[], remarks: string[] }} Audit */

/**
 * @param {import('./site.mjs').BuiltSite} site
 * @param {string} query
 * @returns {Promise<Audit>}
 */
export async function auditSite({ folder }, query) {
	const server = await serveCounting(folder);
	const pages = {
		explorer: server.address,
		'explorer with a query': `${server.address}?q=${encodeURIComponent(query)}`,
		reader: `${server.address}article/${someArticle(folder)}/`
	};
	/** @type {Audit} */
	const audit = { rows: [], remarks: [] };
	for (const [name, address] of Object.entries({
		explorer: pages.explorer,
		reader: pages.reader
	})) {
		await runLighthouse(name, address, audit);
	}
	await runAxe(pages, audit);
	server.close();
	return audit;
}

/**
 * @param {string} name
 * @param {string} address
 * @param {Audit} audit
 */
async function runLighthouse(name, address, audit) {
	const port = 9300 + Math.floor(process.pid % 500);
	const options = launchOptions();
	const browser = await chromium.launch({
		...options,
		args: [...options.args, `--remote-debugging-port=${port}`]
	});
	const result = await lighthouse(
		address,
		{ port, output: 'json', logLevel: 'error' },
		desktopConfig
	);
	await browser.close();
	if (!result) throw new Error('Lighthouse gave no result.');
	for (const category of Object.values(result.lhr.categories)) {
		const score = Math.round((category.score ?? 0) * 100);
		audit.rows.push(exactly(`Lighthouse, ${name}, ${category.title.toLowerCase()}`, score, 100));
		for (const { id, weight } of category.auditRefs) {
			const found = result.lhr.audits[id];
			if (score < 100 && weight > 0 && found && found.score !== null && found.score < 1) {
				audit.remarks.push(`${name}: ${found.title} (${found.displayValue ?? found.score})`);
			}
		}
	}
}

/**
 * @param {Record<string, string>} pages
 * @param {Audit} audit
 */
async function runAxe(pages, audit) {
	const browser = await chromium.launch(launchOptions());
	for (const scheme of /** @type {const} */ (['light', 'dark'])) {
		const context = await browser.newContext({
			colorScheme: scheme,
			viewport: { width: 1440, height: 900 }
		});
		for (const [name, address] of Object.entries(pages)) {
			const page = await context.newPage();
			await page.goto(address);
			await page.waitForLoadState('networkidle');
			const { violations } = await new AxeBuilder({ page }).analyze();
			audit.rows.push(exactly(`axe violations, ${name}, ${scheme}`, violations.length, 0));
			for (const { id, help, nodes } of violations) {
				const where = nodes.map((node) => node.target.join(' ')).slice(0, 3);
				audit.remarks.push(`${name}, ${scheme}: ${help} (${id}) at ${where.join('; ')}`);
			}
			await page.close();
		}
		await context.close();
	}
	await browser.close();
}
