import { BundleError } from '$lib/bundle/format.ts';
import { newestRows } from '$lib/explorer/order.ts';
import { pageSize } from '$lib/explorer/explorer.svelte.ts';
import { openArchive } from './open.ts';
import type { PageLoad } from './$types';

// The page hydrates when the catalog and the entries of its first list are there, so that what was prerendered never
// gives way to something else; without entries it can search and count all the same, and says what is missing.
export const load: PageLoad = async () => {
	try {
		const archive = await openArchive();
		await archive.entries.load(newestRows(archive.catalog, pageSize)).catch(() => undefined);
		return { archive, failure: null };
	} catch (failure) {
		if (failure instanceof BundleError) return { archive: null, failure: failure.message };
		throw failure;
	}
};
