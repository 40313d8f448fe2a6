/**
 * Page furniture: page numbers, running heads and "continued on page 4", which stand on the printed page and are
 * part of no article. They are set aside before a dialect reads, and claimed as what they are; a paragraph that they
 * stood in is one again.
 */
import { tidy } from '../archive/text.ts';
import { layoutOf, type Layout } from './blocks.ts';
import { readPrintedDate } from './dates.ts';
import { lineAt, type Dialect, type Page } from './draft.ts';
import { findMasthead, findNamedDate, readNamedDate } from './masthead.ts';
import { asFiled, breaksSentence, closeUp, printedFrom, startsIn } from './page-break.ts';

const pageNumber =
	/^(?:[[(]?\s*(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*[\])]?|[-–—]\s*\d{1,4}\s*[-–—])$/i;
const turn = /^[([]?(?:continued|cont[’']?d\.?)\s+(?:on|from)\s+(?:page|p\.)\s*\d{1,4}[)\]]?\.?$/i;
const longest = 120;

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

/**
 * The lines of a page that are furniture. `publication` is the name at the top of the page, where it has one. `hasDays`:
 * a head with another day than the one above is no furniture.
 */
function furnitureOf(
	page: Page,
	masthead: number,
	publication: string | null,
	hasDays: boolean
): number[] {
	const name = publication?.toLowerCase() ?? null;
	const found: number[] = [];
	/** The day that the last line with one names. A head with another begins a new issue. */
	let day = hasDays ? readNamedDate(lineAt(page, masthead), publication) : null;
	for (let line = 1; line <= page.lines.length; line += 1) {
		const raw = lineAt(page, line);
		if (raw === '' || raw.length > longest || line === masthead) continue;
		const text = tidy(raw);
		const own =
			hasDays && name !== null ? (readPrintedDate(raw) ?? readNamedDate(raw, publication)) : null;
		const isNewDay = own !== null && own !== day;
		if (own !== null) day = own;
		const isHead =
			name !== null &&
			text.toLowerCase().includes(name) &&
			!isNewDay &&
			readPrintedDate(text) === null &&
			isRunningHead(text.toLowerCase(), name);
		if (isHead || pageNumber.test(text) || turn.test(text)) found.push(line);
	}
	for (const line of loneNumbersOf(page, new Set(found))) found.push(line);
	return found.sort((a, b) => a - b);
}

/**
 * Lines with a number and nothing else that are page numbers. One alone may as well head a section: what tells it is
 * that it breaks a sentence, that it stands beside other furniture, or that all such numbers of the file go on from page to page, not from 1.
 */
function loneNumbersOf(page: Page, furniture: ReadonlySet<number>): number[] {
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
	const isBeside = (line: number) =>
		[-1, 1].some((step) => furniture.has(printedFrom(page, line + step, step as 1 | -1)));
	return lone
		.filter(({ line }) => breaksSentence(page, line) || isBeside(line))
		.map(({ line }) => line);
}

/** A dialect that reads its pages, laid out as `layout` says, without their furniture. */
export function withoutFurniture(dialect: Dialect, layout: Layout): Dialect {
	return {
		...dialect,
		read(page, starts, given) {
			const named = dialect.name === 'daily' ? findNamedDate(page) : null;
			const masthead = named ?? findMasthead(page);
			const lines = furnitureOf(
				page,
				masthead?.line ?? 0,
				masthead?.publication ?? null,
				dialect.name === 'daily'
			);
			if (lines.length === 0) return dialect.read(page, starts, given);
			const text = [...page.lines];
			for (const line of lines) text[line - 1] = '';
			const byHand = layoutOf(page, layout).paragraphs !== 'line';
			const closed = closeUp({ ...page, lines: text }, new Set(lines), starts, byHand);
			const reading = asFiled(dialect.read(closed.page, startsIn(closed, starts), given), closed);
			for (const line of lines) reading.claims.push({ as: 'furniture', lines: [line, line] });
			return reading;
		}
	};
}
