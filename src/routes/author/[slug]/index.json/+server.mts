/** The account of an author as JSON: what the page is made of, free to reuse. */
import { error, json } from '@sveltejs/kit';
import type { PublishedAccount } from '$lib/archive/author.ts';
import { authorAccount } from '$lib/explorer/author.ts';
import { addressOf, feedOfAuthor } from '$lib/found.server.ts';
import { countWordsOf, distinctiveTerms, type WordCounts } from '$lib/press/distinctive.ts';
import { mostPages } from '$lib/bundle/format.ts';
import { builtArchive, type Built } from '$lib/seeds.server.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'never';

/** The words of the whole archive, counted once for all its authors. */
const counted = new WeakMap<Built, WordCounts>();

function wordsOf(built: Built): WordCounts {
	const known = counted.get(built);
	if (known) return known;
	const counts = countWordsOf(built.articles);
	counted.set(built, counts);
	return counts;
}

export const GET: RequestHandler = async ({ params }) => {
	const built = await builtArchive();
	const account = await authorAccount(built.archive, params.slug);
	if (!account) error(404, `This archive has no author with the address ${params.slug}.`);
	const merge = built.merges.find(({ name }) => name === account.name) ?? null;
	const own = built.articles.filter(({ authors }) => authors.includes(account.name));
	const terms =
		built.articles.length > mostPages
			? null
			: distinctiveTerms(countWordsOf(own), wordsOf(built), own.length);
	const { variants = [], pseudonyms = [], reason = '', line = 0 } = merge ?? {};
	return json({
		...account,
		merge: merge && { variants, pseudonyms, reason, line },
		terms,
		version: built.manifest.version,
		address: await addressOf(`author/${params.slug}/`),
		feed: await feedOfAuthor(account.name)
	} satisfies PublishedAccount);
};
