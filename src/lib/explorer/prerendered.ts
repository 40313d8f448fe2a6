/**
 * Hands the archive from the server to the pages while they are prerendered, past the data that Kit would copy into
 * each of them. Never set in the browser, which opens the published bundle instead.
 */
import type { Archive } from '../bundle/open.ts';

let handed: Archive | null = null;

export function handOver(archive: Archive): void {
	handed = archive;
}

/** An archive's version, and its day as YYYY-MM-DD where that is known. */
export interface Version {
	version: string;
	date: string | null;
}

/** The version that the page itself names in its head, before any archive is open; null where it names none. */
export function pageVersion(): Version | null {
	if (handed) return handed.manifest;
	if (typeof document === 'undefined') return null;
	const named = document.querySelector<HTMLMetaElement>('meta[name="archive-version"]');
	return named ? { version: named.content, date: named.dataset['date'] ?? null } : null;
}

/** False of what was published with another version than the page: the host has changed since the page was opened. */
export function isOfThisVersion(version: string): boolean {
	const own = pageVersion()?.version;
	return own === undefined || own === version;
}

/** The archive while prerendering; null in the browser. */
export function prerenderedArchive(): Archive | null {
	return handed;
}
