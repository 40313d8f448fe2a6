/** The account of an author as JSON: what the page is made of, free to reuse. */
import { error, json } from '@sveltejs/kit';
import type { Article } from '$lib/archive/article.ts';
import type { PublishedAccount } from '$lib/archive/author.ts';
import { authorAccount } from '$lib/explorer/author.ts';
import { addressOf, feedOfAuthor } from '$lib/found.server.ts';
import { countWordsOf, distinctiveTerms, type WordCounts } from '$lib/press/distinctive.ts';
import { mostPages } from '$lib/bundle/format.ts';
import { builtArchive, type Built } from '$lib/seeds.server.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'never';

let counted: { of: Built; articles: Article[]; words: WordCounts } | null = null;

/** All articles and their words; not of an archive beyond the bound of pages. */
async function wordsOf(built: Built) {
	if (counted?.of !== built) {
		const articles = await built.articles();
		counted = { of: built, articles, words: countWordsOf(articles) };
	}
	return counted;
}

async function termsOf(built: Built, name: string): Promise<PublishedAccount['terms']> {
	if (built.archive.manifest.counts.articles > mostPages) return null;
	const { articles, words } = await wordsOf(built);
	const own = articles.filter(({ authors }) => authors.includes(name));
	return distinctiveTerms(countWordsOf(own), words, own.length);
}

export const GET: RequestHandler = async ({ params }) => {
	const built = await builtArchive();
	const account = await authorAccount(built.archive, params.slug);
	if (!account) error(404, `This archive has no author with the address ${params.slug}.`);
	const merge = built.merges.find(({ name }) => name === account.name) ?? null;
	const { variants = [], pseudonyms = [], reason = '', line = 0 } = merge ?? {};
	return json({
		...account,
		merge: merge && { variants, pseudonyms, reason, line },
		terms: await termsOf(built, account.name),
		version: built.archive.manifest.version,
		address: await addressOf(`author/${params.slug}/`),
		feed: await feedOfAuthor(account.name)
	} satisfies PublishedAccount);
};
