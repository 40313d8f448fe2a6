/**
 * Numbered notes at the end of a text, and the marks that call them. A mark is a figure glued to a word or to
 * punctuation; what tells it from other figures is that the notes are called in the order of their numbers.
 */
import type { Block, Note, NoteMark } from '../archive/article.ts';
import { tidy } from '../archive/text.ts';
import { isBlank, lineAt, type Page } from './draft.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const noteLine =
	/^\s*(?:[-–•*]\s+)?(?:\[(\d{1,3})\]|(\d{1,3})(?:[.)](?!\d)|\s+(?=["“‘]?\p{Lu}))|([⁰¹²³⁴-⁹]{1,3}))\s*(\S.*)$/u;
// After a letter or punctuation that no figure precedes ("5.3"), and not before more of a word or figure. A year may
// end the sentence ("in 2018.1 The"), where a new one or nothing follows. That a figure follows at all is asked
// first: most of a text is none.
const glued =
	/(?=\d)(?:(?<=\p{L}|(?<!\d)[.,;:!?…]|["”’')\]])(\d{1,3})(?![\d%\p{L}]|[.,:]\d)|(?<=\b(?:1[5-9]|20)\d\d[.!?])(\d{1,3})(?=$|\s+["“‘]?\p{Lu}))|\s?\[(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3})/gu;

const figure = /[\d⁰¹²³⁴-⁹]/;

function plainDigits(text: string): string {
	return text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(superscripts.indexOf(digit)));
}

function numberOf(...groups: (string | undefined)[]): string {
	return String(Number(plainDigits(groups.find((group) => group !== undefined) ?? '0')));
}

/**
 * The notes that stand in the lines `from` to `to`, the first of which must be a note; lines without a number of
 * their own go on with the note before. Empty where `from` is no note.
 */
export function readNotes(page: Page, from: number, to: number): Note[] {
	const notes: Note[] = [];
	for (let line = from; line <= to; line += 1) {
		if (isBlank(page, line)) continue;
		const found = noteLine.exec(lineAt(page, line));
		const before = notes.at(-1);
		const number = found ? numberOf(found[1], found[2], found[3]) : null;
		const follows = before === undefined || Number(number) === Number(before.number) + 1;
		if (found && number !== null && follows) {
			notes.push({ number, text: tidy(found[4] ?? ''), lines: [line, line] });
		} else if (before) {
			before.text = `${before.text} ${tidy(lineAt(page, line))}`;
			before.lines = [before.lines[0], line];
		} else return [];
	}
	return notes;
}

/** True for a note whose number has neither brackets nor a full stop: alone it may as well be a sentence. */
export function isBareNote(page: Page, line: number): boolean {
	return /^\s*\d{1,3}\s/.test(lineAt(page, line));
}

/** True for a line that heads a list of notes. */
export function isNotesHeading(page: Page, line: number): boolean {
	return /^\s*(?:end|foot)?notes\s*:?\s*$/i.test(lineAt(page, line));
}

/** True for a line that could open a list of notes: a number in a form that notes have. */
export function isNoteLine(page: Page, line: number): boolean {
	return noteLine.test(lineAt(page, line));
}

/** The number of the note that a line opens, or null. */
export function noteNumber(page: Page, line: number): number | null {
	const found = noteLine.exec(lineAt(page, line));
	return found ? Number(numberOf(found[1], found[2], found[3])) : null;
}

interface Candidate {
	block: number;
	/** Offset and length of what is cut out of the text. */
	at: number;
	length: number;
	number: number;
	weight: number;
}

/** How much a figure looks like a mark by what stands before it: `professors.3` more than `Mission4` more than `G7`. */
function weightOf(text: string, at: number, mark: string): number {
	if (!/^\d/.test(mark)) return 4;
	const before = text.slice(Math.max(0, at - 24), at);
	if (/\d\p{P}$/u.test(before)) return 1;
	if (!/\p{L}$/u.test(before)) return 4;
	const word = /[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '';
	return word.length > 3 && /\p{Ll}$/u.test(word) ? 2 : 0.5;
}

function candidatesIn(blocks: readonly Block[], known: ReadonlySet<number>): Candidate[] {
	const candidates: Candidate[] = [];
	for (const [block, { text }] of blocks.entries()) {
		// To look for a figure is cheaper than to look at all that may stand before one.
		if (!figure.test(text)) continue;
		for (const found of text.matchAll(glued)) {
			const number = Number(numberOf(...found.slice(1)));
			if (!known.has(number)) continue;
			const weight = weightOf(text, found.index, found[0]);
			candidates.push({ block, at: found.index, length: found[0].length, number, weight });
		}
	}
	return candidates;
}

/** A chosen candidate and the one chosen before it. */
interface Chain {
	weight: number;
	candidate: Candidate;
	before: Chain | null;
}

/** The growing sequence of numbers with the greatest weight; each number once. */
function bestChain(candidates: readonly Candidate[]): Candidate[] {
	// By number: the best chain that ends there. Numbers have three digits at most, so this stays small.
	const ending = new Map<number, Chain>();
	for (const candidate of candidates) {
		let before: Chain | null = null;
		for (const [number, chain] of ending) {
			if (number < candidate.number && chain.weight > (before?.weight ?? 0)) before = chain;
		}
		const weight = (before?.weight ?? 0) + candidate.weight;
		if (weight > (ending.get(candidate.number)?.weight ?? 0)) {
			ending.set(candidate.number, { weight, candidate, before });
		}
	}
	let chain: Chain | null = null;
	for (const each of ending.values()) if (each.weight > (chain?.weight ?? 0)) chain = each;
	const chosen: Candidate[] = [];
	for (; chain; chain = chain.before) chosen.push(chain.candidate);
	return chosen.reverse();
}

/** Marks in brackets or set high are marks wherever they stand: a note may be called twice. */
function isPlainMark(block: Block | undefined, { at }: Candidate): boolean {
	return !/\d/.test(block?.text[at] ?? '0');
}

function withRepeats(
	blocks: readonly Block[],
	all: readonly Candidate[],
	chain: readonly Candidate[]
): Candidate[] {
	const chosen = new Set(chain);
	const numbers = new Set(chain.map((candidate) => candidate.number));
	// `all` is in the order of the text.
	return all.filter(
		(each) =>
			chosen.has(each) || (numbers.has(each.number) && isPlainMark(blocks[each.block], each))
	);
}

/**
 * Takes the marks of the notes out of the blocks' texts (in place) and keeps them as `marks`. `numbers` are the
 * notes there are; gives the numbers that are called, with the index of the block.
 */
export function takeMarks(blocks: Block[], numbers: readonly string[]): Map<string, number> {
	const called = new Map<string, number>();
	const candidates = candidatesIn(blocks, new Set(numbers.map(Number)));
	const chain = withRepeats(blocks, candidates, bestChain(candidates));
	for (let at = 0; at < chain.length;) {
		const block = chain[at]?.block ?? 0;
		const target = blocks[block];
		const marks: NoteMark[] = [];
		let text = '';
		let from = 0;
		for (; chain[at]?.block === block; at += 1) {
			const mark = chain[at];
			if (!mark || !target) break;
			text += target.text.slice(from, mark.at);
			from = mark.at + mark.length;
			marks.push({ at: text.length, number: String(mark.number) });
			const number = String(mark.number);
			if (!called.has(number)) called.set(number, block);
		}
		if (!target) break;
		target.text = text + target.text.slice(from);
		target.marks = marks;
	}
	return called;
}
