/**
 * The published contract: what stands in `data/` beside the page. Plain JSON that anyone may reuse; only the
 * index is opaque. `docs/formats.md` describes it with examples. Change `formatVersion` with any change of shape.
 */
import type { Article, ArticleKind, Basis, Lines } from '../archive/article.ts';

export const formatVersion = 3;

/** Parts that an article may have, by which it can be found (`has:notes`). */
export const features = ['notes', 'lists', 'quotations', 'captions', 'headings'] as const;
export type Feature = (typeof features)[number];

/** Paths of the bundle, relative to `data/`, and their bytes. */
export type Files = Map<string, Uint8Array>;

/** Reads one file of a bundle by its path relative to `data/`; rejects where it cannot be had. */
export type Read = (path: string) => Promise<Uint8Array>;

/** `manifest.json`: the first file to read. */
export interface Manifest {
	format: number;
	/** Version of the analyser that made the index; queries must be read by the same one. */
	analyser: number;
	/** Hash of everything in the bundle: the archive's version. Sixteen hexadecimal digits. */
	version: string;
	title: string;
	/** What the archive's curator says of it; null where nothing is said. */
	description: string | null;
	publisher: string | null;
	/** The base address at which it is published. */
	address: string | null;
	contact: string | null;
	counts: {
		articles: number;
		files: number;
		words: number;
		authors: number;
		undated: number;
		/** Bytes of the seeds as found. */
		seedBytes: number;
	};
	/** First and last day of any date in the archive, YYYY-MM-DD; null where everything is undated. */
	span: { first: string; last: string } | null;
	/** Path of the catalog. */
	catalog: string;
	/** The articles whole, in rows of the catalog: each file holds `rows[0]` to `rows[1]`, inclusive. */
	texts: { path: string; rows: readonly [number, number]; bytes: number }[];
	/** The seeds as found, decoded, as plain text: path i belongs to `names.file[i]` of the catalog. */
	seeds: string[];
	/** How the archive was read, old addresses, and all ids: see `report.ts`. Their paths are the same in every build. */
	accounts: { path: string; bytes: number; hash: string }[];
	/** The search index: its directory, and every shard with its size in bytes. */
	index: IndexFiles;
}

export interface IndexFiles {
	directory: string;
	shards: { path: string; bytes: number }[];
}

/**
 * `catalog.json`: one entry per article in every array, in the order of the rows: by first day, then file, then
 * line; undated articles last. `names` are looked up by number, so that a name stands once.
 */
export interface Catalog {
	id: string[];
	/** As printed, or null; then `supplied` holds the opening words. */
	headline: (string | null)[];
	supplied: (string | null)[];
	edtf: (string | null)[];
	/** Days since 1970-01-01; null where undated. */
	first: (number | null)[];
	last: (number | null)[];
	dateBasis: (Basis | null)[];
	/** Numbers into `names.author`. */
	authors: number[][];
	/** Number into `names.publication`, or null. */
	publication: (number | null)[];
	kind: ArticleKind[];
	words: number[];
	/** BCP 47. */
	language: string[];
	/** Number into `names.file`. */
	file: number[];
	lines: Lines[];
	/** The rows of the articles that have such a part, ascending. */
	has: Record<Feature, number[]>;
	/** The first words of the text, shown where nothing is asked. */
	opening: string[];
	/** The rows of articles that have nearly the same text, lower than the row itself; left out where no article has any. */
	alike?: Record<number, number[]>;
	names: { author: string[]; publication: string[]; file: string[] };
}

/** The part of an article that search and excerpts read. A text file holds whole articles: `Article[]`. */
export type Text = Pick<
	Article,
	'id' | 'headline' | 'kicker' | 'deck' | 'language' | 'blocks' | 'notes'
>;

/** A bundle that cannot be opened; the message is one plain sentence for the reader, with what to do. */
export class BundleError extends Error {
	override name = 'BundleError';
}
