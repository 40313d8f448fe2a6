/** `sitemap.xml`: the index of the sitemaps. They need whole addresses, so there is none where the archive says none. */
import { error } from '@sveltejs/kit';
import { writeSitemapIndex } from '$lib/cite/found.ts';
import { addressOf, sitemapParts } from '$lib/found.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = 'auto';
export const trailingSlash = 'never';

export const entries: EntryGenerator = async () =>
	(await sitemapParts()).length > 0 ? [{ ending: 'xml' }] : [];

export const GET: RequestHandler = async ({ params }) => {
	const parts = await sitemapParts();
	if (params.ending !== 'xml' || parts.length === 0) error(404, 'This archive has no sitemap.');
	const maps = await Promise.all(parts.map((_, part) => addressOf(`sitemaps/${part}.xml`)));
	const text = writeSitemapIndex(maps.filter((map) => map !== null));
	return new Response(text, { headers: { 'content-type': 'application/xml' } });
};
