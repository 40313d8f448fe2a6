import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzip, zip } from '../../src/lib/bundle/gzip.ts';
import { createIndex, openIndex, readSlots, type Slots } from '../../src/lib/search/flex.ts';
import {
	codeOfLength,
	countOf,
	frequencyOf,
	impactOf,
	lengthOfCode,
	slotOf
} from '../../src/lib/search/impact.ts';
import {
	readEntries,
	readPostings,
	writeEntries,
	writePostings
} from '../../src/lib/search/shard.ts';
import { ShardReader, ShardWriter } from '../../src/lib/search/store.ts';
import { libraryOf, textOf } from './library.ts';

const term = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
	fc.constantFrom('constructor', '__proto__', 'strike', 'strik', '=strike', '2022', '𝒳𝒴', '𝒳𝒵')
);

const filled = (slots: Slots) =>
	[...slots.entries()].filter(([, rows]) => rows?.length).map(([slot, rows]) => [slot, rows]);

describe('shards', () => {
	it('give back the postings that were written', () => {
		const rows = fc.uniqueArray(fc.nat(200_000), { maxLength: 30 });
		fc.assert(
			fc.property(fc.array(fc.option(rows, { nil: undefined }), { maxLength: 16 }), (slots) => {
				const sorted = slots.map((one) => one && [...one].sort((a, b) => a - b));
				expect(filled(readPostings(writePostings(slots)))).toEqual(filled(sorted));
			})
		);
	});

	it('give back the entries that were written, and refuse bytes that were cut', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(term, fc.uint8Array({ maxLength: 5 })),
				fc.nat(),
				async (wanted, cut) => {
					const entries = Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1));
					const bytes = writeEntries(entries);
					expect([...readEntries(await unzip(await zip(bytes)))]).toEqual(entries);
					if (entries.length > 0) {
						expect(() => readEntries(bytes.subarray(0, cut % bytes.length))).toThrow();
					}
				}
			)
		);
	});
});

it('keeps counts exactly up to eight, and counts and lengths within bounds beyond', () => {
	for (let count = 1; count <= 66; count += 1) {
		const kept = countOf(slotOf(count));
		expect(kept <= count && (count > 8 || kept === count), String(count)).toBe(true);
		// What is lost is lost where more matters less: of the impact in a text of usual length not a tenth.
		const [told, whole] = [kept, count].map((each) => impactOf(frequencyOf(each, 400, 400), 10));
		expect((told ?? 0) / (whole ?? 1)).toBeGreaterThan(0.9);
	}
	for (const length of [1, 2, 3, 10, 450, 3000, 2_000_000])
		expect(Math.abs(lengthOfCode(codeOfLength(length)) / length - 1)).toBeLessThan(0.045);
});

it('answers from shards what FlexSearch answers from memory', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(term, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 30 }),
			async (texts) => {
				const files = new Map<string, Uint8Array>();
				const slot = (terms: string[], one: string) => (terms.indexOf(one) * 7 + terms.length) % 16;
				const build = () => {
					const index = createIndex((row) => texts[Number(row)] ?? [], slot);
					for (const row of texts.keys()) index.add(row, String(row));
					return index;
				};
				const memory = build();
				const committed = build();
				const words = [...committed.map.keys()];
				const lengths = Uint8Array.from(texts, ({ length }) => codeOfLength(length));
				const about = { mean: 1, lengths, stemmed: true, plain: false, words };
				const writer = new ShardWriter((path, bytes) => files.set(path, bytes), about);
				await committed.mount(writer);
				await committed.commit();

				const reader = new ShardReader(async (path) => files.get(path)!, writer.files);
				const stored = await openIndex(reader);
				for (const key of [...words, 'not there', '']) {
					expect([key, filled(await readSlots(stored, key))]).toEqual([
						key,
						filled(memory.map.get(key) ?? [])
					]);
				}
				for (const prefix of ['st', 'con', '2', words[0]!.charAt(0)]) {
					const expected = words.filter((word) => word.startsWith(prefix)).sort();
					expect((await reader.wordsWith(prefix)).sort()).toEqual(expected);
				}
			}
		),
		{ numRuns: 40 }
	);
});

describe('a packed index', () => {
	const texts = Array.from({ length: 8000 }, (_, row) =>
		textOf(
			`Article ${row}`,
			Array.from({ length: 80 }, (_, word) => `word${(row * 37 + word * 101) % 3001} strike`)
		)
	);

	it('is the same to the byte for the same texts', async () => {
		const [once, again] = [await libraryOf(texts), await libraryOf(texts)];
		expect(again.manifest.index).toEqual(once.manifest.index);
		const bytes = ({ files }: typeof once) =>
			[...files].map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`);
		expect(bytes(again).join('\n') === bytes(once).join('\n')).toBe(true);
	});

	it('stands in several shards, of which a term needs one', async () => {
		const { manifest, read, reads, files } = await libraryOf(texts);
		expect([...files.keys()].filter((path) => path.endsWith('.shard')).length).toBeGreaterThan(3);
		const reader = new ShardReader(read, manifest.index);
		const index = await openIndex(reader);
		expect(reader.rows).toBe(8000);
		await reader.prefetch(['strike']);
		expect((await readSlots(index, 'strike')).flatMap((rows) => rows ?? [])).toHaveLength(8000);
		// The directory, that shard and the lengths of the texts.
		expect(reads).toHaveLength(3);
	});

	it('refuses a shard that is another than the directory names, however whole', async () => {
		const { manifest, read, files } = await libraryOf(texts);
		const [one = '', other = ''] = [...files.keys()].filter((path) => path.endsWith('.shard'));
		const swapped = new Map(files).set(one, files.get(other) ?? new Uint8Array());
		const reader = new ShardReader(async (path) => swapped.get(path) ?? read(path), manifest.index);
		await openIndex(reader);
		await expect(reader.prefetchAll(() => undefined)).rejects.toThrow(`came damaged (data/${one})`);
	});
});
