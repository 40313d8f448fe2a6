/**
 * The one mask: a byte per article, a bit per failing part of the selection. An article passes where its byte is
 * zero. A view that ignores its own part counts the bytes where no bit but its own is set: so no two views can
 * disagree. Recomputed whole on each change, which is faster than being clever.
 */
import { periodOf } from '../archive/day.ts';
import { noDay, type Columns } from './columns.ts';
import { facets, leftOut, valueOf, type Facet, type Selection } from './selection.ts';

/** A part of the selection that can fail. */
export type Part = 'query' | 'dates' | Facet;

export const bitOf: Record<Part, number> = {
	query: 1,
	dates: 2,
	author: 4,
	publication: 8,
	kind: 16,
	known: 32,
	length: 64
};

/** First and last day asked for, ±Infinity where open; null where no dates are asked for. */
export function daysAsked(selection: Selection): { first: number; last: number } | null {
	const from = selection.from === null ? null : periodOf(selection.from);
	const to = selection.to === null ? null : periodOf(selection.to);
	if (!from && !to) return null;
	return { first: from?.first ?? -Infinity, last: to?.last ?? Infinity };
}

/**
 * The mask of a selection. `rows`: the articles that match the words, ascending; null where no words are asked
 * for. Dates pass by overlap: an article known only to the month passes any day of that month.
 */
export function maskOf(
	columns: Columns,
	selection: Selection,
	rows: Uint32Array | null
): Uint8Array {
	const mask = new Uint8Array(columns.size);
	if (rows) {
		mask.fill(bitOf.query);
		for (let at = 0; at < rows.length; at++) mask[rows[at] as number] = 0;
	}
	const days = daysAsked(selection);
	if (days) {
		const { first, last } = columns;
		for (let row = 0; row < mask.length; row++) {
			const from = first[row] as number;
			const passes =
				from === noDay
					? selection.undated
					: from <= days.last && (last[row] as number) >= days.first;
			if (!passes) mask[row] = (mask[row] as number) | bitOf.dates;
		}
	}
	for (const facet of facets)
		if (selection[facet].length) failFacet(mask, columns, selection, facet);
	return mask;
}

function failFacet(mask: Uint8Array, columns: Columns, selection: Selection, facet: Facet): void {
	const { values, start, codes } = columns.facet[facet];
	const marks = selection[facet];
	const asked = new Uint8Array(values.length);
	// With none chosen any will do; of several authors, one that is left out is enough to fail.
	let passing = Number(marks.some((mark) => mark === valueOf(mark)));
	values.forEach((value, code) => {
		if (marks.includes(value)) asked[code] = passing = 1;
		if (marks.includes(leftOut(value))) asked[code] = 2;
	});
	const bit = bitOf[facet];
	for (let row = 0; row < mask.length; row++) {
		let found = 0;
		for (let at = start[row] as number; at < (start[row + 1] as number); at++)
			found |= asked[codes[at] as number] as number;
		if (found !== passing) mask[row] = (mask[row] as number) | bit;
	}
}

/**
 * 1 where none of some bits is set in a byte, else 0: the sign of what is left less one. Counts are sums of these. Where
 * matches lie as they please, asking at each row takes several times as long, since no processor can guess the answer.
 */
export const passes = (byte: number, bits: number): number => ((byte & bits) - 1) >>> 31;

/** Number of articles that pass everything, or everything but one part. */
export function countPassing(mask: Uint8Array, ignore: Part | null = null): number {
	return countWithout(mask, ignore === null ? 0xff : 0xff & ~bitOf[ignore]);
}

/** Number of articles that fail none of some parts, by their bits. */
export function countWithout(mask: Uint8Array, bits: number): number {
	let count = 0;
	// By index, which is several times as fast as by value.
	for (let row = 0; row < mask.length; row++) count += passes(mask[row] as number, bits);
	return count;
}
