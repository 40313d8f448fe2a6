/** `opensearch.xml`: how a browser searches the archive. It needs the whole address, as the sitemap does. */
import { error } from '@sveltejs/kit';
import { writeOpenSearch } from '$lib/cite/found.ts';
import { addressOf } from '$lib/found.server.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = 'auto';
export const trailingSlash = 'never';

export const entries: EntryGenerator = async () =>
	(await addressOf('')) === null ? [] : [{ ending: 'xml' }];

export const GET: RequestHandler = async ({ params }) => {
	const address = await addressOf('');
	if (params.ending !== 'xml' || address === null)
		error(404, 'This archive does not say its address, without which it cannot be searched so.');
	const { manifest } = (await builtArchive()).archive;
	return new Response(writeOpenSearch(manifest.title, address), {
		headers: { 'content-type': 'application/opensearchdescription+xml' }
	});
};
