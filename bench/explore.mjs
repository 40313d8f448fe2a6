// npm run bench:explore: how fast the views follow a hand, over invented archives. Not a test: times depend on the machine,
// and on what else it does meanwhile.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installBrowser } from '../scripts/browser.mjs';
import { install } from '../scripts/install.mjs';
import { Refusal, command, describeCount, readOptions, step } from '../scripts/terminal.mjs';
import { root } from '../scripts/tool.mjs';
import { atMost, printTable } from './table.mjs';

const usage = 'npm run bench:explore -- [--articles 10000,150000] [--tallies]';
const sizes = '10000,150000';

/** @typedef {import('./table.mjs').Row} Row */

/** @param {number} articles @returns {Promise<{ drag: [number, number], own: number, peer: number }>} */
async function measureTallies(articles) {
	const script = join(root, 'bench', 'explore', 'tallies.mjs');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--import', 'tsx', script, String(articles)],
		{ cwd: root }
	);
	return JSON.parse(stdout);
}

/** What is counted, without a page. @param {number} articles @returns {Promise<Row[]>} */
async function tallyRows(articles) {
	const { drag, own, peer } = await measureTallies(articles);
	const many = describeCount(articles, 'article');
	return [
		atMost(`Every tally of a drag, ${many}, p50`, drag[0], 'ms'),
		atMost(`Every tally of a drag, ${many}, p95`, drag[1], 'ms', 8),
		atMost(`A fresh selection, ${many}: crossfilter2, p50`, peer, 'ms'),
		// Not slower than the peer in the same run.
		{ ...atMost(`A fresh selection, ${many}: ours, p50`, own, 'ms', peer), bar: 'not above' }
	];
}

await command(async () => {
	const options = readOptions(
		{ articles: { type: 'string', default: sizes }, tallies: { type: 'boolean', default: false } },
		usage
	);
	const asked = String(options.articles).split(',').map(Number);
	if (asked.some((articles) => !Number.isInteger(articles) || articles < 1))
		throw new Refusal(`--articles takes whole numbers with commas between. ${usage}`);
	delete process.env['SEEDS'];
	delete process.env['BASE_PATH'];
	await install();
	await install(join(root, 'bench'));
	/** @type {Row[]} */
	const rows = [];
	for (const articles of asked) {
		const many = describeCount(articles, 'article');
		rows.push(
			...(await step(
				'Tallies',
				() => tallyRows(articles),
				() => many
			))
		);
	}
	if (!options.tallies) {
		await installBrowser();
		// Imported late: none of these can be loaded before what they need is installed.
		const { chromium } = await import('@playwright/test');
		const { launchOptions } = await import('../scripts/chromium.mjs');
		const { buildInvented, buildSeeds } = await import('./site.mjs');
		const { measureChart, measureDrag } = await import('./explore/page.mjs');
		const sites = [];
		for (const articles of asked) sites.push(await buildInvented(articles));
		// Last, so that build/ is left holding the repository's own.
		const seeds = await buildSeeds();
		const browser = await chromium.launch(launchOptions());
		const first = await step('First chart', () => measureChart(browser, seeds));
		rows.push(atMost(`First chart, ${describeCount(seeds.articles, 'article')}`, first, 'ms'));
		for (const site of sites) {
			const many = describeCount(site.articles, 'article');
			const chart = await step(
				'First chart',
				() => measureChart(browser, site),
				() => many
			);
			rows.push(atMost(`First chart, ${many}, later by`, chart - first, 'ms', 300));
			rows.push(
				...(await step(
					'Drag',
					() => measureDrag(browser, site),
					() => many
				))
			);
		}
		await browser.close();
	}
	console.log();
	printTable(rows);
});
