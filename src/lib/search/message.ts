/** The messages between the page and a worker that holds an engine: plain data, nothing else. */
import type { Block } from '../bundle/block.ts';
import type { Manifest } from '../bundle/format.ts';
import type { Answer, Excerpt } from './answer.ts';
import type { Lines } from './concordance.ts';
import type { WordCounts } from './counts.ts';
import type { Wanted } from './perform.ts';
import type { Nearest, Suggestions } from './suggest.ts';

/** Where the files of a bundle are, in a form that can be posted to a worker. */
export type BundlePlace =
	/** Absolute address of the data folder, with its last slash. */
	| { base: string }
	/** The files themselves, by path, as they stand in the page. For the archive that is one file. */
	| { files: Record<string, Uint8Array | Block> };

/** What the page asks of the worker. Every request is answered by one reply with its `id`. */
export type Request =
	| { kind: 'open'; id: number; manifest: Manifest; place: BundlePlace }
	| (Exclude<Wanted, { kind: 'open' }> & { id: number })
	/** Answered at once: tells a worker that waits for the network from one that has died. */
	| { kind: 'ping'; id: number };

/** What a request can come to. */
export type Value =
	Answer | Answer[] | Excerpt[] | Lines | Suggestions | Nearest[] | WordCounts | boolean | null;

/** What the worker gives back. */
export type Reply =
	/** `ask` an Answer, `excerpts` a list, `lines` Lines, `compare` an Answer for each question, `suggest` Suggestions, `nearest` a list, `counts` WordCounts, `load` whether all texts are read, else null. */
	| { kind: 'done'; id: number; value: Value }
	/** `bundle` is true for a BundleError: its message is a sentence for the reader. */
	| { kind: 'failed'; id: number; bundle: boolean; message: string }
	/** A newer question came before this one was answered. */
	| { kind: 'overtaken'; id: number }
	| { kind: 'progress'; readBytes: number; allBytes: number };
