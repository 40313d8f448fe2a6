/** Fetches files into a cache, each checked before it is put there; what is there already is not fetched again. */
import { hashDigits } from '../bundle/format.ts';
import { hashInCommon, hashOf } from '../bundle/hash.ts';
import { hashInName, type Kept } from './plan.ts';

/** What of the Cache API is used, so that a test can stand in for it. */
export interface Store {
	match(address: string): Promise<Response | undefined>;
	put(address: string, response: Response): Promise<void>;
	delete(address: string): Promise<unknown>;
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

/** Files of rows that hold a hash of their own are JSON objects. */
const openingBrace = 0x7b;
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

async function isOf(bytes: Uint8Array<ArrayBuffer>, { hash, path }: Kept): Promise<boolean> {
	// Its hash is known when all are there; a server that answers everything with one page of its own is found at once.
	if (hash === null) return path.endsWith('.json') && bytes[0] === openingBrace;
	return hash !== '' && (await hashOf(bytes)).startsWith(hash);
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
	if (!bytes || !(await isOf(bytes, file))) {
		bytes = await fetched(address, file, filling);
		if (!(await isOf(bytes, file)))
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

/**
 * Keeps files, some side by side. Throws what the first failure threw, or a `KeepError` where those that have one hash
 * in common are not all of this version; what is kept by then stays for the next try.
 */
export async function keepFiles(files: readonly Kept[], filling: Filling): Promise<void> {
	const waiting = files.entries();
	/** What the hash of each file begins with, at its place, where all of its folder have one in common. */
	const hashes: string[] = [];
	let failed = false;
	const lane = async () => {
		for (const [at, file] of waiting) {
			if (failed) return;
			const bytes = await keepFile(file, filling);
			if (file.hash === null) hashes[at] = (await hashOf(bytes)).slice(0, hashDigits);
			filling.onBytes?.(file.bytes);
		}
	};
	try {
		await Promise.all(Array.from({ length: lanes }, lane));
	} catch (failure) {
		failed = true;
		throw failure;
	}
	await checkInCommon(files, hashes, filling);
}

/** Which file of a folder is of another version is not known: all of them are fetched anew at the next try. */
async function checkInCommon(
	files: readonly Kept[],
	hashes: readonly string[],
	{ cache, data }: Filling
): Promise<void> {
	const folders = new Map<string, { paths: string[]; starts: string[] }>();
	for (const [at, { path, hash }] of files.entries()) {
		if (hash !== null) continue;
		const name = path.slice(0, path.indexOf('/'));
		const folder = folders.get(name) ?? { paths: [], starts: [] };
		folders.set(name, folder);
		folder.paths.push(path);
		folder.starts.push(hashes[at] ?? '');
	}
	for (const [name, { paths, starts }] of folders) {
		const found = await hashInCommon(starts);
		if (paths.every((path) => hashInName(path) === found)) continue;
		for (const path of paths) await cache.delete(data + path);
		throw new KeepError('version', `Not all of ${data}${name}/ is of this version.`);
	}
}
