import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

// Another port lets two checkouts be tested at the same time.
const port = Number(process.env['TEST_PORT'] ?? 4199);

// Drives the built sites; `npm test -- --only build` makes them beforehand. The second, of a curated fixture, is
// served on the next port.
const serve = (folder: string, at: number) => ({
	command: `node scripts/preview.mjs --folder ${folder} --port ${at} --strict-port`,
	url: `http://localhost:${at}/`,
	reuseExistingServer: !process.env['CI']
});
const curated = 'test-results/curated';

export default defineConfig({
	testDir: 'tests/browser',
	outputDir: 'test-results/browser',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
	use: {
		baseURL: `http://localhost:${port}/`,
		browserName: 'chromium',
		launchOptions: launchOptions(),
		viewport: { width: 1440, height: 900 },
		locale: 'en-GB',
		timezoneId: 'UTC',
		// What a test withholds from a page must not come from a copy; offline.spec.ts lets it.
		serviceWorkers: 'block',
		// A fifth of the time of every test; to look at one that fails: npx playwright test <file> --trace on.
		trace: 'off'
	},
	webServer: [
		serve('build', port),
		// Whoever built the site alone can drive it alone.
		...(existsSync(curated) ? [serve(curated, port + 1)] : [])
	]
});
