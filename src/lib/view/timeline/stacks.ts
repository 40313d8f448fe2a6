/** Articles sorted into stacks of bricks: which stand whole in a bin, and which share themselves among several. */
import { bisectRight } from 'd3';
import type { Day } from '../../archive/day.ts';
import { knownLevels, type Known } from '../../archive/known.ts';
import type { BrickLook, BrickStack } from '../../chart/place/bricks.ts';
import type { Columns } from '../../filter/columns.ts';
import { nameDays } from './period.ts';

function emptyStack(): BrickStack & Record<BrickLook, { items: number[]; share: number }> {
	const group = () => ({ items: [] as number[], share: 0 });
	return { solid: group(), outline: group(), ghost: group(), dashed: group() };
}

/** How well the date of an article is known. */
export function knownOfRow({ facet: { known } }: Columns, row: number): Known {
	return knownLevels[known.codes[known.start[row] as number] as number] ?? 'undated';
}

function lookOf(columns: Columns, mask: Uint8Array, row: number): BrickLook {
	const exact = knownOfRow(columns, row) === 'day';
	if (mask[row] === 0) return exact ? 'solid' : 'outline';
	return exact ? 'ghost' : 'dashed';
}

/** One stack a bin; items are rows. Undated articles and those outside the bins are left out. */
export function stackArticles(columns: Columns, mask: Uint8Array, edges: Int32Array): BrickStack[] {
	const size = edges.length - 1;
	const stacks = Array.from({ length: size }, emptyStack);
	for (let row = 0; row < columns.size; row++) {
		const [from, to] = [columns.first[row] as number, columns.last[row] as number];
		if (from > to || to < (edges[0] as number) || knownOfRow(columns, row) === 'undated') continue;
		const look = lookOf(columns, mask, row);
		const home = bisectRight(edges, from) - 1;
		if (home >= 0 && home < size && to < (edges[home + 1] as number)) {
			stacks[home]?.[look].items.push(row);
			continue;
		}
		for (let bin = Math.max(0, home); bin < size && (edges[bin] as number) <= to; bin++) {
			const until = Math.min(to + 1, edges[bin + 1] as number);
			const overlap = until - Math.max(from, edges[bin] as number);
			const group = stacks[bin]?.[look];
			if (group && overlap > 0) group.share += overlap / (to - from + 1);
		}
	}
	return stacks;
}

/** The stack of articles without a date. */
export function stackUndated(columns: Columns, mask: Uint8Array): BrickStack {
	const stack = emptyStack();
	for (let row = 0; row < columns.size; row++)
		if (knownOfRow(columns, row) === 'undated')
			stack[mask[row] === 0 ? 'outline' : 'dashed'].items.push(row);
	return stack;
}

const doubts: Partial<Record<Known, string>> = {
	month: ', month only',
	year: ', year only',
	uncertain: ', date approximate or uncertain'
};

/** A stack in plain words: `14–16 May 2022: 7 articles`, `May 2025: 4 articles, month only`; null where it is empty. */
export function nameStack(columns: Columns, stack: BrickStack): string | null {
	const rows = Object.values(stack).flatMap((group) => group.items);
	if (rows.length === 0) return null;
	const first = Math.min(...rows.map((row) => columns.first[row] as number)) as Day;
	const last = Math.max(...rows.map((row) => columns.last[row] as number)) as Day;
	const [level, another] = [...new Set(rows.map((row) => knownOfRow(columns, row)))];
	const doubt = another ? ', some dates approximate' : level ? (doubts[level] ?? '') : '';
	const many = rows.length === 1 ? 'article' : 'articles';
	return `${nameDays(first, last)}: ${rows.length} ${many}${doubt}`;
}
