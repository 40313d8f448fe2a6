/**
 * The headline of an article that begins where a curator says so. Where a reader of the dialect has found none, the
 * line itself is looked at, by the same rules in every dialect: one that looks like a headline, or has the words that
 * the curator gives as the headline, is claimed as what it is, and its number read.
 */
import type { Block } from '../archive/article.ts';
import { fold } from '../archive/fold.ts';
import { tidy } from '../archive/text.ts';
import { endsSentence, hasCredit, isCapitals, isElision } from './blocks.ts';
import { isStatedByline } from './byline.ts';
import { readPrintedDate } from './dates.ts';
import {
	isBlank,
	lineAt,
	linesFrom,
	stated,
	type CuratedStart,
	type Draft,
	type Page
} from './draft.ts';

const longestHeadline = 160;
/** `4. Price of ice`, `(4) …`, `No. 4. …`, or the number alone. */
const numbered = /^(?:\((\d{1,3})\)|(?:no\.\s*|#)?(\d{1,3})[.):])(?:\s+(\S.*))?$/i;

/** A line as number and words; either may be missing. */
interface Parted {
	number: number | null;
	words: string;
}

function part(line: string): Parted {
	const text = tidy(line);
	const found = numbered.exec(text);
	if (!found) return { number: null, words: text };
	return { number: Number(found[1] ?? found[2]), words: found[3] ?? '' };
}

/** Words without what tells two ways of printing them apart: accents, capitals, stops. */
function bare(text: string): string {
	const words = text.split(/[^\p{L}\p{M}\p{N}'’]+/u).map(fold);
	return words.filter((word) => word !== '').join(' ');
}

/** True for a line that could be a headline by itself: short, no sentence, no date or address, and nothing else. */
function isHeadlineLike(page: Page, words: string): boolean {
	if (words.length > longestHeadline || !/^["“‘(]?[\p{Lu}\p{Lo}\d]/u.test(words)) return false;
	if (isElision(words) || hasCredit(words) || isStatedByline(words, page)) return false;
	if (readPrintedDate(words) !== null || /^\d.*,/.test(words)) return false;
	return isCapitals(words) || /[!?]["”’')]*$/.test(words) || !endsSentence(words);
}

/** The blocks without the line in which the first begins; null where that cannot be parted from them. */
function without(page: Page, line: number, blocks: readonly Block[]): Block[] | null {
	const [first, ...others] = blocks;
	if (first?.lines[0] !== line) return null;
	if (first.lines[1] === line) return others;
	const words = tidy(lineAt(page, line));
	if (!first.text.startsWith(`${words} `) || first.marks) return null;
	const text = first.text.slice(words.length + 1);
	return [{ ...first, text, lines: linesFrom(line + 1, first.lines[1]) }, ...others];
}

/** Takes the line under a headline for the byline, where it says that it is one. */
function takeByline(page: Page, draft: Draft, dialect: string): void {
	const [block, ...others] = draft.blocks;
	const line = block?.lines[0];
	if (draft.byline !== null || line === undefined || block?.lines[1] !== line) return;
	const credit = tidy(lineAt(page, line));
	if (others.length === 0 || !isStatedByline(credit, page) || endsSentence(credit)) return;
	draft.byline = credit;
	draft.claims.push({ as: 'byline', lines: [line, line] });
	draft.why.byline = stated(`${dialect}/by-line`, line);
	draft.blocks = others;
}

function readHead(page: Page, draft: Draft, start: CuratedStart, dialect: string): void {
	const { line } = start;
	const { number, words } = part(lineAt(page, line));
	const rule = `${dialect}/at-given-line`;
	// The dialect has counted with it: see `numberStarts`.
	if (number !== null && start.number === null && draft.number === number)
		draft.why.number ??= stated(rule, line);
	const [first] = draft.blocks;
	const isAlone = isBlank(page, line + 1) || (number !== null && first?.lines[1] === line);
	const given = start.headline === null ? null : bare(start.headline);
	const isGiven = given !== null && given !== '' && bare(words) === given;
	// What stands above other words of the curator's stays in the text: nothing printed is lost.
	const isOwn = given === null && isAlone && isHeadlineLike(page, words);
	const isNumber = words === '' && number !== null;
	if (!isGiven && !isOwn && !isNumber) return;
	const blocks = without(page, line, draft.blocks);
	// An article of one line is its text.
	if (!blocks || (blocks.length === 0 && !isGiven)) return;
	draft.blocks = blocks;
	draft.claims.push({ as: 'headline', lines: [line, line] });
	if (!isNumber) {
		draft.headline = words;
		draft.why.headline = stated(rule, line);
	}
	if (number !== null && draft.number === null) {
		draft.number = number;
		draft.why.number = stated(rule, line);
	}
	takeByline(page, draft, dialect);
}

/**
 * The starts with the numbers that stand in their lines, where the curator gives none: a digest counts with them. A
 * number before a sentence is no number of an article.
 */
export function numberStarts(
	page: Page,
	starts: ReadonlyMap<number, CuratedStart>
): Map<number, CuratedStart> {
	const found = new Map<number, CuratedStart>();
	for (const [line, start] of starts) {
		const { number, words } = part(lineAt(page, line));
		const isHead = words === '' || !endsSentence(words);
		found.set(line, start.number === null && isHead ? { ...start, number } : start);
	}
	return found;
}

/** Reads the heads of the drafts that begin at a line of `starts` and have no headline yet. Changes the drafts. */
export function readGivenHeads(
	page: Page,
	drafts: readonly Draft[],
	starts: ReadonlyMap<number, CuratedStart>,
	dialect: string
): void {
	for (const draft of drafts) {
		const start = starts.get(draft.lines[0]);
		if (start && draft.headline === null) readHead(page, draft, start, dialect);
	}
}
