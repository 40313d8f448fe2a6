/** What is said to robots. It counts only where the site stands at the root of its host. */
import { writeRobots } from '$lib/cite/found.ts';
import { base } from '$app/paths';
import { addressOf, closedForms, sitemapParts } from '$lib/found.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = async () => {
	const parts = await sitemapParts();
	const sitemap = parts.length > 0 ? await addressOf('sitemap.xml') : null;
	const text = writeRobots(sitemap, await closedForms(base));
	return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
