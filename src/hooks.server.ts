import type { Handle, HandleServerError } from '@sveltejs/kit';
import { base } from '$app/paths';
import { handOver } from '$lib/explorer/prerendered.ts';
import { versionTag } from '$lib/bundle/format.ts';
import { cardTags, isLeftOut } from '$lib/found.server.ts';
import { builtArchive } from '$lib/seeds.server.ts';

// The single file is a shell that opens its own bundle: there is nothing to prerender with an archive.
const single = process.env['SINGLE_FILE'] === '1';

/** For what has nothing in it before its script runs: the single file, and the page of unknown addresses. */
const scriptsOff = single
	? 'This file shows its articles by a script, and scripts are off. Switch them on for it, or read the archive on its site.'
	: `Nothing can be shown at this address while scripts are off. <a href="${base}/">The archive’s front page</a> can be read without them.`;

/** Where the script stands first, there is nothing for it to take over. */
const emptyPage = /<div id="page">(?=\s*<script>)/;

export const handle: Handle = async ({ event, resolve }) => {
	if (!single) handOver((await builtArchive()).archive);
	const leftOut = !single && (await isLeftOut(event.params['id']));
	const tags = [
		single ? '' : versionTag((await builtArchive()).archive.manifest),
		leftOut ? '<meta name="robots" content="noindex" />' : '',
		single ? '' : await cardTags()
	].join('');
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace(emptyPage, `$&<noscript><p>${scriptsOff}</p></noscript>`)
				.replace('</head>', (end) => `${tags}${end}`),
		// Preloading the two Latin fonts spares the page a second drawing; the others come when a name needs them.
		preload: ({ type, path }) =>
			type === 'js' || type === 'css' || (type === 'font' && path.includes('-latin-wght'))
	});
};

// While somebody edits seeds (`npm run dev`), a mistake in one is what they are to see, not "Internal Error". The page
// comes back by itself when it is mended.
export const handleError: HandleServerError = ({ error, status, message }) => {
	const isSeed = error instanceof Error && error.name === 'SeedError';
	if (status !== 404) console.error(isSeed ? error.message : error);
	return { message: isSeed ? error.message : message };
};
