import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

// Another port lets two checkouts be tested at the same time.
const port = Number(process.env['TEST_PORT'] ?? 4199);

// Drives the built site; `npm test` builds it beforehand, and so must whoever runs these alone.
export default defineConfig({
	testDir: 'tests/browser',
	outputDir: 'test-results/browser',
	workers: 2,
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
		trace: 'retain-on-failure'
	},
	webServer: {
		command: `node scripts/preview.mjs --port ${port} --strict-port`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: !process.env['CI']
	}
});
