import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { changedAt, keepPrevious } from '../../scripts/site.mjs';

const git = (folder: string, ...args: string[]) => {
	const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
	const env = { ...process.env, GIT_COMMITTER_DATE: args.shift() };
	expect(spawnSync('git', ['-C', folder, ...who, ...args], { env }).status).toBe(0);
};

/** A repository with two commits of which the first changed the seeds. */
function repository(): { root: string; seeds: string } {
	const root = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
	const seeds = join(root, 'seeds');
	mkdirSync(seeds);
	writeFileSync(join(seeds, 'a.txt'), 'Fog\n');
	git(root, '', 'init', '-q');
	git(root, '', 'add', '.');
	git(root, '2026-10-02T12:00:00Z', 'commit', '-qm', 'seeds');
	writeFileSync(join(root, 'code.ts'), '1');
	git(root, '', 'add', '.');
	git(root, '2026-11-22T12:00:00Z', 'commit', '-qm', 'code');
	return { root, seeds };
}

test('the day of the seeds is that of their own newest commit', () => {
	const { seeds } = repository();
	expect(changedAt(seeds)).toBe(String(Date.UTC(2026, 9, 2, 12) / 1000));
});

test('the day of the seeds is not known where nobody could know it', () => {
	const { root, seeds } = repository();
	// A history that begins after the change: its first commit seems to have brought every file.
	const cut = join(mkdtempSync(join(tmpdir(), 'hemeroteca-')), 'clone');
	git(root, '', 'clone', '-q', '--depth', '1', pathToFileURL(root).href, cut);
	expect(changedAt(join(cut, 'seeds'))).toBe('');
	writeFileSync(join(seeds, 'a.txt'), 'Rain\n');
	expect(changedAt(seeds)).toBe('');
	expect(changedAt(mkdtempSync(join(tmpdir(), 'hemeroteca-')))).toBe('');
});

test('the last build can be compared with though it goes before the new one comes', () => {
	const built = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
	const data = join(built, 'data');
	mkdirSync(data);
	for (const name of ['manifest.json', 'contents.json', 'ids.json'])
		writeFileSync(join(data, name), '{}');
	const kept = [built, data, join(data, 'manifest.json')].map((place) =>
		keepPrevious(place, built)
	);
	rmSync(built, { recursive: true });
	for (const folder of kept)
		expect(readdirSync(folder).sort()).toEqual(['contents.json', 'manifest.json']);
	for (const place of ['', 'https://example.org/', '/elsewhere/data', join(built, 'nothing')])
		expect(keepPrevious(place, built)).toBe(place);
});
