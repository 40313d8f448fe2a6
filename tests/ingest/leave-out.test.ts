import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import type { Report } from '../../src/lib/bundle/report.ts';
import { press } from '../../src/lib/press/press.ts';
import { seedsOf } from './read-folder.ts';

const seeds = await seedsOf('tests/fixtures/seeds/left-out/seeds');

/** The problems of a text of three lines with entries beside it. */
function problemsOf(...entries: string[]) {
	const encode = (text: string) => new TextEncoder().encode(text);
	return readSeeds([
		{ name: 'a.txt', bytes: encode('The Gazette\n\nSomething was said.\n') },
		{ name: 'a.txt.yaml', bytes: encode(`articles:\n${entries.join('\n')}\n`) }
	]).problems.map(({ line, rule, message }) => ({ line, rule, message }));
}

describe('lines that a curator leaves out', () => {
	it('are furniture in the coverage, and listed with the reason', () => {
		const { files, leftOut } = readSeeds(seeds);
		expect(files.map(({ coverage }) => coverage.as['furniture'])).toEqual([3, 2]);
		expect(files.map(({ coverage }) => coverage.claimed === coverage.lines)).toEqual([true, true]);
		expect(leftOut).toEqual([
			{ file: 'gazette.txt', lines: [1, 2], reason: 'Title of the paper, and who copied it' },
			{ file: 'gazette.txt', lines: [13, 13], reason: 'A stamp on the paper' },
			{ file: 'notes.txt', lines: [1, 3], reason: 'Notes of the transcriber' }
		]);
	});

	it('are told of in the report, and leave neither a tombstone nor an address', async () => {
		const { files, addresses, manifest } = await press(seeds);
		const report = JSON.parse(new TextDecoder().decode(files.get('report.json'))) as Report;
		expect(report.leftOut).toHaveLength(3);
		expect(report.hidden).toEqual([]);
		expect(addresses.hidden).toEqual([]);
		expect(manifest.counts).toMatchObject({ articles: 1, files: 2 });
	});

	it('are nothing else: an entry that says more, or means nothing, is an error', () => {
		const out = '  - line: 1\n    leave-out: Title';
		expect(problemsOf(`${out}\n    headline: Gazette`, '  - line: 3')).toMatchObject([
			{ line: 4, rule: 'sidecar/bad-value', message: expect.stringContaining('"headline"') }
		]);
		expect(problemsOf(out, '  - line: 1', '  - line: 3')).toMatchObject([
			{ rule: 'sidecar/line-unused', message: expect.stringContaining('it is left out') }
		]);
		expect(problemsOf('  - line: 2\n    leave-out: Title', '  - line: 3')).toMatchObject([
			{ line: 3, rule: 'sidecar/line-unused', message: expect.stringContaining('line 2') }
		]);
	});
});
