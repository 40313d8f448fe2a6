import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/lib/ingest/claims.ts';
import { decode, decodeLines, eachLine, splitLines } from '../../src/lib/ingest/decode.ts';
import { daily } from '../../src/lib/ingest/dialects/daily.ts';
import { digest } from '../../src/lib/ingest/dialects/digest.ts';
import { magazine } from '../../src/lib/ingest/dialects/magazine.ts';
import { isBlank, type CuratedStart } from '../../src/lib/ingest/draft.ts';
import { readSeeds, type Ingested, type Seed } from '../../src/lib/ingest/ingest.ts';
import { seedsOf } from './read-folder.ts';

const long = 'A sentence of a body goes on and on, about work and wages in the towns. '
	.repeat(5)
	.trim();
const fragments = [
	'',
	'',
	'',
	'16 May 2022',
	'May 2025',
	'The Daily Gazette',
	'Dockers walk out in three ports',
	'Anna Prins',
	'By Anna Prins and Jo Berg',
	'Headlines at the Gazette today:',
	'1. First item of the day',
	'2. Second item of the day',
	'4. Fourth item of the day',
	'12. A numbered sentence that is no item.',
	'*****',
	'- one demand',
	'- another demand',
	'A picture of the harbour (Photo: Jo Berg)',
	'(Photo: Jo Berg)',
	'The speaker said:',
	'“We will not go back.”',
	'APRIL 29 – It began at dawn.',
	`${long} It ended there. ■`,
	'■',
	`${long} *****`,
	`${long} It was said at the time.1 And more.2`,
	long,
	'- 1. See the Gazette.',
	'- 2. See there.',
	'- 3. And elsewhere.',
	'On Strike',
	'   ',
	'x'
];
const page = fc
	.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fragments) }, fc.string()), {
		maxLength: 40
	})
	.map((lines) => ({ file: 'a.txt', lines: lines.flatMap((line) => splitLines(line || '\n')) }));

const starts = fc
	.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 })
	.map(
		(lines) =>
			new Map(
				lines.map((line): [number, CuratedStart] => [line, { line, number: null, headline: null }])
			)
	);

const encode = (text: string) => new TextEncoder().encode(text);

const real = await seedsOf('seeds');
const realTexts = real
	.filter((seed) => !seed.name.endsWith('.yaml'))
	.map((seed) => new TextDecoder().decode(seed.bytes).split('\n'));

/** A seed of ours with lines taken out, doubled, moved, cut or put in. */
const mutated = fc
	.tuple(
		fc.constantFrom(...realTexts),
		fc.array(
			fc.tuple(
				fc.nat(),
				fc.constantFrom('drop', 'double', 'swap', 'cut', 'blank', 'insert'),
				fc.nat()
			),
			{ minLength: 1, maxLength: 12 }
		)
	)
	.map(([lines, changes]) => {
		const text = [...lines];
		for (const [where, change, other] of changes) {
			const at = where % text.length;
			const line = text[at] ?? '';
			if (change === 'drop') text.splice(at, 1);
			if (change === 'double') text.splice(at, 0, line);
			if (change === 'swap')
				[text[at], text[other % text.length]] = [text[other % text.length]!, line];
			if (change === 'cut') text[at] = line.slice(0, other % (line.length + 1));
			if (change === 'blank') text.splice(at, 0, '', '');
			if (change === 'insert') text.splice(at, 0, fragments[other % fragments.length]!);
		}
		return text;
	});

function expectSound({ articles, files }: Ingested) {
	expect(new Set(articles.map((article) => article.id)).size).toBe(articles.length);
	const ends = new Map<string, number>();
	const inOrder = [...articles].sort((a, b) => a.source.lines[0] - b.source.lines[0]);
	for (const { id, source, blocks, headline, suppliedHeadline } of inOrder) {
		expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(headline === null).toBe(suppliedHeadline !== null);
		const [first, last] = source.lines;
		expect(first).toBeLessThanOrEqual(last);
		expect(first).toBeGreaterThan(ends.get(source.file) ?? 0);
		expect(last).toBeLessThanOrEqual(files.find((file) => file.name === source.file)!.lines);
		ends.set(source.file, last);
		for (const block of blocks) {
			expect(block.lines[0]).toBeGreaterThanOrEqual(first);
			expect(block.lines[0]).toBeLessThanOrEqual(block.lines[1]);
			expect(block.lines[1]).toBeLessThanOrEqual(last);
			for (const mark of block.marks ?? []) expect(mark.at).toBeLessThanOrEqual(block.text.length);
		}
	}
}

describe('whatever stands in the seeds', () => {
	it('arbitrary bytes are read without a throw, and articles lie soundly in their files', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 400 }),
				fc.uint8Array({ maxLength: 60 }),
				(bytes, yaml) => {
					expectSound(
						readSeeds([
							{ name: 'a.txt', bytes },
							{ name: 'a.txt.yaml', bytes: yaml },
							{ name: 'archive.yaml', bytes: yaml }
						])
					);
				}
			)
		);
	});

	it('bytes are read line by line as they are read at once, whatever their encoding and line ends', () => {
		const pieces = ['a', 'text ', '\r', '\n', '\r\n', '’', 'é', '\ufeff', '\t', '\u0007'].map(
			(text) => [...encode(text)]
		);
		const odd = [[0xff], [0xfe], [0x92], [0xc3], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0]];
		const bytes = fc.array(fc.constantFrom(...pieces, ...odd), { maxLength: 30 });
		fc.assert(
			fc.property(bytes, fc.boolean(), (all, wide) => {
				const flat = Uint8Array.from(all.flat());
				const seed = wide ? Buffer.from(`\ufeff${Buffer.from(flat).toString()}`, 'utf16le') : flat;
				const [{ text, problems }, byLine] = [decode('a', seed), decodeLines('a', seed)];
				expect(byLine).toEqual({ lines: text === null ? null : splitLines(text), problems });
				expect([...eachLine(seed)]).toEqual(byLine.lines ?? []);
			}),
			{ numRuns: 1000 }
		);
	});

	it('arbitrary text as a sidecar gives problems, never a throw', () => {
		const yaml = fc.oneof(
			fc.string(),
			fc.json(),
			fc
				.array(
					fc.constantFrom(
						'articles:',
						'  - line: 3',
						'date: x',
						'- ',
						'a: &a [*a]',
						'? :',
						'  note: 1'
					)
				)
				.map((lines) => lines.join('\n'))
		);
		fc.assert(
			fc.property(yaml, (text) => {
				const seed: Seed = {
					name: 'a.txt',
					bytes: encode('16 May 2022\n\nOn strike\n\nAnna Prins\n\n\nBody.')
				};
				expectSound(readSeeds([seed, { name: 'a.txt.yaml', bytes: encode(text) }]));
			})
		);
	});

	it('mutated seeds are read without a throw, and articles lie soundly in their files', () => {
		fc.assert(
			fc.property(mutated, (text) => {
				expectSound(readSeeds([{ name: 'a.txt', bytes: encode(text.join('\n')) }]));
			}),
			{ numRuns: 150 }
		);
	}, 60_000);

	it('the order in which files are given changes nothing', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(real, { minLength: real.length }), (shuffled) => {
				expect(readSeeds(shuffled)).toEqual(readSeeds(real));
			}),
			{ numRuns: 10 }
		);
	});

	describe.each([daily, digest, magazine])('the reader of a $name', (dialect) => {
		const accountsFor = (lines: readonly string[], curated: Map<number, CuratedStart>) => {
			const input = { file: 'a.txt', lines };
			const reading = dialect.read(input, curated);
			const claimed = new Map<number, number>();
			for (const claim of claimsOf(reading)) {
				for (let line = claim.lines[0]; line <= claim.lines[1]; line += 1) {
					claimed.set(line, (claimed.get(line) ?? 0) + 1);
				}
			}
			const reported = new Set(reading.problems.map((problem) => problem.line));
			for (const at of lines.keys()) {
				if (isBlank(input, at + 1)) continue;
				const times = claimed.get(at + 1) ?? 0;
				expect([at + 1, times === 0 && reported.has(at + 1) ? 1 : times]).toEqual([at + 1, 1]);
			}
		};

		it('claims every printed line once, or reports it', () => {
			fc.assert(
				fc.property(page, starts, ({ lines }, curated) => accountsFor(lines, curated)),
				{ numRuns: 400 }
			);
		});

		it('claims every printed line of a mutated seed once, or reports it', () => {
			fc.assert(
				fc.property(mutated, (lines) => accountsFor(lines, new Map())),
				{ numRuns: 60 }
			);
		});
	});
});
