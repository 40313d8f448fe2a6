/** A stage for components: an archive made of a few facts per article, and an explorer whose URL is a variable. */
import { Explorer } from '../../src/lib/explorer/explorer.svelte.ts';
import type { ArticleKind } from '../../src/lib/archive/article.ts';
import { periodOf } from '../../src/lib/archive/day.ts';
import type { Archive } from '../../src/lib/bundle/open.ts';
import type { Catalog } from '../../src/lib/bundle/format.ts';
import type { Answer } from '../../src/lib/search/answer.ts';

export interface Facts {
	authors?: string[];
	/** YYYY, YYYY-MM or YYYY-MM-DD. */
	date?: string;
	publication?: string;
	kind?: ArticleKind;
	words?: number;
}

function codeOf(names: string[], name: string): number {
	const at = names.indexOf(name);
	return at < 0 ? names.push(name) - 1 : at;
}

/** An archive that can be filtered and counted, and has no texts. */
export function archiveOf(articles: readonly Facts[]): Archive {
	const names: Catalog['names'] = { author: [], publication: [], file: ['seed.txt'] };
	const periods = articles.map(({ date }) => (date ? periodOf(date) : null));
	const catalog = {
		id: articles.map((_, row) => `article-${row}`),
		edtf: articles.map(({ date }) => date ?? null),
		first: periods.map((period) => period?.first ?? null),
		last: periods.map((period) => period?.last ?? null),
		authors: articles.map(({ authors = [] }) => authors.map((name) => codeOf(names.author, name))),
		publication: articles.map(({ publication }) =>
			publication ? codeOf(names.publication, publication) : null
		),
		kind: articles.map(({ kind }) => kind ?? 'full'),
		words: articles.map(({ words }) => words ?? 500),
		names
	} as unknown as Catalog;
	return { catalog, manifest: {}, rowOf: () => undefined } as unknown as Archive;
}

/** An explorer over such an archive; `visited` are the addresses it went to, the last one in force. */
export function stage(articles: readonly Facts[], found: readonly number[] = []) {
	let search = $state('');
	const visited: string[] = [];
	const explorer = new Explorer({
		place: { base: '', single: false },
		search: () => search,
		go: async (address) => {
			visited.push(address);
			search = /\?.*/.exec(address)?.[0] ?? '';
		},
		connect: () => ({
			ask: async (question) =>
				({
					question,
					rows: Uint32Array.from(found),
					scores: Float32Array.from(found, () => 1)
				}) as unknown as Answer,
			excerpts: async () => []
		})
	});
	explorer.hold(archiveOf(articles));
	return { explorer, visited };
}
