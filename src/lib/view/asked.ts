/** What is asked for of a facet, in words: for what is told in sentences and files. */
import { valueOf, type Facet } from '../filter/selection.ts';
import { labelOf } from './labels.ts';

/** `Excerpt or Notice, not Full article`. */
export function labelOfMarks(facet: Facet, marks: readonly string[]): string {
	const named = (some: readonly string[]) => some.map((mark) => labelOf(facet, valueOf(mark)));
	const chosen = named(marks.filter((mark) => mark === valueOf(mark)));
	const out = named(marks.filter((mark) => mark !== valueOf(mark)));
	return [chosen.join(' or '), out.length ? `not ${out.join(' or ')}` : '']
		.filter((part) => part !== '')
		.join(', ');
}
