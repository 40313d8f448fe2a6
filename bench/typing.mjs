// From a keystroke to the paint of its results, as the reader's eye has it: queueing, worker, drawing and all.
import { serveCounting } from './site.mjs';
import { atMost, percentile } from './table.mjs';

/** Between keystrokes: so long that no change is taken for the next one's, the late one of the address included. */
const paceMs = 500;

/** Runs in the page: notes when each keystroke's event was made, and when its last change to the list was painted. */
function watchTyping(/** @type {number} */ restMs) {
	/** @type {{ typed: number, painted: number | null }[]} */
	const strokes = [];
	Object.assign(window, { strokes });
	const painted = () =>
		requestAnimationFrame(() => {
			// A message sent inside a frame arrives after that frame was painted.
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				const stroke = strokes.at(-1);
				const now = performance.now();
				// Rows below the fold are drawn when the hand has rested; nobody waits for them.
				if (stroke && now - stroke.typed < restMs) stroke.painted = now;
			};
			port2.postMessage(null);
		});
	// The list itself may come and go: an empty result has none.
	const watched = '[aria-label="Results"], [role="status"]';
	const isOurs = (/** @type {Node | null} */ node) => {
		const element = node instanceof Element ? node : (node?.parentElement ?? null);
		return Boolean(element?.closest(watched) ?? element?.querySelector(watched));
	};
	const observer = new MutationObserver((changes) => {
		const seen = changes.some(
			({ target, addedNodes, removedNodes }) =>
				(target instanceof Element ? target : target.parentElement)?.closest(watched) ||
				[...addedNodes, ...removedNodes].some(isOurs)
		);
		if (seen) painted();
	});
	observer.observe(document.body, { childList: true, subtree: true, characterData: true });
	document.addEventListener(
		'input',
		(event) => strokes.push({ typed: event.timeStamp, painted: null }),
		true
	);
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./site.mjs').BuiltSite} site
 * @param {string[]} queries
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureTyping(browser, { folder, articles }, queries) {
	const server = await serveCounting(folder);
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.goto(server.address);
	await page.waitForLoadState('networkidle');
	const box = page.getByRole('searchbox', { name: 'Search' });
	// A first question wakes the worker; what that costs is the first visit's, not the typist's.
	await box.fill(queries[0] ?? 'a');
	await page.waitForTimeout(1500);
	await box.fill('');
	await page.waitForTimeout(500);
	await page.evaluate(watchTyping, paceMs - 50);
	for (const query of queries) {
		await box.click();
		await box.pressSequentially(query, { delay: paceMs });
		await page.waitForTimeout(paceMs);
		await box.fill('');
		await page.waitForTimeout(paceMs);
	}
	/** @type {{ typed: number, painted: number | null }[]} */
	const strokes = await page.evaluate('window.strokes');
	await page.close();
	server.close();
	// A keystroke that changes nothing (the same results again) paints nothing.
	const times = strokes.flatMap(({ typed, painted }) =>
		painted === null ? [] : [painted - typed]
	);
	const name = `Keystroke to paint, ${articles.toLocaleString('en')} articles`;
	return [
		atMost(`${name}, p50 of ${times.length}`, percentile(times, 0.5), 'ms'),
		atMost(`${name}, p95`, percentile(times, 0.95), 'ms', 50),
		atMost(`${name}, p99`, percentile(times, 0.99), 'ms')
	];
}
