/**
 * Matches in words as numbers: which of them are marked, and whether a text holds what a clause asks for. Here alone it
 * is decided what a phrase and what "near" mean. Numbers in, places out; what clauses become such numbers stands in
 * `probe.ts`.
 */
import { breakId } from './lexicon.ts';

/** A word that is asked for: its number, or the test whether a number is one of the words that are meant. */
export type Asked = number | ((id: number) => boolean);

/** Words one after the other: heads of the lexicon, or numbers of spellings where `exact`. */
export interface Sequence {
	words: readonly Asked[];
	exact: boolean;
}

/**
 * Words in any order, all of them within `window` words of one part of a text. `need` says of each how often it has to
 * stand there, `wantedBy` which of them want a number (as in a sequence).
 */
export interface Near {
	need: readonly number[];
	wantedBy: (id: number) => readonly number[];
	window: number;
	exact: boolean;
}

/** What to mark in one stretch of a text, in numbers of one lexicon and for one kind of language. */
export interface Plan {
	/** By number of word: `marked`, `opens` or both. Words past its end are neither. */
	flags: Uint8Array;
	/** Sequences by the head of their first word, longest first. */
	phrases: Map<number, Sequence[]>;
	/** Sequences whose first word may be one of many, longest first. */
	openPhrases: Sequence[];
	nears: Near[];
	/** See `Lexicon.heads`. */
	heads: readonly number[];
}

/** The word is a match by itself. */
export const marked = 1;
/** The word is the first of a phrase. */
export const opens = 2;

/**
 * Calls `found` with first and last position of every match in [from, to), leftmost first, the longest phrase before a
 * single word. Matches do not overlap: a word inside a marked phrase is not another match.
 */
export function scanTokens(
	tokens: Uint32Array,
	from: number,
	to: number,
	plan: Plan,
	found: (first: number, last: number) => void
): void {
	const { flags, phrases, openPhrases, nears, heads } = plan;
	const near = nears.length > 0 ? nearPlaces(tokens, from, to, nears, heads) : null;
	for (let at = from; at < to; at += 1) {
		const id = tokens[at] ?? 0;
		const flag = flags[id] ?? 0;
		if (!flag && !near?.[at - from]) continue;
		let length = 0;
		if (flag & opens) {
			const isHere = (each: Sequence) => isAt(tokens, at, to, each, heads);
			const phrase = phrases.get(heads[id] ?? 0)?.find(isHere);
			const open = openPhrases.find(isHere);
			length = Math.max(phrase?.words.length ?? 0, open?.words.length ?? 0);
		}
		if (length > 0) {
			found(at, at + length - 1);
			at += length - 1;
		} else if (flag & marked || near?.[at - from]) found(at, at);
	}
}

/** How many matches there are in [from, to). */
export function countMatches(tokens: Uint32Array, from: number, to: number, plan: Plan): number {
	let count = 0;
	const { phrases, openPhrases, nears } = plan;
	if (phrases.size === 0 && openPhrases.length === 0 && nears.length === 0) {
		// The common case, without a call for every match: this runs over whole archives at every keystroke.
		const { flags } = plan;
		for (let at = from; at < to; at += 1) if (flags[tokens[at] ?? 0]) count += 1;
		return count;
	}
	scanTokens(tokens, from, to, plan, () => {
		count += 1;
	});
	return count;
}

/** Whether a stretch holds any of the words whose flag is set. */
export function holdsAny(
	tokens: Uint32Array,
	from: number,
	to: number,
	flags: Uint8Array
): boolean {
	for (let at = from; at < to; at += 1) if (flags[tokens[at] ?? 0]) return true;
	return false;
}

/** Whether a stretch holds a sequence. */
export function holdsPhrase(
	tokens: Uint32Array,
	from: number,
	to: number,
	phrase: Sequence,
	heads: readonly number[]
): boolean {
	const [first] = phrase.words;
	for (let at = from; at < to; at += 1) {
		const id = tokens[at] ?? 0;
		if (fitsAt(first, phrase.exact ? id : (heads[id] ?? 0)) && isAt(tokens, at, to, phrase, heads))
			return true;
	}
	return false;
}

/** Whether a stretch holds words near each other. */
export function holdsNear(
	tokens: Uint32Array,
	from: number,
	to: number,
	near: Near,
	heads: readonly number[]
): boolean {
	let holds = false;
	eachWindow(tokens, from, to, near, heads, () => {
		holds = true;
	});
	return holds;
}

function isAt(
	tokens: Uint32Array,
	at: number,
	to: number,
	{ words, exact }: Sequence,
	heads: readonly number[]
): boolean {
	if (at + words.length > to) return false;
	for (let index = 0; index < words.length; index += 1) {
		const id = tokens[at + index] ?? 0;
		if (!fitsAt(words[index], exact ? id : (heads[id] ?? 0))) return false;
	}
	return true;
}

/** Whether a number is what is asked for. */
export function fitsAt(asked: Asked | undefined, id: number): boolean {
	return typeof asked === 'function' ? asked(id) : asked === id;
}

/** 1 where a word stands in a window that holds all of the words of which it is one. */
function nearPlaces(
	tokens: Uint32Array,
	from: number,
	to: number,
	nears: readonly Near[],
	heads: readonly number[]
): Uint8Array {
	const places = new Uint8Array(to - from);
	for (const near of nears) {
		let done = from;
		eachWindow(tokens, from, to, near, heads, (first, last) => {
			for (let at = Math.max(first, done); at <= last; at += 1) {
				const id = tokens[at] ?? 0;
				if (near.wantedBy(near.exact ? id : (heads[id] ?? 0)).length > 0) places[at - from] = 1;
			}
			done = last + 1;
		});
	}
	return places;
}

/**
 * Calls `found` with the ends of every window that holds all of the words and cannot be moved by one without losing its
 * first or gaining another last: their union is all places that any window reaches.
 */
function eachWindow(
	tokens: Uint32Array,
	from: number,
	to: number,
	{ need, wantedBy, window, exact }: Near,
	heads: readonly number[],
	found: (first: number, last: number) => void
): void {
	const counts = need.map(() => 0);
	let missing = need.length;
	let first = from;
	const wantedAt = (at: number) => {
		const id = tokens[at] ?? 0;
		return wantedBy(exact ? id : (heads[id] ?? 0));
	};
	const leave = (at: number) => {
		for (const word of wantedAt(at)) {
			const left = (counts[word] ?? 0) - 1;
			counts[word] = left;
			if (left === (need[word] ?? 0) - 1) missing += 1;
		}
	};
	for (let at = from; at < to; at += 1) {
		if (tokens[at] === breakId) {
			counts.fill(0);
			missing = need.length;
			first = at + 1;
			continue;
		}
		if (at - first >= window) leave(first++);
		const wanted = wantedAt(at);
		for (const word of wanted) {
			const now = (counts[word] ?? 0) + 1;
			counts[word] = now;
			if (now === need[word]) missing -= 1;
		}
		if (wanted.length > 0 && missing === 0) found(first, at);
	}
}
