/**
 * Page furniture: page numbers, running heads and "continued on page 4", which stand on the printed page and are
 * part of no article. They are set aside before a dialect reads, and claimed as what they are.
 */
import { tidy } from '../archive/text.ts';
import { readPrintedDate } from './dates.ts';
import { lineAt, type Dialect, type Page } from './draft.ts';
import { findMasthead } from './masthead.ts';

const pageNumber =
	/^(?:[[(]?\s*(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*[\])]?|[-–—]\s*\d{1,4}\s*[-–—])$/i;
const turn = /^[([]?(?:continued|cont[’']?d\.?)\s+(?:on|from)\s+(?:page|p\.)\s*\d{1,4}[)\]]?\.?$/i;
const longest = 90;

/** What stands around a running head: the page number, on either side. */
function bareHead(text: string): string {
	return text
		.replace(/^(?:page\s+)?\d{1,4}\s*[|·•–—-]?\s*(?=\p{L})/iu, '')
		.replace(/\s*[|·•,–—-]?\s*(?:page\s+)?\d{1,4}$/i, '')
		.toLowerCase();
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
			bareHead(text) === name;
		if (isHead || pageNumber.test(text) || turn.test(text)) found.push(line);
	}
	return found;
}

/** A dialect that reads its pages without their furniture. */
export function withoutFurniture(dialect: Dialect): Dialect {
	return {
		...dialect,
		read(page, starts, columns) {
			const masthead = findMasthead(page);
			const lines = furnitureOf(page, masthead?.line ?? 0, masthead?.publication ?? null);
			if (lines.length === 0) return dialect.read(page, starts, columns);
			const text = [...page.lines];
			for (const line of lines) text[line - 1] = '';
			const reading = dialect.read({ ...page, lines: text }, starts, columns);
			for (const line of lines) reading.claims.push({ as: 'furniture', lines: [line, line] });
			return reading;
		}
	};
}
