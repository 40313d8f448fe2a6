// Every article has a page of its own, up to a bound; beyond it the page opens the article from the bundle. Old
// addresses and hidden articles always have one, so that a link kept for years is answered without a script.
import { mostPages } from '$lib/bundle/format.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
	const { articles, addresses } = await builtArchive();
	const shown = articles.length > mostPages ? [] : articles.map(({ id }) => id);
	const hidden = addresses.hidden.map(({ id }) => id);
	return [...shown, ...hidden, ...Object.keys(addresses.aliases)].map((id) => ({ id }));
};
