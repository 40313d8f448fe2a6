/**
 * Finds what a question asks for in the words of a text: the one matcher, used to count over whole archives, to cut
 * excerpts and to mark an article. Needs no index. Words are matched by stem where the language has stems, prefixes
 * and phrases by the words as folded; a phrase never runs from one text into the next.
 */
import { isStemmed, isStopWord, scanWords, fold, stemOf } from '../archive/words.ts';
import type { Question, Segment } from './answer.ts';
import { Lexicon } from './lexicon.ts';
import { readQuery, type QueryClause } from './query.ts';

/** What to mark, in numbers of one lexicon and for one kind of language. */
export interface Plan {
	/** By number of word: `marked`, `opens` or both. Words past its end are neither. */
	flags: Uint8Array;
	/** Phrases by their first word, longest first. */
	phrases: Map<number, Uint32Array[]>;
}

/** The word is a match by itself. */
export const marked = 1;
/** The word is the first of a phrase. */
export const opens = 2;

/**
 * Calls `found` with first and last position of every match, leftmost first, the longest phrase before a single
 * word. Matches do not overlap: a word inside a marked phrase is not another match.
 */
export function scanTokens(
	tokens: Uint32Array,
	plan: Plan,
	found: (first: number, last: number) => void
): void {
	const { flags, phrases } = plan;
	for (let at = 0; at < tokens.length; at += 1) {
		const id = tokens[at] ?? 0;
		const flag = flags[id];
		if (!flag) continue;
		const phrase =
			flag & opens ? phrases.get(id)?.find((words) => isAt(tokens, at, words)) : undefined;
		if (phrase) {
			found(at, at + phrase.length - 1);
			at += phrase.length - 1;
		} else if (flag & marked) found(at, at);
	}
}

/** How many matches there are. */
export function countMatches(tokens: Uint32Array, plan: Plan): number {
	let count = 0;
	if (plan.phrases.size === 0) {
		// The common case, without a call for every match: this runs over whole archives at every keystroke.
		const { flags } = plan;
		for (let at = 0; at < tokens.length; at += 1) if (flags[tokens[at] ?? 0]) count += 1;
		return count;
	}
	scanTokens(tokens, plan, () => {
		count += 1;
	});
	return count;
}

/** Whether a text holds a phrase. */
export function holdsPhrase(tokens: Uint32Array, phrase: Uint32Array): boolean {
	const first = phrase[0] ?? 0;
	for (let at = tokens.indexOf(first); at >= 0; at = tokens.indexOf(first, at + 1)) {
		if (isAt(tokens, at, phrase)) return true;
	}
	return false;
}

/** Whether a text holds any of the words whose flag is set. */
export function holdsAny(tokens: Uint32Array, flags: Uint8Array): boolean {
	for (const id of tokens) if (flags[id]) return true;
	return false;
}

function isAt(tokens: Uint32Array, at: number, words: Uint32Array): boolean {
	if (at + words.length > tokens.length) return false;
	for (let index = 1; index < words.length; index += 1) {
		if (tokens[at + index] !== words[index]) return false;
	}
	return true;
}

/** Whether one folded word is what a word or prefix clause asks for. */
export function isWordOf(clause: QueryClause, word: string, stemmed: boolean): boolean {
	const asked = clause.words[0] ?? '';
	if (clause.kind === 'prefix') return word.startsWith(asked) && !isStopWord(word);
	return stemmed ? stemOf(word) === stemOf(asked) : word === asked;
}

/** The clauses whose matches are marked: refused and ignored ones are not. */
export function markedClauses(clauses: readonly QueryClause[]): QueryClause[] {
	return clauses.filter((clause) => !clause.not && !clause.ignored);
}

/** Marks texts of one language for one question. Keeps what it learns of words; use one per article or list. */
export interface Matcher {
	/** Every match of a text in order, in UTF-16 units: [start, end). */
	find(text: string): { start: number; end: number }[];
	/** The text in parts, matches apart; joined they give the text. Never empty. */
	segments(text: string): Segment[];
}

/** The matcher of a question for texts in a language (BCP 47). Works on any thread and without an index. */
export function matcherOf(question: Question, language: string): Matcher {
	const finder = new Finder(readQuery(question.query).clauses, language);
	return {
		find: (text) => finder.find(text).map(({ start, end }) => ({ start, end })),
		segments: (text) => segmentsOf(text, finder.find(text), 0, text.length)
	};
}

/** A match with what an excerpt needs to weigh it. */
export interface Found {
	start: number;
	end: number;
	/** The folded words that it is made of. */
	words: string[];
}

/** Finds matches in plain texts, one text at a time. */
export class Finder {
	readonly #singles: QueryClause[];
	readonly #stemmed: boolean;
	readonly #lexicon = new Lexicon();
	#flags = new Uint8Array(64);
	#flagged = 0;
	readonly #phrases = new Map<number, Uint32Array[]>();

	constructor(clauses: readonly QueryClause[], language: string) {
		const wanted = markedClauses(clauses);
		this.#stemmed = isStemmed(language);
		this.#singles = wanted.filter((clause) => clause.kind !== 'phrase');
		for (const clause of wanted) {
			if (clause.kind !== 'phrase') continue;
			const ids = Uint32Array.from(clause.words, (word) => this.#lexicon.idOf(word));
			addPhrase(this.#phrases, ids);
		}
	}

	/** Every match of a text, in order. */
	find(text: string): Found[] {
		if (this.#singles.length === 0 && this.#phrases.size === 0) return [];
		const ids: number[] = [];
		const places: [start: number, end: number][] = [];
		scanWords(text, (raw, start, end) => {
			const word = fold(raw);
			if (word === '') return;
			ids.push(this.#lexicon.idOf(word));
			places.push([start, end]);
		});
		this.#flagNewWords();
		const found: Found[] = [];
		const plan = { flags: this.#flags, phrases: this.#phrases };
		scanTokens(Uint32Array.from(ids), plan, (first, last) => {
			const [start] = places[first] ?? [0, 0];
			const [, end] = places[last] ?? [0, 0];
			const words = ids.slice(first, last + 1).map((id) => this.#lexicon.words[id] ?? '');
			found.push({ start, end, words });
		});
		return found;
	}

	#flagNewWords(): void {
		const { words } = this.#lexicon;
		if (words.length > this.#flags.length) {
			const grown = new Uint8Array(words.length * 2);
			grown.set(this.#flags);
			this.#flags = grown;
		}
		for (let id = Math.max(1, this.#flagged); id < words.length; id += 1) {
			const word = words[id] ?? '';
			const single = this.#singles.some((clause) => isWordOf(clause, word, this.#stemmed));
			this.#flags[id] = (single ? marked : 0) | (this.#phrases.has(id) ? opens : 0);
		}
		this.#flagged = words.length;
	}
}

/** Adds a phrase to those that begin with the same word, longest first. */
export function addPhrase(phrases: Map<number, Uint32Array[]>, ids: Uint32Array): void {
	const first = ids[0] ?? 0;
	const same = phrases.get(first) ?? [];
	same.push(ids);
	same.sort((a, b) => b.length - a.length);
	phrases.set(first, same);
}

/** The stretch [start, end) of a text in parts, its matches apart. At least one part, also of an empty stretch. */
export function segmentsOf(
	text: string,
	matches: readonly { start: number; end: number }[],
	start: number,
	end: number
): Segment[] {
	const segments: Segment[] = [];
	let at = start;
	for (const match of matches) {
		if (match.start < at || match.end > end) continue;
		if (match.start > at) segments.push({ text: text.slice(at, match.start), match: false });
		segments.push({ text: text.slice(match.start, match.end), match: true });
		at = match.end;
	}
	if (at < end || segments.length === 0) {
		segments.push({ text: text.slice(at, end), match: false });
	}
	return segments;
}
