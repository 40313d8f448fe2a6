/**
 * The published contract: what stands in `data/` beside the page. Plain JSON that anyone may reuse; only the
 * index is opaque. `docs/formats.md` describes it with examples. Change `formatVersion` with any change of shape.
 */
import type { Article, Basis, Lines } from '../archive/article.ts';
import type { SignersSaid } from '../archive/author.ts';

export const formatVersion = 6;

/** Beyond this many articles a page for each would make the site too large and its build too slow. */
export const mostPages = 5000;

/** What an article may have, by which it can be found (`has:notes`). */
export const features = [
	'headline',
	'notes',
	'lists',
	'quotations',
	'captions',
	'headings'
] as const;
export type Feature = (typeof features)[number];

/** Paths of the bundle, relative to `data/`, and their bytes. */
export type Files = Map<string, Uint8Array>;

/**
 * Reads one file of a bundle by its path relative to `data/`; rejects where it cannot be had. `reload`: from its host, past
 * every cache.
 */
export type Read = (path: string, cache?: 'reload') => Promise<Uint8Array>;

/** `manifest.json`: the first file to read. */
export interface Manifest {
	format: number;
	/** Version of the analyser that made the index; queries must be read by the same one. */
	analyser: number;
	/** Hash of everything in the bundle: the archive's version. Sixteen hexadecimal digits. */
	version: string;
	/**
	 * The day of that version, YYYY-MM-DD: of the newest change to a seed that is recorded, or as whoever builds says. Null
	 * where nobody knows. No part of what `version` stands for.
	 */
	date: string | null;
	title: string;
	/** What the archive's curator says of it; null where nothing is said. */
	description: string | null;
	publisher: string | null;
	/** The base address at which it is published. */
	address: string | null;
	contact: string | null;
	/** What search engines are asked to leave out: everything, or articles by id; left out where nothing is. */
	noindex?: true | string[];
	counts: {
		articles: number;
		/** Files that were read, those too that hold no article. */
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
	/** What a list shows of each article, in rows of the catalog. */
	entries: RowsFiles;
	/** The articles whole, in rows of the catalog. */
	texts: RowsFiles;
	/** Both once more, in a few large compressed files of a row to a line; left out of a small archive. */
	bulk?: { entries: RowsFiles; texts: RowsFiles };
	/** Path of the list of the seeds' names; the text of the seed with number i, decoded, is `seeds/<i>.txt`. */
	seeds: string;
	/** Path of the curator's events, `ArchiveEvent[]` by date; left out where there are none. */
	events?: string;
	/** How the archive was read, old addresses, all ids, and what each article holds: see `report.ts`. Their paths are the same in every build. */
	accounts: { path: string; bytes: number; hash: string }[];
	/** The search index. */
	index: IndexFiles;
}

/**
 * Files of rows, described in few words, since a large archive has thousands. File i holds the rows from `i * perFile`
 * on, `perFile` of them, the last file perhaps fewer; its path is `<folder>/<i>-<its hash>.<ending>`.
 */
export interface RowsFiles {
	folder: string;
	perFile: number;
	/**
	 * The hashes of all files end to end, `hashDigits` hexadecimal digits each. Of more than `mostHashed` files, one that
	 * stands for all of them and that each bears: else the manifest of a large archive would outweigh what is read of it. A
	 * JSON file then holds a hash of its own: see `rows.ts`.
	 */
	hashes: string;
	/** Bytes of all files. */
	bytes: number;
	/** Left out: `json`. */
	ending?: string;
}

/**
 * How many digits of a hash stand in the name of a file that has a number too: enough to tell one version of it from
 * another.
 */
export const hashDigits = 6;

/** Folders of more files than this have one hash for all of them. */
export const mostHashed = 1000;

/** A file that holds `rows[0]` to `rows[1]`, inclusive. */
export interface RowsFile {
	path: string;
	rows: readonly [number, number];
	/** What the SHA-256 of the file begins with; null where the hash in its path stands for all files of the folder. */
	hash: string | null;
	/** On average, for all files alike. */
	bytes: number;
}

/** The files that hold `rows` rows, in order. */
export function listRowsFiles(files: RowsFiles, rows: number): RowsFile[] {
	const { folder, perFile, hashes, ending = 'json' } = files;
	const count = Math.ceil(rows / perFile);
	const hashOf = (at: number) =>
		count > mostHashed ? null : hashes.slice(at * hashDigits, (at + 1) * hashDigits);
	return Array.from({ length: count }, (_, at) => ({
		path: `${folder}/${at}-${hashOf(at) ?? hashes}.${ending}`,
		rows: [at * perFile, Math.min(rows, (at + 1) * perFile) - 1],
		hash: hashOf(at),
		bytes: files.bytes / count
	}));
}

export interface IndexFiles {
	/** Path of the directory, which knows the shards. */
	directory: string;
	/** Bytes of all shards. */
	bytes: number;
}

/**
 * What filters and counts read of every article, and nothing more of it, so that it stays small. One
 * entry per article in every array, in the order of the rows: by first day, then file, then line; undated articles
 * last. Names are looked up by number, so that a name stands once.
 */
export interface Catalog {
	/** Days since 1970-01-01; null where undated. */
	first: (number | null)[];
	last: (number | null)[];
	/** How well the date is known: number into `names.known`. */
	known: number[];
	/** Numbers into `names.author`. */
	authors: (readonly number[])[];
	/** Number into `names.publication`, or null. */
	publication: (number | null)[];
	/** Number into `names.kind`. */
	kind: number[];
	/** Number into `names.language`. */
	language: number[];
	words: number[];
	/** How the date is known: number into `names.basis`, or null where undated. */
	dateBasis: (number | null)[];
	/** What the article has: the sum of 2 to the power of each number into `names.has`. */
	has: number[];
	/** The rows of articles that have nearly the same text, lower than the row itself; left out where no article has any. */
	alike?: Record<number, number[]>;
	/** Names of authors of which the curator says whose they are; left out where nothing is said. */
	signers?: SignersSaid;
	names: {
		author: string[];
		publication: string[];
		kind: string[];
		/** BCP 47. */
		language: string[];
		known: string[];
		basis: string[];
		has: string[];
	};
}

/**
 * `catalog.json`: days stand as differences, which are small and compress to a third of what days would, and an author who
 * signed alone as a number, since an array for every article is half of the time that a large catalog takes to read.
 */
export interface CatalogFile extends Omit<Catalog, 'first' | 'last' | 'authors'> {
	/** First day, as days since that of the row before; of row 0, since 1970-01-01. Null where undated. */
	gaps: (number | null)[];
	/** Last day, as days since the first. Null where undated. */
	spans: (number | null)[];
	/** The number of the author; an array of them where there are several, null where there is none. */
	authors: (number | number[] | null)[];
}

/** The authors of each row; articles of one author, and those of none, share an array. */
export function unpackAuthors({
	authors,
	names
}: Pick<CatalogFile, 'authors' | 'names'>): (readonly number[])[] {
	const alone = names.author.map((_, author) => [author]);
	const nobody: readonly number[] = [];
	return authors.map((own) => (typeof own === 'number' ? (alone[own] ?? nobody) : (own ?? nobody)));
}

/** The catalog that a file holds. */
export function unpackCatalog(file: CatalogFile): Catalog {
	const { gaps, spans, ...others } = file;
	let day = 0;
	const first = gaps.map((gap) => (gap === null ? null : (day += gap)));
	const last = first.map((from, row) => (from === null ? null : from + (spans[row] ?? 0)));
	return { ...others, first, last, authors: unpackAuthors(file) };
}

/** The file that holds a catalog. */
export function packCatalog({ first, last, authors, ...others }: Catalog): CatalogFile {
	let before = 0;
	const gaps = first.map((day) => {
		if (day === null) return null;
		const gap = day - before;
		before = day;
		return gap;
	});
	const spans = last.map((day, row) => (day === null ? null : day - (first[row] ?? day)));
	const signed = authors.map((own) => (own.length > 1 ? [...own] : (own[0] ?? null)));
	return { gaps, spans, authors: signed, ...others };
}

/** What names an archive's version in the head of each of its pages, so that a page can be told from one of another. */
export function versionTag({ version, date }: Pick<Manifest, 'version' | 'date'>): string {
	const day = date === null ? '' : ` data-date="${date}"`;
	return `<meta name="archive-version" content="${version}"${day} />`;
}

/** What a list shows of an article. A file of entries holds `Entry[]`. */
export interface Entry {
	id: string;
	/** As printed, or null; then `supplied` holds the opening words. */
	headline: string | null;
	supplied: string | null;
	edtf: string | null;
	dateBasis: Basis | null;
	/** Name of the seed. */
	file: string;
	lines: Lines;
	/** The first words of the text, shown where nothing is asked. */
	opening: string;
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
