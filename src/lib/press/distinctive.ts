/**
 * Words that tell some articles from all others: the log-odds ratio with an informative Dirichlet prior, over its
 * standard error. Monroe, Colaresi and Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for
 * Identifying the Content of Political Conflict", Political Analysis 16 (2008), 372-403, equations 15, 16, 19 and 22.
 * The prior is the archive itself, so that a word needs more than its usual share to stand out.
 */
import type { Article } from '../archive/article.ts';
import type { DistinctiveTerm } from '../archive/author.ts';
import { splitWords } from '../archive/words.ts';

/** The prior weighs as much as so many words of the archive. */
const priorWords = 1000;
/** Two-sided, 5 in 100: what chance alone would make of a word that was looked at by itself. */
const leastZ = 1.96;
const mostTerms = 20;

/** How often each word stands in some articles, in all and in how many of them. */
export interface WordCounts {
	words: Map<string, { times: number; articles: number }>;
	total: number;
}

/** Counts the folded words of headlines and text. Notes, numbers and words of one letter are left out. */
export function countWordsOf(articles: Iterable<Article>): WordCounts {
	const words: WordCounts['words'] = new Map();
	let total = 0;
	for (const { headline, blocks } of articles) {
		const seen = new Set<string>();
		const printed = blocks.filter(({ kind }) => kind !== 'elision');
		const texts = [headline ?? '', ...printed.map(({ text }) => text)];
		for (const text of texts)
			for (const { word } of splitWords(text)) {
				if (!/\p{L}.*\p{L}/u.test(word)) continue;
				const known = words.get(word) ?? { times: 0, articles: 0 };
				known.times += 1;
				if (!seen.has(word)) known.articles += 1;
				seen.add(word);
				words.set(word, known);
				total += 1;
			}
	}
	return { words, total };
}

/**
 * The words that stand out in `own`, a part of `all`, strongest first; only those in two articles at least where
 * there are two, since a word of one article tells of that article. Empty where nothing is left to compare with.
 */
export function distinctiveTerms(
	own: WordCounts,
	all: WordCounts,
	ownArticles: number
): DistinctiveTerm[] {
	const others = all.total - own.total;
	if (own.total === 0 || others === 0) return [];
	const found: DistinctiveTerm[] = [];
	for (const [word, { times, articles }] of own.words) {
		if (articles < Math.min(2, ownArticles)) continue;
		const everywhere = all.words.get(word)?.times ?? times;
		const prior = (priorWords * everywhere) / all.total;
		const [mine, theirs] = [times + prior, everywhere - times + prior];
		const odds = Math.log(mine / (own.total + priorWords - mine));
		const otherOdds = Math.log(theirs / (others + priorWords - theirs));
		const z = (odds - otherOdds) / Math.sqrt(1 / mine + 1 / theirs);
		if (z >= leastZ) found.push({ word, own: times, all: everywhere, articles, z });
	}
	found.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
	return found.slice(0, mostTerms).map((term) => ({ ...term, z: Math.round(term.z * 100) / 100 }));
}
