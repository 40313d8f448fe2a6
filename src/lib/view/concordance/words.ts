/** A line in the pieces that it is shown in, and how its article is named beside it. */
import { describeLabelled, doubtOf } from '../../archive/known.ts';
import { scanWords } from '../../archive/words.ts';
import type { Catalog, Entry } from '../../bundle/format.ts';
import { count } from '../labels.ts';

const rightToLeft =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The way a line is written: that of the first letter of the match, or where it has none, of what stands around. */
export function directionOf(match: string, before: string, after: string): 'ltr' | 'rtl' {
	const letter = /\p{L}/u.exec(match + before + after)?.[0] ?? '';
	return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** A text parted around one of its words; all three may be empty, and joined they give the text. */
export type Parted = [before: string, word: string, after: string];

/** Around its first word. The possessive that ends the match before it is no word. */
export function partFirst(text: string): Parted {
	const from = /^['’]s(?![\p{L}\p{N}])/iu.exec(text)?.[0].length ?? 0;
	let found: [start: number, end: number] | null = null;
	scanWords(text.slice(from), (_raw, start, end) => (found ??= [from + start, from + end]));
	return partAt(text, found);
}

/** Around its last word. */
export function partLast(text: string): Parted {
	let found: [start: number, end: number] | null = null;
	scanWords(text, (_raw, start, end) => (found = [start, end]));
	return partAt(text, found);
}

function partAt(text: string, found: [start: number, end: number] | null): Parted {
	const [start, end] = found ?? [text.length, text.length];
	return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/** The name of an article's file without its ending, as every list names it; empty while the entry is on its way. */
export function fileOf(entry: Entry | undefined): string {
	return (entry?.file ?? '').replace(/\.\w+$/, '');
}

/** The date of an article, `16 May 2022`, `Undated`, and why it is not simply that day; empty where it is. */
export function dateOf(entry: Entry | undefined): { date: string; doubt: string } {
	if (!entry) return { date: '', doubt: '' };
	const { edtf, dateBasis: basis } = entry;
	if (edtf === null) return { date: 'Undated', doubt: '' };
	const doubts = [
		doubtOf(edtf),
		basis === 'inferred' ? basis : basis === 'curated' ? 'by the curator' : ''
	];
	return { date: describeLabelled(edtf, 'short'), doubt: doubts.filter(Boolean).join(', ') };
}

/** The names of a row's byline, or that it has none. */
export function bylineOf(catalog: Catalog, row: number): string {
	const names = (catalog.authors[row] ?? []).map((code) => catalog.names.author[code]);
	return names.length > 0 ? names.join(', ') : 'No byline';
}

/** Lines of the seed: `59`, `59–61`; of a headline, kicker or deck no line is known. */
export function placeOf(kind: string, first: number, last: number): string {
	if (first === 0) return kind;
	return first === last ? count(first) : `${count(first)}–${count(last)}`;
}
