/** The articles before and after one, by date: the way on for a reader who came without a search. */
import type { Catalog } from '../bundle/format.ts';

export interface Neighbour {
	id: string;
	headline: string;
}

export interface Neighbours {
	earlier: Neighbour | null;
	later: Neighbour | null;
}

/** The neighbours of a row, which is numbered by date. */
export function neighboursOf(catalog: Catalog, row: number): Neighbours {
	const neighbour = (at: number): Neighbour | null => {
		const id = catalog.id[at];
		return id === undefined ? null : { id, headline: headlineAt(catalog, at) };
	};
	return { earlier: neighbour(row - 1), later: neighbour(row + 1) };
}

/** The headline of a row as printed, else the supplied one. */
export function headlineAt(catalog: Catalog, row: number): string {
	return catalog.headline[row] ?? catalog.supplied[row] ?? '';
}
