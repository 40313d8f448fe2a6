import type { PublishedAccount } from '$lib/archive/author.ts';
import { openArchive } from '../../open.ts';
import { bundled, published } from '../../published.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { slug }, fetch }) => {
	const found = await published<PublishedAccount>(
		`author/${slug}/`,
		fetch,
		({ version }) => version
	);
	if (found) return { account: found, published: found };
	// The bundle has most of it.
	const account = await bundled(async () => {
		const { authorAccount } = await import('$lib/explorer/author.ts');
		return authorAccount(await openArchive(), slug);
	}, `This archive has no author with the address ${slug}.`);
	return { account: { ...account, merge: null, terms: null }, published: null };
};
