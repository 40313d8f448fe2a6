/** What the values of facets are called on the page: one word for one thing, wherever it stands. */
import type { ArticleKind } from '../archive/article.ts';
import type { Known } from '../archive/known.ts';
import { lengths, none, type Facet } from './selection.ts';

const kinds: Record<ArticleKind, string> = {
	full: 'Full article',
	excerpt: 'Excerpt',
	notice: 'Notice'
};

const levels: Record<Known, string> = {
	day: 'The day',
	month: 'The month',
	year: 'The year',
	uncertain: 'Uncertain',
	undated: 'Undated'
};

const byFacet: Record<Facet, Readonly<Record<string, string>>> = {
	author: { [none]: 'No byline' },
	publication: { [none]: 'No publication named' },
	kind: kinds,
	known: levels,
	length: Object.fromEntries(lengths.map(({ value, label }) => [value, label]))
};

/** The name of a value: its own for authors and publications, ours for the rest. */
export function labelOf(facet: Facet, value: string): string {
	const labels = byFacet[facet];
	return Object.hasOwn(labels, value) ? (labels[value] ?? value) : value;
}
