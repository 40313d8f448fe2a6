import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	pathBricks,
	placeBricks,
	brickAt,
	type BrickStack
} from '../../src/lib/chart/place/bricks.ts';
import { placeBars, placeSilhouette } from '../../src/lib/chart/place/bars.ts';
import { placeCaptions } from '../../src/lib/chart/place/captions.ts';
import { gapOf, placeBar, placeBins, placeCounts } from '../../src/lib/chart/place/scale.ts';
import { countTicks, placeTimeTicks } from '../../src/lib/chart/place/ticks.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const months = (from: number, to: number) => {
	const edges: number[] = [];
	for (let at = from * 12; at <= to * 12; at++)
		edges.push(Date.UTC(Math.floor(at / 12), at % 12, 1) / 86_400_000);
	return Int32Array.from(edges);
};
const years = (from: number, to: number) =>
	Int32Array.from({ length: to - from + 1 }, (_, at) => day(`${from + at}-01-01`));

/** The axis of the seeds: five years by month, 1226 pixels wide. */
const fiveYears = placeBins(months(2022, 2027), 34, 1260);

describe('bins of time', () => {
	test('are equally wide, and May 2022 of five years stands where the specification has it', () => {
		expect(fiveYears.pitch).toBeCloseTo(20.43, 2);
		const { x, width } = placeBar(fiveYears, 4);
		expect(x).toBeCloseTo(117.7, 1);
		expect(width).toBeCloseTo(16.4, 1);
	});

	test('leave gaps of 4, 2 and 1 pixels', () => {
		expect([20, 14, 8, 6, 3].map(gapOf)).toEqual([4, 2, 2, 1, 1]);
	});

	test('a day lies within its bin, and days outside are held at the ends', () => {
		expect(fiveYears.x(day('2022-01-01'))).toBe(34);
		expect(fiveYears.x(day('2023-01-01'))).toBeCloseTo(279.2, 1);
		expect(fiveYears.x(day('2022-01-16'))).toBeCloseTo(34 + (15 / 31) * 20.43, 1);
		expect(fiveYears.x(day('1900-01-01'))).toBe(34);
		expect(fiveYears.x(day('2100-01-01'))).toBe(1260);
	});

	test('a pixel finds its bin and its nearest edge', () => {
		expect(fiveYears.binAt(34)).toBe(0);
		expect(fiveYears.binAt(33 + 20.43 * 3)).toBe(2);
		expect(fiveYears.binAt(-50)).toBe(0);
		expect(fiveYears.binAt(5000)).toBe(59);
		expect(fiveYears.edgeAt(34 + 20.43 * 2.6)).toBe(3);
		expect(fiveYears.edgeAt(5000)).toBe(60);
	});
});

describe('ticks of time', () => {
	const labels = (scale: typeof fiveYears) =>
		placeTimeTicks(scale).flatMap(({ label }) => (label === null ? [] : [label]));

	test('five years have a label each, four pixels right of nothing but their own tick', () => {
		expect(labels(fiveYears)).toEqual(['2022', '2023', '2024', '2025', '2026']);
		expect(placeTimeTicks(fiveYears).at(-1)).toEqual({ x: 1260, label: null });
	});

	test('forty years have a label every five, with small ticks between', () => {
		const scale = placeBins(years(1987, 2027), 34, 1260);
		expect(labels(scale)).toEqual([1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025].map(String));
		expect(placeTimeTicks(scale)).toHaveLength(41);
	});

	test('on a phone forty years have a label every ten, and five years one each', () => {
		expect(labels(placeBins(years(1987, 2027), 34, 298))).toEqual(
			[1990, 2000, 2010, 2020].map(String)
		);
		expect(labels(placeBins(years(2022, 2027), 34, 298))).toHaveLength(5);
	});

	test('one year is labelled by month, one month by week', () => {
		expect(labels(placeBins(months(2022, 2023), 34, 1260)).slice(0, 3)).toEqual([
			'Jan 2022',
			'Feb',
			'Mar'
		]);
		const may = Int32Array.from({ length: 32 }, (_, at) => day('2022-05-01') + at);
		expect(labels(placeBins(may, 34, 1260))).toEqual([
			'2 May 2022',
			'9 May',
			'16 May',
			'23 May',
			'30 May'
		]);
	});

	test('three hundred years have labels that keep their distance', () => {
		const ticks = placeTimeTicks(placeBins(years(1700, 2005), 34, 1260));
		const xs = ticks.filter(({ label }) => label !== null).map(({ x }) => x);
		expect(xs.length).toBeGreaterThan(3);
		for (let at = 1; at < xs.length; at++) expect(xs[at]! - xs[at - 1]!).toBeGreaterThan(60);
	});
});

test('the axis of counts has one to three round values and no zero', () => {
	expect([13, 150, 270, 480, 1, 2, 20].map((max) => countTicks(max))).toEqual([
		[5, 10],
		[50, 100, 150],
		[100, 200],
		[200, 400],
		[1],
		[1, 2],
		[10, 20]
	]);
	expect(countTicks(0)).toEqual([]);
});

describe('bars', () => {
	const scale = placeBins(Int32Array.from([0, 1, 2]), 0, 40);
	const counts = placeCounts(10, 0, 100);

	test('stand on the base with the outline on top of the solid part', () => {
		const { solid, outline } = placeBars(scale, counts, [5, 0], [2, 0]);
		expect(solid).toBe('M2 50h16v50h-16zM22 100h16v0h-16z');
		expect(outline).toBe('M2.6 30.6h14.8v18.8h-14.8z');
	});

	test('something is never drawn as nothing', () => {
		expect(placeBars(scale, counts, [0.01, 0], [0, 0]).solid).toContain('v1.5');
	});

	test('the commands of the solid path are the same whatever the counts', () => {
		const shape = (solid: number[]) =>
			placeBars(scale, counts, solid, [0, 0]).solid.replace(/[-\d.]+/g, '#');
		expect(shape([0, 0])).toBe(shape([9, 3]));
	});

	test('the silhouette runs on without gaps and is closed along the base', () => {
		const { line, fill } = placeSilhouette(scale, counts, [5, 0]);
		expect(line).toBe('M0 50H20V100H40V100');
		expect(fill).toBe('M0 50H20V100H40V100H0z');
	});
});

describe('bricks', () => {
	const nothing = { items: [], share: 0 };
	const empty: BrickStack = { solid: nothing, outline: nothing, ghost: nothing, dashed: nothing };
	const counts = placeCounts(13.5, 14, 164);
	const stacks = fiveYears.cuts.slice(1).map(() => empty);

	test('stack from the base with a gap of a pixel and a half, passing ones first', () => {
		stacks[4] = { ...empty, ghost: { items: [7], share: 0 }, solid: { items: [3, 5], share: 0 } };
		const bricks = placeBricks(fiveYears, counts, stacks);
		expect(bricks.map(({ item, look }) => [item, look])).toEqual([
			[3, 'solid'],
			[5, 'solid'],
			[7, 'ghost']
		]);
		expect(bricks[0]!.y).toBeCloseTo(154.4, 1);
		expect(bricks[0]!.height).toBeCloseTo(9.6, 1);
		expect(bricks[1]!.y).toBeCloseTo(143.3, 1);
		expect(pathBricks(bricks).cap).not.toBe('');
	});

	test('a point finds the brick under it', () => {
		const bricks = placeBricks(fiveYears, counts, stacks);
		expect(brickAt(bricks, 125, 150)?.item).toBe(5);
		expect(brickAt(bricks, 125, 20)).toBeUndefined();
		expect(brickAt(bricks, 500, 160)).toBeUndefined();
	});

	test('shares of articles make one lower brick that is no single article', () => {
		const some = [{ ...empty, outline: { items: [], share: 0.5 } }];
		const scale = placeBins(Int32Array.from([0, 1]), 0, 20);
		const [brick] = placeBricks(scale, placeCounts(1, 0, 20), some);
		expect(brick?.item).toBeNull();
		expect(brick?.height).toBe(8.5);
	});
});

describe('captions', () => {
	const box = (x: number, top: number) => ({ x, width: 16, top, base: 164 });

	test('stand to the right, to the left where there is no room, and else not at all', () => {
		const boxes = [box(118, 88), box(854, 122), box(1038, 22)];
		const placed = placeCaptions(
			[
				{ box: boxes[0]!, text: '14–16 May 2022: 7 articles' },
				{ box: boxes[1]!, text: 'May 2025: 4 articles, month only' },
				{
					box: boxes[2]!,
					text: 'A caption that is far too long for whatever is left of the width'.repeat(3)
				}
			],
			boxes,
			34,
			1260
		);
		expect(placed.map(({ x, anchor }) => [x, anchor])).toEqual([
			[142, 'start'],
			[846, 'end']
		]);
	});

	test('never leave the picture or touch each other', () => {
		const someBox = fc
			.record({ x: fc.integer({ min: 34, max: 1200 }), top: fc.integer({ min: 14, max: 150 }) })
			.map(({ x, top }) => box(x, top));
		fc.assert(
			fc.property(fc.array(someBox, { maxLength: 4 }), (boxes) => {
				const text = '14–16 May 2022: 7 articles';
				const placed = placeCaptions(
					boxes.map((each) => ({ box: each, text })),
					boxes,
					34,
					1260
				);
				const width = text.length * 6.6;
				const areas = placed.map(({ x, y, anchor }) => ({
					x: anchor === 'start' ? x : x - width,
					y
				}));
				for (const { x } of areas) {
					expect(x).toBeGreaterThanOrEqual(34);
					expect(x + width).toBeLessThanOrEqual(1260);
				}
				for (const [at, one] of areas.entries())
					for (const other of areas.slice(at + 1))
						expect(Math.abs(one.x - other.x) >= width || Math.abs(one.y - other.y) >= 12).toBe(
							true
						);
			})
		);
	});
});
