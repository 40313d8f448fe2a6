import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Run {
	status: number;
	stdout: string;
}

async function read(...args: string[]): Promise<Run> {
	const command = ['--import', 'tsx', 'src/cli/read.ts', ...args];
	try {
		const { stdout } = await promisify(execFile)(process.execPath, command, {
			cwd: root,
			maxBuffer: 1e8
		});
		return { status: 0, stdout };
	} catch (cause) {
		const { code, stdout } = cause as { code: number; stdout: string };
		return { status: code, stdout };
	}
}

describe('read', () => {
	it('prints all articles as JSON, whole where it is piped', async () => {
		const { status, stdout } = await read('seeds', '--json');
		const { articles, problems } = JSON.parse(stdout) as { articles: object[]; problems: object[] };
		expect(status).toBe(0);
		expect(articles).toHaveLength(26);
		expect(problems).toEqual([]);
		for (const article of articles) {
			expect(article).toMatchObject({
				date: { edtf: expect.any(String), first: expect.any(String), last: expect.any(String) },
				dateline: expect.toSatisfy((line: object) => 'printed' in line && 'edtf' in line)
			});
		}
	});

	it('prints bylines, the words of the lines that a curator names, and each article counted once', async () => {
		const folder = 'tests/fixtures/seeds/curator-edits/seeds';
		const { stdout } = await read(folder);
		expect(stdout).toContain('gazette.txt: a daily, 38 lines, 4 articles and 1 hidden\n');
		expect(stdout).toContain(
			'  Bread dearer again\n    Jo Berg\n    lines 12 “Bread dearer again” to 17 “The loaf costs a penny more than in the…”\n'
		);
		expect(stdout).toContain('  hidden  The writer’s family asked for it.\n    lines 19-24\n');
		expect(stdout).not.toContain('Nobody knows');
		expect(stdout.trimEnd()).toMatch(/\n1 file, 4 articles and 1 hidden, 0 problems\.$/);
	}, 20_000);

	it('numbers the lines of a file', async () => {
		const folder = 'tests/fixtures/seeds/left-out/seeds';
		const { stdout } = await read(folder, '--lines', 'gazette');
		expect(stdout.split('\n').slice(0, 7)).toEqual([
			'gazette.txt',
			'   1  THE HARBOUR GAZETTE, Weekly',
			'   2  copied out by E. Lowe in 2009',
			'   3',
			'   4  Saturday, 8 July 1911',
			'   5',
			'>  6  THE NEW PIER'
		]);
		expect((await read(folder, '--lines', 'nowhere')).stdout).toContain('No file has “nowhere”');
	}, 20_000);

	it('writes date and dateline of an undated article as objects of nulls', async () => {
		const { stdout } = await read('tests/fixtures/seeds/naming/seeds', '--json');
		const { articles } = JSON.parse(stdout) as { articles: { id: string }[] };
		expect(articles.find((article) => article.id === 'undated-old-boats')).toMatchObject({
			date: { edtf: null, first: null, last: null, printed: null, basis: null },
			dateline: { printed: null, edtf: null }
		});
	});

	it('names the dates that the report proposes, and how to take them', async () => {
		const { stdout } = await read('tests/fixtures/seeds/estimates/seeds');
		const [, proposed = ''] = stdout.split('Dates proposed\n');
		expect(proposed).toMatch(/\(1912-05-07~\) .*\n {4}whole\.txt:6, from “May 7, 1912”/);
		expect(proposed).not.toMatch(/accepted\.txt|none\.txt/);
		expect(proposed).toContain('"date: { accept-estimate: true }"');
	});

	it('ends with 1 where a problem is an error, and names it', async () => {
		const { status, stdout } = await read('tests/fixtures/seeds/bad-sidecars/seeds');
		expect(status).toBe(1);
		expect(stdout).toContain('outside.txt.yaml:4  sidecar/line-outside');
	});

	it('compares with the ids of an earlier build, and prints the line that keeps an old address', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-read-'));
		const old = { file: 'gazette.txt', line: 3, print: 'ffffffff' };
		const gone = { id: '1912-05-03-gone', file: 'gazette.txt', line: 99, print: '00000000' };
		const elsewhere = { id: 'of-another-archive', file: 'other.txt', line: 1, print: '11111111' };
		const ids = [{ id: '1912-05-03-harbor-closed', ...old }, gone, elsewhere];
		writeFileSync(join(folder, 'ids.json'), JSON.stringify(ids));
		const seeds = 'tests/fixtures/seeds/curator-archive/seeds';
		const { stdout } = await read(seeds, '--previous', folder);
		expect(stdout).toContain('\n1912-05-03-harbor-closed: 1912-05-03-harbour-closed\n');
		expect(stdout).toContain('1912-05-03-gone is gone');
		expect(stdout).not.toContain('of-another-archive');
		expect((await read(seeds, '--previous', join(folder, 'none'))).status).toBe(1);
		rmSync(folder, { recursive: true });
	}, 20_000);

	it('says what keeps an address that two articles want', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'hemeroteca-read-'));
		const text = (body: string) => `5 May 1919\n\nStrike\n\nAnna Prins\n\n\n${body}\n`;
		writeFileSync(join(folder, 'a.txt'), text('Two ports are closed.'));
		writeFileSync(join(folder, 'b.txt'), text('Three ports are closed.'));
		const cp = `cp ${join('build', 'data', 'ids.json')} ${join(folder, 'ids.json')}\n`;
		expect((await read(folder)).stdout).toContain(cp);
		writeFileSync(join(folder, 'ids.json'), '[]');
		expect((await read(folder)).stdout).not.toContain('ids.json');
		rmSync(folder, { recursive: true });
	}, 20_000);

	it('gives for every field its basis, rule and line', async () => {
		const { stdout } = await read('seeds', '--json');
		const { articles } = JSON.parse(stdout) as { articles: { id: string; why: object }[] };
		const chile = articles.find(({ id }) => id.startsWith('2022-05-14-chiles-pseudo'));
		expect(chile?.why).toMatchObject({
			headline: { basis: 'stated', rule: 'daily/before-byline', line: 264 },
			byline: { basis: 'stated', rule: 'daily/after-headline', line: 266 },
			date: { basis: 'stated', rule: 'daily/date-line', line: 262 },
			publication: { basis: 'curated', rule: 'sidecar/publication', line: 2 },
			rights: { basis: null, rule: 'daily/none', line: null }
		});
	});

	it.each([['no/such/folder'], ['package.json'], ['a', 'b'], ['--unknown']])(
		'answers in JSON even to: %s',
		async (...args) => {
			const { status, stdout } = await read(...args, '--json');
			expect(status).toBe(1);
			expect(JSON.parse(stdout)).toMatchObject({
				articles: [],
				problems: [{ level: 'error', line: null }]
			});
		},
		20_000
	);
});
