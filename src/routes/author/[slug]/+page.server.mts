// Every author has a page of its own, up to the bound that articles have; beyond it the page is made from the bundle.
import { authorSlug } from '$lib/archive/author.ts';
import { mostPages } from '$lib/bundle/format.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { EntryGenerator } from './$types';

/** Kit wants one page at least of what is true. */
export const prerender = 'auto';

export const entries: EntryGenerator = async () => {
	const { archive } = await builtArchive();
	const names = archive.catalog.names.author;
	return names.length > mostPages ? [] : names.map((name) => ({ slug: authorSlug(name) }));
};
