import { expect, test } from 'vitest';
import { openBundle } from '../../src/lib/bundle/open.ts';
import { readEvents } from '../../src/lib/explorer/events.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { press, SeedError } from '../../src/lib/press/press.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const story = bytes(`---
headline: The dockers return
date: 1922-03-04
---

It rained on the quay when they came back.
`);
const seeds = (events: string) => [
	{ name: 'events.yaml', bytes: bytes(events) },
	{ name: 'story.md', bytes: story }
];

test('events are published by date, and the manifest names them', async () => {
	const { files, manifest } = await press(
		seeds(`# What happened meanwhile
- date: 1923~
  label: " Harbour strike "
  link: https://example.org/strike
- date: 1922-03
  label: Elections
- { date: 1911, label: First crane }
`)
	);
	expect(manifest.events).toMatch(/^events-[0-9a-f]{12}\.json$/);
	const archive = await openBundle(async (path) => files.get(path) ?? Promise.reject(new Error()));
	expect(await readEvents(archive)).toEqual([
		{ edtf: '1911', first: '1911-01-01', last: '1911-12-31', label: 'First crane', link: null },
		{ edtf: '1922-03', first: '1922-03-01', last: '1922-03-31', label: 'Elections', link: null },
		{
			edtf: '1923~',
			first: '1923-01-01',
			last: '1923-12-31',
			label: 'Harbour strike',
			link: 'https://example.org/strike'
		}
	]);
	expect(manifest.counts.articles).toBe(1);
});

test('without the file, or with nothing in it, nothing is published and nothing is fetched', async () => {
	for (const events of ['', '# none yet\n', '[]\n'])
		expect((await press(seeds(events))).manifest).not.toHaveProperty('events');
	const read = () => Promise.reject(new Error('asked for'));
	const archive = { manifest: {}, read } as unknown as Parameters<typeof readEvents>[0];
	expect(await readEvents(archive)).toEqual([]);
});

test('events that cannot be fetched are said so, with what to do', async () => {
	const archive = {
		manifest: { events: 'events-0.json' },
		read: () => Promise.reject(new Error())
	} as unknown as Parameters<typeof readEvents>[0];
	await expect(readEvents(archive)).rejects.toThrow(/could not be fetched.*reload/);
});

test.each([
	['- date: 1922-02-30\n  label: x\n', 1, 'sidecar/bad-date', 'no date in EDTF'],
	['- date: last year\n  label: x\n', 1, 'sidecar/bad-date', 'no date in EDTF'],
	['- date: 1922\n', 1, 'sidecar/missing-key', '"label" in the first entry is missing'],
	['- date: 1922\n  label: ""\n', 2, 'sidecar/bad-value', 'Expected text'],
	[
		'- date: 1922\n  label: x\n  url: https://a.b/\n',
		3,
		'sidecar/unknown-key',
		'Known keys: "date"'
	],
	[
		'- date: 1922\n  label: x\n  link: javascript:alert(1)\n',
		3,
		'sidecar/bad-value',
		'Expected an address'
	],
	[`- date: 1922\n  label: ${'x'.repeat(201)}\n`, 2, 'sidecar/bad-value', '200 characters'],
	['date: 1922\nlabel: x\n', 1, 'sidecar/bad-value', 'Expected a list of events'],
	['- date: "1922\n', 2, 'sidecar/bad-yaml', 'cannot be read as YAML'],
	['- {date: 1922, label: x}\n'.repeat(501), null, 'events/too-many', 'can show 500']
])('%j is an error with its line, and stops the build', async (events, line, rule, message) => {
	const { problems, events: kept } = readSeeds(seeds(events));
	expect(problems).toMatchObject([
		{ file: 'events.yaml', line, rule, level: 'error', message: expect.stringContaining(message) }
	]);
	expect(kept).toEqual([]);
	await expect(press(seeds(events))).rejects.toThrow(SeedError);
});
