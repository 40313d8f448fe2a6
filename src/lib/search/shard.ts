/**
 * The bytes of the index: sorted keys, front-coded, each with a value; postings as slot, count and deltas; gzip
 * around the whole. Sequences of bytes in, values out; names and places of files stand in `store.ts`.
 *
 * A shard, unpacked: the number of keys, then for each key the UTF-16 units it shares with the key before, the
 * bytes of the rest and the rest in UTF-8, the bytes of the value and the value. All numbers are varints (seven
 * bits a byte, least first).
 */
import type { Slots } from './flex.ts';

/** A growing run of bytes. */
class Writer {
	#bytes = new Uint8Array(1024);
	length = 0;

	varint(value: number): void {
		this.#reserve(5);
		while (value > 0x7f) {
			this.#bytes[this.length++] = (value & 0x7f) | 0x80;
			value >>>= 7;
		}
		this.#bytes[this.length++] = value;
	}

	bytes(values: Uint8Array): void {
		this.#reserve(values.length);
		this.#bytes.set(values, this.length);
		this.length += values.length;
	}

	taken(): Uint8Array {
		return this.#bytes.slice(0, this.length);
	}

	#reserve(more: number): void {
		if (this.length + more <= this.#bytes.length) return;
		const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
		grown.set(this.#bytes);
		this.#bytes = grown;
	}
}

/** Reads varints from bytes; past the end it throws, so that damaged bytes are never read as an answer. */
class Reader {
	readonly #bytes: Uint8Array;
	at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.#bytes = bytes;
		this.at = at;
	}

	varint(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.#bytes[this.at++];
			if (byte === undefined) break;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) return value >>> 0;
		}
		throw new RangeError('The bytes of a shard end too early.');
	}
}

/** Rows by slot into bytes: the number of slots, then slot, count and the distances between ascending rows. */
export function writePostings(slots: Slots): Uint8Array {
	const writer = new Writer();
	const filled = [...slots.entries()].filter(([, rows]) => rows !== undefined && rows.length > 0);
	writer.varint(filled.length);
	for (const [slot, rows = []] of filled) {
		writer.varint(slot);
		writer.varint(rows.length);
		let before = 0;
		for (const row of [...rows].sort((a, b) => a - b)) {
			writer.varint(row - before);
			before = row;
		}
	}
	return writer.taken();
}

/** The rows by slot that `writePostings` wrote. */
export function readPostings(bytes: Uint8Array): Slots {
	const reader = new Reader(bytes);
	const slots: Slots = [];
	for (let left = reader.varint(); left > 0; left -= 1) {
		const slot = reader.varint();
		const count = reader.varint();
		if (count > bytes.length) throw new RangeError('The bytes of a shard end too early.');
		const rows = new Array<number>(count);
		let row = 0;
		for (let at = 0; at < count; at += 1) rows[at] = row += reader.varint();
		slots[slot] = rows;
	}
	return slots;
}

/** Keys with their values, in ascending order of their UTF-16 units. */
export type Entries = readonly (readonly [key: string, value: Uint8Array])[];

/** Packs sorted entries into the bytes of a shard, not yet compressed. */
export function writeEntries(entries: Entries): Uint8Array {
	const writer = new Writer();
	const encoder = new TextEncoder();
	writer.varint(entries.length);
	let before = '';
	for (const [key, value] of entries) {
		const shared = sharedUnits(before, key);
		const rest = encoder.encode(key.slice(shared));
		writer.varint(shared);
		writer.varint(rest.length);
		writer.bytes(rest);
		writer.varint(value.length);
		writer.bytes(value);
		before = key;
	}
	return writer.taken();
}

/** Reads the entries of a shard, in order; values are views of `bytes`. Throws a RangeError where bytes are damaged. */
export function readEntries(bytes: Uint8Array): Map<string, Uint8Array> {
	const reader = new Reader(bytes);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const entries = new Map<string, Uint8Array>();
	let before = '';
	for (let left = reader.varint(); left > 0; left -= 1) {
		const shared = reader.varint();
		const restLength = reader.varint();
		const rest = decoder.decode(bytes.subarray(reader.at, reader.at + restLength));
		reader.at += restLength;
		const valueLength = reader.varint();
		if (reader.at + valueLength > bytes.length) {
			throw new RangeError('The bytes of a shard end too early.');
		}
		before = before.slice(0, shared) + rest;
		entries.set(before, bytes.subarray(reader.at, reader.at + valueLength));
		reader.at += valueLength;
	}
	return entries;
}

function sharedUnits(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let shared = 0;
	while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
	// Half of a surrogate pair has no bytes of its own.
	const last = shared > 0 ? b.charCodeAt(shared - 1) : 0;
	return last >= 0xd800 && last <= 0xdbff ? shared - 1 : shared;
}
