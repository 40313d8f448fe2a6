import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binUnits, cutBins } from '../../src/lib/archive/bins.ts';
import { dayOf, periodOf, writeDay, type Day } from '../../src/lib/archive/day.ts';
import { knownLevels, knownOf } from '../../src/lib/archive/known.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { countPassing, maskOf } from '../../src/lib/filter/mask.ts';
import {
	facets,
	nothingAsked,
	type Facet,
	type Selection
} from '../../src/lib/filter/selection.ts';
import { stripBins, tallyStrips } from '../../src/lib/filter/strips.ts';
import { spanFacet, tallyFacet } from '../../src/lib/filter/tally.ts';
import { passingSpan, tallyDates, tallyRange } from '../../src/lib/filter/tally-dates.ts';
import { facts, selection } from './arbitrary.ts';
import { catalogOf, type Facts } from './catalog.ts';

/** The values of an article, worked out from its facts alone. */
function valuesOf(article: Facts, facet: Facet): readonly string[] {
	const words = article.words ?? 0;
	switch (facet) {
		case 'author':
			return article.authors?.length ? article.authors : [''];
		case 'publication':
			return [article.publication ?? ''];
		case 'kind':
			return [article.kind ?? 'full'];
		case 'known':
			return [knownOf(article.date ?? null)];
		case 'length':
			return [words < 300 ? 'brief' : words < 1000 ? 'short' : words < 3000 ? 'medium' : 'long'];
	}
}

/** Whether an article passes a selection, one part perhaps ignored: the definition, in the plainest words. */
function passes(
	article: Facts,
	row: number,
	asked: Selection,
	found: readonly number[] | null,
	ignore?: Facet | 'dates'
): boolean {
	if (found && !found.includes(row)) return false;
	if (ignore !== 'dates' && (asked.from || asked.to)) {
		if (!article.date) {
			if (!asked.undated) return false;
		} else {
			const printed = periodOf(article.date.replace('?', ''))!;
			const first = asked.from ? periodOf(asked.from)!.first : -Infinity;
			const last = asked.to ? periodOf(asked.to)!.last : Infinity;
			if (printed.last < first || printed.first > last) return false;
		}
	}
	return facets.every((facet) => {
		if (facet === ignore) return true;
		const values = valuesOf(article, facet);
		if (values.some((value) => asked[facet].includes(`-${value}`))) return false;
		const chosen = asked[facet].filter((mark) => !mark.startsWith('-'));
		return chosen.length === 0 || values.some((value) => chosen.includes(value));
	});
}

/** An archive, a selection, and the rows that a search found, if words are asked for. */
const scene = fc
	.record({ articles: facts, asked: selection, luck: fc.array(fc.boolean(), { minLength: 30 }) })
	.map(({ articles, asked, luck }) => {
		const found =
			asked.query.trim() === '' ? null : articles.flatMap((_, at) => (luck[at] ? [at] : []));
		const columns = columnsOf(catalogOf(articles));
		const mask = maskOf(columns, asked, found && Uint32Array.from(found));
		return { articles, asked, found, columns, mask };
	});

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test('what passes is what the definition says', () => {
	fc.assert(
		fc.property(scene, ({ articles, asked, found, mask }) => {
			const expected = articles.map((article, row) => passes(article, row, asked, found));
			expect([...mask].map((byte) => byte === 0)).toEqual(expected);
			expect(countPassing(mask)).toBe(expected.filter(Boolean).length);
		})
	);
});

test.each(facets)(
	'counts of %s equal a count by hand that ignores the facet’s own filter',
	(facet) => {
		fc.assert(
			fc.property(scene, ({ articles, asked, found, columns, mask }) => {
				const tally = tallyFacet(columns, mask, facet);
				expect(new Set(tally.map(({ value }) => value)).size).toBe(tally.length);
				for (const { value, all, matching } of tally) {
					const having = articles
						.map((article, row) => ({ article, row }))
						.filter(({ article }) => valuesOf(article, facet).includes(value));
					expect(all).toBe(having.length);
					expect(matching).toBe(
						having.filter(({ article, row }) => passes(article, row, asked, found, facet)).length
					);
				}
				const values = new Set(articles.flatMap((article) => valuesOf(article, facet)));
				for (const value of values) expect(tally.some((each) => each.value === value)).toBe(true);
			})
		);
	}
);

test('choosing one more value of an unfiltered facet gives as many articles as its count said', () => {
	fc.assert(
		fc.property(scene, fc.constantFrom(...facets), ({ asked, found, columns }, facet) => {
			const rows = found && Uint32Array.from(found);
			const free = { ...asked, [facet]: [] };
			for (const { value, matching } of tallyFacet(columns, maskOf(columns, free, rows), facet)) {
				const chosen = maskOf(columns, { ...free, [facet]: [value] }, rows);
				expect(countPassing(chosen)).toBe(matching);
			}
		})
	);
});

describe('articles over time', () => {
	const toTheDay = knownLevels.indexOf('day');
	const units = fc.constantFrom(...binUnits.filter((unit) => unit !== 'day' && unit !== 'week'));

	test('bins, approximate dates and the undated add up to the archive', () => {
		fc.assert(
			fc.property(scene, units, ({ articles, asked, found, columns, mask }, unit) => {
				const bins = cutBins(dayOf(1989), dayOf(2003, 12, 31), unit);
				const tally = tallyDates(columns, mask, bins, toTheDay);
				expect(
					sum(tally.toTheDay.all) + sum(tally.approximate.all) + tally.undated.all
				).toBeCloseTo(articles.length, 6);
				const choosable = articles.filter((article, row) =>
					passes(article, row, asked, found, 'dates')
				);
				expect(tally.choosable).toBe(choosable.length);
				expect(
					sum(tally.toTheDay.matching) + sum(tally.approximate.matching) + tally.undated.matching
				).toBeCloseTo(choosable.length, 6);
				expect(tally.undated.matching).toBe(choosable.filter(({ date }) => !date).length);
			})
		);
	});

	test('articles known to the day are counted whole, in the bin of their day', () => {
		fc.assert(
			fc.property(scene, units, ({ articles, columns, mask }, unit) => {
				const bins = cutBins(dayOf(1989), dayOf(2003, 12, 31), unit);
				const { all } = tallyDates(columns, mask, bins, toTheDay).toTheDay;
				all.forEach((counted, bin) => {
					const [from, to] = [
						writeDay(bins.edges[bin] as Day),
						writeDay(bins.edges[bin + 1] as Day)
					];
					const byHand = articles.filter(
						({ date }) => knownOf(date ?? null) === 'day' && date! >= from && date! < to
					);
					expect(counted).toBe(byHand.length);
				});
			})
		);
	});

	test('an article known to the year is shared among the quarters by their days', () => {
		const columns = columnsOf(catalogOf([{ date: '1996' }]));
		const bins = cutBins(dayOf(1996), dayOf(1996, 12, 31), 'quarter');
		const { approximate } = tallyDates(columns, new Uint8Array(1), bins, toTheDay);
		const expected = [91, 91, 92, 92];
		approximate.all.forEach((share, at) => expect(share).toBeCloseTo(expected[at]! / 366, 10));
	});

	test('a range counts what touches it, and the span holds what passes', () => {
		fc.assert(
			fc.property(scene, ({ articles, asked, found, columns, mask }) => {
				const [from, to] = [dayOf(1994, 6, 1), dayOf(1997, 3, 31)];
				const dated = articles
					.map(({ date }, row) => ({ row, printed: date ? periodOf(date.replace('?', '')) : null }))
					.filter(({ printed }) => printed !== null);
				const within = dated.filter(({ printed }) => printed!.first <= to && printed!.last >= from);
				const passing = ({ row }: { row: number }) => passes(articles[row]!, row, asked, found);
				expect(tallyRange(columns, mask, from, to)).toEqual({
					all: within.length,
					matching: within.filter(passing).length
				});
				const left = dated.filter(passing).map(({ printed }) => printed!);
				expect(passingSpan(columns, mask)).toEqual(
					left.length === 0
						? null
						: {
								first: Math.min(...left.map(({ first }) => first)),
								last: Math.max(...left.map(({ last }) => last))
							}
				);
			})
		);
	});
});

describe('strips', () => {
	test('each cell equals a count by hand of the days of each article that lie in it', () => {
		fc.assert(
			fc.property(scene, ({ articles, asked, found, columns, mask }) => {
				const bins = stripBins(columns);
				if (!bins) return;
				const { values } = columns.facet.author;
				const codes = values.map((_, code) => code).reverse();
				const strips = tallyStrips(columns, mask, 'author', codes, bins);
				codes.forEach((code, at) => {
					const own = articles
						.map((article, row) => ({ article, row }))
						.filter(
							({ article }) =>
								article.date !== undefined && valuesOf(article, 'author').includes(values[code]!)
						);
					const shares = (of: typeof own, bin: number) =>
						of.reduce((sum, { row }) => {
							const [first, last] = [columns.first[row]!, columns.last[row]!];
							let inside = 0;
							for (let day = first; day <= last; day++)
								if (day >= bins.edges[bin]! && day < bins.edges[bin + 1]!) inside++;
							return sum + inside / (last - first + 1);
						}, 0);
					const passing = own.filter(({ article, row }) =>
						passes(article, row, asked, found, 'author')
					);
					for (let bin = 0; bin + 1 < bins.edges.length; bin++) {
						expect(strips[at]!.all[bin]).toBeCloseTo(shares(own, bin), 9);
						expect(strips[at]!.matching[bin]).toBeCloseTo(shares(passing, bin), 9);
					}
					// Nothing is lost at the ends.
					expect(strips[at]!.all.reduce((a, b) => a + b, 0)).toBeCloseTo(own.length, 9);
				});
			})
		);
	});

	test.each([
		['2022-05-16', '2026-02-06', 'quarter', 20],
		['1996-05-16', '1996-05-16', 'quarter', 4],
		['1987-03-01', '2026-02-06', 'year', 40],
		['1899-03-01', '2001-02-06', 'decade', 12],
		['0812-03-01', '9450-02-06', 'century', 87]
	])('from %s to %s they have a cell a %4$s', (first, last, unit, cells) => {
		const bins = stripBins(columnsOf(catalogOf([{ date: first }, {}, { date: last }])));
		expect(bins).toMatchObject({ unit });
		expect(bins!.edges.length - 1).toBe(cells);
	});

	test('an archive without dates has none', () => {
		expect(stripBins(columnsOf(catalogOf([{}, {}])))).toBeNull();
	});
});

test('the span of a value is that of its articles, and none where it has no dated one', () => {
	const columns = columnsOf(
		catalogOf([{ authors: ['Ana'], date: '1996' }, { authors: ['Ana'], date: '1994-02-03' }, {}])
	);
	expect(spanFacet(columns, 'author')).toEqual({
		first: [dayOf(1994, 2, 3), null],
		last: [dayOf(1996, 12, 31), null]
	});
});

test('nothing asked passes everything', () => {
	fc.assert(
		fc.property(facts, (articles) => {
			const mask = maskOf(columnsOf(catalogOf(articles)), nothingAsked, null);
			expect(countPassing(mask)).toBe(articles.length);
		})
	);
});
