/** Random archives and selections for properties. Few names and years, so that they meet often. */
import fc from 'fast-check';
import { binUnits } from '../../src/lib/archive/bins.ts';
import { articleKinds } from '../../src/lib/archive/article.ts';
import { knownLevels } from '../../src/lib/archive/known.ts';
import {
	leftOut,
	lengths,
	lineSorts,
	mostCompared,
	sorts,
	trendScales,
	trendUnits,
	trendWindows,
	views,
	type Selection
} from '../../src/lib/filter/selection.ts';
import type { Facts } from './catalog.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** YYYY, YYYY-MM or YYYY-MM-DD between 1989 and 2003. */
export const period = fc
	.record({
		year: fc.integer({ min: 1989, max: 2003 }),
		month: fc.integer({ min: 1, max: 12 }),
		date: fc.integer({ min: 1, max: 28 }),
		parts: fc.integer({ min: 1, max: 3 })
	})
	.map(({ year, month, date, parts }) =>
		[String(year), two(month), two(date)].slice(0, parts).join('-')
	);

const names = ['Ana', 'İsmail Doğan', 'Zoë', 'constructor', '__proto__'];
const papers = ['Ledger', 'toString', 'Courier'];
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

export const facts: fc.Arbitrary<Facts[]> = fc.array(
	fc
		.record({
			authors: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
			date: maybe(fc.tuple(period, fc.constantFrom('', '', '?')).map((parts) => parts.join(''))),
			publication: maybe(fc.constantFrom(...papers)),
			kind: fc.constantFrom(...articleKinds),
			words: fc.constantFrom(0, 59, 299, 300, 999, 1000, 2999, 3000, 20_000)
		})
		.map(({ date, publication, ...rest }) => ({
			...rest,
			...(date === undefined ? {} : { date }),
			...(publication === undefined ? {} : { publication })
		})),
	{ maxLength: 30 }
);

const some = (values: readonly string[]) =>
	fc.oneof(
		fc.constant([]),
		fc.uniqueArray(fc.constantFrom(...values, ...values.map(leftOut)), { maxLength: 3 })
	);

/** A selection as the page makes it: "any" only with words, "undated" only with dates, dates in order. */
function lawful(selection: Selection): Selection {
	const { from, to } = selection;
	const [first, last] = from !== null && to !== null && from > to ? [to, from] : [from, to];
	return {
		...selection,
		from: first,
		to: last,
		any: selection.any && selection.query.trim() !== '',
		undated: selection.undated && (from !== null || to !== null)
	};
}

/** Any lawful selection over such archives. */
export const selection: fc.Arbitrary<Selection> = fc
	.record({
		query: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 20 })),
		any: fc.boolean(),
		from: fc.option(period),
		to: fc.option(period),
		undated: fc.boolean(),
		author: fc.oneof(some([...names, '', 'Nobody']), fc.uniqueArray(fc.string({ unit: 'binary' }))),
		publication: some([...papers, '']),
		kind: some(articleKinds),
		known: some(knownLevels),
		length: some(lengths.map(({ value }) => value)),
		once: fc.boolean(),
		sort: fc.option(fc.constantFrom(...sorts)),
		open: fc.option(fc.stringMatching(/^[a-z0-9-]{1,40}$/)),
		view: fc.constantFrom(...views),
		lineSort: fc.constantFrom(...lineSorts),
		oneList: fc.boolean(),
		compare: fc.uniqueArray(
			fc.string({ unit: 'binary', maxLength: 9 }).map((each) => `x${each}x`),
			{ maxLength: mostCompared }
		),
		trendUnit: fc.constantFrom(...trendUnits),
		trendScale: fc.constantFrom(...trendScales),
		trendWindow: fc.constantFrom(...trendWindows),
		trendBin: fc.option(fc.constantFrom(...binUnits)),
		zoom: fc.option(
			fc.tuple(period, period).map((ends) => {
				const [from, to] = ends.sort() as [string, string];
				return { from, to };
			})
		)
	})
	.map(lawful);
