/**
 * Postings of the index, merged over the keys of what a clause asks for: which rows hold it, and how strongly. Each is
 * read once per question, however many clauses share it.
 */
import { headlineKey, isStopWord, keyOf, stemOf } from '../archive/stems.ts';
import type { QueryClause } from './clause.ts';
import { readSlots, type FlexIndex } from './flex.ts';
import { countOf, lengthOfCode, weightOf } from './impact.ts';
import { isSingle, wordTest } from './probe.ts';
import type { ShardReader } from './store.ts';

/** Stands in `slotOfRow` where a row does not hold the term. */
export const absent = 255;

/** The postings of one term: a word in all its forms, or all words of a pattern. */
export interface Postings {
	/** Those that hold it, in no order. */
	rows: readonly number[];
	/** Best slot by row, `absent` of all others. */
	slotOfRow: Uint8Array;
}

/** Something to look up in the index: the same name, the same postings. */
export interface Term {
	/** As a reader may see it: `strik`, `strik*`, `w?rd`, `word~`; of headlines alone with `headline:` before it. */
	name: string;
	/** The folded words that it stands for, read from the dictionary where it is a pattern. */
	words: () => Promise<readonly string[]>;
	headline: boolean;
}

/** How one term adds to the score of one row. */
export interface Product {
	term: string;
	/** Articles that hold it, and what that tells: idf. */
	articles: number;
	idf: number;
	/** How often it stands in the article, in steps above 8, of how many words, within 4.4%; and what that is worth. */
	count: number;
	length: number;
	impact: number;
	/** idf × impact. */
	product: number;
}

/** Reads and keeps the postings of one question. */
export class Terms {
	readonly #index: FlexIndex;
	readonly #store: ShardReader;
	readonly #known = new Map<string, Promise<Postings>>();

	constructor(index: FlexIndex, store: ShardReader) {
		this.#index = index;
		this.#store = store;
	}

	get rows(): number {
		return this.#store.rows;
	}

	/** Whether a word and its stem have different postings: some article is in a language with stems. */
	get stems(): boolean {
		return this.#store.kinds.stemmed;
	}

	/** The terms that a clause of the texts is looked up by, common words left out. */
	of(clause: QueryClause): Term[] {
		const asked = clause.words[0] ?? '';
		if (clause.kind === 'word' || !isSingle(clause)) {
			const words = new Set(clause.words.filter((word) => !isStopWord(word)));
			const terms = new Map<string, Term>();
			for (const word of words) {
				const name = this.#store.kinds.plain ? word : stemOf(word);
				terms.set(name, { name, words: () => Promise.resolve([word]), headline: false });
			}
			return [...terms.values()];
		}
		const name =
			clause.kind === 'prefix' ? `${asked}*` : clause.kind === 'fuzzy' ? `${asked}~` : asked;
		const test = wordTest(clause, false);
		const letters = /^[^*?]*/.exec(asked)?.[0] ?? '';
		const start =
			clause.kind === 'fuzzy' ? String.fromCodePoint(asked.codePointAt(0) ?? 0) : letters;
		const words = async () =>
			(await this.#store.wordsWith(start)).filter((word) => test(word, word));
		return [{ name, words, headline: false }];
	}

	postings(term: Term): Promise<Postings> {
		const name = (term.headline ? 'headline:' : '') + term.name;
		let known = this.#known.get(name);
		if (!known) {
			known = this.#merge(term);
			this.#known.set(name, known);
			// What failed is asked for again the next time: the network may be back.
			known.catch(() => this.#known.delete(name));
		}
		return known;
	}

	/** Adds to the score of every row what the terms tell of it, each term once. */
	async score(terms: Iterable<Term>, scores: Float32Array): Promise<void> {
		const { lengths, impacts } = await this.#store.weights();
		for (const term of byName(terms)) {
			const { rows, slotOfRow } = await this.postings(term);
			const weight = weightOf(rows.length, scores.length);
			for (const row of rows) {
				const impact = impacts[(slotOfRow[row] ?? 0) * 256 + (lengths[row] ?? 0)] ?? 0;
				scores[row] = (scores[row] ?? 0) + weight * impact;
			}
		}
	}

	/** What each term adds to the score of a row; terms that the row does not hold are left out. */
	async products(terms: Iterable<Term>, row: number): Promise<Product[]> {
		const { lengths, impacts } = await this.#store.weights();
		const code = lengths[row] ?? 0;
		const products: Product[] = [];
		for (const term of byName(terms)) {
			const { rows, slotOfRow } = await this.postings(term);
			const slot = slotOfRow[row] ?? absent;
			if (slot === absent) continue;
			const idf = weightOf(rows.length, this.rows);
			const impact = impacts[slot * 256 + code] ?? 0;
			products.push({
				term: term.name,
				articles: rows.length,
				idf,
				count: countOf(slot),
				length: lengthOfCode(code),
				impact,
				product: idf * impact
			});
		}
		return products;
	}

	async #merge(term: Term): Promise<Postings> {
		const keys = this.#keysOf(await term.words(), term.headline);
		await this.#store.prefetch(keys);
		const slotOfRow = new Uint8Array(this.#store.rows).fill(absent);
		const rows: number[] = [];
		for (const key of keys) {
			for (const [slot, found] of (await readSlots(this.#index, key)).entries()) {
				for (const row of found ?? []) {
					const before = slotOfRow[row] ?? absent;
					if (before === absent) rows.push(row);
					if (slot < before) slotOfRow[row] = slot;
				}
			}
		}
		return { rows, slotOfRow };
	}

	#keysOf(words: readonly string[], headline: boolean): Set<string> {
		const { stemmed, plain } = this.#store.kinds;
		const keys = new Set<string>();
		const add = (key: string) => keys.add(headline ? headlineKey(key) : key);
		for (const word of words) {
			if (stemmed) add(keyOf(word, true));
			if (plain) add(keyOf(word, false));
		}
		return keys;
	}
}

function byName(terms: Iterable<Term>): Iterable<Term> {
	const found = new Map<string, Term>();
	for (const term of terms) found.set(term.name, term);
	return found.values();
}
