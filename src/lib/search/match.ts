/**
 * Finds what a question asks for in plain texts: marks an article, cuts excerpts. Needs no index. What is a match is
 * decided by the same code that counts over whole archives (`probe.ts`, `scan.ts`), so that what is counted is what is
 * marked.
 */
import { isStemmed } from '../archive/stems.ts';
import { scanWords } from '../archive/words.ts';
import type { Question, Segment } from './answer.ts';
import { Lexicon } from './lexicon.ts';
import { isPattern } from './pattern.ts';
import {
	isLonePhrase,
	isSingle,
	markedClauses,
	plansOf,
	wordTest,
	type Plans,
	type Zone
} from './probe.ts';
import { readQuery, type QueryClause } from './query.ts';
import { fitsAt, marked, opens, scanTokens, type Plan } from './scan.ts';

export { markedClauses } from './probe.ts';

/** Marks texts of one language for one question. Keeps what it learns of words; use one per article or list. */
export interface Matcher {
	/** Every match of a text in order, in UTF-16 units: [start, end). `zone`: whether the text is a headline. */
	find(text: string, zone?: Zone): { start: number; end: number }[];
	/** The text in parts, matches apart; joined they give the text. Never empty. */
	segments(text: string, zone?: Zone): Segment[];
}

/** The matcher of a question for texts in a language (BCP 47). Works on any thread and without an index. */
export function matcherOf(question: Question, language: string): Matcher {
	const finder = new Finder(readQuery(question.query).clauses, language);
	return {
		find: (text, zone) => finder.find(text, zone).map(({ start, end }) => ({ start, end })),
		segments: (text, zone) => segmentsOf(text, finder.find(text, zone), 0, text.length)
	};
}

/** A match with what an excerpt needs to weigh it. */
export interface Found {
	start: number;
	end: number;
	/** The folded words that it is made of. */
	words: string[];
}

/** Finds matches in plain texts, one text at a time. */
export class Finder {
	readonly #clauses: readonly QueryClause[];
	/** Clauses of single words, each with its test: new words are flagged as they come. */
	readonly #singles: { clause: QueryClause; test: ReturnType<typeof wordTest> }[];
	readonly #lexicon = new Lexicon();
	readonly #plans: Plans;
	/** How many words of the lexicon have been flagged. */
	#flagged: number;

	constructor(clauses: readonly QueryClause[], language: string) {
		const stemmed = isStemmed(language);
		this.#clauses = markedClauses(clauses);
		this.#singles = this.#clauses
			.filter((clause) => isSingle(clause) || isLonePhrase(clause))
			.map((clause) => ({ clause, test: wordTest(clause, stemmed) }));
		// With the words of its phrases known from the start, a plan is made once and only grows.
		for (const clause of this.#clauses) {
			for (const word of clause.exact ? clause.spellings : clause.words)
				if (!isPattern(word)) this.#lexicon.idOf(word);
		}
		this.#plans = plansOf(this.#clauses, this.#lexicon, stemmed);
		this.#flagged = this.#lexicon.words.length;
	}

	/** Every match of a text, in order. `zone`: whether the text is a headline. */
	find(text: string, zone: Zone = 'text'): Found[] {
		if (this.#clauses.length === 0) return [];
		const ids: number[] = [];
		const places: [start: number, end: number][] = [];
		scanWords(text, (raw, start, end) => {
			const id = this.#lexicon.idOf(raw);
			if (id === 0) return;
			ids.push(id);
			places.push([start, end]);
		});
		this.#flagNewWords();
		const plan = this.#plans[zone];
		const found: Found[] = [];
		scanTokens(Uint32Array.from(ids), 0, ids.length, plan, (first, last) => {
			const [start] = places[first] ?? [0, 0];
			const [, end] = places[last] ?? [0, 0];
			const words = ids.slice(first, last + 1).map((id) => this.#lexicon.words[id] ?? '');
			found.push({ start, end, words });
		});
		return found;
	}

	#flagNewWords(): void {
		for (const zone of ['headline', 'text'] as const) this.#grow(this.#plans[zone], zone);
		this.#flagged = this.#lexicon.words.length;
	}

	#grow(plan: Plan, zone: Zone): void {
		const { words, spellings, heads } = this.#lexicon;
		if (words.length > plan.flags.length) {
			const grown = new Uint8Array(words.length * 2);
			grown.set(plan.flags);
			plan.flags = grown;
		}
		for (let id = this.#flagged; id < words.length; id += 1) {
			const isMarked = this.#singles.some(
				({ clause: { field }, test }) =>
					(field === null || field === zone) && test(words[id] ?? '', spellings[id] ?? '')
			);
			const head = heads[id] ?? 0;
			const isFirst =
				plan.phrases.has(head) ||
				plan.openPhrases.some(({ words: [first] }) => fitsAt(first, head));
			plan.flags[id] = (isMarked ? marked : 0) | (isFirst ? opens : 0);
		}
	}
}

/** The stretch [start, end) of a text in parts, its matches apart. At least one part, also of an empty stretch. */
export function segmentsOf(
	text: string,
	matches: readonly { start: number; end: number }[],
	start: number,
	end: number
): Segment[] {
	const segments: Segment[] = [];
	let at = start;
	for (const match of matches) {
		if (match.start < at || match.end > end) continue;
		if (match.start > at) segments.push({ text: text.slice(at, match.start), match: false });
		segments.push({ text: text.slice(match.start, match.end), match: true });
		at = match.end;
	}
	if (at < end || segments.length === 0) {
		segments.push({ text: text.slice(at, end), match: false });
	}
	return segments;
}
