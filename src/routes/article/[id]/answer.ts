/** What stands at the address of an article: the article itself, another address, or the word that it is hidden. */
import type { Article, Tombstone } from '$lib/archive/article.ts';
import { readAccount } from '$lib/bundle/account.ts';
import type { Manifest } from '$lib/bundle/format.ts';
import type { Archive } from '$lib/bundle/open.ts';
import type { Addresses } from '$lib/bundle/report.ts';
import {
	neighboursOf,
	similarTo,
	type Neighbours,
	type SimilarArticle
} from '$lib/explorer/neighbours.ts';
import { wholeAddress } from '$lib/filter/link.ts';

/** What is said of the archive beside each of its articles. */
export type Holder = Pick<Manifest, 'title' | 'version' | 'publisher' | 'address'>;

/** An article with its neighbours by date, those that are similar, and the archive that holds it. */
export type Shown = Neighbours & {
	article: Article;
	similar: SimilarArticle[];
	archive: Holder;
};

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
		const { title, version, publisher, address } = archive.manifest;
		return {
			article,
			archive: { title, version, publisher, address },
			...(await neighboursOf(archive, row)),
			similar: await similarTo(archive, article)
		};
	}
	const addresses = await readAccount<Addresses>(archive, 'addresses.json');
	if (!addresses) return null;
	const { aliases, hidden } = addresses;
	const target = Object.hasOwn(aliases, id) ? aliases[id] : undefined;
	const tombstone = hidden.find((each) => each.id === (target ?? id));
	if (tombstone) return { hidden: tombstone };
	if (target === undefined) return null;
	return {
		moved: target,
		canonical: wholeAddress(archive.manifest.address, `article/${target}/`)
	};
}
