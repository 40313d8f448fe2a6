/** The site: its bundle is fetched from `data/` beside the pages, and its search runs in a worker. */
import type { Read } from '$lib/bundle/format.ts';

export const single = false;

/** Before the router reads the address: nothing to mend, the host has found the page by it. */
export function begin(): void {}

/** Reads a file of the bundle under the base path of the site. */
export function readFrom(base: string): Read {
	return async (path, cache?: RequestCache) => {
		const response = await fetch(`${base}/data/${path}`, cache && { cache });
		if (!response.ok) throw new Error(`data/${path}: ${response.status}`);
		return new Uint8Array(await response.arrayBuffer());
	};
}

/** What a worker of the search needs to open the bundle by itself. */
export function librarySource(base: string): { base: string } {
	return { base: new URL(`${base}/data/`, location.href).href };
}

export function startWorker(): Worker {
	return new Worker(new URL('../lib/search/worker.ts', import.meta.url), { type: 'module' });
}
