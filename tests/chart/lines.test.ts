import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	linePath,
	markedPoints,
	markerPath,
	partLabels,
	placePoints
} from '../../src/lib/chart/place/lines.ts';
import { placeBins, placeCounts } from '../../src/lib/chart/place/scale.ts';

const scale = placeBins(Int32Array.of(0, 10, 20, 30, 40, 50, 60), 0, 60);
const counts = placeCounts(10, 0, 100);
const points = (...values: (number | null | [number])[]) =>
	placePoints(
		scale,
		counts,
		values.map((value) =>
			Array.isArray(value) ? { value: value[0], small: true } : { value, small: false }
		)
	);

describe('a line', () => {
	test('runs from the middle of a bin to the middle of the next', () => {
		expect(linePath(points(0, 5, 10))).toBe('M5 100L15 50L25 0');
	});

	test('has a gap where there is no value, and never falls to zero for it', () => {
		expect(linePath(points(5, 5, null, 5, 5))).toBe('M5 50L15 50M35 50L45 50');
	});

	test('leads to no point in doubt', () => {
		expect(linePath(points(5, 5, [9], 5, 5))).toBe('M5 50L15 50M35 50L45 50');
	});

	test('marks what no line leads to, each sixth point and the last', () => {
		const marked = markedPoints(points(5, 5, null, 5, null, 5)).map(({ bin }) => bin);
		expect(marked).toEqual([0, 3, 5]);
		expect(markedPoints(points(1, 2, 3, [4], 5, 6)).map(({ bin }) => bin)).toEqual([0, 3, 5]);
	});

	test('has five markers, no two alike', () => {
		const all = [0, 1, 2, 3, 4].map((kind) => markerPath(kind, 10, 10));
		expect(new Set(all).size).toBe(5);
	});
});

describe('labels', () => {
	test('stand apart and within, wherever there is room, in the order of their places', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -20, max: 220 }), { maxLength: 5 }), (wanted) => {
				const placed = partLabels(wanted, 20, 0, 200);
				const sorted = [...placed].sort((a, b) => a - b);
				for (const [at, y] of sorted.entries()) {
					expect(y).toBeGreaterThanOrEqual(0);
					expect(y).toBeLessThanOrEqual(200);
					if (at > 0) expect(y - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(20);
				}
				for (const a of wanted.keys())
					for (const b of wanted.keys())
						if (wanted[a]! < wanted[b]!) expect(placed[a]).toBeLessThan(placed[b]!);
			})
		);
	});
});
