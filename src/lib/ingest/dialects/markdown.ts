/**
 * Markdown, or plain text, with YAML front matter: an article to a file, or one under each first-level heading.
 * Without front matter a file is Markdown only where its first line is such a heading.
 */
import { Lexer, type Token, type Tokens } from 'marked';
import type { Block, Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { hasCredit, isElision, readBlocks } from '../blocks.ts';
import { isNameLike, isStatedByline } from '../byline.ts';
import { readPrintedDate } from '../dates.ts';
import {
	emptyDraft,
	isBlank,
	lineAt,
	linesFrom,
	stated,
	type Dialect,
	type Draft,
	type Page,
	type Reading
} from '../draft.ts';
import { isFrontMatter, readFrontMatter, type FrontMatter } from '../front-matter.ts';
import { readMarkup } from '../markup.ts';
import { takeMarks } from '../notes.ts';
import { warning } from '../problem.ts';
import { ownWord, readStamp } from '../record.ts';

/** Beyond these a text is read as plain paragraphs: nobody writes Markdown of such a size by hand. Characters. */
const longestText = 500_000;
const longestLine = 20_000;
const footnote = /^\[\^([^\]\s]{1,20})\]:\s*(.*)$/;

/** A piece of Markdown and the lines it stands in. */
interface Piece {
	token: Token;
	lines: Lines;
}

function firstPrinted(page: Page, from = 1): number {
	let line = from;
	while (line <= page.lines.length && isBlank(page, line)) line += 1;
	return line;
}

/** The words of a token without their marks. */
function wordsOf(token: Token): string {
	if ('tokens' in token && token.tokens && token.type !== 'image') {
		return token.tokens.map(wordsOf).join('');
	}
	if (token.type === 'br') return ' ';
	if (token.type === 'html') return '';
	return 'text' in token ? unescape(String(token.text)) : '';
}

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	nbsp: ' '
};

function unescape(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (all, name: string) => named[name] ?? all);
}

/** Any mark that Markdown gives a meaning to inside of a line; addresses are links without one. */
const inlineMark = /[\\<>[\]!`*_~&@]| {2,}\n|https?:|ftp:|www\./i;

/** The tokens of a text. Most paragraphs have no marks in them, and need not be searched for every kind of mark. */
function lex(source: string): Token[] {
	const lexer = new Lexer({ gfm: true });
	const tokens = lexer.blockTokens(source);
	for (const { src, tokens: into } of lexer.inlineQueue) {
		if (inlineMark.test(src)) lexer.inlineTokens(src, into);
		else into.push({ type: 'text', raw: src, text: src });
	}
	return tokens;
}

/** Cuts the lines from `from` on into pieces; null where their lines cannot be told. */
function piecesOf(page: Page, from: number): Piece[] | null {
	// White space that Markdown does not know as such is space all the same.
	const rest = page.lines
		.slice(from - 1)
		.map((line, at) => (isBlank(page, from + at) ? '' : line.replace(/[^\S\t]|\u0085/g, ' ')));
	if (rest.some((line) => line.length > longestLine)) return null;
	const source = rest.join('\n');
	if (source.length > longestText) return null;
	let tokens: Token[];
	try {
		tokens = lex(source);
	} catch {
		return null;
	}
	const pieces: Piece[] = [];
	let at = 0;
	let line = from;
	for (const token of tokens) {
		if (!source.startsWith(token.raw, at)) return null;
		at += token.raw.length;
		const lines = token.raw.split('\n');
		const [first, last] = [line, line + lines.length - 1];
		line = last;
		let [low, high] = [first, last];
		while (low < high && isBlank(page, low)) low += 1;
		while (high > low && (isBlank(page, high) || lines[high - first] === '')) high -= 1;
		if (token.type !== 'space' && !isBlank(page, low))
			pieces.push({ token, lines: linesFrom(low, high) });
	}
	return source.slice(at).trim() === '' ? pieces : null;
}

/** The words of a list, an item to a line. */
function itemsOf(list: Tokens.List): string {
	return list.items.map((item) => tidy(item.tokens.map(wordsOf).join(' '))).join('\n');
}

function blockOf({ token, lines }: Piece): Block[] {
	const one = (kind: Block['kind'], text: string): Block[] =>
		tidy(text) === '' ? [] : [{ kind, text: kind === 'list' ? text : tidy(text), lines }];
	if (token.type === 'heading') return one('heading', wordsOf(token));
	if (token.type === 'list') return one('list', itemsOf(token as Tokens.List));
	if (token.type === 'blockquote') {
		const inner = (token as Tokens.Blockquote).tokens.map(wordsOf);
		return one('quotation', inner.join(' '));
	}
	if (token.type === 'html') return readMarkup(token.raw, () => lines);
	if (token.type === 'hr') return isElision(token.raw) ? one('elision', token.raw) : [];
	if (token.type === 'table') {
		const { header, rows } = token as Tokens.Table;
		const cells = [header, ...rows].map((row) => row.map((cell) => cell.text).join(' | '));
		return one('list', cells.join('\n'));
	}
	if (token.type === 'paragraph' || token.type === 'text') {
		const text = tidy(wordsOf(token));
		if (isElision(text)) return one('elision', text);
		const picture = 'tokens' in token && token.tokens?.every((each) => each.type === 'image');
		return one(picture || hasCredit(text) ? 'caption' : 'paragraph', text);
	}
	return one('paragraph', 'text' in token ? String(token.text) : token.raw);
}

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
	if (draft.byline === null && (isStatedByline(text) || (set && isNameLike(text)))) {
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

function openDraft(front: FrontMatter | null, lines: Lines): Draft {
	const draft = emptyDraft(lines);
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
	if (edtf !== null) {
		draft.date = { edtf, printed };
		draft.why.date = stated('front-matter/date', lineOf('date'));
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
	const reading: Reading = { publication: null, drafts: [], claims: [], problems: [], why: {} };
	const front = readFrontMatter(page, firstPrinted(page));
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
	let draft = openDraft(front, [front?.lines[0] ?? firstPrinted(page), page.lines.length]);
	reading.drafts.push(draft);
	if (!pieces) {
		const layout = { paragraphs: 'wrapped', short: 'paragraph', quotations: 'marked' } as const;
		draft.blocks = readBlocks(page, body, page.lines.length, layout);
		return reading;
	}
	let last = draft.lines[0];
	for (const piece of pieces) {
		const { token, lines } = piece;
		if (token.type === 'heading' && (token as Tokens.Heading).depth === 1) {
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
				draft = openDraft(front, lines);
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
	return reading;
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
	const line = firstPrinted(page);
	if (isFrontMatter(page, line)) return 0.95;
	return /^# +\S/.test(lineAt(page, line)) ? 0.93 : 0;
}

/** The reader of Markdown and of texts with front matter. */
export const markdown: Dialect = { name: 'markdown', surest: 0.95, recognise, read };
