import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArchive } from '../../src/cli/generate/archive.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = 200_000_000;

/** Invented dailies, one after the other, over and over until the file is long enough. */
function* longDaily(): Generator<string> {
	const texts = [...generateArchive(5000)]
		.map(({ text }) => text)
		.filter((text) => /^\d{1,2} \p{L}+ \d{4}\n/u.test(text));
	expect(texts.length).toBeGreaterThan(10);
	for (let bytes = 0, at = 0; bytes < wanted; at += 1) {
		const text = `${texts[at % texts.length]!.trimEnd()}\n\n\n`;
		bytes += Buffer.byteLength(text);
		yield text;
	}
}

/** The peak of a process, as it says itself when it ends; bytes. */
const sayPeak = `data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))`;

describe('a daily of 200 MB', () => {
	const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-long-'));
	// Of no build: one that happens to stand in the clone would have ids to compare with.
	const previous = join(mkdtempSync(join(tmpdir(), 'hemeroteca-ids-')), 'ids.json');
	beforeAll(async () => {
		writeFileSync(previous, '[]');
		await pipeline(longDaily, createWriteStream(join(folder, 'daily.txt')));
	}, 600_000);
	afterAll(() => {
		for (const each of [folder, dirname(previous)]) rmSync(each, { recursive: true });
	});

	it.each([['as text'], ['as JSON', '--json']])(
		'is read within 1 GB, and shown %s',
		async (_, ...flags) => {
			const { stdout, stderr } = await promisify(execFile)(
				process.execPath,
				[
					'--import',
					'tsx',
					'--import',
					sayPeak,
					'src/cli/read.ts',
					folder,
					'--previous',
					previous,
					...flags
				],
				{ cwd: root, maxBuffer: 1e9, encoding: 'buffer' }
			);
			const peak = Number(stderr.toString().trim()) * 1024;
			expect(stdout.subarray(-200).toString()).toMatch(/0 problems\.|"moved": \[\]/);
			expect(peak).toBeGreaterThan(100_000_000);
			expect(peak).toBeLessThan(1_000_000_000);
		},
		600_000
	);
});
