/** Drafts to articles: the curator's word put over what was read, and of every field the reason why it stands. */
import {
	type Article,
	type ArticleDate,
	type ArticleKind,
	type Block,
	type Field,
	type Reason
} from '../archive/article.ts';
import { countWords, openingWords } from '../archive/text.ts';
import { readEdtf } from '../archive/edtf.ts';
import type { AuthorMerge } from './archive-file.ts';
import { readAuthors } from './byline.ts';
import { inferred, stated, type Draft, type OwnWord, type Reading, type Why } from './draft.ts';
import { estimateDate, type Estimate } from './estimate.ts';
import type { CuratedDate, Edit, Sidecar } from './sidecar.ts';

const noticeWords = 60;
const supplied = { words: 12, length: 80 };

/** An article, and what a curator said of it that is no part of it. */
export interface Assembled {
	/** Its id is empty until the whole archive is known: see `nameArticles`. */
	article: Article;
	/** The id that a curator gave it, and where that is written in the sidecar. */
	pinned: string | null;
	/** The name that its record gives it, if any; its id is made of it. */
	ownId: string | null;
	/** Why it is not to be shown. */
	hide: string | null;
	sameAs: string | null;
	/** The entries of the sidecar that speak of it. */
	edits: readonly Edit[];
	/** A date to propose, where it has none. */
	estimate: Estimate | null;
}

/** All that stands around a draft: its dialect and file, and the curator's word on the file and the archive. */
export interface Context {
	file: string;
	dialect: string;
	reading: Reading;
	sidecar: Sidecar;
	/** The language that the text of the file speaks for; null where it is taken for English. */
	language: string | null;
	/** Names that mean another: see `archive-file`. */
	merges: ReadonlyMap<string, AuthorMerge>;
}

function curated(key: string, line: number): Reason {
	return { basis: 'curated', rule: `sidecar/${key}`, line };
}

const nothingOfItsOwn: OwnWord = { id: null, publication: null, language: null, authors: null };

interface Dated {
	date: ArticleDate | null;
	reason: Reason | null;
	estimate: Estimate | null;
}

/** Dates as read, by the draft's own: all articles of a day share one. */
const statedDates = new WeakMap<object, ArticleDate | null>();

function statedDate(found: NonNullable<Draft['date']>): ArticleDate | null {
	const known = statedDates.get(found);
	if (known !== undefined) return known;
	const read = readEdtf(found.edtf);
	const { printed, basis = 'stated' } = found;
	const date: ArticleDate | null = read && { ...read, printed, basis };
	statedDates.set(found, date);
	return date;
}

function givenDate({ date, note }: CuratedDate): ArticleDate | null {
	if (!date) return null;
	return { ...date, printed: null, basis: 'curated', ...(note === null ? {} : { note }) };
}

function datedBy(given: CuratedDate | null, estimate: Estimate | null): Dated | null {
	if (!given) return null;
	const date = givenDate(given);
	if (date) return { date, reason: curated('date', given.line), estimate: null };
	if (!given.acceptEstimate || !estimate) return null;
	const { edtf, first, last, words, lines } = estimate;
	const note = given.note ?? `Estimated from the latest day that the text names, “${words}”.`;
	return {
		date: { edtf, first, last, printed: null, basis: 'inferred', note },
		reason: inferred('estimate/latest-day', lines[0]?.[0] ?? null),
		estimate: null
	};
}

/** A date given for this very article stands before the text's, the text's before the one given for the file. */
function dateOf(draft: Draft, edit: CuratedDate | null, sidecar: Sidecar): Dated {
	if (edit?.date) return datedBy(edit, null) ?? { date: null, reason: null, estimate: null };
	const date = draft.date ? statedDate(draft.date) : null;
	if (date) return { date, reason: null, estimate: null };
	if (sidecar.date?.date && !edit) {
		return datedBy(sidecar.date, null) ?? { date: null, reason: null, estimate: null };
	}
	const estimate = estimateDate(draft.blocks);
	const accepted = datedBy(edit ?? sidecar.date, estimate);
	return accepted ?? { date: null, reason: null, estimate };
}

function countIn(headline: string | null, blocks: readonly Block[]): number {
	let words = countWords(headline ?? '');
	for (const block of blocks) if (block.kind !== 'elision') words += countWords(block.text);
	return words;
}

// What no line says is the same for all: one object serves ten thousand articles.
const byWords = inferred('kind/words', null);
const byDefault = inferred('language/default', null);
const bySmallWords = inferred('language/small-words', null);

function kindOf(blocks: readonly Block[], words: number): { kind: ArticleKind; reason: Reason } {
	const elision = blocks.find((block) => block.kind === 'elision');
	if (elision) return { kind: 'excerpt', reason: stated('kind/elision', elision.lines[0]) };
	const kind = words < noticeWords ? 'notice' : 'full';
	return { kind, reason: byWords };
}

function supplyHeadline(blocks: readonly Block[]): string {
	const spoken = blocks.find((block) => block.kind === 'paragraph' || block.kind === 'quotation');
	const block = spoken ?? blocks.find((each) => each.kind !== 'elision') ?? blocks[0];
	const text = (block?.text ?? '').replace(/\n/g, ' ');
	return openingWords(text, supplied.words, supplied.length);
}

/** The authors that a byline names, each under the name that the archive brings it together under. */
function authorsOf(
	byline: string | null,
	own: readonly string[] | null,
	merges: Context['merges'],
	because: Reason | undefined
): { authors: string[]; reason: Reason | null } {
	if (byline === null) return { authors: [], reason: null };
	// A curator's byline is read by the same rule, and the line of it is the curator's.
	let reason: Reason =
		because?.basis === 'curated' ? because : stated('byline/names', because?.line ?? null);
	const names = (because?.basis === 'curated' ? null : own) ?? readAuthors(byline);
	const authors = names.map((name) => {
		const merge = merges.get(name);
		if (merge) reason = { basis: 'curated', rule: 'archive/authors', line: merge.line };
		return merge?.name ?? name;
	});
	return { authors: [...new Set(authors)], reason };
}

/** By dialect: nothing was found. */
const noReasons = new Map<string, Reason>();

/** A reason for every field; one that nothing was found for has none but where it was looked for. */
function allReasons(dialect: string, found: Why): Record<Field, Reason> {
	const none = noReasons.get(dialect) ?? { basis: null, rule: `${dialect}/none`, line: null };
	noReasons.set(dialect, none);
	// Written out, so that ten thousand of them are of one shape, without room for more.
	return {
		headline: found.headline ?? none,
		kicker: found.kicker ?? none,
		deck: found.deck ?? none,
		byline: found.byline ?? none,
		authors: found.authors ?? none,
		date: found.date ?? none,
		dateline: found.dateline ?? none,
		publication: found.publication ?? none,
		language: found.language ?? none,
		rights: found.rights ?? none,
		boundary: found.boundary ?? none,
		kind: found.kind ?? none,
		number: found.number ?? none
	};
}

/** What the entries of a sidecar say of one article, the last word first; and where they say it. */
function wordOf(edits: readonly Edit[]) {
	return <
		Key extends 'id' | 'number' | 'headline' | 'byline' | 'date' | 'kind' | 'hide' | 'sameAs'
	>(
		key: Key
	): { value: Edit[Key]; line: number } | null => {
		const edit = edits.findLast((each) => each[key] !== null);
		return edit ? { value: edit[key], line: edit.lineOf(key) } : null;
	};
}

/** Puts a draft and the curator's word together. */
export function assembleArticle(draft: Draft, context: Context): Assembled {
	const { reading, sidecar, dialect } = context;
	const own = draft.own ?? nothingOfItsOwn;
	const edits = sidecar.edits.filter(
		({ from, to }) => draft.lines[0] >= from && draft.lines[0] <= to
	);
	const word = wordOf(edits);
	const why: Why = { ...reading.why, ...draft.why };
	const over = <Value>(field: Field, found: { value: Value; line: number } | null, read: Value) => {
		if (found) why[field] = curated(field, found.line);
		return found ? found.value : read;
	};
	const ofFile = (field: 'publication' | 'language' | 'rights') => {
		const value = sidecar[field];
		return value === null ? null : { value, line: sidecar.lineOf(field) };
	};
	const headline = over('headline', word('headline'), draft.headline);
	const byline = over('byline', word('byline'), draft.byline);
	const dated = dateOf(draft, word('date')?.value ?? null, sidecar);
	if (dated.reason) why.date = dated.reason;
	else if (dated.date === null) delete why.date;
	const named = authorsOf(byline, own.authors, context.merges, why.byline);
	if (named.reason) why.authors = named.reason;
	const words = countIn(headline, draft.blocks);
	const kind = kindOf(draft.blocks, words);
	why.kind = kind.reason;
	const publication = over(
		'publication',
		ofFile('publication'),
		own.publication ?? reading.publication
	);
	if (publication === null) delete why.publication;
	why.language ??= context.language === null ? byDefault : bySmallWords;
	const start = sidecar.written.get(draft.lines[0]);
	const merge = edits.find((edit) => edit.merge);
	if (draft.boundary === 'curated') why.boundary = curated('line', start ?? 1);
	const boundary = merge ? 'curated' : draft.boundary;
	if (merge) why.boundary = curated('merge', merge.lineOf('merge'));
	const article: Article = {
		id: '',
		headline,
		suppliedHeadline: headline === null ? supplyHeadline(draft.blocks) : null,
		kicker: draft.kicker,
		deck: draft.deck,
		byline,
		authors: named.authors,
		publication,
		language: over('language', ofFile('language'), own.language ?? context.language ?? 'en'),
		rights: over('rights', ofFile('rights'), null),
		date: dated.date,
		dateline: draft.dateline,
		source: { file: context.file, lines: draft.lines },
		boundary,
		kind: over('kind', word('kind'), kind.kind) ?? kind.kind,
		number: over('number', word('number'), draft.number),
		words,
		// A list that grew has room for more, which none of thousands of articles needs: a copy has none.
		blocks: draft.blocks.slice(),
		notes: draft.notes.slice(),
		why: allReasons(dialect, why)
	};
	return {
		article,
		pinned: word('id')?.value ?? null,
		ownId: own.id,
		hide: word('hide')?.value ?? null,
		sameAs: word('sameAs')?.value ?? null,
		edits,
		estimate: dated.estimate
	};
}
