/**
 * Keyword in context: every match of a question, a line each, with the words around it. The matches are those that are
 * counted and marked (`match.ts`), so a concordance has as many lines as an answer has matches.
 */
import { fold } from '../archive/fold.ts';
import { scanWords } from '../archive/words.ts';
import type { Text } from '../bundle/format.ts';
import type { Part } from './parts.ts';
import type { PartsFinder } from './parts-finder.ts';

/** The kinds of parts, by the numbers that lines have for them. */
export const partKinds: readonly Part['kind'][] = ['headline', 'kicker', 'deck', 'block', 'note'];

/** Words on each side that lines can be sorted by. */
export const aroundWords = 3;

/**
 * Lines in columns, fit to be posted: entry i of every column belongs to line i. Rows stand in the order asked for, the
 * lines of a row in that of its text.
 */
export interface Lines {
	/** The row of the article. */
	rows: Uint32Array;
	/** The part of it: a number of `partKinds` ... */
	kinds: Uint8Array;
	/** ... and which of the blocks or notes, from 0; 0 for the other kinds. */
	ats: Uint32Array;
	/** First and last line of the part in the seed, 1-based; 0 for headline, kicker and deck, of which no line is kept. */
	firsts: Uint32Array;
	lasts: Uint32Array;
	/** Where the match begins in its part, in UTF-16 units. */
	offsets: Uint32Array;
	/** What stands before, the match, and what stands after, of all lines end to end ... */
	text: string;
	/** ... and how many UTF-16 units each of the three takes: three entries a line. */
	lengths: Uint32Array;
	/**
	 * The words around as numbers into `words`: the `aroundWords` after the match, nearest first, then those before it,
	 * nearest first; 0 where the part has ended.
	 */
	around: Uint32Array;
	/** Folded words by number; '' at 0. */
	words: string[];
}

/** Up to so many UTF-16 units stand on each side of a match: more than any screen has room for. */
const contextUnits = 120;
/** How long texts are scanned in one go before others get their turn. */
const sliceMs = 10;

interface Place {
	raw: string;
	start: number;
	end: number;
}

/** Gathers lines. One for each call of `readLines`. */
class Gatherer {
	readonly #columns = {
		rows: [] as number[],
		kinds: [] as number[],
		ats: [] as number[],
		firsts: [] as number[],
		lasts: [] as number[],
		offsets: [] as number[],
		lengths: [] as number[],
		around: [] as number[]
	};
	readonly #texts: string[] = [];
	readonly #words: string[] = [''];
	readonly #ids = new Map<string, number>([['', 0]]);

	/** Adds the matches of one part of an article, in order. */
	add(row: number, text: Text, part: Part, matches: readonly { start: number; end: number }[]) {
		// A tab or line feed in a text would part a line of the concordance in two.
		const flat = part.text.replace(/\s/g, ' ');
		const places: Place[] = [];
		scanWords(part.text, (raw, start, end) => places.push({ raw, start, end }));
		const source =
			part.kind === 'block' ? text.blocks[part.at] : part.kind === 'note' && text.notes[part.at];
		const [first, last] = source ? source.lines : [0, 0];
		const columns = this.#columns;
		let next = 0;
		for (const { start, end } of matches) {
			const from = contextStart(flat, start);
			const to = contextEnd(flat, end);
			columns.rows.push(row);
			columns.kinds.push(partKinds.indexOf(part.kind));
			columns.ats.push(part.at);
			columns.firsts.push(first);
			columns.lasts.push(last);
			columns.offsets.push(start);
			columns.lengths.push(start - from, end - start, to - end);
			this.#texts.push(flat.slice(from, to));
			while (next < places.length && (places[next]?.end ?? 0) <= start) next += 1;
			const before = next - 1;
			while (next < places.length && (places[next]?.start ?? 0) < end) next += 1;
			for (let far = 0; far < aroundWords; far += 1)
				columns.around.push(this.#id(places[next + far]));
			for (let far = 0; far < aroundWords; far += 1)
				columns.around.push(this.#id(places[before - far]));
		}
	}

	taken(): Lines {
		const { rows, kinds, ats, firsts, lasts, offsets, lengths, around } = this.#columns;
		return {
			rows: Uint32Array.from(rows),
			kinds: Uint8Array.from(kinds),
			ats: Uint32Array.from(ats),
			firsts: Uint32Array.from(firsts),
			lasts: Uint32Array.from(lasts),
			offsets: Uint32Array.from(offsets),
			text: this.#texts.join(''),
			lengths: Uint32Array.from(lengths),
			around: Uint32Array.from(around),
			words: this.#words
		};
	}

	#id(place: Place | undefined): number {
		const word = place ? fold(place.raw) : '';
		let id = this.#ids.get(word);
		if (id === undefined) {
			id = this.#words.length;
			this.#words.push(word);
			this.#ids.set(word, id);
		}
		return id;
	}
}

/**
 * The lines of some rows. Reads their texts through `textOf`; gives way to others while it scans, and ends with the
 * signal's reason once that is aborted.
 */
export async function readLines(
	textOf: (row: number) => Promise<Text>,
	find: PartsFinder,
	rows: Uint32Array,
	signal?: AbortSignal
): Promise<Lines> {
	const gatherer = new Gatherer();
	const texts = await Promise.all(Array.from(rows, textOf));
	let began = performance.now();
	for (const [index, text] of texts.entries()) {
		signal?.throwIfAborted();
		const row = rows[index] ?? 0;
		for (const { part, matches } of find(text, row))
			if (matches.length > 0) gatherer.add(row, text, part, matches);
		if (performance.now() - began > sliceMs) {
			await new Promise((resolve) => setTimeout(resolve));
			began = performance.now();
		}
	}
	signal?.throwIfAborted();
	return gatherer.taken();
}

/** Where the context before `match` begins: at a word, or in a script without spaces at a character. */
function contextStart(text: string, match: number): number {
	const at = match - contextUnits;
	if (at <= 0) return 0;
	const gap = text.indexOf(' ', at - 1);
	if (gap >= 0 && gap < match - 1) return gap + 1;
	return isInsidePair(text, at) ? at + 1 : at;
}

/** Where the context after `match` ends. */
function contextEnd(text: string, match: number): number {
	const at = match + contextUnits;
	if (at >= text.length) return text.length;
	const gap = text.lastIndexOf(' ', at);
	if (gap > match) return gap;
	return isInsidePair(text, at) ? at - 1 : at;
}

function isInsidePair(text: string, at: number): boolean {
	return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
}
