/** Reads the files of a bundle whose names stay the same in every version, and that the manifest has hashes of. */
import type { Archive } from './open.ts';

/**
 * What an account holds, as `report.ts` describes it; null where it cannot be fetched, or is not of this archive's
 * version: the host may have published another since the page was opened.
 */
export async function readAccount<Shape>(
	{ manifest, read }: Pick<Archive, 'manifest' | 'read'>,
	path: string
): Promise<Shape | null> {
	try {
		const bytes = (await read(path)) as Uint8Array<ArrayBuffer>;
		const { hash } = manifest.accounts.find((each) => each.path === path) ?? { hash: '' };
		// A page that came over plain HTTP may not hash.
		if (globalThis.crypto?.subtle) {
			const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
			const own = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
			if (!own.startsWith(hash)) return null;
		}
		return JSON.parse(new TextDecoder().decode(bytes)) as Shape;
	} catch {
		return null;
	}
}
