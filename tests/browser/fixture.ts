/**
 * The `test` that every browser test uses: it fails on any console error, any error thrown in the page, and any
 * request to another host, whatever else it looks at.
 */
import { expect, test as base, type Page } from '@playwright/test';

/** Collects what a page must never do; give it each page that a test opens beside its own. */
export function watch(page: Page, origin: string | undefined): string[] {
	const faults: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		const own =
			['data:', 'blob:', 'file:', 'about:'].includes(url.protocol) || url.origin === origin;
		if (!own) faults.push(`request to another host: ${request.url()}`);
	});
	return faults;
}

/**
 * A test that means to provoke an error names it: `test.use({ allowed: /404/ })`.
 */
export const test = base.extend<{ allowed: RegExp; faultless: void }>({
	// What matches nothing: no error is allowed.
	allowed: [/(?!)/, { option: true }],
	faultless: [
		async ({ page, baseURL, allowed }, use) => {
			const faults = watch(page, baseURL && new URL(baseURL).origin);
			await use();
			const unexpected = faults.filter((fault) => !allowed.test(fault));
			expect(unexpected, 'what the page must never do').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
