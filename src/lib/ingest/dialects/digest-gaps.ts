/**
 * Numbers that a digest has lost: where headlines stand in the text without their number, as many as there are
 * numbers missing, the items begin there; otherwise the piece stays whole and the gap is a problem.
 */
import type { Problem } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { endsSentence, hasCredit, isElision } from '../blocks.ts';
import { isStatedByline } from '../byline.ts';
import { isBlank, lineAt, type Draft, type Page } from '../draft.ts';
import { warning } from '../problem.ts';

/** A numbered item, or one whose number was lost. */
export interface Item {
	line: number;
	number: number;
	/** Null where only the number is left. */
	headline: string | null;
	/** True where the number was lost, and follows from the numbers around. */
	inferred: boolean;
}

const longestHeadline = 160;
const shortestHeadline = 12;

/** A line that could be a headline by itself: no sentence, no caption, no item of a list. */
function isHeadlineLike(page: Page, line: number): boolean {
	const text = tidy(lineAt(page, line));
	if (text.length < shortestHeadline || text.length > longestHeadline) return false;
	if (!/^["“‘]?[\p{Lu}\p{Lo}\d]/u.test(text) || endsSentence(text) || hasCredit(text)) return false;
	return !isElision(text) && !isStatedByline(text, page) && !/^[-–•▪*]\s/.test(text);
}

function nextPrinted(page: Page, from: number, to: number): number | null {
	for (let line = from; line <= to; line += 1) if (!isBlank(page, line)) return line;
	return null;
}

/**
 * Lines in `from` to `to` at which items without a number begin. A credit under the headline is proof; without
 * one, `parted` says that blank lines stand before all items of the digest, and before this one.
 */
function headlinesIn(page: Page, from: number, to: number, parted: boolean): number[] {
	const found: number[] = [];
	for (let line = from; line <= to; line += 1) {
		if (isBlank(page, line) || !isHeadlineLike(page, line)) continue;
		const next = nextPrinted(page, line + 1, to);
		if (next === null) continue;
		const credited = isStatedByline(lineAt(page, next), page);
		const follows = next === line + 1 && endsSentence(tidy(lineAt(page, next)));
		if (credited || (parted && isBlank(page, line - 1) && follows)) found.push(line);
	}
	return found;
}

/** The items with those put between them whose numbers are missing, where the evidence is strong. */
export function fillGaps(page: Page, items: readonly Item[], begin: number): Item[] {
	const parted =
		items.length > 1 && items.every((item) => item.line === begin || isBlank(page, item.line - 1));
	const filled: Item[] = [];
	for (const [at, item] of items.entries()) {
		const before = items[at - 1];
		const missing = item.number - (before?.number ?? 0) - 1;
		if (missing > 0) {
			const from = before ? before.line + 1 : begin;
			const lines = headlinesIn(page, from, item.line - 1, parted);
			if (lines.length === missing) {
				for (const [order, line] of lines.entries()) {
					const number = (before?.number ?? 0) + 1 + order;
					const headline = tidy(lineAt(page, line));
					filled.push({ line, number, headline, inferred: true });
				}
			}
		}
		filled.push(item);
	}
	return filled;
}

/** Says of each missing number where it was put, or that it is still missing, at the line of the item after. */
export function reportGaps(page: Page, drafts: readonly Draft[]): Problem[] {
	const problems: Problem[] = [];
	let before = 0;
	for (const draft of drafts) {
		if (draft.number === null) continue;
		for (let missing = before + 1; missing < draft.number; missing += 1) {
			const message = `Item ${missing} is missing before item ${draft.number}: its headline was lost and its text, if it is there, stands in the item before. Find the line where it begins and write it beside the seed, in ${page.file}.yaml: "articles: [{ line: N, number: ${missing} }]".`;
			problems.push(warning(page.file, draft.lines[0], 'digest/number-missing', message));
		}
		if (draft.boundary === 'inferred') {
			const message = `This line has no number and was taken for the headline of item ${draft.number}, which is missing. If that is wrong, merge the two beside the seed.`;
			problems.push(warning(page.file, draft.lines[0], 'digest/number-inferred', message));
		}
		before = draft.number;
	}
	return problems;
}
