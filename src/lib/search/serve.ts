/**
 * Puts an engine behind messages. Knows the order of requests and nothing of searching; whatever sends and takes
 * messages can stand for the worker, also in a test.
 */
import { bytesOf } from '../bundle/block.ts';
import { BundleError, type Manifest, type Read } from '../bundle/format.ts';
import { openEngine, type Engine, type Library } from './engine.ts';
import type { BundlePlace, Reply, Request, Value } from './message.ts';
import { performer } from './perform.ts';

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
	const perform = performer();

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

	const answer = (request: Request): Promise<Value> => {
		// Answered at once, whatever is being done.
		if (request.kind === 'ping') return Promise.resolve(null);
		if (request.kind === 'open') {
			library = libraryOf(request.manifest, request.place);
			engine = null;
		}
		return perform(opened(), request);
	};

	return async (request) => {
		try {
			const value = await answer(request);
			// Transferred buffers are lost to the sender: an engine gives new ones with every answer.
			post({ kind: 'done', id: request.id, value }, buffersOf(value));
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

/** The buffers of the columns of a value, or of several: lost to the sender, so that nothing is copied. */
function buffersOf(value: object | boolean | null): ArrayBuffer[] {
	if (Array.isArray(value)) return value.flatMap(buffersOf);
	return Object.values(value ?? {}).flatMap((column: unknown) =>
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
