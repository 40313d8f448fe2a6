/**
 * The fields of a query: their names, and how the values of those that are no words are read (dates, kinds,
 * languages, what an article has or is). Knows no catalog: `facts.ts` looks the values up.
 */
import { articleKinds } from '../archive/article.ts';
import { readPeriod } from '../archive/day.ts';
import { describeEdtf } from '../archive/known.ts';
import { spanOf } from '../archive/span.ts';
import { features } from '../bundle/format.ts';
import type { QueryField } from './answer.ts';

/** Every name a reader may write before a colon. */
const fieldOfName: Readonly<Record<string, QueryField>> = {
	headline: 'headline',
	title: 'headline',
	text: 'text',
	author: 'author',
	publication: 'publication',
	kind: 'kind',
	lang: 'lang',
	date: 'date',
	has: 'has',
	is: 'is',
	stem: 'stem'
};

/** The names of the fields, for a message. */
export const fieldNames =
	'headline (or title), text, author, publication, kind, lang, date, has, is and stem';

/** The field of a name as typed, in any case; undefined where there is none. */
export function fieldOf(name: string): QueryField | undefined {
	const low = name.toLowerCase();
	return Object.hasOwn(fieldOfName, low) ? fieldOfName[low] : undefined;
}

/** Fields whose values are words, read like the rest of a query. */
export const wordFields: readonly QueryField[] = ['headline', 'text', 'author', 'publication'];
/** Fields that are looked up in the texts; all others are told by the catalog. */
export const textFields: readonly (QueryField | null)[] = [null, 'headline', 'text'];

/** What an article can have: what the catalog says of its parts, and what of its head is there. */
export const havings = [...features, 'byline', 'publication', 'date'] as const;
/** What an article can be: how its date is known. */
export const beings = ['undated', 'approximate', 'inferred'] as const;

/** Days from and to, inclusive; ±Infinity where open. */
export interface Days {
	first: number;
	last: number;
}

/** A value as understood. */
export interface Value {
	/** In its plainest form: a word of the field, or EDTF. */
	value: string;
	/** As a chip says it. */
	text: string;
	days: Days | null;
}

/** A value that cannot be read. */
export interface Misread {
	message: string;
	/** What to write instead of the value; null where there is nothing obvious. */
	instead: string | null;
}

function wordOf(field: string, raw: string, allowed: readonly string[]): Value | Misread {
	const value = raw.toLowerCase();
	if (allowed.includes(value)) return { value, text: value, days: null };
	const nearest = value === '' ? [] : allowed.filter((each) => each.startsWith(value));
	return {
		message: `${field}: takes ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}, not “${raw}”.`,
		instead: nearest.length === 1 ? (nearest[0] ?? null) : null
	};
}

const describe = (end: string) => (spanOf(end) ? describeEdtf(end, 'short') : end);

/** One end of a range, or the whole: EDTF, or a date as people write it. */
function daysOf(text: string): Days | null {
	return spanOf(text) ?? readPeriod(text);
}

/** A range in other hands, as it is written here: two dates joined by a dash or points, or by a hyphen after a year. */
function rangeOf(typed: string): string | null {
	const [, from = '', to = ''] =
		/^(\S+?)\s*(?:[–—]|\.\.|(?<=^\d{4})-(?=\d{4}))\s*(\S+)$/.exec(typed) ?? [];
	return daysOf(from) && daysOf(to) ? `[${from} TO ${to}]` : null;
}

const isOpen = (end: string) => end === '' || end === '..' || end === '*';

function dateOf(raw: string): Value | Misread {
	const inner = raw.trim();
	const ends = inner.includes('/') ? inner.split('/') : inner.split(/\s+TO\s+/i);
	const [from = '', to = from] = ends.map((end) => end.trim());
	const first = isOpen(from) ? -Infinity : daysOf(from)?.first;
	const last = isOpen(to) ? Infinity : daysOf(to)?.last;
	if (ends.length > 2 || first === undefined || last === undefined || (isOpen(from) && isOpen(to)))
		return {
			message: `“${inner}” is no date. Write 1923, 1923-05, 1923-05-14, 192X, 1923~ or a range such as [1919 TO 1921-06].`,
			instead: rangeOf(inner)
		};
	if (first > last)
		return {
			message: `This range ends before it begins.`,
			instead: inner.includes('/') ? `${to}/${from}` : `[${to} TO ${from}]`
		};
	const text =
		ends.length === 1
			? describe(from)
			: isOpen(from)
				? `until ${describe(to)}`
				: isOpen(to)
					? `since ${describe(from)}`
					: `${describe(from)} – ${describe(to)}`;
	return { value: inner, text, days: { first, last } };
}

/** Reads the value of a field that takes no words. */
export function readValue(field: QueryField, raw: string): Value | Misread {
	if (field === 'date') return dateOf(raw);
	if (field === 'kind') return wordOf(field, raw, articleKinds);
	if (field === 'has') return wordOf(field, raw, havings);
	if (field === 'is') return wordOf(field, raw, beings);
	if (field === 'stem') return wordOf(field, raw, ['off', 'on']);
	const value = raw.toLowerCase();
	return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(value)
		? { value, text: value, days: null }
		: {
				message: `lang: takes the code of a language, such as en or de-CH, not “${raw}”.`,
				instead: null
			};
}
