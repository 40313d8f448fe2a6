// Sees to it that the tests have a Chromium: nothing to do where one is found, else the system's package, else
// Playwright's own download.
import { existsSync, readFileSync } from 'node:fs';
import { Refusal, command, isCommand } from './terminal.mjs';
import { run, toolPath } from './tool.mjs';

async function found() {
	// Imported late: the module needs Playwright, which may have been installed a moment ago.
	const { findChromium } = await import('./chromium.mjs');
	return findChromium();
}

/** Root on Debian, whose package is a plain Chromium; Ubuntu's of the same name only points to another store. */
function isDebianRoot() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
	const about = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	return !/^ID="?ubuntu/m.test(about);
}

/** The package lists may be old or missing at first: once more, if it fails. */
async function installPackage() {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	for (let tries = 0; tries < 2; tries++) {
		await run('apt-get', ['update'], { env, show: 'stderr' });
		const args = ['install', '-y', '--no-install-recommends', 'chromium'];
		const { code } = await run('apt-get', args, { env, show: 'stderr' });
		if (code === 0) return;
	}
}

/** Makes sure of a Chromium, or refuses with what to do. */
export async function installBrowser() {
	if (await found()) return;
	if (process.env['CHROMIUM_PATH']) {
		throw new Refusal(`CHROMIUM_PATH names no file: ${process.env['CHROMIUM_PATH']}`);
	}
	console.error('The tests need a Chromium; installing one …');
	if (isDebianRoot()) await installPackage();
	if (await found()) return;
	const args = [toolPath('playwright'), 'install', 'chromium'];
	await run(process.execPath, args, { show: 'stderr' });
	if (await found()) return;
	throw new Refusal(
		'The tests need a Chromium, and none could be installed. Install Chromium or Chrome and, if it is in an unusual place, set CHROMIUM_PATH to its program.'
	);
}

if (isCommand(import.meta.url)) await command(installBrowser);
