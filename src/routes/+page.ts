import { BundleError } from '$lib/bundle/format.ts';
import { openArchive } from './open.ts';
import type { PageLoad } from './$types';

// The page hydrates when the catalog is there, so that what was prerendered never gives way to something else.
export const load: PageLoad = async () => {
	try {
		return { archive: await openArchive(), failure: null };
	} catch (failure) {
		if (failure instanceof BundleError) return { archive: null, failure: failure.message };
		throw failure;
	}
};
