/** Opens the archive once for all pages: handed over while prerendering, read from the bundle in the browser. */
import { base } from '$app/paths';
import { readFrom } from '$output';
import { openBundle, type Archive } from '$lib/bundle/open.ts';
import { prerenderedArchive } from '$lib/explorer/prerendered.ts';

let opening: Promise<Archive> | null = null;

/** The archive. Rejects with a `BundleError`, whose message is for the reader; the next call tries again. */
export function openArchive(): Promise<Archive> {
	const handed = prerenderedArchive();
	if (handed) return Promise.resolve(handed);
	opening ??= openBundle(readFrom(base)).catch((failure: unknown) => {
		opening = null;
		throw failure;
	});
	return opening;
}
