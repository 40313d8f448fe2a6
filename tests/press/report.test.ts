import { describe, expect, it } from 'vitest';
import { unpackCatalog, type CatalogFile } from '../../src/lib/bundle/format.ts';
import { openBundle } from '../../src/lib/bundle/open.ts';
import type { Addresses, Report } from '../../src/lib/bundle/report.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';
import { answerFor } from '../../src/routes/article/[id]/answer.ts';
import { seedsOf } from '../ingest/read-folder.ts';

const textOf = (pressed: Pressed, path: string) =>
	new TextDecoder().decode(pressed.files.get(path));
const reportOf = (pressed: Pressed) => JSON.parse(textOf(pressed, 'report.json')) as Report;
const opened = (pressed: Pressed) =>
	openBundle(async (path) => {
		const bytes = pressed.files.get(path);
		if (!bytes) throw new Error(`no ${path}`);
		return bytes;
	});

const ours = await press(await seedsOf('seeds'));
const edited = await press(await seedsOf('tests/fixtures/seeds/curator-edits/seeds'));
const aliased = await press(await seedsOf('tests/fixtures/seeds/curator-aliases/seeds'));

describe('the reading report', () => {
	it('says of every file what it was taken for, how surely, and where its lines went', () => {
		const { files, problems } = reportOf(ours);
		expect(files.map(({ name, dialect }) => [name.slice(0, 3), dialect])).toEqual([
			['000', 'daily'],
			['001', 'digest'],
			['002', 'magazine']
		]);
		for (const { sure, coverage } of files) {
			expect(sure).toBeGreaterThan(0.5);
			expect(coverage.claimed).toBe(coverage.lines);
		}
		expect(problems).toEqual([]);
	});

	it('lists everything that no line states, equal values once', () => {
		const { findings } = reportOf(ours);
		const publications = findings.filter(({ field }) => field === 'publication');
		expect(
			publications.map(({ basis, value, articles }) => [basis, value, articles.length])
		).toEqual([
			['curated', 'World Socialist Web Site', 7],
			['curated', 'The Internationalist', 4]
		]);
		const [date] = findings.filter(({ field }) => field === 'date');
		expect(date).toMatchObject({ basis: 'curated', value: '2026-02-06?', rule: 'sidecar/date' });
		expect(date?.articles).toHaveLength(15);
	});

	it('puts to each problem its line as filed and its article', async () => {
		const gap = await press(await seedsOf('tests/fixtures/seeds/digest-gap/seeds'));
		const [problem] = reportOf(gap).files.flatMap((file) => file.problems);
		expect(problem).toMatchObject({ rule: 'digest/number-missing' });
		expect(problem?.text).toMatch(/^\d+\. /);
		expect(gap.articles.map(({ id }) => id)).toContain(problem?.article);
	});

	it('proposes dates with the lines they rest on, and dates nothing itself', async () => {
		const pressed = await press(await seedsOf('tests/fixtures/seeds/estimates/seeds'));
		expect(reportOf(pressed).proposals).toMatchObject([
			{ edtf: '1912-02-10%', file: 'loose.txt', lines: [[8, 8]] },
			{ edtf: '1912-05-07~', file: 'whole.txt', lines: [[6, 6]] }
		]);
		expect(pressed.manifest.counts.undated).toBe(3);
	});
});

describe('a hidden article', () => {
	it('stands in no list, count, text, index or file as filed', () => {
		const { manifest, articles } = edited;
		expect(articles.map(({ id }) => id)).not.toContain('1912-05-03-hidden');
		expect(manifest.counts.articles).toBe(4);
		const { first } = unpackCatalog(JSON.parse(textOf(edited, manifest.catalog)) as CatalogFile);
		expect(first).toHaveLength(4);
		for (const [path] of edited.files) expect(textOf(edited, path)).not.toContain('Nobody knows');
		const lines = textOf(edited, 'seeds/0.txt').split('\n');
		expect(lines[18]).toBe('');
		expect(lines[25]).toBe('The pilots');
	});

	it('leaves no word in any published file, nor in its name: not in addresses, notes or problems', async () => {
		const encode = (text: string) => new TextEncoder().encode(text);
		const secret = ['Quincunx', 'Zephyrine', 'Gallimaufry', 'Oxbow', 'Tatterdemalion'];
		const magazine = [
			...['May 1925', '', 'The Ferry', '', 'A long text of the ferry, which ran.[1] ■', ''],
			...[`${secret[0]} and ${secret[1]}`, '', `By Anna ${secret[2]}`, ''],
			...[`They met at the ${secret[3]}, and nobody was told.[2] ■`, ''],
			...['Notes', '', '[1] Timetable of 1924.', `[2] A letter from ${secret[4]}.`]
		];
		const daily = `16 May 1925

${secret[0]} seen

Jo ${secret[1]}


It ran off.

Fog

Jo Berg


Nothing was seen.
`;
		const table = `id,headline,text
${secret[3]?.toLowerCase()}-1,${secret[0]},${secret[4]} again.
fog,Fog,Nothing.
`;
		const seeds: [string, string][] = [
			['a.txt', magazine.join('\n')],
			['a.txt.yaml', 'articles:\n  - line: 7\n    hide: Asked for.\n'],
			['b.txt', daily],
			['b.txt.yaml', 'articles:\n  - line: 3\n    hide: Asked for.\n'],
			['c.csv', table],
			['c.csv.yaml', 'date: 1925-05-16\narticles:\n  - line: 2\n    hide: Asked for.\n']
		];
		const pressed = await press(seeds.map(([name, text]) => ({ name, bytes: encode(text) })));
		expect(pressed.addresses.hidden.map(({ id }) => id)).toEqual([
			'1925-05-hidden',
			'1925-05-16-hidden',
			'1925-05-16-hidden-2'
		]);
		expect(pressed.articles).toHaveLength(3);
		const whole = [...pressed.files.keys()].map((path) => `${path}\n${textOf(pressed, path)}`);
		for (const word of secret)
			expect(whole.filter((text) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
		expect(whole.some((text) => text.includes('Timetable'))).toBe(true);
	});

	it('has no problem that quotes it', async () => {
		const seeds = await seedsOf('tests/fixtures/seeds/digest-gap/seeds');
		const { file, line } = reportOf(await press(seeds)).files.flatMap(
			({ problems }) => problems
		)[0]!;
		const sidecar = `articles:\n  - line: ${line}\n    hide: Asked for.\n`;
		const bytes = new TextEncoder().encode(sidecar);
		const { files } = reportOf(await press([...seeds, { name: `${file}.yaml`, bytes }]));
		const [problem] = files.flatMap(({ problems }) => problems);
		expect(problem).toMatchObject({ line, text: null, article: null });
		expect(problem?.message).toMatch(/^What is wrong here cannot be told/);
	});

	it('is quoted by no problem of another article', async () => {
		const lines = ['1. Rates', '', 'The rates are due.', '', '2. Ice', '', 'The ice is dear.', ''];
		lines.push(
			'A Zephyrine for the Fund',
			'',
			'It was kept from all.',
			'',
			'Another Coal for the Poor',
			'',
			'It came.',
			'',
			'4. Lamp',
			'',
			'Lit.'
		);
		const encode = (text: string) => new TextEncoder().encode(text);
		const seed = { name: 'a.txt', bytes: encode(`3 May 1912\n\n${lines.join('\n')}\n`) };
		const read = async (...more: (typeof seed)[]) =>
			reportOf(await press([seed, ...more])).files[0]!.problems.filter(
				({ rule }) => rule === 'digest/number-missing'
			);
		expect((await read())[0]?.message).toContain('Zephyrine');
		const sidecar = encode('articles:\n  - line: 7\n    hide: Asked for.\n');
		const [problem] = await read({ name: 'a.txt.yaml', bytes: sidecar });
		expect(problem?.message).toMatch(/^What is wrong here cannot be told/);
	});

	it('answers at its address with the reason', async () => {
		expect(await answerFor(await opened(edited), '1912-05-03-hidden')).toEqual({
			hidden: {
				id: '1912-05-03-hidden',
				source: { file: 'gazette.txt', lines: [19, 24] },
				reason: 'The writer’s family asked for it.'
			}
		});
	});
});

describe('an old address', () => {
	it('leads to the article, however often it moved, and to the word that it is hidden', async () => {
		const archive = await opened(aliased);
		expect(await answerFor(archive, '1912-05-harbour')).toEqual({
			moved: '1912-05-03-harbour-closed',
			canonical: null
		});
		expect(await answerFor(archive, '1912-05-03-letter')).toMatchObject({
			hidden: { id: '1912-05-03-hidden' }
		});
		expect(await answerFor(archive, 'constructor')).toBeNull();
		const addresses = JSON.parse(textOf(aliased, 'addresses.json')) as Addresses;
		expect(Object.keys(addresses.aliases)).toHaveLength(3);
	});
});
