/** Words that the end of a line parts: `tan-` and `nery` are one again, `well-` and `known` keep their hyphen. */
import { lineAt, type Page } from './draft.ts';

/** A word that goes on in the next line: after a hyphen, a soft one, or the sign that some programs set for it. */
const parted = /(\p{L}*\p{Ll})([-\u00ad¬])\s*$/u;
const rest = /^\s*(\p{Ll}+)/u;

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
	const [tail, word, sign] = parted.exec(line.slice(-80)) ?? [];
	const after = rest.exec(next)?.[1];
	if (tail === undefined || word === undefined || after === undefined) return `${line} `;
	const isCompound = sign === '-' && compoundsOf(page).has(`${word}-${after}`.toLowerCase());
	return line.slice(0, line.length - tail.length) + (isCompound ? `${word}-` : word);
}

/** The lines `from` to `to` as one text, words that their ends part put together. */
export function joinLines(page: Page, from: number, to: number): string {
	let text = '';
	for (let line = from; line < to; line += 1) {
		text += openEnd(page, lineAt(page, line), lineAt(page, line + 1));
	}
	return text + lineAt(page, to);
}
