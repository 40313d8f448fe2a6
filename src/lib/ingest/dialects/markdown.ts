/**
 * Markdown, or plain text, with front matter in YAML or TOML: an article to a file, or one under each first-level heading.
 * Without front matter a file is Markdown only where its first line is such a heading.
 */
import type { Tokens } from 'marked';
import type { Block, Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { readBlocks } from '../blocks.ts';
import { isNameLike, isStatedByline } from '../byline.ts';
import { readPrintedDate } from '../dates.ts';
import {
	emptyDraft,
	emptyReading,
	inferred,
	isBlank,
	lineAt,
	nextPrinted,
	stated,
	type Dialect,
	type Draft,
	type Page,
	type Reading
} from '../draft.ts';
import { isFrontMatter, readFrontMatter, type FrontMatter } from '../front-matter.ts';
import { findNamedDate, readNamedDate } from '../masthead.ts';
import { takeMarks } from '../notes.ts';
import { warning } from '../problem.ts';
import { ownWord, readStamp } from '../record.ts';
import { blockOf, piecesOf, wordsOf, type Piece } from './markdown-pieces.ts';

const footnote = /^\[\^([^\]\s]{1,20})\]:\s*(.*)$/;

/** The notes of a piece whose lines all begin `[^1]:`, given to the draft. */
function takeNotes(page: Page, draft: Draft, { lines }: Piece): boolean {
	if (!footnote.test(lineAt(page, lines[0]))) return false;
	for (let line = lines[0]; line <= lines[1]; line += 1) {
		const found = footnote.exec(lineAt(page, line));
		const before = draft.notes.at(-1);
		if (found) {
			draft.notes.push({ number: found[1] ?? '', text: tidy(found[2] ?? ''), lines: [line, line] });
		} else if (before && !isBlank(page, line)) {
			before.text = tidy(`${before.text} ${lineAt(page, line)}`);
			before.lines = [before.lines[0], line];
		}
	}
	return true;
}

/** Byline and date stand under the headline, before anything else. */
function takeHead(page: Page, draft: Draft, piece: Piece): boolean {
	if (draft.blocks.length > 0 || piece.token.type !== 'paragraph') return false;
	const text = tidy(wordsOf(piece.token));
	const only = (piece.token as Tokens.Paragraph).tokens;
	const set = only.length === 1 && (only[0]?.type === 'em' || only[0]?.type === 'strong');
	if (draft.byline === null && (isStatedByline(text, page) || (set && isNameLike(text)))) {
		draft.byline = text;
		draft.why.byline = stated('markdown/under-headline', piece.lines[0]);
		draft.claims.push({ as: 'byline', lines: piece.lines });
		return true;
	}
	const edtf = readPrintedDate(text);
	if (edtf === null) return false;
	if (draft.date === null) {
		draft.date = { edtf, printed: text };
		draft.why.date = stated('markdown/date', piece.lines[0]);
	}
	draft.claims.push({ as: 'date', lines: piece.lines });
	return true;
}

function openDraft(file: string, front: FrontMatter | null, lines: Lines): Draft {
	const draft = emptyDraft(lines);
	draft.why.boundary = stated('markdown/first-line', lines[0]);
	if (!front) return draft;
	const { fields, lineOf } = front;
	draft.own = ownWord(fields);
	for (const name of ['headline', 'kicker', 'deck', 'byline'] as const) {
		const text = tidy(fields[name] ?? '');
		if (text === '') continue;
		draft[name] = text;
		draft.why[name] = stated(`front-matter/${name}`, lineOf(name));
	}
	for (const name of ['publication', 'language'] as const) {
		if (draft.own[name] !== null) draft.why[name] = stated(`front-matter/${name}`, lineOf(name));
	}
	const printed = tidy(fields.date ?? '');
	const edtf = readStamp(printed);
	// Jekyll's posts are called by their day, and need not say it again: https://jekyllrb.com/docs/posts/
	const named =
		printed === ''
			? /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+\.(?:md|markdown)$/.exec(file)?.[1]
			: undefined;
	if (edtf !== null) {
		draft.date = { edtf, printed };
		draft.why.date = stated('front-matter/date', lineOf('date'));
	} else if (named !== undefined && readStamp(named) !== null) {
		draft.date = { edtf: named, printed: named, basis: 'inferred' };
		draft.why.date = inferred('markdown/file-name', null);
	}
	return draft;
}

function closeDraft(draft: Draft, last: number): void {
	draft.lines = [draft.lines[0], Math.max(draft.lines[0], last)];
	if (draft.notes.length === 0) return;
	for (const block of draft.blocks) block.text = block.text.replace(/\[\^(\d{1,3})\]/g, '[$1]');
	takeMarks(
		draft.blocks,
		draft.notes.map((note) => note.number)
	);
}

function read(page: Page): Reading {
	const reading = emptyReading();
	const front = readFrontMatter(page, nextPrinted(page));
	const body = front ? front.lines[1] + 1 : 1;
	if (front) {
		reading.claims.push({ as: 'header', lines: front.lines });
		for (const problem of front.problems) reading.problems.push(problem);
		const { date } = front.fields;
		if (date !== undefined && readStamp(date) === null) {
			const message = `The date "${tidy(date).slice(0, 60)}" cannot be read in one way only, so the article is undated. Write it as 2022-05-16, or as EDTF.`;
			reading.problems.push(
				warning(page.file, front.lineOf('date'), 'front-matter/bad-date', message)
			);
		}
	}
	const pieces = piecesOf(page, body);
	let draft = openDraft(page.file, front, [
		front?.lines[0] ?? nextPrinted(page),
		page.lines.length
	]);
	reading.drafts.push(draft);
	if (!pieces) {
		const layout = { paragraphs: 'wrapped', short: 'paragraph', quotations: 'marked' } as const;
		draft.blocks = readBlocks(page, body, page.lines.length, layout);
		return reading;
	}
	let last = draft.lines[0];
	const issue = front ? null : issueOf(pieces);
	if (issue) {
		const [heading] = issue.lines;
		reading.claims.push({ as: 'header', lines: issue.lines });
		reading.publication = issue.publication;
		if (issue.publication !== null)
			reading.why.publication = stated('markdown/issue-heading', heading);
		pieces.shift();
		last = pieces[0]?.lines[0] ?? heading;
		draft.lines = [last, draft.lines[1]];
		draft.why.boundary = stated('markdown/heading', draft.lines[0]);
	}
	for (const piece of pieces) {
		const { token, lines } = piece;
		if (token.type === 'heading' && (token as Tokens.Heading).depth === (issue ? 2 : 1)) {
			const text = tidy(wordsOf(token));
			const fresh = draft.blocks.length === 0 && draft.claims.length === 0;
			if (fresh && (draft.headline === null || draft.headline === text)) {
				draft.headline = text;
				draft.why.headline = stated('markdown/heading', lines[0]);
				draft.claims.push({ as: 'headline', lines });
				last = lines[1];
				continue;
			}
			// Where the front matter names the one headline, others head its parts.
			if (!front?.fields.headline) {
				closeDraft(draft, last);
				draft = openDraft(page.file, front, lines);
				draft.why.boundary = stated('markdown/heading', lines[0]);
				draft.headline = text;
				draft.why.headline = stated('markdown/heading', lines[0]);
				draft.claims.push({ as: 'headline', lines });
				reading.drafts.push(draft);
				last = lines[1];
				continue;
			}
		}
		last = lines[1];
		if (takeNotes(page, draft, piece) || takeHead(page, draft, piece)) continue;
		const blocks = blockOf(piece);
		for (const block of blocks) draft.blocks.push(block);
		claimRest(draft, lines, blocks);
	}
	closeDraft(draft, last);
	for (const each of issue ? reading.drafts : []) {
		if (!issue || each.date !== null) continue;
		each.date = issue.date;
		each.why.date = stated('markdown/issue-heading', issue.lines[0]);
	}
	return reading;
}

/**
 * The issue that the one first-level heading names, by its date alone or with the paper's name before it, where headings
 * of the second level follow: then these are the articles. Null elsewhere.
 */
function issueOf(pieces: readonly Piece[]): {
	publication: string | null;
	date: NonNullable<Draft['date']>;
	lines: Lines;
} | null {
	const depths = pieces.map(({ token }) =>
		token.type === 'heading' ? (token as Tokens.Heading).depth : 0
	);
	const [first] = pieces;
	if (!first || depths[0] !== 1 || depths[1] !== 2 || depths.lastIndexOf(1) > 0) return null;
	const printed = tidy(wordsOf(first.token));
	// The headings below speak for the name, whatever it opens with.
	const named = /^(\p{Lu}.{2,60}?), /u.exec(printed)?.[1] ?? null;
	const publication =
		findNamedDate({ file: '', lines: [printed] })?.publication ??
		(readNamedDate(printed, named) === null ? null : named);
	const edtf = readPrintedDate(printed) ?? readNamedDate(printed, publication);
	return edtf === null ? null : { publication, date: { edtf, printed }, lines: first.lines };
}

/** What of a piece stands in none of its blocks: a rule, a comment, a definition of a link. */
function claimRest(draft: Draft, lines: Lines, blocks: readonly Block[]): void {
	if (blocks.length === 0) draft.claims.push({ as: 'separator', lines });
	// A piece of HTML may give several blocks that all stand in its lines: one of them claims them.
	if (blocks.length > 1) {
		const [first, ...others] = blocks;
		if (first) draft.blocks.splice(-blocks.length, blocks.length, merged(first, others));
	}
}

function merged(first: Block, others: readonly Block[]): Block {
	return { ...first, text: [first, ...others].map((block) => block.text).join(' ') };
}

function recognise(page: Page): number {
	const line = nextPrinted(page);
	if (isFrontMatter(page, line)) return 0.95;
	return /^# +\S/.test(lineAt(page, line)) ? 0.93 : 0;
}

/** The reader of Markdown and of texts with front matter. */
export const markdown: Dialect = { name: 'markdown', surest: 0.95, recognise, read };
