import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, stepsOf, stripPen } from '../../src/lib/chart/place/strip.ts';

/** Counts with many equal ones, whole and shared. */
const counts = fc
	.array(fc.constantFrom(0, 0, 0.25, 0.5, 1, 1, 1, 2, 3.75, 8, 40), { minLength: 1, maxLength: 40 })
	.map((numbers) => Float64Array.from(numbers));

test('counts are shaded by the quartile of their rank, equal ones by the middle of theirs', () => {
	fc.assert(
		fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (rows) => {
			const stepOf = stepsOf(rows);
			const some = rows.flatMap((row) => [...row]).filter((count) => count > 0);
			for (const count of some) {
				const below = some.filter((other) => other < count).length;
				const equal = some.filter((other) => other === count).length;
				const rank = (below + equal / 2) / some.length;
				expect(stepOf(count)).toBe(Math.min(3, Math.floor(rank * 4)) + 1);
			}
			expect(stepOf(0)).toBe(0);
		})
	);
});

test('a strip of ones is neither the palest nor the darkest', () => {
	expect(stepsOf([Float64Array.of(1, 1, 1, 0, 1)])(1)).toBe(3);
});

describe('a strip that is drawn', () => {
	const stepOf = stepsOf([Float64Array.of(1, 2, 3, 4)]);
	const paths = stripPen(5, 100, 14)(Float64Array.of(4, 0, 1, 4, 2), stepOf);

	test('has every cell once, in the path of its step', () => {
		expect(paths.map((path) => path.match(/M/g)?.length ?? 0)).toEqual([1, 1, 1, 0, 2]);
		expect(paths[4]).toBe('M0.00 0h19.20v14h-19.20zM60.00 0h19.20v14h-19.20z');
	});

	test('has a hairline where nothing is', () => {
		expect(paths[0]).toBe('M20.00 6.5h19.20v1h-19.20z');
	});

	test('has its cells where a hand finds them', () => {
		for (let cell = 0; cell < 5; cell++) expect(cellAt(cell * 20 + 10, 100, 5)).toBe(cell);
		expect([cellAt(-3, 100, 5), cellAt(300, 100, 5)]).toEqual([0, 4]);
	});
});
