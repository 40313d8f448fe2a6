/** How words are folded, so that they are found however they are written. */

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
