/** Markdown to pieces that know their lines, and pieces to blocks. */
import { Lexer, type Token, type Tokens } from 'marked';
import type { Block, Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { hasCredit, isElision } from '../blocks.ts';
import { isBlank, linesFrom, type Page } from '../draft.ts';
import { readMarkup } from '../markup.ts';

/** Beyond these a text is read as plain paragraphs: nobody writes Markdown of such a size by hand. Characters. */
const longestText = 500_000;
const longestLine = 20_000;

/** A piece of Markdown and the lines it stands in. */
export interface Piece {
	token: Token;
	lines: Lines;
}

/** The words of a token without their marks. */
export function wordsOf(token: Token): string {
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
export function piecesOf(page: Page, from: number): Piece[] | null {
	// White space that Markdown does not know as such is space all the same.
	const rest = page.lines
		.slice(from - 1)
		.map((line, at) => (isBlank(page, from + at) ? '' : line.replace(/[^\S\t ]|\u0085/g, ' ')));
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

/** Without what only the programs mean that show such notes: links `[[to|words]]`, pictures `![[…]]`, Liquid's `{% … %}`. */
function withoutPrograms(text: string): string {
	if (!/\[\[|\{%/.test(text)) return text;
	return text
		.replace(/!\[\[[^\]\n]*\]\]|\{%(?:(?!%\}).)*%\}/g, '')
		.replace(/\[\[(?:[^\]|\n]*\|)?([^\]\n]*)\]\]/g, '$1');
}

/** The blocks that a piece makes: one, or several where it is HTML, or none. */
export function blockOf({ token, lines }: Piece): Block[] {
	const one = (kind: Block['kind'], written: string): Block[] => {
		const text = withoutPrograms(written);
		return text.trim() === '' ? [] : [{ kind, text, lines }];
	};
	if (token.type === 'heading') return one('heading', tidy(wordsOf(token)));
	if (token.type === 'list') return one('list', itemsOf(token as Tokens.List));
	if (token.type === 'blockquote') {
		const inner = (token as Tokens.Blockquote).tokens.map(wordsOf);
		return one('quotation', tidy(inner.join(' ')));
	}
	if (token.type === 'html') return readMarkup(token.raw, () => lines);
	if (token.type === 'hr') return isElision(token.raw) ? one('elision', tidy(token.raw)) : [];
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
	return one('paragraph', tidy('text' in token ? String(token.text) : token.raw));
}
