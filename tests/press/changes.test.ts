import { createServer } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAccount } from '../../src/lib/bundle/account.ts';
import type { Changes } from '../../src/lib/bundle/report.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';
import { changesSince, describeUnread } from '../../src/lib/previous.server.ts';

const article = (headline: string, text: string) =>
	`---\nheadline: ${headline}\ndate: 1911-08-14\n---\n\n${text}\n`;

const pressOf = (files: Record<string, string>) =>
	press(
		Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
	);

/** Publishes an archive on disk and gives the path of its manifest. */
function publish({ files }: Pressed): string {
	const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
	for (const name of ['manifest.json', 'contents.json'])
		writeFileSync(join(folder, name), files.get(name) ?? '');
	return join(folder, 'manifest.json');
}

const before = {
	'dockers.md': article('The dockers return', 'They went back at noon.'),
	'herring.md': article('Herring is dear', 'A penny more for each.'),
	'bridge.md': article('The bridge stands', 'It was opened on Sunday.')
};
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the changes since an earlier version', () => {
	test('are articles added, changed, removed and moved, and nothing else', async () => {
		const older = await pressOf(before);
		const newer = await pressOf({
			'dockers.md': article('The dockers return', 'They went back at one.'),
			'bridge.md': article('The bridge stands at last', 'It was opened on Sunday.'),
			'fog.md': article('Fog', 'Nothing could be seen.'),
			'aliases.yaml': '1911-08-14-the-bridge-stands: 1911-08-14-the-bridge-stands-at-last\n'
		});
		const changes = await changesSince(publish(older), newer);
		expect(changes).toEqual({
			version: newer.manifest.version,
			since: { version: older.manifest.version, date: null, title: older.manifest.title },
			problem: null,
			added: [{ id: '1911-08-14-fog', headline: 'Fog', supplied: false, edtf: '1911-08-14' }],
			changed: expect.any(Array),
			moved: [
				{
					id: '1911-08-14-the-bridge-stands-at-last',
					headline: 'The bridge stands at last',
					supplied: false,
					edtf: '1911-08-14',
					from: '1911-08-14-the-bridge-stands'
				}
			],
			removed: [{ id: '1911-08-14-herring-is-dear', hidden: false }]
		} satisfies Changes);
		expect(idsOf(changes.changed).sort()).toEqual([
			'1911-08-14-the-bridge-stands-at-last',
			'1911-08-14-the-dockers-return'
		]);
	});

	test('do not name an article that only stands elsewhere in its file', async () => {
		const older = await pressOf(before);
		const newer = await pressOf({
			...before,
			'herring.md': before['herring.md'].replace('---\n\n', '---\n\n\n\n')
		});
		const { added, changed, removed } = await changesSince(publish(older), newer);
		expect([added, changed, removed]).toEqual([[], [], []]);
	});

	test('are fetched from an address, by the archive’s own or its manifest’s', async () => {
		const older = await pressOf(before);
		const server = createServer(({ url = '' }, response) => {
			const bytes = older.files.get(url.replace('/repo/data/', ''));
			response.writeHead(bytes ? 200 : 404).end(bytes);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/repo/`;
		const newer = await pressOf({ 'dockers.md': before['dockers.md'] });
		for (const place of [home, `${home}data/manifest.json`])
			expect(idsOf((await changesSince(place, newer)).removed)).toEqual([
				'1911-08-14-herring-is-dear',
				'1911-08-14-the-bridge-stands'
			]);
		const gone = await changesSince(`${home}elsewhere/manifest.json`, newer);
		expect(gone.since).toBeNull();
		expect(gone.problem).toMatch(
			/elsewhere\/manifest\.json could not be read: the server answered 404/
		);
		server.close();
	});

	test.each([
		['is not there', '/nowhere/manifest.json', /there is no such file\.$/],
		['is no manifest', 'package.json', /it is not the manifest of an archive\.$/],
		['is no JSON', 'README.md', /it is not the manifest of an archive\.$/],
		['is a folder without one', 'docs', /there is no such file\.$/],
		['is on no server', 'http://archive.invalid/', /its server cannot be reached\.$/]
	])('are none, with a sentence why, where what was named %s', async (_, place, why) => {
		const { since, added, problem } = await changesSince(place, await pressOf(before));
		expect([since, added]).toEqual([null, []]);
		expect(problem).toMatch(/^The earlier version .+ could not be read: /);
		expect(problem).toMatch(why);
		// The page and data/changes.json say it, too: nothing there tells of the disk it was built on.
		if (!place.startsWith('http')) expect(problem).not.toContain(place);
		const said = describeUnread(place, problem ?? '');
		expect(said).toContain(`PREVIOUS=${place}: `);
		expect(said).toMatch(/Name an earlier build’s data\/manifest\.json/);
	});

	test('are none where nothing was named', async () => {
		expect(await changesSince(undefined, await pressOf(before))).toMatchObject({
			since: null,
			problem: null
		});
	});
});

test('the day of a version is no part of what it stands for', async () => {
	const seeds = [{ name: 'a.md', bytes: new TextEncoder().encode(before['dockers.md']) }];
	const [undated, dated] = [await press(seeds), await press(seeds, { date: '2026-11-22' })];
	expect(dated.manifest.date).toBe('2026-11-22');
	expect(undated.manifest.date).toBeNull();
	expect(dated.manifest.version).toBe(undated.manifest.version);
});

test('an account that another version has published under the same name is none', async () => {
	const [one, two] = [await pressOf(before), await pressOf({ 'fog.md': article('Fog', 'Thick.') })];
	const readOf = (files: Pressed['files']) => async (path: string) =>
		files.get(path) ?? new Uint8Array();
	const { manifest } = one;
	expect(await readAccount({ manifest, read: readOf(one.files) }, 'report.json')).toMatchObject({
		files: expect.any(Array)
	});
	expect(await readAccount({ manifest, read: readOf(two.files) }, 'report.json')).toBeNull();
});
