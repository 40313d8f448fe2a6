/**
 * The daily: a date alone in a line, then articles as headline, byline and body, parted by blank lines, two of
 * them before each body. Days follow each other in one file, most often the newest first.
 */
import type { Reason } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import {
	endsSentence,
	hasCredit,
	isCapitals,
	isElision,
	readBlocks,
	type Layout
} from '../blocks.ts';
import { isNameLike, isStatedByline } from '../byline.ts';
import { isAmbiguousDate, isDay, readPrintedDate, readYearlessDate } from '../dates.ts';
import {
	emptyDraft,
	lineAt,
	stated,
	type Claim,
	type CuratedStart,
	type Dialect,
	type Draft,
	type Page,
	type Reading
} from '../draft.ts';
import { withoutFurniture } from '../furniture.ts';
import { chunksOf, isWholeDate, type Chunk, type Chunks } from './daily-chunks.ts';
import { openReading } from '../masthead.ts';
import { warning } from '../problem.ts';

const layout: Layout = { paragraphs: 'wrapped', short: 'caption', quotations: 'marked' };
const longestHeadline = 220;

/** Where an article begins: its first chunk, and which lines are its headline and byline. */
interface Head {
	headline: number | null;
	byline: number | null;
	/** The line at which its body may begin. */
	body: number;
	/** What told the headline. */
	rule: string;
}

/** A date, or a day that would be one if its year were known: never a headline. */
function isDateLike(text: string): boolean {
	return isWholeDate(text) || readYearlessDate(text, '2000') !== null;
}

function isHeadlineLike(text: string): boolean {
	if (text === '' || text.length > longestHeadline || isElision(text) || hasCredit(text))
		return false;
	if (isCapitals(text)) return true;
	const abbreviation = /\b(?:\p{Lu}\.){2,}$/u.test(text);
	return abbreviation || /[!?]["”’')]*$/.test(text) || !endsSentence(text);
}

/** True for a line that credits somebody; `marked`: its place says so, and it need not say "By". */
function isCredit(page: Page, line: number, marked: boolean): boolean {
	const words = lineAt(page, line);
	if (isDateLike(words)) return false;
	return isStatedByline(words, page) || (marked && isNameLike(words));
}

/** True for a headline alone above its text, neither a byline nor a wider gap between. */
function isUnsigned(head: Head | null, chunk: Chunk): boolean {
	return head !== null && head.byline === null && chunk.gap < 2;
}

/**
 * The head that stands at chunk `at`, or null. A byline that does not say "By" is known by the two blank lines
 * after it; right after a date (`sure`) one is enough, since there an article must begin.
 */
function headAt(page: Page, chunks: Chunks, at: number, sure: string | null): Head | null {
	const chunk = chunks(at);
	if (!chunk) return null;
	const raw = lineAt(page, chunk.first);
	if (raw.length > longestHeadline) return null;
	const text = tidy(raw);
	if (!isHeadlineLike(text) || isDateLike(text)) return null;
	const [next, after] = [chunks(at + 1), chunks(at + 2)];
	const size = chunk.last - chunk.first + 1;
	const isMarked = size === 2 && chunk.gap >= 2;
	if (size >= 2 && next && isCredit(page, chunk.first + 1, isMarked || sure !== null)) {
		return {
			headline: chunk.first,
			byline: chunk.first + 1,
			body: chunk.first + 2,
			rule: 'daily/before-byline'
		};
	}
	if (size > 1) return null;
	if (
		next &&
		after &&
		next.first === next.last &&
		isCredit(page, next.first, next.gap >= 2 || sure !== null)
	) {
		return {
			headline: chunk.first,
			byline: next.first,
			body: next.last + 1,
			rule: 'daily/before-byline'
		};
	}
	// Unsigned: the two blank lines stand after the headline itself.
	if (next && (chunk.gap >= 2 || sure !== null) && !isDateLike(lineAt(page, next.first))) {
		const rule = chunk.gap >= 2 || !sure ? 'daily/before-gap' : sure;
		return { headline: chunk.first, byline: null, body: chunk.last + 1, rule };
	}
	return null;
}

function draftOf(page: Page, first: number, last: number, head: Head): Draft {
	const draft = emptyDraft([first, last]);
	if (head.headline !== null) {
		draft.headline = tidy(lineAt(page, head.headline));
		draft.claims.push({ as: 'headline', lines: [head.headline, head.headline] });
		draft.why.headline = stated(head.rule, head.headline);
	}
	if (head.byline !== null) {
		draft.byline = tidy(lineAt(page, head.byline));
		draft.claims.push({ as: 'byline', lines: [head.byline, head.byline] });
		draft.why.byline = stated('daily/after-headline', head.byline);
	}
	draft.why.boundary = stated(head.rule, first);
	draft.blocks = readBlocks(page, head.body, last, layout);
	return draft;
}

function read(page: Page, starts: ReadonlyMap<number, CuratedStart>): Reading {
	const { reading, masthead } = openReading(page, 'daily');
	const chunks = chunksOf(page, masthead?.line);
	let date: Draft['date'] = null;
	let whyDate: Reason | null = null;
	let open: { first: number; head: Head; curated: boolean } | null = null;
	let afterDate = false;
	const close = (last: number) => {
		if (!open) return;
		const draft = draftOf(page, open.first, last, open.head);
		if (open.curated) draft.boundary = 'curated';
		draft.date = date;
		if (whyDate) draft.why.date = whyDate;
		reading.drafts.push(draft);
		open = null;
	};
	let inCapitals = false;
	let before = 0;
	for (let at = 0, chunk = chunks(at); chunk; before = chunk.last, at += 1, chunk = chunks(at)) {
		const raw = lineAt(page, chunk.first);
		const printed = raw.length > longestHeadline ? raw : tidy(raw);
		const full = readPrintedDate(printed);
		// A day without a year takes it from the issue, or from the day above it.
		const near: string | null = (date as Draft['date'])?.edtf ?? null;
		const edtf: string | null = full ?? (near === null ? null : readYearlessDate(printed, near));
		// In the middle of a text such numbers may be anything; above an article they are its date.
		const ambiguous =
			edtf === null &&
			isAmbiguousDate(printed) &&
			chunk.last === chunk.first &&
			headAt(page, chunks, at + 1, null) !== null;
		if (ambiguous) {
			const message = `The date "${printed}" can be read in two ways, so the articles under it are undated. Write their date beside the seed, in ${page.file}.yaml, as "date: YYYY-MM-DD" of the lines in question.`;
			reading.problems.push(warning(page.file, chunk.first, 'daily/ambiguous-date', message));
		}
		if (edtf !== null || ambiguous) {
			close(before);
			date = edtf === null ? null : { edtf, printed };
			whyDate = edtf === null ? null : stated('daily/date-line', chunk.first);
			reading.claims.push({ as: 'date', lines: [chunk.first, chunk.first] } satisfies Claim);
			afterDate = true;
			if (chunk.last === chunk.first) continue;
			chunk.first += 1;
		}
		// Lines of the head itself are passed over: a byline is no headline of the body under it.
		if (open && chunk.first < (open as { head: Head }).head.body) continue;
		const curated = starts.has(chunk.first);
		const isTitle = inCapitals && chunk.first === chunk.last && isCapitals(printed);
		const sure = afterDate ? 'daily/after-date' : isTitle ? 'daily/in-capitals' : null;
		const own = headAt(page, chunks, at, sure);
		const head = own ?? (curated ? headAt(page, chunks, at, 'daily/at-given-line') : null);
		// As the first headline of a day is set, so are all of it.
		if (afterDate) inCapitals = isUnsigned(head, chunk) && isCapitals(printed);
		if (head || afterDate || curated || !open) {
			close(before);
			const rule = afterDate ? 'daily/after-date' : 'daily/first-line';
			const headless: Head = { headline: null, byline: null, body: chunk.first, rule };
			open = { first: chunk.first, head: head ?? headless, curated: curated && !own };
			if (!head && !curated) {
				const message = `No headline was found where an article begins. Write it beside the seed, in ${page.file}.yaml: "articles: [{ line: ${chunk.first}, headline: ... }]".`;
				reading.problems.push(warning(page.file, chunk.first, 'daily/no-headline', message));
			}
		}
		afterDate = false;
	}
	close(before);
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
	return dates >= 1 && chunks(2) ? 0.6 : 0;
}

/** The reader of dailies. */
export const daily: Dialect = withoutFurniture(
	{ name: 'daily', surest: 0.9, recognise, read },
	layout
);
