/**
 * Postings of the index, merged over the keys of what a clause asks for: which rows hold it, and how strongly. Each is
 * read once per question, however many clauses share it.
 */
import { headlineKey, isStopWord, keyOf, stemOf } from '../archive/stems.ts';
import type { QueryClause } from './clause.ts';
import { readSlots, type FlexIndex, type Slots } from './flex.ts';
import { impactOf, rarityOf } from './impact.ts';
import { isPattern, patternTest } from './pattern.ts';
import { isSingle, wordTest } from './probe.ts';
import type { ShardReader, Weights } from './store.ts';

/** Stands in `slotOfRow` where a row does not hold the term. */
export const absent = 255;

/** With fewer letters to begin with, too much of a large dictionary would be read. */
const leastLetters = 2;

/** The postings of one term: a word in all its forms, or all words of a pattern. */
export interface Postings {
	/** Those that hold it, in no order. */
	rows: Uint32Array;
	/** Best slot by row, `absent` of all others. */
	slotOfRow: Uint8Array;
	/** By row: 1 where it holds a key that stands for nothing but words that are meant; null where no words are meant. */
	sure: Uint8Array | null;
}

/** Some words of the archive, all of which begin with the same letters. */
interface Meant {
	start: string;
	test: (word: string) => boolean;
}

/** Something to look up in the index: the same name, the same postings. */
export interface Term {
	/** As a reader may see it: `strik`, `strik*`, `w?rd`, `word~`; of headlines alone with `headline:` before it. */
	name: string;
	/** The folded words that it stands for, read from the dictionary where it is a pattern. */
	words: () => Promise<readonly string[]>;
	headline: boolean;
	/** The words that are meant, where those are not all of a stem. */
	meant: Meant | null;
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
				if (isPattern(word)) {
					terms.set(word, this.#patternOf(word));
					continue;
				}
				const name = this.#store.kinds.plain ? word : stemOf(word);
				const words = () => Promise.resolve([word]);
				terms.set(name, { name, words, headline: false, meant: null });
			}
			return [...terms.values()];
		}
		if (clause.kind !== 'fuzzy')
			return [this.#patternOf(clause.kind === 'prefix' ? `${asked}*` : asked)];
		const test = wordTest(clause, false);
		const start = String.fromCodePoint(asked.codePointAt(0) ?? 0);
		return [this.#termOf(`${asked}~`, { start, test: (word) => test(word, word) })];
	}

	/** The words that fit one with wildcards. */
	#patternOf(pattern: string): Term {
		const start = /^[^*?]*/.exec(pattern)?.[0] ?? '';
		return this.#termOf(pattern, { start, test: patternTest(pattern) });
	}

	/** A folded word by itself, without the other words of its stem. */
	alone(word: string): Term {
		return this.#termOf(`"${word}"`, { start: word, test: (other) => other === word });
	}

	#termOf(name: string, meant: Meant): Term {
		const words = async () => (await this.#store.wordsWith(meant.start)).filter(meant.test);
		return { name, words, headline: false, meant };
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

	/** What a score is reckoned with beside the postings. */
	weights(): Promise<Weights> {
		return this.#store.weights();
	}

	/** Adds to the score of every row what the terms tell of it, each term once. */
	async score(terms: Iterable<Term>, scores: Float32Array): Promise<void> {
		const { lengths, frequencies } = await this.weights();
		// Many rows of a term have the same impact, and logarithms take their time.
		const impacts = new Float64Array(frequencies.length);
		for (const term of byName(terms)) {
			const { rows, slotOfRow } = await this.postings(term);
			const rarity = rarityOf(rows.length, scores.length);
			impacts.fill(0);
			for (const row of rows) {
				const at = (slotOfRow[row] ?? 0) * 256 + (lengths[row] ?? 0);
				scores[row] = (scores[row] ?? 0) + (impacts[at] ||= impactOf(frequencies[at] ?? 0, rarity));
			}
		}
	}

	async #merge(term: Term): Promise<Postings> {
		const words = await term.words();
		const isWhole = term.meant && (await this.#wholeStems(words, term.meant));
		const keys = this.#keysOf(words, term.headline, isWhole ?? (() => false));
		await this.#store.prefetch(keys.keys());
		const slotOfRow = new Uint8Array(this.#store.rows).fill(absent);
		const sure = isWhole && new Uint8Array(this.#store.rows);
		const read: [isSure: boolean, slots: Slots][] = [];
		let most = 0;
		for (const [key, isSure] of keys) {
			const slots = await readSlots(this.#index, key);
			for (const rows of slots) most += rows?.length ?? 0;
			read.push([isSure, slots]);
		}
		const rows = new Uint32Array(most);
		let holding = 0;
		for (const [isSure, slots] of read) {
			for (let slot = 0; slot < slots.length; slot += 1) {
				for (const row of slots[slot] ?? []) {
					const before = slotOfRow[row] ?? absent;
					if (before === absent) rows[holding++] = row;
					if (slot < before) slotOfRow[row] = slot;
					if (sure && isSure) sure[row] = 1;
				}
			}
		}
		return { rows: rows.subarray(0, holding), slotOfRow, sure };
	}

	/** The keys of words, each with whether it stands for nothing else. */
	#keysOf(
		words: readonly string[],
		headline: boolean,
		isWhole: (stem: string) => boolean
	): Map<string, boolean> {
		const { stemmed, plain } = this.#store.kinds;
		const keys = new Map<string, boolean>();
		const add = (key: string, sure: boolean) => keys.set(headline ? headlineKey(key) : key, sure);
		for (const word of words) {
			if (stemmed) add(keyOf(word, true), isWhole(stemOf(word)));
			if (plain) add(keyOf(word, false), true);
		}
		return keys;
	}

	/**
	 * The test whether all words of the archive that have a stem are meant: then whatever holds the stem holds one of
	 * them, and no text has to tell. It may say no where they are.
	 */
	async #wholeStems(
		words: readonly string[],
		{ start, test }: Meant
	): Promise<(stem: string) => boolean> {
		if (!this.stems) return () => true;
		// Porter's rules change nothing before the last letter of a stem: all of its words begin with the others.
		const beginnings = new Set(words.map((word) => stemOf(word).slice(0, -1)));
		let from = start;
		for (const each of beginnings)
			if (each.length >= leastLetters && each.length < from.length && start.startsWith(each))
				from = each;
		const strangers = (await this.#store.wordsWith(from)).filter((word) => !test(word));
		const shared = new Set(strangers.map(stemOf));
		return (stem) => stem.slice(0, -1).startsWith(from) && !shared.has(stem);
	}
}

/** Each term once. */
export function byName(terms: Iterable<Term>): Iterable<Term> {
	const found = new Map<string, Term>();
	for (const term of terms) found.set(term.name, term);
	return found.values();
}
