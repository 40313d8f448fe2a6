/** The catalog as typed arrays, for filters and counts that run on every keystroke and every frame of a drag. */
import type { Catalog } from '../bundle/format.ts';
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

function facetColumn(values: readonly string[], rows: readonly (readonly number[])[]): FacetColumn {
	const start = new Uint32Array(rows.length + 1);
	rows.forEach((codes, row) => (start[row + 1] = (start[row] ?? 0) + codes.length));
	const codes = Uint32Array.from(rows.flat());
	const totals = new Uint32Array(values.length);
	for (const code of codes) totals[code] = (totals[code] ?? 0) + 1;
	return { values, start, codes, totals };
}

function lengthCode(words: number): number {
	let code = 0;
	while (code + 1 < lengths.length && words >= (lengths[code + 1]?.from ?? Infinity)) code++;
	return code;
}

/** Builds the columns; "no byline" and "no publication" are values like any other, after all the names. */
export function columnsOf(catalog: Catalog): Columns {
	const { names } = catalog;
	const noAuthor = names.author.length;
	const noPublication = names.publication.length;
	return {
		size: catalog.first.length,
		first: Int32Array.from(catalog.first, (day) => day ?? noDay),
		last: Int32Array.from(catalog.last, (day) => day ?? noDay),
		facet: {
			author: facetColumn(
				[...names.author, none],
				catalog.authors.map((codes) => (codes.length ? [...new Set(codes)] : [noAuthor]))
			),
			publication: facetColumn(
				[...names.publication, none],
				catalog.publication.map((code) => [code ?? noPublication])
			),
			kind: facetColumn(
				names.kind,
				catalog.kind.map((code) => [code])
			),
			known: facetColumn(
				names.known,
				catalog.known.map((code) => [code])
			),
			length: facetColumn(
				lengths.map((each) => each.value),
				catalog.words.map((words) => [lengthCode(words)])
			)
		}
	};
}
