/**
 * Ids: readable, and the same again however the rest of the archive changes. An id is made of an article's own date
 * and headline; where two would be the same, the later takes a mark made of its own file and opening words.
 */
import type { Article } from '../archive/article.ts';
import { asciiWords, shortHash } from '../archive/text.ts';
import type { Assembled, Unnamed } from './assemble.ts';

const idWords = 6;
const longestIdWord = 32;
const markLength = 6;

/** By code units, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareSource(a: Unnamed, b: Unnamed): number {
	return compareText(a.source.file, b.source.file) || a.source.lines[0] - b.source.lines[0];
}

function compareArticles(a: Unnamed, b: Unnamed): number {
	const days = (article: Unnamed) => article.date?.first ?? '~';
	return compareText(days(a), days(b)) || compareSource(a, b);
}

function wantedId({ article, ownId }: Assembled): string {
	const own = asciiWords(ownId ?? '').join('-');
	if (own !== '') return own;
	const edtf = article.date?.edtf.replace(/[?~%]/g, '') ?? 'undated';
	const prefix = asciiWords(edtf.replaceAll('..', 'open')).join('-');
	const headline = article.headline ?? article.suppliedHeadline ?? '';
	const words = asciiWords(headline).slice(0, idWords);
	const name = words.map((word) => word.slice(0, longestIdWord)).join('-');
	return `${prefix}-${name || shortHash(headline || (article.blocks[0]?.text ?? ''))}`;
}

function openingOf(article: Unnamed): string {
	const first = article.blocks.find((block) => block.kind === 'paragraph') ?? article.blocks[0];
	return (first?.text ?? '').slice(0, 200);
}

/** What tells an article from others when its headline, date and id have changed: its opening words. */
export function printOf(article: Unnamed): string {
	return shortHash(openingOf(article));
}

/** An article that has its id. */
export type Named = Assembled & { id: string };

/**
 * Gives ids and sorts: by first day, then file, then line; undated last. Ids hold only [a-z0-9-]. What a curator
 * gave comes first; of those that want the same id the first by file and line takes it, and each other one adds a
 * mark of its own, so that neither a fix nor a file elsewhere moves it.
 */
export function nameArticles(unnamed: readonly Assembled[]): Named[] {
	const ids = new Map<Assembled, string>();
	const taken = new Set<string>();
	const inOrder = [...unnamed].sort((a, b) => compareSource(a.article, b.article));
	for (const each of inOrder) {
		if (each.pinned === null || taken.has(each.pinned)) continue;
		taken.add(each.pinned);
		ids.set(each, each.pinned);
	}
	const next = new Map<string, number>();
	for (const each of inOrder) {
		if (ids.has(each)) continue;
		let id = wantedId(each);
		if (taken.has(id)) {
			const { file } = each.article.source;
			const mark = shortHash(`${file}\n${openingOf(each.article)}`).slice(0, markLength);
			const marked = `${id}-${mark}`;
			id = marked;
			// Two texts with the same opening in one file: only their order is left to tell them by.
			let count = next.get(marked) ?? 2;
			while (taken.has(id)) {
				id = `${marked}-${count}`;
				count += 1;
			}
			next.set(marked, count);
		}
		taken.add(id);
		ids.set(each, id);
	}
	return [...unnamed]
		.sort((a, b) => compareArticles(a.article, b.article))
		.map((each) => ({ ...each, id: ids.get(each) ?? '' }));
}

/** The article itself, with its id in front. */
export function articleOf({ id, article }: Named): Article {
	return { id, ...article };
}
