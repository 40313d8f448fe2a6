// npm run bench:large: the one file with 50 MB of text, opened from disk, and an export of 150,000 articles. Not a test:
// times depend on the machine, and on what else it does meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowser } from '../scripts/browser.mjs';
import { install } from '../scripts/install.mjs';
import { command, readOptions, step } from '../scripts/terminal.mjs';

/** So many invented articles are 50 MB of text. */
const inFile = 13_600;
/** At least so many are exported at once. */
const inExport = 150_000;

delete process.env['SEEDS'];
delete process.env['BASE_PATH'];

await command(async () => {
	readOptions({}, 'npm run bench:large');
	await install();
	await installBrowser();
	// Imported late: none of these can be loaded before what they need is installed.
	const { chromium } = await import('@playwright/test');
	const { launchOptions } = await import('../scripts/chromium.mjs');
	const { buildInvented } = await import('./site.mjs');
	const { measureExport, measureCancel } = await import('./export.mjs');
	const { measureSingle } = await import('./single.mjs');
	const { repeatSite } = await import('./repeat.mjs');
	const { printTable } = await import('./table.mjs');

	const site = await buildInvented(inFile, true);
	const large = repeatSite(site, inExport, `${site.folder}-repeated`);
	// With a profile of its own, as readers have one: without, a browser holds in memory what it would put on the disk.
	const profile = mkdtempSync(join(tmpdir(), 'hemeroteca-bench-'));
	process.on('exit', () => rmSync(profile, { recursive: true, force: true }));
	const browser = await chromium.launchPersistentContext(profile, launchOptions());
	const rows = [
		...(await step('One file', () => measureSingle(browser, site, 'lighthouse'))),
		...(await step('Export', () => measureExport(browser, large, /^(CSV,|JSON with)/))),
		...(await step('Cancel', () => measureCancel(browser, large)))
	];
	await browser.close();
	console.log();
	printTable(rows);
});
