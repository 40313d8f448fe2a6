/**
 * Counts the matches of what is found in an archive too large for its texts to be held: when it is asked for, a slice of
 * articles at a time, in the order of the list. What has been counted of a question is kept while that stands, whatever narrows it.
 */
import type { Question } from '../search/answer.ts';
import type { Explorer } from './explorer.svelte.ts';

/** Articles that are read before the page first says how far it has got; then twice as many, up to the greatest. */
const firstSlice = 32;
const greatestSlice = 256;

export class Counting {
	readonly #explorer: Explorer;
	/** The question that is counted, and its matches by row, of the articles that have been read. */
	#of: Question | null = null;
	#byRow = new Map<number, number>();
	/** Counts the slices: a map of thousands of rows is not copied for each. */
	#arrivals = $state(0);
	/** True while articles are being read. */
	running = $state(false);
	/** Why they could not be read, in a sentence for the reader. */
	failure = $state.raw<string | null>(null);
	#turn = 0;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	get #question(): Question | null {
		return this.#explorer.answers.latest?.question ?? null;
	}

	/** The articles that pass, and those of them that have been read. */
	readonly all: number = $derived.by(() => this.#passing.length);
	readonly #passing: readonly number[] = $derived.by(() => {
		const { answers, mask } = this.#explorer;
		return [...(answers.latest?.rows ?? [])].filter((row) => mask[row] === 0);
	});
	readonly #read = $derived.by(() => {
		void this.#arrivals;
		return isSame(this.#of, this.#question)
			? this.#passing.filter((row) => this.#byRow.has(row))
			: [];
	});
	readonly read: number = $derived.by(() => this.#read.length);
	/** Matches in those that have been read. */
	readonly matches: number = $derived.by(() =>
		this.#read.reduce((sum, row) => sum + (this.#byRow.get(row) ?? 0), 0)
	);

	/** Counts what has not been counted; ends where that is done, stopped, or something else is asked. */
	async start(): Promise<void> {
		const turn = (this.#turn += 1);
		const question = this.#question;
		if (!question) return;
		if (!isSame(this.#of, question)) {
			this.#of = question;
			this.#byRow = new Map();
		}
		const counts = this.#byRow;
		this.running = true;
		this.failure = null;
		try {
			let size = firstSlice;
			for (let wanted = this.#unread(); wanted.length > 0; wanted = this.#unread()) {
				for (let at = 0; at < wanted.length; size = Math.min(2 * size, greatestSlice)) {
					const rows = wanted.slice(at, (at += size));
					const lines = await this.#explorer.search.lines(question, Uint32Array.from(rows));
					// Lines that somebody else asked for overtake these.
					if (turn !== this.#turn || !lines || !isSame(question, this.#question)) return;
					for (const row of rows) counts.set(row, 0);
					for (const row of lines.rows) counts.set(row, (counts.get(row) ?? 0) + 1);
					this.#arrivals += 1;
				}
			}
		} catch (failure) {
			if (turn === this.#turn)
				this.failure = failure instanceof Error ? failure.message : String(failure);
		} finally {
			if (turn === this.#turn) this.running = false;
		}
	}

	/** Those that stand in the list come first: they are the best, and may have been read for their passages. */
	#unread(): number[] {
		const passing = new Set(this.#passing);
		const best = [...this.#explorer.list].filter((row) => passing.has(row));
		return [...new Set([...best, ...passing])].filter((row) => !this.#byRow.has(row));
	}

	stop(): void {
		this.#turn += 1;
		this.running = false;
	}
}

function isSame(one: Question | null, other: Question | null): boolean {
	return one !== null && one.query === other?.query && one.any === other.any;
}
