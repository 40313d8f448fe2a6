import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateArchive } from '../../src/cli/generate/archive.ts';
import { readSeeds, type Seed } from '../../src/lib/ingest/ingest.ts';

const encoder = new TextEncoder();

function seedsOf(count: number): Seed[] {
	return [...generateArchive(count)].flatMap(({ name, text, sidecar }) => [
		{ name, bytes: encoder.encode(text) },
		...(sidecar === null ? [] : [{ name: `${name}.yaml`, bytes: encoder.encode(sidecar) }])
	]);
}

const filesIn = (folder: string) =>
	readdirSync(folder)
		.sort()
		.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);

function generate(...args: string[]) {
	const command = ['node_modules/tsx/dist/cli.mjs', 'src/cli/generate.ts', ...args];
	const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
	return { status, said: stderr };
}

describe('An invented archive', { timeout: 60_000 }, () => {
	it.each([1, 2, 7, 60, 1500])(
		'of %i articles is read as just so many, with no problem but the dates that some digests leave out',
		(count) => {
			const { articles, files, problems } = readSeeds(seedsOf(count));
			const digests = new Set(
				files.filter((each) => each.dialect === 'digest').map(({ name }) => name)
			);
			const undated = articles.filter(({ date }) => date === null).map(({ source }) => source.file);
			expect(problems.filter(({ rule }) => rule !== 'digest/no-date')).toEqual([]);
			expect(new Set(problems.map(({ file }) => file))).toEqual(
				new Set(undated.filter((file) => digests.has(file)))
			);
			expect(articles).toHaveLength(count);
		}
	);

	it('has every kind of file, date, credit and block that the product must show', () => {
		const { articles, files } = readSeeds(seedsOf(1500));
		expect(new Set(files.map((file) => file.dialect))).toEqual(
			new Set(['daily', 'digest', 'magazine'])
		);
		const shapes = new Set(articles.map(({ date }) => date?.edtf.replace(/\d/g, 'd') ?? 'undated'));
		expect([...shapes].sort()).toEqual([
			'dddd-dd',
			'dddd-dd-dd',
			'dddd-dd-dd?',
			'dddd-dd?',
			'dddd~',
			'undated'
		]);
		expect(new Set(articles.map((article) => article.authors.length))).toEqual(new Set([0, 1, 2]));
		expect(new Set(articles.map((article) => article.kind))).toEqual(
			new Set(['full', 'excerpt', 'notice'])
		);
		expect(new Set(articles.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)))).toEqual(
			new Set(['paragraph', 'heading', 'caption', 'list', 'elision'])
		);
		expect(articles.some((article) => article.notes.length > 0)).toBe(true);
		expect(articles.every((article) => article.headline !== null)).toBe(true);
		const years = new Set(articles.map(({ date }) => date?.first.slice(0, 4)));
		for (let year = 1985; year <= 2024; year += 1) expect(years).toContain(String(year));
	});

	it('is the same to the byte each time, and written only where nothing else is', () => {
		const [first, second] = ['a', 'b'].map((name) =>
			join(mkdtempSync(join(tmpdir(), 'hemeroteca-')), name)
		) as [string, string];
		expect(generate('30', first).status).toBe(0);
		expect(generate('30', second).status).toBe(0);
		expect(filesIn(first)).toEqual(filesIn(second));
		// Its own files may be replaced ...
		expect(generate('2', first).status).toBe(0);
		expect(filesIn(first).length).toBeLessThan(filesIn(second).length);
		// ... a person's never.
		const theirs = mkdtempSync(join(tmpdir(), 'hemeroteca-'));
		writeFileSync(join(theirs, 'diary.txt'), 'Dear diary');
		const { status, said } = generate('30', theirs);
		expect([status, said]).toEqual([
			1,
			expect.stringContaining('holds files that were not generated')
		]);
		expect(readdirSync(theirs)).toEqual(['diary.txt']);
	});

	it('says in a sentence that a folder cannot be written to', () => {
		const file = join(mkdtempSync(join(tmpdir(), 'hemeroteca-')), 'diary.txt');
		writeFileSync(file, 'Dear diary');
		const { status, said } = generate('1', join(file, 'archive'));
		expect(status).toBe(1);
		expect(said).toContain('cannot be written to');
		expect(said).not.toMatch(/^\s+at /m);
	});

	it.each([[], ['ten', 'x'], ['0', 'x'], ['5'], ['5', 'x', 'y']])(
		'is refused in a sentence for bad arguments (%#)',
		(...args) => {
			const { status, said } = generate(...args.filter((arg) => arg !== undefined));
			expect(status).toBe(1);
			expect(said).toContain('npm run generate -- <articles> <folder>');
			expect(said).not.toMatch(/^\s+at /m);
		}
	);
});
