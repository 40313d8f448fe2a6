/** What lists show of articles, read in files of some dozens as rows appear. */
import { periodOf } from '../archive/day.ts';
import { listRowsFiles, type Entry, type RowsFile, type RowsFiles } from './format.ts';

/** Reads a file of entries; rejects with a `BundleError`. */
export type ReadEntries = (file: RowsFile) => Promise<Entry[]>;

/** The first of the days that an id begins with, as most ids do; null where it begins with none. */
export function dayOfId(id: string): number | null {
	return periodOf(/^\d{4}(-\d\d){0,2}/.exec(id)?.[0] ?? '')?.first ?? null;
}

export class Entries {
	#files: readonly RowsFile[];
	#perFile: number;
	#read: ReadEntries;
	#chunks: (Entry[] | undefined)[] = [];
	#coming = new Map<number, Promise<void>>();
	#rows = new Map<string, number>();

	/** `rows`: how many there are. */
	constructor(files: RowsFiles, rows: number, read: ReadEntries) {
		this.#files = listRowsFiles(files, rows);
		this.#perFile = files.perFile;
		this.#read = read;
	}

	/** The entry of a row; undefined while it has not come. */
	at(row: number): Entry | undefined {
		const file = this.#fileOf(row);
		return this.#chunks[file]?.[row - this.#first(file)];
	}

	/** The row of an article's id, among the entries that have come. */
	rowOf(id: string): number | undefined {
		return this.#rows.get(id);
	}

	/** The entries that have come, in the order of their rows. */
	loaded(): Entry[] {
		return this.#chunks.flatMap((chunk) => chunk ?? []);
	}

	/** Fetches the entries of some rows. Rejects with a `BundleError` where a file is missing or broken. */
	async load(rows: Iterable<number>): Promise<void> {
		const files = new Set<number>();
		for (const row of rows) files.add(this.#fileOf(row));
		files.delete(-1);
		await Promise.all([...files].map((file) => this.#open(file)));
	}

	/** Fetches all entries, and returns them in the order of their rows. */
	async all(): Promise<Entry[]> {
		await Promise.all(this.#files.map((_, file) => this.#open(file)));
		return this.loaded();
	}

	/** Takes over entries that came otherwise, from the first row of a file on. */
	take(first: number, entries: Entry[]): void {
		for (let at = 0; at < entries.length; at += this.#perFile)
			this.#put(this.#fileOf(first + at), entries.slice(at, at + this.#perFile));
	}

	/** The row of an id, fetching the entries of `likely` rows; undefined where none of them has it. */
	async find(id: string, likely: Iterable<number>): Promise<number | undefined> {
		await this.load(likely);
		return this.#rows.get(id);
	}

	#first(file: number): number {
		return this.#files[file]?.rows[0] ?? 0;
	}

	/** The file that holds a row; -1 where none does. */
	#fileOf(row: number): number {
		const file = Math.floor(row / this.#perFile);
		return this.#files[file] ? file : -1;
	}

	#open(file: number): Promise<void> {
		if (this.#chunks[file]) return Promise.resolve();
		const coming = this.#coming.get(file) ?? this.#fetch(file);
		this.#coming.set(file, coming);
		return coming;
	}

	#put(file: number, chunk: Entry[]): void {
		chunk.forEach(({ id }, at) => this.#rows.set(id, this.#first(file) + at));
		this.#chunks[file] = chunk;
	}

	async #fetch(file: number): Promise<void> {
		try {
			this.#put(file, await this.#read(this.#files[file] as RowsFile));
		} finally {
			// A failed read is not kept: the next try may find the network again.
			this.#coming.delete(file);
		}
	}
}
