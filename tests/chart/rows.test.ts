import { expect, test } from 'vitest';
import { planRows, shorten } from '../../src/lib/chart/place/rows.ts';

test('a name has the room that it needs beside its row, never more than its share, and none of the marks’', () => {
	const plan = planRows(800, ['Ana', 'Marta Ibáñez'], ['26']);
	expect(plan.stacked).toBe(false);
	expect(plan.name).toBe(84);
	expect(plan.left).toBeGreaterThan(plan.name);
	expect(plan.right).toBeLessThan(800);
	const long = planRows(800, ['x'.repeat(120)], ['1,000 of 100,000']);
	expect(long.name).toBe(320);
	expect(long.right - long.left).toBeGreaterThan(200);
});

test('on a narrow page names stand above, and marks have the whole width', () => {
	expect(planRows(358, ['x'.repeat(120)], ['14 of 26'])).toMatchObject({
		stacked: true,
		left: 0,
		right: 358
	});
	expect(planRows(0, [], []).right).toBeGreaterThan(0);
});

test('a long name is cut between letters, and what fits is left whole', () => {
	expect(shorten('Ana', 21)).toBe('Ana');
	expect(shorten('Marta Ibáñez', 49)).toBe('Marta…');
	expect([...shorten('𝒜'.repeat(40), 70)]).toHaveLength(10);
});
