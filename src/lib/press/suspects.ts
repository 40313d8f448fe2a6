/** Articles that may be two in one, or one in two: signs to look at, never acted upon. */
import type { Article, Problem } from '../archive/article.ts';
import type { Suspect } from '../bundle/report.ts';

/** So many times the usual length of its file, and at least so many words, make an article stand out. */
const outlying = { times: 6, words: 3000, articles: 5 };

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const unfinished = /[\p{L}\p{N},;–—-]$/u;
const goesOn = /^[“"‘']?\p{Ll}/u;

function lastText(article: Article): string {
	return article.blocks.findLast((block) => block.kind === 'paragraph')?.text ?? '';
}

function inFile(articles: readonly Article[], problems: readonly Problem[]): Suspect[] {
	const found: Suspect[] = [];
	const usual = median(articles.map((article) => article.words));
	for (const [at, article] of articles.entries()) {
		const before = articles[at - 1];
		const [line] = article.source.lines;
		const missing = problems.find(
			(problem) => problem.rule === 'digest/number-missing' && problem.line === line
		);
		if (before && missing) {
			const why =
				'The number after it is missing, so that a piece without its headline may stand at its end.';
			found.push({ article: before.id, kind: 'merged', why, line: before.source.lines[0] });
		}
		const { times, words, articles: fewest } = outlying;
		if (articles.length >= fewest && article.words >= Math.max(words, usual * times)) {
			const why = `It is ${Math.round(article.words / Math.max(1, usual))} times as long as is usual in its file.`;
			found.push({ article: article.id, kind: 'merged', why, line });
		}
		const opening = article.blocks.find((block) => block.kind === 'paragraph');
		if (article.headline !== null || article.boundary === 'curated' || !opening) continue;
		if (goesOn.test(opening.text)) {
			const why = 'It has no headline and opens in the middle of a sentence.';
			found.push({ article: article.id, kind: 'split', why, line });
		} else if (before && unfinished.test(lastText(before))) {
			const why = 'It has no headline, and the article before it ends without a full stop.';
			found.push({ article: article.id, kind: 'split', why, line });
		}
	}
	return found;
}

/** All suspicions, by file and line. */
export function findSuspects(
	articles: readonly Article[],
	problems: readonly Problem[]
): Suspect[] {
	const byFile = new Map<string, Article[]>();
	for (const article of articles) {
		const own = byFile.get(article.source.file);
		if (own) own.push(article);
		else byFile.set(article.source.file, [article]);
	}
	const files = [...byFile.keys()].sort();
	return files.flatMap((file) => {
		const own = (byFile.get(file) ?? []).sort((a, b) => a.source.lines[0] - b.source.lines[0]);
		return inFile(
			own,
			problems.filter((problem) => problem.file === file)
		);
	});
}
