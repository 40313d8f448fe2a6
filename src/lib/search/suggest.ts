/**
 * What a reader may be about to type, or may have meant: the archive's own words with how many articles have them, its
 * bylines and headlines. Nothing here changes a question; it only offers.
 */
import { fold } from '../archive/fold.ts';
import { headlineKey, keyOf } from '../archive/stems.ts';
import { scanWords } from '../archive/words.ts';
import { listRowsFiles, unpackAuthors, type CatalogFile, type Entry } from '../bundle/format.ts';
import { readJson, readRows } from '../bundle/rows.ts';
import { distanceOf } from './distance.ts';
import type { Library } from './engine.ts';
import type { Lexicon } from './lexicon.ts';
import { readQuery } from './query.ts';
import type { ShardReader } from './store.ts';

/** A word of the archive as it is printed, and how many articles a search for it finds. */
export interface KnownWord {
	word: string;
	articles: number;
}

/** What could follow what is typed. */
export interface Suggestions {
	/** What was typed; offsets below are in UTF-16 units of it. */
	typed: string;
	/** Words that complete the last one, which begins at `from`; the most frequent first. */
	words: KnownWord[];
	from: number;
	/** Bylines that have all of the last words typed, which begin at `from`. */
	authors: { name: string; articles: number; from: number }[];
	/** Articles whose headline has all words typed, the newest first; none in an archive too large to read them all. */
	headlines: { id: string; headline: string; edtf: string | null }[];
}

/** Words that are spelt nearly like one that was asked for and is in no article. */
export interface Nearest {
	/** As asked for. */
	word: string;
	near: KnownWord[];
}

const wordsShown = 5;
const authorsShown = 3;
const headlinesShown = 3;
const nearShown = 3;
/** Fewer letters begin too many words. */
const fewestLetters = 2;
/** Of all that is typed, so many last words may be a name. */
const nameWords = 3;
/** Nobody types more in one go; what is pasted is not completed. */
const longestTyped = 500;
/** A word as long as this may have two letters wrong; a shorter one would be another word. */
const twoWrongFrom = 6;
const oneWrongFrom = 3;
/** How long is worked in one go before others get their turn. */
const sliceMs = 10;

interface Named {
	authors: { name: string; articles: number; words: string[] }[];
	/** For every row the words of its headline, each with a space before it. */
	headlines: string[];
	entries: Entry[];
}

/** Makes suggestions from an open index. */
export class Suggester {
	readonly #store: ShardReader;
	readonly #lexicon: Lexicon;
	readonly #library: Library;
	readonly #isWhole: boolean;
	#named: Promise<Named> | null = null;

	/** `isWhole`: all of the index is at hand; else as little of it is read as will do. */
	constructor(store: ShardReader, lexicon: Lexicon, isWhole: boolean, library: Library) {
		this.#store = store;
		this.#lexicon = lexicon;
		this.#isWhole = isWhole;
		this.#library = library;
	}

	/** What could follow what is typed, with the caret at its end. */
	async suggest(typed: string): Promise<Suggestions> {
		const none: Suggestions = { typed, words: [], from: 0, authors: [], headlines: [] };
		if (typed.length > longestTyped) return none;
		const places: { word: string; start: number; end: number }[] = [];
		scanWords(typed, (raw, start, end) => {
			const word = fold(raw);
			if (word !== '') places.push({ word, start, end });
		});
		const last = places.at(-1);
		// Past its end a word is not being typed any more.
		if (!last || last.end < typed.length || last.word.length < fewestLetters) return none;
		const [words, { authors, headlines, entries }] = await Promise.all([
			this.#completions(last.word, typed),
			(this.#named ??= this.#readNamed())
		]);
		const typedWords = places.map(({ word }) => word);
		return {
			typed,
			words,
			from: last.start,
			authors: authorsWith(authors, typedWords).map(({ name, articles, count }) => ({
				name,
				articles,
				from: places.at(-count)?.start ?? 0
			})),
			headlines: rowsWith(headlines, typedWords).map((row) => ({
				id: entries[row]?.id ?? '',
				headline: entries[row]?.headline ?? '',
				edtf: entries[row]?.edtf ?? null
			}))
		};
	}

	/**
	 * For each word that is in no article the nearest words of the archive: those one letter away, else, for longer words,
	 * those two away; the most frequent first.
	 */
	async nearest(words: readonly string[]): Promise<Nearest[]> {
		const found: Nearest[] = [];
		for (const word of words) {
			const near = await this.#near(fold(word));
			if (near.length > 0) found.push({ word, near });
		}
		return found;
	}

	async #near(asked: string): Promise<KnownWord[]> {
		if (asked.length < oneWrongFrom) return [];
		const most = asked.length < twoWrongFrom ? 1 : 2;
		// Where the index is large, the first letter is taken to be right: its part of the dictionary will do.
		const dictionary = await this.#store.wordsWith(this.#isWhole ? '' : asked.slice(0, 1));
		const byDistance: string[][] = [[], [], []];
		let began = performance.now();
		for (const word of dictionary) {
			byDistance[distanceOf(asked, word, most)]?.push(word);
			if (performance.now() - began > sliceMs) {
				await new Promise((resolve) => setTimeout(resolve));
				began = performance.now();
			}
		}
		for (const distance of [1, 2]) {
			if (distance > most) break;
			const known = await this.#counted(byDistance[distance] ?? [], nearShown);
			if (known.length > 0) return known;
		}
		return [];
	}

	/** Nothing where the last word is no word of the texts, or is asked for as spelt: the index cannot count those. */
	async #completions(prefix: string, typed: string): Promise<KnownWord[]> {
		const asked = readQuery(typed).clauses.at(-1);
		if (asked?.range[1] !== typed.length || asked.exact) return [];
		const inHeadline = asked.field === 'headline';
		if (asked.field !== null && !inHeadline) return [];
		const known = await this.#counted(
			await this.#store.wordsWith(prefix),
			wordsShown,
			inHeadline ? headlineKey : undefined
		);
		// To offer nothing but what stands there already would be in the way.
		return known.every(({ word }) => fold(word) === prefix) ? [] : known;
	}

	/**
	 * The most frequent of some words, with the number of articles that a search for each finds. Of the words of one
	 * stem, which a search does not tell apart, only the shortest stands. Nothing where the words are so many that too
	 * much of the index would have to be read. `place`: what becomes of a key where only a part of the articles is meant.
	 */
	async #counted(
		words: readonly string[],
		most: number,
		place = (key: string) => key
	): Promise<KnownWord[]> {
		const { stemmed, plain } = this.#store.kinds;
		const shortest = new Map<string, string>();
		for (const word of words) {
			const key = keyOf(word, stemmed);
			const known = shortest.get(key);
			if (known === undefined || word.length < known.length) shortest.set(key, word);
		}
		if (shortest.size > (this.#isWhole ? 5000 : 300)) return [];
		const keysOf = (word: string) => [
			...(stemmed ? [place(keyOf(word, true))] : []),
			...(plain ? [place(keyOf(word, false))] : [])
		];
		const forms = [...shortest.values()];
		await this.#store.prefetch(forms.flatMap(keysOf));
		const counted: { form: string; articles: number }[] = [];
		for (const form of forms) {
			let articles = 0;
			// An article is in one language: the rows of the two kinds of keys never meet.
			for (const key of keysOf(form)) articles += await this.#store.countOf(key);
			if (articles > 0) counted.push({ form, articles });
		}
		counted.sort((a, b) => b.articles - a.articles || (a.form < b.form ? -1 : 1));
		return counted
			.slice(0, most)
			.map(({ form, articles }) => ({ word: this.#lexicon.printedOf(form) ?? form, articles }));
	}

	async #readNamed(): Promise<Named> {
		try {
			const { read, manifest } = this.#library;
			const what = 'The bylines and headlines';
			const catalog = await readJson<CatalogFile>(read, manifest.catalog, what);
			const files = this.#isWhole ? listRowsFiles(manifest.entries, manifest.counts.articles) : [];
			const entries = (
				await Promise.all(files.map((file) => readRows<Entry>(read, file, what)))
			).flat();
			const articles = catalog.names.author.map(() => 0);
			for (const codes of unpackAuthors(catalog))
				for (const code of codes) articles[code] = (articles[code] ?? 0) + 1;
			const authors = catalog.names.author.map((name, code) => ({
				name,
				articles: articles[code] ?? 0,
				words: wordsIn(name)
			}));
			const headlines: string[] = [];
			let began = performance.now();
			for (const { headline } of entries) {
				headlines.push(
					wordsIn(headline ?? '')
						.map((word) => ` ${word}`)
						.join('')
				);
				if (performance.now() - began > sliceMs) {
					await new Promise((resolve) => setTimeout(resolve));
					began = performance.now();
				}
			}
			return { authors, headlines, entries };
		} catch (failure) {
			this.#named = null;
			throw failure;
		}
	}
}

/** The authors that have the most of the last words typed, each as the beginning of a word of the name. */
function authorsWith(
	authors: Named['authors'],
	typed: readonly string[]
): { name: string; articles: number; count: number }[] {
	for (let count = Math.min(nameWords, typed.length); count > 0; count -= 1) {
		const wanted = typed.slice(-count);
		const found = authors.filter(({ words }) =>
			wanted.every((begin) => words.some((word) => word.startsWith(begin)))
		);
		if (found.length === 0) continue;
		return found
			.sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
			.slice(0, authorsShown)
			.map(({ name, articles }) => ({ name, articles, count }));
	}
	return [];
}

/** The last rows whose headline has all words typed, each as the beginning of a word. */
function rowsWith(headlines: readonly string[], typed: readonly string[]): number[] {
	const rows: number[] = [];
	for (let row = headlines.length - 1; row >= 0 && rows.length < headlinesShown; row -= 1) {
		if (typed.every((begin) => headlines[row]?.includes(` ${begin}`))) rows.push(row);
	}
	return rows;
}

function wordsIn(text: string): string[] {
	const words: string[] = [];
	scanWords(text, (raw) => words.push(fold(raw)));
	return words;
}
