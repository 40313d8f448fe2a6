import { expect, it } from 'vitest';
import { stopAfter } from '../../src/lib/view/trends/walk.ts';

const point = (bin: number) => ({ bin, x: 0, y: 0, value: 1, small: false });
const lines = [
	{ at: 0, placed: [2, 3, 7].map(point) },
	{ at: 1, placed: [] },
	{ at: 2, placed: [1, 9].map(point) }
];

it.each([
	['ArrowLeft', [0, 2]],
	['ArrowRight', [0, 7]],
	['Home', [0, 2]],
	['End', [0, 7]],
	// A line without points is passed over; of two as near the earlier one is taken.
	['ArrowDown', [2, 1]],
	['ArrowUp', [0, 3]]
])('%s leads from the middle of the first line to %j', (key, [line, bin]) => {
	expect(stopAfter(key, { line: 0, bin: 3 }, lines)).toEqual({ line, bin });
});

it('stays where nothing lies that way, and leaves other keys alone', () => {
	const last = { line: 2, bin: 9 };
	expect(stopAfter('ArrowRight', last, lines)).toEqual(last);
	expect(stopAfter('ArrowDown', last, lines)).toEqual(last);
	expect(stopAfter('ArrowUp', last, lines)).toEqual({ line: 0, bin: 7 });
	expect(stopAfter('Enter', last, lines)).toBeNull();
});
