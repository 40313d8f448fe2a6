/** Reads the JSON files of a bundle that the engine needs besides index and texts. */
import { BundleError, type Read } from '../bundle/format.ts';
import { isNamed } from '../bundle/hash.ts';

/**
 * `what`: what the file holds, as a sentence begins. `named`: whether its path holds a hash of its own. Throws a BundleError where it cannot be had.
 */
export async function readJson<Shape>(
	read: Read,
	path: string,
	what: string,
	named = false
): Promise<Shape> {
	let bytes: Uint8Array;
	try {
		bytes = await read(path);
	} catch (cause) {
		throw new BundleError(
			`${what} could not be read (${path}). Check the connection and try again.`,
			{ cause }
		);
	}
	try {
		if (named && !(await isNamed(bytes, path))) throw new Error(path);
		return JSON.parse(new TextDecoder().decode(bytes)) as Shape;
	} catch (cause) {
		throw new BundleError(
			`${what} are damaged (${path}). Reload the page; if that does not help, the archive has to be built again.`,
			{ cause }
		);
	}
}
