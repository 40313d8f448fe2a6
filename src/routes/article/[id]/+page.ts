import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { single } from '$output';
import { BundleError } from '$lib/bundle/format.ts';
import { isOfThisVersion } from '$lib/explorer/prerendered.ts';
import { openArchive } from '../../open.ts';
import { answerFor, type Answer } from './answer.ts';
import type { PageLoad } from './$types';

/** An article by itself, as its page is published; null where the site has none for it. */
async function published(id: string, get: typeof fetch): Promise<Answer | null> {
	if (single) return null;
	const response = await get(`${base}/article/${id}/index.json`);
	if (!response.ok) return null;
	try {
		const answer = (await response.json()) as Answer | null;
		return answer && 'archive' in answer && !isOfThisVersion(answer.archive.version)
			? null
			: answer;
	} catch {
		// Some hosts answer with a page of their own where they have no such file.
		return null;
	}
}

export const load: PageLoad = async ({ params, fetch }) => {
	const found = await published(params.id, fetch);
	if (found) return { answer: found, published: true };
	// Beyond the bound of prerendered pages, and in the single file, the bundle has it.
	try {
		const answer = await answerFor(await openArchive(), params.id);
		if (!answer) error(404, `This archive has no article with the address ${params.id}.`);
		return { answer, published: false };
	} catch (failure) {
		if (failure instanceof BundleError) error(500, failure.message);
		throw failure;
	}
};
