/** A stage for components: an archive made of a few facts per article, and an explorer whose URL is a variable. */
import { Explorer } from '../../src/lib/explorer/explorer.svelte.ts';
import { Entries } from '../../src/lib/bundle/entries.ts';
import type { Entry } from '../../src/lib/bundle/format.ts';
import type { Archive } from '../../src/lib/bundle/open.ts';
import type { Answer } from '../../src/lib/search/answer.ts';
import { catalogOf, type Facts } from '../filter/catalog.ts';

export type { Facts };

/** An archive that can be filtered and counted, and has no texts. */
function archiveOf(articles: readonly Facts[]): Archive {
	const size = articles.length;
	const files = { folder: 'entries', perFile: size, hashes: '012345', bytes: 1 };
	const entries = new Entries(files, size, async () =>
		articles.map(({ date }, row): Entry => ({
			id: `article-${row}`,
			headline: `Headline ${row}`,
			supplied: null,
			edtf: date ?? null,
			dateBasis: null,
			file: 'a.txt',
			lines: [1, 1],
			opening: ''
		}))
	);
	return {
		catalog: catalogOf(articles),
		manifest: { title: 'Stage', version: '0123456789abcdef', texts: { bytes: 1 } },
		entries,
		rowOf: (id: string) => entries.find(id, articles.keys())
	} as unknown as Archive;
}

/**
 * An explorer over such an archive; `visited` are the addresses it went to, the last one in force. Every question finds
 * the rows `found`; where `verified` is false, others may be found yet.
 */
export function stage(articles: readonly Facts[], found: readonly number[] = [], verified = true) {
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
					scores: Float32Array.from(found, () => 1),
					verified
				}) as unknown as Answer,
			excerpts: async () => [],
			lines: async () => null,
			compare: async () => null,
			suggest: async () => null,
			nearest: async () => null,
			counts: async () => null
		})
	});
	explorer.hold(archiveOf(articles));
	/** As the browser's back does it: to an address, and what was not written is dropped. */
	const goBack = (query: string) => {
		search = query;
		explorer.forget();
	};
	return { explorer, visited, goBack };
}

/** Asks as the layout of the page does: whenever the views take notice of other words. Gives what ends it. */
export function followed(explorer: Explorer): () => void {
	return $effect.root(() => {
		$effect(() => explorer.answers.follow());
	});
}
