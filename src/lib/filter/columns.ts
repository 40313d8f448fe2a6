/** The catalog as typed arrays, for filters and counts that run on every keystroke and every frame of a drag. */
import type { Catalog } from '../bundle/format.ts';
import { once } from './once.ts';
import { lengths, none, type Facet } from './selection.ts';

/** Stands in `first` and `last` for "undated": no calendar reaches it. */
export const noDay = -0x8000_0000;

export interface Columns {
	/** Number of articles. */
	size: number;
	/** First and last day of each article; `noDay` where undated. */
	first: Int32Array;
	last: Int32Array;
	/** Per facet: its values in the order of codes, and the codes of each row. */
	facet: Record<Facet, FacetColumn>;
}

/** Codes of row r are `codes[start[r]]` up to, not including, `codes[start[r + 1]]`; every row has one at least. */
export interface FacetColumn {
	values: readonly string[];
	start: Uint32Array;
	codes: Uint32Array;
	/** Articles with each value, in the whole archive. */
	totals: Uint32Array;
}

/** A column in which every row has one value. */
function singleColumn(
	values: readonly string[],
	size: number,
	codeOf: (row: number) => number
): FacetColumn {
	const start = new Uint32Array(size + 1);
	const codes = new Uint32Array(size);
	for (let row = 0; row < size; row++) {
		codes[row] = codeOf(row);
		start[row + 1] = row + 1;
	}
	return { values, start, codes, totals: totalsOf(values, codes) };
}

/** A column in which a row may have several values, or none: then it has the last of all. */
function severalColumn(
	values: readonly string[],
	rows: readonly (readonly number[])[]
): FacetColumn {
	const start = new Uint32Array(rows.length + 1);
	const codes = new Uint32Array(rows.reduce((sum, { length }) => sum + Math.max(1, length), 0));
	let size = 0;
	for (let row = 0; row < rows.length; row++) {
		const own = rows[row] as readonly number[];
		if (own.length === 0) codes[size++] = values.length - 1;
		// A value that stands twice counts once.
		for (let at = 0; at < own.length; at++)
			if (own.indexOf(own[at] as number) === at) codes[size++] = own[at] as number;
		start[row + 1] = size;
	}
	const counted = codes.subarray(0, size);
	return { values, start, codes: counted, totals: totalsOf(values, counted) };
}

function totalsOf(values: readonly string[], codes: Uint32Array): Uint32Array {
	const totals = new Uint32Array(values.length);
	for (let at = 0; at < codes.length; at++) {
		const code = codes[at] as number;
		totals[code] = (totals[code] as number) + 1;
	}
	return totals;
}

function daysOf(days: readonly (number | null)[]): Int32Array {
	const made = new Int32Array(days.length);
	for (let row = 0; row < days.length; row++) made[row] = days[row] ?? noDay;
	return made;
}

function lengthCode(words: number): number {
	let code = 0;
	while (code + 1 < lengths.length && words >= (lengths[code + 1]?.from ?? Infinity)) code++;
	return code;
}

/**
 * The columns of a catalog; "no byline" and "no publication" are values like any other, after all the names. Made by loops
 * over numbers alone: in a large archive the first chart waits for this.
 */
export const columnsOf = once((catalog: Catalog): Columns => {
	const { names, publication, kind, known, words } = catalog;
	const size = catalog.first.length;
	const bounds = lengths.map((each) => each.value);
	const noPublication = names.publication.length;
	return {
		size,
		first: daysOf(catalog.first),
		last: daysOf(catalog.last),
		facet: {
			author: severalColumn([...names.author, none], catalog.authors),
			publication: singleColumn(
				[...names.publication, none],
				size,
				(row) => publication[row] ?? noPublication
			),
			kind: singleColumn(names.kind, size, (row) => kind[row] ?? 0),
			known: singleColumn(names.known, size, (row) => known[row] ?? 0),
			length: singleColumn(bounds, size, (row) => lengthCode(words[row] ?? 0))
		}
	};
});
