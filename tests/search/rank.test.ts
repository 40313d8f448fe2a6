import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newestFirst, rankBest } from '../../src/lib/search/rank.ts';

it('puts equal scores newest first, undated ones last, then by row', () => {
	const answer = { rows: Uint32Array.of(0, 1, 2, 3, 4), scores: Float32Array.of(1, 1, 1, 2, 1) };
	expect([...rankBest(answer, newestFirst([5, 9, 9, null, null]))]).toEqual([3, 1, 2, 0, 4]);
	expect([...newestFirst([]).rows]).toEqual([]);
});

it('orders as comparing scores, days and rows one by one does', () => {
	const score = fc.float({ min: 0, noNaN: true, noDefaultInfinity: true });
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(4), score), { maxLength: 60 }),
			fc.nat(9),
			(dated, undated) => {
				const dayOf = (row: number) => days[row] ?? -1;
				const days = [
					...dated.map(([day]) => day).sort((a, b) => a - b),
					...Array(undated).fill(null)
				];
				const rows = Uint32Array.from(days.keys()).filter((row) => row % 3 > 0);
				const scores = Float32Array.from(rows, (row) => dated[row % 7]?.[1] ?? 1);
				const expected = [...rows.keys()]
					.map((at) => ({ row: rows[at] ?? 0, score: scores[at] ?? 0 }))
					.sort((a, b) => b.score - a.score || dayOf(b.row) - dayOf(a.row) || a.row - b.row)
					.map(({ row }) => row);
				expect([...rankBest({ rows, scores }, newestFirst(days))]).toEqual(expected);
			}
		)
	);
});
