/** What a page is made of: its own JSON where the site has published it, else the bundle. */
import { error } from '@sveltejs/kit';
import { base } from '$app/paths';
import { single } from '$output';
import { BundleError } from '$lib/bundle/format.ts';
import { isOfThisVersion } from '$lib/explorer/prerendered.ts';

/**
 * The JSON of a page by its path (`author/ana-1234/`); null where the site has none, or one of another version than the
 * page, which `versionOf` tells (undefined: any version says the same).
 */
export async function published<Body>(
	path: string,
	get: typeof fetch,
	versionOf: (body: Body) => string | undefined
): Promise<Body | null> {
	if (single) return null;
	const response = await get(`${base}/${path}index.json`);
	if (!response.ok) return null;
	try {
		const body = (await response.json()) as Body | null;
		if (body === null) return null;
		const version = versionOf(body);
		return version === undefined || isOfThisVersion(version) ? body : null;
	} catch {
		// Some hosts answer with a page of their own where they have no such file.
		return null;
	}
}

/**
 * What the bundle has instead, beyond the bound of prerendered pages and in the single file. `missing`: what to say where
 * it has nothing either.
 */
export async function bundled<Body>(
	make: () => Promise<Body | null>,
	missing: string
): Promise<Body> {
	try {
		return (await make()) ?? error(404, missing);
	} catch (failure) {
		if (failure instanceof BundleError) error(500, failure.message);
		throw failure;
	}
}
