import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dragRange, strokeRange } from '../../src/lib/chart/place/range.ts';
import { placeBins } from '../../src/lib/chart/place/scale.ts';

/** Ten bins of ten days, ten pixels each. */
const edges = Int32Array.from({ length: 11 }, (_, at) => at * 10);
const scale = placeBins(edges, 0, 100);
const start = { from: 20, until: 50 };

describe('dragging', () => {
	test('a new range takes in every bin it touches, in either direction', () => {
		expect(dragRange(scale, 'new', start, 32, 58)).toEqual({ from: 30, until: 60 });
		expect(dragRange(scale, 'new', start, 58, 32)).toEqual({ from: 30, until: 60 });
		expect(dragRange(scale, 'new', start, 58, -200)).toEqual({ from: 0, until: 60 });
	});

	test('an end goes to the nearest edge, from wherever it was taken hold of', () => {
		expect(dragRange(scale, 'from', start, 23, 37)).toEqual({ from: 30, until: 50 });
		expect(dragRange(scale, 'until', start, 48, 72)).toEqual({ from: 20, until: 70 });
	});

	test('the ends push each other and never cross', () => {
		expect(dragRange(scale, 'from', start, 20, 80)).toEqual({ from: 80, until: 90 });
		expect(dragRange(scale, 'until', start, 50, -30)).toEqual({ from: 0, until: 10 });
		expect(dragRange(scale, 'from', start, 20, 900)).toEqual({ from: 90, until: 100 });
	});

	test('a whole range keeps its bins and stays on the axis', () => {
		expect(dragRange(scale, 'whole', start, 30, 51)).toEqual({ from: 40, until: 70 });
		expect(dragRange(scale, 'whole', start, 30, 900)).toEqual({ from: 70, until: 100 });
		expect(dragRange(scale, 'whole', start, 30, -900)).toEqual({ from: 0, until: 30 });
	});

	test('an end that was not moved stays where it was, in the midst of a bin too', () => {
		expect(dragRange(scale, 'from', { from: 20, until: 47 }, 20, 31)).toEqual({
			from: 30,
			until: 47
		});
	});

	test('whatever is dragged, the range is on the axis and not empty', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('from', 'until', 'whole', 'new'),
				fc.integer({ min: -50, max: 150 }),
				fc.integer({ min: -50, max: 150 }),
				(grip, x0, x) => {
					const { from, until } = dragRange(scale, grip, start, x0, x);
					expect(from).toBeGreaterThanOrEqual(0);
					expect(until).toBeLessThanOrEqual(100);
					expect(until).toBeGreaterThan(from);
				}
			)
		);
	});
});

describe('keys', () => {
	const press = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) => ({
		key,
		shiftKey: false,
		altKey: false,
		...held
	});

	test('an arrow moves an end by one bin, to the next edge where it stood between two', () => {
		expect(strokeRange(scale, 'from', start, press('ArrowRight'))).toEqual({ from: 30, until: 50 });
		expect(strokeRange(scale, 'from', { from: 23, until: 50 }, press('ArrowLeft'))).toEqual({
			from: 20,
			until: 50
		});
		expect(strokeRange(scale, 'until', start, press('ArrowLeft'))).toEqual({ from: 20, until: 40 });
	});

	test('an arrow pushes the other end on', () => {
		const narrow = { from: 40, until: 50 };
		expect(strokeRange(scale, 'from', narrow, press('ArrowRight'))).toEqual({
			from: 50,
			until: 60
		});
	});

	test('with Alt both ends move, with Shift one by a year', () => {
		expect(strokeRange(scale, 'from', start, press('ArrowRight', { altKey: true }))).toEqual({
			from: 30,
			until: 60
		});
		const years = placeBins(
			Int32Array.from({ length: 41 }, (_, at) => Math.round(at * 91.3125)),
			0,
			400
		);
		const next = strokeRange(
			years,
			'until',
			{ from: 0, until: years.edges[8]! },
			press('ArrowRight', { shiftKey: true })
		);
		expect(next).toEqual({ from: 0, until: years.edges[12] });
	});

	test('Home and End go to the ends; other keys mean nothing', () => {
		expect(strokeRange(scale, 'until', start, press('End'))).toEqual({ from: 20, until: 100 });
		expect(strokeRange(scale, 'from', start, press('Home'))).toEqual({ from: 0, until: 50 });
		expect(strokeRange(scale, 'from', start, press('End'))).toEqual({ from: 90, until: 100 });
		expect(strokeRange(scale, 'from', start, press('x'))).toBeNull();
	});
});
