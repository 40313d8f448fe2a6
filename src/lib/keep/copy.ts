/**
 * The copy of a site that is kept on a device: one cache for each version, which nothing of another version gets into.
 * Made by the service worker, read by it and by the page.
 */
import type { Manifest } from '../bundle/format.ts';
import { KeepError, keepFile, keepFiles, store, type Filling, type Store } from './fill.ts';
import { extents, extentUnasked, filesToKeep, type Extent } from './plan.ts';

/** What all caches of a site begin with; `base` is its path, so that two archives of a host stay apart. */
export const cachePrefix = (base: string) => `hemeroteca:${base}:`;

/** The cache of one version of a site: `version` is that of seeds and program together. */
export const cacheName = (base: string, version: string) => cachePrefix(base) + version;

/** Where a copy says how much of the archive it holds. */
const markPath = '/data/kept';

export async function readExtent(
	cache: Pick<Store, 'match'>,
	base: string
): Promise<Extent | null> {
	const mark = await cache.match(base + markPath);
	const said = (await mark?.text()) ?? '';
	return extents.find((each) => each === said) ?? null;
}

export function writeExtent(cache: Store, base: string, extent: Extent): Promise<void> {
	return store(cache, base + markPath, new Response(extent));
}

/** The manifest of the copy; null where there is none. */
export async function readManifest(
	cache: Pick<Store, 'match'>,
	base: string
): Promise<Manifest | null> {
	const found = await cache.match(`${base}/data/manifest.json`);
	return found ? ((await found.json()) as Manifest) : null;
}

const html = 'text/html; charset=utf-8';
const inHead = (version: string) => `"archive-version" content="${version}"`;

/**
 * The pages that the others are drawn in, the front page and the one for every other address, and the one file of the
 * bundle that the manifest has no hash of; with how each says its version.
 */
const pages = [
	{ path: '/', type: html, says: inHead },
	{ path: '/404.html', type: html, says: inHead },
	{
		path: '/data/changes.json',
		type: 'application/json',
		says: (version: string) => `"version":"${version}"`
	}
];

/**
 * Makes the copy of one version: pages and scripts, then as much of the archive as the copy before held, or as is kept
 * unasked. Throws a `KeepError` where anything is missing or belongs to another version.
 */
export async function makeCopy(
	base: string,
	/** Addresses of scripts, styles and fonts, named by their content, and of what else the pages show. */
	parts: readonly string[],
	wanted: Extent | null,
	filling: Omit<Filling, 'data'>
): Promise<void> {
	const { cache, fetch } = filling;
	const get = async (address: string) => {
		const there = await cache.match(address);
		if (there) return there;
		const lasting = address.includes('/immutable/');
		try {
			const response = await fetch(address, lasting ? {} : { cache: 'no-cache' });
			if (response.ok) return response;
			throw new Error(String(response.status));
		} catch (cause) {
			throw new KeepError('network', `${address} could not be fetched.`, { cause });
		}
	};
	const manifestAddress = `${base}/data/manifest.json`;
	const manifestText = await (await get(manifestAddress)).text();
	const manifest = JSON.parse(manifestText) as Manifest;
	for (const { path, type, says } of pages) {
		const text = await (await get(base + path)).text();
		if (!text.includes(says(manifest.version)))
			throw new KeepError('version', `${base}${path} is not of version ${manifest.version}.`);
		// Made anew: a browser refuses for a page what a host has redirected.
		await store(cache, base + path, new Response(text, { headers: { 'content-type': type } }));
	}
	for (const part of parts) await store(cache, part, await get(part));
	await keepArchive(base, manifest, wanted ?? extentUnasked(manifest), filling);
	const headers = { 'content-type': 'application/json' };
	await store(cache, manifestAddress, new Response(manifestText, { headers }));
}

/** Keeps so much of an archive in the copy of its site. Throws like `keepFiles`. */
export async function keepArchive(
	base: string,
	manifest: Manifest,
	extent: Extent,
	filling: Omit<Filling, 'data'>
): Promise<void> {
	const whole: Filling = { ...filling, data: `${base}/data/` };
	const files = await filesToKeep(manifest, extent, (file) => keepFile(file, whole));
	await keepFiles(files, whole);
	await writeExtent(filling.cache, base, extent);
}
