/** Plain work on printed text that several stages need: spaces, counting, folding to ASCII. Search has its own `words.ts`. */

/** What has to be tidied: white space other than one plain space between words, and marks that are not seen. */
const untidy =
	/[\t-\r\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}|^ | $/;

/** Runs of any white space (no-break and thin spaces too) become one space; invisible marks and the ends are cut. */
export function tidy(text: string): string {
	// Most lines are tidy, and to look is cheaper than to write them anew.
	if (!untidy.test(text)) return text;
	return text
		.replace(/[\u200b\u2060\ufeff]+/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

// What each UTF-16 unit is to a counter of words; asked of the regular expressions once.
const unasked = 0;
const gap = 1;
const mark = 2;
const letter = 3;
const high = 4;
const kinds = new Uint8Array(0x10000);

function askKind(unit: number): number {
	const text = String.fromCharCode(unit);
	if (/\s/.test(text)) return gap;
	if (/[\p{L}\p{N}]/u.test(text)) return letter;
	return unit >= 0xd800 && unit < 0xdc00 ? high : mark;
}

function kindOf(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	const known = kinds[unit] ?? mark;
	return known === unasked ? (kinds[unit] = askKind(unit)) : known;
}

/** How many words a reader would count: pieces between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
	const length = text.length;
	let words = 0;
	for (let at = 0; at < length; at += 1) {
		const kind = kindOf(text, at);
		if (kind !== letter && (kind !== high || !/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))))
			continue;
		words += 1;
		// On to the end of the piece: what else stands in it counts no more.
		while (at < length && kindOf(text, at) !== gap) at += 1;
	}
	return words;
}

// Letters that no Unicode decomposition takes apart.
const ligatures: Record<string, string> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ħ: 'h',
	ı: 'i'
};

/**
 * Lower-case words of [a-z0-9] only: `Chile’s Öcalan – 1,200 die` gives `chiles ocalan 1200 die`. Other scripts
 * vanish.
 */
export function asciiWords(text: string): string[] {
	return text
		.toLowerCase()
		.replace(/[ßæœøđðþłħı]/g, (letter) => ligatures[letter] ?? '')
		.normalize('NFKD')
		.replace(/[\p{M}'’‘ʼ]/gu, '')
		.replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
}

/** The first words, at most `words` of them and `length` characters, cut at a word; " …" says that more follows. */
export function openingWords(text: string, words: number, length: number): string {
	const all = text.split(' ');
	let kept = '';
	let count = 0;
	for (const word of all) {
		const longer = kept === '' ? word : `${kept} ${word}`;
		if (count === words || longer.length > length) break;
		kept = longer;
		count += 1;
	}
	if (count === all.length) return text;
	// One word longer than the whole room, as in scripts that set no spaces.
	if (kept === '') kept = Array.from(text).slice(0, length).join('');
	return `${kept.replace(/[,;:–—-]+$/, '')} …`;
}

/** Eight hexadecimal digits that depend on the text alone (FNV-1a, 32 bits, over UTF-16 units). Not for security. */
export function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
	}
	return hash.toString(16).padStart(8, '0');
}
