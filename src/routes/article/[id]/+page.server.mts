// Every article has a page of its own, up to a bound; beyond it the page opens the article from the bundle.
import { builtArchive, mostPages } from '$lib/seeds.server.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
	const { articles } = await builtArchive();
	return articles.length > mostPages ? [] : articles.map(({ id }) => ({ id }));
};
