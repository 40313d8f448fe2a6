/**
 * Answers questions: which articles, how well, how often and where. Holds the open index and the texts; knows no
 * page, no worker and no messages.
 */
import { analyserVersion } from '../archive/stems.ts';
import { BundleError, type Manifest, type Read } from '../bundle/format.ts';
import type { Answer, Excerpt, Question } from './answer.ts';
import type { Lines } from './concordance.ts';
import type { WordCounts } from './counts.ts';
import { excerptOf } from './excerpt.ts';
import type { Facts } from './facts.ts';
import { openIndex, type FlexIndex } from './flex.ts';
import { Inquiry } from './inquiry.ts';
import { findByNumbers, findByReading, type PartsFinder } from './parts-finder.ts';
import { readQuery } from './query.ts';
import { newestFirst, rankBest, type NewestFirst } from './rank.ts';
import { ShardReader } from './store.ts';
import type { Nearest, Suggester, Suggestions } from './suggest.ts';
import { Terms, type Term } from './terms.ts';
import { Texts } from './texts.ts';

/** What an engine needs to open. */
export interface Library {
	manifest: Manifest;
	read: Read;
}

/** An open archive that can be asked. */
export interface Engine {
	/**
	 * Answers a question: all rows, never capped. Reads texts where the index alone cannot know; of a large archive only
	 * so many at a time, best first, and until all have been read `verified` is false: ask again with a higher `check`,
	 * what was checked is kept. Rejects with a BundleError where a file cannot be read, and with the signal's reason
	 * where the signal is aborted.
	 */
	ask(question: Question, signal?: AbortSignal): Promise<Answer>;
	/**
	 * Answers several questions, in their order, as `ask` does without `check`; the question asked last is left as it is.
	 * Rejects likewise.
	 */
	compare(questions: readonly Question[], signal?: AbortSignal): Promise<Answer[]>;
	/** What to show of rows, in the order given. Rejects with a BundleError where a text cannot be read. */
	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[]>;
	/** What the scores of a question are made of: see explain.ts. */
	termsOf(question: Question): Promise<{ terms: Terms; asked: Term[] }>;
	/**
	 * Every match in rows, a line each: see concordance.ts. Rejects with a BundleError where a text cannot be read, and
	 * with the signal's reason where the signal is aborted.
	 */
	lines(question: Question, rows: Uint32Array, signal?: AbortSignal): Promise<Lines>;
	/** What could follow what is typed: see suggest.ts. Rejects with a BundleError where a file cannot be read. */
	suggest(typed: string): Promise<Suggestions>;
	/** The archive's words nearest to words that it does not have; likewise. */
	nearest(words: readonly string[]): Promise<Nearest[]>;
	/**
	 * The words of rows and of all others: see counts.ts. Rejects with a BundleError where a text cannot be read, and
	 * with the signal's reason where the signal is aborted.
	 */
	counts(rows: Uint32Array, signal?: AbortSignal): Promise<WordCounts>;
	/** Reads all texts in the background; afterwards every answer counts its matches. Does nothing in a large archive. */
	loadTexts(): Promise<void>;
	/** Whether all texts have been read. */
	readonly textsLoaded: boolean;
}

/** An index of at most so many bytes is fetched whole before the first question. */
const prefetchBytes = 1_500_000;

/**
 * Opens the index of a bundle. `onProgress` is told bytes read and bytes in all while the index arrives. Throws a
 * BundleError where the index is missing, damaged or made by another version of the analyser.
 */
export async function openEngine(
	library: Library,
	onProgress?: (readBytes: number, allBytes: number) => void
): Promise<Engine> {
	const { manifest, read } = library;
	if (manifest.analyser !== analyserVersion) {
		throw new BundleError(
			`This archive was indexed by another version of the search (${manifest.analyser}; this page reads ${analyserVersion}). Reload the page; if that does not help, build the archive again.`
		);
	}
	const store = new ShardReader(read, manifest.index);
	const index = await openIndex(store);
	const allBytes = manifest.index.bytes;
	if (allBytes <= prefetchBytes) {
		let readBytes = 0;
		onProgress?.(0, allBytes);
		await store.prefetchAll((bytes) => {
			readBytes += bytes;
			onProgress?.(readBytes, allBytes);
		});
	} else onProgress?.(allBytes, allBytes);
	return new OpenEngine(library, index, store, allBytes <= prefetchBytes);
}

class OpenEngine implements Engine {
	readonly #library: Library;
	readonly #index: FlexIndex;
	readonly #store: ShardReader;
	readonly #texts: Texts;
	readonly #isWhole: boolean;
	#suggester: Suggester | null = null;
	#facts: Promise<Facts> | null = null;
	/** The question asked last. */
	#newest: NewestFirst | null = null;
	#inquiry: Inquiry | null = null;
	/** The questions compared last. */
	#compared: Inquiry[] = [];

	/** `isWhole`: all of the index is at hand. */
	constructor(library: Library, index: FlexIndex, store: ShardReader, isWhole: boolean) {
		this.#library = library;
		this.#index = index;
		this.#store = store;
		this.#texts = new Texts(library.read, library.manifest.texts, library.manifest.counts.articles);
		this.#isWhole = isWhole;
	}

	get textsLoaded(): boolean {
		return this.#texts.loaded;
	}

	loadTexts(): Promise<void> {
		return this.#texts.loadAll();
	}

	async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
		signal?.throwIfAborted();
		const answer = await this.#inquire(question).answer(question.check ?? 0, signal);
		// A list is mostly by score: its excerpts need not be asked for once more. None is waited for.
		if (!question.excerpts || !this.#texts.loaded) return answer;
		return {
			...answer,
			excerpts: await this.excerpts(question, this.#best(answer, question.excerpts))
		};
	}

	async compare(questions: readonly Question[], signal?: AbortSignal): Promise<Answer[]> {
		const known = this.#compared;
		const inquiries = questions.map(
			(question) => known.find((each) => isSame(each.question, question)) ?? this.#open(question)
		);
		this.#compared = inquiries;
		const answers: Answer[] = [];
		for (const inquiry of inquiries) {
			signal?.throwIfAborted();
			answers.push(await inquiry.answer(0, signal));
		}
		return answers;
	}

	async excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[]> {
		const texts = await Promise.all(rows.map((row) => this.#texts.textOf(row)));
		const find = this.#finderOf(question);
		return texts.map((text, at) => {
			const row = rows[at] ?? 0;
			return excerptOf(text, row, find(text, row));
		});
	}

	termsOf(question: Question): Promise<{ terms: Terms; asked: Term[] }> {
		return this.#inquire(question).termsOf();
	}

	async lines(question: Question, rows: Uint32Array, signal?: AbortSignal): Promise<Lines> {
		const { readLines } = await fetched(import('./concordance.ts'));
		return readLines((row) => this.#texts.textOf(row), this.#finderOf(question), rows, signal);
	}

	async suggest(typed: string): Promise<Suggestions> {
		return (await this.#suggesterOf()).suggest(typed);
	}

	async nearest(words: readonly string[]): Promise<Nearest[]> {
		return (await this.#suggesterOf()).nearest(words);
	}

	async #suggesterOf(): Promise<Suggester> {
		const { Suggester } = await fetched(import('./suggest.ts'));
		this.#suggester ??= new Suggester(
			this.#store,
			this.#texts.lexicon,
			this.#isWhole,
			this.#library
		);
		return this.#suggester;
	}

	#finderOf(question: Question): PartsFinder {
		const { clauses } = readQuery(question.query);
		const { loaded, lexicon } = this.#texts;
		if (!loaded) return findByReading(clauses);
		return findByNumbers(clauses, lexicon, (row) => {
			const words = this.#texts.wordsOf(row);
			if (!words) throw new Error(`The words of row ${row} are not at hand.`);
			return words;
		});
	}

	async counts(rows: Uint32Array, signal?: AbortSignal): Promise<WordCounts> {
		const { readCounts } = await fetched(import('./counts.ts'));
		const { articles } = this.#library.manifest.counts;
		return readCounts(this.#texts, articles, rows, signal);
	}

	/** The rows that score best, as nearly as can be told without the days, which the catalog has: later rows are newer. */
	#best(answer: Answer, count: number): number[] {
		const { articles, undated } = this.#library.manifest.counts;
		this.#newest ??= newestFirst(
			Array.from({ length: articles }, (_, row) => (row < articles - undated ? row : null))
		);
		return [...rankBest(answer, this.#newest).subarray(0, count)];
	}

	#inquire(question: Question): Inquiry {
		const last = this.#inquiry;
		if (last && isSame(last.question, question)) {
			last.question = question;
			return last;
		}
		return (this.#inquiry = this.#open(question));
	}

	#open(question: Question): Inquiry {
		const terms = new Terms(this.#index, this.#store);
		return new Inquiry(question, terms, this.#texts, () => this.#factsOf());
	}

	/** What the catalog tells; read again where that has failed, since the network may be back. */
	#factsOf(): Promise<Facts> {
		if (this.#facts) return this.#facts;
		const { read, manifest } = this.#library;
		const opening = fetched(import('./facts.ts')).then(({ openFacts }) =>
			openFacts(read, manifest.catalog)
		);
		this.#facts = opening;
		opening.catch(() => {
			if (this.#facts === opening) this.#facts = null;
		});
		return opening;
	}
}

/** Code that the first answer does not need, when it is needed. */
async function fetched<Code>(code: Promise<Code>): Promise<Code> {
	try {
		return await code;
	} catch (cause) {
		throw new BundleError(
			'A part of the search could not be fetched. Check the connection and try again; if that does not help, reload the page.',
			{ cause }
		);
	}
}

/** Whether two questions are of the same words. */
function isSame(one: Question, other: Question): boolean {
	return one.query === other.query && one.any === other.any;
}
