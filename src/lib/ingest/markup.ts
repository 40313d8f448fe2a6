/**
 * HTML to blocks: the text of elements, in the order in which it stands, with the lines it came from. Nothing is
 * run and nothing fetched; scripts, styles, forms and what steers a site are passed over.
 */
import { Parser } from 'htmlparser2';
import type { Block, BlockKind, Lines } from '../archive/article.ts';
import { tidy } from '../archive/text.ts';
import { hasCredit, isElision } from './blocks.ts';

/** The attribute by which an element says its lines, `12-15`, where the text was taken apart and set anew. */
export const linesAttribute = 'data-seed-lines';

const set = (words: string) => new Set(words.split(' '));
const passedOver = set(
	'script style noscript template iframe object svg math canvas form button select textarea nav head'
);
const parting = set(
	'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table td th tr ul'
);
const kinds: Readonly<Record<string, BlockKind>> = {
	blockquote: 'quotation',
	caption: 'caption',
	figcaption: 'caption',
	h1: 'heading',
	h2: 'heading',
	h3: 'heading',
	h4: 'heading',
	h5: 'heading',
	h6: 'heading',
	li: 'list'
};

/** An element that is open. */
interface Open {
	name: string;
	kind: BlockKind;
	lines: Lines | null;
	/** Counts lists, so that items of two are not made one. */
	list: number;
}

/** Gives the line at an offset of a text, 1-based. */
export function lineFinder(text: string): (offset: number) => number {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return (offset) => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low + 1;
	};
}

function linesIn(attribute: string | undefined): Lines | null {
	const found = /^(\d+)-(\d+)$/.exec(attribute ?? '');
	return found ? [Number(found[1]), Number(found[2])] : null;
}

/**
 * Reads HTML as blocks. `place` gives the lines of a stretch of `source` by its first and last offset; elements
 * that carry `linesAttribute` are asked first. `parted`: blank lines part paragraphs too, as in what people type
 * into a form.
 */
export function readMarkup(
	source: string,
	place: (from: number, to: number) => Lines,
	parted = false
): Block[] {
	const blocks: Block[] = [];
	const open: Open[] = [];
	let skipping = 0;
	let lists = 0;
	let text = '';
	let from = -1;
	let to = -1;
	let breaks = 0;
	let lastList = 0;
	/** Where a raised text began, and whether it is a link: then it calls a note, and is no part of the word before it. */
	let raised: { at: number; isLink: boolean } | null = null;
	const flush = () => {
		const printed = tidy(text);
		const [start, end] = [from, to];
		text = '';
		from = -1;
		breaks = 0;
		if (printed === '') return;
		const around = open.at(-1);
		const lines = around?.lines ?? place(start, end);
		let kind = around?.kind ?? 'paragraph';
		if (kind === 'paragraph' && isElision(printed)) kind = 'elision';
		else if (kind === 'paragraph' && hasCredit(printed)) kind = 'caption';
		const before = blocks.at(-1);
		if (kind === 'list' && before?.kind === 'list' && around?.list === lastList) {
			before.text += `\n${printed}`;
			before.lines = [Math.min(before.lines[0], lines[0]), Math.max(before.lines[1], lines[1])];
		} else blocks.push({ kind, text: printed, lines });
		if (kind === 'list') lastList = around?.list ?? 0;
	};
	/** Text that stands `offset` after the beginning of what the parser has just read. */
	const addText = (data: string, offset: number) => {
		if (data.trim() !== '') {
			const start = parser.startIndex + offset;
			if (from < 0) from = start + data.length - data.trimStart().length;
			const end = parted ? start - 1 : parser.endIndex - data.length;
			to = Math.max(from, end + data.trimEnd().length);
			breaks = 0;
		}
		text += data;
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			if (passedOver.has(name)) skipping += 1;
			if (name === 'br') {
				// Two line breaks are how old pages part paragraphs.
				breaks += 1;
				if (breaks > 1) flush();
				else text += ' ';
			} else if (parting.has(name)) flush();
			if (name === 'sup') raised = { at: text.length, isLink: open.at(-1)?.name === 'a' };
			else if (name === 'a' && raised) raised.isLink = true;
			if (name === 'ul' || name === 'ol') lists += 1;
			const around = open.at(-1);
			const parts = parting.has(name);
			open.push({
				name,
				kind: kinds[name] ?? around?.kind ?? 'paragraph',
				lines: (parts ? linesIn(attributes[linesAttribute]) : null) ?? around?.lines ?? null,
				list: name === 'ul' || name === 'ol' ? lists : (around?.list ?? 0)
			});
		},
		ontext(data) {
			if (skipping > 0) return;
			if (!parted) return addText(data, 0);
			let at = 0;
			// Every second piece is a gap.
			for (const [order, piece] of data.split(/(\n[ \t]*\n\s*)/).entries()) {
				if (order % 2 === 1) flush();
				else addText(piece, at);
				at += piece.length;
			}
		},
		onclosetag(name) {
			if (passedOver.has(name)) skipping = Math.max(0, skipping - 1);
			if (name === 'sup' && raised?.isLink) {
				const mark = /^\s*\[?(\d{1,3})\]?\s*$/.exec(text.slice(raised.at))?.[1];
				if (mark !== undefined) text = `${text.slice(0, raised.at)}[${mark}]`;
			}
			if (name === 'sup') raised = null;
			if (parting.has(name) && name !== 'hr') flush();
			if (open.at(-1)?.name === name) open.pop();
		}
	});
	parser.write(source);
	parser.end();
	flush();
	return blocks;
}

/** Writes into each element of a page the lines in which it stands. */
export function stampLines(source: string): string {
	const lineOf = lineFinder(source);
	const stamps: { at: number; first: number; last: number }[] = [];
	const open: ({ at: number; first: number; last: number } | null)[] = [];
	const parser = new Parser({
		onopentag(_name, _attributes, isImplied) {
			if (isImplied || source[parser.endIndex] !== '>') {
				open.push(null);
				return;
			}
			const closed = source[parser.endIndex - 1] === '/';
			const first = lineOf(parser.startIndex);
			const last = lineOf(parser.endIndex);
			const stamp = { at: parser.endIndex - (closed ? 1 : 0), first, last };
			open.push(stamp);
			stamps.push(stamp);
		},
		onclosetag() {
			const stamp = open.pop();
			if (stamp) stamp.last = Math.max(stamp.last, lineOf(parser.endIndex));
		}
	});
	parser.write(source);
	parser.end();
	let stamped = '';
	let from = 0;
	for (const { at, first, last } of stamps) {
		stamped += `${source.slice(from, at)} ${linesAttribute}="${first}-${last}"`;
		from = at;
	}
	return stamped + source.slice(from);
}
