/**
 * The article: the unit of the archive, and the parts it is made of. Everything else in the product reads or
 * writes these shapes; this module knows nothing of files, bundles or pages.
 */

/** Why a value stands: the text says so, a curator said so, or a reader concluded it. */
export const bases = ['stated', 'curated', 'inferred'] as const;
export type Basis = (typeof bases)[number];

/** The fields of an article of which it is said why they are what they are. */
export const fields = [
	'headline',
	'kicker',
	'deck',
	'byline',
	'authors',
	'date',
	'dateline',
	'publication',
	'language',
	'rights',
	'boundary',
	'kind',
	'number'
] as const;
export type Field = (typeof fields)[number];

/** Why a field is what it is. */
export interface Reason {
	/** Null where nothing is known, and the field is empty. */
	basis: Basis | null;
	/** What found it, `<part>/<rule>`: `daily/after-headline`, `sidecar/headline`, `digest/none`. */
	rule: string;
	/**
	 * 1-based, or null where no line says it: of the seed; where the rule is of the part `sidecar` or `archive`, of
	 * the file in which the curator wrote it.
	 */
	line: number | null;
}

/** First and last line in the seed, 1-based and inclusive. */
export type Lines = readonly [first: number, last: number];

export const blockKinds = [
	'paragraph',
	'heading',
	'caption',
	'list',
	'quotation',
	'elision'
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Where a note is called in a block: the mark itself is taken out of the text, so that it is no part of a word. */
export interface NoteMark {
	/** Offset in UTF-16 units of the block's text, before which the mark stood. */
	at: number;
	/** The number of the note, as printed. */
	number: string;
}

export interface Block {
	kind: BlockKind;
	/** Line breaks inside a paragraph or caption joined by a space; the items of a list parted by "\n", bullets taken off. */
	text: string;
	lines: Lines;
	/** Present only where notes are called, in order of `at`. */
	marks?: NoteMark[];
}

export interface Note {
	number: string;
	text: string;
	lines: Lines;
}

/** A publication date, never more precise than what is known. */
export interface ArticleDate {
	/** EDTF Level 1 (ISO 8601-2), e.g. `2022-05-16`, `2025-05`, `2026-02-06?`. */
	edtf: string;
	/** First and last day that it can mean, as YYYY-MM-DD. */
	first: string;
	last: string;
	/** The words in the seed, null where a curator gave the date. */
	printed: string | null;
	basis: Basis;
	/** What a curator wrote about the evidence. */
	note?: string;
}

/** The place and day that opens a report ("APRIL 29 –"); not its publication date. */
export interface Dateline {
	printed: string;
	/** EDTF, or null where the words name a place only. */
	edtf: string | null;
}

export const articleKinds = ['full', 'excerpt', 'notice'] as const;
/** `excerpt`: the seed says that text was left out. `notice`: under 60 words. */
export type ArticleKind = (typeof articleKinds)[number];

/** An article that repeats or revises another. */
export interface Alike {
	id: string;
	/** Its headline, printed or supplied, and its date as EDTF. */
	headline: string;
	edtf: string | null;
	/** The share of their sequences of four words that both have, from 0 to 1. */
	similarity: number;
	/** `curated` where a curator says that they are the same. */
	basis: 'curated' | 'inferred';
}

/** An article about the same things as another. */
export interface Similar {
	/** Its place among all articles, from 0: its row in the catalog. */
	row: number;
	/** The most telling words that both have, at most four, in the form that this archive prints most. */
	shared: string[];
}

export interface Article {
	/** Readable and stable: date and opening words of the headline (`2022-05-16-ice-has-created-a-surveillance-dragnet`). */
	id: string;
	/** Null where the seed has none. */
	headline: string | null;
	/** The opening words, only where `headline` is null. */
	suppliedHeadline: string | null;
	kicker: string | null;
	deck: string | null;
	/** The credit as printed. */
	byline: string | null;
	/** The persons or bodies that the byline names; empty where there is no byline. */
	authors: string[];
	publication: string | null;
	/** BCP 47. */
	language: string;
	/** A rights statement or licence as a URI, null where a curator gave none. */
	rights: string | null;
	/** Null: undated. */
	date: ArticleDate | null;
	dateline: Dateline | null;
	source: { file: string; lines: Lines };
	/** How it is known where the article begins. */
	boundary: Basis;
	kind: ArticleKind;
	/** Its number in a numbered seed. */
	number: number | null;
	/** Words in the headline and blocks, elisions and notes excepted. */
	words: number;
	blocks: Block[];
	notes: Note[];
	/** Others that have nearly the same text, the most alike first; left out where there are none. */
	alike?: Alike[];
	/** At most five others about the same things, the most similar first; left out where there are none. */
	similar?: Similar[];
	/** Of every field: who says so, by which rule, in which line. */
	why: Record<Field, Reason>;
}

/** An article that a curator hides. Its address says so and why; its text is published nowhere. */
export interface Tombstone {
	id: string;
	source: { file: string; lines: Lines };
	reason: string;
}

/** A defect of a seed. An `error` fails the build; a `warning` is shown and the build goes on. */
export interface Problem {
	file: string;
	/** 1-based; null where the whole file is meant. */
	line: number | null;
	/** Machine name of what was broken, `<part>/<rule>`: `sidecar/unknown-key`, `seed/empty`, `digest/number-missing`. */
	rule: string;
	level: 'error' | 'warning';
	/** What is wrong and what to do, in one or two sentences. */
	message: string;
}

/** The headline to show: as printed, else the supplied one. Say that it is supplied wherever this is used. */
export function headlineOf(article: Pick<Article, 'headline' | 'suppliedHeadline'>): string {
	return article.headline ?? article.suppliedHeadline ?? '';
}
