/** What a dialect makes of a seed, before ids, dates and the curator's word are put to it. */
import type {
	Basis,
	Block,
	Dateline,
	Field,
	Lines,
	Note,
	Problem,
	Reason
} from '../archive/article.ts';

/** A seed as lines of text. Line numbers are 1-based everywhere but in the index of `lines`. */
export interface Page {
	file: string;
	lines: readonly string[];
	/** Where furniture was closed up: of each line, from 0, its lines in the file. */
	filed?: readonly Lines[];
}

/** What a line was taken for, where it is no part of a block or note. */
export type Role =
	| 'date'
	| 'header'
	| 'headline'
	| 'kicker'
	| 'deck'
	| 'byline'
	| 'separator'
	/** Running heads, page numbers: printed on the page, no part of any article. */
	| 'furniture'
	/** A row of a table that is an article. */
	| 'record'
	/** Tags, field names, keys: what carries the text in formats made for machines. */
	| 'markup';

/** Lines that a dialect took for something. */
export interface Claim {
	as: Role;
	lines: Lines;
}

/** An article as its dialect found it. */
export interface Draft {
	lines: Lines;
	headline: string | null;
	kicker: string | null;
	deck: string | null;
	/** As printed. */
	byline: string | null;
	/** EDTF and the words, where the seed states it; `basis` where it took more than these words to read them. */
	date: { edtf: string; printed: string; basis?: Basis } | null;
	dateline: Dateline | null;
	boundary: Basis;
	number: number | null;
	blocks: Block[];
	notes: Note[];
	/** Headline, kicker, deck, byline: where they stand. Blocks and notes carry their own lines. */
	claims: Claim[];
	/** Which rule found a field, and where: see `stated`. A field that is left out was not found. */
	why: Why;
	/** What a record says of itself that holds for it alone, where its format has a place for it. */
	own?: OwnWord;
}

/** What one article of a table, feed or page says of itself; null where it does not. */
export interface OwnWord {
	/** The name it goes by where it came from; becomes its id. */
	id: string | null;
	publication: string | null;
	/** BCP 47. */
	language: string | null;
	/** Where its byline is not set as in print: the names in it. */
	authors: string[] | null;
}

/** Reasons of the fields that a dialect or curator knows something of. */
export type Why = Partial<Record<Field, Reason>>;

// Files are set alike: the same rules hold in the same lines of many, and one reason serves them all.
const reasons = new Map<string, Map<number | null, Reason>>();
const mostShared = 20_000;

/** The text says so, in that line. Rules are named by their dialect: `daily/after-headline`. */
export function stated(rule: string, line: number | null): Reason {
	if (line !== null && line > mostShared) return { basis: 'stated', rule, line };
	const known = reasons.get(rule) ?? new Map<number | null, Reason>();
	reasons.set(rule, known);
	const reason = known.get(line) ?? Object.freeze<Reason>({ basis: 'stated', rule, line });
	known.set(line, reason);
	return reason;
}

/** A reader concluded it from what stands in that line. */
export function inferred(rule: string, line: number | null): Reason {
	return { basis: 'inferred', rule, line };
}

/** All of a seed: its articles in order, and what stands around them. */
export interface Reading {
	/** The publication, where the seed names it. */
	publication: string | null;
	drafts: Draft[];
	/** Date lines, headers and separators outside of articles. */
	claims: Claim[];
	problems: Problem[];
	/** What holds for all drafts that do not say otherwise themselves: where publication and date stand. */
	why: Why;
	/** True where articles and their parts may stand in one line, as in markup without line ends. */
	sharesLines?: boolean;
}

/** Which of two numbers in a date is the month: `5/6/1911` is 5 June where the day is first. */
export type DateOrder = 'day-first' | 'month-first';

/** What a curator says of a whole file that its reader must know. */
export interface Given {
	columns?: Columns;
	dateOrder?: { order: DateOrder; line: number } | null;
}

/** Which column of a table means what: `{ headline: 'Titel' }`. Columns that are not named have their usual names. */
export type Columns = Readonly<Partial<Record<string, string>>>;

/**
 * A way in which seeds are written. `recognise` says from 0 (no) to 1 (certainly) how sure it is that a page is
 * in this dialect, by what is in it, never by its name. `read` takes every page without throwing; `starts` are
 * lines at which a curator says that an article begins, `given` what a curator says of the whole file.
 */
export interface Dialect {
	name: string;
	/** The surest that it can be of any page: it is not asked where another is as sure already. */
	surest: number;
	recognise(page: Page, columns?: Columns): number;
	read(page: Page, starts: ReadonlyMap<number, CuratedStart>, given?: Given): Reading;
}

/** What a curator says of an article that begins at a line. */
export interface CuratedStart {
	line: number;
	number: number | null;
	headline: string | null;
}

/** A reading with nothing in it yet. */
export function emptyReading(): Reading {
	return { publication: null, drafts: [], claims: [], problems: [], why: {} };
}

/** A draft with nothing known but its place. */
export function emptyDraft(lines: Lines): Draft {
	return {
		lines,
		headline: null,
		kicker: null,
		deck: null,
		byline: null,
		date: null,
		dateline: null,
		boundary: 'stated',
		number: null,
		blocks: [],
		notes: [],
		claims: [],
		why: {}
	};
}

// Most blocks stand in one line, and most lines near the top of some file: one pair serves them all.
const pairs: Lines[] = [];

/** Lines as a pair that is never changed. */
export function linesFrom(first: number, last: number): Lines {
	if (first !== last || first > mostShared) return [first, last];
	return (pairs[first] ??= Object.freeze<Lines>([first, first]));
}

/** The text of a line, 1-based; empty beyond the page. */
export function lineAt(page: Page, line: number): string {
	return page.lines[line - 1] ?? '';
}

/** The number that a line has in the file, for words that name it. */
export function filedLine(page: Page, line: number): number {
	return page.filed?.[line - 1]?.[0] ?? line;
}

/** True where nothing is printed in the line, or beyond the page. */
export function isBlank(page: Page, line: number): boolean {
	const text = lineAt(page, line);
	// Nearly every line is empty or begins with a letter, and this is asked more often than anything else.
	const first = text.charCodeAt(0);
	if (first > 0x20 && first < 0x80) return false;
	return text === '' || /^[\s\u0085\u200b\u2060\ufeff]*$/.test(text);
}

/** The first line from `from` on in which something is printed; the one after the page where there is none. */
export function nextPrinted(page: Page, from = 1): number {
	let line = from;
	while (line <= page.lines.length && isBlank(page, line)) line += 1;
	return line;
}
