/**
 * What a search gives, and the messages between the page and whatever runs the engine (a worker, the page's own
 * thread, a terminal). No code with ideas stands here: only shapes that cross that border.
 */

/** What may stand before a colon in a query. */
export type QueryField =
	'headline' | 'text' | 'author' | 'publication' | 'kind' | 'lang' | 'date' | 'has' | 'is' | 'stem';

/** One piece of the question as it was understood; the page shows each as a chip that can be removed. */
export interface Clause {
	/** `fact`: a value that the catalog tells, no word; `switch`: how the whole query is to be read (`stem:off`). */
	kind: 'word' | 'phrase' | 'near' | 'prefix' | 'wildcard' | 'fuzzy' | 'fact' | 'switch';
	/** Null: anywhere in the text. */
	field: QueryField | null;
	/** As typed, field, quotes and signs taken off; of a date, in words. */
	text: string;
	/** The words as they are spelt, neither folded nor stemmed (`=Word`). */
	exact: boolean;
	/** For `near`: how many other words may stand among these. */
	within: number | null;
	/** True where articles with it are left out: `-word`, `NOT "a phrase"`, everything in `-( … )`. */
	not: boolean;
	/** Where it stands in the query text, with its signs and field, in UTF-16 units: [start, end). */
	range: readonly [start: number, end: number];
	/** How many articles hold this clause by itself (before `not`); null where that was not counted. */
	articles: number | null;
	/** Common words are understood but not required: true where this clause did not narrow the answer. */
	ignored: boolean;
	/** What joins it to the clauses before it; null for the first. */
	joint: 'and' | 'or' | null;
	/** Brackets that open before it and close after it, so that the clauses in a row say how they were joined. */
	opens: number;
	closes: number;
	/** The query without this clause, well formed. */
	without: string;
}

/** Something in the query that could not be read; the rest was. */
export interface QueryProblem {
	/** Offset in UTF-16 units of the query text. */
	at: number;
	message: string;
	/** The query mended, to be offered in one press; null where there is no obvious mending. */
	repair: string | null;
}

/** The question put to an engine. */
export interface Question {
	query: string;
	/** True asks for any of the words, false (the default of the page) for all of them. Fields and refusals stand. */
	any: boolean;
	/** Of a large archive: how many candidates to check at least, best first. Left out: as many as can be done at once. */
	check?: number;
	/** How many excerpts to send along, of the rows that score best. Left out: none. */
	excerpts?: number;
}

export interface Answer {
	question: Question;
	clauses: Clause[];
	problems: QueryProblem[];
	/**
	 * Rows that match, ascending: never capped, and none that has not been checked. Null where nothing was asked (an
	 * empty query).
	 */
	rows: Uint32Array | null;
	/** Score of each of `rows`; greater is better. */
	scores: Float32Array;
	/** Matches (marked words and phrases) in each of `rows`; null until every text has been read. */
	matches: Uint32Array | null;
	/** False while candidates are still to be checked on texts not yet read: then `rows` are not all ("at least"). */
	verified: boolean;
	/** How many candidates have been checked on their texts, of how many; null where nothing is left to check. */
	checked: { done: number; of: number } | null;
	/**
	 * Where nothing was found: how many articles hold any of the words, and what dropping each clause (a position in
	 * `clauses`) would find, of those whose dropping may find something.
	 */
	instead: { any: Expected; without: ({ clause: number } & Expected)[] } | null;
	/** The excerpts asked for along with the question, where they could be made at once. */
	excerpts?: Excerpt[];
}

/** How many articles there are, as far as it is certain, and at most, where texts have to be read for the rest. */
export interface Expected {
	articles: number;
	most: number;
}

/** Part of a text; `match` parts are marked. Joined, the parts give the text. */
export interface Segment {
	text: string;
	match: boolean;
}

/** What a result row shows of one article. */
export interface Excerpt {
	row: number;
	/** One empty segment where the article has no headline of its own. */
	headline: Segment[];
	/** Up to two passages, each about 30 words around its matches, else the opening words; "…" is not included. */
	passages: { segments: Segment[]; cutBefore: boolean; cutAfter: boolean }[];
	/** Place of every match in the whole text, 0 to 1, ascending. */
	places: number[];
}
