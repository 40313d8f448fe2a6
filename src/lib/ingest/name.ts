/**
 * Ids: readable, and the same again however the rest of the archive changes. An id is made of an article's own date
 * and headline (of a hidden one, that its curator gave no headline, of its date alone); where two would be the same,
 * the later takes a mark made of its own file and opening words. What was published before keeps the id it had, where
 * the list of those ids stands beside the seeds.
 */
import type { Article } from '../archive/article.ts';
import { asciiWords, shortHash } from '../archive/text.ts';
import type { Assembled } from './assemble.ts';
import type { PublishedId } from './ledger.ts';

const idWords = 6;
const longestIdWord = 32;
const markLength = 6;

/** By code units, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function compareSource(a: Article, b: Article): number {
	return compareText(a.source.file, b.source.file) || a.source.lines[0] - b.source.lines[0];
}

function compareArticles(a: Article, b: Article): number {
	const days = (article: Article) => article.date?.first ?? '~';
	return compareText(days(a), days(b)) || compareSource(a, b);
}

/** True for an article whose words nobody may read, not in its address either: its curator gave it no headline. */
function isSecret({ article, hide }: Assembled): boolean {
	return hide !== null && article.why.headline.basis !== 'curated';
}

/** How the ids of such articles end. */
const secretEnd = /(?:^|-)hidden(?:-\d+)?$/;

function wantedId(each: Assembled): string {
	const { article, ownId } = each;
	const edtf = article.date?.edtf.replace(/[?~%]/g, '') ?? 'undated';
	const prefix = asciiWords(edtf.replaceAll('..', 'open')).join('-');
	if (isSecret(each)) return `${prefix}-hidden`;
	const own = asciiWords(ownId ?? '').join('-');
	if (own !== '') return own;
	const headline = article.headline ?? article.suppliedHeadline ?? '';
	const words = asciiWords(headline).slice(0, idWords);
	const name = words.map((word) => word.slice(0, longestIdWord)).join('-');
	// Not by a template: what is put together so is kept in pieces.
	return [prefix, name || shortHash(headline || (article.blocks[0]?.text ?? ''))].join('-');
}

function openingOf(article: Article): string {
	const first = article.blocks.find((block) => block.kind === 'paragraph') ?? article.blocks[0];
	return (first?.text ?? '').slice(0, 200);
}

/** What tells an article from others when its headline, date and id have changed: its opening words, or all that it has. */
export function printOf(article: Article): string {
	return shortHash(openingOf(article) || (article.headline ?? ''));
}

/**
 * The ids of articles that were published before. An article is known by its file and opening words; one whose file
 * was renamed by its opening words alone. Of several with one opening, the first has the first id.
 */
function publishedIds(
	inOrder: readonly Assembled[],
	published: readonly PublishedId[]
): Map<Assembled, string> {
	const ids = new Map<Assembled, string>();
	const given = new Set<PublishedId>();
	const inFile = (file: string, print: string) => `${file}\n${print}`;
	const match = (keyOf: (file: string, print: string) => string) => {
		const waiting = new Map<string, PublishedId[]>();
		for (const each of published) {
			if (given.has(each)) continue;
			const key = keyOf(each.file, each.print);
			const own = waiting.get(key);
			if (own) own.push(each);
			else waiting.set(key, [each]);
		}
		for (const each of inOrder) {
			if (ids.has(each)) continue;
			const { source } = each.article;
			const same = waiting.get(keyOf(source.file, printOf(each.article)));
			// What was hidden since keeps no id that is made of its words.
			if (isSecret(each) && !secretEnd.test(same?.[0]?.id ?? '')) continue;
			const found = same?.shift();
			if (!found) continue;
			given.add(found);
			ids.set(each, found.id);
		}
	};
	if (published.length === 0) return ids;
	match(inFile);
	match((_, print) => print);
	return ids;
}

/** The ids that end in a mark because another article has the plain one: those that its file's name decides on. */
export function markedIds(ids: readonly PublishedId[]): string[] {
	const known = new Set(ids.map(({ id }) => id));
	const marked = new RegExp(`-[0-9a-f]{${markLength}}(?:-\\d+)?$`);
	return [...known].filter((id) => marked.test(id) && known.has(id.replace(marked, '')));
}

/**
 * Gives each article its id and sorts: by first day, then file, then line; undated last. Ids hold only [a-z0-9-].
 * What a curator gave comes first, then the id it was `published` with. Of others that want the same id the first by
 * file and line takes it, and each other one adds a mark of its own, so that neither a fix nor a file after it moves it.
 */
export function nameArticles(
	unnamed: readonly Assembled[],
	published: readonly PublishedId[] = []
): Assembled[] {
	const taken = new Set<string>();
	const inOrder = [...unnamed].sort((a, b) => compareSource(a.article, b.article));
	const give = (each: Assembled, id: string | null | undefined) => {
		if (!id || each.article.id !== '' || taken.has(id)) return;
		taken.add(id);
		each.article.id = id;
	};
	for (const each of inOrder) give(each, each.pinned);
	const known = publishedIds(inOrder, published);
	for (const each of inOrder) give(each, known.get(each));
	const next = new Map<string, number>();
	for (const each of inOrder) {
		if (each.article.id !== '') continue;
		const wanted = wantedId(each);
		give(each, wanted);
		if (each.article.id !== '') continue;
		// A number: even a mark is made of the words.
		for (let count = 2; isSecret(each) && each.article.id === ''; count += 1) {
			give(each, `${wanted}-${count}`);
		}
		const { file } = each.article.source;
		const mark = shortHash(`${file}\n${openingOf(each.article)}`).slice(0, markLength);
		const marked = `${wanted}-${mark}`;
		give(each, marked);
		// Two texts with the same opening in one file: only their order is left to tell them by.
		for (let count = next.get(marked) ?? 2; each.article.id === ''; count += 1) {
			give(each, `${marked}-${count}`);
			next.set(marked, count + 1);
		}
	}
	return [...unnamed].sort((a, b) => compareArticles(a.article, b.article));
}
