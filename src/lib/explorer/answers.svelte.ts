/**
 * Words asked for -> the answer in force and the excerpts that go with it. Every question is overtaken by the next;
 * what is shown always belongs to one question.
 */
import { untrack } from 'svelte';
import type { Answer, Excerpt, Question } from '../search/answer.ts';
import type { Lines } from '../search/concordance.ts';
import type { WordCounts } from '../search/counts.ts';
import type { Nearest, Suggestions } from '../search/suggest.ts';

/** What the explorer asks of a search: see search/client. */
export interface Search {
	/** The answer, or null where a later question overtook this one. Rejects with a sentence for the reader. */
	ask(question: Question): Promise<Answer | null>;
	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[] | null>;
	lines(question: Question, rows: Uint32Array): Promise<Lines | null>;
	compare(questions: readonly Question[]): Promise<Answer[] | null>;
	suggest(typed: string): Promise<Suggestions | null>;
	nearest(words: readonly string[]): Promise<Nearest[] | null>;
	counts(rows: Uint32Array): Promise<WordCounts | null>;
}

/** What the answers are asked for and shown with. All but `search` are read reactively. */
export interface Asking {
	/** Connects when it is first called. */
	search: () => Search;
	question: () => Question;
	/** The list that an answer will bring, in its order. */
	opening: (answer: Answer) => Uint32Array;
	/** How many rows of a list are drawn. */
	drawn: () => number;
	/** Fetches what a list shows of rows besides their excerpts. */
	entries: (rows: readonly number[]) => Promise<void>;
	/** Called when what was asked for is about to be answered, or to fail. */
	arrive: () => void;
}

interface Excerpts {
	of: Question;
	/** The list that they were fetched for, in its order. */
	list: Uint32Array;
	byRow: Map<number, Excerpt>;
}

/**
 * How long an answer waits for the excerpts of its first rows, so that both are drawn at once: most come within a few
 * milliseconds, and drawing twice takes longer. Where texts have to be fetched first, the counts do not wait for them.
 */
const patienceMs = 40;

const sentenceOf = (failure: unknown) =>
	failure instanceof Error ? failure.message : String(failure);

const isAsked = ({ query }: Question) => query.trim() !== '';

export class Answers {
	#asking: Asking;
	#latest = $state.raw<Answer | null>(null);
	#excerpts = $state.raw<Excerpts | null>(null);
	/** What was asked for last. */
	#asked: Question | null = null;
	/** Counts the questions: an answer to any but the last is dropped, however late it comes. */
	#turn = 0;
	/** The rows whose excerpts have been asked for, and for which question. */
	#fetched: { of: Question | null; rows: Set<number> } = { of: null, rows: new Set() };
	/** Why the words could not be searched, in a sentence for the reader; null where they could. */
	failure = $state.raw<string | null>(null);
	/** What is missing beside an answer that stands, and why, in sentences for the reader; null mostly. */
	lack = $state.raw<string | null>(null);
	/** Whether it is a part of the check. */
	#unchecked = false;
	/** How far the search has got, in words; null where there is nothing to wait for. */
	progress = $state.raw<string | null>(null);
	/** What a reader should know about this search but need not act on; null mostly. */
	notice = $state.raw<string | null>(null);
	/** True while all candidates are being checked. */
	checking = $state(false);
	/** True once everything the search reads ahead has come: what is not urgent may be fetched now. */
	rested = $state(false);
	/** True where the texts are too many to be held: matches are counted when it is asked for. */
	large = $state(false);

	constructor(asking: Asking) {
		this.#asking = asking;
	}

	/** True where words are asked for. */
	readonly asked: boolean = $derived.by(() => isAsked(this.#asking.question()));

	/** The latest answer; null where no words are asked for, or none has come yet. */
	readonly latest: Answer | null = $derived.by(() => (this.asked ? this.#latest : null));

	/** True while words are asked for and no answer at all has come. */
	readonly waiting: boolean = $derived.by(
		() => this.asked && this.#latest === null && this.failure === null
	);

	/**
	 * The rows that the words allow; null where none are asked for, their first answer is on its way, or they cannot be
	 * searched: a count of nothing would be a wrong one.
	 */
	readonly rows: Uint32Array | null = $derived.by(() => this.latest?.rows ?? null);

	/**
	 * Checks all candidates of the question in force, some more with each answer, so that the page says how far it has
	 * got. Ends where another question is asked.
	 */
	async checkAll(): Promise<void> {
		if (this.checking) return;
		this.checking = true;
		const asked = this.#asking.question();
		let done = -1;
		while (this.#asking.question() === asked) {
			const checked = this.#latest?.checked;
			// No further than before: what keeps it from going on has been said.
			if (!checked || checked.done <= done) break;
			done = checked.done;
			await this.ask(done + 1);
		}
		this.checking = false;
	}

	/**
	 * Asks for some words, the ones in force or about to be, unless they are what was asked for last; call whenever they
	 * change.
	 */
	follow(question: Question = this.#asking.question()): void {
		const { query, any } = question;
		if (query === this.#asked?.query && any === this.#asked.any) return;
		void untrack(() => this.ask(0, question));
	}

	/** Asks for some words, mostly the ones in force. `check`: see `Question`. */
	async ask(check = 0, asked = this.#asking.question()): Promise<void> {
		const turn = (this.#turn += 1);
		this.#asked = asked;
		const question = check > 0 ? { ...asked, check } : asked;
		if (!isAsked(question)) {
			this.#latest = null;
			this.#excerpts = null;
			this.failure = null;
			this.lack = null;
			return;
		}
		try {
			const answer = await this.#asking
				.search()
				.ask({ ...question, excerpts: this.#asking.drawn() });
			if (!answer || turn !== this.#turn) return;
			this.lack = null;
			this.#unchecked = false;
			const list = this.#asking.opening(answer);
			const fetching = this.#fetch(answer.question, list, answer.excerpts);
			const pause = new Promise<null>((done) => setTimeout(() => done(null), patienceMs));
			const found = await Promise.race([fetching, pause]);
			if (turn !== this.#turn) return;
			this.#asking.arrive();
			this.#latest = answer;
			this.failure = null;
			this.#keep(answer.question, list, found ?? (await fetching));
		} catch (failure) {
			if (turn !== this.#turn) return;
			this.#asking.arrive();
			const reason = sentenceOf(failure);
			if (check > 0) {
				// What has been found so far is as true as before.
				this.#unchecked = true;
				this.lack = `What has been checked stands, but the rest could not be. ${reason}`;
			} else {
				this.#latest = null;
				this.lack = null;
				this.#unchecked = false;
				this.failure = reason;
			}
		}
	}

	/** Tries once more what `lack` or `failure` tells of; till then nothing is said to be missing. */
	retry(): Promise<void> {
		this.lack = null;
		this.failure = null;
		return this.#unchecked ? this.checkAll() : this.ask();
	}

	/**
	 * The list to show for `rows`, the one in force: the list before it, with its excerpts, while those of a new answer
	 * are on their way, so that a list is drawn once for each answer.
	 */
	listed(rows: Uint32Array): Uint32Array {
		const excerpts = this.#excerpts;
		const question = this.latest?.question;
		return question && excerpts && excerpts.of !== question ? excerpts.list : rows;
	}

	/** What to show of a row; undefined until it has come. */
	excerptOf(row: number): Excerpt | undefined {
		return this.latest ? this.#excerpts?.byRow.get(row) : undefined;
	}

	/** Fetches the excerpts of the first rows of a list that have not been asked for; call whenever the list changes. */
	async illustrate(list: Uint32Array): Promise<void> {
		const question = this.latest?.question;
		if (question) this.#keep(question, list, await this.#fetch(question, list));
	}

	/**
	 * Excerpts of the rows to be drawn that have not been asked for; null where they were overtaken. `sent`: at hand. Where
	 * they cannot be had, those at hand, and the reason in `lack`: rows are found and counted without excerpts.
	 */
	async #fetch(
		question: Question,
		list: Uint32Array,
		sent: readonly Excerpt[] = []
	): Promise<Excerpt[] | null> {
		if (this.#fetched.of !== question) this.#fetched = { of: question, rows: new Set() };
		const { rows } = this.#fetched;
		const drawn = [...list.subarray(0, this.#asking.drawn())].filter((row) => !rows.has(row));
		if (drawn.length === 0) return [];
		for (const row of drawn) rows.add(row);
		const found = sent.filter(({ row }) => rows.has(row));
		const missing = drawn.filter((row) => !found.some((each) => each.row === row));
		try {
			const [excerpts] = await Promise.all([
				missing.length > 0 ? this.#asking.search().excerpts(question, missing) : [],
				this.#asking.entries(drawn)
			]);
			return excerpts && [...found, ...excerpts];
		} catch (failure) {
			if (this.#fetched.of === question)
				this.lack = `The counts stand, but not all passages can be shown. ${sentenceOf(failure)}`;
			return found;
		}
	}

	#keep(question: Question, list: Uint32Array, found: Excerpt[] | null): void {
		// An empty list is not drawn: the one before it stays, hidden, to be filled anew.
		if (!found || list.length === 0 || this.latest?.question !== question) return;
		const kept = this.#excerpts?.of === question ? this.#excerpts.byRow : [];
		const byRow = new Map([...kept, ...found.map((each) => [each.row, each] as const)]);
		this.#excerpts = { of: question, list, byRow };
	}
}
