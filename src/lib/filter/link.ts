/**
 * Selection <-> query string, and the addresses of pages. Junk is ignored and never thrown on; what is written
 * reads back as it was. Defaults are left out, so that nothing asked is an address without a query string.
 */
import { periodOf } from '../archive/day.ts';
import { binUnits } from '../archive/bins.ts';
import { articleKinds } from '../archive/article.ts';
import { knownLevels } from '../archive/known.ts';
import type { Columns } from './columns.ts';
import {
	facets,
	lengths,
	lineSorts,
	mostCompared,
	nothingAsked,
	sorts,
	trendScales,
	trendUnits,
	trendWindows,
	valueOf,
	views,
	type Facet,
	type Selection
} from './selection.ts';

/** No query of a person is longer; more is cut, so that a link cannot freeze the page. */
const longestQuery = 10_000;
/** More values of one facet than anybody chooses by hand. */
const mostValues = 200;

const allowed: Partial<Record<Facet, readonly string[]>> = {
	kind: articleKinds,
	known: knownLevels,
	length: lengths.map((each) => each.value)
};

/** `1994-03..1996` to its two periods; null where it is none, or ends before it begins. */
function readZoom(text: string | null): Selection['zoom'] {
	const ends = (text ?? '').split('..').map(periodOf);
	const [from, to] = ends;
	return from && to && ends.length === 2 && from.first <= to.last
		? { from: from.iso, to: to.iso }
		: null;
}

/** Any query string to a selection; unknown names, bad dates and impossible values are passed over. */
export function readLink(search: string | URLSearchParams): Selection {
	const params = typeof search === 'string' ? new URLSearchParams(search) : search;
	const valuesOf = (facet: Facet) => {
		const values = [...new Set(params.getAll(facet))].slice(0, mostValues);
		const lawful = allowed[facet];
		return lawful ? values.filter((value) => lawful.includes(valueOf(value))) : values;
	};
	const from = periodOf(params.get('from') ?? '');
	const to = periodOf(params.get('to') ?? '');
	const swapped = from !== null && to !== null && from.first > to.last;
	const query = (params.get('q') ?? '').slice(0, longestQuery);
	const compare = params.getAll('with').map((each) => each.trim().slice(0, longestQuery));
	const one = <Value extends string | number>(values: readonly Value[], name: string) =>
		values.find((each) => String(each) === params.get(name));
	return {
		query,
		any: params.get('any') === '1' && query.trim() !== '',
		from: (swapped ? to : from)?.iso ?? null,
		to: (swapped ? from : to)?.iso ?? null,
		undated: params.get('undated') === '1' && (from !== null || to !== null),
		author: valuesOf('author'),
		publication: valuesOf('publication'),
		kind: valuesOf('kind'),
		known: valuesOf('known'),
		length: valuesOf('length'),
		once: params.get('once') === '1',
		sort: one(sorts, 'sort') ?? null,
		open: /^[a-z0-9-]{1,200}$/.test(params.get('open') ?? '') ? params.get('open') : null,
		view: one(views, 'view') ?? nothingAsked.view,
		lineSort: one(lineSorts, 'lines') ?? nothingAsked.lineSort,
		oneList: params.get('onelist') === '1',
		compare: [...new Set(compare)].filter((each) => each !== '').slice(0, mostCompared),
		trendUnit: one(trendUnits, 'unit') ?? nothingAsked.trendUnit,
		trendScale: one(trendScales, 'per') ?? nothingAsked.trendScale,
		trendWindow: one(trendWindows, 'smooth') ?? nothingAsked.trendWindow,
		trendBin: one(binUnits, 'by') ?? null,
		zoom: readZoom(params.get('zoom'))
	};
}

/** The selection without authors and publications that the archive does not have: a link may be old, or junk. */
export function withKnownValues(selection: Selection, { facet }: Columns): Selection {
	const known = (name: 'author' | 'publication') =>
		selection[name].filter((mark) =>
			[mark, valueOf(mark)].some((value) => facet[name].values.includes(value))
		);
	return { ...selection, author: known('author'), publication: known('publication') };
}

/** A selection to `?q=...`, or to an empty string where it asks for nothing. */
export function writeLink(selection: Selection): string {
	const params = new URLSearchParams();
	if (selection.query !== '') params.set('q', selection.query);
	if (selection.any && selection.query.trim() !== '') params.set('any', '1');
	if (selection.from) params.set('from', selection.from);
	if (selection.to) params.set('to', selection.to);
	if (selection.undated && (selection.from || selection.to)) params.set('undated', '1');
	for (const facet of facets) for (const value of selection[facet]) params.append(facet, value);
	if (selection.once) params.set('once', '1');
	if (selection.sort) params.set('sort', selection.sort);
	if (selection.open) params.set('open', selection.open);
	if (selection.view !== nothingAsked.view) params.set('view', selection.view);
	if (selection.lineSort !== nothingAsked.lineSort) params.set('lines', selection.lineSort);
	if (selection.oneList) params.set('onelist', '1');
	for (const query of selection.compare) params.append('with', query);
	const { trendUnit, trendScale, trendWindow, trendBin } = selection;
	if (trendUnit !== nothingAsked.trendUnit) params.set('unit', trendUnit);
	if (trendScale !== nothingAsked.trendScale) params.set('per', trendScale);
	if (trendWindow !== nothingAsked.trendWindow) params.set('smooth', String(trendWindow));
	if (trendBin) params.set('by', trendBin);
	const { zoom } = selection;
	if (zoom) params.set('zoom', `${zoom.from}..${zoom.to}`);
	const text = params.toString();
	return text === '' ? '' : `?${text}`;
}

/** Where pages live: on a site, under its base path; or all in one file, behind the hash. */
export interface Place {
	/** Base path of the site without a trailing slash: `` or `/repo`; relative while prerendering. */
	base: string;
	single: boolean;
}

function pageAddress(place: Place, path: string, selection: Selection): string {
	const query = writeLink(selection);
	return place.single ? `${query || '?'}#/${path}` : `${place.base}/${path}${query}`;
}

/** Address of the explorer with a selection. */
export function explorerAddress(place: Place, selection: Selection = nothingAsked): string {
	return pageAddress(place, '', selection);
}

/**
 * Address of an article; the selection travels along, so that its matches are marked and the way back is known.
 * `anchor` is the id of a part of its text, see `blockAnchor`.
 */
export function articleAddress(
	place: Place,
	id: string,
	selection: Selection = nothingAsked,
	anchor: string | null = null
): string {
	const address = pageAddress(place, `article/${id}/`, { ...selection, open: null });
	return anchor === null ? address : `${address}#${anchor}`;
}

/** The id of a block on the page of its article; `at` is its number from 0, the id counts from 1. */
export function blockAnchor(at: number): string {
	return `block-${at + 1}`;
}

/** The id of a note on the page of its article, likewise. */
export function noteAnchor(at: number): string {
	return `note-${at + 1}`;
}

/** What an address ends with that leads to one of the matches in an article; `at` counts from 0, the address from 1. */
export function matchAnchor(at: number): string {
	return `match-${at + 1}`;
}

/** The match that the hash of an address leads to, from 0; null where it leads to none. */
export function readMatchAnchor(hash: string): number | null {
	const at = Number(/#match-(\d{1,6})$/.exec(hash)?.[1] ?? 0);
	return at > 0 ? at - 1 : null;
}

/** Whole address of a page of the site that is published at `base`; null where that is not said. */
export function wholeAddress(base: string | null, path: string): string | null {
	return base === null ? null : `${base.replace(/\/*$/, '')}/${path}`;
}

/** Address of another page of the site, `about/` say. */
export function plainAddress(place: Place, path: string): string {
	return pageAddress(place, path, nothingAsked);
}
