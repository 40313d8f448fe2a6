/** The name of the publication as a line of its own, above the first date of a seed. */
import { tidy } from '../archive/text.ts';
import { endsSentence, isCapitals, isElision, isTitleCase } from './blocks.ts';
import { isStatedByline } from './byline.ts';
import { readPrintedDate } from './dates.ts';
import { emptyReading, lineAt, nextPrinted, stated, type Page, type Reading } from './draft.ts';

/** Where the name stands, and the line of the date under it. */
export interface Masthead {
	line: number;
	publication: string;
	dateLine: number;
}

const longestName = 60;
const longestImprint = 100;
/** More lines than these above the first date or number are text. */
export const mostHeaderLines = 6;
/** How a line about the paper itself opens, be it a sentence or not. */
const imprint =
	/^(?:(?:(?:re)?(?:transcribed|typed|scanned|copied|edited|printed|published|issued|established|registered)|price|vol(?:ume)?|no|organ of)\b|(?:hon\. )?(?:editor|secretary|treasurer):)/i;

/** True for a line about the paper or its transcript and no sentence of an article: a name, a price, who typed it. */
export function isHeaderLine(text: string, page: Page): boolean {
	if (text.length > longestImprint || isElision(text) || isStatedByline(text, page)) return false;
	return isCapitals(text) || imprint.test(text) || !endsSentence(text);
}

/** The printed lines from the top of a page to a line `end`, where all of them are a header; null otherwise. */
export function headerAbove(page: Page, end: number): number[] | null {
	const lines: number[] = [];
	for (let line = nextPrinted(page); line < end; line = nextPrinted(page, line + 1)) {
		if (lines.length === mostHeaderLines || !isHeaderLine(tidy(lineAt(page, line)), page))
			return null;
		lines.push(line);
	}
	return lines.length > 0 ? lines : null;
}

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

/** What parts the name of a paper from its date in one line; a comma only behind a name that is set as one. */
const parting = /\s+[|·•–—-]\s+|\s{3,}|\t+|[.,]\s+/g;
/** How names of papers open. */
const article = /^(?:the|le|la|les|el|los|der|die|das|il|lo|gli|de|het|o|os)\s/i;

/** The name in the first printed line, where it stands before a date: `La Voix du Port — Jeudi 1er mai 1919`. */
export function findNamedDate(page: Page): Masthead | null {
	const line = nextPrinted(page, 1);
	const text = lineAt(page, line).trim();
	if (text.length > 200 || !/\d{4}/.test(text)) return null;
	for (const found of text.matchAll(parting)) {
		const publication = tidy(text.slice(0, found.index));
		if (publication.length > longestName || !/^\p{Lu}/u.test(publication)) continue;
		if (!isTitleCase(publication) || readPrintedDate(publication) !== null) continue;
		// "Hull, 12 May 1911" heads a letter.
		if (/^[.,]/.test(found[0]) && !isCapitals(publication) && !article.test(publication)) continue;
		if (readNamedDate(text, publication) !== null) return { line, publication, dateLine: line };
	}
	return null;
}

/** The date in a line that holds the name of the publication too, and nothing else but a number, a price, a page. */
export function readNamedDate(line: string, publication: string | null): string | null {
	if (publication === null || line.length > 200 || !/\d{4}/.test(line)) return null;
	const at = line.toLowerCase().indexOf(publication.toLowerCase());
	if (at < 0) return null;
	const bare = (text: string) => text.replace(/^[\s|·•.,–—-]+|[\s|·•,–—-]+$/g, '');
	const before = bare(line.slice(0, at));
	const after = bare(line.slice(at + publication.length));
	const isPage = (text: string) =>
		text === '' || /^(?:page |p\. ?)?(?:\d{1,3}|one)\.?$/i.test(text);
	if (isPage(before)) return readPrintedDate(after);
	return isPage(after) ? readPrintedDate(before) : null;
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
