import { execFile } from 'node:child_process';
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

	it('writes date and dateline of an undated article as objects of nulls', async () => {
		const { stdout } = await read('tests/fixtures/seeds/naming/seeds', '--json');
		const { articles } = JSON.parse(stdout) as { articles: { id: string }[] };
		expect(articles.find((article) => article.id === 'undated-old-boats')).toMatchObject({
			date: { edtf: null, first: null, last: null, printed: null, basis: null },
			dateline: { printed: null, edtf: null }
		});
	});

	it('ends with 1 where a problem is an error, and names it', async () => {
		const { status, stdout } = await read('tests/fixtures/seeds/bad-sidecars/seeds');
		expect(status).toBe(1);
		expect(stdout).toContain('outside.txt.yaml:4  sidecar/line-outside');
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
