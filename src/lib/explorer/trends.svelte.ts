/**
 * Queries compared over time. The first is the list's own, with the list's own answer, so that their counts cannot
 * differ; the others are answered together beside it. Filters narrow every query, and what they are divided by.
 */
import { untrack } from 'svelte';
import type { Bins, BinUnit } from '../archive/bins.ts';
import type { Day } from '../archive/day.ts';
import { noDay } from '../filter/columns.ts';
import { daysAsked, maskOf } from '../filter/mask.ts';
import {
	smallBase,
	spreadRows,
	trendBins,
	trendPoints,
	trendUnitsFor,
	type Spread,
	type TrendBase,
	type TrendPoint
} from '../filter/trend.ts';
import type { Answer, Question } from '../search/answer.ts';
import type { Explorer } from './explorer.svelte.ts';

/** One query over time. */
export interface TrendLine {
	/** Position among those compared, from 0: its colour, dash and marker. */
	at: number;
	question: Question;
	/** Null while it is on its way. */
	answer: Answer | null;
	/** Null with the answer, and where the dates leave no period. */
	articles: Spread | null;
	/** Null too while the texts have not been read, and in an archive too large to read all of them. */
	occurrences: Spread | null;
	/** What is drawn, of the unit asked for; null where it is not known. */
	points: TrendPoint[] | null;
}

export class Trends {
	readonly #explorer: Explorer;
	#answers = $state.raw<readonly Answer[]>([]);
	/** Why the queries could not be searched, in a sentence for the reader; null where they could. */
	failure = $state.raw<string | null>(null);
	/** Rates of fewer articles are doubtful. */
	readonly smallBase = smallBase;
	#turn = 0;
	#asked: { key: string; counted: boolean } | null = null;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** The queries compared with the first one. */
	readonly #compared: readonly string[] = $derived.by(() => {
		const { query, compare } = this.#explorer.selection;
		return compare.filter((each) => each !== query.trim());
	});

	/** Asks for what has not been answered; call in an effect. */
	follow(): void {
		const queries = this.#compared;
		// With all texts at hand matches are counted: then the same is asked again.
		const counted = Boolean(this.#explorer.answers.latest?.matches);
		untrack(() => void this.#ask(queries, counted));
	}

	/** Asks again where that has failed. */
	retry(): void {
		this.#asked = null;
		void this.#ask(this.#compared, Boolean(this.#explorer.answers.latest?.matches));
	}

	async #ask(queries: readonly string[], counted: boolean): Promise<void> {
		const key = JSON.stringify(queries);
		if (this.#asked?.key === key && this.#asked.counted === counted) return;
		this.#asked = { key, counted };
		const turn = (this.#turn += 1);
		this.failure = null;
		if (queries.length === 0) return;
		try {
			const questions = queries.map((query) => ({ query, any: false }));
			const answers = await this.#explorer.search.compare(questions);
			if (answers && turn === this.#turn) this.#answers = answers;
		} catch (failure) {
			if (turn === this.#turn)
				this.failure = failure instanceof Error ? failure.message : String(failure);
		}
	}

	/** First and last day that any article can be of, within the dates asked for; null where there is none. */
	readonly span: { first: Day; last: Day } | null = $derived.by(() => {
		const { columns, filters } = this.#explorer;
		const asked = daysAsked(filters);
		let [first, last] = [Infinity, -Infinity];
		for (let row = 0; row < columns.size; row++) {
			const day = columns.first[row] as number;
			if (day === noDay) continue;
			first = Math.min(first, day);
			last = Math.max(last, columns.last[row] as number);
		}
		first = Math.max(first, asked?.first ?? -Infinity);
		last = Math.min(last, asked?.last ?? Infinity);
		return first <= last ? { first: first as Day, last: last as Day } : null;
	});

	/** The lengths of periods that a reader may choose from. */
	readonly units: BinUnit[] = $derived.by(() =>
		this.span ? trendUnitsFor(this.span.first, this.span.last) : []
	);

	#bin = $derived.by(() => this.#explorer.selection.trendBin);
	readonly bins: Bins | null = $derived.by(() =>
		this.span ? trendBins(this.span.first, this.span.last, this.#bin) : null
	);

	/** A byte per article, zero where the filters leave it, whatever its words. */
	#mask = $derived.by(() => maskOf(this.#explorer.columns, this.#explorer.filters, null));

	/** What every query is a part of. */
	readonly base: TrendBase | null = $derived.by(() => {
		const { columns, archive } = this.#explorer;
		if (!this.bins) return null;
		const rows: number[] = [];
		this.#mask.forEach((byte, row) => byte === 0 && rows.push(row));
		return {
			articles: spreadRows(columns, this.bins, rows, () => 1),
			words: spreadRows(columns, this.bins, rows, (row) => archive.catalog.words[row] ?? 0)
		};
	});

	#unit = $derived.by(() => this.#explorer.selection.trendUnit);
	#scale = $derived.by(() => this.#explorer.selection.trendScale);
	#window = $derived.by(() => this.#explorer.selection.trendWindow);

	#counted = $derived.by(() => {
		const { question, answers } = this.#explorer;
		const first = { question, answer: answers.latest };
		const others = this.#compared.map((query) => ({
			question: { query, any: false },
			answer: this.#answers.find((each) => each.question.query === query) ?? null
		}));
		return [first, ...others].map(({ question, answer }) => ({
			question,
			answer,
			...this.#spread(answer)
		}));
	});

	#spread(answer: Answer | null): Pick<TrendLine, 'articles' | 'occurrences'> {
		const { bins } = this;
		if (!answer || !bins) return { articles: null, occurrences: null };
		const { columns } = this.#explorer;
		const mask = this.#mask;
		const { matches } = answer;
		const found = answer.rows ?? Uint32Array.from(mask, (_, row) => row);
		const rows = found.filter((row) => mask[row] === 0);
		const at = new Map<number, number>();
		if (matches) found.forEach((row, place) => at.set(row, matches[place] ?? 0));
		return {
			articles: spreadRows(columns, bins, rows, () => 1),
			occurrences: matches && spreadRows(columns, bins, rows, (row) => at.get(row) ?? 0)
		};
	}

	/** What is compared, in order. */
	readonly lines: TrendLine[] = $derived.by(() =>
		this.#counted.map((line, at) => {
			const { base } = this;
			const counts = this.#unit === 'articles' ? line.articles : line.occurrences;
			const points = counts && base && trendPoints(counts, base, this.#scale, this.#window);
			return { ...line, at, points };
		})
	);

	/** True while a query is on its way. */
	readonly waiting: boolean = $derived.by(
		() => this.failure === null && this.lines.some(({ answer }) => answer === null)
	);

	/** True where some counts are of those that were checked, and more may follow. */
	readonly atLeast: boolean = $derived.by(() =>
		this.lines.some(({ answer }) => answer?.verified === false)
	);
}
