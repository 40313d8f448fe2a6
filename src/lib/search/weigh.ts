/**
 * Words that tell some articles from all others: the log-odds ratio with an informative Dirichlet prior, over its
 * standard error. Monroe, Colaresi and Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for
 * Identifying the Content of Political Conflict", Political Analysis 16 (2008), 372-403, equations 15, 16, 19 and 22.
 * The prior is all the articles themselves, so that a word needs more than its usual share to stand out.
 */
import { isPattern, patternTest } from './pattern.ts';
import { isSingle, markedClauses, wordTest } from './probe.ts';
import { readQuery } from './query.ts';

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

/**
 * The words that stand out in some articles, strongest first, each with `z`, its log-odds ratio over its standard error,
 * to two decimals; only those in two of the articles at least where there are two, since a word of one article tells of
 * that article. `own`, `all`: how many words those articles and all articles have, `all` the others too; empty where
 * there are no others.
 */
export function weighWords<Count extends WordCount>(
	counts: Iterable<Count>,
	own: number,
	all: number,
	ownArticles: number
): (Count & { z: number })[] {
	const others = all - own;
	if (own === 0 || others === 0) return [];
	const found: (Count & { z: number })[] = [];
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

/** The test whether a query asks for a folded word, in any of its forms. */
export function isAskedBy(query: string): (word: string) => boolean {
	const tests = markedClauses(readQuery(query).clauses).map((clause) =>
		isSingle(clause)
			? wordTest({ ...clause, exact: false }, true)
			: (word: string) =>
					clause.words.some((asked) =>
						isPattern(asked) ? patternTest(asked)(word) : asked === word
					)
	);
	return (word) => tests.some((test) => test(word, word));
}
