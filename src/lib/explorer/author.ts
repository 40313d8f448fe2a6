/** The account of one author, made from an open archive. */
import { authorSlug, type AuthorAccount, type NameCount } from '../archive/author.ts';
import type { Archive } from '../bundle/open.ts';

/** What an open archive tells of an author by itself: neither a curator's merges nor distinctive terms. */
export type PlainAccount = Omit<AuthorAccount, 'merge' | 'terms'>;

/** Most first, then by name. */
function ranked(counts: ReadonlyMap<string, number>): NameCount[] {
	return [...counts]
		.map(([name, articles]) => ({ name, articles }))
		.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

/** The account of the author with a slug; null where the archive has none. Rejects with a `BundleError`. */
export async function authorAccount(archive: Archive, slug: string): Promise<PlainAccount | null> {
	const { catalog, entries } = archive;
	const { names } = catalog;
	const code = names.author.findIndex((name) => authorSlug(name) === slug);
	const name = names.author[code];
	if (name === undefined) return null;
	const rows = catalog.authors.flatMap((codes, row) => (codes.includes(code) ? [row] : []));
	await entries.load(rows);
	const coAuthors = new Map<string, number>();
	const publications = new Map<string, number>();
	const add = (counts: Map<string, number>, key: string) =>
		counts.set(key, (counts.get(key) ?? 0) + 1);
	const articles = rows.flatMap((row) => {
		const entry = entries.at(row);
		if (!entry) return [];
		const publication = names.publication[catalog.publication[row] ?? -1] ?? null;
		add(publications, publication ?? '');
		for (const other of new Set(catalog.authors[row]))
			if (other !== code) add(coAuthors, names.author[other] ?? '');
		const { id, headline, supplied, edtf } = entry;
		return {
			id,
			headline,
			supplied,
			edtf,
			first: catalog.first[row] ?? null,
			last: catalog.last[row] ?? null,
			publication,
			words: catalog.words[row] ?? 0,
			language: names.language[catalog.language[row] ?? -1] ?? 'en'
		};
	});
	return { name, articles, coAuthors: ranked(coAuthors), publications: ranked(publications) };
}
