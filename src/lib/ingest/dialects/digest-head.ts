/** What stands above the items of a digest: the publication, the date, an issue number; and where it stands again. */
import { tidy } from '../../archive/text.ts';
import { endsSentence, isCapitals } from '../blocks.ts';
import { readPrintedDate } from '../dates.ts';
import { isBlank, lineAt, nextPrinted, type Claim, type Draft, type Page } from '../draft.ts';
import { findMasthead, headerAbove, isHeaderLine } from '../masthead.ts';
import { candidateAt, longestHeadline } from './digest-items.ts';

/** The header of a digest, or of one issue of several in a file. */
export interface Header {
	/** The last line of the header. */
	line: number;
	/** Where the publication is named. */
	named: number;
	publication: string | null;
	date: Draft['date'];
	/** Where the date stands. */
	dated: number;
	claims: Claim[];
	rule: 'digest/header' | 'digest/date-line' | 'digest/issue-line' | 'digest/above-items';
}

const header =
	/^(?:today[’']s |the )?(?:latest |top )?(?:headlines|news|articles|stories)\s+(?:at|from|in|on)\s+(?:the )?(\S.*?)\s*:$/i;
const today = /,? (?:today|this (?:morning|week|month))$/i;
/** Between the parts of an issue line: `The Lantern - No. 3 - March 1912`, `The Lantern, No. 3, March 1912`. */
const parting = /\s+[-–—|·]\s+|,\s+|\s+(?=\()/g;
const issueNumber =
	/(?:^|[\s(])(?:no|nr|number|issue|vol|volume|num|núm|nº|n°|heft|ausgabe)\.?\s*\d+/i;
const longestIssueLine = 120;
/** So many lines may stand right under an issue line that are part of its header. */
const mostUnder = 4;
/** So many printed lines may stand between a header and its item 1. */
const mostAboveItems = 8;

/** A header of another form: the name and a date in lines of their own, or a date alone. */
function dateHeaderOf(page: Page, line: number): Header | null {
	const masthead = line === nextPrinted(page) ? findMasthead(page) : null;
	const at = masthead?.dateLine ?? line;
	const printed = tidy(lineAt(page, at));
	const edtf = readPrintedDate(lineAt(page, at));
	if (edtf === null) return null;
	const claims: Claim[] = [{ as: 'date', lines: [at, at] }];
	if (masthead) claims.push({ as: 'header', lines: [masthead.line, masthead.line] });
	return {
		line: at,
		named: masthead?.line ?? at,
		publication: masthead?.publication ?? null,
		date: { edtf, printed },
		dated: at,
		claims,
		rule: 'digest/date-line'
	};
}

/** `Headlines from the Gazette, 3 March 2021:`. */
function headlinesHeaderOf(page: Page, line: number): Header | null {
	const text = tidy(lineAt(page, line));
	// The colon may be missing where the first item follows.
	const closed = text.endsWith(':') || !candidateAt(page, nextPrinted(page, line + 1), false);
	const named =
		text.length > longestHeadline ? undefined : header.exec(closed ? text : `${text}:`)?.[1];
	if (named === undefined) return null;
	const claims: Claim[] = [{ as: 'header', lines: [line, line] }];
	const found = { line, named: line, dated: line, claims, rule: 'digest/header' } as const;
	// "the Gazette, Friday, 3 March 2021": the date is the longest tail that reads as one.
	for (const { index, 0: gap } of named.matchAll(/, (?:for )?| for /g)) {
		const printed = named.slice(index + gap.length);
		const edtf = readPrintedDate(printed);
		const publication = named.slice(0, index).replace(today, '');
		if (edtf !== null) return { ...found, publication, date: { edtf, printed } };
	}
	return { ...found, publication: named.replace(today, ''), date: null };
}

/** The name and date in a line `The Lantern - Newsletter No. 3 - March 1912`; null for one without number and date. */
function readIssueLine(line: string): { publication: string; date: Draft['date'] } | null {
	const text = tidy(line).replace(/[.)]$/, '');
	if (text.length > longestIssueLine || endsSentence(text)) return null;
	const gaps = [...text.matchAll(parting)];
	const tails = gaps.map(({ index, 0: gap }) => text.slice(index + gap.length).replace(/^\(/, ''));
	const printed = tails.find((tail) => readPrintedDate(tail) !== null) ?? '';
	const edtf = readPrintedDate(printed);
	const date = edtf === null ? null : { edtf, printed };
	const number = issueNumber.exec(text);
	// A number in the middle of a line may number anything.
	if (!date && (!number || number.index + number[0].length < text.length)) return null;
	const ends = [number?.index ?? text.length, gaps[0]?.index ?? text.length];
	const publication = text.slice(0, Math.min(...ends)).trim();
	return /\p{L}{2}/u.test(publication) && /^["“‘]?[\p{Lu}\p{Lo}]/u.test(publication)
		? { publication, date }
		: null;
}

/** A header that opens with an issue line; what stands right under it, up to a blank line, is part of it. */
function issueHeaderOf(page: Page, line: number): Header | null {
	if (candidateAt(page, line, false)) return null;
	const issue = readIssueLine(lineAt(page, line));
	if (!issue) return null;
	const claims: Claim[] = [{ as: 'header', lines: [line, line] }];
	const found: Header = {
		...{ line, named: line, dated: line, claims, rule: 'digest/issue-line' },
		...issue
	};
	for (let under = line + 1; under <= line + mostUnder; under += 1) {
		// A date may stand apart.
		const at = isBlank(page, under) && !found.date ? nextPrinted(page, under) : under;
		const printed = tidy(lineAt(page, at));
		const edtf: string | null = found.date ? null : readPrintedDate(lineAt(page, at));
		if (edtf === null) {
			if (at !== under || isBlank(page, at) || candidateAt(page, at, true)) break;
			if (candidateAt(page, at, false) || !isHeaderLine(printed, page)) break;
		} else [found.date, found.dated] = [{ edtf, printed }, at];
		claims.push({ as: edtf === null ? 'header' : 'date', lines: [at, at] });
		found.line = under = at;
	}
	return found;
}

/** The line of item 1, where it is the first item and stands not far under a line; null otherwise. */
function firstItemUnder(page: Page, line: number, roman: boolean): number | null {
	let next = line;
	for (let count = 0; count < mostAboveItems; count += 1) {
		next = nextPrinted(page, next + 1);
		const item = candidateAt(page, next, roman);
		if (item) return item.number === 1 ? next : null;
	}
	return null;
}

/** A few lines about the paper above item 1, as they may stand above the first date of a daily. */
function aboveItems(page: Page): Header | null {
	const first = firstItemUnder(page, 0, false);
	const lines = first === null ? null : headerAbove(page, first);
	const last = lines?.at(-1);
	if (!lines || last === undefined) return null;
	const found: Header = {
		...{ line: last, named: last, dated: last, publication: null, date: null, claims: [] },
		rule: 'digest/above-items'
	};
	for (const line of lines) {
		const printed = tidy(lineAt(page, line));
		const whole = readPrintedDate(lineAt(page, line));
		const date = whole === null ? readIssueLine(printed)?.date : { edtf: whole, printed };
		if (date && !found.date) [found.date, found.dated] = [date, line];
		found.claims.push({ as: whole === null ? 'header' : 'date', lines: [line, line] });
	}
	// The only line in capitals, at the top, is the name.
	const [name, ...others] = lines.filter((line) => isCapitals(tidy(lineAt(page, line))));
	if (name === lines[0] && name !== undefined && others.length === 0) {
		found.named = name;
		found.publication = tidy(lineAt(page, name)).replace(/\.$/, '');
	}
	return found;
}

/** The header that begins at a line, by its own form. */
function headerAt(page: Page, line: number): Header | null {
	return headlinesHeaderOf(page, line) ?? dateHeaderOf(page, line) ?? issueHeaderOf(page, line);
}

/** The header of a page. */
export function headerOf(page: Page): Header | null {
	return headerAt(page, nextPrinted(page)) ?? aboveItems(page);
}

const monthOrDay =
	/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|spring|summer|autumn|fall|winter)\p{L}*/gu;

/** A header without what changes from one issue to the next: its numbers, and the names of months and days. */
function formOf(text: string): string {
	if (readPrintedDate(text) !== null) return '#';
	return text
		.toLowerCase()
		.replace(monthOrDay, '#')
		.replace(/[\d#]+(?:st|nd|rd|th)?/g, '#')
		.replace(/[^\p{L}#]+/gu, ' ')
		.replace(/(?:# ?)+/g, '#')
		.trim();
}

/** Adds to a later header the lines above it that read as those of the first one do: name and motto of the paper. */
function claimAbove(page: Page, header: Header, own: Header, after: number): void {
	const forms = new Set(own.claims.map(({ lines }) => formOf(lineAt(page, lines[0]))));
	const claimed = new Set(header.claims.map(({ lines }) => lines[0]));
	let line = Math.min(...claimed) - 1;
	for (let count = 0; count < own.claims.length && line > after; line -= 1) {
		if (isBlank(page, line)) continue;
		if (!forms.has(formOf(lineAt(page, line)))) return;
		header.claims.push({ as: 'header', lines: [line, line] });
		count += 1;
	}
}

/** By so many characters a header may be longer in one issue than in another: months and weekdays are. */
const freeLength = 24;

/** True for a header that by itself says that it is of another issue; a date alone may stand anywhere. */
function saysIssue({ rule, date }: Header, own: Header): boolean {
	return rule !== 'digest/date-line' && date !== null && date.edtf !== own.date?.edtf;
}

/**
 * The headers of further issues in the file: they read as its own does but for number and date, and item 1 follows, or
 * they name another date.
 */
export function laterHeaders(page: Page, own: Header, roman: boolean): Header[] {
	const found: Header[] = [];
	const printed = [own.named, own.line, own.dated].map((line) => lineAt(page, line));
	const forms = new Set(printed.map(formOf));
	const lengths = printed.map((line) => line.length);
	const [shortest, longest] = [
		Math.min(...lengths) - freeLength,
		Math.max(...lengths) + freeLength
	];
	for (let line = own.line + 1; line <= page.lines.length; line += 1) {
		const raw = lineAt(page, line);
		if (
			raw.length < shortest ||
			raw.length > longest ||
			isBlank(page, line) ||
			!forms.has(formOf(raw))
		)
			continue;
		const header = headerAt(page, line);
		if (!header || !(saysIssue(header, own) || firstItemUnder(page, line, roman))) continue;
		claimAbove(page, header, own, (found.at(-1) ?? own).line);
		found.push(header);
		line = header.line;
	}
	return found;
}
