/** Where two names together lead. */
import { fold } from '../../archive/fold.ts';
import type { Selection } from '../../filter/selection.ts';

const folded = (name: string) =>
	` ${name
		.split(/[\s\-–]+/)
		.map(fold)
		.filter(Boolean)
		.join(' ')} `;

/**
 * The articles that have both names, whatever bylines are chosen: as a query, since chosen bylines are alternatives.
 * Null where a query would find others too (a name that stands in a longer one), or cannot be asked beside the words in
 * force (those that are alternatives).
 */
export function pairSelection(
	selection: Selection,
	both: readonly [string, string],
	names: readonly string[]
): Selection | null {
	if (selection.any) return null;
	const alone = both.every((name) => {
		const sought = folded(name);
		return (
			!name.includes('"') && names.filter((each) => folded(each).includes(sought)).length === 1
		);
	});
	if (!alone) return null;
	const asked = both.map((name) => `author:"${name}"`).join(' ');
	const words = selection.query.trim();
	const query =
		words === '' ? asked : words.includes(' ') ? `(${words}) ${asked}` : `${words} ${asked}`;
	return { ...selection, query, author: [], open: null };
}
