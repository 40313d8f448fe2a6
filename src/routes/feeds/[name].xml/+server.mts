/** Atom feeds of the newest articles: of all, of each author, of each publication. */
import { error } from '@sveltejs/kit';
import { feedNames, feedText } from '$lib/found.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = async () => (await feedNames()).map((name) => ({ name }));

export const GET: RequestHandler = async ({ params }) => {
	const text = await feedText(params.name);
	if (text === null) error(404, `This archive has no feed ${params.name}.`);
	return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
