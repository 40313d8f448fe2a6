/** Dates as people write them, to what a curator has to write in EDTF. */
import { readEdtf } from '../archive/edtf.ts';
import { tidy } from '../archive/text.ts';
import { readPrintedDate } from './dates.ts';

const about =
	/^(?:about|around|approximately|approx\.?|abt\.?|roughly|circa|ca\.?|c\.?)\s*(?=[\p{L}\d])/iu;
const doubt = /^(?:perhaps|probably|possibly|presumably|maybe|likely)\s+|\s*\(\?\)$|\s+\?$/iu;
const brackets = /^\[(.*)\]$/;
const longest = 60;

function plain(text: string): string | null {
	const known = readEdtf(text)?.edtf ?? readPrintedDate(text);
	if (known !== null) return known;
	const years = /^(\d{4})\s*(?:[-–]|to|or)\s*(\d{4})$/i.exec(text);
	if (years) return `${years[1]}/${years[2]}`;
	const decade = /^(\d{3})0['’]?s$/.exec(text);
	if (decade) return `${decade[1]}X`;
	const open = /^(before|until|after|since|from)\s+(.+)$/i.exec(text);
	const end = open ? (readPrintedDate(open[2] ?? '') ?? readEdtf(open[2] ?? '')?.edtf) : null;
	if (!end) return null;
	return /^[bu]/i.test(open?.[1] ?? '') ? `../${end}` : `${end}/..`;
}

/** What `about 1911`, `c. March 1911`, `perhaps 1911`, `8 July 1911`, `1911 to 1914` are in EDTF; null where it cannot be told. */
export function suggestEdtf(written: string): string | null {
	const text = tidy(written);
	if (text.length > longest) return null;
	let rest = text.replace(brackets, '$1');
	const isDoubtful = rest !== text || doubt.test(rest);
	rest = rest.replace(doubt, '').trim();
	const isAbout = about.test(rest);
	const date = plain(rest.replace(about, ''));
	const mark = isAbout && isDoubtful ? '%' : isAbout ? '~' : isDoubtful ? '?' : '';
	return date === null ? null : (readEdtf(`${date}${mark}`)?.edtf ?? null);
}

/** Says of words that are no date in EDTF what to write. */
export function explainEdtf(written: unknown): string {
	const words = String(written).slice(0, longest);
	const found = suggestEdtf(words);
	const instead = found === null ? '"2022-05-16", "2025-05" or "1911~", for example' : `"${found}"`;
	return `This is no date in EDTF: "${words}". Write ${instead}. After a date "~" means about, "?" uncertain, "%" both`;
}
