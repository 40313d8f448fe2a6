/**
 * What each clause of a query holds in the archive: candidate rows from the index, made exact on the words of the
 * texts where the index alone cannot know (phrases, prefixes, common words).
 */
import { isStopWord, keyOf, stemOf } from '../archive/words.ts';
import { readSlots, type FlexIndex, type Slots } from './flex.ts';
import { impactOfSlot, weightOf } from './impact.ts';
import type { Lexicon } from './lexicon.ts';
import {
	addPhrase,
	holdsAny,
	holdsPhrase,
	isWordOf,
	marked,
	markedClauses,
	opens,
	type Plan
} from './match.ts';
import type { QueryClause } from './query.ts';
import type { ShardReader } from './store.ts';
import type { RowWords } from './texts.ts';

/** The postings of one thing asked for (a word, or all words of a prefix), merged over its keys. */
interface Postings {
	/** Best slot by row, 255 where the row does not hold it. */
	slotOfRow: Uint8Array;
	/** How many rows hold it. */
	articles: number;
}

const absent = 255;
/** More words of a pasted phrase would not narrow its candidates further. */
const phraseTerms = 24;

/** A clause and the rows that hold it. */
export interface Held {
	clause: QueryClause;
	/** 1 where a row holds the clause, or may hold it while `exact` is false. */
	rows: Uint8Array;
	/** False while rows are only candidates. */
	exact: boolean;
	/** What its words are looked up by: the same key for the same postings. */
	terms: string[];
}

/** Reads postings once per question, however many clauses share a word. */
export class Terms {
	readonly #index: FlexIndex;
	readonly #store: ShardReader;
	readonly #known = new Map<string, Promise<Postings>>();

	constructor(index: FlexIndex, store: ShardReader) {
		this.#index = index;
		this.#store = store;
	}

	/** Candidate rows of a clause. Nothing of the texts is read. */
	async hold(clause: QueryClause): Promise<Held> {
		const rows = new Uint8Array(this.#store.rows);
		if (clause.kind === 'word' && !isStopWord(clause.words[0] ?? '')) {
			const term = this.#wordTerm(clause.words[0] ?? '');
			mark(rows, await this.#postings(term));
			return { clause, rows, exact: true, terms: [term] };
		}
		if (clause.kind === 'prefix') {
			const term = `*${clause.words[0] ?? ''}`;
			mark(rows, await this.#postings(term));
			return { clause, rows, exact: false, terms: [term] };
		}
		const telling = [...new Set(clause.words.filter((word) => !isStopWord(word)))];
		const terms = [...new Set(telling.map((word) => this.#wordTerm(word)))].slice(0, phraseTerms);
		const postings = await Promise.all(terms.map((term) => this.#postings(term)));
		for (let row = 0; row < rows.length; row += 1) {
			rows[row] = postings.every(({ slotOfRow }) => slotOfRow[row] !== absent) ? 1 : 0;
		}
		return { clause, rows, exact: false, terms };
	}

	/** Adds to the score of every row what the terms tell of it, each term once. */
	async score(terms: Iterable<string>, scores: Float32Array): Promise<void> {
		for (const term of new Set(terms)) {
			const { slotOfRow, articles } = await this.#postings(term);
			const weight = weightOf(articles, scores.length);
			for (let row = 0; row < scores.length; row += 1) {
				const slot = slotOfRow[row] ?? absent;
				if (slot !== absent) scores[row] = (scores[row] ?? 0) + weight * impactOfSlot(slot);
			}
		}
	}

	/** Names the postings of a word: all words of one stem share them, unless an article keeps words whole. */
	#wordTerm(word: string): string {
		return this.#store.kinds.plain ? word : stemOf(word);
	}

	#postings(term: string): Promise<Postings> {
		let known = this.#known.get(term);
		if (!known) {
			known = this.#merge(term);
			this.#known.set(term, known);
		}
		return known;
	}

	async #merge(term: string): Promise<Postings> {
		const keys = await this.#keysOf(term);
		await this.#store.prefetch(keys);
		const slotOfRow = new Uint8Array(this.#store.rows).fill(absent);
		let articles = 0;
		for (const key of keys) {
			const slots: Slots = await readSlots(this.#index, key);
			for (const [slot, rows] of slots.entries()) {
				for (const row of rows ?? []) {
					const before = slotOfRow[row] ?? absent;
					if (before === absent) articles += 1;
					if (slot < before) slotOfRow[row] = slot;
				}
			}
		}
		return { slotOfRow, articles };
	}

	async #keysOf(term: string): Promise<Set<string>> {
		const { stemmed, plain } = this.#store.kinds;
		const words = term.startsWith('*') ? await this.#store.wordsWith(term.slice(1)) : [term];
		const keys = new Set<string>();
		for (const word of words) {
			// Without a plain kind a term is a stem already, and stemming twice would miss it.
			if (stemmed) keys.add(plain || term.startsWith('*') ? keyOf(word, true) : word);
			if (plain) keys.add(keyOf(word, false));
		}
		return keys;
	}
}

function mark(rows: Uint8Array, { slotOfRow }: Postings): void {
	for (let row = 0; row < rows.length; row += 1) rows[row] = slotOfRow[row] === absent ? 0 : 1;
}

/** Tests of one clause on the words of a row, for both kinds of language. */
export function testOf(clause: QueryClause, lexicon: Lexicon): (words: RowWords) => boolean {
	if (clause.kind === 'phrase') {
		const phrase = idsOf(clause, lexicon);
		return phrase ? (words) => holdsPhrase(words.tokens, phrase) : () => false;
	}
	const stemmed = flagsOf(clause, lexicon, true);
	const plain = flagsOf(clause, lexicon, false);
	return (words) => holdsAny(words.tokens, words.stemmed ? stemmed : plain);
}

/** What to count in rows of one kind of language. */
export function planOf(clauses: readonly QueryClause[], lexicon: Lexicon, stemmed: boolean): Plan {
	const plan: Plan = { flags: new Uint8Array(lexicon.words.length), phrases: new Map() };
	for (const clause of markedClauses(clauses)) {
		if (clause.kind !== 'phrase') {
			for (const id of wordsOf(clause, lexicon, stemmed)) plan.flags[id] = marked;
		}
	}
	for (const clause of markedClauses(clauses)) {
		const phrase = clause.kind === 'phrase' ? idsOf(clause, lexicon) : null;
		if (!phrase) continue;
		addPhrase(plan.phrases, phrase);
		const first = phrase[0] ?? 0;
		plan.flags[first] = (plan.flags[first] ?? 0) | opens;
	}
	return plan;
}

/** The numbers of a phrase's words; null where some word is in no text. */
function idsOf(clause: QueryClause, lexicon: Lexicon): Uint32Array | null {
	const ids = clause.words.map((word) => lexicon.find(word) ?? 0);
	return ids.includes(0) ? null : Uint32Array.from(ids);
}

function flagsOf(clause: QueryClause, lexicon: Lexicon, stemmed: boolean): Uint8Array {
	const flags = new Uint8Array(lexicon.words.length);
	for (const id of wordsOf(clause, lexicon, stemmed)) flags[id] = marked;
	return flags;
}

/** The numbers of the words that a word or prefix clause asks for. */
function wordsOf(clause: QueryClause, lexicon: Lexicon, stemmed: boolean): readonly number[] {
	const asked = clause.words[0] ?? '';
	if (clause.kind === 'word') {
		if (stemmed) return lexicon.idsOfStem(stemOf(asked));
		const id = lexicon.find(asked);
		return id === undefined ? [] : [id];
	}
	const ids: number[] = [];
	for (let id = 1; id < lexicon.words.length; id += 1) {
		if (isWordOf(clause, lexicon.words[id] ?? '', stemmed)) ids.push(id);
	}
	return ids;
}
