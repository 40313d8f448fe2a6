/**
 * The lines of a concordance as they gather on the page, and their order. Sorting is by counting: words are ranked once,
 * and every key of an order is one pass over whole numbers, a step of its own.
 */
import type { LineSort } from '../filter/selection.ts';
import { aroundWords, type Lines } from '../search/concordance.ts';

/** Words that are put in order in one go. */
const wordsAtOnce = 4000;

/** Line i of the concordance is entry i of every array; the meanings are those of `Lines`. */
export class LineTable {
	readonly rows: number[] = [];
	readonly kinds: number[] = [];
	readonly ats: number[] = [];
	readonly firsts: number[] = [];
	readonly lasts: number[] = [];
	readonly before: string[] = [];
	readonly match: string[] = [];
	readonly after: string[] = [];
	/** Longest match, in UTF-16 units. */
	longest = 0;
	/** For each line the numbers of the words around it, in `#words`. */
	readonly #around: number[] = [];
	readonly #words: string[] = [''];
	readonly #ids = new Map<string, number>([['', 0]]);
	/** The numbers of the words that have a place in the alphabet, in its order. */
	#alphabet: number[] = [];

	get size(): number {
		return this.rows.length;
	}

	/** Adds the lines of further rows. */
	add(lines: Lines): void {
		const ids = lines.words.map((word) => this.#idOf(word));
		for (const id of lines.around) this.#around.push(ids[id] ?? 0);
		let at = 0;
		const take = (length = 0) => lines.text.slice(at, (at += length));
		for (const [line, row] of lines.rows.entries()) {
			this.rows.push(row);
			this.kinds.push(lines.kinds[line] ?? 0);
			this.ats.push(lines.ats[line] ?? 0);
			this.firsts.push(lines.firsts[line] ?? 0);
			this.lasts.push(lines.lasts[line] ?? 0);
			this.before.push(take(lines.lengths[line * 3]));
			this.match.push(take(lines.lengths[line * 3 + 1]));
			this.after.push(take(lines.lengths[line * 3 + 2]));
			this.longest = Math.max(this.longest, lines.lengths[line * 3 + 1] ?? 0);
		}
	}

	/**
	 * The lines in an order. Lines that an order leaves equal stand as they were added: by row, then by place in the
	 * text. Words are compared as folded, up to three on the side that is asked for; where the text ends comes last.
	 * `authorRanks` has a number for every row, by which bylines are sorted; dates are sorted by row. Grouped lines stay
	 * with their article, and articles in the order in which they were added, unless date or byline are asked for.
	 */
	order(by: LineSort, grouped: boolean, authorRanks: Uint32Array): Uint32Array {
		const steps = this.ordering(by, grouped, authorRanks);
		for (;;) {
			const { done, value } = steps.next();
			if (done) return value;
		}
	}

	/** The same in steps of some milliseconds, between which others may have their turn and lines may be added. */
	*ordering(
		by: LineSort,
		grouped: boolean,
		authorRanks: Uint32Array
	): Generator<undefined, Uint32Array, undefined> {
		let order: Uint32Array = Uint32Array.from(this.rows.keys());
		const rowOf = (line: number) => this.rows[line] ?? 0;
		if (by === 'date' || by === 'author') {
			order = sortStably(order, rowOf);
			yield;
			return by === 'date' ? order : sortStably(order, (line) => authorRanks[rowOf(line)] ?? 0);
		}
		const ranks = yield* this.#wordRanks();
		const side = by === 'after' ? 0 : aroundWords;
		for (let far = aroundWords - 1; far >= 0; far -= 1) {
			const place = side + far;
			order = sortStably(
				order,
				(line) => ranks[this.#around[line * 2 * aroundWords + place] ?? 0] ?? 0
			);
			yield;
		}
		return grouped ? sortStably(order, this.#groups()) : order;
	}

	/** The number of the group of each line: that of its row among the rows as they were added. */
	#groups(): (line: number) => number {
		let group = 0;
		const groups = this.rows.map((row, line) =>
			row === this.rows[line - 1] ? group : (group += 1)
		);
		return (line) => groups[line] ?? 0;
	}

	/** The place of every word in the alphabet of folded words; that of no word is the last. */
	*#wordRanks(): Generator<undefined, Uint32Array, undefined> {
		const words = this.#words;
		const isBefore = (a: number, b: number) => (words[a] ?? '') < (words[b] ?? '');
		// Those that have come since are put in order, some at a time, and then among the others.
		for (let known = this.#alphabet; known.length < words.length - 1; known = this.#alphabet) {
			const length = Math.min(wordsAtOnce, words.length - 1 - known.length);
			const added = Array.from({ length }, (_, at) => known.length + 1 + at);
			added.sort((a, b) => (isBefore(a, b) ? -1 : 1));
			const merged: number[] = [];
			let at = 0;
			for (const id of added) {
				for (
					let next = known[at];
					next !== undefined && isBefore(next, id);
					next = known[(at += 1)]
				)
					merged.push(next);
				merged.push(id);
			}
			for (; at < known.length; at += 1) merged.push(known[at] ?? 0);
			this.#alphabet = merged;
			yield;
		}
		const ranks = new Uint32Array(words.length);
		for (const [rank, id] of this.#alphabet.entries()) ranks[id] = rank;
		ranks[0] = this.#alphabet.length;
		return ranks;
	}

	#idOf(word: string): number {
		let id = this.#ids.get(word);
		if (id === undefined) {
			id = this.#words.length;
			this.#words.push(word);
			this.#ids.set(word, id);
		}
		return id;
	}
}

/** Sorts by a whole number from 0 on, keeping the order of equals (counting sort, Knuth vol. 3, 5.2). */
export function sortStably(order: Uint32Array, keyOf: (item: number) => number): Uint32Array {
	const keys = order.map(keyOf);
	let most = 0;
	for (const key of keys) if (key > most) most = key;
	const starts = new Uint32Array(most + 2);
	for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
	for (let key = 1; key < starts.length; key += 1)
		starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
	const sorted = new Uint32Array(order.length);
	for (const [at, item] of order.entries()) {
		const key = keys[at] ?? 0;
		const place = starts[key] ?? 0;
		sorted[place] = item;
		starts[key] = place + 1;
	}
	return sorted;
}
