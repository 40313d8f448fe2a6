/**
 * One question on its way to an answer: its clauses looked up, the whole reckoned in three values, candidates checked on
 * their texts as far as was asked. Kept between two askings of the same question, so that nothing is checked twice.
 */
import type { Answer, Expected, Question } from './answer.ts';
import type { QueryClause } from './clause.ts';
import type { Facts } from './facts.ts';
import { combine, holdClause, maybe, rowsOf, verify, yes, type Held } from './hold.ts';
import { countMatches } from './scan.ts';
import { isOfText, plansOf } from './probe.ts';
import { readQuery, type Query } from './query.ts';
import type { Term, Terms } from './terms.ts';
import type { Texts } from './texts.ts';
import { clausesUnder, isList, seamsOf, without, type Node } from './tree.ts';

/** Raw bytes of texts that are read at once to check candidates in a large archive. */
const batchBytes = 8_000_000;

export class Inquiry {
	/** As asked last; its words never change. */
	question: Question;
	readonly query: Query;
	readonly #terms: Terms;
	readonly #texts: Texts;
	readonly #facts: () => Promise<Facts>;
	#held: Map<number, Held> | null = null;
	#scores = new Float32Array(0);
	/** Candidates that needed their texts, and how many of them have been checked. */
	#candidates = 0;

	constructor(question: Question, terms: Terms, texts: Texts, facts: () => Promise<Facts>) {
		this.question = question;
		this.query = readQuery(question.query);
		this.#terms = terms;
		this.#texts = texts;
		this.#facts = facts;
	}

	/** Clauses that narrow the answer, by number. */
	get #asked(): [number, QueryClause][] {
		return [...this.query.clauses.entries()].filter(([, { ignored }]) => !ignored);
	}

	/** Whether a part of the outermost group need not be there where any of the words will do. */
	readonly #isLoose = (part: Node): boolean =>
		clausesUnder(part).some((at) => {
			const clause = this.query.clauses[at];
			return clause && !clause.not && !clause.ignored && isOfText(clause);
		});

	/** Looks the clauses up. Nothing of the texts is read. */
	async #open(signal: AbortSignal | undefined): Promise<Map<number, Held>> {
		if (this.#held) return this.#held;
		const found = await Promise.all(
			this.#asked.map(async ([at, clause]): Promise<[number, Held]> => [
				at,
				await holdClause(clause, this.#terms, this.#facts)
			])
		);
		signal?.throwIfAborted();
		const scores = new Float32Array(this.#terms.rows);
		await this.#terms.score(
			found.flatMap(([, { clause, terms }]) => (clause.not ? [] : terms)),
			scores
		);
		signal?.throwIfAborted();
		const held = new Map(found);
		this.#scores = scores;
		this.#held = held;
		if (this.#isOpen(held)) this.#candidates = count(this.#rows(held), maybe);
		return held;
	}

	/** What is known of every row for the whole question, or for it without one clause. */
	#rows(held: ReadonlyMap<number, Held>, any = this.question.any, less?: number): Uint8Array {
		const { root } = this.query;
		const left = less === undefined ? held : new Map([...held].filter(([at]) => at !== less));
		const found = root && (any ? this.#anyOf(root, left) : rowsOf(root, left));
		return found ?? new Uint8Array(this.#terms.rows).fill(yes);
	}

	/** Any of the words will do; what is no word, and what is refused, stands as it is. */
	#anyOf(root: Node, held: ReadonlyMap<number, Held>): Uint8Array | null {
		if (!isList(root)) return rowsOf(root, held);
		const rowsFor = (loose: boolean) =>
			root.parts.filter((part) => this.#isLoose(part) === loose).map((part) => rowsOf(part, held));
		return combine('all', [combine('some', rowsFor(true)), ...rowsFor(false)]);
	}

	/** Answers as far as can be told now. Rejects with a BundleError, or with the reason of the signal. */
	async answer(check: number, signal: AbortSignal | undefined): Promise<Answer> {
		if (this.#asked.length === 0) return this.#nothing(new Map());
		const held = await this.#open(signal);
		const texts = this.#texts;
		if (texts.loaded) this.#checkAll(held);
		else if (this.#isOpen(held)) await this.#checkSome(held, check, signal);
		let rows = this.#rows(held);
		if (texts.isSmall && !rows.includes(yes) && this.#isOpen(held)) {
			// What each clause alone would find is told only from what is certain.
			await texts.loadAll();
			signal?.throwIfAborted();
			this.#checkAll(held);
			rows = this.#rows(held);
		}
		const left = count(rows, maybe);
		const found = rowsWith(rows, yes);
		return {
			...this.#nothing(held),
			rows: found,
			scores: scoresOf(found, this.#scores),
			matches: this.#countMatches(found),
			verified: left === 0,
			checked: left === 0 ? null : { done: this.#candidates - left, of: this.#candidates },
			instead: found.length === 0 && left === 0 ? this.#instead(held) : null
		};
	}

	/** What it is ranked by. */
	async termsOf(): Promise<{ terms: Terms; asked: Term[] }> {
		const held = await this.#open(undefined);
		const asked = [...held.values()].flatMap(({ clause, terms }) => (clause.not ? [] : terms));
		return { terms: this.#terms, asked };
	}

	#isOpen(held: ReadonlyMap<number, Held>): boolean {
		return [...held.values()].some(({ exact }) => !exact);
	}

	/** Every candidate of every clause, so that each clause can be counted. All texts must have been read. */
	#checkAll(held: ReadonlyMap<number, Held>): void {
		if (!this.#isOpen(held)) return;
		const all = Array.from({ length: this.#terms.rows }, (_, row) => row);
		verify([...held.values()], all, (row) => this.#texts.wordsOf(row), this.#texts.lexicon);
	}

	/**
	 * Candidates of the whole question, best first: of a small archive all; of a large one `check` of them at least, and
	 * as many as one batch of texts holds.
	 */
	async #checkSome(
		held: ReadonlyMap<number, Held>,
		check: number,
		signal: AbortSignal | undefined
	): Promise<void> {
		const texts = this.#texts;
		const scores = this.#scores;
		const open = rowsWith(this.#rows(held), maybe).sort(
			(a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b
		);
		const before = this.#candidates - open.length;
		let at = 0;
		while (at < open.length) {
			const files = new Set<number>();
			const batch: number[] = [];
			let bytes = 0;
			for (; at < open.length; at += 1) {
				const row = open[at] ?? 0;
				const file = texts.fileOf(row);
				if (!files.has(file) && !texts.has(file)) {
					if (!texts.isSmall && bytes + texts.bytesOf(file) > batchBytes && bytes > 0) break;
					bytes += texts.bytesOf(file);
				}
				files.add(file);
				batch.push(row);
			}
			await Promise.all([...files].map((file) => texts.loadFile(file)));
			signal?.throwIfAborted();
			verify([...held.values()], batch, (row) => texts.wordsOf(row), texts.lexicon);
			texts.forgetOldest();
			if (before + at >= check) return;
		}
	}

	#clauses(held: ReadonlyMap<number, Held>): Answer['clauses'] {
		const { clauses, root } = this.query;
		if (!root) return [];
		const seams = seamsOf(root, this.question.any && isList(root) ? this.#isLoose : null);
		return clauses.map((clause, at) => {
			const one = held.get(at);
			const { kind, field, text, exact, within, not, range, ignored } = clause;
			const articles = one?.exact ? count(one.rows, yes) : null;
			const { joint = null, opens = 0, closes = 0 } = seams[at] ?? {};
			const rest = without(this.question.query, root, at);
			return {
				kind,
				field,
				text,
				exact,
				within,
				not,
				range,
				ignored,
				articles,
				joint,
				opens,
				closes,
				without: rest
			};
		});
	}

	#countMatches(rows: Uint32Array): Uint32Array | null {
		if (!this.#texts.loaded) return null;
		const { clauses } = this.query;
		const { lexicon } = this.#texts;
		const stemmed = plansOf(clauses, lexicon, true);
		const plain = plansOf(clauses, lexicon, false);
		return rows.map((row) => {
			const words = this.#texts.wordsOf(row);
			if (!words) return 0;
			const { headline, text } = words.stemmed ? stemmed : plain;
			const { tokens } = words;
			if (headline === text) return countMatches(tokens, 0, tokens.length, text);
			return (
				countMatches(tokens, 0, words.headline, headline) +
				countMatches(tokens, words.headline, tokens.length, text)
			);
		});
	}

	/** Where nothing was found: what any of the words would find, and what dropping each clause would. */
	#instead(held: ReadonlyMap<number, Held>): NonNullable<Answer['instead']> {
		const { root } = this.query;
		const expected = (rows: Uint8Array): Expected => {
			const articles = count(rows, yes);
			return { articles, most: articles + count(rows, maybe) };
		};
		const plain =
			root !== null &&
			isList(root) &&
			root.parts.every(({ kind }) => kind === 'clause') &&
			root.parts.filter(this.#isLoose).length > 1;
		const without: NonNullable<Answer['instead']>['without'] = [];
		if (held.size > 1) {
			for (const clause of held.keys()) {
				const found = expected(this.#rows(held, undefined, clause));
				if (found.most > 0) without.push({ clause, ...found });
			}
		}
		const any = plain && !this.question.any;
		return { any: any ? expected(this.#rows(held, true)) : { articles: 0, most: 0 }, without };
	}

	/** What is answered before anything is found. */
	#nothing(held: ReadonlyMap<number, Held>): Answer {
		return {
			question: this.question,
			clauses: this.#clauses(held),
			problems: this.query.problems,
			rows: null,
			scores: new Float32Array(0),
			matches: null,
			verified: true,
			checked: null,
			instead: null
		};
	}
}

function count(rows: Uint8Array, wanted: number): number {
	// Mostly there is none; the browser tells that faster than a loop.
	if (!rows.includes(wanted)) return 0;
	let found = 0;
	for (let row = 0; row < rows.length; row += 1) if (rows[row] === wanted) found += 1;
	return found;
}

// A loop: `from` with a function goes through an iterator, which takes ten times as long.
function scoresOf(rows: Uint32Array, all: Float32Array): Float32Array {
	const scores = new Float32Array(rows.length);
	for (let at = 0; at < rows.length; at += 1) scores[at] = all[rows[at] ?? 0] ?? 0;
	return scores;
}

function rowsWith(rows: Uint8Array, wanted: number): Uint32Array {
	const found = new Uint32Array(count(rows, wanted));
	let at = 0;
	for (let row = 0; row < rows.length; row += 1) if (rows[row] === wanted) found[at++] = row;
	return found;
}
