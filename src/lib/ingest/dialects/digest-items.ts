/** The numbered lines of a digest: what a number looks like, and which numbers are items. */
import { tidy } from '../../archive/text.ts';
import { lineAt, type CuratedStart, type Page } from '../draft.ts';

/** An item: a line that its number, the numbers around it or a curator says begins one. */
export interface Item {
	line: number;
	number: number;
	/** Null where only the number is left, or nothing is. */
	headline: string | null;
	/** Who says that it is one: its printed number, the numbers around one that was lost, or the curator. */
	by: 'print' | 'order' | 'curator';
}

/** The lines from `from` to `to`, inclusive. */
export interface Range {
	from: number;
	to: number;
}

const numbered = /^\s*(?:\((\d{1,3})\)|(?:no\.\s*|#)?(\d{1,3})[.):]|(\d{1,3})\s+[–—-])\s+(\S.*)$/i;
/** `IV. Headline`: only under a header, since sections of an article are numbered so, too. */
const romanNumbered = /^\s*(?:\(([IVXL]{1,7})\)|([IVXL]{1,7})[.)])\s+(\S.*)$/;
/** The number is left, the headline is not. */
const bareNumber = /^\s*(?:\((?=\d+\)))?(\d{1,3})[.)]\s*$/;
export const longestHeadline = 200;
/** Items that may be missing in a row before a number is taken for something else (a year, a sum). */
const mostMissing = 5;

/** The item that a line would be by its number alone; null where it has none, or is a sentence. */
export function candidateAt(page: Page, line: number, roman: boolean): Item | null {
	const text = roman ? inArabic(lineAt(page, line)) : lineAt(page, line);
	const found = numbered.exec(text);
	if (!found) {
		const bare = bareNumber.exec(text)?.[1];
		return bare === undefined ? null : { line, number: Number(bare), headline: null, by: 'print' };
	}
	const headline = tidy(found[4] ?? '');
	if (headline.length > longestHeadline) return null;
	// A numbered sentence in an article ends with a full stop; a headline may end with an abbreviation.
	if (/[.:;,]["”’')]*$/.test(headline) && !/\b(?:\p{Lu}\.){2,}$/u.test(headline)) return null;
	return { line, number: Number(found[1] ?? found[2] ?? found[3]), headline, by: 'print' };
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };

/** A line that begins with a Roman number, with that number in figures; any other as it is. */
function inArabic(line: string): string {
	const found = romanNumbered.exec(line);
	const roman = found?.[1] ?? found?.[2];
	if (!found || roman === undefined) return line;
	let number = 0;
	for (const [at, digit] of [...roman].entries()) {
		const value = romanDigits[digit] ?? 0;
		number += value < (romanDigits[roman[at + 1] ?? ''] ?? 0) ? -value : value;
	}
	return `${number}. ${found[3] ?? ''}`;
}

/**
 * The items in a range, by their growing numbers; a number out of turn is no item. A number alone is one only in its
 * turn, after the number before it or before the one after. At a line that a curator gives, the number that he gives
 * or that is printed there counts, in turn or not, and those under it go on from it.
 */
export function itemsOf(
	page: Page,
	{ from, to }: Range,
	roman: boolean,
	starts: ReadonlyMap<number, CuratedStart> = new Map()
): Item[] {
	const items: Item[] = [];
	/** A number alone that is out of turn, until the next one tells. */
	let held: Item | null = null;
	/** The last line of a list in the text, whose numbers are out of turn until one happens not to be. */
	let listed = -1;
	let listedNumber = 0;
	for (let line = from; line <= to; line += 1) {
		const item = candidateAt(page, line, roman);
		const given = starts.get(line);
		const number = given?.number ?? item?.number;
		if (number === undefined || number < 1) continue;
		const before = items.at(-1)?.number ?? 0;
		const isInTurn = number > before && number <= before + 1 + mostMissing;
		if (given && (given.number !== null || number === 1 || isInTurn)) {
			items.push({
				line,
				number,
				headline: item?.headline ?? null,
				by: item ? 'print' : 'curator'
			});
			held = null;
		} else if (item) {
			const isListed = line === listed + 1 && number === listedNumber + 1;
			if (!isInTurn || isListed) {
				[listed, listedNumber] = [line, number];
				continue;
			}
			if (item.headline === null && number > before + 1) {
				held = item;
				continue;
			}
			if (held && held.number === number - 1) items.push(held);
			held = null;
			items.push(item);
		}
	}
	return items;
}
