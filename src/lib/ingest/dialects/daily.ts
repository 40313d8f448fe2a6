/**
 * The daily: a date alone in a line, then articles as headline, byline and body, parted by blank lines, two of
 * them before each body. Days follow each other in one file, most often the newest first.
 */
import type { Block, Problem, Reason } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { hasCredit, isCapitals, readBlocks, type Layout } from '../blocks.ts';
import {
	isAmbiguousDate,
	isDay,
	readOrderedDate,
	readPrintedDate,
	readYearlessDate
} from '../dates.ts';
import {
	emptyDraft,
	emptyReading,
	filedLine,
	lineAt,
	stated,
	type Claim,
	type CuratedStart,
	type Dialect,
	type Draft,
	type Given,
	type Page,
	type Reading
} from '../draft.ts';
import { withoutFurniture } from '../furniture.ts';
import { chunksOf } from './daily-chunks.ts';
import {
	headAt,
	inCapitals,
	isStack,
	isSubheading,
	longestHeadline,
	openHeader,
	settingOf,
	stackAt,
	type Head,
	type Setting
} from './daily-head.ts';
import { awaitsName } from '../letters.ts';
import { findNamedDate, openReading, readNamedDate } from '../masthead.ts';
import { howToSettle, warning } from '../problem.ts';

const layout: Layout = { paragraphs: 'wrapped', short: 'caption', quotations: 'marked' };

/** Short lines at the very end, without a credit: a signature or a remark. A picture's caption has its text after it. */
function settleEnd(blocks: Block[]): Block[] {
	for (const block of blocks.toReversed()) {
		if (block.kind !== 'caption' || hasCredit(block.text)) break;
		block.kind = 'paragraph';
	}
	return blocks;
}

/** Makes headings of captions without a credit that are set as headings are, in a day whose headlines are alone. */
function headCaptions(blocks: readonly Block[]): void {
	for (const block of blocks) {
		if (block.kind !== 'caption' || hasCredit(block.text)) continue;
		if (isSubheading(block.text) || isCapitals(block.text)) block.kind = 'heading';
	}
}

function draftOf(page: Page, first: number, last: number, head: Head, setting: Setting): Draft {
	const draft = emptyDraft([first, last]);
	if (head.headline !== null) {
		const [from, to] = [head.headline, head.lastHeadline ?? head.headline];
		draft.headline = tidy(page.lines.slice(from - 1, to).join(' '));
		draft.claims.push({ as: 'headline', lines: [from, to] });
		draft.why.headline = stated(head.rule, from);
	}
	if (head.deck) {
		draft.deck = tidy(page.lines.slice(head.deck[0] - 1, head.deck[1]).join(' '));
		draft.claims.push({ as: 'deck', lines: head.deck });
		draft.why.deck = stated('daily/under-headline', head.deck[0]);
	}
	if (head.byline !== null) {
		draft.byline = tidy(lineAt(page, head.byline));
		draft.claims.push({ as: 'byline', lines: [head.byline, head.byline] });
		draft.why.byline = stated('daily/after-headline', head.byline);
	}
	draft.why.boundary = stated(head.rule, first);
	draft.blocks = settleEnd(readBlocks(page, head.body, last, layout));
	if (setting === 'alone') headCaptions(draft.blocks);
	return draft;
}

function isNameAlone(text: string, publication: string): boolean {
	return text.replace(/\.$/, '').toLowerCase() === publication.toLowerCase();
}

/** Says that a headline has nothing under it. */
function textless(page: Page, line: number): Problem {
	const message = `This was taken for a headline, but no text stands under it: perhaps it signs what stands above, or heads a section. Join it to the article before or after it, beside the seed, in ${page.file}.yaml: "articles: [{ lines: M-N, merge: true }]", where M and N are the first lines of the two.`;
	return warning(page.file, line, 'daily/no-text', message);
}

/** True where a letter takes leave in that line, so that the next is the name of its writer. */
function isSigned(page: Page, line: number): boolean {
	const text = lineAt(page, line);
	return text.length <= longestHeadline && awaitsName(tidy(text));
}

function read(page: Page, starts: ReadonlyMap<number, CuratedStart>, given: Given = {}): Reading {
	const named = findNamedDate(page);
	const { reading, masthead } = named
		? { reading: emptyReading(), masthead: null }
		: openReading(page, 'daily');
	if (named) {
		reading.publication = named.publication;
		reading.why.publication = stated('daily/named-date', named.line);
	}
	const chunks = chunksOf(page, masthead?.line, named?.publication);
	const text = masthead || named ? 1 : openHeader(page, chunks, starts, reading);
	let date: Draft['date'] = null;
	let whyDate: Reason | null = null;
	let open: { first: number; head: Head; curated: boolean; setting: Setting } | null = null;
	let afterDate = false;
	const close = (last: number) => {
		if (!open) return;
		const draft = draftOf(page, open.first, last, open.head, open.setting);
		if (open.curated) draft.boundary = 'curated';
		draft.date = date;
		if (whyDate) draft.why.date = whyDate;
		reading.drafts.push(draft);
		if (draft.headline !== null && draft.blocks.length === 0)
			reading.problems.push(textless(page, draft.lines[0]));
		open = null;
	};
	let setting: Setting = 'other';
	/** Lines that may be headlines; `ofCapitals`: if any day of the file sets them in capitals. */
	const doubts = { sure: [] as number[], ofCapitals: [] as number[] };
	let isCapitalPaper = false;
	let before = 0;
	for (let at = 0, chunk = chunks(at); chunk; before = chunk.last, at += 1, chunk = chunks(at)) {
		if (chunk.first < text) continue;
		const raw = lineAt(page, chunk.first);
		const printed = raw.length > longestHeadline ? raw : tidy(raw);
		const full = readPrintedDate(raw) ?? readNamedDate(raw, reading.publication);
		// A day without a year takes it from the issue, or from the day above it.
		const near: string | null = (date as Draft['date'])?.edtf ?? null;
		const ordered: string | null = given.dateOrder
			? readOrderedDate(printed, given.dateOrder.order)
			: null;
		const edtf: string | null =
			full ?? ordered ?? (near === null ? null : readYearlessDate(printed, near));
		// In the middle of a text such numbers may be anything; above an article they are its date.
		const ambiguous =
			edtf === null &&
			isAmbiguousDate(printed) &&
			chunk.last === chunk.first &&
			headAt(page, chunks, at + 1, null) !== null;
		if (ambiguous) {
			const message = `The date "${printed}" can be read in two ways, so the articles under it are undated. Say which number is the day beside the seed, in ${page.file}.yaml: "date-order: day-first" (or month-first).`;
			reading.problems.push(warning(page.file, chunk.first, 'daily/ambiguous-date', message));
		}
		if (edtf !== null || ambiguous) {
			close(before);
			date = edtf === null ? null : { edtf, printed };
			whyDate = edtf === null ? null : stated('daily/date-line', chunk.first);
			if (full === null && ordered !== null && given.dateOrder) {
				date = { edtf: ordered, printed, basis: 'curated' };
				whyDate = { basis: 'curated', rule: 'sidecar/date-order', line: given.dateOrder.line };
			}
			reading.claims.push({ as: 'date', lines: [chunk.first, chunk.first] } satisfies Claim);
			afterDate = true;
			if (chunk.last === chunk.first) continue;
			chunk.first += 1;
		}
		// The name of the paper may stand below the first line that has it, or above each date.
		const isName = named !== null && chunk.first === chunk.last && !starts.has(chunk.first);
		if (isName && isNameAlone(printed, named.publication)) {
			reading.claims.push({ as: 'header', lines: [chunk.first, chunk.last] });
			continue;
		}
		// Lines of the head itself are passed over: a byline is no headline of the body under it.
		if (open && chunk.first < (open as { head: Head }).head.body) continue;
		const curated = starts.has(chunk.first);
		const isLine = chunk.first === chunk.last && !isSigned(page, before);
		// What stands after a colon is what was announced.
		const isTold = /:\s*$/.test(lineAt(page, before).slice(-8));
		const isTitle =
			setting === 'alone' && isCapitals(printed) && !isTold && !isSigned(page, before);
		const sure = afterDate ? 'daily/after-date' : isTitle ? inCapitals : null;
		const isStacked = sure !== null || (setting === 'wide' && chunk.gap >= 2);
		const found =
			headAt(page, chunks, at, sure) ?? (isStacked ? stackAt(page, chunks, at, sure) : null);
		// Where headlines stand in capitals right above their text, a wide gap parts articles and tells no headline.
		const isByGap = found?.rule === 'daily/before-gap' && setting === 'alone' && !afterDate;
		const own = isByGap && !isCapitals(printed) && !isSubheading(printed) ? null : found;
		const head = own ?? (curated ? headAt(page, chunks, at, 'daily/at-given-line') : null);
		// As the first headline of a day is set, so are all of it.
		if (afterDate) {
			setting = settingOf(page, chunks, at, head);
			isCapitalPaper ||= setting !== 'other';
		} else if (open && !head && !curated && isLine) {
			const isLikely = setting === 'alone' ? isSubheading(printed) : isCapitals(printed);
			if (isLikely && headAt(page, chunks, at, inCapitals))
				(setting === 'other' ? doubts.ofCapitals : doubts.sure).push(chunk.first);
		} else if (open && !head && !curated && setting !== 'other' && isStack(page, chunk)) {
			if (chunks(at + 1)) doubts.sure.push(chunk.first);
		}
		if (head || afterDate || curated || !open) {
			close(before);
			const rule = afterDate ? 'daily/after-date' : 'daily/first-line';
			const headless: Head = { headline: null, byline: null, body: chunk.first, rule };
			open = { first: chunk.first, head: head ?? headless, curated: curated && !own, setting };
			if (!head && !curated) {
				const message = `No headline was found where an article begins. Write it beside the seed, in ${page.file}.yaml: "articles: [{ line: ${filedLine(page, chunk.first)}, headline: ... }]"; if these lines are no article, "articles: [{ line: ${filedLine(page, chunk.first)}, leave-out: ... }]".`;
				reading.problems.push(warning(page.file, chunk.first, 'daily/no-headline', message));
			}
		}
		afterDate = false;
	}
	close(before);
	const perhaps = [...doubts.sure, ...(isCapitalPaper ? doubts.ofCapitals : [])];
	for (const line of perhaps.sort((a, b) => a - b)) {
		const message = `This line stands alone above text, much as headlines do in this file: perhaps two articles were taken for one. If another begins here, write beside the seed, in ${page.file}.yaml: "articles: [{ line: ${filedLine(page, line)} }]". ${howToSettle(page.file, 'daily/perhaps-article', filedLine(page, line))}`;
		reading.problems.push(warning(page.file, line, 'daily/perhaps-article', message));
	}
	if (reading.drafts[0] && !reading.claims.some(({ as }) => as === 'date')) {
		const message =
			'This file looks like a daily, but no date stands in it, so its articles are undated. Put each date alone in a line ("16 May 2022") above its articles, or write it beside the seed as "date:".';
		reading.problems.push(warning(page.file, null, 'daily/no-date', message));
	}
	return reading;
}

function recognise(page: Page): number {
	const chunks = chunksOf(page);
	let dates = 0;
	let heads = 0;
	for (let at = 0, chunk = chunks(at); chunk; at += 1, chunk = chunks(at)) {
		const edtf = readPrintedDate(lineAt(page, chunk.first));
		if (edtf !== null) dates += isDay(edtf) ? 1 : 0.5;
		else if (headAt(page, chunks, at, null)?.byline) heads += 1;
		if (dates >= 1 && heads > 0) return 0.9;
	}
	if (dates > 0 && heads > 0) return 0.7;
	if (heads > 0) return 0.55;
	if (dates >= 1 && chunks(2)) return 0.6;
	return findNamedDate(page) && chunks(1) ? 0.55 : 0;
}

/** The reader of dailies. */
export const daily: Dialect = withoutFurniture(
	{ name: 'daily', surest: 0.9, recognise, read },
	layout
);
