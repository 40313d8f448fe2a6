// npm run bench: measures the built site and prints each figure beside its bar. Not a test: figures depend on the
// machine, and on what else it does meanwhile.
import { installBrowser } from '../scripts/browser.mjs';
import { install } from '../scripts/install.mjs';
import { command, readOptions, step } from '../scripts/terminal.mjs';
import { root } from '../scripts/tool.mjs';
import { join } from 'node:path';

const invented = 2000;
/** Articles that are exported at once. */
const inExport = 10_000;
/** Words of the seeds, from common to rare, one and several. */
const seedQueries = [
	'strike',
	'surveillance',
	'nurses union',
	'öcalan',
	'"working class"',
	'tariffs china'
];
const inventedQueries = [
	'harbour',
	'workers strike',
	'lighthouse',
	'old bridge',
	'"the council"',
	'trial verdict'
];

delete process.env['SEEDS'];
delete process.env['BASE_PATH'];

await command(async () => {
	readOptions({}, 'npm run bench');
	await install();
	await install(join(root, 'bench'));
	await installBrowser();
	// Imported late: none of these can be loaded before what they need is installed.
	const { chromium } = await import('@playwright/test');
	const { launchOptions } = await import('../scripts/chromium.mjs');
	const { buildInvented, buildMapped, buildSites } = await import('./site.mjs');
	const { measureExtra } = await import('./extra.mjs');
	const { measureExport } = await import('./export.mjs');
	const { measureVisit } = await import('./visit.mjs');
	const { measureTyping } = await import('./typing.mjs');
	const { measureBrush } = await import('./brush.mjs');
	const { auditSite } = await import('./audit.mjs');
	const { measureIngest } = await import('./ingest.mjs');
	const { printTable } = await import('./table.mjs');

	const ingest = await step('Ingest', () => measureIngest());
	const exported = await buildInvented(inExport);
	const mapped = await buildMapped();
	const { small, large } = await buildSites(invented);
	const browser = await chromium.launch(launchOptions());
	const rows = [
		...ingest,
		...(await step('First visit', () => measureVisit(browser, small, 'strike'))),
		...(await step('First visit', () => measureExtra(browser, mapped))),
		...(await step('Typing', () => measureTyping(browser, small, seedQueries))),
		...(await step('Typing', () => measureTyping(browser, large, inventedQueries))),
		...(await step('Brush', () => measureBrush(browser, small))),
		...(await step('Brush', () => measureBrush(browser, large))),
		...(await step('Export', () => measureExport(browser, exported)))
	];
	await browser.close();
	const audit = await step('Audits', () => auditSite(small, 'strike'));
	console.log();
	printTable([...rows, ...audit.rows]);
	for (const remark of audit.remarks) console.log(`\n  ${remark}`);
});
