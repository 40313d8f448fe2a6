/**
 * The one analyser: what a word is, how it is folded, which words are too common to index, and how words of one
 * stem are brought together. Build, query, marking and counting all read texts through this module, so that what
 * is found, what is counted and what is marked are the same. `docs/search.md` states the rules for readers.
 */
import { stemmer } from 'stemmer';

/** Raise with any change of what this module returns, or of what the index keeps: it must be read as it was made. */
export const analyserVersion = 3;

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

const foldedLetters: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ł: 'l',
	đ: 'd',
	ø: 'o',
	ı: 'i',
	þ: 'th',
	ð: 'd',
	ħ: 'h',
	ŋ: 'ng',
	ŧ: 't',
	ĸ: 'k',
	ς: 'σ'
};
const foldedPattern = new RegExp(`[${Object.keys(foldedLetters).join('')}]`, 'g');
// Diacritics of the Latin, Greek and Cyrillic scripts, Hebrew points and Arabic vowel signs. Not every \p{M}: the
// vowel signs of the scripts of India are marks too, and no word there survives without them.
const diacritics =
	/[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

/**
 * Folds one word or name: lower case, compatibility forms (ﬁ, full width) and diacritics undone, ł đ ø ß ı æ œ þ ð
 * spelt out, and everything that is neither letter nor figure taken away, but for the point inside 5.3. May be empty.
 */
export function fold(text: string): string {
	if (/^[a-z0-9]*$/.test(text)) return text;
	const lower = text.toLowerCase();
	if (/^[a-z0-9]*$/.test(lower)) return lower;
	return lower
		.normalize('NFKD')
		.replace(diacritics, '')
		.replace(foldedPattern, (found) => foldedLetters[found] ?? found)
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{Nd}.]|\.(?!\p{Nd})|(?<!\p{Nd})\./gu, '');
}

/**
 * A word as spelt, for whoever asks for it exactly so (`=Word`): letters with their capitals and accents. What the eye
 * does not tell apart is the same: composed and combined accents, the signs for an apostrophe, soft hyphens; and the
 * last full stop of initials, which a sentence may share with them (`U.S` and `U.S.`).
 */
export function spellingOf(raw: string): string {
	if (/^[A-Za-z0-9]*$/.test(raw)) return raw;
	return raw
		.normalize('NFC')
		.replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
		.replace(/['’‘ʼ＇]/g, '’')
		.replace(/\.$/, '');
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

// Words of English so common that they narrow nothing. Short on purpose: "us" is a country, "who" a body, "may" a
// month and "no" half of many slogans. They are left out of the index but not of the texts: phrases hold them.
const stopWords = new Set(
	(
		'a an and are as at be been but by for from had has have he her him his i if in into is it its my of on or ' +
		'our she so such than that the their them then there these they this to was we were which with you your'
	).split(' ')
);

/** Whether a folded word is left out of the index. One list for all languages: what a query asks for must not depend on which article answers. */
export function isStopWord(word: string): boolean {
	return stopWords.has(word);
}

/** Whether words of a language (BCP 47) are brought together by their stems. */
export function isStemmed(language: string): boolean {
	return /^en(?:-|$)/i.test(language);
}

// Words that Porter's rules would merge with strangers: news with new, texas with texa. From the list of invariants
// that Porter's own later English stemmer carries, with names that newspapers are full of.
const invariant = new Set('news andes atlas bias cosmos texas paris wales'.split(' '));
const stems = new Map<string, string>();

/** The stem of a folded English word (Porter 1980). Words with a figure or another script in them stay whole. */
export function stemOf(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	const stem = /^[a-z]{3,}$/.test(word) && !invariant.has(word) ? stemmer(word) : word;
	// The archive's vocabulary is finite, but a person's queries in a page left open are not.
	if (stems.size > 500_000) stems.clear();
	stems.set(word, stem);
	return stem;
}

/**
 * The key under which the index holds a folded word of a text: its stem where the language has one, else the word
 * itself behind an equals sign, so that an English stem and a word of another language never meet by accident.
 */
export function keyOf(word: string, stemmed: boolean): string {
	return stemmed ? stemOf(word) : `=${word}`;
}

/** The key that says the same of headlines alone. */
export function headlineKey(key: string): string {
	return `h:${key}`;
}
