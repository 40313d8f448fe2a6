/** The words of an author's articles beside those of the whole archive: what their page says of them. */
import type { Article } from '../archive/article.ts';
import type { DistinctiveTerm } from '../archive/author.ts';
import { splitWords } from '../archive/words.ts';
import { isCounted } from '../search/counts.ts';
import { partsOf } from '../search/parts.ts';
import { weighWords } from '../search/weigh.ts';

/** How often each word stands in some articles, in all and in how many of them. */
export interface WordCounts {
	words: Map<string, { times: number; articles: number }>;
	total: number;
}

/** Counts the folded words of all that is searched but notes. Numbers and words of one letter are left out. */
export function countWordsOf(articles: Iterable<Article>): WordCounts {
	const words: WordCounts['words'] = new Map();
	let total = 0;
	for (const article of articles) {
		const seen = new Set<string>();
		for (const { kind, text } of partsOf(article)) {
			if (kind === 'note') continue;
			for (const { word } of splitWords(text)) {
				if (!isCounted(word)) continue;
				const known = words.get(word) ?? { times: 0, articles: 0 };
				known.times += 1;
				if (!seen.has(word)) known.articles += 1;
				seen.add(word);
				words.set(word, known);
				total += 1;
			}
		}
	}
	return { words, total };
}

/** The words that stand out in `own`, the counts of some articles, against the rest of `all`: see `weighWords`. */
export function distinctiveTerms(
	own: WordCounts,
	all: WordCounts,
	ownArticles: number
): DistinctiveTerm[] {
	const counts = Array.from(own.words, ([word, { times, articles }]) => ({
		word,
		own: times,
		articles,
		all: all.words.get(word)?.times ?? times
	}));
	return weighWords(counts, own.total, all.total, ownArticles);
}
