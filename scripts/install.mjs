// Installs what is missing before anything else runs, so that a fresh clone needs no `npm install`. Imports nothing
// that is not Node's own or beside it; does nothing, fast, where all is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, command, isCommand } from './terminal.mjs';
import { root, run } from './tool.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Package
 * @typedef {{ packages: Record<string, Package> }} Lock
 */

/**
 * Whether this Node can run the project.
 * @param {string} version e.g. `20.19.0`
 */
export function isNodeEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major === 20) return minor >= 19;
	if (major === 22) return minor >= 12;
	return major > 22;
}

/**
 * Whether what npm has put into a folder is what its lock file asks for. npm writes its own record last, so an
 * install that was broken off counts as missing. Packages for other systems may lawfully be absent.
 * @param {string} folder that holds package-lock.json and node_modules
 */
export function isInstalled(folder) {
	const lockPath = join(folder, 'package-lock.json');
	const recordPath = join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(recordPath)) return false;
	if (!existsSync(lockPath)) return true;
	/** @type {Lock} */
	const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
	/** @type {Lock} */
	const record = JSON.parse(readFileSync(recordPath, 'utf8'));
	return Object.entries(lock.packages).every(([path, wanted]) => {
		if (path === '') return true;
		const found = record.packages[path];
		return found ? found.version === wanted.version : Boolean(wanted.optional);
	});
}

/**
 * Installs a folder's packages where they are missing.
 * @param {string} [folder]
 */
export async function install(folder = root) {
	if (!isNodeEnough(process.versions.node)) {
		throw new Refusal(
			`Hemeroteca needs Node 20.19 or newer (of Node 22, 22.12 or newer); this is ${process.versions.node}. Install a newer Node and try again.`
		);
	}
	if (isInstalled(folder)) return;
	// On stderr, as all of npm's words below: stdout may be another command's JSON.
	console.error('Installing what is missing; the first time this takes a minute …');
	const locked = existsSync(join(folder, 'package-lock.json'));
	// Development packages are all there is, whatever NODE_ENV says; which Node will do is decided above.
	const args = [locked ? 'ci' : 'install', '--include=dev', '--engine-strict=false'];
	const { code } = await npm(args, folder);
	if (code !== 0) {
		throw new Refusal(
			'The packages could not be installed; npm says why above. Check the network connection and try again.'
		);
	}
}

/**
 * npm runs its scripts with its own path at hand; called without it, npm is looked for as the system does, and on
 * Windows that is a batch file, which needs a shell.
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
	const own = process.env['npm_execpath'];
	if (own?.endsWith('npm-cli.js')) {
		return run(process.execPath, [own, ...args], { cwd, show: 'stderr' });
	}
	const windows = process.platform === 'win32';
	return run(windows ? 'npm.cmd' : 'npm', args, { cwd, show: 'stderr', shell: windows });
}

if (isCommand(import.meta.url)) await command(() => install());
