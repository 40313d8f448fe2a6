/** A file of the bundle as it stands inside a page, for the archive that is one file. */
import { unzip } from './gzip.ts';

/** `text`: as it is. `octets`: in base64. `gzip`: compressed, in base64. */
export type Form = 'text' | 'octets' | 'gzip';

export interface Block {
	text: string;
	form: Form;
}

/** The bytes of the file. Rejects where the block is damaged. */
export async function bytesOf({ text, form }: Block): Promise<Uint8Array> {
	if (form === 'text') return new TextEncoder().encode(text);
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	// A plain loop: Uint8Array.from with a function is many times slower.
	for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
	return form === 'octets' ? bytes : unzip(bytes);
}
