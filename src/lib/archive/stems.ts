/** Which words are too common to index, and how words of one stem are brought together. */
import { stemmer } from 'stemmer';

/** Raise with any change of what this module returns, or of what the index keeps: it must be read as it was made. */
export const analyserVersion = 3;

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
