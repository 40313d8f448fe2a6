import type { Handle } from '@sveltejs/kit';
import { handOver } from '$lib/explorer/prerendered.ts';
import { builtArchive } from '$lib/seeds.server.ts';

// The single file is a shell that opens its own bundle: there is nothing to prerender with an archive.
const single = process.env['SINGLE_FILE'] === '1';

export const handle: Handle = async ({ event, resolve }) => {
	if (!single) handOver((await builtArchive()).archive);
	return resolve(event, {
		// Preloading the two Latin fonts spares the page a second drawing; the others come when a name needs them.
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && path.includes('-latin-wght'))
	});
};
