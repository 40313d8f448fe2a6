/**
 * The magazine: an issue date, then articles with kickers, headlines broken over several lines and decks; a
 * paragraph to a line; `■` at the end of each article; numbered notes after the articles that cite them.
 */
import type { Block, Dateline, Note } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { isCapitals, layoutOf, readBlocks, type Layout } from '../blocks.ts';
import { isDay, readDatelineDay, readPrintedDate } from '../dates.ts';
import {
	emptyDraft,
	isBlank,
	lineAt,
	nextPrinted,
	stated,
	type Claim,
	type CuratedStart,
	type Dialect,
	type Draft,
	type Page,
	type Reading,
	type Why
} from '../draft.ts';
import { withoutFurniture } from '../furniture.ts';
import { readNotes, takeMarks } from '../notes.ts';
import {
	findMasthead,
	findNamedDate,
	headerAbove,
	mostHeaderLines,
	openReading,
	readNamedDate
} from '../masthead.ts';
import { warning } from '../problem.ts';
import { readDateline, readHead } from './magazine-head.ts';
import { hasEndMark, notesFrom, stretchesOf, type Stretch } from './magazine-stretches.ts';

const plainLayout: Layout = { paragraphs: 'line', short: 'heading', quotations: 'marked' };
/** Ends an article, alone in a line or after its last word. */
const endMark = /\s*[■□▪◼∎◆♦]\s*$/;
function findDateline(block: Block | undefined, issue: string | null): Dateline | null {
	if (block?.kind !== 'paragraph') return null;
	const printed = readDateline(block.text);
	if (printed === null) return null;
	return { printed, edtf: readDatelineDay(printed, issue) };
}

const rules = {
	headline: 'magazine/title-lines',
	kicker: 'magazine/over-title',
	deck: 'magazine/under-title',
	byline: 'magazine/by-line'
} as const;

function whyOf(claims: readonly Claim[]): Why {
	const why: Why = {};
	for (const { as, lines } of claims) {
		if (as in rules) {
			const role = as as keyof typeof rules;
			why[role] = stated(rules[role], lines[0]);
		}
	}
	return why;
}

function draftOf(
	page: Page,
	stretch: Stretch,
	date: Draft['date'],
	layout: Layout,
	begins: string
): Draft {
	const draft = emptyDraft(stretch.lines);
	if (stretch.curated) draft.boundary = 'curated';
	draft.date = date;
	const head = readHead(page, stretch.lines, layout.width ?? null);
	draft.headline = head.headline;
	draft.kicker = head.kicker;
	draft.deck = head.deck;
	draft.byline = head.byline;
	draft.claims = head.claims;
	draft.why = whyOf(head.claims);
	draft.why.boundary = stated(begins, stretch.lines[0]);
	const captions = head.captions.flatMap(([from, to]) => readBlocks(page, from, to, layout));
	const body = readBlocks(page, head.body, stretch.lines[1], layout);
	const opening = body.find((block) => block.kind === 'paragraph');
	draft.dateline = findDateline(opening, date?.edtf ?? null);
	if (draft.dateline && opening) {
		draft.why.dateline = stated('magazine/opening-words', opening.lines[0]);
	}
	const last = body.at(-1);
	if (last) {
		last.text = last.text.replace(endMark, '');
		// What ends an article heads nothing.
		if (last.kind === 'heading') last.kind = 'paragraph';
	}
	if (last?.text === '') draft.claims.push({ as: 'separator', lines: last.lines });
	draft.blocks = [...captions, ...body].filter((block) => block.text !== '');
	return draft;
}

/**
 * Gives each note to the article of `drafts` that calls it. What nobody calls goes with the note before it, or to
 * the `last` article, and is reported.
 */
function giveNotes(
	page: Page,
	drafts: readonly Draft[],
	last: Draft | undefined,
	notes: readonly Note[]
): Reading['problems'] {
	const blocks = drafts.flatMap((draft) => draft.blocks);
	const owners = drafts.flatMap((draft) => draft.blocks.map(() => draft));
	const called = takeMarks(
		blocks,
		notes.map((note) => note.number)
	);
	const problems: Reading['problems'] = [];
	let owner = drafts[0] ?? last;
	for (const note of notes) {
		const block = called.get(note.number);
		if (block === undefined) {
			const message = `Note ${note.number} is called nowhere in the articles before it; it was put with the notes around it. Look for its mark in the text.`;
			problems.push(warning(page.file, note.lines[0], 'magazine/note-uncalled', message));
		} else owner = owners[block];
		owner?.notes.push(note);
	}
	return problems;
}

/**
 * The line of the issue's date where more stands above it than its name, or the name beside it; null elsewhere. Claims
 * what stands above.
 */
function openTop(page: Page, reading: Reading): number | null {
	const named = findNamedDate(page);
	let line = named?.line ?? nextPrinted(page);
	for (let count = 0; !named && count < mostHeaderLines; count += 1) {
		if (readPrintedDate(lineAt(page, line)) !== null) break;
		line = nextPrinted(page, line + 1);
	}
	const above = named ? [] : headerAbove(page, line);
	if (!above || (!named && readPrintedDate(lineAt(page, line)) === null)) return null;
	for (const each of above) reading.claims.push({ as: 'header', lines: [each, each] });
	const name = above[0] === undefined ? '' : tidy(lineAt(page, above[0]));
	const publication = named?.publication ?? (isCapitals(name) ? name.replace(/\.$/, '') : null);
	if (publication !== null) {
		reading.publication = publication;
		reading.why.publication = stated('magazine/header', named?.line ?? above[0] ?? line);
	}
	return line;
}

function read(page: Page, starts: ReadonlyMap<number, CuratedStart>): Reading {
	const { reading, masthead } = openReading(page, 'magazine');
	const top = masthead ? null : openTop(page, reading);
	let from =
		top ?? masthead?.dateLine ?? Math.min(nextPrinted(page), Math.max(1, page.lines.length));
	const printed = tidy(lineAt(page, from));
	const edtf =
		readPrintedDate(lineAt(page, from)) ?? readNamedDate(lineAt(page, from), reading.publication);
	const date = edtf === null ? null : { edtf, printed };
	if (date) {
		reading.claims.push({ as: 'date', lines: [from, from] });
		reading.why.date = stated('magazine/issue-date', from);
		from += 1;
	} else {
		const message =
			'No issue date was found at the top of the file, so these articles are undated. Put the date of the issue alone in a line there ("May 2025"), or write it beside the seed as "date:".';
		reading.problems.push(warning(page.file, from, 'magazine/no-date', message));
	}
	const layout = layoutOf(page, plainLayout);
	let waiting: Draft[] = [];
	for (const stretch of stretchesOf(page, from, starts)) {
		if (stretch.kind === 'notes-heading') {
			reading.claims.push({ as: 'header', lines: stretch.lines });
		} else if (stretch.kind === 'notes') {
			const notes = readNotes(page, stretch.lines[0], stretch.lines[1]);
			const last = reading.drafts.at(-1);
			for (const problem of giveNotes(page, waiting, last, notes)) reading.problems.push(problem);
			waiting = [];
		} else {
			const isFirst = reading.drafts.length === 0;
			const begins = isFirst ? 'magazine/first-line' : 'magazine/after-end-mark';
			const draft = draftOf(page, stretch, date, layout, begins);
			reading.drafts.push(draft);
			waiting.push(draft);
		}
	}
	return reading;
}

/** True for a page of one day that is no daily: without its gaps, and all of its notes are called. */
function isEssay(page: Page, from: number, opens: number): boolean {
	const isGap = (line: number) => isBlank(page, line) && isBlank(page, line + 1);
	for (let line = from; line < opens; line += 1) if (isGap(line)) return false;
	const notes = readNotes(page, opens, page.lines.length);
	const blocks = readBlocks(page, from + 1, opens - 1, plainLayout);
	const numbers = notes.map(({ number }) => number);
	return notes.length > 1 && takeMarks(blocks, numbers).size === notes.length;
}

function recognise(page: Page): number {
	const marks = page.lines.filter(hasEndMark).length;
	if (marks > 0) return 0.97;
	const first = findMasthead(page)?.dateLine ?? nextPrinted(page);
	const edtf = readPrintedDate(lineAt(page, first));
	if (edtf === null) return 0;
	const notes = notesFrom(page, first, page.lines.length);
	if (isDay(edtf)) return notes !== null && isEssay(page, first, notes) ? 0.92 : 0;
	return notes === null ? 0.5 : 0.75;
}

/** The reader of magazines. */
export const magazine: Dialect = withoutFurniture(
	{ name: 'magazine', surest: 0.97, recognise, read },
	plainLayout
);
