/**
 * The digest: a header that names the publication, numbered items whose headlines stand after the number, a
 * paragraph to a line, asterisks where text was left out. Some items have lost number and headline.
 */
import type { Problem } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { endsSentence, isElision, layoutOf, readBlocks, type Layout } from '../blocks.ts';
import { isStatedByline } from '../byline.ts';
import {
	emptyDraft,
	emptyReading,
	filedLine,
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
import { warning } from '../problem.ts';
import { fillGaps, mannerOf, reportGaps, reportRestarts } from './digest-gaps.ts';
import { headerOf, laterHeaders, type Header } from './digest-head.ts';
import { itemsOf, type Item, type Range } from './digest-items.ts';

const plainLayout: Layout = { paragraphs: 'line', short: 'paragraph', quotations: 'bare' };
/** The items under a header, or without one; Roman numbers count only under one, where no others do. */
function itemsUnder(
	page: Page,
	head: Header | null,
	starts?: ReadonlyMap<number, CuratedStart>
): { items: Item[]; roman: boolean } {
	const range = { from: (head?.line ?? 0) + 1, to: page.lines.length };
	const items = itemsOf(page, range, false, starts);
	if (items.length > 0 || head?.rule !== 'digest/header') return { items, roman: false };
	const roman = itemsOf(page, range, true, starts);
	return roman.length > 1 ? { items: roman, roman: true } : { items, roman: false };
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
		draft.why.number = start.item.by === 'order' ? guessed : known;
		draft.why.boundary = start.item.by === 'order' ? guessed : known;
		if (start.item.by === 'order') draft.boundary = 'inferred';
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

/** One issue of a file: its header, and the lines that are under it. */
interface Issue extends Range {
	head: Header | null;
	/** Not the first. */
	later: boolean;
}

/** The issues of a file, most often one: each begins where a header stands. */
function issuesOf(page: Page, head: Header | null, roman: boolean): Issue[] {
	const heads = head ? [head, ...laterHeaders(page, head, roman)] : [null];
	return heads.map((each, at) => {
		const next = heads[at + 1];
		const to = next ? Math.min(...next.claims.map(({ lines }) => lines[0])) - 1 : page.lines.length;
		return { head: each, from: (each?.line ?? 0) + 1, to, later: at > 0 };
	});
}

/** What all issues of a file share. */
interface Setting {
	layout: Layout;
	roman: boolean;
	starts: ReadonlyMap<number, CuratedStart>;
}

/** Says that no date stands above the items; `later`: of an issue that is not the first of its file. */
function undated(page: Page, first: number, later: boolean): Problem {
	const where = later
		? 'No date stands in the header of this issue, so its items are undated. Write it'
		: 'This file looks like a digest, but no date stands above its items, so they are undated. Put it into the header ("The Gazette - No. 3 - March 1912") or in a line of its own above the first item, or write it';
	const what = later ? `as "date:" of the lines from ${filedLine(page, first)} on` : 'as "date:"';
	const message = `${where} beside the seed, in ${page.file}.yaml, ${what}.`;
	return warning(page.file, later ? first : null, 'digest/no-date', message);
}

/** The drafts of one issue, and what is wrong with its numbers. */
function readIssue(
	page: Page,
	{ head, from, to, later }: Issue,
	{ layout, roman, starts }: Setting
) {
	const begun = new Map<number, Start>();
	const first = nextPrinted(page, from);
	const printed = itemsOf(page, { from, to }, roman, starts);
	const manner = mannerOf(page, printed, first, layout);
	for (const item of fillGaps(page, printed, first, manner)) {
		begun.set(item.line, {
			line: item.line,
			item: item.by === 'curator' ? null : item,
			curated: null
		});
	}
	const claimed = new Set(head?.claims.map(({ lines }) => lines[0]));
	for (const [line, curated] of starts) {
		const isOwn = (line >= from && line <= to) || claimed.has(line);
		if (isBlank(page, line) || !isOwn) continue;
		begun.set(line, { line, item: begun.get(line)?.item ?? null, curated });
	}
	const opening =
		first <= to && !begun.has(first) && ![...begun.keys()].some((line) => line < from);
	if (opening) begun.set(first, { line: first, item: null, curated: null });
	const ordered = [...begun.values()].sort((a, b) => a.line - b.line);
	const drafts = ordered.map((start, at) => {
		const draft = draftOf(page, start, (ordered[at + 1]?.line ?? to + 1) - 1, layout);
		draft.date = head?.date ?? null;
		if (head?.date) draft.why.date = stated(head.rule, head.dated);
		// Text before the first number that is left is the first item, without its headline.
		if (at === 0 && opening && ordered[1] && (ordered[1].item?.number ?? 2) > 1) {
			draft.number = 1;
			draft.why.number = inferred('digest/before-first-number', start.line);
		}
		return draft;
	});
	const problems = reportGaps(page, drafts, manner);
	problems.push(...reportRestarts(page, { from, to }, printed, manner, roman));
	if (head?.date || !drafts[0]) return { drafts, problems };
	return { drafts, problems: [...problems, undated(page, first, later)] };
}

/** A header in which a curator lets an article begin is part of that article. */
function claimsOf({ claims }: Header, starts: ReadonlyMap<number, CuratedStart>): Claim[] {
	const given = claims.map(({ lines }) => lines[0]).filter((line) => starts.has(line));
	return claims.filter(({ lines }) => lines[0] < Math.min(...given));
}

function read(page: Page, starts: ReadonlyMap<number, CuratedStart>): Reading {
	const head = headerOf(page);
	const reading = emptyReading();
	if (head && head.publication !== null) {
		reading.publication = head.publication;
		reading.why.publication = stated(head.rule, head.named);
	}
	const layout = layoutOf(page, plainLayout);
	const roman = head?.rule === 'digest/header' && itemsUnder(page, head, starts).roman;
	for (const issue of issuesOf(page, head, roman)) {
		const { drafts, problems } = readIssue(page, issue, { layout, roman, starts });
		reading.drafts.push(...drafts);
		reading.problems.push(...problems);
		if (issue.head) reading.claims.push(...claimsOf(issue.head, starts));
	}
	return reading;
}

function recognise(page: Page): number {
	const head = headerOf(page);
	const headed = head?.rule === 'digest/header';
	const items = itemsUnder(page, headed ? head : null).items.length;
	if (items < 2) return headed && items > 0 ? 0.6 : 0;
	const elided = page.lines.some((line) => isElision(line));
	return 0.6 + (headed ? 0.25 : 0) + (elided ? 0.1 : 0);
}

/** The reader of digests. */
export const digest: Dialect = withoutFurniture(
	{ name: 'digest', surest: 0.95, recognise, read },
	plainLayout
);
