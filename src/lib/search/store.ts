/**
 * The index as files: shards of sorted terms behind FlexSearch's storage interface. `ShardWriter` takes an index
 * apart at build time; `ShardReader` fetches only the shards that hold the terms of a query, and the dictionary of
 * words that prefixes are expanded from.
 */
import { BundleError, hashDigits, type IndexFiles, type Read } from '../bundle/format.ts';
import { unzip, zip } from '../bundle/gzip.ts';
import { hashOf, isNamed } from '../bundle/hash.ts';
import { readWhole } from '../bundle/rows.ts';
import type { FlexIndex, Slots, Storage } from './flex.ts';
import { frequenciesOf } from './impact.ts';
import { readEntries, readPostings, writeEntries, writePostings } from './shard.ts';

/** What the directory file holds, as compressed JSON. Shard i is `index/<i>-<its hash>.shard`. */
interface Directory {
	/** Articles in the index. */
	rows: number;
	/** Words that an article has on average. */
	mean: number;
	/** Whether any article is in a language with stems, and in one without. */
	stemmed: boolean;
	plain: boolean;
	/**
	 * First term of each shard of postings; then come the shards of the dictionary, and as the last one the lengths of the
	 * articles, a byte each (see `codeOfLength`).
	 */
	terms: string[];
	/** First word of each shard of the dictionary. */
	words: string[];
	/** The hashes of all shards end to end, `hashDigits` hexadecimal digits each. */
	hashes: string;
}

// Unpacked sizes, chosen so that a shard of postings travels as about 6 KB and one of the dictionary as about 10. An
// index that is fetched whole stands in larger ones, which compress better.
const postingsBytes = 10_000;
const dictionaryBytes = 40_000;
const wholeBytes = 1_500_000;
const wholeShardBytes = 250_000;

const noValue = new Uint8Array(0);

/** What an index tells of its texts beside their terms. */
interface About extends Pick<Directory, 'mean' | 'stemmed' | 'plain'> {
	/** The folded words of all texts, in any order, for the dictionary. */
	words: readonly string[];
	/** How long each text is, see `codeOfLength`. */
	lengths: Uint8Array;
}

/** Writes a filled index out as shards when it is committed. */
export class ShardWriter implements Storage {
	readonly #put: (path: string, bytes: Uint8Array) => void;
	readonly #about: About;
	#hashes = '';
	/** Complete once `commit` has ended. */
	files: IndexFiles = { directory: '', bytes: 0 };

	/** `put` takes each file. */
	constructor(put: (path: string, bytes: Uint8Array) => void, about: About) {
		this.#put = put;
		this.#about = about;
	}

	async mount(flex: FlexIndex): Promise<void> {
		flex.db = this;
	}

	async commit(flex: FlexIndex): Promise<void> {
		const { mean, stemmed, plain, words, lengths } = this.#about;
		this.files = { directory: '', bytes: 0 };
		this.#hashes = '';
		const postings = [...flex.map.keys()]
			.sort(byUnits)
			.map((term): [string, Uint8Array] => [term, writePostings(flex.map.get(term) ?? [])]);
		const dictionary = [...words]
			.sort(byUnits)
			.map((word): [string, Uint8Array] => [word, noValue]);
		const isWhole = postings.reduce((sum, [, value]) => sum + value.length, 0) < wholeBytes;
		const terms = await this.#write(postings, isWhole ? wholeShardBytes : postingsBytes);
		const firsts = await this.#write(dictionary, isWhole ? wholeShardBytes : dictionaryBytes);
		await this.#putShard(lengths);
		const directory: Directory = {
			rows: lengths.length,
			mean,
			stemmed,
			plain,
			terms,
			words: firsts,
			hashes: this.#hashes
		};
		const bytes = await zip(new TextEncoder().encode(JSON.stringify(directory)));
		this.files.directory = `index/${(await hashOf(bytes)).slice(0, 16)}.directory`;
		this.#put(this.files.directory, bytes);
	}

	/** Writes entries into as many shards as they fill; gives the first key of each. */
	async #write(entries: [string, Uint8Array][], targetBytes: number): Promise<string[]> {
		const firsts: string[] = [];
		let from = 0;
		while (from < entries.length) {
			let to = from;
			let size = 0;
			while (to < entries.length && (to === from || size < targetBytes)) {
				const [key, value] = entries[to] ?? ['', noValue];
				// About half of a key is shared with the one before.
				size += key.length / 2 + value.length + 3;
				to += 1;
			}
			await this.#putShard(writeEntries(entries.slice(from, to)));
			firsts.push(entries[from]?.[0] ?? '');
			from = to;
		}
		return firsts;
	}

	/** Puts the next shard. */
	async #putShard(unpacked: Uint8Array): Promise<void> {
		const bytes = await zip(unpacked);
		const hash = (await hashOf(bytes)).slice(0, hashDigits);
		this.#put(shardPath(this.#hashes.length / hashDigits, hash), bytes);
		this.#hashes += hash;
		this.files.bytes += bytes.length;
	}
}

/** What ranking needs beside the postings. */
export interface Weights {
	/** How long each text is, by row: see `codeOfLength`. */
	lengths: Uint8Array;
	/** See `frequenciesOf`. */
	frequencies: Float64Array;
}

/** Reads terms and words from shards, each fetched once and when it is first needed. */
export class ShardReader implements Storage {
	readonly #read: Read;
	readonly #files: IndexFiles;
	readonly #shards: (Promise<Map<string, Uint8Array>> | undefined)[] = [];
	#weights: Promise<Weights> | null = null;
	#directory: Directory = {
		rows: 0,
		mean: 0,
		stemmed: true,
		plain: true,
		terms: [],
		words: [],
		hashes: ''
	};

	constructor(read: Read, files: IndexFiles) {
		this.#read = read;
		this.#files = files;
	}

	/** Articles in the index; 0 before `mount`. */
	get rows(): number {
		return this.#directory.rows;
	}

	/** Which of the two kinds of keys (see `keyOf`) the index holds. */
	get kinds(): { stemmed: boolean; plain: boolean } {
		return { stemmed: this.#directory.stemmed, plain: this.#directory.plain };
	}

	/** Loads the directory. Throws a BundleError where it is missing or does not fit the manifest. */
	async mount(flex: FlexIndex): Promise<void> {
		flex.db = this;
		const bytes = await this.#unpacked(this.#files.directory);
		try {
			this.#directory = JSON.parse(new TextDecoder().decode(bytes)) as Directory;
		} catch {
			throw damaged(this.#files.directory);
		}
		const { terms, words, hashes } = this.#directory;
		if ((terms.length + words.length + 1) * hashDigits !== hashes.length) {
			throw damaged(this.#files.directory);
		}
	}

	async get(key: string): Promise<Slots> {
		const at = shardOf(this.#directory.terms, key);
		const value = at < 0 ? undefined : (await this.#shard(at)).get(key);
		return value === undefined ? [] : readPostings(value);
	}

	/** How many articles hold a term. */
	async countOf(key: string): Promise<number> {
		return (await this.get(key)).reduce((sum, rows = []) => sum + rows.length, 0);
	}

	/** What ranking needs beside the postings. Rejects with a BundleError where it cannot be had. */
	weights(): Promise<Weights> {
		if (this.#weights) return this.#weights;
		const { terms, words, rows, mean } = this.#directory;
		const path = this.#pathOf(terms.length + words.length);
		const loading = this.#unpacked(path).then((lengths) => {
			if (lengths.length !== rows) throw damaged(path);
			return { lengths, frequencies: frequenciesOf(mean) };
		});
		this.#weights = loading;
		loading.catch(() => {
			this.#weights = null;
		});
		return loading;
	}

	/** Fetches the shards that hold any of the terms, side by side. Rejects with a BundleError where one fails. */
	async prefetch(terms: Iterable<string>): Promise<void> {
		const needed = new Set<number>();
		for (const term of terms) needed.add(shardOf(this.#directory.terms, term));
		needed.delete(-1);
		await Promise.all([this.weights(), ...[...needed].map((at) => this.#shard(at))]);
	}

	/** Fetches every shard; calls `onBytes` with its share of all bytes as it arrives. */
	async prefetchAll(onBytes: (bytes: number) => void): Promise<void> {
		const count = this.#directory.hashes.length / hashDigits;
		const each = this.#files.bytes / count;
		await Promise.all(
			Array.from({ length: count }, async (_, at) => {
				await (at === count - 1 ? this.weights() : this.#shard(at));
				onBytes(each);
			})
		);
	}

	/** The words of the archive that begin with a folded prefix, ascending; common words are not among them. */
	async wordsWith(prefix: string): Promise<string[]> {
		const { terms, words } = this.#directory;
		const found: string[] = [];
		for (let at = Math.max(0, shardOf(words, prefix)); at < words.length; at += 1) {
			const first = words[at] ?? '';
			if (first > prefix && !first.startsWith(prefix)) break;
			for (const word of (await this.#shard(terms.length + at)).keys()) {
				if (word.startsWith(prefix)) found.push(word);
			}
		}
		return found;
	}

	#shard(at: number): Promise<Map<string, Uint8Array>> {
		const known = this.#shards[at];
		if (known) return known;
		const path = this.#pathOf(at);
		const loading = this.#unpacked(path).then((bytes) => {
			try {
				return readEntries(bytes);
			} catch {
				throw damaged(path);
			}
		});
		this.#shards[at] = loading;
		// What failed is asked for again the next time: the network may be back.
		loading.catch(() => {
			this.#shards[at] = undefined;
		});
		return loading;
	}

	#pathOf(at: number): string {
		return shardPath(at, this.#directory.hashes.slice(at * hashDigits, (at + 1) * hashDigits));
	}

	#unpacked(path: string): Promise<Uint8Array> {
		return readWhole(this.#read, path, 'A part of the search index', async (bytes) => {
			// Where nothing can be hashed the check sums of gzip have to do.
			return (await isNamed(bytes, path)) ? unzip(bytes).catch(() => null) : null;
		});
	}
}

/** The shards that a directory names, given its bytes as published. Throws a BundleError where it is damaged. */
export async function listShards(directory: Uint8Array): Promise<string[]> {
	try {
		const { hashes } = JSON.parse(new TextDecoder().decode(await unzip(directory))) as Directory;
		return Array.from({ length: hashes.length / hashDigits }, (_, at) =>
			shardPath(at, hashes.slice(at * hashDigits, (at + 1) * hashDigits))
		);
	} catch {
		throw damaged('index');
	}
}

function damaged(path: string): BundleError {
	return new BundleError(
		`A part of the search index is damaged (data/${path}). The archive has to be built and published again.`
	);
}

/** Which shard holds a key, given the first key of each: the last that is not greater; -1 before the first. */
function shardOf(firsts: readonly string[], key: string): number {
	let low = 0;
	let high = firsts.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((firsts[middle] ?? '') <= key) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

function byUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

const shardPath = (at: number, hash: string) => `index/${at}-${hash}.shard`;
