/**
 * Answers questions: which articles, how well, how often and where. Holds the open index and the texts; knows no
 * page, no worker and no messages.
 */
import { analyserVersion } from '../archive/words.ts';
import { BundleError, type Catalog, type Manifest, type Read } from '../bundle/format.ts';
import type { Answer, Excerpt, Question } from './answer.ts';
import { planOf, Terms, testOf, type Held } from './clauses.ts';
import { readLines, type Lines } from './concordance.ts';
import { excerptOf } from './excerpt.ts';
import { openIndex, type FlexIndex } from './flex.ts';
import { countMatches } from './match.ts';
import { readQuery, type Query } from './query.ts';
import { ShardReader } from './store.ts';
import { Suggester, type Nearest, type Suggestions } from './suggest.ts';
import { Texts } from './texts.ts';

/** What an engine needs to open. */
export interface Library {
	manifest: Manifest;
	read: Read;
}

/** An open archive that can be asked. */
export interface Engine {
	/**
	 * Answers a question completely: all rows, never capped. Reads texts where a phrase or prefix has to be checked,
	 * unless that would be too much of a large archive; then `verified` is false. Rejects with a BundleError where a
	 * file cannot be read, and with the signal's reason where the signal is aborted.
	 */
	ask(question: Question, signal?: AbortSignal): Promise<Answer>;
	/** What to show of rows, in the order given. Rejects with a BundleError where a text cannot be read. */
	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[]>;
	/**
	 * Every match in rows, a line each: see concordance.ts. Rejects with a BundleError where a text cannot be read, and
	 * with the signal's reason where the signal is aborted.
	 */
	lines(question: Question, rows: Uint32Array, signal?: AbortSignal): Promise<Lines>;
	/** What could follow what is typed: see suggest.ts. Rejects with a BundleError where a file cannot be read. */
	suggest(typed: string): Promise<Suggestions>;
	/** The archive's words nearest to words that it does not have; likewise. */
	nearest(words: readonly string[]): Promise<Nearest[]>;
	/** Reads all texts in the background; afterwards every answer counts its matches. Does nothing in a large archive. */
	loadTexts(): Promise<void>;
	/** Whether all texts have been read. */
	readonly textsLoaded: boolean;
}

/** An index of at most so many bytes is fetched whole before the first question. */
const prefetchBytes = 1_500_000;
/** Raw bytes of texts that one question may read to check phrases in a large archive. */
const checkBytes = 8_000_000;

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
	const allBytes = manifest.index.shards.reduce((sum, shard) => sum + shard.bytes, 0);
	if (allBytes <= prefetchBytes) {
		let readBytes = 0;
		onProgress?.(0, allBytes);
		await store.prefetchAll((bytes) => {
			readBytes += bytes;
			onProgress?.(readBytes, allBytes);
		});
	} else onProgress?.(allBytes, allBytes);
	const texts = new Texts(read, manifest.texts);
	const isWhole = allBytes <= prefetchBytes;
	const suggester = new Suggester(store, texts.lexicon, isWhole, () => readCatalog(library));
	return new OpenEngine(index, store, texts, suggester);
}

/** The catalog, which suggestions take bylines and headlines from. */
async function readCatalog({ manifest, read }: Library): Promise<Catalog> {
	try {
		return JSON.parse(new TextDecoder().decode(await read(manifest.catalog))) as Catalog;
	} catch (cause) {
		throw new BundleError(
			`The bylines and headlines could not be read (${manifest.catalog}). Check the connection and try again.`,
			{ cause }
		);
	}
}

class OpenEngine implements Engine {
	readonly #index: FlexIndex;
	readonly #store: ShardReader;
	readonly #texts: Texts;
	readonly #suggester: Suggester;

	constructor(index: FlexIndex, store: ShardReader, texts: Texts, suggester: Suggester) {
		this.#index = index;
		this.#store = store;
		this.#texts = texts;
		this.#suggester = suggester;
	}

	get textsLoaded(): boolean {
		return this.#texts.loaded;
	}

	loadTexts(): Promise<void> {
		return this.#texts.loadAll();
	}

	async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
		signal?.throwIfAborted();
		const query = readQuery(question.query);
		const asked = query.clauses.filter((clause) => !clause.ignored);
		if (asked.length === 0) return nothingAsked(question, query);

		const terms = new Terms(this.#index, this.#store);
		const held = await Promise.all(asked.map((clause) => terms.hold(clause)));
		signal?.throwIfAborted();
		const verified = await this.#verify(held, question.any, signal);
		let rows = passing(held, question.any);
		if (rows.length === 0 && this.#texts.isSmall && held.some(({ exact }) => !exact)) {
			// What each clause alone would find is told only from what is certain.
			await this.#texts.loadAll();
			signal?.throwIfAborted();
			this.#makeExact(held);
			rows = passing(held, question.any);
		}
		for (const { clause, rows: holding, exact } of held) {
			clause.articles = exact ? countSet(holding) : null;
		}

		const all = new Float32Array(this.#store.rows);
		const positive = held.filter(({ clause }) => !clause.not);
		await terms.score(
			positive.flatMap((one) => one.terms),
			all
		);
		signal?.throwIfAborted();
		return {
			question,
			clauses: query.clauses.map(({ words: _words, ...clause }) => clause),
			problems: query.problems,
			rows,
			scores: Float32Array.from(rows, (row) => all[row] ?? 0),
			matches: this.#countMatches(query, rows),
			verified,
			instead: rows.length === 0 ? insteadOf(held, question.any, query) : null
		};
	}

	async excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[]> {
		const { clauses } = readQuery(question.query);
		const texts = await Promise.all(rows.map((row) => this.#texts.textOf(row)));
		return texts.map((text, index) => excerptOf(clauses, text, rows[index] ?? 0));
	}

	lines(question: Question, rows: Uint32Array, signal?: AbortSignal): Promise<Lines> {
		return readLines((row) => this.#texts.textOf(row), question, rows, signal);
	}

	suggest(typed: string): Promise<Suggestions> {
		return this.#suggester.suggest(typed);
	}

	nearest(words: readonly string[]): Promise<Nearest[]> {
		return this.#suggester.nearest(words);
	}

	/** Checks candidates on their texts. False where some were not checked because it would be too much to read. */
	async #verify(held: Held[], any: boolean, signal: AbortSignal | undefined): Promise<boolean> {
		if (held.every(({ exact }) => exact)) return true;
		if (this.#texts.loaded) {
			this.#makeExact(held);
			return true;
		}
		const open = held.filter(({ exact }) => !exact);
		const files = new Map<number, number[]>();
		for (const row of possible(held, any)) {
			if (!open.some(({ rows }) => rows[row])) continue;
			const file = this.#texts.fileOf(row);
			const same = files.get(file);
			if (same) same.push(row);
			else files.set(file, [row]);
		}
		let bytes = 0;
		for (const file of files.keys()) if (!this.#texts.has(file)) bytes += this.#texts.bytesOf(file);
		if (!this.#texts.isSmall && bytes > checkBytes) return false;
		await Promise.all([...files.keys()].map((file) => this.#texts.loadFile(file)));
		signal?.throwIfAborted();
		for (const { clause, rows: holding } of open) {
			const holds = testOf(clause, this.#texts.lexicon);
			for (const row of [...files.values()].flat()) {
				const words = this.#texts.wordsOf(row);
				if (holding[row] && words && !holds(words)) holding[row] = 0;
			}
		}
		this.#texts.forgetOldest();
		return true;
	}

	/** Checks every candidate of every clause. All texts must have been read. */
	#makeExact(held: Held[]): void {
		for (const one of held) {
			if (one.exact) continue;
			const holds = testOf(one.clause, this.#texts.lexicon);
			for (let row = 0; row < one.rows.length; row += 1) {
				const words = one.rows[row] ? this.#texts.wordsOf(row) : undefined;
				one.rows[row] = words && holds(words) ? 1 : 0;
			}
			one.exact = true;
		}
	}

	#countMatches({ clauses }: Query, rows: Uint32Array): Uint32Array | null {
		if (!this.#texts.loaded) return null;
		const stemmed = planOf(clauses, this.#texts.lexicon, true);
		const plain = planOf(clauses, this.#texts.lexicon, false);
		return rows.map((row) => {
			const words = this.#texts.wordsOf(row);
			return words ? countMatches(words.tokens, words.stemmed ? stemmed : plain) : 0;
		});
	}
}

function nothingAsked(question: Question, query: Query): Answer {
	return {
		question,
		clauses: query.clauses.map(({ words: _words, ...clause }) => clause),
		problems: query.problems,
		rows: null,
		scores: new Float32Array(0),
		matches: null,
		verified: true,
		instead: null
	};
}

/** Rows that hold the wanted clauses (all, or any) and none of the refused. */
function passing(held: readonly Held[], any: boolean): Uint32Array {
	return select(held, any, ({ rows }, row) => rows[row] === 1);
}

/** Rows that pass for some outcome of the checks still open. */
function possible(held: readonly Held[], any: boolean): Uint32Array {
	return select(held, any, ({ clause, rows, exact }, row) =>
		clause.not && !exact ? false : rows[row] === 1
	);
}

function select(
	held: readonly Held[],
	any: boolean,
	holds: (one: Held, row: number) => boolean
): Uint32Array {
	const wanted = held.filter(({ clause }) => !clause.not);
	const refused = held.filter(({ clause }) => clause.not);
	const count = held[0]?.rows.length ?? 0;
	const rows: number[] = [];
	for (let row = 0; row < count; row += 1) {
		if (refused.some((one) => holds(one, row))) continue;
		const isWanted =
			wanted.length === 0 ||
			(any ? wanted.some((one) => holds(one, row)) : wanted.every((one) => holds(one, row)));
		if (isWanted) rows.push(row);
	}
	return Uint32Array.from(rows);
}

/** Where nothing was found: what any of the words would find, and what dropping each clause would. */
function insteadOf(
	held: readonly Held[],
	any: boolean,
	query: Query
): NonNullable<Answer['instead']> {
	const certain = held.filter(({ exact }) => exact);
	const wanted = certain.filter(({ clause }) => !clause.not);
	const found = wanted.length > 0 ? passing(certain, true).length : 0;
	const without: { clause: number; articles: number }[] = [];
	if (certain.length === held.length && held.length > 1) {
		for (const one of held) {
			const others = held.filter((other) => other !== one);
			const articles = passing(others, any).length;
			if (articles > 0) without.push({ clause: query.clauses.indexOf(one.clause), articles });
		}
	}
	return { any: found, without };
}

function countSet(rows: Uint8Array): number {
	let count = 0;
	for (const value of rows) count += value;
	return count;
}
