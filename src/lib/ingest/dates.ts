/** Dates as newspapers print them, to EDTF. Only forms that can be read in one way; the words are kept by the caller. */
import { monthNames } from '../archive/day.ts';
import { readEdtf } from '../archive/edtf.ts';

/**
 * Other languages whose dates are read too, whatever the language of the seed. Of each only whole names are known:
 * they agree where languages share a word, and do not change from one edition of Unicode's tables to the next.
 */
const languages = ['es', 'fr', 'de', 'it', 'pt', 'nl', 'sv', 'da', 'nb'];

/** A name as a language writes it within a date, in small letters. `date`: one on which it is said. */
function nameIn(language: string, part: 'month' | 'weekday', date: Date): string {
	const options = { day: 'numeric', month: 'long', weekday: 'long', timeZone: 'UTC' } as const;
	const parts = new Intl.DateTimeFormat(language, options).formatToParts(date);
	return parts.find(({ type }) => type === part)?.value.toLowerCase() ?? '';
}

const months = new Map<string, number>();
for (const [at, name] of monthNames.entries()) {
	for (const language of languages) {
		months.set(nameIn(language, 'month', new Date(Date.UTC(2001, at, 1))), at + 1);
	}
	months.set(name.toLowerCase(), at + 1);
	months.set(name.slice(0, 3).toLowerCase(), at + 1);
}
months.set('sept', 9);

/** The planet: with a year and no day it is no month. */
const notAlone = 'mars';

const weekdays = languages.flatMap((language) =>
	Array.from({ length: 7 }, (_, at) =>
		nameIn(language, 'weekday', new Date(Date.UTC(2001, 0, 1 + at)))
	)
);

const seasons: Record<string, number> = {
	spring: 21,
	summer: 22,
	autumn: 23,
	fall: 23,
	winter: 24
};

const weekday = new RegExp(
	`^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|${weekdays.join('|')}),?\\s+(?:den |le )?`
);
const weekdayAfter = /,?\s+\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day\)?$/;
const issueNumber =
	/^(?:(?:vol|volume)\.?\s*[\divxlc]+\s*[,.:;|·–—-]?\s*)?(?:(?:no|nr|number|issue|n[uú]m(?:ero)?|numéro|ausgabe|heft|n?[º°]|#)\.?\s*\d+(?:,\d{3})*(?!\d)|(?<=\d|[ivxlc]))\s*[,.:;|·–—-]\s*/;
const issueAfter =
	/\s*[,:;|·–—-]\s*(?:(?:vol|volume)\.?\s*[\divxlc]+,?\s*)?(?:(?:no|nr|number|issue)\.?|#)\s*\d+$/;

/** What stands behind a date in the line under a paper's name: its price, its page. */
const priceAfter =
	/[.,]?\s+[|·•–—-]?\s*(?:page \w+|(?:price:? )?(?:(?:one|two|three|four|six) ?(?:penny|pence|cents?)|(?:two|three|four|six)pence|[½¼\d]+ ?d\.?|[$£€] ?\d+(?:[.,]\d\d)?|\d+(?:[.,]\d\d)? ?(?:p|c|cents?|cts?|centimes?|pf(?:ennige?)?|pfg)\.?)|(?:late|city|final|morning|evening) edition)$/;

const two = (value: number) => String(value).padStart(2, '0');

/** Small letters, one space between words and none before a comma. */
function plain(line: string): string {
	// Far apart in a line stand its parts.
	const parted = /\S\s{3}/.test(line) ? line.trim().replace(/\s{3,}/g, ' · ') : line;
	return parted.toLowerCase().replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
}

function monthOf(word: string): number | null {
	return months.get(word.replace(/\.$/, '')) ?? null;
}

function checked(edtf: string): string | null {
	return readEdtf(edtf) === null ? null : edtf;
}

const inNumbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

function dayIn(text: string): string | null {
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (iso) return checked(text);
	const dayFirst =
		/^(\d{1,2})(?:st|nd|rd|th|er|[.º°])? (?:of |de )?(\p{L}+\.?),? (?:del? )?(\d{4})$/u.exec(text);
	const monthFirst = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
	const numbers = inNumbers.exec(text);
	if (numbers) return dayOfNumbers(Number(numbers[1]), Number(numbers[3]), numbers[4] ?? '');
	const [date, word, year] = dayFirst
		? [dayFirst[1], dayFirst[2], dayFirst[3]]
		: [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
	const month = word ? monthOf(word) : null;
	return month === null ? null : checked(`${year}-${two(month)}-${two(Number(date))}`);
}

/** `16.5.2022`: which number is the month must follow from the numbers themselves, since papers differ. */
function dayOfNumbers(first: number, second: number, year: string): string | null {
	if (first <= 12 && second <= 12 && first !== second) return null;
	const [date, month] = second > 12 ? [second, first] : [first, second];
	return checked(`${year}-${two(month)}-${two(date)}`);
}

/** `16-22 May 2022`, `May 16-22, 2022`, `30 May – 5 June 2022`. */
function daysIn(text: string): string | null {
	const within =
		/^(\d{1,2})\.? ?[-–—] ?(\d{1,2})\.? (?:de )?(\p{L}+\.?),? (?:del? )?(\d{4})$/u.exec(text) ??
		/^(?<month>\p{L}+\.?) (?<from>\d{1,2}) ?[-–—] ?(?<to>\d{1,2}),? (?<year>\d{4})$/u.exec(text);
	if (within) {
		const {
			month: word,
			from,
			to,
			year
		} = within.groups ?? {
			from: within[1],
			to: within[2],
			month: within[3],
			year: within[4]
		};
		const month = monthOf(word ?? '');
		if (month === null) return null;
		const day = (date: string | undefined) => `${year}-${two(month)}-${two(Number(date))}`;
		return checked(`${day(from)}/${day(to)}`);
	}
	const across = /^(\d{1,2}) ([a-z]+\.?)(?: (\d{4}))? ?[-–—] ?(\d{1,2}) ([a-z]+\.?) (\d{4})$/.exec(
		text
	);
	const [from, to] = [monthOf(across?.[2] ?? ''), monthOf(across?.[5] ?? '')];
	if (!across || from === null || to === null) return null;
	const first = `${across[3] ?? across[6]}-${two(from)}-${two(Number(across[1]))}`;
	return checked(`${first}/${across[6]}-${two(to)}-${two(Number(across[4]))}`);
}

function periodIn(text: string): string | null {
	const one = /^(\p{L}+\.?),? (?:del? )?(\d{4})$/u.exec(text);
	if (one?.[1] && one[1] !== notAlone) {
		const month = monthOf(one[1]);
		const part = month ?? seasons[one[1]];
		return part === undefined ? null : checked(`${one[2]}-${two(part)}`);
	}
	const winter = /^winter (\d{4}) ?[-–—/] ?(?:\d{2})?(\d{2})$/.exec(text);
	if (winter) {
		const next = Number(winter[1]) + 1;
		return next % 100 === Number(winter[2]) ? checked(`${winter[1]}-12/${next}-02`) : null;
	}
	const range = /^(\p{L}+\.?)(?: (?:del? )?(\d{4}))? ?[-–—/] ?(\p{L}+\.?) (?:del? )?(\d{4})$/u.exec(
		text
	);
	const from = range?.[1] ? monthOf(range[1]) : null;
	const to = range?.[3] ? monthOf(range[3]) : null;
	if (!range || from === null || to === null) return null;
	return checked(`${range[2] ?? range[4]}-${two(from)}/${range[4]}-${two(to)}`);
}

/**
 * A line that is a date alone, to EDTF: `16 May 2022`, `Monday, May 16, 2022`, `2022-05-16`, `16.5.2022` (a day);
 * `May 2025`, `Winter 2011`, `16-22 May 2022`, `September-December 2024` (a period); each perhaps after or before an
 * issue number (`No. 957, 23 April 2010`); months and weekdays in some other languages too (`16 de mayo de 2022`). Numbers that can be read in two ways (`5.6.2022`) are none. Null for every other line, so that a sentence that holds a date is none.
 */
export function readPrintedDate(line: string): string | null {
	if ((line.length > 80 && !/\S\s{3}/.test(line)) || line.length > 200 || !/\d{4}/.test(line))
		return null;
	const words = plain(line);
	const bare = words
		.replace(issueNumber, '')
		.replace(/^[·|]\s*/, '')
		.replace(priceAfter, '')
		.replace(/[.,]$/, '')
		.replace(issueAfter, '')
		.replace(weekday, '')
		.replace(weekdayAfter, '')
		.replace(/[.,]$/, '');
	return dayIn(bare) ?? periodIn(bare) ?? daysIn(bare);
}

/** The same line where it is known which number is the month; null where it is no such date. */
export function readOrderedDate(line: string, order: 'day-first' | 'month-first'): string | null {
	if (line.length > 40) return null;
	const bare = line.trim().toLowerCase().replace(weekday, '').replace(/[.,]$/, '');
	const [, first, , second, year] = inNumbers.exec(bare) ?? [];
	if (!first || !second) return null;
	const [date, month] = order === 'day-first' ? [first, second] : [second, first];
	return checked(`${year}-${two(Number(month))}-${two(Number(date))}`);
}

/** True for a line that is a date in numbers of which either may be the month: `5.6.2022` is in May or in June. */
export function isAmbiguousDate(line: string): boolean {
	if (line.length > 40) return false;
	const bare = line.trim().toLowerCase().replace(weekday, '').replace(/[.,]$/, '');
	const [, first, , second] = inNumbers.exec(bare) ?? [];
	const [one, other] = [Number(first), Number(second)];
	return one !== other && one >= 1 && other >= 1 && one <= 12 && other <= 12;
}

/**
 * A line that is a day without its year (`Tuesday, 17 May`), with the year in which it lies closest to an issue
 * known as `near` (EDTF). Null for every other line.
 */
export function readYearlessDate(line: string, near: string): string | null {
	if (line.length > 40 || !/\d/.test(line)) return null;
	const words = plain(line);
	const bare = words.replace(weekday, '').replace(weekdayAfter, '').replace(/[.,]$/, '');
	const dayFirst = /^\d{1,2}(?:st|nd|rd|th|er|[.º°])? (?:de )?\p{L}+\.?$/u;
	if (!dayFirst.test(bare) && !/^\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?$/u.test(bare)) {
		return null;
	}
	const span = readEdtf(near);
	if (!span) return null;
	const year = Number(span.first.slice(0, 4));
	const far = (day: string) => {
		const at = Date.parse(day);
		return Math.max(0, Date.parse(span.first) - at, at - Date.parse(span.last));
	};
	const days = [year, year - 1, year + 1]
		.map((each) => dayIn(`${bare} ${each}`))
		.filter((day) => day !== null);
	let best: string | null = null;
	for (const day of days) if (best === null || far(day) < far(best)) best = day;
	return best;
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
	const found = /(?:^|[\s,])(\p{L}+\.?) (\d{1,2})$/u.exec(text) ?? null;
	const turned = /(?:^|[\s,])(\d{1,2})\.? (?:de )?(\p{L}+\.?)$/u.exec(text) ?? null;
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
