/**
 * What a word is. With `fold.ts` and `stems.ts` the one analyser: build, query, marking and counting all read texts through
 * it, so that what is found, what is counted and what is marked are the same. `docs/search.md` states the rules for
 * readers.
 */
import { fold } from './fold.ts';

/** One word of a text. */
export interface Word {
	/** Folded, not stemmed: lower case, without diacritics, apostrophes or full stops. Never empty. */
	word: string;
	/** Where it stands in the text, in UTF-16 units: [start, end). */
	start: number;
	end: number;
}

// Classes of characters, found once per character and kept.
const other = 1;
const letter = 2;
const digit = 3;
const apostrophe = 4;
/** A letter of a script that writes no spaces: a word by itself. */
const solo = 5;
/** No width of its own: inside a word it is passed over. */
const invisible = 6;
const mark = 7;
type Class = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const soloScript =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const knownClasses = new Uint8Array(0x10000);

function classify(character: string): Class {
	if (/['’‘ʼ＇]/.test(character)) return apostrophe;
	if (/[\u00ad\u200b-\u200d\u2060]/.test(character)) return invisible;
	if (/\p{M}/u.test(character)) return mark;
	if (/\p{Nd}/u.test(character)) return digit;
	if (/\p{L}/u.test(character)) return soloScript.test(character) ? solo : letter;
	return other;
}

function classAt(text: string, at: number): Class {
	const unit = text.charCodeAt(at);
	if (unit >= 0xd800 && unit <= 0xdfff) {
		const point = text.codePointAt(at);
		return point === undefined || point < 0x10000 ? other : classify(String.fromCodePoint(point));
	}
	const known = knownClasses[unit];
	if (known) return known as Class;
	const found = at < text.length ? classify(text.charAt(at)) : other;
	if (at < text.length) knownClasses[unit] = found;
	return found;
}

/** Units of the character at `at`: 2 for a surrogate pair. */
function widthAt(text: string, at: number): 1 | 2 {
	const unit = text.charCodeAt(at);
	return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

// Articles and prepositions that French, Italian and Catalan write onto the next word (l'Humanité, dell'Unità).
const elided = /^(?:[ldjmntsc]|qu|un|(?:d|n|qu)?ell|dall|sull)$/;

// The longest of them; a run of letters and apostrophes without end is not folded again and again.
const elidedUnits = 8;

/** Takes one word as written and its place in the text, [start, end). */
type Found = (raw: string, start: number, end: number) => void;

/** Splits a text into words, in order. Rules: see `docs/search.md`; every word is at least one letter or figure. */
export function splitWords(text: string): Word[] {
	const words: Word[] = [];
	scanWords(text, (raw, start, end) => {
		const word = fold(raw);
		if (word !== '') words.push({ word, start, end });
	});
	return words;
}

/**
 * Calls `found` for every word of a text with its letters as written, not yet folded, and its place. For callers
 * that keep the folded form of each spelling and so need not fold it again; `splitWords` is the plain way.
 */
export function scanWords(text: string, found: Found): void {
	const length = text.length;
	let at = 0;
	while (at < length) {
		const kind = classAt(text, at);
		if (kind === letter) at = readLetters(text, at, found);
		else if (kind === digit) at = readNumber(text, at, found);
		else if (kind === solo) {
			const start = at;
			at += widthAt(text, at);
			while (at < length && classAt(text, at) === mark) at += widthAt(text, at);
			found(text.slice(start, at), start, at);
		} else at += widthAt(text, at);
	}
}

/** Past the letters, figures, marks and invisible characters from `at` on. */
function runEnd(text: string, at: number): number {
	const length = text.length;
	let last = at;
	while (at < length) {
		const kind = classAt(text, at);
		if (kind !== letter && kind !== digit && kind !== mark && kind !== invisible) break;
		at += widthAt(text, at);
		// A soft hyphen or joiner at the end of a word is no part of it.
		if (kind !== invisible) last = at;
	}
	return last;
}

function readLetters(text: string, start: number, found: Found): number {
	const initials = initialsEnd(text, start);
	if (initials > 0) {
		found(text.slice(start, initials), start, initials);
		return pastPossessive(text, initials);
	}
	let partStart = start;
	let end = runEnd(text, start);
	while (classAt(text, end) === apostrophe && pastPossessive(text, end) === end) {
		const next = classAt(text, end + 1);
		if (next !== letter && next !== digit) break;
		if (end - partStart <= elidedUnits && elided.test(fold(text.slice(partStart, end)))) {
			found(text.slice(partStart, end), partStart, end);
			partStart = end + 1;
		}
		end = runEnd(text, end + 1);
	}
	found(text.slice(partStart, end), partStart, end);
	return pastPossessive(text, end);
}

/** Where initials with full stops end (`U.S.`, `I.C.E.`, `U.S`), or 0 where there are none. */
function initialsEnd(text: string, start: number): number {
	let at = start;
	let letters = 0;
	let end = 0;
	while (classAt(text, at) === letter) {
		const after = at + widthAt(text, at);
		const next = classAt(text, after);
		if (next === letter || next === digit || next === mark) break;
		letters += 1;
		end = after;
		if (text.charCodeAt(after) !== 0x2e) break;
		end = after + 1;
		at = after + 1;
	}
	return letters > 1 ? end : 0;
}

// 1,200 is one number and 5.3 is one; 5,10 and 1990,1991 are two each, and 18.9.2019 is three.
const dotted = /\p{Nd}+(?:\.\p{Nd}+){2,}/uy;
const figures = /(?:\p{Nd}{1,3}(?:,\p{Nd}{3})+(?!,?\p{Nd})|\p{Nd}+)(?:\.\p{Nd}+)?/uy;

function readNumber(text: string, start: number, found: Found): number {
	dotted.lastIndex = start;
	const parts = dotted.exec(text)?.[0];
	if (parts !== undefined) {
		let at = start;
		for (const part of parts.split('.')) {
			found(part, at, at + part.length);
			at += part.length + 1;
		}
		return start + parts.length;
	}
	figures.lastIndex = start;
	const number = figures.exec(text)?.[0] ?? '';
	// Letters written onto a figure belong to it: 1990s, 21st, 5.3m.
	const end = runEnd(text, start + number.length);
	found(number.replaceAll(',', '') + text.slice(start + number.length, end), start, end);
	return pastPossessive(text, end);
}

/** Past an apostrophe and s that end at a word's end; `at` itself where there is none. */
function pastPossessive(text: string, at: number): number {
	const isPossessive =
		classAt(text, at) === apostrophe &&
		/^s$/i.test(text.charAt(at + 1)) &&
		runEnd(text, at + 1) === at + 2;
	return isPossessive ? at + 2 : at;
}
