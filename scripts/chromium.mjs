// Which Chromium the tests drive: CHROMIUM_PATH, else Playwright's own download, else one of the system's.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** @returns {string | null} the path of a browser that exists, or null */
export function findChromium() {
	const asked = process.env['CHROMIUM_PATH'];
	if (asked) return existsSync(asked) ? asked : null;
	const own = chromium.executablePath();
	if (own && existsSync(own)) return own;
	return systemPaths.find((path) => existsSync(path)) ?? null;
}

/** Options for Playwright's `launch`: the sandbox goes only where the user is root, who cannot have one. */
export function launchOptions() {
	const executablePath = findChromium();
	const root = process.getuid?.() === 0;
	return {
		...(executablePath ? { executablePath } : {}),
		args: [
			'--disable-background-networking',
			'--disable-component-update',
			'--no-first-run',
			...(root ? ['--no-sandbox'] : [])
		]
	};
}
