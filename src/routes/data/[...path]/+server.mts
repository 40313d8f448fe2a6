/** Publishes the bundle beside the pages: see lib/bundle/format. */
import { error } from '@sveltejs/kit';
import { builtArchive } from '$lib/seeds.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = async () =>
	(await builtArchive()).paths.map((path) => ({ path }));

const types: Record<string, string> = {
	gz: 'application/gzip',
	json: 'application/json',
	txt: 'text/plain; charset=utf-8'
};

export const GET: RequestHandler = async ({ params }) => {
	const bytes = await (await builtArchive()).read(params.path);
	if (!bytes) error(404, `The archive has no file data/${params.path}.`);
	const ending = /\.(\w+)$/.exec(params.path)?.[1] ?? '';
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: { 'content-type': types[ending] ?? 'application/octet-stream' }
	});
};
