/**
 * What the catalog tells of articles, for the fields of a query that no text answers: authors, publications, kinds,
 * languages, dates, what an article has and is. The catalog is read when such a field is first asked for.
 */
import { readJson } from '../bundle/rows.ts';
import { unpackCatalog, type Catalog, type CatalogFile, type Read } from '../bundle/format.ts';
import type { QueryClause } from './clause.ts';
import { Lexicon } from './lexicon.ts';
import { testOf } from './probe.ts';

/** The facts of an archive, row by row. */
export class Facts {
	readonly #catalog: Catalog;

	constructor(catalog: Catalog) {
		this.#catalog = catalog;
	}

	/** 1 where a row meets a clause that the catalog tells; refusal is not looked at. */
	rowsOf(clause: QueryClause): Uint8Array {
		const { authors, publication, names } = this.#catalog;
		if (clause.field === 'author') {
			const holds = namesWith(names.author, clause);
			return this.#mark((row) => authors[row]?.some((code) => holds[code]) ?? false);
		}
		if (clause.field === 'publication') {
			const holds = namesWith(names.publication, clause);
			return this.#mark((row) => holds[publication[row] ?? -1] ?? false);
		}
		return this.#mark(this.#testOf(clause));
	}

	#mark(holds: (row: number) => boolean): Uint8Array {
		return Uint8Array.from(this.#catalog.first, (_, row) => (holds(row) ? 1 : 0));
	}

	#testOf({ field, words, days }: QueryClause): (row: number) => boolean {
		const { kind, language, first, last, known, dateBasis, names } = this.#catalog;
		const value = words[0] ?? '';
		if (field === 'kind') return (row) => names.kind[kind[row] ?? -1] === value;
		if (field === 'lang')
			return (row) => {
				const tag = names.language[language[row] ?? -1]?.toLowerCase() ?? '';
				return tag === value || tag.startsWith(`${value}-`);
			};
		if (field === 'date')
			return (row) =>
				days !== null &&
				(first[row] ?? Infinity) <= days.last &&
				(last[row] ?? -Infinity) >= days.first;
		if (field === 'has') return this.#hasOf(value);
		if (value === 'undated') return (row) => first[row] === null;
		if (value === 'inferred') return (row) => names.basis[dateBasis[row] ?? -1] === 'inferred';
		return (row) => !['day', 'undated'].includes(names.known[known[row] ?? -1] ?? '');
	}

	#hasOf(value: string): (row: number) => boolean {
		const { authors, publication, first, has, names } = this.#catalog;
		if (value === 'byline') return (row) => (authors[row]?.length ?? 0) > 0;
		if (value === 'publication') return (row) => publication[row] !== null;
		if (value === 'date') return (row) => first[row] !== null;
		const bit = 1 << names.has.indexOf(value);
		return (row) => ((has[row] ?? 0) & bit) !== 0;
	}
}

/** Which names hold what a clause asks for. In names no word is too common, and none has a stem. */
function namesWith(names: readonly string[], clause: QueryClause): boolean[] {
	const lexicon = new Lexicon();
	const rows = names.map((name) => ({
		tokens: lexicon.read([name]),
		headline: 0,
		stemmed: false
	}));
	const holds = testOf({ ...clause, field: null, stemmed: false }, lexicon);
	return rows.map(holds);
}

/** Reads the facts of a bundle. Throws a BundleError where its catalog cannot be had. */
export async function openFacts(read: Read, path: string): Promise<Facts> {
	const what = 'The facts that fields such as author: and date: need';
	return new Facts(unpackCatalog(await readJson<CatalogFile>(read, path, what)));
}
