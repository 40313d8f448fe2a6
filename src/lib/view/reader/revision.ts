/** Two texts of one article, word against word. The library that compares them is fetched when somebody looks. */
import type { Article } from '../../archive/article.ts';

/** A stretch of text: in both, only in the other article, or only in this one. `cut`: words were left out before it. */
export interface Change {
	kind: 'same' | 'other' | 'this';
	text: string;
	cut: boolean;
}

/** Words of what is the same that are kept around each change. */
const context = 8;
/** Comparing takes longer the less two texts are alike; nobody waits longer than this. */
const mostMs = 4000;

function textOf({ headline, blocks }: Pick<Article, 'headline' | 'blocks'>): string {
	const body = blocks.filter(({ kind }) => kind !== 'elision').map(({ text }) => text);
	return [...(headline === null ? [] : [headline]), ...body].join('\n');
}

/** The ends of a stretch that both texts have, next to the changes before and after it. */
function shorten(text: string, first: boolean, last: boolean): Change[] {
	const words = text.split(/(?<=\s)/);
	const keep = context * (first || last ? 1 : 2);
	if (words.length <= keep) return [{ kind: 'same', text, cut: false }];
	const changes: Change[] = [];
	if (!first) changes.push({ kind: 'same', text: words.slice(0, context).join(''), cut: false });
	if (!last) changes.push({ kind: 'same', text: words.slice(-context).join(''), cut: true });
	return changes;
}

/** What stands in one of two articles only, with a few words around it; null where they are too far apart to compare. */
export async function findChanges(other: Article, current: Article): Promise<Change[] | null> {
	const { diffWords } = await import('diff');
	const parts = diffWords(textOf(other), textOf(current), { timeout: mostMs });
	if (!parts) return null;
	return parts.flatMap(({ value, added, removed }, at): Change[] => {
		if (added) return [{ kind: 'this', text: value, cut: false }];
		if (removed) return [{ kind: 'other', text: value, cut: false }];
		return shorten(value, at === 0, at === parts.length - 1);
	});
}
