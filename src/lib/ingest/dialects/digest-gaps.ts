/**
 * Numbers that a digest has lost: where headlines stand in the text without their number, as many as there are
 * numbers missing, the items begin there; otherwise the piece stays whole and the gap is a problem.
 */
import type { Problem } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { endsSentence, hasCredit, isElision } from '../blocks.ts';
import { isStatedByline } from '../byline.ts';
import { filedLine, isBlank, lineAt, nextPrinted, type Draft, type Page } from '../draft.ts';
import { warning } from '../problem.ts';
import { candidateAt, type Item, type Range } from './digest-items.ts';

const longestHeadline = 160;
const shortestHeadline = 12;
/** Lines that a problem names as where an item may begin. */
const mostNamed = 5;

/** How the numbered headlines of a file stand, all of them. */
export interface Manner {
	/** Blank lines before each. */
	parted: boolean;
	/** And after each: alone in the line between two. */
	alone: boolean;
	/** At how many characters lines were broken; null where a line is a paragraph. */
	width: number | null;
}

/** Learns how headlines stand. `begin`: the first line under the header, before which no blank one need be. */
export function mannerOf(
	page: Page,
	items: readonly Item[],
	begin: number,
	{ width = null }: { width?: number | null }
): Manner {
	const printed = items.filter(({ by }) => by === 'print');
	const headed = printed.filter(({ headline }) => headline !== null);
	const parted =
		printed.length > 1 && printed.every(({ line }) => line === begin || isBlank(page, line - 1));
	return {
		width,
		parted,
		alone: parted && headed.length > 1 && headed.every(({ line }) => isBlank(page, line + 1))
	};
}

/** A line that could be a headline by itself: no sentence, no caption, no item of a list. */
function isHeadlineLike(page: Page, line: number): boolean {
	const text = tidy(lineAt(page, line));
	if (text.length < shortestHeadline || text.length > longestHeadline) return false;
	if (!/^["“‘]?[\p{Lu}\p{Lo}\d]/u.test(text) || endsSentence(text) || hasCredit(text)) return false;
	return !isElision(text) && !isStatedByline(text, page) && !/^[-–•▪*]\s/.test(text);
}

/**
 * Lines at which items without a number may begin. A credit under the headline is proof; without one it must stand as
 * all headlines of the digest do, and never run on into the line under it, as the opening of a paragraph does.
 */
function headlinesIn(page: Page, { from, to }: Range, { parted, alone, width }: Manner): number[] {
	const found: number[] = [];
	for (let line = from; line <= to; line += 1) {
		if (isBlank(page, line) || !isHeadlineLike(page, line)) continue;
		const next = nextPrinted(page, line + 1);
		if (next > to) continue;
		const under = lineAt(page, next);
		const credited = isStatedByline(under, page);
		const stands = alone
			? next > line + 1
			: next === line + 1 && endsSentence(tidy(under)) && !runsOn(page, line, width);
		if (credited || (parted && isBlank(page, line - 1) && stands)) found.push(line);
	}
	return found;
}

/** Lines broken by hand or by a typesetter are this wide at most, in characters. */
const widestSet = 110;

/** True where a line may be the first of a wrapped paragraph: it is about as wide as the one under it, or wider. */
function runsOn(page: Page, line: number, width: number | null): boolean {
	const [own, under] = [lineAt(page, line).trimEnd(), lineAt(page, line + 1).trimEnd()];
	if (/^\s*\p{Ll}/u.test(under)) return true;
	if (width !== null && own.length >= width * 0.6) return true;
	const isSet = under.length <= widestSet && !isBlank(page, line + 2);
	return isSet && own.length >= under.length * 0.8;
}

/** The items with those put between them whose numbers are missing, where the evidence is strong. */
export function fillGaps(
	page: Page,
	items: readonly Item[],
	begin: number,
	manner: Manner
): Item[] {
	const filled: Item[] = [];
	for (const [at, item] of items.entries()) {
		const before = items[at - 1];
		const last = before?.number ?? 0;
		const missing = item.number - last - 1;
		if (missing > 0) {
			const range = { from: before ? before.line + 1 : begin, to: item.line - 1 };
			const lines = headlinesIn(page, range, manner);
			if (lines.length === missing) {
				for (const [order, line] of lines.entries()) {
					const headline = tidy(lineAt(page, line));
					filled.push({ line, number: last + 1 + order, headline, by: 'order' });
				}
			}
		}
		filled.push(item);
	}
	return filled;
}

/** Where missing items may begin, in words: the lines that look like headlines, if there are any. */
function namedLines(page: Page, range: Range, manner: Manner): string {
	const lines = headlinesIn(page, range, manner).slice(0, mostNamed);
	const shown = lines.map(
		(line) => `line ${filedLine(page, line)} ("${tidy(lineAt(page, line))}")`
	);
	if (shown.length === 0) return 'Find the line where it begins';
	return `It may begin at ${shown.join(' or ')}: choose the line`;
}

/** Says of each missing number where it was put, or that it is still missing, at the line of the item after. */
export function reportGaps(page: Page, drafts: readonly Draft[], manner: Manner): Problem[] {
	const problems: Problem[] = [];
	let before: { number: number; line: number } = { number: 0, line: drafts[0]?.lines[0] ?? 1 };
	for (const draft of drafts) {
		const { number, lines } = draft;
		if (number === null) continue;
		const range = { from: before.line + (before.number > 0 ? 1 : 0), to: lines[0] - 1 };
		for (let missing = before.number + 1; missing < number; missing += 1) {
			const message = `Item ${missing} is missing before item ${number}: its number was lost, perhaps its headline too, and its text, if it is there, stands in the item before. ${namedLines(page, range, manner)} and write it beside the seed, in ${page.file}.yaml: "articles: [{ line: N, number: ${missing} }]".`;
			problems.push(warning(page.file, lines[0], 'digest/number-missing', message));
		}
		if (draft.boundary === 'inferred') {
			const message = `This line has no number and was taken for the headline of item ${number}, which is missing. If it begins at another line, write that one beside the seed, in ${page.file}.yaml: "articles: [{ line: N, number: ${number} }]". If there is no such item, merge this with the one before: "articles: [{ lines: ${filedLine(page, before.line)}-${filedLine(page, lines[0])}, merge: true }]".`;
			problems.push(warning(page.file, lines[0], 'digest/number-inferred', message));
		}
		before = { number, line: lines[0] };
	}
	return problems;
}

/**
 * Numbers that begin at 1 again where no header says that another issue does: in a range whose items are known, a 1
 * and a 2 that stand as the items do.
 */
export function reportRestarts(
	page: Page,
	{ from, to }: Range,
	items: readonly Item[],
	{ parted }: Manner,
	roman: boolean
): Problem[] {
	const known = new Set(items.map(({ line }) => line));
	const problems: Problem[] = [];
	let one: number | null = null;
	for (let line = from; line <= to; line += 1) {
		const item = candidateAt(page, line, roman);
		if (!item || item.headline === null || (parted && !isBlank(page, line - 1))) continue;
		if (item.number === 1) one = known.has(line) ? null : line;
		else if (one !== null && item.number === 2) {
			const message = `The numbers begin at 1 again here, but no header stands above them: perhaps another issue begins, whose items are part of the one before now. If so, write beside the seed, in ${page.file}.yaml: "articles: [{ line: ${filedLine(page, one)} }]", with its own "date:"; the numbers after it are then counted from there.`;
			problems.push(warning(page.file, one, 'digest/numbers-again', message));
			one = null;
		} else one = null;
	}
	return problems;
}
