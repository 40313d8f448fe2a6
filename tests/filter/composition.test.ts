import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownLevels } from '../../src/lib/archive/known.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import {
	archiveBins,
	middleLengths,
	NamePairs,
	tallyLengths,
	tallyOverTime
} from '../../src/lib/filter/composition.ts';
import { maskOf } from '../../src/lib/filter/mask.ts';
import {
	lengths,
	nothingAsked,
	type Facet,
	type Selection
} from '../../src/lib/filter/selection.ts';
import { facts, selection } from './arbitrary.ts';
import { catalogOf, type Facts } from './catalog.ts';

const day = knownLevels.indexOf('day');
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

/** Everything that a property is about: an archive, its columns, a selection, and which articles pass it. */
const asked = fc
	.tuple(facts, selection, fc.infiniteStream(fc.boolean()))
	.map(([archive, of, found]) => {
		const catalog = catalogOf(archive);
		const columns = columnsOf(catalog);
		const rows =
			of.query.trim() === ''
				? null
				: Uint32Array.from(archive.keys()).filter(() => found.next().value);
		/** The mask of the selection without a part of it. */
		const without = (facet: Facet | null) =>
			maskOf(columns, facet === null ? of : ({ ...of, [facet]: [] } as Selection), rows);
		return { archive, catalog, columns, without };
	});

/** The articles that a test of one at a time lets pass. */
const those = (archive: Facts[], mask: Uint8Array, holds: (each: Facts) => boolean) =>
	archive.filter((each, row) => mask[row] === 0 && holds(each)).length;

describe('what the articles found are made of', () => {
	test('over time the counts of a value add up to what the facet counts, whatever is asked', () => {
		fc.assert(
			fc.property(asked, ({ archive, columns, without }) => {
				const bins = archiveBins(columns);
				if (!bins) return;
				const { values } = columns.facet.publication;
				const codes = values.map((_, code) => code);
				const found = tallyOverTime(columns, without(null), 'publication', codes, bins, day);
				found.forEach(({ toTheDay, approximate, undated, total }, code) => {
					const name = values[code];
					const holds = ({ publication = '' }: Facts) => publication === name;
					expect(total).toEqual({
						all: archive.filter(holds).length,
						matching: those(archive, without('publication'), holds)
					});
					expect(undated.matching).toBe(
						those(archive, without('publication'), (each) => holds(each) && !each.date)
					);
					for (const which of ['all', 'matching'] as const)
						expect(sum(toTheDay[which]) + sum(approximate[which]) + undated[which]).toBeCloseTo(
							total[which],
							6
						);
					const exact = archive.filter((each) => holds(each) && each.date?.length === 10);
					expect(sum(toTheDay.all)).toBe(exact.length);
				});
			})
		);
	});

	test('lengths add up, each article in the class that holds its words, and the facet’s bounds part classes', () => {
		fc.assert(
			fc.property(asked, ({ archive, catalog, without }) => {
				const { edges, articles, groups } = tallyLengths(catalog.words, without(null));
				const mask = without('length');
				for (let at = 0; at + 1 < edges.length; at++) {
					const inside = ({ words = 0 }: Facts) =>
						words >= (edges[at] ?? 0) && words < (edges[at + 1] ?? 0);
					expect(articles.all[at]).toBe(archive.filter(inside).length);
					expect(articles.matching[at]).toBe(those(archive, mask, inside));
				}
				expect(sum(articles.all)).toBe(archive.length);
				expect(sum(groups.map(({ classes }) => classes))).toBe(edges.length - 1);
				for (const { value, from } of groups) {
					const bound = lengths.find((each) => each.value === value)?.from ?? 0;
					expect(edges[from]).toBeGreaterThanOrEqual(from === 0 ? 0 : bound);
				}
			})
		);
	});

	test('every two names of an article are a pair, whoever else is in it', () => {
		fc.assert(
			fc.property(asked, ({ archive, columns, without }) => {
				const { values } = columns.facet.author;
				const mask = without('author');
				const pairs = new NamePairs(columns);
				const seen = new Set<string>();
				for (const { one, other, all, matching } of pairs.tally(without(null))) {
					const names = [values[one], values[other]] as string[];
					seen.add([...names].sort().join('\n'));
					const both = ({ authors = [] }: Facts) => names.every((name) => authors.includes(name));
					expect([all, matching]).toEqual([
						archive.filter(both).length,
						those(archive, mask, both)
					]);
				}
				const several = ({ authors = [] }: Facts) => authors.length > 1;
				expect(pairs.together(without(null))).toEqual({
					all: archive.filter(several).length,
					matching: those(archive, mask, several)
				});
				for (const { authors = [] } of archive)
					for (const one of authors)
						for (const other of authors)
							if (one !== other) expect(seen).toContain([one, other].sort().join('\n'));
			})
		);
	});

	test('the middle of lengths is that of what passes everything', () => {
		const archive = [100, 400, 200, 1000, 300].map((words) => ({ words }));
		const columns = columnsOf(catalogOf(archive));
		const words = archive.map((each) => each.words);
		const middle = (of: Partial<Selection>) =>
			middleLengths(words, maskOf(columns, { ...nothingAsked, ...of }, null));
		expect(middle({})).toEqual({ low: 200, median: 300, high: 400 });
		expect(middle({ length: ['brief'] })).toEqual({ low: 125, median: 150, high: 175 });
		expect(middle({ kind: ['notice'] })).toBe(null);
	});

	test('classes run from the shortest article to the longest', () => {
		const of = (...words: number[]) => tallyLengths(words, new Uint8Array(words.length)).edges;
		expect(of(320, 2312)).toEqual([300, 500, 700, 1000, 1500, 2000, 3000]);
		expect(of(500)).toEqual([500, 700]);
		expect(of(0)).toEqual([0, 10]);
		expect(of(120_000)).toEqual([100_000, 150_000]);
	});
});
