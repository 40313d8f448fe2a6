/** Rows whose texts are nearly the same, folded into the first of them that a list shows. */
import type { Catalog } from '../bundle/format.ts';

/** The lowest row of each row's group; the row itself where it is like no other. Likeness passes on: a to b, b to c. */
export function groupsOf({ first, alike = {} }: Pick<Catalog, 'first' | 'alike'>): Uint32Array {
	const group = new Uint32Array(first.length).map((_, row) => row);
	const rootOf = (row: number): number => {
		let root = row;
		while (group[root] !== root) root = group[root] ?? root;
		return root;
	};
	for (const [row, others] of Object.entries(alike)) {
		for (const other of others) {
			const [a, b] = [rootOf(Number(row)), rootOf(other)];
			group[Math.max(a, b)] = Math.min(a, b);
		}
	}
	return group.map((_, row) => rootOf(row));
}

/** A list, and how many rows stand behind one that is shown for all of its group. */
export interface Collapsed {
	rows: Uint32Array;
	behind: ReadonlyMap<number, number>;
}

/** The list as it is: nothing stands behind anything. */
export function uncollapsed(rows: Uint32Array): Collapsed {
	return { rows, behind: new Map() };
}

/** The rows in their order, each group only where it comes first; and how many stand behind each that is kept. */
export function collapseRows(rows: Uint32Array, groups: Uint32Array): Collapsed {
	const first = new Map<number, number>();
	const behind = new Map<number, number>();
	const kept = rows.filter((row) => {
		const group = groups[row] ?? row;
		const shown = first.get(group);
		if (shown === undefined) {
			first.set(group, row);
			return true;
		}
		behind.set(shown, (behind.get(shown) ?? 0) + 1);
		return false;
	});
	return { rows: kept, behind };
}
