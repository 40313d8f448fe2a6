import { expect, test } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { press } from '../../src/lib/press/press.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const story = bytes(`---
headline: The dockers return
date: 1922-03-04
---

It rained on the quay when they came back.
`);
const seeds = (archive: string) => [
	{ name: 'archive.yaml', bytes: bytes(archive) },
	{ name: 'story.md', bytes: story }
];
const id = '1922-03-04-the-dockers-return';

test('a curator keeps the archive, or single articles, from search engines', async () => {
	expect((await press(seeds('noindex: true\n'))).manifest.noindex).toBe(true);
	expect((await press(seeds(`noindex: [${id}]\n`))).manifest.noindex).toEqual([id]);
	expect((await press(seeds('title: Harbour\n'))).manifest).not.toHaveProperty('noindex');
});

test('an id that no article has is an error, with its line', () => {
	const { problems } = readSeeds(seeds('title: Harbour\nnoindex:\n  - no-such-article\n'));
	expect(problems).toMatchObject([{ file: 'archive.yaml', line: 3, rule: 'archive/no-article' }]);
});

test('anything else is an error that says what to write', () => {
	const { problems } = readSeeds(seeds('noindex: maybe\n'));
	expect(problems).toMatchObject([
		{ line: 1, level: 'error', message: expect.stringContaining('true, or a list of ids') }
	]);
});
