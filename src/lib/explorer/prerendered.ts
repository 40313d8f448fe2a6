/**
 * Hands the archive from the server to the pages while they are prerendered, past the data that Kit would copy into
 * each of them. Never set in the browser, which opens the published bundle instead.
 */
import type { Archive } from '../bundle/open.ts';

let handed: Archive | null = null;

export function handOver(archive: Archive): void {
	handed = archive;
}

/** The archive while prerendering; null in the browser. */
export function prerenderedArchive(): Archive | null {
	return handed;
}
