/**
 * Which files of a bundle are kept on a device, and how much of an archive unasked. Knows nothing of caches or workers.
 */
import { listRowsFiles, type Manifest } from '../bundle/format.ts';
import { listShards } from '../search/store.ts';

/** A file of the bundle that is to be kept. */
export interface Kept {
	/** Relative to `data/`. */
	path: string;
	/**
	 * What the SHA-256 of the file begins with, in hexadecimal digits; null where only its name says its version, as in a
	 * folder of thousands of files that have one hash.
	 */
	hash: string | null;
	/** How large it is, about; for progress. */
	bytes: number;
}

/** How much of an archive is kept: the page, what it searches and lists too, or everything. */
export const extents = ['page', 'index', 'whole'] as const;
export type Extent = (typeof extents)[number];

/** So much of an archive is kept unasked after a first visit; of more, only what the page needs to open. Bytes. */
export const mostUnasked = 20_000_000;

/** Bytes of an archive's index, entries and texts as published. */
export function wholeBytes({ index, entries, texts }: Manifest): number {
	return index.bytes + entries.bytes + texts.bytes;
}

/** How much of an archive is kept unasked. */
export function extentUnasked(manifest: Manifest): Extent {
	if (wholeBytes(manifest) <= mostUnasked) return 'whole';
	const { index, entries } = manifest;
	return index.bytes + entries.bytes <= mostUnasked ? 'index' : 'page';
}

/** The hash in the name of a file of the bundle; null where it has none, so that its name stays and its content may change. */
export function hashInName(path: string): string | null {
	if (path.startsWith('seeds/')) return null;
	return /(?:^|[-/])([0-9a-f]{6,64})\.[a-z.]+$/.exec(path)?.[1] ?? null;
}

const named = (path: string, bytes: number): Kept => ({
	path,
	hash: hashInName(path) ?? '',
	bytes
});

/**
 * The files of the bundle to keep besides its manifest. `read`: reads one, checked. The seeds as found are not among
 * them: they would double the whole.
 */
export async function filesToKeep(
	manifest: Manifest,
	extent: Extent,
	read: (file: Kept) => Promise<Uint8Array>
): Promise<Kept[]> {
	const { counts, accounts, catalog, events, index, entries, texts } = manifest;
	// What answers for addresses that are no article now. The other accounts are for the curator.
	const addresses = accounts.filter(({ path }) => path === 'addresses.json');
	const files = [named(catalog, 0), named(index.directory, 0), ...addresses];
	if (events !== undefined) files.push(named(events, 0));
	if (extent === 'page') return files;
	const directory = await read(named(index.directory, 0));
	const shards = await listShards(directory);
	files.push(...shards.map((path) => named(path, index.bytes / shards.length)));
	// Without the entries of its first rows the page does not open.
	for (const rows of extent === 'whole' ? [entries, texts] : [entries])
		files.push(
			...listRowsFiles(rows, counts.articles).map(({ path, hash, bytes }) => ({
				path,
				hash,
				bytes
			}))
		);
	return files;
}
