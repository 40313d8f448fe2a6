/** Words that the end of a line parts: `tan-` and `nery` are one again, `well-` and `known` keep their hyphen. */
import { lineAt, type Page } from './draft.ts';

/** A word that goes on in the next line: after a hyphen, a soft one, or the sign that some programs set for it. */
const parted = /(\p{L}*\p{Ll})([-\u00ad¬])$/u;
const signs = ['-', '\u00ad', '¬'];
const longestWord = 80;
const rest = /^\p{Ll}+/u;

/** Words that a page writes with a hyphen where no line ends, in small letters. */
const known = new WeakMap<Page, ReadonlySet<string>>();

function compoundsOf(page: Page): ReadonlySet<string> {
	const found = known.get(page) ?? new Set(eachCompound(page));
	known.set(page, found);
	return found;
}

function* eachCompound({ lines }: Page): Iterable<string> {
	for (const line of lines) {
		if (!line.includes('-')) continue;
		for (const [word] of line.matchAll(/\p{L}+-\p{L}+/gu)) yield word.toLowerCase();
	}
}

/** A line that another follows: a hyphen at its end is the printer's and is left out, unless the page has it elsewhere. */
function openEnd(page: Page, line: string, next: string): string {
	const printed = line.trimEnd();
	if (!signs.some((sign) => printed.endsWith(sign))) return `${printed} `;
	const [, word, sign] = parted.exec(printed.slice(-longestWord)) ?? [];
	const after = rest.exec(next)?.[0];
	if (word === undefined || after === undefined) return `${printed} `;
	const isCompound = sign === '-' && compoundsOf(page).has(`${word}-${after}`.toLowerCase());
	return isCompound ? printed : printed.slice(0, -1);
}

/** The lines `from` to `to` as one text, words that their ends part put together. */
export function joinLines(page: Page, from: number, to: number): string {
	let text = '';
	let line = lineAt(page, from);
	for (let at = from + 1; at <= to; at += 1) {
		const next = lineAt(page, at).trimStart();
		text += openEnd(page, line, next);
		line = next;
	}
	return text + line;
}
