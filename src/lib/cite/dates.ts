/** EDTF dates as citations need them: in parts, no finer than they are known, each with its doubt. */

import { describeEdtf } from '../archive/known.ts';

/** One end of a date; what is not known is left out. */
export interface DatePart {
	year: number;
	/** 1-12. */
	month?: number;
	day?: number;
	/** 1 spring, 2 summer, 3 autumn, 4 winter. */
	season?: number;
	/** `?` uncertain, `~` approximate, `%` both. */
	doubt?: '?' | '~' | '%';
}

function partOf(edtf: string): DatePart | null {
	const found = /^(\d{4})(?:-(?:2([1-4])|(\d{2}|XX))(?:-(\d{2}|XX))?)?([?~%])?$/.exec(edtf);
	if (!found) return null;
	const [, year, season, month, day, doubt] = found;
	if (season !== undefined && day !== undefined) return null;
	const part: DatePart = { year: Number(year) };
	if (season) part.season = Number(season);
	// Digits left open say no more than the year or month before them.
	if (month && month !== 'XX') part.month = Number(month);
	if (day && day !== 'XX' && part.month) part.day = Number(day);
	if (doubt) part.doubt = doubt as '?' | '~' | '%';
	return part;
}

/**
 * EDTF Level 1 to one part, or to two of an interval; null where a citation's parts cannot say it (`199X`, an
 * interval with an open end): then it has to be said in words.
 */
export function datePartsOf(
	edtf: string
): readonly [DatePart] | readonly [DatePart, DatePart] | null {
	const parts = edtf.split('/').map(partOf);
	const [first, last] = parts;
	if (!first || parts.length > 2 || last === null) return null;
	return last ? [first, last] : [first];
}

/** What all the days of a date agree on: of `2024-09/2024-12` the year. Null where not even that is sure. */
export function commonPart(edtf: string): DatePart | null {
	const parts = datePartsOf(edtf);
	if (!parts) return null;
	const [first, last = first] = parts;
	if (first.year !== last.year) return null;
	const common: DatePart = { year: first.year };
	if (first.season !== undefined && parts.length === 1) common.season = first.season;
	if (first.month !== undefined && first.month === last.month) {
		common.month = first.month;
		if (first.day !== undefined && first.day === last.day) common.day = first.day;
	}
	return common;
}

/** A year or month or day, as YYYY, YYYY-MM, YYYY-MM-DD in the parts that are known. */
export function digitsOf({ year, month, day }: DatePart): string[] {
	const digits = [String(year).padStart(4, '0')];
	if (month !== undefined) digits.push(String(month).padStart(2, '0'));
	if (day !== undefined) digits.push(String(day).padStart(2, '0'));
	return digits;
}

/**
 * What has no parts, in words: `199X` is "1990s", `19XX` "1900–1999", `1985/..` "1985 or later". `wordsOf` says an
 * end that has parts; `about` stands before what is approximate.
 */
export function wordsOfOpen(edtf: string, wordsOf: (end: string) => string, about = 'ca.'): string {
	const years = /^(\d{2})(\d|X)X([?~%])?$/.exec(edtf);
	if (years) {
		const words = years[2] === 'X' ? `${years[1]}00–${years[1]}99` : `${years[1]}${years[2]}0s`;
		const doubt = years[3];
		return `${doubt && doubt !== '?' ? `${about} ` : ''}${words}${doubt && doubt !== '~' ? '?' : ''}`;
	}
	const [first = '', last, more] = edtf.split('/');
	if (last === undefined || more !== undefined) return edtf;
	const isOpen = (end: string) => end === '' || end === '..';
	if (isOpen(last)) return `${wordsOf(first)} or later`;
	if (isOpen(first)) return `${wordsOf(last)} or earlier`;
	return `${wordsOf(first)} – ${wordsOf(last)}`;
}

/** Any date in words, as the page says it; `describe` says what has parts. */
export function dateInWords(edtf: string, describe = describeEdtf): string {
	return datePartsOf(edtf)
		? describe(edtf)
		: wordsOfOpen(edtf, (end) => dateInWords(end, describe));
}
