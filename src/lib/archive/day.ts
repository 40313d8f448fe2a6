/**
 * Calendar days as whole numbers, and periods as people write them. Always UTC, never a local-time Date: a
 * newspaper's day has no time zone.
 */

declare const dayBrand: unique symbol;
/** Days since 1970-01-01; negative before. */
export type Day = number & { readonly [dayBrand]: true };

const msPerDay = 86_400_000;

/** The day of a calendar date; month 1-12. Overflow rolls on (day 0 is the last of the month before). */
export function dayOf(year: number, month = 1, date = 1): Day {
	const at = new Date(0);
	at.setUTCFullYear(year, month - 1, date);
	return (at.getTime() / msPerDay) as Day;
}

/** Year, month (1-12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
	const at = new Date(day * msPerDay);
	return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** YYYY-MM-DD to a day; null where it is no real calendar day. */
export function readDay(iso: string): Day | null {
	const found = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(iso);
	if (!found) return null;
	const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
	const day = dayOf(year, month, date);
	const parts = partsOf(day);
	return parts.month === month && parts.date === date ? day : null;
}

/** A day as YYYY-MM-DD. */
export function writeDay(day: Day): string {
	const { year, month, date } = partsOf(day);
	const sign = year < 0 ? '-' : '';
	const pad = (value: number, width: number) => String(Math.abs(value)).padStart(width, '0');
	return `${sign}${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

export const monthNames = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

/** A year, a month or a day, as a reader may ask for it. */
export interface Period {
	/** YYYY, YYYY-MM or YYYY-MM-DD; before the year 1 with a minus, 0000 being 1 BC. */
	iso: string;
	first: Day;
	last: Day;
}

/** YYYY, YYYY-MM or YYYY-MM-DD to its first and last day; null for anything else. */
export function periodOf(iso: string): Period | null {
	const found = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
	if (!found) return null;
	const year = Number(found[1]);
	if (found[3]) {
		const day = readDay(iso);
		return day === null ? null : { iso, first: day, last: day };
	}
	if (found[2]) {
		const month = Number(found[2]);
		if (month < 1 || month > 12) return null;
		return { iso, first: dayOf(year, month, 1), last: dayOf(year, month + 1, 0) };
	}
	return { iso, first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
}

function monthNumber(word: string): number | null {
	const at = monthNames.findIndex((name) => {
		const low = name.toLowerCase();
		return word === low || (word.length >= 3 && low.startsWith(word));
	});
	return at < 0 ? null : at + 1;
}

const two = (value: string | number) => String(value).padStart(2, '0');

/**
 * What a reader types into a date field: `1994`, `Mar 1994`, `March 1994`, `14 Mar 1994`, `Mar 14, 1994`,
 * `1994-03`, `1994-03-14`. Null where it cannot be read as one period.
 */
export function readPeriod(typed: string): Period | null {
	const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
	const direct = periodOf(text);
	if (direct) return direct;
	const monthYear = /^([a-z]+)\.? (-?\d{4})$/.exec(text);
	if (monthYear?.[1] && monthYear[2]) {
		const month = monthNumber(monthYear[1]);
		return month === null ? null : periodOf(`${monthYear[2]}-${two(month)}`);
	}
	const dayFirst = /^(\d{1,2}) ([a-z]+)\.?,? (-?\d{4})$/.exec(text);
	const monthFirst = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/.exec(text);
	const [date, name, year] = dayFirst
		? [dayFirst[1], dayFirst[2], dayFirst[3]]
		: monthFirst
			? [monthFirst[2], monthFirst[1], monthFirst[3]]
			: [];
	if (!date || !name || !year) return null;
	const month = monthNumber(name);
	return month === null ? null : periodOf(`${year}-${two(month)}-${two(date)}`);
}

/** How long a month's name is: `May 2025`, or `Sep 2025` where room is short. */
export type MonthStyle = 'long' | 'short';

function monthName(month: number, style: MonthStyle): string {
	const name = monthNames[month - 1] ?? '';
	return style === 'long' ? name : name.slice(0, 3);
}

/** A year as it is named: `1998`; from 0 down `1 BC`, `2 BC`. */
export const nameYear = (year: number): string => (year > 0 ? `${year}` : `${1 - year} BC`);

/** YYYY, YYYY-MM or YYYY-MM-DD in words: `1998`, `May 2025`, `16 May 2022`, `44 BC`. Other text comes back as it is. */
export function describePeriod(iso: string, style: MonthStyle = 'long'): string {
	const found = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
	if (!found) return iso;
	const [, digits = '', month, date] = found;
	// A minus comes before every digit.
	const year = digits > '0000' ? digits : nameYear(+digits);
	if (!month) return year;
	const name = monthName(Number(month), style);
	return date ? `${Number(date)} ${name} ${year}` : `${name} ${year}`;
}

/** A day in words: `16 May 2022`. */
export function describeDay(day: Day, style: MonthStyle = 'long'): string {
	return describePeriod(writeDay(day), style);
}

/** The month of a day in words: `May 2022`. */
export function describeMonth(day: Day, style: MonthStyle = 'long'): string {
	return describePeriod(writeDay(day).slice(0, -3), style);
}
