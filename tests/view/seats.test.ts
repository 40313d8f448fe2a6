import { expect, test } from 'vitest';
import { seatNames } from '../../src/lib/view/bylines/names.ts';

test('names are drawn in rows by their place, whoever stood there before', () => {
	const seats = seatNames([7, 3, 9], new Map([[9, 0]]), false);
	expect([...seats]).toEqual([
		[7, 0],
		[3, 1],
		[9, 2]
	]);
});

test('while somebody is at a row its name stays in it, and others take what is free', () => {
	const before = new Map([
		[3, 0],
		[9, 1],
		[4, 2]
	]);
	const seats = seatNames([7, 9, 3, 8], before, true);
	expect([...seats]).toEqual([
		[7, 2],
		[9, 1],
		[3, 0],
		[8, 3]
	]);
	expect(new Set(seats.values()).size).toBe(4);
});
