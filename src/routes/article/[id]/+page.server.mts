// Every article has a page of its own, up to a bound; beyond it the page opens the article from the bundle. Old
// addresses and hidden articles always have one, so that a link kept for years is answered without a script.
import { readAccount } from '$lib/bundle/account.ts';
import type { Addresses } from '$lib/bundle/report.ts';
import { mostPages } from '$lib/bundle/format.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { EntryGenerator } from './$types';

/** Kit wants one page at least of what is true. */
export const prerender = 'auto';

export const entries: EntryGenerator = async () => {
	const { archive } = await builtArchive();
	const { articles } = archive.manifest.counts;
	const tooMany = articles > mostPages;
	// scripts/site.mjs hands on what begins so.
	if (tooMany)
		console.info(
			`hemeroteca: ${articles} articles are too many for a page each, which up to ${mostPages} have: they are opened from the data.`
		);
	const shown = tooMany ? [] : (await archive.entries.all()).map(({ id }) => id);
	const addresses = await readAccount<Addresses>(archive, 'addresses.json');
	const hidden = addresses.hidden.map(({ id }) => id);
	return [...shown, ...hidden, ...Object.keys(addresses.aliases)].map((id) => ({ id }));
};
