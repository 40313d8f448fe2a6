/** The search in force as it is cited and written into what is exported. */
import { shortHash, tidy } from '../../archive/text.ts';
import type { Manifest } from '../../bundle/format.ts';
import { countOf, type SearchReference } from '../../cite/search.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { articleAddress, explorerAddress, writeLink } from '../../filter/link.ts';
import { facets, type Selection } from '../../filter/selection.ts';
import { today } from '../copy.ts';
import { labelOfMarks } from '../asked.ts';
import { addressOf, filtersOf } from '../export.ts';
import { facetLabels, labelOfDates } from '../labels.ts';

/** A search with what else a file says of it. */
export interface Search extends SearchReference {
	/** The words as typed; empty where none were. */
	query: string;
	/** Everything else that was asked for, as parameters of an address. */
	filters: string;
	/** Articles listed: fewer than found, where articles with nearly the same text are listed once. */
	listed: number;
}

/** What narrows the archive beside the words, each in words; empty where nothing does. */
export function describeFilters(selection: Selection): string[] {
	const dates = labelOfDates(selection);
	const said = dates === null ? [] : [`Dates: ${dates}`];
	if (dates !== null && selection.undated) said.push('undated articles too');
	for (const facet of facets) {
		const words = labelOfMarks(facet, selection[facet]);
		if (words !== '') said.push(`${facetLabels[facet]}: ${words}`);
	}
	if (selection.once) said.push('near-identical articles listed once');
	return said;
}

/** `Search for “strike” (Dates: 1994 – 2008)`, `Articles (Byline: Anna Prins)`, `All articles`. */
export function titleOf(selection: Selection): string {
	const query = tidy(selection.query);
	const filters = describeFilters(selection).join('; ');
	const asked = selection.any ? `Search for any of “${query}”` : `Search for “${query}”`;
	const lead = query !== '' ? asked : filters === '' ? 'All articles' : 'Articles';
	return filters === '' ? lead : `${lead} (${filters})`;
}

/** What is asked for, and nothing of how it is looked at. */
const bare = (selection: Selection): Selection => ({ ...selection, view: 'list', open: null });

interface Found {
	selection: Selection;
	found: number;
	listed: number;
	complete: boolean;
	address: string | null;
}

/** The search of a selection in an archive, on a day, YYYY-MM-DD. */
export function searchOf(
	{ selection, found, listed, complete, address }: Found,
	{
		title,
		version,
		publisher,
		counts
	}: Pick<Manifest, 'title' | 'version' | 'publisher' | 'counts'>,
	accessed: string
): Search {
	const asked = writeLink(bare(selection));
	return {
		id: `search-${shortHash(`${asked} ${version} ${accessed}`)}`,
		title: titleOf(selection),
		query: selection.query.trim(),
		filters: filtersOf(selection),
		found,
		listed,
		of: counts.articles,
		complete,
		archive: title,
		version,
		publisher,
		address,
		accessed
	};
}

/** The whole address of an article; null where it is not known. */
export function addressOfArticle(explorer: Explorer, id: string): string | null {
	return addressOf(explorer, `article/${id}/`, articleAddress(explorer.place, id));
}

/** The search whose results are listed now. */
export function currentSearch(explorer: Explorer): Search {
	const { place, passing, rows, atLeast, archive } = explorer;
	const selection = bare(explorer.answered);
	return searchOf(
		{
			selection,
			found: passing,
			listed: rows.length,
			complete: !atLeast,
			address: addressOf(explorer, writeLink(selection), explorerAddress(place, selection))
		},
		archive.manifest,
		today()
	);
}

/** What a table or a JSON file says of the search that its articles were found by. */
export function accountOf(search: Search): Record<string, string | number | boolean | null> {
	return {
		search: search.title,
		query: search.query,
		filters: search.filters,
		found: search.found,
		listed: search.listed,
		archive_articles: search.of,
		complete: search.complete,
		archive: search.archive,
		archive_version: search.version,
		accessed: search.accessed,
		address: search.address
	};
}

/** The same to read. */
export function describeSearch(search: Search): string {
	const lines = [
		search.title,
		'',
		`Found: ${countOf(search)}`,
		...(search.listed === search.found ? [] : [`Listed: ${search.listed}`]),
		`Words asked for: ${search.query || '(none)'}`,
		`Filters: ${search.filters || '(none)'}`,
		`Archive: ${tidy(search.archive)}, version ${search.version}`,
		...(search.publisher === null ? [] : [`Publisher: ${tidy(search.publisher)}`]),
		`Date: ${search.accessed}`,
		`Address: ${search.address ?? '(not known)'}`
	];
	return `${lines.join('\n')}\n`;
}
