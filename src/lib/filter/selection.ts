/** What a reader has asked for: words, dates, values of facets, an order. A plain value; the URL is its only store. */

import type { BinUnit } from '../archive/bins.ts';

export const facets = ['author', 'publication', 'kind', 'known', 'length'] as const;
export type Facet = (typeof facets)[number];

export const sorts = ['best', 'newest', 'oldest'] as const;
export type Sort = (typeof sorts)[number];

/** How what was found is looked at. */
export const views = ['list', 'concordance', 'trends', 'composition'] as const;
export type View = (typeof views)[number];

/** What the lines of a concordance are sorted by: the word after the match, the word before it, date, byline. */
export const lineSorts = ['after', 'before', 'date', 'author'] as const;
export type LineSort = (typeof lineSorts)[number];

/** What a trend counts: articles, or the matches in them. */
export const trendUnits = ['articles', 'occurrences'] as const;
export type TrendUnit = (typeof trendUnits)[number];

/** How a trend's counts are given: as they are, for every 1,000 articles, or for every million words. */
export const trendScales = ['raw', 'articles', 'words'] as const;
export type TrendScale = (typeof trendScales)[number];

/** Periods over which a trend can be smoothed by a centred moving average; 1 is not at all. */
export const trendWindows = [1, 3, 5, 7] as const;
export type TrendWindow = (typeof trendWindows)[number];

/** Queries that a trend compares with the first one, at most: five lines are what an eye can tell apart. */
export const mostCompared = 4;

/** Of each facet the values that are chosen, and those left out: these with a minus before them, see `leftOut`. */
export interface Selection extends Record<Facet, readonly string[]> {
	query: string;
	/** True: any of the words will do. False: all are required. */
	any: boolean;
	/** YYYY, YYYY-MM or YYYY-MM-DD; an article passes when its date overlaps from the first day of `from` ... */
	from: string | null;
	/** ... to the last day of `to`. */
	to: string | null;
	/** With dates asked for, undated articles are left out unless this is true. Means nothing without dates. */
	undated: boolean;
	/** Articles with nearly the same text are listed once. Counts are of all of them. */
	once: boolean;
	/** Null: best match where words are asked for, else newest first. */
	sort: Sort | null;
	/** Id of the article open beside the list. */
	open: string | null;
	/** Concordances and trends are made of words: without any asked for, the list is shown instead of them. */
	view: View;
	lineSort: LineSort;
	/** The lines of a concordance in one list instead of one for each article. */
	oneList: boolean;
	/** Queries that a trend compares with `query`: none empty, none twice, `mostCompared` at most. */
	compare: readonly string[];
	trendUnit: TrendUnit;
	trendScale: TrendScale;
	trendWindow: TrendWindow;
	/** The length of a trend's periods; null where the span decides. */
	trendBin: BinUnit | null;
	/** The days that the timeline is zoomed to, as periods like those above; null for all. It narrows nothing. */
	zoom: { from: string; to: string } | null;
}

/** The value of the facet `author` that stands for articles without a byline, and of `publication` for none. */
export const none = '';

/** Lengths in words, each with its lowest count; `lengths[i]` runs up to the next one's. */
export const lengths = [
	{ value: 'brief', from: 0, label: 'Under 300 words' },
	{ value: 'short', from: 300, label: '300 to 1,000' },
	{ value: 'medium', from: 1000, label: '1,000 to 3,000' },
	{ value: 'long', from: 3000, label: '3,000 and more' }
] as const;

export const nothingAsked: Selection = {
	query: '',
	any: false,
	from: null,
	to: null,
	undated: false,
	author: [],
	publication: [],
	kind: [],
	known: [],
	length: [],
	once: false,
	sort: null,
	open: null,
	view: 'list',
	lineSort: 'after',
	oneList: false,
	compare: [],
	trendUnit: 'articles',
	trendScale: 'raw',
	trendWindow: 1,
	trendBin: null,
	zoom: null
};

/** True where anything narrows the archive; the order, the view and the open article do not. */
export function isAsked(selection: Selection): boolean {
	return (
		selection.query.trim() !== '' ||
		selection.from !== null ||
		selection.to !== null ||
		facets.some((facet) => selection[facet].length > 0)
	);
}

/** The order in force. Without words nothing matches better than anything else. */
export function sortOf({ query, sort }: Pick<Selection, 'query' | 'sort'>): Sort {
	if (query.trim() === '') return sort === null || sort === 'best' ? 'newest' : sort;
	return sort ?? 'best';
}

/** The view in force. */
export function viewOf({ query, view }: Pick<Selection, 'query' | 'view'>): View {
	return query.trim() === '' && view !== 'composition' ? 'list' : view;
}

/**
 * A value that is left out, as it stands in a selection and its link: with a minus, as a word in a query. No name is
 * taken for one unless the archive has both, with the minus and without.
 */
export const leftOut = (value: string): string => `-${value}`;

/** What is chosen or left out, without the minus. */
export const valueOf = (mark: string): string => mark.replace(/^-/, '');

/**
 * The selection with one value of a facet added, or taken out where it was in; `mark`: a value, or one left out. Choosing
 * what is left out puts the one in the place of the other, and so the other way round.
 */
export function toggle(selection: Selection, facet: Facet, mark: string): Selection {
	const marks = [...selection[facet]];
	const at = marks.findIndex((each) => valueOf(each) === valueOf(mark));
	if (at < 0) marks.push(mark);
	else if (marks[at] === mark) marks.splice(at, 1);
	else marks[at] = mark;
	return { ...selection, [facet]: marks };
}

/** Everything asked for taken back; the order stays. */
export function cleared(selection: Selection): Selection {
	return { ...nothingAsked, sort: selection.sort === 'best' ? null : selection.sort };
}
