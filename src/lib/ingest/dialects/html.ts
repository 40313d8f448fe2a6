/**
 * Saved web pages: the main text is found by Readability, as the reading views of browsers find it; headline,
 * byline, day and publication by what the page says of itself. Nothing in a page is run or fetched.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import type { Block, Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { isNameLike, isStatedByline, partCredit } from '../byline.ts';
import { opening } from '../credits.ts';
import { readPrintedDate } from '../dates.ts';
import { isBlank, lineAt, stated, type Dialect, type Page, type Reading } from '../draft.ts';
import { lineFinder, readMarkup, stampLines } from '../markup.ts';
import { warning } from '../problem.ts';
import { draftOfRecord, readStamp, type Fields } from '../record.ts';

/** Beyond these a page is read from end to end: to look for its main text would take too long. */
const longestPage = 4_000_000;
const mostElements = 10_000;
/** How far into a page the signs of HTML are looked for, lines. */
const headLines = 40;
/** Byline and date stand close to the headline, blocks. */
const nearHeadline = 6;

/** Lines of a block that lost them where the page was taken apart. */
const unplaced: Lines = [0, 0];

interface Found {
	blocks: Block[];
	fields: Fields;
}

/** What the page says of the day it was published. */
function dayIn(document: Document): string | null {
	const names =
		'article:published_time|datePublished|date|dc.date|dc.date.issued|dcterms.date|pubdate|publish-date|citation_publication_date'.split(
			'|'
		);
	for (const element of document.querySelectorAll('meta')) {
		const name = element.getAttribute('property') ?? element.getAttribute('name');
		const asked = (name ?? element.getAttribute('itemprop') ?? '').toLowerCase();
		if (names.some((each) => each.toLowerCase() === asked)) {
			const content = element.getAttribute('content') ?? '';
			if (readStamp(content) !== null) return content;
		}
	}
	const time = document.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
	return readStamp(time) === null ? null : time;
}

/** The main text of a page and what it says of itself; null where no main text stands out. */
function findMain(stamped: string): Found | null {
	const { document } = parseHTML(stamped) as unknown as { document: Document };
	const date = dayIn(document);
	const language = document.documentElement?.getAttribute('lang') ?? '';
	const reader = new Readability<Node>(document, {
		maxElemsToParse: mostElements,
		charThreshold: 120,
		serializer: (node) => node
	});
	const main = reader.parse();
	const content = main?.content as Element | null | undefined;
	const blocks = content ? readMarkup(content.innerHTML, () => unplaced) : [];
	if (!main || blocks.length === 0) return null;
	const fields: Fields = {
		headline: main.title ?? '',
		byline: partCredit(main.byline ?? '').credit,
		date: date ?? main.publishedTime ?? '',
		publication: main.siteName ?? '',
		language: main.lang ?? language
	};
	return { blocks, fields };
}

/** The headline as printed on the page, where the page's title holds it (`Headline | Paper`). */
function printedHeadline(all: readonly Block[], title: string): Block | null {
	const wanted = title.toLowerCase();
	let best: Block | null = null;
	for (const block of all) {
		if (block.kind !== 'heading' || block.text.length <= (best?.text.length ?? 3)) continue;
		if (wanted.includes(block.text.toLowerCase())) best = block;
	}
	return best ?? all.find(({ kind, text }) => kind === 'heading' && title === '' && text) ?? null;
}

/** True where there are more tags than a page of text has: counted before anything is built of them. */
function hasTooMany(source: string): boolean {
	let count = 0;
	for (let at = source.indexOf('<'); at >= 0 && count <= mostElements; count += 1) {
		at = source.indexOf('<', at + 1);
	}
	return count > mostElements;
}

function read(page: Page): Reading {
	const source = page.lines.join('\n');
	const lineOf = lineFinder(source);
	const whole = readMarkup(source, (from, to) => [lineOf(from), lineOf(to)]);
	const problems: Reading['problems'] = [];
	let found: Found | null = null;
	if (source.length <= longestPage && !hasTooMany(source)) {
		try {
			found = findMain(stampLines(source));
		} catch {
			// Too many elements, or nested too deep: the page is read from end to end.
		}
	}
	if (!found) {
		const message =
			'No main text stands out in this page, so all of its text was read. Save the article alone, or take out menus and footers.';
		problems.push(warning(page.file, null, 'html/whole-page', message));
		found = { blocks: whole, fields: {} };
	}
	place(found.blocks, whole, page);
	const { fields } = found;
	const first = page.lines.findIndex((_, at) => !isBlank(page, at + 1)) + 1;
	const heading = printedHeadline(whole, tidy(fields.headline ?? ''));
	if (heading) fields.headline = heading.text;
	const draft = draftOfRecord('html', fields, [Math.max(1, first), page.lines.length]);
	draft.claims = [];
	draft.why.boundary = stated('html/page', draft.lines[0]);
	if (heading) {
		draft.claims.push({ as: 'headline', lines: heading.lines });
		draft.why.headline = stated('html/headline', heading.lines[0]);
	}
	draft.blocks = found.blocks.filter((block, at) => {
		if (block.text === draft.headline) return false;
		const near = at < nearHeadline;
		const { credit, day } = partCredit(block.text);
		if (near && (credit === draft.byline || isCredit({ ...block, text: credit }, page))) {
			// What is printed says more than what is meant for machines: what the person is, "By".
			if (draft.byline === null || credit.includes(draft.byline)) draft.byline = credit;
			const edtf = day === null ? null : readPrintedDate(day);
			if (draft.date === null && day !== null && edtf !== null) {
				draft.date = { edtf, printed: day };
				draft.why.date = stated('html/date', block.lines[0]);
			}
			draft.claims.push({ as: 'byline', lines: block.lines });
			draft.why.byline = stated('html/byline', block.lines[0]);
			return false;
		}
		const edtf = near ? readPrintedDate(block.text) : null;
		if (edtf === null) return true;
		draft.date ??= { edtf, printed: block.text };
		draft.claims.push({ as: 'date', lines: block.lines });
		draft.why.date ??= stated('html/date', block.lines[0]);
		return false;
	});
	return {
		publication: null,
		drafts: [draft],
		claims: [{ as: 'markup', lines: [1, page.lines.length] }],
		problems,
		why: {},
		sharesLines: true
	};
}

/** Finds the lines of blocks that have none by their text; the whole page where that fails. */
function place(blocks: readonly Block[], whole: readonly Block[], page: Page): void {
	const byText = new Map(whole.map((block) => [block.text, block.lines]));
	for (const block of blocks) {
		if (block.lines !== unplaced) continue;
		const around = () => whole.find(({ text }) => text.includes(block.text))?.lines;
		block.lines = byText.get(block.text) ?? around() ?? [1, page.lines.length];
	}
}

function isCredit({ kind, text }: Block, page: Page): boolean {
	// Near the headline its place speaks for a credit in any language.
	return (
		kind === 'paragraph' && (isStatedByline(text, page) || opening.test(text)) && isNameLike(text)
	);
}

function recognise(page: Page): number {
	let printed = 0;
	for (let line = 1; line <= page.lines.length && printed < headLines; line += 1) {
		if (isBlank(page, line)) continue;
		const text = lineAt(page, line).slice(0, 2000);
		printed += 1;
		if (/^\s*(?:<!doctype html|<html|<head|<body)\b/i.test(text)) return 0.98;
		// Before the page itself: comments of the browser that saved it, or an XML declaration.
		if (printed === 1 && !text.trimStart().startsWith('<')) return 0;
	}
	const opening = page.lines.slice(0, headLines).join('\n').slice(0, 20_000);
	return /^\s*<(?:article|main|div|section|h1|p)\b/i.test(opening) && /<p\b/i.test(opening)
		? 0.7
		: 0;
}

/** The reader of saved pages. */
export const html: Dialect = { name: 'html', surest: 0.98, recognise, read };
