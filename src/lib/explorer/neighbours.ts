/** The articles before and after one, by date, and those about the same things: the ways on for a reader. */
import type { Article } from '../archive/article.ts';
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

/** An article about the same things as another, as it is shown. */
export interface SimilarArticle {
	id: string;
	headline: string;
	/** Whether the headline is none of the file's but the opening words. */
	supplied: boolean;
	edtf: string | null;
	authors: string[];
	/** The most telling words that both have. */
	shared: string[];
}

/** What the archive says of the articles that are similar to one; empty where none are. Rejects with a `BundleError`. */
export async function similarTo(
	{ entries, catalog }: Archive,
	{ similar = [] }: Pick<Article, 'similar'>
): Promise<SimilarArticle[]> {
	await entries.load(similar.map(({ row }) => row));
	return similar.flatMap(({ row, shared }) => {
		const entry = entries.at(row);
		if (!entry) return [];
		const { id, edtf } = entry;
		const authors = (catalog.authors[row] ?? []).map((at) => catalog.names.author[at] ?? '');
		const supplied = entry.headline === null;
		return { id, headline: headlineOf(entry), supplied, edtf, authors, shared };
	});
}
