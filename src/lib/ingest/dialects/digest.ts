/**
 * The digest: a header that names the publication, numbered items whose headlines stand after the number, a
 * paragraph to a line, asterisks where text was left out. Some items have lost number and headline.
 */
import { tidy } from '../../archive/text.ts';
import { endsSentence, isElision, layoutOf, readBlocks, type Layout } from '../blocks.ts';
import { isStatedByline } from '../byline.ts';
import { readPrintedDate } from '../dates.ts';
import {
	emptyDraft,
	isBlank,
	inferred,
	lineAt,
	nextPrinted,
	stated,
	type Claim,
	type CuratedStart,
	type Dialect,
	type Draft,
	type Page,
	type Reading
} from '../draft.ts';
import { withoutFurniture } from '../furniture.ts';
import { findMasthead } from '../masthead.ts';
import { fillGaps, reportGaps, type Item } from './digest-gaps.ts';

const plainLayout: Layout = { paragraphs: 'line', short: 'paragraph', quotations: 'bare' };
const header =
	/^(?:today[’']s |the )?(?:latest |top )?(?:headlines|news|articles|stories)\s+(?:at|from|in|on)\s+(?:the )?(\S.*?)\s*:$/i;
const today = /,? (?:today|this (?:morning|week|month))$/i;
const numbered = /^\s*(?:\((\d{1,3})\)|(?:no\.\s*|#)?(\d{1,3})[.):]|(\d{1,3})\s+[–—-])\s+(\S.*)$/i;
/** `IV. Headline`: only under a header, since sections of an article are numbered so, too. */
const romanNumbered = /^\s*(?:\(([IVXL]{1,7})\)|([IVXL]{1,7})[.)])\s+(\S.*)$/;
/** The number is left, the headline is not. */
const bareNumber = /^\s*(?:\((?=\d+\)))?(\d{1,3})[.)]\s*$/;
const longestHeadline = 200;
/** Items that may be missing in a row before a number is taken for something else (a year, a sum). */
const mostMissing = 5;

function candidateAt(page: Page, line: number, roman: boolean): Item | null {
	const text = roman ? inArabic(lineAt(page, line)) : lineAt(page, line);
	const found = numbered.exec(text);
	if (!found) {
		const bare = bareNumber.exec(text)?.[1];
		if (bare === undefined) return null;
		return { line, number: Number(bare), headline: null, inferred: false };
	}
	const headline = tidy(found[4] ?? '');
	if (headline.length > longestHeadline) return null;
	// A numbered sentence in an article ends with a full stop; a headline may end with an abbreviation.
	if (/[.:;,]["”’')]*$/.test(headline) && !/\b(?:\p{Lu}\.){2,}$/u.test(headline)) return null;
	const number = Number(found[1] ?? found[2] ?? found[3]);
	return { line, number, headline, inferred: false };
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };

/** A line that begins with a Roman number, with that number in figures; any other as it is. */
function inArabic(line: string): string {
	const found = romanNumbered.exec(line);
	const roman = found?.[1] ?? found?.[2];
	if (!found || roman === undefined) return line;
	let number = 0;
	for (const [at, digit] of [...roman].entries()) {
		const value = romanDigits[digit] ?? 0;
		number += value < (romanDigits[roman[at + 1] ?? ''] ?? 0) ? -value : value;
	}
	return `${number}. ${found[3] ?? ''}`;
}

/** The numbered headlines, by their growing numbers; a number out of turn is no item. */
function itemsOf(page: Page, from = 1, roman = false): Item[] {
	const items: Item[] = [];
	for (let line = from; line <= page.lines.length; line += 1) {
		const item = candidateAt(page, line, roman);
		if (!item || item.number < 1) continue;
		const before = items.at(-1)?.number ?? 0;
		// A number alone is an item only in its turn: out of it, it may be anything.
		const most = item.headline === null ? before + 1 : before + 1 + mostMissing;
		if (item.number > before && item.number <= most) items.push(item);
	}
	return items;
}

/** The items under a header, or without one; Roman numbers count only under one, where no others do. */
function itemsUnder(page: Page, head: Header | null): Item[] {
	const from = (head?.line ?? 0) + 1;
	const items = itemsOf(page, from);
	if (items.length > 0 || head?.rule !== 'digest/header') return items;
	const roman = itemsOf(page, from, true);
	return roman.length > 1 ? roman : items;
}

interface Header {
	/** The last line of the header. */
	line: number;
	/** Where the publication is named. */
	named: number;
	publication: string | null;
	date: Draft['date'];
	claims: Claim[];
	rule: string;
}

/** A header of another form: the name and a date in lines of their own, or a date alone. */
function dateHeaderOf(page: Page, line: number): Header | null {
	const masthead = findMasthead(page);
	const at = masthead?.dateLine ?? line;
	const printed = tidy(lineAt(page, at));
	const edtf = readPrintedDate(printed);
	if (edtf === null) return null;
	const claims: Claim[] = [{ as: 'date', lines: [at, at] }];
	if (masthead) claims.push({ as: 'header', lines: [masthead.line, masthead.line] });
	const publication = masthead?.publication ?? null;
	return {
		line: at,
		named: masthead?.line ?? at,
		publication,
		date: { edtf, printed },
		claims,
		rule: 'digest/date-line'
	};
}

function headerOf(page: Page): Header | null {
	const line = nextPrinted(page);
	const text = tidy(lineAt(page, line));
	// The colon may be missing where the first item follows.
	const closed = text.endsWith(':') || !candidateAt(page, nextPrinted(page, line + 1), false);
	const named =
		text.length > longestHeadline ? undefined : header.exec(closed ? text : `${text}:`)?.[1];
	if (named === undefined) return dateHeaderOf(page, line);
	const claims: Claim[] = [{ as: 'header', lines: [line, line] }];
	const rule = 'digest/header';
	// "the Gazette, Friday, 3 March 2021": the date is the longest tail that reads as one.
	for (const { index, 0: gap } of named.matchAll(/, (?:for )?| for /g)) {
		const printed = named.slice(index + gap.length);
		const edtf = readPrintedDate(printed);
		const publication = named.slice(0, index).replace(today, '');
		if (edtf !== null)
			return { line, named: line, publication, date: { edtf, printed }, claims, rule };
	}
	return { line, named: line, publication: named.replace(today, ''), date: null, claims, rule };
}

function lastLine(page: Page, from: number, to: number): number {
	let last = to;
	while (last > from && isBlank(page, last)) last -= 1;
	return last;
}

interface Start {
	line: number;
	item: Item | null;
	curated: CuratedStart | null;
}

function draftOf(page: Page, start: Start, to: number, layout: Layout): Draft {
	const draft = emptyDraft([start.line, lastLine(page, start.line, to)]);
	let body = start.line;
	draft.number = start.item?.number ?? start.curated?.number ?? null;
	if (start.item) {
		draft.headline = start.item.headline;
		body += 1;
		// Where lines were broken at a width, a headline may go on in the next.
		while (layout.paragraphs === 'set' && draft.headline !== null && body <= draft.lines[1]) {
			const line = lineAt(page, body);
			if (!/^\s*\p{Ll}/u.test(line) || endsSentence(line)) break;
			draft.headline = `${draft.headline} ${tidy(line)}`;
			body += 1;
		}
		draft.claims.push({ as: 'headline', lines: [start.line, body - 1] });
		const known = stated(
			start.item.headline === null ? 'digest/number' : 'digest/numbered',
			start.line
		);
		const guessed = inferred('digest/between-numbers', start.line);
		if (start.item.headline !== null) draft.why.headline = known;
		draft.why.number = start.item.inferred ? guessed : known;
		draft.why.boundary = start.item.inferred ? guessed : known;
		if (start.item.inferred) draft.boundary = 'inferred';
		while (body < draft.lines[1] && isBlank(page, body)) body += 1;
		const credit = tidy(lineAt(page, body));
		if (body <= draft.lines[1] && isStatedByline(credit, page) && !endsSentence(credit)) {
			draft.byline = credit;
			draft.claims.push({ as: 'byline', lines: [body, body] });
			draft.why.byline = stated('digest/by-line', body);
			body += 1;
		}
	} else if (start.curated) draft.boundary = 'curated';
	else draft.why.boundary = stated('digest/first-line', start.line);
	draft.blocks = readBlocks(page, body, draft.lines[1], layout);
	return draft;
}

function read(page: Page, curated: ReadonlyMap<number, CuratedStart>): Reading {
	const head = headerOf(page);
	const reading: Reading = {
		publication: head?.publication ?? null,
		drafts: [],
		claims: head?.claims ?? [],
		problems: [],
		why: {}
	};
	if (head && head.publication !== null) reading.why.publication = stated(head.rule, head.named);
	if (head?.date) reading.why.date = stated(head.rule, head.line);
	const layout = layoutOf(page, plainLayout);
	const starts = new Map<number, Start>();
	const first = nextPrinted(page, (head?.line ?? 0) + 1);
	for (const item of fillGaps(page, itemsUnder(page, head), first))
		starts.set(item.line, { line: item.line, item, curated: null });
	for (const [line, start] of curated) {
		if (isBlank(page, line) || line <= (head?.line ?? 0)) continue;
		starts.set(line, { line, item: starts.get(line)?.item ?? null, curated: start });
	}
	const opening = !starts.has(first) && first <= page.lines.length;
	if (opening) starts.set(first, { line: first, item: null, curated: null });
	const ordered = [...starts.values()].sort((a, b) => a.line - b.line);
	for (const [at, start] of ordered.entries()) {
		const to = (ordered[at + 1]?.line ?? page.lines.length + 1) - 1;
		const draft = draftOf(page, start, to, layout);
		draft.date = head?.date ?? null;
		// Text before the first number that is left is the first item, without its headline.
		if (at === 0 && opening && ordered[1] && (ordered[1].item?.number ?? 2) > 1) {
			draft.number = 1;
			draft.why.number = inferred('digest/before-first-number', start.line);
		}
		reading.drafts.push(draft);
	}
	reading.problems = reportGaps(page, reading.drafts);
	return reading;
}

function recognise(page: Page): number {
	const head = headerOf(page);
	const headed = head?.rule === 'digest/header';
	const items = itemsUnder(page, headed ? head : null).length;
	if (items < 2) return headed && items > 0 ? 0.6 : 0;
	const elided = page.lines.some((line) => isElision(line));
	return 0.6 + (headed ? 0.25 : 0) + (elided ? 0.1 : 0);
}

/** The reader of digests. */
export const digest: Dialect = withoutFurniture(
	{ name: 'digest', surest: 0.95, recognise, read },
	plainLayout
);
