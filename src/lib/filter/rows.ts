/** The rows that a mask lets pass, listed: what counts go through. */
import { bitOf, countWithout, passes, type Part } from './mask.ts';
import { once } from './once.ts';

/** The rows of a mask that fail none of some parts, by their bits. */
export function rowsWithout(mask: Uint8Array, bits: number): Uint32Array {
	// Counted first: a drag makes these at every frame, and what is too long is collected no less often. One more, since
	// every row is written, and written over where it fails.
	const rows = new Uint32Array(countWithout(mask, bits) + 1);
	let size = 0;
	for (let row = 0; row < mask.length; row++) {
		rows[size] = row;
		size += passes(mask[row] as number, bits);
	}
	return rows.subarray(0, size);
}

/** The rows that pass everything. */
export const passingRows = once((mask: Uint8Array) => rowsWithout(mask, 0xff));

/** The bits of all parts that any article fails. */
const failedBits = once((mask: Uint8Array) => {
	let bits = 0;
	for (let row = 0; row < mask.length; row++) bits |= mask[row] as number;
	return bits;
});

/** The rows that pass everything but one part: nothing is looked through where no article fails that part. */
export function rowsBut(mask: Uint8Array, part: Part): Uint32Array {
	const bit = bitOf[part];
	return failedBits(mask) & bit ? rowsWithout(mask, 0xff & ~bit) : passingRows(mask);
}
