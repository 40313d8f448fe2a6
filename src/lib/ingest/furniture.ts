/**
 * Page furniture: page numbers, running heads and "continued on page 4", which stand on the printed page and are
 * part of no article. They are set aside before a dialect reads, and claimed as what they are; a paragraph that they
 * stood in is one again.
 */
import { tidy } from '../archive/text.ts';
import { layoutOf, type Layout } from './blocks.ts';
import { readPrintedDate } from './dates.ts';
import { lineAt, type Dialect, type Page } from './draft.ts';
import { findMasthead } from './masthead.ts';
import { asFiled, breaksSentence, closeUp, startsIn } from './page-break.ts';

const pageNumber =
	/^(?:[[(]?\s*(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*[\])]?|[-–—]\s*\d{1,4}\s*[-–—])$/i;
const turn = /^[([]?(?:continued|cont[’']?d\.?)\s+(?:on|from)\s+(?:page|p\.)\s*\d{1,4}[)\]]?\.?$/i;
const longest = 90;

/** What stands around a running head: the page number, on either side. */
function bareHead(text: string): string {
	return text
		.replace(/^(?:page\s+)?\d{1,4}\s*[|·•–—-]?\s*(?=\p{L})/iu, '')
		.replace(/\s*[|·•,.–—-]?\s*(?:page\s+)?\d{1,4}$/i, '')
		.replace(/\.$/, '')
		.toLowerCase();
}

/** True for the name of the publication with nothing beside it but a page number or a date. */
function isRunningHead(text: string, name: string): boolean {
	const bare = bareHead(text);
	if (bare === name) return true;
	const rest = [bare, text].map((each) =>
		each.replace(name, ' ').replace(/^[\s|·•,–—-]+|[\s|·•,–—-]+$/g, '')
	);
	return rest.some((each) => readPrintedDate(each) !== null);
}

/** The lines of a page that are furniture. `publication` is the name at the top of the page, where it has one. */
function furnitureOf(page: Page, masthead: number, publication: string | null): number[] {
	const name = publication?.toLowerCase() ?? null;
	const found: number[] = [];
	for (let line = 1; line <= page.lines.length; line += 1) {
		const raw = lineAt(page, line);
		if (raw === '' || raw.length > longest || line === masthead) continue;
		const text = tidy(raw);
		const isHead =
			name !== null &&
			text.toLowerCase().includes(name) &&
			readPrintedDate(text) === null &&
			isRunningHead(text.toLowerCase(), name);
		if (isHead || pageNumber.test(text) || turn.test(text)) found.push(line);
	}
	for (const line of loneNumbersOf(page)) found.push(line);
	return found.sort((a, b) => a - b);
}

/**
 * Lines with a number and nothing else that are page numbers. One alone may as well head a section: what tells it is
 * that it breaks a sentence, or that all such numbers of the file go on from page to page, not from 1.
 */
function loneNumbersOf(page: Page): number[] {
	const lone: { line: number; number: number }[] = [];
	for (let line = 1; line <= page.lines.length; line += 1) {
		const text = lineAt(page, line);
		if (text.length > longest || !/^\s*\d{1,4}\s*$/.test(text)) continue;
		lone.push({ line, number: Number(text) });
	}
	const goOn = lone.every(({ number }, at) => {
		const step = number - (lone[at - 1]?.number ?? number - 1);
		return number > 1 && number < 1000 && step >= 1 && step <= 2;
	});
	if (goOn && lone.length > 1) return lone.map(({ line }) => line);
	return lone.filter(({ line }) => breaksSentence(page, line)).map(({ line }) => line);
}

/** A dialect that reads its pages, laid out as `layout` says, without their furniture. */
export function withoutFurniture(dialect: Dialect, layout: Layout): Dialect {
	return {
		...dialect,
		read(page, starts, columns) {
			const masthead = findMasthead(page);
			const lines = furnitureOf(page, masthead?.line ?? 0, masthead?.publication ?? null);
			if (lines.length === 0) return dialect.read(page, starts, columns);
			const text = [...page.lines];
			for (const line of lines) text[line - 1] = '';
			const byHand = layoutOf(page, layout).paragraphs !== 'line';
			const closed = closeUp({ ...page, lines: text }, new Set(lines), starts, byHand);
			const reading = asFiled(dialect.read(closed.page, startsIn(closed, starts), columns), closed);
			for (const line of lines) reading.claims.push({ as: 'furniture', lines: [line, line] });
			return reading;
		}
	};
}
