/** Catalogs for tests, made of the few facts that filters and counts look at. */
import { articleKinds, bases, type ArticleKind } from '../../src/lib/archive/article.ts';
import { periodOf } from '../../src/lib/archive/day.ts';
import { knownLevels, knownOf } from '../../src/lib/archive/known.ts';
import { features, type Catalog } from '../../src/lib/bundle/format.ts';

export interface Facts {
	authors?: readonly string[];
	/** YYYY, YYYY-MM or YYYY-MM-DD; then perhaps `?`, an uncertain date. */
	date?: string;
	publication?: string;
	kind?: ArticleKind;
	words?: number;
}

function codeOf(names: string[], name: string): number {
	const at = names.indexOf(name);
	return at < 0 ? names.push(name) - 1 : at;
}

/** A catalog in the order given; what filters do not look at is left out. */
export function catalogOf(articles: readonly Facts[]): Catalog {
	const names: Catalog['names'] = {
		author: [],
		publication: [],
		kind: [...articleKinds],
		language: ['en'],
		known: [...knownLevels],
		basis: [...bases],
		has: [...features]
	};
	const periods = articles.map(({ date }) => (date ? periodOf(date.replace('?', '')) : null));
	return {
		known: articles.map(({ date }) => knownLevels.indexOf(knownOf(date ?? null))),
		first: periods.map((period) => period?.first ?? null),
		last: periods.map((period) => period?.last ?? null),
		authors: articles.map(({ authors = [] }) => authors.map((name) => codeOf(names.author, name))),
		publication: articles.map(({ publication }) =>
			publication ? codeOf(names.publication, publication) : null
		),
		kind: articles.map(({ kind }) => articleKinds.indexOf(kind ?? 'full')),
		language: articles.map(() => 0),
		words: articles.map(({ words }) => words ?? 500),
		names
	} as unknown as Catalog;
}
