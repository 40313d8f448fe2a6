/** The single file: its bundle stands in the page itself, and its worker is made from the page's own script. */
import type { Read } from '$lib/bundle/format.ts';
import SearchWorker from '$lib/search/worker.ts?worker&inline';

export const single = true;

/** An address within the file, `#/article/...`; anything else behind a hash asks for nothing. */
function isAddress(hash: string): boolean {
	try {
		return decodeURIComponent(hash).startsWith('#/');
	} catch {
		return false;
	}
}

/** Before the router reads the address: an anchor of somebody's or a link cut short opens the archive all the same. */
export function begin(): void {
	if (location.hash !== '' && !isAddress(location.hash))
		history.replaceState(history.state, '', location.pathname + location.search);
}

/** The text of a file of the bundle, as the composer of the single file put it there; null where it has none. */
function embedded(path: string): { text: string; octets: boolean } | null {
	const element = document.querySelector(`script[data-path="${CSS.escape(path)}"]`);
	return element
		? { text: element.textContent ?? '', octets: element.hasAttribute('data-octets') }
		: null;
}

function bytesOf({ text, octets }: { text: string; octets: boolean }): Uint8Array {
	if (!octets) return new TextEncoder().encode(text);
	// A plain loop: Uint8Array.from with a function is many times slower.
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
	return bytes;
}

export function readFrom(): Read {
	return async (path) => {
		const found = embedded(path);
		if (!found) throw new Error(`This file holds no ${path}.`);
		return bytesOf(found);
	};
}

/** Everything the worker needs has to be handed to it: it cannot read the page. */
export function librarySource(): { files: Record<string, Uint8Array> } {
	const files: Record<string, Uint8Array> = {};
	for (const element of document.querySelectorAll<HTMLElement>('script[data-path]')) {
		const path = element.dataset['path'] ?? '';
		const found = embedded(path);
		if (found) files[path] = bytesOf(found);
	}
	return { files };
}

export function startWorker(): Worker {
	return new SearchWorker();
}
