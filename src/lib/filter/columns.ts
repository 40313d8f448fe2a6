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

/** A column of a large archive is filled without a list for each row: those would take longer than the first chart. */
function facetColumn(
	values: readonly string[],
	rows: readonly unknown[],
	codesOf: (row: number) => number | readonly number[]
): FacetColumn {
	const start = new Uint32Array(rows.length + 1);
	const codes: number[] = [];
	for (let row = 0; row < rows.length; row++) {
		const own = codesOf(row);
		if (typeof own === 'number') codes.push(own);
		// A value that stands twice counts once.
		else for (const [at, code] of own.entries()) if (own.indexOf(code) === at) codes.push(code);
		start[row + 1] = codes.length;
	}
	const totals = new Uint32Array(values.length);
	for (const code of codes) totals[code] = (totals[code] ?? 0) + 1;
	return { values, start, codes: Uint32Array.from(codes), totals };
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
			author: facetColumn([...names.author, none], catalog.authors, (row) => {
				const codes = catalog.authors[row] ?? [];
				return codes.length > 0 ? codes : noAuthor;
			}),
			publication: facetColumn(
				[...names.publication, none],
				catalog.publication,
				(row) => catalog.publication[row] ?? noPublication
			),
			kind: facetColumn(names.kind, catalog.kind, (row) => catalog.kind[row] ?? 0),
			known: facetColumn(names.known, catalog.known, (row) => catalog.known[row] ?? 0),
			length: facetColumn(
				lengths.map((each) => each.value),
				catalog.words,
				(row) => lengthCode(catalog.words[row] ?? 0)
			)
		}
	};
}
