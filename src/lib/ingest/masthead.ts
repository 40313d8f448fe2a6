/** The name of the publication as a line of its own, above the first date of a seed. */
import { tidy } from '../archive/text.ts';
import { isTitleCase, endsSentence } from './blocks.ts';
import { readPrintedDate } from './dates.ts';
import { isBlank, lineAt, type Page } from './draft.ts';

/** Where the name stands, and the line of the date under it. */
export interface Masthead {
	line: number;
	publication: string;
	dateLine: number;
}

const longestName = 60;

function nextPrinted(page: Page, from: number): number {
	let line = from;
	while (line <= page.lines.length && isBlank(page, line)) line += 1;
	return line;
}

/** The first two printed lines, where they are a name and a date; null otherwise. */
export function findMasthead(page: Page): Masthead | null {
	const line = nextPrinted(page, 1);
	const publication = tidy(lineAt(page, line));
	if (publication === '' || publication.length > longestName) return null;
	if (endsSentence(publication) || !isTitleCase(publication)) return null;
	if (readPrintedDate(publication) !== null) return null;
	const dateLine = nextPrinted(page, line + 1);
	return readPrintedDate(lineAt(page, dateLine)) === null ? null : { line, publication, dateLine };
}
