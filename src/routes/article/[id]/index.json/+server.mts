/** The article of a page as JSON, with its neighbours by date: what the page is made of, free to reuse. */
import { error, json } from '@sveltejs/kit';
import { builtArchive } from '$lib/seeds.server.ts';
import { answerFor } from '../answer.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'never';

export const GET: RequestHandler = async ({ params }) => {
	const { archive } = await builtArchive();
	const answer = await answerFor(archive, params.id);
	if (!answer) error(404, `This archive has no article with the address ${params.id}.`);
	return json(answer);
};
