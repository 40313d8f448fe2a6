/**
 * Words that tell some articles from all others: the log-odds ratio with an informative Dirichlet prior, over its
 * standard error. Monroe, Colaresi and Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for
 * Identifying the Content of Political Conflict", Political Analysis 16 (2008), 372-403, equations 15, 16, 19 and 22.
 * The prior is all the articles themselves, so that a word needs more than its usual share to stand out.
 */
import { markedClauses, wordTest, isSingle } from './probe.ts';
import { readQuery } from './query.ts';
import type { Texts } from './texts.ts';

/** The prior weighs as much as so many words. */
const priorWords = 1000;
/** Two-sided, 5 in 100: what chance alone would make of a word that was looked at by itself. */
const leastZ = 1.96;
const mostTerms = 20;

/** How often a word stands in some articles, in how many of them, and how often in all. */
export interface WordCount {
	/** Folded. */
	word: string;
	own: number;
	articles: number;
	all: number;
}

/** A word that stands out. */
export interface DistinctiveWord extends WordCount {
	/** Log-odds ratio over its standard error, with two decimals. */
	z: number;
}

/** Whether a folded word is compared: figures and single letters are not. */
export function isCompared(word: string): boolean {
	return /\p{L}.*\p{L}/u.test(word);
}

/**
 * The words that stand out in some articles, strongest first; only those in two of them at least where there are two,
 * since a word of one article tells of that article. `own`, `all`: how many words those articles and all articles have,
 * `all` the others too; empty where there are no others.
 */
export function weighWords(
	counts: Iterable<WordCount>,
	own: number,
	all: number,
	ownArticles: number
): DistinctiveWord[] {
	const others = all - own;
	if (own === 0 || others === 0) return [];
	const found: DistinctiveWord[] = [];
	for (const count of counts) {
		if (count.articles < Math.min(2, ownArticles)) continue;
		const prior = (priorWords * count.all) / all;
		const [mine, theirs] = [count.own + prior, count.all - count.own + prior];
		const odds = Math.log(mine / (own + priorWords - mine));
		const otherOdds = Math.log(theirs / (others + priorWords - theirs));
		const z = (odds - otherOdds) / Math.sqrt(1 / mine + 1 / theirs);
		if (z >= leastZ) found.push({ ...count, z });
	}
	found.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
	return found.slice(0, mostTerms).map((term) => ({ ...term, z: Math.round(term.z * 100) / 100 }));
}

/** Articles that were counted, of how many, and their words. */
export interface Counted {
	articles: number;
	of: number;
	words: number;
}

/** What tells the articles found from all others. */
export interface Distinctive {
	terms: (DistinctiveWord & { printed: string })[];
	own: Counted;
	others: Counted;
	/** Words that stand out because they were asked for, as printed: left out of `terms`. */
	asked: string[];
}

/** Of an archive too large to be read whole, so many articles of either side are read, evenly spaced in time. */
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
	compared: (id: number) => boolean,
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
			if (!compared(id)) continue;
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
 * The words that tell `rows` from all other rows, notes left aside. Reads the texts that it needs; of a large archive a
 * sample. `query`: its words are left out, since they stand out by being asked for. Rejects with a BundleError where a
 * text cannot be read, and with the signal's reason where that is aborted.
 */
export async function readDistinctive(
	texts: Texts,
	all: number,
	rows: Uint32Array,
	query: string,
	signal?: AbortSignal
): Promise<Distinctive> {
	const inside = new Uint8Array(all);
	for (const row of rows) inside[row] = 1;
	const rest = Array.from(inside.keys()).filter((row) => inside[row] === 0);
	const most = texts.isSmall ? Infinity : sampleRows;
	const [own, others] = [sampleOf(rows, most), sampleOf(rest, most)];
	await readRows(texts, [...own, ...others], signal);

	const { lexicon } = texts;
	const flags: boolean[] = [];
	const compared = (id: number) => (flags[id] ??= isCompared(lexicon.words[id] ?? ''));
	const mine = await countRows(texts, own, compared, signal);
	const theirs = await countRows(texts, others, compared, signal);
	texts.forgetOldest();

	const tests = markedClauses(readQuery(query).clauses).map((clause) =>
		isSingle(clause)
			? wordTest({ ...clause, exact: false }, true)
			: (word: string) => clause.words.includes(word)
	);
	const isAsked = (word: string) => tests.some((test) => test(word, word));
	const counts: WordCount[] = [];
	const asked: string[] = [];
	for (const [id, times] of mine.times.entries()) {
		if (times === 0) continue;
		const word = lexicon.words[id] ?? '';
		if (isAsked(word)) asked.push(lexicon.printedOf(word) ?? word);
		else
			counts.push({
				word,
				own: times,
				articles: mine.articles[id] as number,
				all: times + (theirs.times[id] ?? 0)
			});
	}
	const terms = weighWords(counts, mine.words, mine.words + theirs.words, mine.rows);
	return {
		terms: terms.map((term) => ({ ...term, printed: lexicon.printedOf(term.word) ?? term.word })),
		own: { articles: mine.rows, of: rows.length, words: mine.words },
		others: { articles: theirs.rows, of: rest.length, words: theirs.words },
		asked
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
