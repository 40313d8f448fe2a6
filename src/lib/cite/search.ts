/** A search as something to cite: what was asked for, what it found, in which version of which archive, when. */
import { tidy } from '../archive/text.ts';
import { bibtexEntry, escapeTex, verbatim } from './bibtex.ts';
import { cslDate, type CslDate } from './csl.ts';
import { risDay, risRecord } from './ris.ts';
import { describeDate } from './styles.ts';

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

/** The search in one line, for a list of works cited or a description of method. No style has a rule for it. */
export function citeSearch(search: SearchReference): string {
	const { title, archive, version, address, accessed } = search;
	return [
		`${title}: ${countOf(search)}.`,
		`${tidy(archive)}, version ${version}.`,
		`Accessed ${describeDate(accessed, 'chicago')}.`,
		...(address === null ? [] : [`${address}.`])
	].join(' ');
}

const note = (search: SearchReference) =>
	`Found ${countOf(search)}, archive version ${search.version}.`;

/** BibLaTeX; without an address it is no `@online`. */
export function writeSearchBibtex(search: SearchReference): string {
	const { id, title, archive, version, publisher, address, accessed } = search;
	return bibtexEntry(address === null ? 'misc' : 'online', id, [
		['title', `{${escapeTex(title)}}`],
		['organization', escapeTex(tidy(publisher ?? archive))],
		['version', version],
		['note', escapeTex(`${tidy(archive)}. ${note(search)}`)],
		['url', address === null ? null : verbatim(address)],
		['urldate', accessed]
	]);
}

/** RIS. */
export function writeSearchRis(search: SearchReference): string {
	const { id, title, archive, publisher, address, accessed } = search;
	return risRecord([
		['TY', 'ELEC'],
		['ID', id],
		['TI', title],
		['T2', archive],
		['DB', archive],
		['PB', publisher],
		['UR', address],
		['Y2', risDay(accessed)],
		// Not every reader looks for a day of access there in a record of this type.
		['N1', `${note(search)} Accessed ${describeDate(accessed, 'chicago')}.`]
	]);
}

export interface CslSearch {
	id: string;
	type: 'webpage';
	title: string;
	'container-title': string;
	publisher?: string;
	version: string;
	URL?: string;
	accessed: CslDate;
	note: string;
}

/** CSL-JSON, as one item. */
export function cslSearch(search: SearchReference): CslSearch {
	const { id, title, archive, version, publisher, address, accessed } = search;
	return {
		id,
		type: 'webpage',
		title,
		'container-title': tidy(archive),
		...(publisher !== null && { publisher: tidy(publisher) }),
		version,
		...(address !== null && { URL: address }),
		accessed: cslDate(accessed),
		note: note(search)
	};
}
