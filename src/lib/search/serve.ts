/**
 * Puts an engine behind messages. Knows the order of requests and nothing of searching; whatever sends and takes
 * messages can stand for the worker, also in a test.
 */
import { bytesOf } from '../bundle/block.ts';
import { BundleError, type Manifest, type Read } from '../bundle/format.ts';
import { openEngine, type Engine, type Library } from './engine.ts';
import type { BundlePlace, Reply, Request } from './message.ts';

/** How bundles are opened: `openEngine`, unless a test says otherwise. */
export type Open = (
	library: Library,
	onProgress: (readBytes: number, allBytes: number) => void
) => Promise<Engine>;

/**
 * Gives the function that takes requests and posts their replies. A new question ends the one before. `post` is told
 * which buffers may be handed over instead of copied.
 */
export function serveEngine(
	post: (reply: Reply, transfer: ArrayBuffer[]) => void,
	open: Open = openEngine
): (request: Request) => Promise<void> {
	let library: Library | null = null;
	let engine: Promise<Engine> | null = null;
	let asking: AbortController | null = null;
	let reading: AbortController | null = null;
	let comparing: AbortController | null = null;
	let counting: AbortController | null = null;

	/** The engine; opened anew where that has failed, since the network may be back. */
	const opened = (): Promise<Engine> => {
		if (!library) return Promise.reject(new Error('The search was asked before it was opened.'));
		if (!engine) {
			const opening = open(library, (readBytes, allBytes) =>
				post({ kind: 'progress', readBytes, allBytes }, [])
			);
			engine = opening;
			opening.catch(() => {
				if (engine === opening) engine = null;
			});
		}
		return engine;
	};

	const answer = async (request: Request): Promise<void> => {
		const { id } = request;
		if (request.kind === 'open') {
			library = libraryOf(request.manifest, request.place);
			engine = null;
			await opened();
			post({ kind: 'done', id, value: null }, []);
		} else if (request.kind === 'ask') {
			asking?.abort();
			const own = new AbortController();
			asking = own;
			const value = await (await opened()).ask(request.question, own.signal);
			// Transferred buffers are lost to the sender: an engine gives new ones with every answer.
			post({ kind: 'done', id, value }, buffersOf(value));
		} else if (request.kind === 'excerpts') {
			const value = await (await opened()).excerpts(request.question, request.rows);
			post({ kind: 'done', id, value }, []);
		} else if (request.kind === 'lines') {
			reading?.abort();
			const own = new AbortController();
			reading = own;
			const engine = await opened();
			const value = await engine.lines(request.question, request.rows, own.signal);
			post({ kind: 'done', id, value }, buffersOf(value));
		} else if (request.kind === 'compare') {
			comparing?.abort();
			const own = new AbortController();
			comparing = own;
			const value = await (await opened()).compare(request.questions, own.signal);
			post({ kind: 'done', id, value }, value.flatMap(buffersOf));
		} else if (request.kind === 'suggest') {
			post({ kind: 'done', id, value: await (await opened()).suggest(request.typed) }, []);
		} else if (request.kind === 'nearest') {
			post({ kind: 'done', id, value: await (await opened()).nearest(request.words) }, []);
		} else if (request.kind === 'counts') {
			counting?.abort();
			const own = new AbortController();
			counting = own;
			const engine = await opened();
			const value = await engine.counts(request.rows, own.signal);
			post({ kind: 'done', id, value }, []);
		} else if (request.kind === 'load') {
			const loading = await opened();
			await loading.loadTexts();
			post({ kind: 'done', id, value: loading.textsLoaded }, []);
		} else post({ kind: 'done', id, value: null }, []);
	};

	return async (request) => {
		try {
			await answer(request);
		} catch (reason) {
			const isOvertaken = reason instanceof DOMException && reason.name === 'AbortError';
			if (isOvertaken) post({ kind: 'overtaken', id: request.id }, []);
			else {
				const bundle = reason instanceof BundleError;
				const message = reason instanceof Error ? reason.message : String(reason);
				post({ kind: 'failed', id: request.id, bundle, message }, []);
			}
		}
	};
}

/** The buffers of the columns of a value: lost to the sender, so that nothing is copied. */
function buffersOf(value: object): ArrayBuffer[] {
	return Object.values(value).flatMap((column: unknown) =>
		ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : []
	);
}

/** A library whose files are fetched, or are at hand already. */
export function libraryOf(manifest: Manifest, place: BundlePlace): Library {
	const read: Read = async (path, cache?: RequestCache) => {
		if ('base' in place) {
			const response = await fetch(place.base + path, cache && { cache });
			if (!response.ok) throw new Error(`${path}: ${response.status}`);
			return new Uint8Array(await response.arrayBuffer());
		}
		const file = place.files[path];
		if (file === undefined) throw new Error(`${path} is not in this archive.`);
		return 'form' in file ? bytesOf(file) : file;
	};
	return { manifest, read };
}
