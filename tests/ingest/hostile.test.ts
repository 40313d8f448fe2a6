import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/lib/folder.server.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { expectAccounted, readText } from './mutate.ts';

const daily = (body: string) => `16 May 2022\n\nOn strike\n\nAnna Prins\n\n\n${body}\n`;
const million = 1_000_000;

/** Processor time: how long it takes by the clock depends on what else the machine does. */
const secondsSince = (before: NodeJS.CpuUsage) => process.cpuUsage(before).user / 1e6;

describe('hostile text', () => {
	it('scripts, templates and tags in a text are text', () => {
		const bodies = [
			'<script>alert(1)</script> & <img src=x onerror=alert(1)>',
			'{{constructor.constructor("alert(1)")()}} ${1} <%= 2 %>',
			'\u202Eright to left\u202C and z\u200Cero'
		];
		for (const body of bodies) {
			const { articles } = readText(daily(`${body}.`));
			expect(articles[0]?.blocks[0]?.text).toBe(`${body}.`);
		}
	});

	it('a script in a saved page, a feed or a table is never part of an article', () => {
		const script = '<script>alert(1)</script>';
		const page = `<html><body><h1>A</h1><p>Text.</p>${script}</body></html>`;
		const rss = `<rss><channel><item><title>A</title><description>&lt;p&gt;Text.${'&lt;script&gt;alert(1)&lt;/script&gt;'}&lt;/p&gt;</description></item></channel></rss>`;
		const csv = `title,text\nA,"<p>Text.</p>${script}"\n`;
		for (const text of [page, rss, csv]) {
			const { articles } = readText(text);
			expect(articles).toHaveLength(1);
			expect(JSON.stringify(articles)).toContain('Text.');
			expect(JSON.stringify(articles)).not.toContain('alert');
		}
	});

	it.each([
		['letters', 'x'],
		['words', 'word '],
		['brackets', '[('],
		['digits', '1'],
		['spaces', ' '],
		['stars', '* '],
		['marks', '.1 '],
		['quotation marks', '“"'],
		['tags', '<p>'],
		['open tags', '<'],
		['capitals', 'A. '],
		['commas', 'A, '],
		['ands', 'A and '],
		['zero width', '\u200b']
	])(
		'a megabyte of %s in one line is read in time, wherever it stands',
		(_, unit) => {
			const line = unit.repeat(million / unit.length);
			const before = process.cpuUsage();
			for (const text of [
				daily(line),
				line,
				`Headlines from the Gazette:\n1. One\n${line}\n2. ${line}\n3. Three\nText.`,
				`May 2025\nHead\n${line} ■\n1. Note\n2. ${line}`,
				`# Head\n\n${line}`,
				`---\ntitle: ${line}\n---\nText.`,
				`title,text\nA,${line}\n`,
				`{"title": "A", "text": ${JSON.stringify(line)}}\n`,
				`<html><body><h1>A</h1>${line}</body></html>`,
				`<rss><channel><item><title>${line}</title></item></channel></rss>`
			]) {
				expectAccounted(readText(text));
			}
			expect(secondsSince(before)).toBeLessThan(20);
		},
		120_000
	);

	it.each([
		['elements', `<html><body>${'<div>'.repeat(100_000)}deep`],
		['lists', `# A\n\n${'- '.repeat(5000)}x`],
		['quotations', `# A\n\n${'> '.repeat(5000)}x`],
		['brackets', `# A\n\n${'['.repeat(50_000)}x`],
		['emphasis', `# A\n\n${'**a '.repeat(20_000)}`],
		['JSON', `{"title":"A","text":${'['.repeat(100_000)}`],
		['YAML', `---\ntitle: A\nx: ${'['.repeat(5000)}\n---\nText.`],
		['XML', `<rss>${'<a>'.repeat(100_000)}`]
	])(
		'%s nested without end are read or refused, never a crash',
		(_, text) => {
			expectAccounted(readText(text));
		},
		30_000
	);

	it('NUL bytes and pictures are refused with a problem', () => {
		for (const bytes of [
			new TextEncoder().encode(daily('a\0b')),
			Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)
		]) {
			const { articles, problems } = readSeeds([{ name: 'a.txt', bytes }]);
			expect(articles).toEqual([]);
			expect(problems.map(({ rule, level }) => [rule, level])).toEqual([
				['seed/binary', 'warning']
			]);
		}
	});

	it('aliases that grow without end are refused', () => {
		const names = 'abcdefghij';
		const bomb = [...names]
			.map((name, at) => `${name}: &${name} [${`*${names[at - 1] ?? ''},`.repeat(9)}]`)
			.join('\n')
			.replaceAll('*,', 'x,');
		const seed = { name: 'a.txt', bytes: new TextEncoder().encode(daily('Text.')) };
		const before = process.cpuUsage();
		const { problems } = readSeeds([
			seed,
			{ name: 'a.txt.yaml', bytes: new TextEncoder().encode(bomb) }
		]);
		expect(problems.map(({ rule }) => rule)).toEqual(['sidecar/bad-yaml']);
		expect(secondsSince(before)).toBeLessThan(2);
	});

	it('a link out of the folder is reported, and not followed', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
		const outside = mkdtempSync(join(tmpdir(), 'outside-'));
		try {
			writeFileSync(join(outside, 'secret.txt'), daily('Secret.'));
			writeFileSync(join(folder, 'a.txt'), daily('Open.'));
			try {
				symlinkSync(join(outside, 'secret.txt'), join(folder, 'b.txt'));
				symlinkSync(outside, join(folder, 'c'));
			} catch {
				// Some systems allow no links.
				return;
			}
			const { articles, problems } = readSeeds(await readFolder(folder));
			expect(articles.map(({ source }) => source.file)).toEqual(['a.txt']);
			expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
				['b.txt', 'folder/refused'],
				['c', 'folder/refused']
			]);
		} finally {
			rmSync(folder, { recursive: true });
			rmSync(outside, { recursive: true });
		}
	});
});
