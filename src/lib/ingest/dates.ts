/** Dates as newspapers print them, to EDTF. Only forms that can be read in one way; the words are kept by the caller. */
import { monthNames } from '../archive/day.ts';
import { readEdtf } from '../archive/edtf.ts';

const months = new Map<string, number>();
for (const [at, name] of monthNames.entries()) {
	months.set(name.toLowerCase(), at + 1);
	months.set(name.slice(0, 3).toLowerCase(), at + 1);
}
months.set('sept', 9);

const seasons: Record<string, number> = {
	spring: 21,
	summer: 22,
	autumn: 23,
	fall: 23,
	winter: 24
};

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/;
const issueNumber =
	/^(?:(?:vol|volume)\.?\s*\w+,?\s*)?(?:no|nr|number|issue|#)\.?\s*\d+\s*[,:|·–—-]\s*/;

const two = (value: number) => String(value).padStart(2, '0');

function monthOf(word: string): number | null {
	return months.get(word.replace(/\.$/, '')) ?? null;
}

function checked(edtf: string): string | null {
	return readEdtf(edtf) === null ? null : edtf;
}

function dayIn(text: string): string | null {
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (iso) return checked(text);
	const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+\.?),? (\d{4})$/.exec(text);
	const monthFirst = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
	const [date, word, year] = dayFirst
		? [dayFirst[1], dayFirst[2], dayFirst[3]]
		: [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
	const month = word ? monthOf(word) : null;
	return month === null ? null : checked(`${year}-${two(month)}-${two(Number(date))}`);
}

function periodIn(text: string): string | null {
	const one = /^([a-z]+\.?),? (\d{4})$/.exec(text);
	if (one?.[1]) {
		const month = monthOf(one[1]);
		const part = month ?? seasons[one[1]];
		return part === undefined ? null : checked(`${one[2]}-${two(part)}`);
	}
	const range = /^([a-z]+\.?)(?: (\d{4}))? ?[-–—/] ?([a-z]+\.?) (\d{4})$/.exec(text);
	const from = range?.[1] ? monthOf(range[1]) : null;
	const to = range?.[3] ? monthOf(range[3]) : null;
	if (!range || from === null || to === null) return null;
	return checked(`${range[2] ?? range[4]}-${two(from)}/${range[4]}-${two(to)}`);
}

/**
 * A line that is a date alone, to EDTF: `16 May 2022`, `Monday, May 16, 2022`, `2022-05-16` (a day); `May 2025`,
 * `Winter 2011`, `September-December 2024` (a period); each perhaps after an issue number (`No. 957, 23 April
 * 2010`). Null for every other line, so that a sentence that holds a date is none.
 */
export function readPrintedDate(line: string): string | null {
	if (line.length > 80 || !/\d{4}/.test(line)) return null;
	const words = line.toLowerCase().replace(/\s+/g, ' ').trim();
	const bare = words.replace(issueNumber, '').replace(weekday, '').replace(/[.,]$/, '');
	return dayIn(bare) ?? periodIn(bare);
}

/** True for an EDTF value that names a single day. */
export function isDay(edtf: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(edtf);
}

/**
 * The day and month of a dateline (`APRIL 29`, `29 April`), with the year of an issue known as `issue` (EDTF):
 * the year before it where the month would otherwise lie after the issue. Null where it names no day.
 */
export function readDatelineDay(words: string, issue: string | null): string | null {
	const text = words.toLowerCase().trim();
	const found = /(?:^|[\s,])([a-z]+\.?) (\d{1,2})$/.exec(text) ?? null;
	const turned = /(?:^|[\s,])(\d{1,2}) ([a-z]+\.?)$/.exec(text) ?? null;
	const word = found?.[1] ?? turned?.[2];
	const date = Number(found?.[2] ?? turned?.[1]);
	const month = word ? monthOf(word) : null;
	const span = issue === null ? null : readEdtf(issue);
	if (month === null || span === null) return null;
	const year = Number(span.last.slice(0, 4));
	const inYear = (of: number) => checked(`${of}-${two(month)}-${two(date)}`);
	const day = inYear(year);
	return day !== null && day > span.last ? inYear(year - 1) : day;
}
