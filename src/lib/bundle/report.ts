/**
 * The published account of how the archive was read (`data/report.json`) and of addresses that changed
 * (`data/addresses.json`, `data/ids.json`). `docs/formats.md` describes them.
 */
import type { Alike, Field, Lines, Problem, Tombstone } from '../archive/article.ts';

/** A problem, with what a reader needs to look at it. */
export interface ReportProblem extends Problem {
	/** The line as filed, cut where it is long; null where the whole file is meant, or the article is hidden. */
	text: string | null;
	/** The id of the article in whose lines it lies; null outside of any. */
	article: string | null;
}

/** What one file was taken for, and what became of it. */
export interface ReportFile {
	name: string;
	/** Null where it was not read. */
	dialect: string | null;
	/** How sure that is, from 0 to 1. */
	sure: number;
	/** Articles that are shown, and those that the curator hides. */
	articles: number;
	hidden: number;
	lines: number;
	bytes: number;
	/** Lines that are not blank, how many were claimed exactly once, and as what. */
	coverage: { lines: number; claimed: number; as: Readonly<Partial<Record<string, number>>> };
	problems: ReportProblem[];
}

/** A value that no line states: a curator gave it, or a reader concluded it. Equal ones of a file stand together. */
export interface Finding {
	file: string;
	field: Field;
	basis: 'curated' | 'inferred';
	rule: string;
	value: string;
	/** Ids of the articles, and for each the line that its reason names, or null. */
	articles: { id: string; line: number | null }[];
}

/** A date proposed for an article that has none. */
export interface Proposal {
	article: string;
	file: string;
	edtf: string;
	/** The words that name the day, as printed. */
	words: string;
	/** Where the text names days. */
	lines: Lines[];
}

/** An article that may be two, or half of one. */
export interface Suspect {
	article: string;
	kind: 'merged' | 'split';
	/** What speaks for it, as a sentence. */
	why: string;
	line: number;
}

/** Two articles that are nearly the same. */
export interface Likeness {
	first: string;
	second: string;
	similarity: number;
	basis: Alike['basis'];
}

/** Lines that a curator says are no article nor part of one; in the coverage they are furniture. */
export interface LeftOut {
	file: string;
	lines: Lines;
	reason: string;
}

/** A problem that a curator has settled; it is in no other list. */
export interface Settled {
	file: string;
	line: number | null;
	rule: string;
	reason: string;
}

/** What a curator says of a name: those brought together under it, and whose it is. */
export interface MergedAuthor {
	name: string;
	is: 'person' | 'body' | null;
	variants: string[];
	pseudonyms: string[];
	reason: string;
	articles: number;
}

/** `report.json`. */
export interface Report {
	format: number;
	files: ReportFile[];
	/** Problems of files that are no seeds: sidecars, `archive.yaml`, `aliases.yaml`, `events.yaml`. */
	problems: ReportProblem[];
	findings: Finding[];
	proposals: Proposal[];
	suspects: Suspect[];
	alike: Likeness[];
	authors: MergedAuthor[];
	hidden: Tombstone[];
	/** Lines that a curator says are no article, and why. */
	leftOut: LeftOut[];
	/** Problems that a curator says are none, and why. */
	settled: Settled[];
	/** Old ids and the ids of their articles. */
	aliases: Record<string, string>;
}

/** `addresses.json`: what the page needs to answer to an address that leads to no article, or tells no date. */
export interface Addresses {
	aliases: Record<string, string>;
	hidden: Tombstone[];
	/** The rows of articles that are not found by the day that their id begins with: see `dayOfId`. */
	rows: Record<string, number>;
}

/** `contents.json`: of each article, by id, a hash of what a reader reads and cites of it. */
export type Contents = Record<string, string>;

/** An article in a list of changes. */
export interface Listed {
	id: string;
	/** As printed, or the opening words where `supplied`. */
	headline: string;
	supplied: boolean;
	edtf: string | null;
}

/** `changes.json`: what became of the archive since an earlier version. Not part of what its version stands for. */
export interface Changes {
	/** The archive's own version, which this belongs to. */
	version: string;
	/** The version compared with; null where none was named, or it could not be read. */
	since: { version: string; date: string | null; title: string } | null;
	/** Why the version that was named could not be read, in a sentence; null mostly. */
	problem: string | null;
	added: Listed[];
	changed: Listed[];
	/** Articles that stand under another id now; a changed one is in `changed` too. */
	moved: (Listed & { from: string })[];
	removed: { id: string; hidden: boolean }[];
}
