import { describe, expect, it } from 'vitest';
import { collapseRows, groupsOf } from '../../src/lib/filter/collapse.ts';

const first = [1, 2, 3, 4, 5];

describe('a list in which near-identical articles stand once', () => {
	it('groups what is alike, one passing it on to the next', () => {
		expect([...groupsOf({ first, alike: { 2: [0], 4: [2], 3: [1] } })]).toEqual([0, 1, 0, 1, 0]);
		expect([...groupsOf({ first })]).toEqual([0, 1, 2, 3, 4]);
	});

	it('keeps of each group the row that comes first in the order asked for', () => {
		const groups = groupsOf({ first, alike: { 2: [0], 4: [2] } });
		const { rows, behind } = collapseRows(Uint32Array.of(4, 3, 2, 1, 0), groups);
		expect([...rows]).toEqual([4, 3, 1]);
		expect([...behind]).toEqual([[4, 2]]);
	});

	it('shows an article whose twin does not pass', () => {
		const groups = groupsOf({ first, alike: { 2: [0] } });
		expect([...collapseRows(Uint32Array.of(2, 3), groups).rows]).toEqual([2, 3]);
	});
});
