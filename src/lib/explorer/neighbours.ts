/** The articles before and after one, by date: the way on for a reader who came without a search. */
import type { Entry } from '../bundle/format.ts';
import type { Archive } from '../bundle/open.ts';

export interface Neighbour {
	id: string;
	headline: string;
}

export interface Neighbours {
	earlier: Neighbour | null;
	later: Neighbour | null;
}

/** The neighbours of a row, which is numbered by date. Rejects with a `BundleError`. */
export async function neighboursOf({ entries }: Archive, row: number): Promise<Neighbours> {
	await entries.load([row - 1, row + 1]);
	const neighbour = (at: number): Neighbour | null => {
		const entry = entries.at(at);
		return entry ? { id: entry.id, headline: headlineOf(entry) } : null;
	};
	return { earlier: neighbour(row - 1), later: neighbour(row + 1) };
}

/** The headline of an entry as printed, else the supplied one. */
export function headlineOf({ headline, supplied }: Entry): string {
	return headline ?? supplied ?? '';
}
