/**
 * How often each word stands in some articles, and in all others: what distinctive words are weighed from. Of an archive
 * too large to be read whole a sample is counted.
 */
import type { Texts } from './texts.ts';
import type { WordCount } from './weigh.ts';

/** Articles that were counted, of how many, and their words. */
export interface Counted {
	articles: number;
	of: number;
	words: number;
}

/** The words of some articles, the rows asked about, beside those of all others. */
export interface WordCounts {
	/** Those that have more than their share in the rows; `printed`: with its diacritics. */
	words: (WordCount & { printed: string })[];
	own: Counted;
	others: Counted;
}

/** Whether a folded word is counted: figures and single letters are not. */
export function isCounted(word: string): boolean {
	return /\p{L}.*\p{L}/u.test(word);
}

/** Of a large archive so many articles of either side are read, evenly spaced in time. */
const sampleRows = 240;
/** Files that are fetched side by side. */
const lanes = 6;
/** How long words are counted in one go before others get their turn. */
const sliceMs = 10;

/** Every row, or of more than `most` as many evenly spaced ones: the same for the same rows. */
function sampleOf(rows: readonly number[] | Uint32Array, most: number): number[] {
	if (rows.length <= most) return [...rows];
	return Array.from(
		{ length: most },
		(_, at) => rows[Math.floor(((at + 0.5) * rows.length) / most)] as number
	);
}

/** What some rows hold, by the heads of a lexicon. */
interface Counts {
	/** Rows whose words were at hand, and how many words they have. */
	rows: number;
	words: number;
	times: Uint32Array;
	articles: Uint32Array;
}

/** Counts the words of rows that have been read. */
async function countRows(
	texts: Texts,
	rows: readonly number[],
	counted: (id: number) => boolean,
	signal?: AbortSignal
): Promise<Counts> {
	const { heads, words } = texts.lexicon;
	const counts = {
		rows: 0,
		words: 0,
		times: new Uint32Array(words.length),
		articles: new Uint32Array(words.length)
	};
	const seen = new Int32Array(words.length).fill(-1);
	let began = performance.now();
	for (const row of rows) {
		const held = texts.wordsOf(row);
		if (!held) continue;
		counts.rows++;
		for (let at = 0; at < held.notes; at++) {
			const id = heads[held.tokens[at] as number] as number;
			if (!counted(id)) continue;
			counts.words++;
			counts.times[id] = (counts.times[id] as number) + 1;
			if (seen[id] === row) continue;
			seen[id] = row;
			counts.articles[id] = (counts.articles[id] as number) + 1;
		}
		if (performance.now() - began > sliceMs) {
			await new Promise((resolve) => setTimeout(resolve));
			signal?.throwIfAborted();
			began = performance.now();
		}
	}
	return counts;
}

/**
 * Counts the words of `rows` and of all other rows of an archive of `all`, notes left aside. Reads the texts that it
 * needs. Rejects with a BundleError where a text cannot be read, and with the signal's reason where that is aborted.
 */
export async function readCounts(
	texts: Texts,
	all: number,
	rows: Uint32Array,
	signal?: AbortSignal
): Promise<WordCounts> {
	const inside = new Set(rows);
	const rest = Array.from({ length: all }, (_, row) => row).filter((row) => !inside.has(row));
	const most = texts.isSmall ? Infinity : sampleRows;
	const [own, others] = [sampleOf(rows, most), sampleOf(rest, most)];
	await readRows(texts, [...own, ...others], signal);

	const { lexicon } = texts;
	const flags: boolean[] = [];
	const counted = (id: number) => (flags[id] ??= isCounted(lexicon.words[id] ?? ''));
	const mine = await countRows(texts, own, counted, signal);
	const theirs = await countRows(texts, others, counted, signal);
	texts.forgetOldest();

	const words: WordCounts['words'] = [];
	for (const [id, times] of mine.times.entries()) {
		const elsewhere = theirs.times[id] ?? 0;
		if (times * theirs.words <= elsewhere * mine.words) continue;
		const word = lexicon.words[id] ?? '';
		const printed = lexicon.printedOf(word) ?? word;
		words.push({
			word,
			printed,
			own: times,
			articles: mine.articles[id] ?? 0,
			all: times + elsewhere
		});
	}
	return {
		words,
		own: { articles: mine.rows, of: rows.length, words: mine.words },
		others: { articles: theirs.rows, of: rest.length, words: theirs.words }
	};
}

/** Reads the words of rows where they are not at hand. */
async function readRows(texts: Texts, rows: number[], signal?: AbortSignal): Promise<void> {
	if (texts.isSmall) return texts.loadAll();
	const files = [...new Set(rows.map((row) => texts.fileOf(row)))];
	let next = 0;
	const lane = async () => {
		while (next < files.length) {
			signal?.throwIfAborted();
			await texts.loadFile(files[next++] as number);
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}
