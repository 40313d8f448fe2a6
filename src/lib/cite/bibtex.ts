/** BibLaTeX entries in UTF-8: dates are EDTF there, so that a doubtful or partial one stays so. */
import { sortedName, type Name } from './names.ts';
import type { Reference } from './reference.ts';

const marks: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'{': '\\{',
	'}': '\\}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'%': '\\%',
	'&': '\\&',
	'#': '\\#',
	$: '\\$',
	_: '\\_'
};

/**
 * Text in which nothing is a command: the ten signs that TeX reads are written out, and those parted that it would draw as
 * one (`--` as a dash); letters stay as they are.
 */
export function escapeTex(text: string): string {
	return text
		.replace(/[\\{}~^%&#$_]/g, (sign) => marks[sign] ?? sign)
		.replace(/([-'`<>,])(?=\1)|[!?](?=`)/g, '$&{}');
}

/** `Family, Jr, Given`; what is one name stands in braces, so that no word of it is taken for a family name. */
function nameOf(name: Name): string {
	if ('literal' in name) return `{${escapeTex(name.literal)}}`;
	const { family, given, suffix } = name;
	if (suffix === undefined) return escapeTex(sortedName(name));
	return escapeTex(`${family}, ${suffix}, ${given}`);
}

/** An address is read as it stands, but for the braces around it. */
export const verbatim = (address: string) =>
	address.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));

/** An entry of its fields, those left out that are null; with a line feed at its end. */
export function bibtexEntry(
	type: string,
	id: string,
	fields: readonly [name: string, value: string | null][]
): string {
	const lines = fields.flatMap(([name, value]) => (value === null ? [] : `\t${name} = {${value}}`));
	return `@${type}{${id},\n${lines.join(',\n')}\n}\n`;
}

/** The entry of one article. */
export function writeBibtex(reference: Reference): string {
	const { id, title, names, publication, edtf, address, accessed } = reference;
	const held = `${reference.archive}, version ${reference.version}: ${reference.location}.`;
	const fields: [name: string, value: string | null][] = [
		['author', names.length > 0 ? names.map(nameOf).join(' and ') : null],
		// The second braces keep capitals as they were printed.
		['title', `{${escapeTex(title)}}`],
		['journaltitle', publication === null ? null : escapeTex(publication)],
		['entrysubtype', 'newspaper'],
		['date', edtf],
		['language', reference.language],
		['note', escapeTex([held, ...reference.notes].join(' '))],
		['url', address === null ? null : verbatim(address)],
		['urldate', address === null ? null : accessed]
	];
	return bibtexEntry('article', id, fields);
}
