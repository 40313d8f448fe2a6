/**
 * The page's side of a search: sends questions to a worker and takes its answers, the latest question winning. A
 * worker that cannot start, fails or falls silent is replaced once by an engine on the page's own thread.
 */
import { BundleError } from '../bundle/format.ts';
import type { Answer, Excerpt, Question } from './answer.ts';
import type { Lines } from './concordance.ts';
import type { WordCounts } from './counts.ts';
import type { Engine, Library } from './engine.ts';
import type { BundlePlace, Reply, Request, Value } from './message.ts';
import { performer, type Wanted } from './perform.ts';
import type { Nearest, Suggestions } from './suggest.ts';

/** What a client needs. */
export interface ClientOptions {
	/** The bundle as the page itself reads it. */
	library: Library;
	/** The same bundle as a worker finds it. */
	source: BundlePlace;
	/** Starts the worker; null or an exception where there can be none (an old browser, a page opened from disk). */
	start: () => Worker | null;
	/** Opens an engine on the page's own thread; called again where it failed. Left out: the engine's code is fetched. */
	fallback?: (onProgress: (readBytes: number, allBytes: number) => void) => Promise<Engine>;
	/** Told while the index arrives. */
	onProgress?: (readBytes: number, allBytes: number) => void;
	/** Told once, with a sentence for the reader, when the page's own thread takes over. */
	onNotice?: (message: string) => void;
	/** How long a worker may say nothing at all while it is asked something. */
	patienceMs?: number;
}

/** A search that can be asked from the page. */
export interface SearchClient {
	/** Settles when the first question can be answered; rejects with a BundleError where the bundle cannot be read. */
	readonly ready: Promise<void>;
	/** Null where a newer question was asked before the answer came. Rejects with a BundleError. */
	ask(question: Question): Promise<Answer | null>;
	/** Null where excerpts for another question were asked before these came. Rejects with a BundleError. */
	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[] | null>;
	/** Null where other lines were asked for before these came. Rejects with a BundleError. */
	lines(question: Question, rows: Uint32Array): Promise<Lines | null>;
	/**
	 * An answer for each question, in their order: beside the question that `ask` answers, and overtaken only by another
	 * comparison; then null. Rejects with a BundleError.
	 */
	compare(questions: readonly Question[]): Promise<Answer[] | null>;
	/** What could follow what is typed; null where more was typed before that came. Rejects with a BundleError. */
	suggest(typed: string): Promise<Suggestions | null>;
	/** The nearest words to those that are in no article; null where others were asked for. Rejects with a BundleError. */
	nearest(words: readonly string[]): Promise<Nearest[] | null>;
	/**
	 * The words of rows and of all others; null where other rows were asked about before they came. Rejects with a
	 * BundleError.
	 */
	counts(rows: Uint32Array): Promise<WordCounts | null>;
	/** Reads all texts in the background (not in a large archive); ask again afterwards to have matches counted. */
	loadTexts(): Promise<void>;
	/** Whether all texts have been read, so that every answer counts its matches. */
	readonly textsLoaded: boolean;
	/** Where the engine runs. */
	readonly thread: 'worker' | 'page';
	/** Why the page's own thread took over; null while the worker runs. */
	readonly note: string | null;
	/** Ends the worker; what is still asked is never answered. */
	close(): void;
}

interface Waiting {
	wanted: Wanted;
	settle: (value: Value) => void;
	fail: (reason: unknown) => void;
}

const note =
	'The search runs on the page itself, because its helper could not be used; it may be slower.';

async function openHere(
	library: Library,
	onProgress: (readBytes: number, allBytes: number) => void
): Promise<Engine> {
	let code: typeof import('./engine.ts');
	try {
		code = await import('./engine.ts');
	} catch (cause) {
		throw new BundleError(
			'The search itself could not be fetched. Check the connection and try again; if that does not help, reload the page.',
			{ cause }
		);
	}
	return code.openEngine(library, onProgress);
}

/** Connects to a worker, or to the page's own thread where there is none. */
export function connectEngine(options: ClientOptions): SearchClient {
	return new Client(options);
}

class Client implements SearchClient {
	readonly ready: Promise<void>;
	textsLoaded = false;
	thread: 'worker' | 'page' = 'worker';
	note: string | null = null;
	readonly #options: ClientOptions;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | null = null;
	#engine: Promise<Engine> | null = null;
	readonly #perform = performer();
	#lastId = 0;
	#heardAt = 0;
	#watch: ReturnType<typeof setInterval> | null = null;

	constructor(options: ClientOptions) {
		this.#options = options;
		try {
			this.#worker = options.start();
		} catch {
			// Said through onNotice, like every other reason.
		}
		if (this.#worker) this.#listen(this.#worker);
		else this.#fallBack();
		this.ready = this.#send({ kind: 'open' }).then(() => undefined);
		// Whoever never waits for `ready` learns of a broken bundle from the first answer.
		this.ready.catch(() => undefined);
	}

	ask(question: Question): Promise<Answer | null> {
		this.#overtake((wanted) => wanted.kind === 'ask');
		return this.#send({ kind: 'ask', question }) as Promise<Answer | null>;
	}

	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[] | null> {
		this.#overtake(
			(wanted) => wanted.kind === 'excerpts' && wanted.question.query !== question.query
		);
		return this.#send({ kind: 'excerpts', question, rows: [...rows] }) as Promise<Excerpt[] | null>;
	}

	lines(question: Question, rows: Uint32Array): Promise<Lines | null> {
		this.#overtake((wanted) => wanted.kind === 'lines');
		return this.#send({ kind: 'lines', question, rows }) as Promise<Lines | null>;
	}

	compare(questions: readonly Question[]): Promise<Answer[] | null> {
		this.#overtake((wanted) => wanted.kind === 'compare');
		return this.#send({ kind: 'compare', questions: [...questions] }) as Promise<Answer[] | null>;
	}

	suggest(typed: string): Promise<Suggestions | null> {
		this.#overtake((wanted) => wanted.kind === 'suggest');
		return this.#send({ kind: 'suggest', typed }) as Promise<Suggestions | null>;
	}

	nearest(words: readonly string[]): Promise<Nearest[] | null> {
		this.#overtake((wanted) => wanted.kind === 'nearest');
		return this.#send({ kind: 'nearest', words: [...words] }) as Promise<Nearest[] | null>;
	}

	counts(rows: Uint32Array): Promise<WordCounts | null> {
		this.#overtake((wanted) => wanted.kind === 'counts');
		return this.#send({ kind: 'counts', rows }) as Promise<WordCounts | null>;
	}

	async loadTexts(): Promise<void> {
		this.textsLoaded = (await this.#send({ kind: 'load' })) === true;
	}

	close(): void {
		this.#waiting.clear();
		this.#stop();
	}

	/** Older requests of a kind are settled with nothing; their replies find nobody waiting. */
	#overtake(isOlder: (wanted: Wanted) => boolean): void {
		for (const [id, { wanted, settle }] of this.#waiting) {
			if (!isOlder(wanted)) continue;
			this.#waiting.delete(id);
			settle(null);
		}
	}

	#send(wanted: Wanted): Promise<Value> {
		const id = (this.#lastId += 1);
		return new Promise((settle, fail) => {
			this.#waiting.set(id, { wanted, settle, fail });
			this.#pass(id, wanted);
		});
	}

	#pass(id: number, wanted: Wanted): void {
		if (this.thread === 'page') {
			void this.#runHere(id, wanted, this.#opened());
			return;
		}
		const { library, source } = this.#options;
		const request: Request =
			wanted.kind === 'open'
				? { kind: 'open', id, manifest: library.manifest, place: source }
				: { ...wanted, id };
		this.#startWatch();
		try {
			this.#worker?.postMessage(request);
		} catch {
			this.#fallBack();
		}
	}

	#listen(worker: Worker): void {
		this.#heardAt = performance.now();
		worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#take(event.data));
		const fail = (event: Event) => {
			event.preventDefault();
			this.#fallBack();
		};
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
	}

	#take(reply: Reply): void {
		this.#heardAt = performance.now();
		if (!this.#worker) return;
		if (reply.kind === 'progress') {
			this.#options.onProgress?.(reply.readBytes, reply.allBytes);
			return;
		}
		const waiting = this.#waiting.get(reply.id);
		this.#waiting.delete(reply.id);
		if (this.#waiting.size === 0) this.#endWatch();
		if (!waiting) return;
		if (reply.kind === 'done') waiting.settle(reply.value);
		else if (reply.kind === 'overtaken') waiting.settle(null);
		else if (reply.bundle) waiting.fail(new BundleError(reply.message));
		else waiting.fail(new Error(reply.message));
	}

	/** Hands everything that is still waiting to the page's own thread. Does nothing the second time. */
	#fallBack(): void {
		if (this.thread === 'page') return;
		this.#stop();
		this.thread = 'page';
		this.note = note;
		const open = this.#opened();
		this.#options.onNotice?.(note);
		for (const [id, { wanted }] of this.#waiting) void this.#runHere(id, wanted, open);
		// The texts that the worker had read went with it.
		if (this.textsLoaded) {
			this.textsLoaded = false;
			this.loadTexts().catch(() => undefined);
		}
	}

	/** The page's own engine; opened anew where that has failed, since the network may be back. */
	#opened(): Promise<Engine> {
		if (this.#engine) return this.#engine;
		const { library, fallback, onProgress } = this.#options;
		const onBytes = (readBytes: number, allBytes: number) => onProgress?.(readBytes, allBytes);
		const opening = fallback ? fallback(onBytes) : openHere(library, onBytes);
		this.#engine = opening;
		opening.catch(() => {
			if (this.#engine === opening) this.#engine = null;
		});
		return opening;
	}

	async #runHere(id: number, wanted: Wanted, opening: Promise<Engine>): Promise<void> {
		try {
			await opening;
			// Overtaken while the engine opened: not worth the page's time.
			if (!this.#waiting.has(id)) return;
			const value = await this.#perform(opening, wanted);
			this.#waiting.get(id)?.settle(value);
		} catch (reason) {
			this.#waiting.get(id)?.fail(reason);
		} finally {
			this.#waiting.delete(id);
		}
	}

	// A worker that was ended from outside (out of memory) sends no event. One that only waits for the network still
	// answers a ping at once.
	#startWatch(): void {
		const patienceMs = this.#options.patienceMs ?? 15_000;
		if (this.#watch !== null) return;
		this.#heardAt = performance.now();
		this.#watch = setInterval(() => {
			if (performance.now() - this.#heardAt > patienceMs) this.#fallBack();
			else this.#worker?.postMessage({ kind: 'ping', id: 0 } satisfies Request);
		}, patienceMs / 3);
	}

	#endWatch(): void {
		if (this.#watch !== null) clearInterval(this.#watch);
		this.#watch = null;
	}

	#stop(): void {
		this.#endWatch();
		this.#worker?.terminate();
		this.#worker = null;
	}
}
