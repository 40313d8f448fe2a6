/**
 * Words asked for -> the answer in force and the excerpts that go with it. Every question is overtaken by the next;
 * what is shown always belongs to one question.
 */
import type { Answer, Excerpt, Question } from '../search/answer.ts';
import type { Lines } from '../search/concordance.ts';
import type { Nearest, Suggestions } from '../search/suggest.ts';

/** What the explorer asks of a search: see search/client. */
export interface Search {
	/** The answer, or null where a later question overtook this one. Rejects with a sentence for the reader. */
	ask(question: Question): Promise<Answer | null>;
	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[] | null>;
	lines(question: Question, rows: Uint32Array): Promise<Lines | null>;
	suggest(typed: string): Promise<Suggestions | null>;
	nearest(words: readonly string[]): Promise<Nearest[] | null>;
}

interface Excerpts {
	of: Question;
	/** The list that they were fetched for, in its order. */
	list: Uint32Array;
	byRow: Map<number, Excerpt>;
}

const isAsked = ({ query }: Question) => query.trim() !== '';

function sentenceOf(failure: unknown): string {
	return failure instanceof Error ? failure.message : String(failure);
}

export class Answers {
	#search: () => Search;
	#question: () => Question;
	#latest = $state.raw<Answer | null>(null);
	#excerpts = $state.raw<Excerpts | null>(null);
	/** Why the words could not be searched, in a sentence for the reader; null where they could. */
	failure = $state.raw<string | null>(null);
	/** How far the search has got, in words; null where there is nothing to wait for. */
	progress = $state.raw<string | null>(null);
	/** What a reader should know about this search but need not act on; null mostly. */
	notice = $state.raw<string | null>(null);
	/** True once everything the search reads ahead has come: what is not urgent may be fetched now. */
	rested = $state(false);

	/** `question` is read reactively; `search` connects when it is first called. */
	constructor(search: () => Search, question: () => Question) {
		this.#search = search;
		this.#question = question;
	}

	/** True where words are asked for. */
	readonly asked: boolean = $derived.by(() => isAsked(this.#question()));

	/** The latest answer; null where no words are asked for, or none has come yet. */
	readonly latest: Answer | null = $derived.by(() => (this.asked ? this.#latest : null));

	/** True while words are asked for and no answer at all has come. */
	readonly waiting: boolean = $derived.by(
		() => this.asked && this.#latest === null && this.failure === null
	);

	/** The rows that the words allow; null where none are asked for, or their first answer is on its way. */
	readonly rows: Uint32Array | null = $derived.by(() => {
		if (!this.asked) return null;
		// Where the words cannot be searched nothing may pass for a result.
		return this.failure === null ? (this.#latest?.rows ?? null) : new Uint32Array();
	});

	/** Asks for the words in force; call whenever they change. */
	async ask(): Promise<void> {
		const question = this.#question();
		if (!isAsked(question)) {
			this.#latest = null;
			this.#excerpts = null;
			this.failure = null;
			return;
		}
		try {
			const answer = await this.#search().ask(question);
			if (!answer || answer.question.query !== this.#question().query) return;
			this.#latest = answer;
			this.failure = null;
		} catch (failure) {
			this.#latest = null;
			this.failure = sentenceOf(failure);
		}
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

	/** Fetches the excerpts of the first `shown` rows of a list; call whenever the list or the answer changes. */
	illustrate(list: Uint32Array, shown: number): void {
		const question = this.latest?.question;
		if (!question || !isAsked(question)) return;
		const kept = this.#excerpts?.of === question ? this.#excerpts.byRow : null;
		const missing = [...list.subarray(0, shown)].filter((row) => !kept?.has(row));
		if (missing.length) void this.#fetch(question, list, missing);
	}

	async #fetch(question: Question, list: Uint32Array, rows: readonly number[]): Promise<void> {
		try {
			const found = await this.#search().excerpts(question, rows);
			if (!found || this.latest?.question !== question) return;
			const kept = this.#excerpts?.of === question ? this.#excerpts.byRow : [];
			const byRow = new Map([...kept, ...found.map((each) => [each.row, each] as const)]);
			this.#excerpts = { of: question, list, byRow };
		} catch (failure) {
			this.failure = sentenceOf(failure);
		}
	}
}
