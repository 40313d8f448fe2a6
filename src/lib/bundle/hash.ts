/** Hashes that the names of published files are made of. */
import { hashDigits } from './format.ts';

/** SHA-256 in hexadecimal digits. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether bytes are what their path stands for: it holds what their hash begins with. A page that came over plain HTTP
 * cannot tell, and takes every file for what its name says.
 */
export async function isNamed(bytes: Uint8Array, path: string): Promise<boolean> {
	return !crypto.subtle || path.includes((await hashOf(bytes)).slice(0, hashDigits));
}
