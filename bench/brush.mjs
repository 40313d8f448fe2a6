// How long script runs in each frame while a reader drags over the timeline.
import { serveCounting } from './site.mjs';
import { atMost, percentile } from './table.mjs';

const steps = 160;

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./site.mjs').BuiltSite} site
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureBrush(browser, { folder, articles }) {
	const server = await serveCounting(folder);
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(server.address);
	await page.waitForLoadState('networkidle');
	const times = await dragTimeline(page);
	await page.close();
	server.close();
	const name = `Brush drag, script a frame, ${articles.toLocaleString('en')} articles`;
	return [
		atMost(`${name}, p50`, percentile(times, 0.5), 'ms'),
		atMost(`${name}, p99`, percentile(times, 0.99), 'ms', 16)
	];
}

/**
 * Drags over the timeline of a page that has come to rest.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number[]>} milliseconds of script in each frame
 */
export async function dragTimeline(page) {
	// d3-brush names what it listens on.
	const brush = page.locator('figure .overlay').first();
	await brush.scrollIntoViewIfNeeded();
	const area = await brush.boundingBox();
	if (!area) throw new Error('The timeline has no brush.');
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const scriptMs = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
	};
	const y = area.y + area.height / 2;
	await page.mouse.move(area.x + area.width * 0.1, y);
	await page.mouse.down();
	/** @type {number[]} */
	const times = [];
	for (let step = 1; step <= steps; step++) {
		const before = await scriptMs();
		// There and back again, so that the selection grows and shrinks.
		const share = 0.1 + 0.8 * Math.abs(Math.sin((step / steps) * Math.PI * 1.5));
		await page.mouse.move(area.x + area.width * share, y);
		await page.evaluate(
			() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
		);
		times.push((await scriptMs()) - before);
	}
	await page.mouse.up();
	// A drag that chose nothing would be quick.
	await page.locator('figure text.label').first().waitFor();
	return times;
}
