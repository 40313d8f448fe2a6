/** The article of a page as JSON, with its neighbours by date: what the page is made of, free to reuse. */
import { error, json } from '@sveltejs/kit';
import { neighboursOf } from '$lib/explorer/neighbours.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'never';

export const GET: RequestHandler = async ({ params }) => {
	const { archive, articles } = await builtArchive();
	const row = archive.rowOf(params.id);
	const article = row === undefined ? undefined : articles[row];
	if (row === undefined || !article)
		error(404, `This archive has no article with the address ${params.id}.`);
	return json({ article, ...neighboursOf(archive.catalog, row) });
};
