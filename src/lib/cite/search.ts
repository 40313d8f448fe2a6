/** A search as something to cite: what was asked for, what it found, in which version of which archive, when. */
import { monthNames } from '../archive/day.ts';
import { tidy } from '../archive/text.ts';

export interface SearchReference {
	/** In letters that every format takes for a key. */
	id: string;
	/** What was asked for, in words and in one line: `Search for “strike” (Byline: Anna Prins)`. */
	title: string;
	/** Articles found, of all that there are. */
	found: number;
	of: number;
	/** False where more may be found: then `found` is the least that there are. */
	complete: boolean;
	archive: string;
	version: string;
	publisher: string | null;
	/** The whole address that asks for it; null where it is not known. */
	address: string | null;
	/** The day on which it was asked, YYYY-MM-DD. */
	accessed: string;
}

const numbers = new Intl.NumberFormat('en');

/** `3 of 26 articles`, `at least 365 of 12,046 articles`. */
export function countOf({ found, of, complete }: SearchReference): string {
	const all = `${numbers.format(of)} ${of === 1 ? 'article' : 'articles'}`;
	return `${complete ? '' : 'at least '}${numbers.format(found)} of ${all}`;
}

/** The day on which it was asked, as Chicago writes days: `November 22, 2026`. */
export function describeAccess({ accessed }: Pick<SearchReference, 'accessed'>): string {
	const [year, month = 1, day] = accessed.split('-').map(Number);
	return `Accessed ${monthNames[month - 1]} ${day}, ${year}.`;
}

/** The search in one line, for a list of works cited or a description of method. No style has a rule for it. */
export function citeSearch(search: SearchReference): string {
	const { title, archive, version, address } = search;
	return [
		`${title}: ${countOf(search)}.`,
		`${tidy(archive)}, version ${version}.`,
		describeAccess(search),
		...(address === null ? [] : [`${address}.`])
	].join(' ');
}
