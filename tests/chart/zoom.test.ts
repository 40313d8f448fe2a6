import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	leastDays,
	moveView,
	pinchView,
	stretchView,
	zoomView
} from '../../src/lib/chart/place/zoom.ts';

const limits = { from: 0, until: 1000 };
const view = fc
	.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: leastDays, max: 100 }))
	.map(([from, days]) => ({ from, until: from + days }));
const number = fc.double({ min: -5000, max: 5000, noNaN: true });

function lawful({ from, until }: { from: number; until: number }) {
	expect(from).toBeGreaterThanOrEqual(limits.from);
	expect(until).toBeLessThanOrEqual(limits.until + 1e-9);
	expect(until - from).toBeGreaterThan(leastDays - 1e-6);
}

describe('a view of a time axis', () => {
	test('never leaves the axis nor gets too short, whatever a hand does', () => {
		fc.assert(
			fc.property(
				view,
				number,
				number,
				fc.double({ min: 0.001, max: 1000, noNaN: true }),
				(seen, a, b, by) => {
					lawful(zoomView(seen, by, a, limits));
					lawful(moveView(seen, a, limits));
					lawful(stretchView(seen, 'from', a, limits));
					lawful(stretchView(seen, 'until', a, limits));
					lawful(pinchView([a, b], [0.3, 0.3 + by / 1000], limits));
				}
			)
		);
		lawful(moveView({ from: 10, until: 20 }, Infinity, limits));
		lawful(moveView({ from: 10, until: 20 }, -Infinity, limits));
	});

	test('zoomed about a day, keeps the day where it was', () => {
		expect(zoomView({ from: 400, until: 600 }, 0.5, 450, limits)).toEqual({
			from: 425,
			until: 525
		});
		expect(zoomView({ from: 400, until: 600 }, 2, 500, limits)).toEqual({ from: 300, until: 700 });
		// A day out of sight is not dragged in.
		expect(zoomView({ from: 400, until: 600 }, 0.5, 900, limits)).toEqual({
			from: 500,
			until: 600
		});
	});

	test('zoomed in and out again by as much, is what it was, where no end was met', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.2, max: 1, noNaN: true }), (by) => {
				const seen = { from: 450, until: 550 };
				const back = zoomView(zoomView(seen, by, 480, limits), 1 / by, 480, limits);
				expect(back.from).toBeCloseTo(450, 6);
				expect(back.until).toBeCloseTo(550, 6);
			})
		);
	});

	test('between two fingers, has their days under them', () => {
		const { from, until } = pinchView([400, 500], [0.25, 0.75], limits);
		expect([from, until]).toEqual([350, 550]);
		expect(pinchView([500, 400], [0.75, 0.25], limits)).toEqual({ from: 350, until: 550 });
	});

	test('an axis shorter than the least is shown whole', () => {
		const short = { from: 0, until: 3 };
		expect(zoomView(short, 0.1, 1, short)).toEqual(short);
		expect(stretchView(short, 'from', 2, short)).toEqual(short);
	});
});
