/**
 * The body of an article: lines to blocks. What the dialects share (elisions, lists, credits, quotations) stands
 * here once; how a dialect lays out its lines is given as a `Layout`.
 */
import type { Block, BlockKind } from '../archive/article.ts';
import { tidy } from '../archive/text.ts';
import { isBlank, lineAt, linesFrom, type Page } from './draft.ts';
import { joinLines } from './hyphens.ts';
import { awaitsName, isClosing } from './letters.ts';

/** How a dialect sets the body of an article. */
export interface Layout {
	/** `wrapped`: a paragraph may run over several lines, up to a blank one. `line`: a line is a paragraph. `set`:
	 * lines are broken at a width, and only a short one, a blank one or a new indent ends a paragraph. */
	paragraphs: 'wrapped' | 'line' | 'set';
	/** Where lines are broken at a width (`set`): how many characters the widest holds. */
	width?: number;
	/** What a short line without a full stop is. */
	short: 'caption' | 'heading' | 'paragraph';
	/**
	 * How a quotation is set off after a colon: as a paragraph wholly in quotation marks, or without marks (the
	 * indent it had in print is lost; it still speaks as I, we or you).
	 */
	quotations: 'marked' | 'bare';
}

/** The longest line that may be part of a paragraph broken over several lines, in characters. */
const wrapWidth = 120;
const longestCaption = 600;
const longestShort = 150;
const longestHeading = 90;
/** A caption after a blank line may take so many lines until its credit comes. */
const captionLines = 3;

const elision = /^\s*(?:(?:\*\s*){3,}|\[\s*(?:\.\.\.|…)\s*\])\s*$/;
const gluedElision = /\s*(\*{3,})\s*$/;
const bullet = /^\s*[-–•▪*]\s+(?=\S)/;
const labelled = /^(?:photo|foto|photograph|picture|illustration)s?\s*:\s/i;
/** A credit without brackets, at the end: `The crane in May. Photo: Tom Ash`, `Photographs by Tom Ash`. */
const unbracketed =
	/(?:^|[.!?…”"]\s+)(?:photo|foto|photograph|picture|illustration|drawing)s?(?:\s+by|\s*:)\s+\p{Lu}[^.!?]{2,60}$/iu;
const named =
	/^(?:photo|foto|credit|image|picture|illustration|graphic|courtesy|source\s*:)s?(?:\b|$)/i;
const agency = /\b(?:AP|AFP|EPA|Reuters|Getty|Photos?|Wikimedia|Flickr|Creative Commons|CC BY)\b/;

/** True for a line of asterisks, or dots in brackets: the seed left text out here. */
export function isElision(line: string): boolean {
	return line.length < 40 && elision.test(line);
}

/** True where a text ends with a credit in brackets (`(Photo: ...)`, `[AP Photo/...]`), or begins with `Photo:`. */
export function hasCredit(text: string): boolean {
	if (text.length > longestCaption) return false;
	if (labelled.test(text) || (text.length < 300 && unbracketed.test(text))) return true;
	const inside = /[([]([^()[\]]{2,200})[)\]]\.?$/.exec(text.slice(-210))?.[1];
	return inside !== undefined && (named.test(inside) || agency.test(inside));
}

const sentenceEnd = /[.!?…:;,]["”’'»)\]]*$/;
/** Calls of notes: `clock.[1]`, `clock.¹`, `clock.1`; a figure alone counts only after a word, not in `No.5`. */
const noteCalls = /(?:\s?\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}|(?<=\p{Ll}{3}[.!?…]["”’'»)]*)\d{1,2})$/u;

/** True where a text ends as sentences do, closing quotation marks, brackets and calls of notes aside. */
export function endsSentence(text: string): boolean {
	if (sentenceEnd.test(text)) return true;
	return /[\d\]⁰¹²³⁴-⁹]$/.test(text) && sentenceEnd.test(text.replace(noteCalls, ''));
}

/** True where most of the longer words begin with a capital, as in a heading. */
export function isTitleCase(text: string): boolean {
	const words = text.split(/[\s/–—-]+/).filter((word) => word.length >= 4);
	const capital = words.filter(
		(word) => /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(word) || /^\d/.test(word)
	);
	return capital.length >= words.length * 0.6;
}

/** True for a line without small letters, as old papers set their names and headlines, with a full stop after them. */
export function isCapitals(text: string): boolean {
	return text.length <= longestShort && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** True for a line (tidied) that could head a section: short, and no sentence. */
export function isHeading(text: string): boolean {
	if (text === '' || text.length > longestHeading || hasCredit(text)) return false;
	if (!/^["“‘]?[\p{Lu}\p{Lo}\d]/u.test(text)) return false;
	if (/[!?]["”’']*$/.test(text)) return isTitleCase(text);
	return !endsSentence(text);
}

/** The last line of the caption that opens after a blank line, or null where none does. */
export function captionEnd(page: Page, from: number, to: number): number | null {
	for (let line = from; line <= Math.min(to, from + captionLines - 1); line += 1) {
		if (isBlank(page, line)) return null;
		const text = tidy(lineAt(page, line));
		if (hasCredit(text)) return line;
		if (text.length > longestCaption / 2) return null;
	}
	return null;
}

function isPlain(line: string): boolean {
	return !isElision(line) && !bullet.test(line);
}

/** Lines broken by hand or by a typesetter are this wide at most. */
const widestSet = 140;
const narrowestSet = 40;
const fewestSet = 8;

/**
 * The layout of a page in which a line is else a paragraph: where nearly all lines end at one width, in the middle
 * of sentences, they were broken there, and are joined again.
 */
export function layoutOf(page: Page, plain: Layout): Layout {
	let width = 0;
	let [full, broken] = [0, 0];
	for (const line of page.lines) width = Math.max(width, line.length);
	if (width > widestSet || width < narrowestSet) return plain;
	for (const raw of page.lines) {
		const line = raw.trimEnd();
		if (line.length < width * 0.7) continue;
		full += 1;
		if (!endsSentence(line)) broken += 1;
	}
	return full >= fewestSet && broken >= full * 0.6 ? { ...plain, paragraphs: 'set', width } : plain;
}

/** How far a line is set in, in characters; a tab is wide. */
function indentOf(line: string): number {
	return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}

/** The last line of a paragraph whose lines were broken at a width. */
function setEnd(page: Page, at: number, to: number, width: number): number {
	let last = at;
	while (last < to) {
		const line = lineAt(page, last).trimEnd();
		const next = lineAt(page, last + 1);
		const indent = indentOf(next);
		if (isBlank(page, last + 1) || !isPlain(next) || indent > Math.max(1, indentOf(line)))
			return last;
		if (endsSentence(line) ? line.length < width * 0.75 : line.length < width * 0.6) {
			if (!/^\s*\p{Ll}/u.test(next)) return last;
		}
		last += 1;
	}
	return last;
}

/** A line shorter than this is not broken at a width. */
const narrowestBroken = 60;

/** The last line of a paragraph of which a sentence breaks off in one line and goes on in the next, in small letters. */
export function brokenEnd(page: Page, at: number, to: number): number {
	let last = at;
	for (; last < to; last += 1) {
		const line = lineAt(page, last).trimEnd();
		if (
			line.length < narrowestBroken ||
			line.length > widestSet ||
			endsSentence(line.replace(/,$/, ''))
		)
			break;
		const next = lineAt(page, last + 1);
		if (!/^\s*\p{Ll}/u.test(next) || !isPlain(next)) break;
	}
	return last;
}

/** The last line of the paragraph or caption that begins at a line that is neither blank, elision nor bullet. */
function unitEnd(page: Page, at: number, to: number, layout: Layout): number {
	if (layout.paragraphs === 'line') {
		const caption = isBlank(page, at - 1) ? captionEnd(page, at, to) : null;
		return caption ?? brokenEnd(page, at, to);
	}
	if (layout.paragraphs === 'set') return setEnd(page, at, to, layout.width ?? wrapWidth);
	let last = at;
	if (!isWrapped(page, at)) return at;
	while (last < to && isWrapped(page, last + 1)) last += 1;
	return last;
}

/** True for a line that may be one of several of a paragraph. */
function isWrapped(page: Page, line: number): boolean {
	const text = lineAt(page, line);
	return !isBlank(page, line) && text.length <= wrapWidth && isPlain(text);
}

function kindOf(text: string, before: Block | undefined, layout: Layout): BlockKind {
	if (hasCredit(text)) return 'caption';
	// How a letter takes leave, and who signs under it.
	if (isClosing(text) || (before?.kind === 'paragraph' && awaitsName(before.text)))
		return 'paragraph';
	if (layout.short === 'heading') return isHeading(text) ? 'heading' : 'paragraph';
	if (layout.short === 'caption') {
		return text.length <= longestShort && !endsSentence(text) ? 'caption' : 'paragraph';
	}
	return 'paragraph';
}

function isQuotation(text: string, before: Block | undefined, layout: Layout): boolean {
	if (before?.kind !== 'paragraph' || !before.text.endsWith(':')) return false;
	if (layout.quotations === 'marked') return /^(?:“[^”]*”|"[^"]*"|«[^»]*»)$/.test(text);
	// A label ("Man-su:") sets nothing off, and a paragraph that has its own marks needs no indent.
	const introduced = before.text.length > 30;
	return (
		introduced && !/^["“«‘]/.test(text) && /\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou)\b/.test(text)
	);
}

/** So many headings one under the other head nothing: they are verse, or a list. */
const mostHeadings = 2;

/** Makes paragraphs of headings that stand in a row, line by line. */
function unhead(blocks: readonly Block[]): void {
	let row = 0;
	for (const [at, block] of blocks.entries()) {
		const isNext = blocks[at - 1]?.lines[1] === block.lines[0] - 1;
		row = block.kind === 'heading' ? (isNext ? row : 0) + 1 : 0;
		if (row <= mostHeadings) continue;
		for (const each of blocks.slice(at - mostHeadings, at + 1)) each.kind = 'paragraph';
		// Those that follow are told by the ones before.
		row = mostHeadings;
	}
}

/** Reads the lines `from` to `to` (1-based, inclusive) as blocks, in order; every line that is not blank is in one. */
export function readBlocks(page: Page, from: number, to: number, layout: Layout): Block[] {
	const blocks: Block[] = [];
	for (let at = from; at <= to; at += 1) {
		if (isBlank(page, at)) continue;
		const line = lineAt(page, at);
		const before = blocks.at(-1);
		if (isElision(line)) {
			blocks.push({ kind: 'elision', text: tidy(line), lines: linesFrom(at, at) });
		} else if (bullet.test(line)) {
			const item = tidy(line.replace(bullet, ''));
			if (before?.kind === 'list' && before.lines[1] === at - 1) {
				before.text += `\n${item}`;
				before.lines = [before.lines[0], at];
			} else blocks.push({ kind: 'list', text: item, lines: linesFrom(at, at) });
		} else {
			const last = unitEnd(page, at, to, layout);
			const printed = tidy(last === at ? line : joinLines(page, at, last));
			const glued = printed.endsWith('*') ? gluedElision.exec(printed)?.[1] : undefined;
			const text = glued === undefined ? printed : printed.replace(gluedElision, '');
			let kind = kindOf(text, before, layout);
			if (kind === 'paragraph' && isQuotation(text, before, layout)) kind = 'quotation';
			blocks.push({ kind, text, lines: linesFrom(at, last) });
			if (glued !== undefined)
				blocks.push({ kind: 'elision', text: glued, lines: linesFrom(last, last) });
			at = last;
		}
	}
	if (layout.short === 'heading') unhead(blocks);
	return blocks;
}
