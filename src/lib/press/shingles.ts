/** Words as numbers, for comparing texts: case, accents of the typewriter and punctuation make no difference. */

const letter = /[\p{L}\p{N}]/u;

/**
 * A hash for each word of a text, in order (FNV-1a over its lower-case letters and figures). Marks between letters
 * (hyphens, apostrophes of either kind) are left out, so that a reprint in another typography is the same.
 */
export function foldedWords(text: string): number[] {
	const words: number[] = [];
	let hash = 0;
	const lower = text.toLowerCase();
	for (let at = 0; at <= lower.length; at += 1) {
		const code = at < lower.length ? lower.charCodeAt(at) : 32;
		const plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
		if (plain || (code > 127 && letter.test(lower[at] ?? ''))) {
			hash = Math.imul((hash || 0x811c9dc5) ^ code, 0x01000193);
		} else if ((code <= 32 || code === 0xa0 || code === 0x2009) && hash !== 0) {
			words.push(hash);
			hash = 0;
		}
	}
	return words;
}
