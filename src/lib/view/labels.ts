/** The words of the interface for facets and their values: one place, so that one thing has one name. */
import { describePeriod } from '../archive/day.ts';
import type { Facet, Selection, Sort } from '../filter/selection.ts';

export const facetLabels: Record<Facet, string> = {
	author: 'Byline',
	publication: 'Publication',
	kind: 'Kind',
	known: 'Date known to',
	length: 'Length'
};

const valueLabels: Partial<Record<Facet, Record<string, string>>> = {
	author: { '': 'No byline' },
	publication: { '': 'No publication named' },
	kind: { full: 'Full article', excerpt: 'Excerpt', notice: 'Notice' },
	known: {
		day: 'The day',
		month: 'The month',
		year: 'The year',
		uncertain: 'Approximate or uncertain',
		undated: 'Undated'
	},
	length: {
		brief: 'Under 300 words',
		short: '300 to 1,000',
		medium: '1,000 to 3,000',
		long: '3,000 and more'
	}
};

/** The orders of a list. */
export const sortLabels: Record<Sort, string> = {
	best: 'Best match',
	newest: 'Newest first',
	oldest: 'Oldest first'
};

/** A value of a facet as the page names it; names of people and papers stand as they are. */
export function labelOf(facet: Facet, value: string): string {
	return valueLabels[facet]?.[value] ?? value;
}

/** The dates asked for: `Apr 2022 – Jun 2025`, `since Apr 2022`, `until Jun 2025`; null where none are. */
export function labelOfDates({ from, to }: Pick<Selection, 'from' | 'to'>): string | null {
	const [first, last] = [from, to].map((iso) =>
		iso === null ? null : describePeriod(iso, 'short')
	);
	if (first && last) return first === last ? first : `${first} – ${last}`;
	if (first) return `since ${first}`;
	return last ? `until ${last}` : null;
}

/** `version 253ed96 of 22 November 2026`; without the day where that is not known. */
export function describeVersion({
	version,
	date
}: {
	version: string;
	date: string | null;
}): string {
	const name = `version ${version.slice(0, 7)}`;
	return date === null ? name : `${name} of ${describePeriod(date, 'long')}`;
}

const numbers = new Intl.NumberFormat('en');

/** A count with its thousands parted. */
export function count(value: number): string {
	return numbers.format(value);
}

/** `1 article`, `26 articles`. */
export function counted(value: number, one: string, many = `${one}s`): string {
	return `${count(value)} ${value === 1 ? one : many}`;
}
