import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { single } from '$output';
import type { AuthorAccount, PublishedAccount } from '$lib/archive/author.ts';
import { BundleError } from '$lib/bundle/format.ts';
import { isOfThisVersion } from '$lib/explorer/prerendered.ts';
import { openArchive } from '../../open.ts';
import type { PageLoad } from './$types';

/** The account as it is published; null where the site has none. */
async function published(slug: string, get: typeof fetch): Promise<AuthorAccount | null> {
	if (single) return null;
	const response = await get(`${base}/author/${slug}/index.json`);
	if (!response.ok) return null;
	try {
		const account = (await response.json()) as PublishedAccount | null;
		return account && isOfThisVersion(account.version) ? account : null;
	} catch {
		// Some hosts answer with a page of their own where they have no such file.
		return null;
	}
}

export const load: PageLoad = async ({ params, fetch }) => {
	const found = await published(params.slug, fetch);
	if (found) return { account: found };
	// Beyond the bound of prerendered pages, and in the single file, the bundle has most of it.
	try {
		const { authorAccount } = await import('$lib/explorer/author.ts');
		const account = await authorAccount(await openArchive(), params.slug);
		if (!account) error(404, `This archive has no author with the address ${params.slug}.`);
		return { account: { ...account, merge: null, terms: null } };
	} catch (failure) {
		if (failure instanceof BundleError) error(500, failure.message);
		throw failure;
	}
};
