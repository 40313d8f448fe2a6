/** The name of the publication as a line of its own, above the first date of a seed. */
import { tidy } from '../archive/text.ts';
import { endsSentence, isCapitals, isTitleCase } from './blocks.ts';
import { readPrintedDate } from './dates.ts';
import { emptyReading, lineAt, nextPrinted, stated, type Page, type Reading } from './draft.ts';

/** Where the name stands, and the line of the date under it. */
export interface Masthead {
	line: number;
	publication: string;
	dateLine: number;
}

const longestName = 60;

/** The first two printed lines, where they are a name and a date; null otherwise. */
export function findMasthead(page: Page): Masthead | null {
	const line = nextPrinted(page, 1);
	const printed = tidy(lineAt(page, line));
	// Old papers set a full stop after their name.
	const publication = isCapitals(printed) ? printed.replace(/\.$/, '') : printed;
	if (publication === '' || publication.length > longestName) return null;
	if (endsSentence(publication) || !isTitleCase(publication)) return null;
	// "14 Mill Lane, Wellbrook" heads a letter.
	if (readPrintedDate(publication) !== null || /^\d.*,/.test(publication)) return null;
	const dateLine = nextPrinted(page, line + 1);
	return readPrintedDate(lineAt(page, dateLine)) === null ? null : { line, publication, dateLine };
}

/** Opens a reading with the name of the publication in it, where one stands at the top. `part`: its dialect in the rules. */
export function openReading(
	page: Page,
	part: string
): { reading: Reading; masthead: Masthead | null } {
	const reading = emptyReading();
	const masthead = findMasthead(page);
	if (masthead) {
		const { line, publication } = masthead;
		reading.publication = publication;
		reading.why.publication = stated(`${part}/masthead`, line);
		reading.claims.push({ as: 'header', lines: [line, line] });
	}
	return { reading, masthead };
}
