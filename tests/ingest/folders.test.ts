import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverPage } from '../../src/lib/ingest/claims.ts';
import { emptyReading } from '../../src/lib/ingest/draft.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { problemRules } from '../../src/lib/ingest/problem.ts';
import { seedsOf } from './read-folder.ts';

/** What a case expects: of each article only what the case is about, of the problems every one. */
interface Expected {
	title?: string;
	files: Record<string, string | null>;
	articles: Record<string, unknown>[];
	/** What a curator said of the whole archive, and of articles that are not shown; of these, what is written. */
	archive?: object;
	hidden?: object[];
	sameAs?: object[];
	/** Problems that the curator says are none: every one. */
	settled?: object[];
	aliases?: Record<string, string>;
	estimates?: object[];
	problems: { file: string; line: number | null; rule: string; level: string }[];
}

const cases = new URL('../fixtures/seeds/', import.meta.url);

describe('a folder of seeds becomes what is written beside it', () => {
	const names = readdirSync(cases, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);

	it.each(names)('%s', async (name) => {
		const text = readFileSync(new URL(`${name}/expected.json`, cases), 'utf8');
		const expected = JSON.parse(text) as Expected;
		const found = readSeeds(await seedsOf(`tests/fixtures/seeds/${name}/seeds`));
		const problems = found.problems.map(({ file, line, rule, level }) => ({
			file,
			line,
			rule,
			level
		}));
		expect(problems).toEqual(expected.problems);
		expect(Object.fromEntries(found.files.map((file) => [file.name, file.dialect]))).toEqual(
			expected.files
		);
		expect(found.articles).toMatchObject(expected.articles);
		expect(found.archive).toMatchObject(expected.archive ?? {});
		expect(found.hidden).toMatchObject(expected.hidden ?? []);
		expect(found.sameAs).toEqual(expected.sameAs ?? []);
		expect(found.settled).toEqual(expected.settled ?? []);
		expect(Object.fromEntries(found.aliases)).toEqual(expected.aliases ?? {});
		if (expected.estimates) expect(found.estimates).toMatchObject(expected.estimates);
		expect(found.title).toBe(expected.title ?? 'Seed archive');
	});

	it('every problem says what to do, in plain words', async () => {
		for (const name of names) {
			for (const { message } of readSeeds(await seedsOf(`tests/fixtures/seeds/${name}/seeds`))
				.problems) {
				expect(message).toMatch(/^[A-Z].{20,}\.$/s);
				expect(message).not.toMatch(/undefined|\[object|Error:| at .*\.ts/);
			}
		}
	});

	it('each rule that a seed can break is broken by one of them', () => {
		const broken = new Set(
			names.flatMap((name) => {
				const text = readFileSync(new URL(`${name}/expected.json`, cases), 'utf8');
				return (JSON.parse(text) as Expected).problems.map(({ rule }) => rule);
			})
		);
		// A folder in a repository holds no pipes or links, and a line that no reader claims is a fault of ours: below.
		// 500 events are made where they are tested.
		const elsewhere = ['events/too-many', 'folder/refused', 'seed/line-unclaimed'];
		expect(problemRules.filter((rule) => !broken.has(rule))).toEqual(elsewhere);
	});
});

describe('what no folder here can hold', () => {
	it('is reported: what the disk does not hand over, whatever it is to be', () => {
		const refused = 'This is a pipe. Take it out of the folder.';
		const bytes = new Uint8Array();
		const seeds = ['a.txt', 'a.txt.yaml'].map((name) => ({ name, bytes, refused }));
		expect(readSeeds(seeds).problems).toEqual([
			{ file: 'a.txt', line: null, rule: 'folder/refused', level: 'warning', message: refused },
			{ file: 'a.txt.yaml', line: null, rule: 'folder/refused', level: 'error', message: refused }
		]);
	});

	it('is reported: a printed line that a reader claims for nothing', () => {
		const page = { file: 'a.txt', lines: ['One.', '', 'Two.'] };
		const claims = [{ as: 'date', lines: [1, 1] } as const];
		const { coverage, missed } = coverPage(page, { ...emptyReading(), claims }, []);
		expect(missed).toMatchObject([{ line: 3, rule: 'seed/line-unclaimed', level: 'warning' }]);
		expect(coverage).toMatchObject({ lines: 2, claimed: 2, as: { date: 1, problem: 1 } });
	});
});
