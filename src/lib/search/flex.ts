/**
 * FlexSearch as we use it, and nothing more of it: one index of whole terms, filled with slots of counts at build time
 * and read slot by slot through a storage adapter. The only file that knows the library; its published types say
 * other things than its code, so the shapes here are ours.
 */
import { Index } from 'flexsearch';
import { slots } from './impact.ts';

/** Rows by slot; a slot that holds no row may be missing. */
export type Slots = (number[] | undefined)[];

/** What FlexSearch asks of a storage, for a strict index without context: whoever writes commits, whoever reads gets. */
export interface Storage {
	/** Called once; sets `flex.db` to itself. */
	mount(flex: FlexIndex): Promise<void>;
	/** Rows of a term: further arguments are those of a search that is resolved, which ours never is. */
	get?(key: string): Promise<Slots>;
	/** Writes what was added to `flex`. */
	commit?(flex: FlexIndex): Promise<void>;
}

/** The part of a FlexSearch index that we use. */
export interface FlexIndex {
	/** Slots by term, until they are committed. */
	map: Map<string, Slots>;
	db?: Storage;
	add(row: number, content: string): unknown;
	mount(storage: Storage): Promise<void>;
	commit(): Promise<void>;
	search(options: { query: string; resolve: false }): Promise<{ result: Slots | null }>;
}

/** Makes an index to be filled. `encode` gives the terms of a content, `slot` the slot of one of them. */
export function createIndex(
	encode: (content: string) => string[],
	slot: (terms: string[], term: string) => number
): FlexIndex {
	return new Index({
		tokenize: 'strict',
		resolution: slots,
		encode,
		score: (terms, term, _index, partial) => (partial === null ? slot(terms, term) : 0),
		// Else FlexSearch writes by itself, a millisecond after the first text.
		commit: false
	}) as unknown as FlexIndex;
}

/** Makes an index that only reads from a storage; a query is one term, taken as it stands. */
export async function openIndex(storage: Storage): Promise<FlexIndex> {
	const index = createIndex(
		(term) => [term],
		() => 0
	);
	await index.mount(storage);
	return index;
}

/** The slots of one term; empty where no article holds it. */
export async function readSlots(index: FlexIndex, term: string): Promise<Slots> {
	const found = await index.search({ query: term, resolve: false });
	return found.result ?? [];
}
