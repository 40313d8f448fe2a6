/**
 * What the catalog tells of articles, for the fields of a query that no text answers: authors, publications, kinds,
 * languages, dates, what an article has and is. The catalog is read when such a field is first asked for.
 */
import { knownOf } from '../archive/known.ts';
import { BundleError, type Catalog, type Feature, type Read } from '../bundle/format.ts';
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
		return Uint8Array.from(this.#catalog.id, (_, row) => (holds(row) ? 1 : 0));
	}

	#testOf({ field, words, days }: QueryClause): (row: number) => boolean {
		const { kind, language, first, last, edtf, dateBasis } = this.#catalog;
		const value = words[0] ?? '';
		if (field === 'kind') return (row) => kind[row] === value;
		if (field === 'lang')
			return (row) => {
				const tag = language[row]?.toLowerCase() ?? '';
				return tag === value || tag.startsWith(`${value}-`);
			};
		if (field === 'date')
			return (row) =>
				days !== null &&
				(first[row] ?? Infinity) <= days.last &&
				(last[row] ?? -Infinity) >= days.first;
		if (field === 'has') return this.#hasOf(value);
		if (value === 'undated') return (row) => first[row] === null;
		if (value === 'inferred') return (row) => dateBasis[row] === 'inferred';
		return (row) => !['day', 'undated'].includes(knownOf(edtf[row] ?? null));
	}

	#hasOf(value: string): (row: number) => boolean {
		const { headline, authors, publication, first, has } = this.#catalog;
		if (value === 'headline') return (row) => headline[row] !== null;
		if (value === 'byline') return (row) => (authors[row]?.length ?? 0) > 0;
		if (value === 'publication') return (row) => publication[row] !== null;
		if (value === 'date') return (row) => first[row] !== null;
		const rows = new Set(has[value as Feature]);
		return (row) => rows.has(row);
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
	let bytes: Uint8Array;
	try {
		bytes = await read(path);
	} catch (cause) {
		throw new BundleError(
			`The list of articles could not be read (${path}), which fields such as author: and date: need. Check the connection and try again.`,
			{ cause }
		);
	}
	try {
		return new Facts(JSON.parse(new TextDecoder().decode(bytes)) as Catalog);
	} catch (cause) {
		throw new BundleError(
			`The list of articles is damaged (${path}). Reload the page; if that does not help, the archive has to be built again.`,
			{ cause }
		);
	}
}
