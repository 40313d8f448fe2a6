/** Fetches files into a cache, each checked before it is put there; what is there already is not fetched again. */
import { hashInName, type Kept } from './plan.ts';

/** What of the Cache API is used, so that a test can stand in for it. */
export interface Store {
	match(address: string): Promise<Response | undefined>;
	put(address: string, response: Response): Promise<void>;
}

export type KeepFailure = 'network' | 'version' | 'full' | 'refused';

/** Why files could not be kept; the message is for whoever mends it, `kind` for the reader's sentence. */
export class KeepError extends Error {
	override name = 'KeepError';
	constructor(
		readonly kind: KeepFailure,
		message: string,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}

/** How many files are fetched side by side. */
const lanes = 4;

export interface Filling {
	cache: Store;
	/** Address of the bundle's folder, with its last slash. */
	data: string;
	fetch: (address: string, init?: RequestInit) => Promise<Response>;
	/** What was kept of an earlier version, by address: a file whose name holds its hash need not be fetched anew. */
	earlier?: (address: string) => Promise<Response | undefined>;
	signal?: AbortSignal;
	/** Told the bytes of each file when it is there. */
	onBytes?: (bytes: number) => void;
}

async function isOf(bytes: Uint8Array<ArrayBuffer>, hash: string): Promise<boolean> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const text = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return hash !== '' && text.startsWith(hash);
}

/** Puts a response into a cache. Throws a `KeepError` where there is no room. */
export async function store(cache: Store, address: string, response: Response): Promise<void> {
	try {
		await cache.put(address, response);
	} catch (cause) {
		throw new KeepError('full', `${address} could not be stored.`, { cause });
	}
}

/** One file, from the cache or else fetched, checked and put there. Throws a `KeepError`, or an AbortError. */
export async function keepFile(file: Kept, filling: Filling): Promise<Uint8Array<ArrayBuffer>> {
	const { cache, data, signal } = filling;
	const address = data + file.path;
	const there = await cache.match(address);
	if (there) return new Uint8Array(await there.arrayBuffer());
	signal?.throwIfAborted();
	let bytes: Uint8Array<ArrayBuffer> | null = null;
	const old = await filling.earlier?.(address);
	if (old) bytes = new Uint8Array(await old.arrayBuffer());
	if (!bytes || !(await isOf(bytes, file.hash))) {
		bytes = await fetched(address, file, filling);
		if (!(await isOf(bytes, file.hash)))
			throw new KeepError('version', `${address} is not of this version.`);
	}
	const type = file.path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
	await store(cache, address, new Response(bytes, { headers: { 'content-type': type } }));
	return bytes;
}

async function fetched(address: string, { path }: Kept, { fetch, signal }: Filling) {
	try {
		// The browser's own cache may hold an account of an earlier version under the same name.
		const init: RequestInit = hashInName(path) ? {} : { cache: 'no-cache' };
		const response = await fetch(address, signal ? { ...init, signal } : init);
		if (!response.ok) throw new Error(String(response.status));
		return new Uint8Array(await response.arrayBuffer());
	} catch (cause) {
		signal?.throwIfAborted();
		throw new KeepError('network', `${address} could not be fetched.`, { cause });
	}
}

/** Keeps files, some side by side. Throws what the first failure threw; what is kept by then stays for the next try. */
export async function keepFiles(files: readonly Kept[], filling: Filling): Promise<void> {
	const waiting = files.values();
	let failed = false;
	const lane = async () => {
		for (const file of waiting) {
			if (failed) return;
			await keepFile(file, filling);
			filling.onBytes?.(file.bytes);
		}
	};
	try {
		await Promise.all(Array.from({ length: lanes }, lane));
	} catch (failure) {
		failed = true;
		throw failure;
	}
}
