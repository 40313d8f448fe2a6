// node bench/concordance.mjs: the concordance of a word of 50,000 lines and more, under a scrolling hand and in every order.
// Counted is processor time of the page's thread, from a trace: what else the machine does lengthens a wait, not this.
import { join } from 'node:path';
import { installBrowser } from '../scripts/browser.mjs';
import { install } from '../scripts/install.mjs';
import { command, folderOf, readOptions, step } from '../scripts/terminal.mjs';
import { root } from '../scripts/tool.mjs';
import { atMost, percentile, printTable } from './table.mjs';

const usage = 'node bench/concordance.mjs [--site <a build of invented articles>] [--query of]';
const articles = 2000;
/** What no task may take, in milliseconds of processor time. */
const mostTask = 100;
/** Steps of the wheel, and pixels of each. */
const wheel = { steps: 60, pixels: 600 };
/** Places that the scroll bar is pulled to, as shares of the page. */
const pulls = [0.5, 0.1, 0.9, 0.3, 0.7, 1, 0];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: Record<string, any> }} Event of a trace; times in microseconds */

/**
 * Every task of the page's thread while something is done: milliseconds of processor time.
 * @param {Page} page @param {() => Promise<unknown>} act @returns {Promise<number[]>}
 */
async function tasksOf(page, act) {
	const session = await page.context().newCDPSession(page);
	/** @type {Event[]} */
	const events = [];
	session.on('Tracing.dataCollected', ({ value }) => {
		events.push(.../** @type {any[]} */ (value));
	});
	const categories = ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'];
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['__metadata', 'blink.user_timing', ...categories] }
	});
	// Tells which of the threads is the page's.
	await page.evaluate(() => performance.mark('here'));
	await act();
	const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
	await session.send('Tracing.end');
	await done;
	await session.detach();
	const here = events.find(({ name }) => name === 'here');
	if (!here) throw new Error('The trace does not say which thread is the page’s.');
	return events
		.filter(({ name, pid, tid }) => /RunTask$/.test(name) && pid === here.pid && tid === here.tid)
		.map(({ tdur = 0 }) => tdur / 1000);
}

/** Waits until two frames have passed in which no row came or went. @param {Page} page */
const settled = (page) =>
	page.evaluate(
		() =>
			new Promise((resolve) => {
				const rows = () => document.querySelectorAll('[role="grid"] [data-item]').length;
				let before = rows();
				let still = 0;
				const look = () => {
					const now = rows();
					still = now === before ? still + 1 : 0;
					before = now;
					if (still > 3) resolve(now);
					else requestAnimationFrame(look);
				};
				requestAnimationFrame(look);
			})
	);

const rowsOf = (/** @type {Page} */ page) => page.locator('[role="grid"] [data-item]').count();
/** What stands in the lines. @param {Page} page */
const shownOf = (page) => page.locator('[role="grid"]').textContent();
const sum = (/** @type {number[]} */ values) => values.reduce((all, one) => all + one, 0);

/** @param {Page} page @param {string} address of the concordance */
async function measure(page, address) {
	await page.goto(address);
	const status = page.getByRole('status').filter({ hasText: /\d lines?\b/ });
	const whole = /^\s*[\d,]+ lines? from/;
	const reading = await tasksOf(page, async () => {
		for (;;) {
			const on = page.getByRole('button', { name: 'Read on' });
			const end = page.getByRole('status').filter({ hasText: whole });
			await on.or(end).waitFor({ timeout: 300_000 });
			if (await end.isVisible()) break;
			await on.click();
		}
		await settled(page);
	});
	const said = (await status.textContent())?.replace(/\s+/g, ' ').trim() ?? '';
	const lines = Number(/[\d,]+(?= lines)/.exec(said)?.[0].replaceAll(',', ''));
	/** @type {import('./table.mjs').Row[]} */
	const rows = [atMost('While lines are read, longest task', Math.max(...reading), 'ms', mostTask)];
	let most = await rowsOf(page);
	for (const grouping of ['article', 'one']) {
		await page.getByLabel('Group lines').selectOption(grouping);
		const grouped = grouping === 'article' ? 'grouped' : 'one list';
		for (const order of ['byline', 'date', 'word before', 'word after']) {
			const before = await shownOf(page);
			const tasks = await tasksOf(page, async () => {
				await page.getByRole('button', { name: order, exact: true }).click();
				await page.waitForFunction(
					(text) => document.querySelector('[role="grid"]')?.textContent !== text,
					before,
					{ timeout: 60_000 }
				);
				await settled(page);
			});
			rows.push(
				atMost(`By ${order}, ${grouped}, longest task`, Math.max(...tasks), 'ms', mostTask)
			);
		}
		/** @type {number[]} */
		const all = [];
		/** @type {number[]} */
		const each = [];
		await page.locator('[role="grid"]').hover({ position: { x: 200, y: 200 } });
		for (let at = 0; at < wheel.steps; at += 1) {
			const tasks = await tasksOf(page, async () => {
				await page.mouse.wheel(0, wheel.pixels);
				await settled(page);
			});
			all.push(...tasks);
			each.push(sum(tasks));
			most = Math.max(most, await rowsOf(page));
		}
		for (const share of pulls) {
			const tasks = await tasksOf(page, async () => {
				await page.evaluate(
					(to) => scrollTo(0, to * (document.documentElement.scrollHeight - innerHeight)),
					share
				);
				await settled(page);
			});
			all.push(...tasks);
			most = Math.max(most, await rowsOf(page));
		}
		rows.push(
			atMost(`A step of the wheel, ${grouped}, p50`, percentile(each, 0.5), 'ms'),
			atMost(`A step of the wheel, ${grouped}, p95`, percentile(each, 0.95), 'ms'),
			atMost(`Scrolling, ${grouped}, longest task`, Math.max(...all), 'ms', mostTask)
		);
	}
	rows.push({
		what: 'Rows in the document, at most',
		figure: String(most),
		bar: `of ${lines.toLocaleString('en')}`,
		met: null
	});
	return { said, rows };
}

await command(async () => {
	const options = readOptions(
		{ site: { type: 'string' }, query: { type: 'string', default: 'of' } },
		usage
	);
	await install();
	await install(join(root, 'bench'));
	await installBrowser();
	const { chromium } = await import('@playwright/test');
	const { launchOptions } = await import('../scripts/chromium.mjs');
	const { buildInvented, serveCounting } = await import('./site.mjs');
	const site = options.site ? { folder: folderOf(options.site) } : await buildInvented(articles);
	const server = await serveCounting(site.folder);
	const browser = await chromium.launch(launchOptions());
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const address = `${server.address}?q=${encodeURIComponent(String(options.query))}&view=concordance`;
	const measured = step(
		'Concordance',
		() => measure(page, address),
		({ said }) => said
	);
	const { rows } = await measured.finally(async () => {
		await browser.close();
		server.close();
	});
	console.log();
	printTable(rows);
});
