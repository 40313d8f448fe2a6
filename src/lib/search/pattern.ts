/** Words that are meant by a pattern: wildcards, and one slip of the pen. Folded words in, yes or no out. */
import { isStopWord } from '../archive/stems.ts';

/** Whether a word of a query has wildcards. */
export function isPattern(word: string): boolean {
	return /[*?]/.test(word);
}

/** Gives the test whether a word is meant by a word with wildcards. Common words never are. */
export function patternTest(asked: string): (word: string) => boolean {
	const start = /^[^*?]+(?=\*+$)/.exec(asked)?.[0];
	if (start !== undefined) return (word) => word.startsWith(start) && !isStopWord(word);
	const pattern = [...asked];
	return (word) => fits(pattern, word) && !isStopWord(word);
}

/**
 * Whether a word fits a pattern of letters, `*` (any letters or none) and `?` (one letter). Goes back only to the last
 * star, so that no pattern takes longer than its length times the word's.
 */
export function fits(pattern: readonly string[], word: string): boolean {
	const letters = [...word];
	let at = 0;
	let place = 0;
	let star = -1;
	let tried = 0;
	while (place < letters.length) {
		const sign = pattern[at];
		if (sign === '*') {
			star = at++;
			tried = place;
		} else if (sign === '?' || (sign !== undefined && sign === letters[place])) {
			at += 1;
			place += 1;
		} else if (star >= 0) {
			at = star + 1;
			place = tried += 1;
		} else return false;
	}
	while (pattern[at] === '*') at += 1;
	return at === pattern.length;
}

/**
 * Whether two words are the same but for one letter put in, left out or changed, or two neighbours that changed places
 * (the distance of Damerau 1964, at most 1).
 */
export function isNear(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = [[...a], [...b]].sort((one, other) => one.length - other.length) as [
		string[],
		string[]
	];
	if (long.length - short.length > 1) return false;
	let from = 0;
	while (from < short.length && short[from] === long[from]) from += 1;
	let end = 0;
	while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end += 1;
	const left = short.length - from - end;
	if (left <= (short.length === long.length ? 1 : 0)) return true;
	return (
		left === 2 &&
		short.length === long.length &&
		short[from] === long[from + 1] &&
		short[from + 1] === long[from]
	);
}
