/** Finds an article by an id that tells no date. Fetched when such an id is asked for. */
import { readAccount } from './account.ts';
import type { Archive } from './open.ts';
import type { Addresses } from './report.ts';

/** What is looked through. */
export type Where = Pick<Archive, 'manifest' | 'catalog' | 'entries' | 'read'>;

/** Files that are on their way at once. */
const lanes = 24;

/**
 * The row of an id, as `addresses.json` tells; undefined where no article has it. Only where that cannot be had are all
 * entries looked through, some files at a time: a trip for each would take minutes in a large archive. Rejects with a
 * `BundleError`.
 */
export async function seekRow(archive: Where, id: string): Promise<number | undefined> {
	const { manifest, entries } = archive;
	const addresses = await readAccount<Addresses>(archive, 'addresses.json');
	if (addresses) {
		const { rows } = addresses;
		return Object.hasOwn(rows, id) ? entries.find(id, [rows[id] ?? -1]) : undefined;
	}
	const { perFile } = manifest.entries;
	const files = Math.ceil(manifest.counts.articles / perFile);
	for (let at = 0; at < files && entries.rowOf(id) === undefined; at += lanes)
		await entries.load(Array.from({ length: lanes }, (_, lane) => (at + lane) * perFile));
	return entries.rowOf(id);
}
