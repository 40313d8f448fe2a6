// What a reader of a built site waits for: the first chart, and each frame of a drag.
import { dragTimeline } from '../brush.mjs';
import { serveCounting } from '../site.mjs';
import { atMost, percentile } from '../table.mjs';

/** Each on an empty cache, after one with which the host has compressed what it serves; the middle one counts. */
const visits = 5;
const heapMegabytes = 150;

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('../site.mjs').BuiltSite} BuiltSite */

/**
 * When the chart is complete: its marks are drawn and the page answers to the reader. In milliseconds since the visit began.
 * @param {Browser} browser
 * @param {BuiltSite} site
 * @returns {Promise<number>}
 */
export async function measureChart(browser, { folder }) {
	const server = await serveCounting(folder);
	const times = [];
	for (let visit = 0; visit <= visits; visit++) {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		await page.addInitScript(() => {
			const look = () => {
				const drawn = document.querySelector('figure .picture svg :is(path, rect)');
				// What the brush listens on: put there when the page has come to life.
				const alive = document.querySelector('figure .overlay');
				if (drawn && alive) performance.mark('chart');
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
		await page.goto(server.address);
		const at = await page.waitForFunction(
			() => performance.getEntriesByName('chart')[0]?.startTime
		);
		if (visit > 0) times.push(Number(await at.jsonValue()));
		await page.close();
	}
	server.close();
	return percentile(times, 0.5);
}

/**
 * A drag over the timeline: script a frame, tasks over 50 ms, and the page's heap after it.
 * @param {Browser} browser
 * @param {BuiltSite} site
 * @returns {Promise<import('../table.mjs').Row[]>}
 */
export async function measureDrag(browser, { folder, articles }) {
	const server = await serveCounting(folder);
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(server.address);
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => {
		/** @type {number[]} */
		const tasks = [];
		Object.assign(window, { longTasks: tasks });
		new PerformanceObserver((list) =>
			tasks.push(...list.getEntries().map(({ duration }) => duration))
		).observe({ type: 'longtask' });
	});
	const times = await dragTimeline(page);
	/** @type {number[]} */
	const long = await page.evaluate(() => Reflect.get(window, 'longTasks'));
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	await session.send('Performance.enable');
	const { metrics } = await session.send('Performance.getMetrics');
	const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
	await page.close();
	server.close();
	const many = `${articles.toLocaleString('en')} articles`;
	return [
		atMost(`Drag, ${many}, script a frame, p95`, percentile(times, 0.95), 'ms', 16),
		atMost(`Drag, ${many}, longest task`, Math.max(0, ...long), 'ms', 50),
		atMost(`Heap of the page, ${many}`, heap / 1e6, 'MB', heapMegabytes)
	];
}
