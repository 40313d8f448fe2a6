/** The hash that thousands of files have in common; apart from the others, since no page needs it to open. */
import { hashDigits } from './format.ts';
import { hashOf } from './hash.ts';

/** One hash for many files of rows: of the list of what the hash of each begins with, in the order of their rows. */
export async function hashInCommon(hashes: readonly string[]): Promise<string> {
	return (await hashOf(new TextEncoder().encode(JSON.stringify(hashes)))).slice(0, hashDigits);
}
