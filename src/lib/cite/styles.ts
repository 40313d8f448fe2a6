/**
 * Formatted citations, for a list of works cited, in plain text: Chicago (17th edition, notes and bibliography), MLA
 * (9th), APA (7th). Each ends with the archive, its version and the lines of the source.
 */
import { monthNames } from '../archive/day.ts';
import { datePartsOf, wordsOfOpen, type DatePart } from './dates.ts';
import { fullName, sortedName, type Name } from './names.ts';
import type { Reference } from './reference.ts';

export const styles = ['chicago', 'apa', 'mla'] as const;
export type Style = (typeof styles)[number];

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];
/** MLA shortens the names of months that have more than four letters. */
const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** "About", before a date. */
const aboutIn = (style: Style) => (style === 'mla' ? 'circa' : 'ca.');

function describePart({ year, month, day, season }: DatePart, style: Style): string {
	const time =
		season !== undefined
			? (seasons[season - 1] ?? '')
			: month === undefined
				? ''
				: ((style === 'mla' ? shortMonths : monthNames)[month - 1] ?? '');
	if (time === '') return String(year);
	if (style === 'apa') return `${year}, ${time}${day === undefined ? '' : ` ${day}`}`;
	if (style === 'mla') {
		const word = season === undefined ? time : time.toLowerCase();
		return `${day === undefined ? '' : `${day} `}${word} ${year}`;
	}
	return day === undefined ? `${time} ${year}` : `${time} ${day}, ${year}`;
}

function describeDoubt(part: DatePart, style: Style): string {
	const words = describePart(part, style);
	const about = part.doubt === '~' || part.doubt === '%';
	const asked = part.doubt === '?' || part.doubt === '%';
	return `${about ? `${aboutIn(style)} ` : ''}${words}${asked ? '?' : ''}`;
}

/** Two ends of a date; what both have in common is said once: `September 1–30, 2024`. */
function describeRange([first, last]: readonly [DatePart, DatePart], style: Style): string {
	const whole = `${describeDoubt(first, style)}–${describeDoubt(last, style)}`;
	const { year, month, season } = first;
	const alike =
		year === last.year &&
		(first.day === undefined) === (last.day === undefined) &&
		(month ?? season) !== undefined &&
		(month === undefined) === (last.month === undefined);
	// A doubt belongs to one end alone.
	if (!alike || first.doubt !== undefined || last.doubt !== undefined) return whole;
	const from = describePart(first, style);
	const to = describePart(last, style);
	const days = first.day !== undefined && month === last.month;
	if (style === 'chicago')
		return `${from.replace(/,? \d{4}$/, '')}–${days ? to.replace(/^\S+ /, '') : to}`;
	if (style === 'mla') return `${days ? first.day : from.replace(/ \d{4}$/, '')}–${to}`;
	return `${from}–${days ? last.day : to.replace(/^\d{4}, /, '')}`;
}

/** A date in the words of a style. */
export function describeDate(edtf: string, style: Style): string {
	const parts = datePartsOf(edtf);
	if (!parts) return wordsOfOpen(edtf, (end) => describeDate(end, style), aboutIn(style));
	return parts.length === 2 ? describeRange(parts, style) : describeDoubt(parts[0], style);
}

/** The date of an article; in square brackets where it is doubtful or not the source's own. Null: undated. */
function dateOf({ edtf, dateInBrackets }: Reference, style: Style): string | null {
	if (edtf === null) return null;
	const words = describeDate(edtf, style);
	return dateInBrackets ? `[${words}]` : words;
}

/** `J.-P. B.` of `Jean-Paul Bernard`, `J. R.` of `J.R.`. */
function initialsOf(given: string): string {
	return given
		.split(' ')
		.map((word) =>
			word.endsWith('.')
				? word.replace(/\.(?=\p{L})/gu, '. ')
				: word
						.split('-')
						.map((part) => `${Array.from(part)[0] ?? ''}.`)
						.join('-')
		)
		.join(' ');
}

function apaName(name: Name): string {
	if ('literal' in name) return name.literal;
	const suffix = name.suffix === undefined ? '' : `, ${name.suffix}`;
	return `${name.family}, ${initialsOf(name.given)}${suffix}`;
}

/** Names as the style wants them; null where the article is unsigned. */
function namesOf({ names }: Reference, style: Style): string | null {
	const [first, ...others] = names;
	if (!first) return null;
	if (style === 'apa') {
		const all = names.map(apaName);
		if (all.length > 20) return `${all.slice(0, 19).join(', ')}, … ${all.at(-1)}`;
		return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
	}
	const lead = sortedName(first);
	if (others.length === 0) return lead;
	const [mostAuthors, shown] = style === 'mla' ? [2, 1] : [10, 7];
	if (names.length > mostAuthors)
		return `${[lead, ...others.slice(0, shown - 1).map(fullName)].join(', ')}, et al.`;
	const rest = others.map(fullName);
	// Of two names the comma parts one that is turned round from the other.
	const comma = rest.length > 1 || lead.includes(',') ? ',' : '';
	return `${[lead, ...rest.slice(0, -1)].join(', ')}${comma} and ${rest.at(-1)}`;
}

/** With a full stop at its end, unless it ends a sentence already, be it one that is quoted. */
const stopped = (text: string) => (/[.?!…][”’"]*$/.test(text) ? text : `${text}.`);

/** A headline in quotation marks: those in it become single ones, and its full stop stands inside. */
function quoted(title: string): string {
	let inside = title.replaceAll('“', '‘').replaceAll('”', '’');
	if ((inside.match(/"/g)?.length ?? 0) % 2 === 0) {
		let open = false;
		inside = inside.replaceAll('"', () => ((open = !open) ? '‘' : '’'));
	}
	const closing = /[”"]$/.test(title) ? inside.slice(-1) : '';
	return `“${stopped(closing === '' ? inside : inside.slice(0, -1))}${closing}”`;
}

/** A title by itself; a supplied one stands in its brackets without quotation marks. */
const titleOf = ({ title, supplied }: Reference) => (supplied ? `${title}.` : quoted(title));

const sentence = (parts: (string | null)[]) =>
	stopped(parts.filter((part) => part !== null).join(', '));

const writers: Record<Style, (reference: Reference) => (string | null)[]> = {
	chicago: (reference) => {
		const { publication, archive, version, location, accessed, address } = reference;
		const names = namesOf(reference, 'chicago');
		const read = accessed && `Accessed ${describeDate(accessed, 'chicago')}.`;
		return [
			names && stopped(names),
			titleOf(reference),
			sentence([publication, dateOf(reference, 'chicago') ?? 'n.d.']),
			sentence([archive, `version ${version}`, location]),
			read,
			address && `${address}.`
		];
	},
	mla: (reference) => {
		const { publication, archive, version, location, accessed, address } = reference;
		const names = namesOf(reference, 'mla');
		const date = dateOf(reference, 'mla');
		return [
			names && stopped(names),
			titleOf(reference),
			publication === null && date === null ? null : sentence([publication, date]),
			sentence([archive, `version ${version}`, location, address]),
			accessed && `Accessed ${describeDate(accessed, 'mla')}.`
		];
	},
	apa: (reference) => {
		const { title, publication, archive, version, location, accessed, address } = reference;
		const names = namesOf(reference, 'apa');
		const date = `(${dateOf(reference, 'apa') ?? 'n.d.'}).`;
		const day = accessed && `Retrieved ${describeDate(accessed, 'chicago')}`;
		return [
			// Where nobody signs, the title takes the place of the name.
			...(names ? [stopped(names), date, stopped(title)] : [stopped(title), date]),
			publication && stopped(publication),
			`${archive} (version ${version}; ${location}).`,
			address ? (day ? `${day}, from ${address}` : address) : day && `${day}.`
		];
	}
};

/** The citation of an article in one line. */
export function cite(reference: Reference, style: Style): string {
	return writers[style](reference)
		.filter((part) => part !== null && part !== '')
		.join(' ');
}
