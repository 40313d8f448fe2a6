/** What a selection is made of. Apart from the ways out of an empty result, which no first visit needs. */
import type { Part } from '../filter/mask.ts';
import { facets, type Selection } from '../filter/selection.ts';

/** The parts of a selection that ask for something. */
export function partsAsked(selection: Selection): Part[] {
	const parts: Part[] = [];
	if (selection.query.trim() !== '') parts.push('query');
	if (selection.from !== null || selection.to !== null) parts.push('dates');
	return [...parts, ...facets.filter((facet) => selection[facet].length > 0)];
}
