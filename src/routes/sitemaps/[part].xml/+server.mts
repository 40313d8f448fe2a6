/** One part of the sitemap: see `sitemap.xml`. */
import { error } from '@sveltejs/kit';
import { writeSitemap } from '$lib/cite/found.ts';
import { sitemapParts } from '$lib/found.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = 'auto';
export const trailingSlash = 'never';

export const entries: EntryGenerator = async () =>
	(await sitemapParts()).map((_, part) => ({ part: String(part) }));

export const GET: RequestHandler = async ({ params }) => {
	const addresses = (await sitemapParts())[Number(params.part)];
	if (!addresses) error(404, `This archive has no sitemap ${params.part}.`);
	return new Response(writeSitemap(addresses), {
		headers: { 'content-type': 'application/xml' }
	});
};
