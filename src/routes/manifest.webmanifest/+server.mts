/** `manifest.webmanifest`: under which name and picture the archive is installed as an application. */
import { json } from '@sveltejs/kit';
import { installIcons } from '$lib/bundle/icons.ts';
import { builtArchive } from '$lib/seeds.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** More than this does not fit under a picture. */
const shortName = 'Hemeroteca';

export const GET: RequestHandler = async () => {
	const { title, description } = (await builtArchive()).archive.manifest;
	return json({
		// Everything is relative to this file, so that it holds under any base path.
		id: './',
		start_url: './',
		scope: './',
		name: title,
		short_name: title.length <= 12 ? title : shortName,
		description: description ?? undefined,
		lang: 'en',
		display: 'standalone',
		// --paper, by day: a manifest knows no other.
		background_color: '#fafaf8',
		theme_color: '#fafaf8',
		icons: [
			{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
			...installIcons.map(({ path, size, purpose }) => ({
				src: path,
				sizes: `${size}x${size}`,
				type: 'image/png',
				purpose
			}))
		]
	});
};
