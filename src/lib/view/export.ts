/** What every saved file has in common: the filters that it says, its name, and its way out of the page. */
import type { Explorer } from '../explorer/explorer.svelte.ts';
import { explorerAddress, wholeAddress, writeLink } from '../filter/link.ts';
import { facets, nothingAsked, type Selection } from '../filter/selection.ts';

/** The filters in force as the part of an address that asks for them. */
export function filtersOf(selection: Selection): string {
	const { from, to, undated, once, any } = selection;
	const chosen = Object.fromEntries(facets.map((facet) => [facet, selection[facet]]));
	const filters = writeLink({ ...nothingAsked, ...chosen, from, to, undated, once });
	return [filters.slice(1), any ? 'any=1' : ''].filter(Boolean).join('&');
}

/**
 * The whole address of a page: the published one, else the one at which the reader is; null in a file on somebody's
 * disk, which has no address that others could use. `path` is that of the page on the site, `here` its link.
 */
export function addressOf({ place, archive }: Explorer, path: string, here: string): string | null {
	const published = wholeAddress(archive.manifest.address, path);
	return published ?? (place.single ? null : new URL(here, document.baseURI).href);
}

/**
 * What a picture says of itself under its caption: filters, archive and version, and the address that shows it where it
 * has one.
 */
export function originOf(explorer: Explorer): string[] {
	const { selection, archive, place } = explorer;
	const shown = { ...selection, open: null };
	const address = addressOf(explorer, writeLink(shown), explorerAddress(place, shown));
	const filters = filtersOf({ ...selection, any: false });
	const query = selection.query.trim();
	return [
		`Query: ${query === '' ? 'none' : query}${selection.any ? ' (any of these words)' : ''}. Filters: ${filters === '' ? 'none' : decodeURIComponent(filters.replaceAll('+', ' '))}.`,
		`${archive.manifest.title}, version ${archive.manifest.version}.`,
		...(address === null ? [] : [address])
	];
}

/** A name for a file that says what it is and what was asked for, in letters that every system can store. */
export function fileNameOf(what: string, query: string, ending: string): string {
	const words = query
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return `${words === '' ? what : `${what}-${words}`}.${ending}`;
}

/** Gives the browser a file to save. `type`: its media type. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
	const address = URL.createObjectURL(new Blob(parts, { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has taken the file by then.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
