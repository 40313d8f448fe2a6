/** Where an article stands among the results in force, as the reader page and the pane show it. */
import type { Explorer } from '$lib/explorer/explorer.svelte.ts';
import { headlineOf } from '$lib/explorer/neighbours.ts';
import type { Position, Way } from '$lib/view/reader/position.ts';

/** Null where the article is not among the results, or they are not known yet. `hrefOf` makes a link of an id. */
export function positionAmong(
	explorer: Explorer,
	id: string,
	hrefOf: (id: string) => string
): Position | null {
	if (!explorer.ready || explorer.answers.waiting) return null;
	const { rows } = explorer;
	const row = explorer.rowOf(id);
	const at = row === undefined ? -1 : rows.indexOf(row);
	if (at < 0) return null;
	const way = (place: number): Way | null => {
		const other = rows[place];
		const entry = other === undefined ? undefined : explorer.entry(other);
		return entry ? { href: hrefOf(entry.id), headline: headlineOf(entry) } : null;
	};
	return {
		at: at + 1,
		of: rows.length,
		atLeast: explorer.atLeast,
		previous: way(at - 1),
		next: way(at + 1)
	};
}
