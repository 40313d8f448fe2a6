/** CSL-JSON: what citation processors read (schema of the Citation Style Language, version 1.0.2). */
import { datePartsOf, dateInWords, digitsOf } from './dates.ts';
import type { Name } from './names.ts';
import type { Reference } from './reference.ts';

/** `literal` where parts cannot say the date; `circa` where it is doubtful. */
export type CslDate =
	{ 'date-parts': number[][]; season?: number; circa?: true } | { literal: string };

export interface CslItem {
	id: string;
	type: 'article-newspaper';
	title: string;
	author?: Name[];
	issued?: CslDate;
	accessed?: CslDate;
	'container-title'?: string;
	language: string;
	archive: string;
	archive_location: string;
	version: string;
	URL?: string;
	note?: string;
}

/** An EDTF date: never finer than it is, and with its doubt. */
export function cslDate(edtf: string): CslDate {
	const parts = datePartsOf(edtf);
	if (!parts) return { literal: dateInWords(edtf) };
	const seasons = parts.map(({ season }) => season).filter((season) => season !== undefined);
	// An interval has one place for a season, and two ends.
	if (seasons.length > 0 && parts.length > 1) return { literal: dateInWords(edtf) };
	return {
		'date-parts': parts.map((part) => digitsOf(part).map(Number)),
		...(seasons[0] === undefined ? {} : { season: seasons[0] }),
		...(parts.some(({ doubt }) => doubt) ? { circa: true } : {})
	};
}

/** The item of one article. */
export function cslItem(reference: Reference): CslItem {
	const { id, title, names, publication, edtf, accessed, address, notes } = reference;
	return {
		id,
		type: 'article-newspaper',
		title,
		...(names.length > 0 && { author: names }),
		...(edtf !== null && { issued: cslDate(edtf) }),
		...(publication !== null && { 'container-title': publication }),
		language: reference.language,
		archive: reference.archive,
		archive_location: reference.location,
		version: reference.version,
		...(address !== null && { URL: address }),
		...(accessed !== null && { accessed: cslDate(accessed) }),
		...(notes.length > 0 && { note: notes.join(' ') })
	};
}

/** CSL-JSON text of some articles: an array, one item to a line. */
export function writeCsl(references: readonly Reference[]): string {
	const items = references.map((reference) => JSON.stringify(cslItem(reference)));
	return `[\n${items.join(',\n')}\n]\n`;
}
