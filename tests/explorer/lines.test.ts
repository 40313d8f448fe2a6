import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineTable, sortStably } from '../../src/lib/explorer/lines.ts';
import { lineSorts } from '../../src/lib/filter/selection.ts';
import type { Lines } from '../../src/lib/search/concordance.ts';

interface Line {
	row: number;
	after: string[];
	before: string[];
}

/** Lines as the engine gives them; only what they are sorted by matters here. */
function linesOf(lines: readonly Line[]): Lines {
	const words = ['', ...new Set(lines.flatMap(({ after, before }) => [...after, ...before]))];
	const three = (side: string[]) => [0, 1, 2].map((far) => words.indexOf(side[far] ?? ''));
	const column = Uint32Array.from(lines, () => 1);
	return {
		rows: Uint32Array.from(lines, ({ row }) => row),
		kinds: Uint8Array.from(column),
		ats: column,
		firsts: column,
		lasts: column,
		offsets: column,
		text: 'bma'.repeat(lines.length),
		lengths: Uint32Array.from(lines.flatMap(() => [1, 1, 1])),
		around: Uint32Array.from(
			lines.flatMap(({ after, before }) => [...three(after), ...three(before)])
		),
		words
	};
}

const word = fc.constantFrom('a', 'b', 'bb', 'c', 'ocalan', 'ω');
const side = fc.array(word, { maxLength: 3 });
const slices = fc.uniqueArray(
	fc.record({
		row: fc.nat(8),
		found: fc.array(fc.record({ after: side, before: side }), { maxLength: 5 })
	}),
	{ selector: ({ row }) => row, maxLength: 6 }
);
/** Row 3 is by the first in the alphabet, and so on; two have the same byline. */
const authorRanks = Uint32Array.of(5, 4, 4, 0, 1, 2, 3, 6, 7);

describe('the order of lines', () => {
	test('is what comparing one line with another gives, equals as they were added', () => {
		const sideOf = (words: string[]) => [...words, '', '', ''].slice(0, 3);
		const compare = (a: string[], b: string[]) => {
			for (const [far, word] of sideOf(a).entries()) {
				const other = sideOf(b)[far] ?? '';
				if (word === other) continue;
				// Where the text ends comes last.
				if (word === '' || other === '') return word === '' ? 1 : -1;
				return word < other ? -1 : 1;
			}
			return 0;
		};
		fc.assert(
			fc.property(slices, fc.constantFrom(...lineSorts), fc.boolean(), (added, by, grouped) => {
				const table = new LineTable();
				const all: Line[] = [];
				for (const { row, found } of added) {
					const lines = found.map((each) => ({ row, ...each }));
					table.add(linesOf(lines));
					all.push(...lines);
					// Sorting in between must not spoil what is added later.
					table.order('after', false, authorRanks);
				}
				const places = added.map(({ row }) => row);
				const expected = [...all.keys()].sort((a, b) => {
					const [one, other] = [all[a] as Line, all[b] as Line];
					const byRow = one.row - other.row;
					if (by === 'date') return byRow || a - b;
					if (by === 'author')
						return (authorRanks[one.row] ?? 0) - (authorRanks[other.row] ?? 0) || byRow || a - b;
					const byGroup = grouped ? places.indexOf(one.row) - places.indexOf(other.row) : 0;
					return byGroup || compare(one[by], other[by]) || a - b;
				});
				expect([...table.order(by, grouped, authorRanks)]).toEqual(expected);
				expect(table.size).toBe(all.length);
			})
		);
	});

	test('sorting by a number keeps equals in their order', () => {
		const keys = [3, 0, 3, 1, 0];
		const order = sortStably(Uint32Array.of(4, 3, 2, 1, 0), (item) => keys[item] ?? 0);
		expect([...order]).toEqual([4, 1, 3, 2, 0]);
		expect([...sortStably(Uint32Array.of(), () => 0)]).toEqual([]);
	});
});
