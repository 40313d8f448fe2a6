/** Does what the page wants of an engine, wherever that is: in a worker behind messages, or on the page's own thread. */
import type { Question } from './answer.ts';
import type { Engine } from './engine.ts';
import type { Value } from './message.ts';

/** What can be wanted. `open` comes to nothing, when the engine is there. */
export type Wanted =
	| { kind: 'open' }
	| { kind: 'ask'; question: Question }
	| { kind: 'excerpts'; question: Question; rows: readonly number[] }
	| { kind: 'lines'; question: Question; rows: Uint32Array }
	| { kind: 'compare'; questions: readonly Question[] }
	| { kind: 'suggest'; typed: string }
	| { kind: 'nearest'; words: readonly string[] }
	| { kind: 'counts'; rows: Uint32Array }
	| { kind: 'load' };

/**
 * Gives the function that does it, one thing of a kind at a time: what is wanted later ends what was wanted before, which
 * rejects with an AbortError where it takes notice of that. Otherwise rejects as the engine does.
 */
export function performer(): (opening: Promise<Engine>, wanted: Wanted) => Promise<Value> {
	const running: Partial<Record<Wanted['kind'], AbortController>> = {};
	return async (opening, wanted) => {
		running[wanted.kind]?.abort();
		const { signal } = (running[wanted.kind] = new AbortController());
		const engine = await opening;
		switch (wanted.kind) {
			case 'ask':
				return engine.ask(wanted.question, signal);
			case 'excerpts':
				return engine.excerpts(wanted.question, wanted.rows);
			case 'lines':
				return engine.lines(wanted.question, wanted.rows, signal);
			case 'compare':
				return engine.compare(wanted.questions, signal);
			case 'suggest':
				return engine.suggest(wanted.typed);
			case 'nearest':
				return engine.nearest(wanted.words);
			case 'counts':
				return engine.counts(wanted.rows, signal);
			case 'load':
				await engine.loadTexts();
				return engine.textsLoaded;
			default:
				return null;
		}
	};
}
