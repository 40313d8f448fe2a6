/**
 * The texts of a bundle as the engine holds them: as numbers of words for every row, once read, so that counting
 * and checking phrases never splits a text again; and as they were packed for the few rows whose words are shown.
 */
import { isStemmed } from '../archive/stems.ts';
import {
	BundleError,
	listRowsFiles,
	type Read,
	type Text,
	type RowsFile,
	type RowsFiles
} from '../bundle/format.ts';
import { readRows } from '../bundle/rows.ts';
import { Lexicon } from './lexicon.ts';
import { readParts } from './parts.ts';
import type { RowWords } from './probe.ts';

/** Texts of more raw bytes than this are never all kept. */
const smallBytes = 40_000_000;
/** How much of the texts is kept as packed, for excerpts; beyond it the oldest files are read again when needed. */
const keptBytes = 24_000_000;
/** How long words are read in one go before others get their turn: the engine may be on the page's own thread. */
const sliceMs = 10;

/** The words of a row, all parts. */
interface HeldWords extends RowWords {
	/** Where those of its notes begin; the end where it has none. */
	notes: number;
}

/** Reads texts when they are needed, each file at most once at a time. */
export class Texts {
	readonly lexicon = new Lexicon();
	readonly #read: Read;
	readonly #files: readonly RowsFile[];
	readonly #perFile: number;
	readonly #rows: (HeldWords | undefined)[] = [];
	readonly #packed = new Map<number, Promise<Text[]>>();
	readonly #wordsOf = new Map<number, Promise<void>>();
	/** Whether the archive is small enough to be held whole. */
	readonly isSmall: boolean;
	#filesDone = 0;
	#loading: Promise<void> | null = null;

	/** `rows`: how many there are. */
	constructor(read: Read, files: RowsFiles, rows: number) {
		this.#read = read;
		this.#files = listRowsFiles(files, rows);
		this.#perFile = files.perFile;
		this.isSmall = files.bytes < smallBytes;
	}

	/** Whether the words of every row are at hand. */
	get loaded(): boolean {
		return this.#filesDone === this.#files.length;
	}

	/** The words of a row, undefined while its file has not been read. */
	wordsOf(row: number): HeldWords | undefined {
		return this.#rows[row];
	}

	/** The file that holds a row; -1 where none does. */
	fileOf(row: number): number {
		const file = Math.floor(row / this.#perFile);
		return this.#files[file] ? file : -1;
	}

	/** Raw bytes of a file. */
	bytesOf(file: number): number {
		return this.#files[file]?.bytes ?? 0;
	}

	/** Whether the words of a file are at hand. */
	has(file: number): boolean {
		return this.#rows[this.#files[file]?.rows[0] ?? -1] !== undefined;
	}

	/** The text of a row as packed. Rejects with a BundleError where it cannot be had. */
	async textOf(row: number): Promise<Text> {
		const file = this.fileOf(row);
		const text = file < 0 ? undefined : (await this.#open(file))[row - this.#first(file)];
		if (!text) throw new BundleError(`The archive has no article number ${row}. Build it again.`);
		return text;
	}

	/** Reads the words of a file and keeps them. */
	async loadFile(file: number): Promise<void> {
		const known = this.#wordsOf.get(file);
		if (known) return known;
		const loading = this.#readWords(file);
		this.#wordsOf.set(file, loading);
		loading.catch(() => this.#wordsOf.delete(file));
		return loading;
	}

	/** Lets go of the words read longest ago, in an archive too large to be held. */
	forgetOldest(): void {
		if (this.isSmall) return;
		let bytes = 0;
		for (const file of this.#wordsOf.keys()) bytes += this.bytesOf(file);
		for (const file of this.#wordsOf.keys()) {
			if (bytes <= smallBytes) return;
			if (!this.has(file)) continue;
			bytes -= this.bytesOf(file);
			const [first, last] = this.#files[file]?.rows ?? [0, -1];
			for (let row = first; row <= last; row += 1) this.#rows[row] = undefined;
			this.#wordsOf.delete(file);
			this.#filesDone -= 1;
		}
	}

	/** Reads the words of all rows, a few files at a time. Does nothing in an archive too large to be held. */
	async loadAll(): Promise<void> {
		if (!this.isSmall || this.loaded) return;
		this.#loading ??= this.#loadEach().finally(() => {
			this.#loading = null;
		});
		return this.#loading;
	}

	async #loadEach(): Promise<void> {
		let next = 0;
		const lane = async () => {
			while (next < this.#files.length) await this.loadFile(next++);
		};
		await Promise.all([lane(), lane(), lane(), lane()]);
	}

	async #readWords(file: number): Promise<void> {
		const texts = await this.#open(file);
		let began = performance.now();
		const rows: HeldWords[] = [];
		for (const text of texts) {
			rows.push({ ...readParts(this.lexicon, text), stemmed: isStemmed(text.language) });
			if (performance.now() - began > sliceMs) {
				await new Promise((resolve) => setTimeout(resolve));
				began = performance.now();
			}
		}
		for (const [index, row] of rows.entries()) this.#rows[this.#first(file) + index] = row;
		this.#filesDone += 1;
	}

	#first(file: number): number {
		return this.#files[file]?.rows[0] ?? 0;
	}

	#open(file: number): Promise<Text[]> {
		const known = this.#packed.get(file);
		if (known) {
			// The order of a Map is that of insertion: what was just used goes to its end.
			this.#packed.delete(file);
			this.#packed.set(file, known);
			return known;
		}
		const opening = this.#parse(file);
		this.#packed.set(file, opening);
		opening.catch(() => this.#packed.delete(file));
		let bytes = 0;
		for (const kept of this.#packed.keys()) bytes += this.bytesOf(kept);
		for (const oldest of this.#packed.keys()) {
			if (bytes <= keptBytes || oldest === file) break;
			bytes -= this.bytesOf(oldest);
			this.#packed.delete(oldest);
		}
		return opening;
	}

	async #parse(file: number): Promise<Text[]> {
		const found = this.#files[file];
		return found ? readRows<Text>(this.#read, found, 'A part of the texts') : [];
	}
}
