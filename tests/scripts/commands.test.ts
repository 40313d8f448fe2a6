import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, isNodeEnough } from '../../scripts/install.mjs';
import { describeBytes, describeCount } from '../../scripts/terminal.mjs';

type Packages = Record<string, { version?: string; optional?: boolean }>;

function folderWith(lock: Packages | null, installed: Packages | null): string {
	const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
	mkdirSync(join(folder, 'node_modules'));
	const write = (name: string, packages: Packages) =>
		writeFileSync(join(folder, name), JSON.stringify({ packages }));
	if (lock) write('package-lock.json', lock);
	if (installed) write('node_modules/.package-lock.json', installed);
	return folder;
}

describe('What is missing is known without asking npm', () => {
	const lock = { '': {}, 'node_modules/a': { version: '1.0.0' } };

	it('counts an install that was never made or was broken off as missing', () => {
		expect(isInstalled(folderWith(lock, null))).toBe(false);
	});

	it('counts the locked versions as there, and any others as missing', () => {
		expect(isInstalled(folderWith(lock, { 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
		expect(isInstalled(folderWith(lock, { 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
		expect(isInstalled(folderWith(lock, {}))).toBe(false);
	});

	it('does not miss what is meant for another system', () => {
		const other = { ...lock, 'node_modules/b': { version: '1.0.0', optional: true } };
		expect(isInstalled(folderWith(other, { 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
	});

	it.each([
		['18.20.0', false],
		['20.18.3', false],
		['20.19.0', true],
		['21.7.0', false],
		['22.11.0', false],
		['22.12.0', true],
		['24.1.0', true]
	])('of Node %s says %s', (version, enough) => {
		expect(isNodeEnough(version)).toBe(enough);
	});
});

describe('A command refuses what it cannot do in a plain sentence', { timeout: 60_000 }, () => {
	const run = (...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
		return { status, said: stdout + stderr };
	};

	it.each(['start', 'build', 'preview', 'test'])('%s names an unknown option', (name) => {
		const { status, said } = run(`scripts/${name}.mjs`, '--nonsense');
		expect(status).toBe(1);
		expect(said).toContain("Unknown option '--nonsense'.");
		expect(said).not.toMatch(/^\s+at /m);
	});

	it('start says that there is no such folder of seeds', () => {
		const { status, said } = run('scripts/start.mjs', '--seeds=no/such/folder');
		expect(status).toBe(1);
		expect(said).toContain('There is no folder of seeds at');
		expect(said).not.toMatch(/^\s+at /m);
	});

	it('start says that a folder holds no article', () => {
		const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
		const { status, said } = run('scripts/start.mjs', '--seeds', folder);
		expect(status).toBe(1);
		expect(said).toContain(`No article was found in ${folder}`);
		expect(said).not.toMatch(/^\s+at /m);
	});

	it('start says which ports there are', () => {
		expect(run('scripts/start.mjs', '--port', 'eighty').said).toContain(
			'--port takes a number from 1 to 65535, not “eighty”.'
		);
	});

	it('test names its steps', () => {
		expect(run('scripts/test.mjs', '--only', 'nothing').said).toContain(
			'--only takes one of check'
		);
	});
});

describe('Numbers are said as people say them', () => {
	it('counts things', () => {
		expect([0, 1, 2000].map((count) => describeCount(count, 'article'))).toEqual([
			'no articles',
			'1 article',
			'2,000 articles'
		]);
	});

	it('weighs things', () => {
		expect([12, 5200, 999_600, 34_000_000].map(describeBytes)).toEqual([
			'12 bytes',
			'5 kB',
			'1.0 MB',
			'34.0 MB'
		]);
	});
});
