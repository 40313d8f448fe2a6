/** The single file: its bundle stands in the page itself, and its worker is made from the page's own script. */
import { bytesOf, type Block, type Form } from '$lib/bundle/block.ts';
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

let found: Map<string, HTMLElement> | null = null;

/** The data blocks of the page by path, as the composer of the single file put them there. */
function elements(): Map<string, HTMLElement> {
	found ??= new Map(
		[...document.querySelectorAll<HTMLElement>('script[data-path]')].map((element) => [
			element.dataset['path'] ?? '',
			element
		])
	);
	return found;
}

const blockOf = (element: HTMLElement): Block => ({
	text: element.textContent ?? '',
	form: (element.dataset['form'] as Form | undefined) ?? 'text'
});

export function readFrom(): Read {
	return async (path) => {
		const element = elements().get(path);
		if (!element) throw new Error(`This file holds no ${path}.`);
		return bytesOf(blockOf(element));
	};
}

/** Everything the worker needs has to be handed to it, as it is: it cannot read the page. */
export function librarySource(): { files: Record<string, Block> } {
	const files = [...elements()].map(([path, element]) => [path, blockOf(element)]);
	return { files: Object.fromEntries(files) };
}

export function startWorker(): Worker {
	return new SearchWorker();
}
