/** Drafts to articles: dates, ids, supplied headlines, kinds, word counts, and the order of the archive. */
import type { Article, ArticleDate, ArticleKind, Basis, Block } from '../archive/article.ts';
import { asciiWords, countWords, openingWords, shortHash } from '../archive/text.ts';
import { readEdtf } from '../archive/edtf.ts';
import { readAuthors } from './byline.ts';
import type { Draft, Reading } from './draft.ts';
import type { Sidecar } from './sidecar.ts';

const noticeWords = 60;
const idWords = 6;
const longestIdWord = 32;
const supplied = { words: 12, length: 80 };

/** An article that has no id yet: ids are given once the whole archive is known. */
export type Unnamed = Omit<Article, 'id'> & {
	/** The name that its record gives it, if any. */
	ownId?: string | null;
};

function dateOf(draft: Draft, sidecar: Sidecar): ArticleDate | null {
	const stated = draft.date ? readEdtf(draft.date.edtf) : null;
	if (draft.date && stated) return { ...stated, printed: draft.date.printed, basis: 'stated' };
	if (!sidecar.date) return null;
	const { note, ...date } = sidecar.date;
	const curated: ArticleDate = { ...date, printed: null, basis: 'curated' };
	return note === null ? curated : { ...curated, note };
}

function countIn(headline: string | null, blocks: readonly Block[]): number {
	let words = countWords(headline ?? '');
	for (const block of blocks) if (block.kind !== 'elision') words += countWords(block.text);
	return words;
}

function kindOf(blocks: readonly Block[], words: number): ArticleKind {
	if (blocks.some((block) => block.kind === 'elision')) return 'excerpt';
	return words < noticeWords ? 'notice' : 'full';
}

function supplyHeadline(blocks: readonly Block[]): string {
	const spoken = blocks.find((block) => block.kind === 'paragraph' || block.kind === 'quotation');
	const block = spoken ?? blocks.find((each) => each.kind !== 'elision') ?? blocks[0];
	const text = (block?.text ?? '').replace(/\n/g, ' ');
	return openingWords(text, supplied.words, supplied.length);
}

/** Puts a draft and the curator's word together. */
export function assembleArticle(
	file: string,
	reading: Reading,
	draft: Draft,
	sidecar: Sidecar
): Unnamed {
	const curated = sidecar.starts.get(draft.lines[0]);
	const headline = curated?.headline ?? draft.headline;
	const publication = sidecar.publication ?? draft.own?.publication ?? reading.publication;
	const publicationBasis: Basis | null =
		publication === null ? null : sidecar.publication === null ? 'stated' : 'curated';
	const words = countIn(headline, draft.blocks);
	return {
		headline,
		suppliedHeadline: headline === null ? supplyHeadline(draft.blocks) : null,
		kicker: draft.kicker,
		deck: draft.deck,
		byline: draft.byline,
		authors: draft.byline === null ? [] : readAuthors(draft.byline),
		publication,
		publicationBasis,
		language: sidecar.language ?? draft.own?.language ?? 'en',
		date: dateOf(draft, sidecar),
		dateline: draft.dateline,
		source: { file, lines: draft.lines },
		boundary: draft.boundary,
		kind: kindOf(draft.blocks, words),
		number: curated?.number ?? draft.number,
		words,
		blocks: draft.blocks,
		notes: draft.notes,
		...(draft.own?.id ? { ownId: draft.own.id } : {})
	};
}

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

function idOf(article: Unnamed): string {
	const own = asciiWords(article.ownId ?? '').join('-');
	if (own !== '') return own;
	const edtf = article.date?.edtf.replace(/[?~%]/g, '') ?? 'undated';
	const prefix = asciiWords(edtf.replaceAll('..', 'open')).join('-');
	const headline = article.headline ?? article.suppliedHeadline ?? '';
	const words = asciiWords(headline).slice(0, idWords);
	const name = words.map((word) => word.slice(0, longestIdWord)).join('-');
	return `${prefix}-${name || shortHash(headline || (article.blocks[0]?.text ?? ''))}`;
}

/**
 * Gives ids and sorts: by first day, then file, then line; undated last. Ids hold only [a-z0-9-]; where two
 * would be the same, the later by file and line gets `-2`, `-3` and so on.
 */
export function nameArticles(unnamed: readonly Unnamed[]): Article[] {
	const ids = new Map<Unnamed, string>();
	const taken = new Set<string>();
	// The next number to try for an id, so that a thousand equal headlines take a thousand steps.
	const next = new Map<string, number>();
	for (const article of [...unnamed].sort(compareSource)) {
		const wanted = idOf(article);
		let id = wanted;
		let count = next.get(wanted) ?? 2;
		while (taken.has(id)) {
			id = `${wanted}-${count}`;
			count += 1;
		}
		next.set(wanted, count);
		taken.add(id);
		ids.set(article, id);
	}
	return [...unnamed].sort(compareArticles).map((article) => {
		const { ownId, ...rest } = article;
		void ownId;
		return { id: ids.get(article) ?? '', ...rest };
	});
}
