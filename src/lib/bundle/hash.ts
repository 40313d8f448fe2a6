/** Hashes that the names of published files are made of. */
import { hashDigits } from './format.ts';

/** SHA-256 in hexadecimal digits. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether bytes are those that their name stands for: `hash` is what their SHA-256 begins with, null where that is not
 * told. A page that came over plain HTTP cannot tell, and takes every file for what its name says.
 */
export async function isNamed(bytes: Uint8Array, hash: string | null): Promise<boolean> {
	return hash === null || !crypto.subtle || (await hashOf(bytes)).startsWith(hash);
}

/** What the hash of a file begins with, as its path says; null where the path has none. */
export function hashIn(path: string): string | null {
	return /[/-]([0-9a-f]{12,16})\.[a-z]+$/.exec(path)?.[1] ?? null;
}

/** One hash for many files of rows: of the list of what the hash of each begins with, in the order of their rows. */
export async function hashInCommon(hashes: readonly string[]): Promise<string> {
	return (await hashOf(new TextEncoder().encode(JSON.stringify(hashes)))).slice(0, hashDigits);
}
