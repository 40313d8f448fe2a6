/**
 * Files as they stand in a bundle, told from damaged ones when they are read. Where the name of a file of rows cannot say
 * what is in it, because one hash stands for thousands of files, the file holds a hash of its own.
 */
import { BundleError, type Read, type RowsFile } from './format.ts';
import { hashOf, isNamed } from './hash.ts';

/** How a file that holds its own hash begins and goes on, and how many digits stand between. */
const opening = '{"hash":"';
const middle = '","rows":';
const digits = 16;
const before = opening.length + digits + middle.length;

const parse = (bytes: Uint8Array) =>
	JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;

/** What a JSON file holds; `named`: whether its path holds its hash. Throws a `BundleError` where it cannot be had. */
export const readJson = <Shape>(read: Read, path: string, what: string, named = true) =>
	readWhole(read, path, what, async (bytes) => {
		try {
			return !named || (await isNamed(bytes, path)) ? (parse(bytes) as Shape) : null;
		} catch {
			return null;
		}
	});

/** The bytes of a JSON list of rows with the hash of just these bytes: `{"hash":"…","rows":[…]}`. */
export async function withHash(list: Uint8Array): Promise<Uint8Array> {
	const hash = (await hashOf(list)).slice(0, digits);
	const file = new Uint8Array(before + list.length + 1);
	file.set(new TextEncoder().encode(opening + hash + middle));
	file.set(list, before);
	file[before + list.length] = '}'.charCodeAt(0);
	return file;
}

/** The rows of a file. Throws a `BundleError` where it cannot be had. */
export const readRows = <Row>(read: Read, file: RowsFile, what: string) =>
	readWhole(read, file.path, what, (bytes) => rowsOf<Row>(bytes, file));

/**
 * The rows that a JSON file holds; null where it is not what was published. A page that came over plain HTTP cannot hash,
 * and looks at its form alone.
 */
export async function rowsOf<Row>(
	bytes: Uint8Array,
	{ hash, rows }: Pick<RowsFile, 'hash' | 'rows'>
): Promise<Row[] | null> {
	const list = hash === null ? bytes.subarray(before, -1) : bytes;
	try {
		const said = bytes.subarray(opening.length, opening.length + digits);
		const own = hash ?? new TextDecoder().decode(said);
		if (crypto.subtle && !(await hashOf(list)).startsWith(own)) return null;
		const found = parse(list);
		const isWhole = Array.isArray(found) && found.length === rows[1] - rows[0] + 1;
		return isWhole ? (found as Row[]) : null;
	} catch {
		return null;
	}
}

/**
 * What `open` makes of a file; it gives null of a damaged one. That is read once more, past every cache, which might have
 * kept it so. `what`: what the file holds, as a sentence begins. Throws a `BundleError` where it cannot be had.
 */
export async function readWhole<Value>(
	read: Read,
	path: string,
	what: string,
	open: (bytes: Uint8Array) => Promise<Value | null>
): Promise<Value> {
	const failure = (how: string, cause?: unknown) =>
		new BundleError(
			`${what} ${how} (data/${path}). Check the connection and try again, or reload the page; if that does not help, the archive has to be built and published again.`,
			{ cause }
		);
	let value: Value | null;
	try {
		value = (await open(await read(path))) ?? (await open(await read(path, 'reload')));
	} catch (cause) {
		throw failure('could not be fetched', cause);
	}
	if (value === null) throw failure('came damaged');
	return value;
}
