/** RIS records (the format's description of 2011): tags of two letters, one to a line. */
import { doubtOf, knownOf } from '../archive/known.ts';
import { commonPart, dateInWords, datePartsOf, digitsOf } from './dates.ts';
import { sortedName, type Name } from './names.ts';
import type { Reference } from './reference.ts';

/** A comma would part a name that is one. */
const nameOf = (name: Name) =>
	'literal' in name ? name.literal.replaceAll(',', ';') : sortedName(name);

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** `YYYY/MM/DD/other`, no part finer than what is sure; the fourth says in words what the others cannot. */
function dateOf(edtf: string): string | null {
	const common = commonPart(edtf);
	if (!common) return null;
	const [year, month = '', day = ''] = digitsOf(common);
	let other = '';
	if (knownOf(edtf) === 'uncertain') other = `${doubtOf(edtf)} (${edtf})`;
	else if ((datePartsOf(edtf)?.length ?? 0) > 1) other = dateInWords(edtf);
	else if (common.season !== undefined) other = seasons[common.season - 1] ?? '';
	// An interval's own slashes would part it further.
	return [year, month, day, other.replaceAll('/', ' to ')].join('/');
}

/** A day, YYYY-MM-DD, as RIS writes it. */
export const risDay = (day: string) => `${day.replaceAll('-', '/')}/`;

/** A record of its fields, those left out that are null; lines end with CR LF, as the format wants. */
export function risRecord(fields: readonly [tag: string, value: string | null][]): string {
	// Spaces of one line only: a line break would begin another field.
	const lines = fields.flatMap(([tag, value]) =>
		value === null ? [] : `${tag}  - ${value.replace(/\s+/g, ' ')}`
	);
	return `${lines.join('\r\n')}\r\nER  - \r\n`;
}

/** The record of one article. */
export function writeRis(reference: Reference): string {
	const { edtf, accessed, names } = reference;
	const year = edtf === null || knownOf(edtf) === 'uncertain' ? null : commonPart(edtf);
	const held = `Archive version ${reference.version}.`;
	const fields: [tag: string, value: string | null][] = [
		['TY', 'NEWS'],
		['ID', reference.id],
		...names.map((name): [string, string] => ['AU', nameOf(name)]),
		['TI', reference.title],
		['T2', reference.publication],
		// A year stands alone only where it is certain.
		['PY', year ? (digitsOf(year)[0] ?? null) : null],
		['DA', edtf === null ? null : dateOf(edtf)],
		['LA', reference.language],
		['DB', reference.archive],
		['DP', reference.publisher],
		['AV', reference.location],
		['UR', reference.address],
		['Y2', accessed === null ? null : risDay(accessed)],
		['N1', [held, ...reference.notes].join(' ')]
	];
	return risRecord(fields);
}
