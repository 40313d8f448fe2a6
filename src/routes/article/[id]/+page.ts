import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { single } from '$output';
import type { Article } from '$lib/archive/article.ts';
import { BundleError } from '$lib/bundle/format.ts';
import { neighboursOf, type Neighbours } from '$lib/explorer/neighbours.ts';
import { openArchive } from '../../open.ts';
import type { PageLoad } from './$types';

/** An article by itself, as its page is published; null where the site has none for it. */
async function published(
	id: string,
	get: typeof fetch
): Promise<({ article: Article } & Neighbours) | null> {
	if (single) return null;
	const response = await get(`${base}/article/${id}/index.json`);
	if (!response.ok) return null;
	try {
		return await response.json();
	} catch {
		// Some hosts answer with a page of their own where they have no such file.
		return null;
	}
}

export const load: PageLoad = async ({ params, fetch }) => {
	const found = await published(params.id, fetch);
	if (found) return found;
	// Beyond the bound of prerendered pages, and in the single file, the bundle has it.
	try {
		const archive = await openArchive();
		const row = archive.rowOf(params.id);
		if (row === undefined) error(404, `This archive has no article with the address ${params.id}.`);
		return { article: await archive.article(row), ...neighboursOf(archive.catalog, row) };
	} catch (failure) {
		if (failure instanceof BundleError) error(500, failure.message);
		throw failure;
	}
};
