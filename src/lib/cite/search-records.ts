/** Records of a search for reference managers. */
import { tidy } from '../archive/text.ts';
import { bibtexEntry, escapeTex, verbatim } from './bibtex.ts';
import { cslDate, type CslDate } from './csl.ts';
import { risDay, risRecord } from './ris.ts';
import { countOf, describeAccess, type SearchReference } from './search.ts';

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
		['N1', `${note(search)} ${describeAccess(search)}`]
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
