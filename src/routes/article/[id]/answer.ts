/** What stands at the address of an article: the article itself, another address, or the word that it is hidden. */
import type { Article, Tombstone } from '$lib/archive/article.ts';
import type { Archive } from '$lib/bundle/open.ts';
import type { Addresses } from '$lib/bundle/report.ts';
import {
	neighboursOf,
	similarTo,
	type Neighbours,
	type SimilarArticle
} from '$lib/explorer/neighbours.ts';

/** An article with its neighbours by date and those that are similar. */
export type Shown = Neighbours & { article: Article; similar: SimilarArticle[] };

/** The id under which an article stands now, and its whole address where the archive says what that begins with. */
export interface Moved {
	moved: string;
	canonical: string | null;
}

export type Answer = Shown | Moved | { hidden: Tombstone };

/** Answers for an id from the open archive; null where no article has or had it. */
export async function answerFor(archive: Archive, id: string): Promise<Answer | null> {
	const row = await archive.rowOf(id);
	if (row !== undefined) {
		const article = await archive.article(row);
		const similar = await similarTo(archive, article);
		return { article, ...(await neighboursOf(archive, row)), similar };
	}
	const bytes = await archive.read('addresses.json').catch(() => null);
	if (!bytes) return null;
	const { aliases, hidden } = JSON.parse(new TextDecoder().decode(bytes)) as Addresses;
	const target = Object.hasOwn(aliases, id) ? aliases[id] : undefined;
	const tombstone = hidden.find((each) => each.id === (target ?? id));
	if (tombstone) return { hidden: tombstone };
	if (target === undefined) return null;
	const { address } = archive.manifest;
	const canonical = address === null ? null : `${address.replace(/\/*$/, '')}/article/${target}/`;
	return { moved: target, canonical };
}
