/**
 * Dates as a reader types them, in EDTF or in plain words, to the days that they can mean. What can be read in two ways
 * is refused with a sentence that says which, and never guessed at.
 */
import { monthNames, periodOf, readPeriod } from '../../archive/day.ts';
import { spanOf, type Span } from '../../archive/span.ts';
import { writeDates, type Dates } from './period.ts';

const seasons: Record<string, number> = {
	spring: 21,
	summer: 22,
	autumn: 23,
	fall: 23,
	winter: 24
};
const seasonNames = Object.keys(seasons).join('|');
const monthForm =
	`(?:${monthNames.map((name) => `${name.slice(0, 3)}[a-z]*`).join('|')})`.toLowerCase();

const usual =
	'Write a year, a month and year, or a full date: 1994, Mar 1994, 14 Mar 1994. Also read: spring 1994, 1990s, and EDTF such as 199X or 1994-03/1994-05.';

/** `14.3.1994`: which number is the month must follow from the numbers themselves. */
function dayInNumbers(text: string): Span | null {
	const [, one, , other, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
	const [first, second] = [Number(one), Number(other)];
	if (!year || (first <= 12 && second <= 12 && first !== second)) return null;
	const [date, month] = second > 12 ? [second, first] : [first, second];
	return periodOf(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

/** One date to its days; null where it is none. `text` in lower case, its spaces single. */
function readOne(text: string): Span | null {
	const bare = text
		.replace(/^(?:about|around|circa|ca\.?|c\.) ?/, '')
		.replace(/^the (?=\d)/, '')
		.replace(/(?<=\d)(?:st|nd|rd|th)\b/, '');
	const plain = readPeriod(bare) ?? spanOf(bare.toUpperCase()) ?? dayInNumbers(bare);
	if (plain) return plain;
	const [, season, ofYear, next] =
		new RegExp(`^(${seasonNames}),? (?:of )?(\\d{4})(?:[-–/](\\d{2}|\\d{4}))?$`).exec(bare) ?? [];
	if (season && next) {
		const year = Number(ofYear) + 1;
		if (season !== 'winter' || year % 100 !== Number(next) % 100) return null;
		return joined(periodOf(`${ofYear}-12`), periodOf(`${year}-02`));
	}
	if (season) return spanOf(`${ofYear}-${seasons[season]}`);
	const decade = /^(\d{2}[1-9])0s$/.exec(bare)?.[1];
	if (decade) return spanOf(`${decade}X`);
	const quarter = /^(?:q([1-4]) (\d{4})|(\d{4})[ -]?q([1-4]))$/.exec(bare);
	if (!quarter) return null;
	const [year, number] = [quarter[2] ?? quarter[3], Number(quarter[1] ?? quarter[4])];
	const month = (at: number) => periodOf(`${year}-${String(at).padStart(2, '0')}`);
	return joined(month(number * 3 - 2), month(number * 3));
}

const joined = (first: Span | null, last: Span | null): Span | null =>
	first && last && { first: first.first, last: last.last };

/** Two dates, of which the first may leave its year to the second, and the second its century to the first. */
function readEnds(text: string): [Span | null, Span | null] | null {
	const found =
		/^([^/]*)\/([^/]*)$/.exec(text) ??
		/^(.*?) ?(?: to |\.\.|–|—| - |(?<=^\d{4})-(?=\d{2}$)) ?(.*)$/.exec(text);
	if (!found) return null;
	const [from = '', to = ''] = found.slice(1).map((end) => end.trim());
	const open = (end: string) => end === '' || end === '..' || end === '.';
	if (open(from) && open(to)) return null;
	const year = /\d{4}$/.exec(to)?.[0];
	const first = readOne(from) ?? (year ? readOne(`${from} ${year}`) : null);
	const last = readOne(/^\d\d$/.test(to) && /^\d{4}$/.test(from) ? from.slice(0, 2) + to : to);
	if ((!first && !open(from)) || (!last && !open(to))) return null;
	// `1994-13` is a month that there is none, and no range that runs back to 1913.
	if (first && last && first.first > last.last && /^\d\d$/.test(to)) return null;
	return [first, last];
}

/** Why a text cannot be read as a date, and what to write instead. `typed`: the text as it was typed. */
function problemOf(text: string, typed: string): string {
	const words = new RegExp(`^(?:\\d{1,2} )?(?:${monthForm}|${seasonNames})\\.?(?: \\d{1,2})?$`);
	const [, one, , other, ofYear] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
	if (ofYear && Number(one) <= 12 && Number(other) <= 12) {
		const month = (number: string | undefined) => monthNames[Number(number) - 1] ?? '';
		return `“${typed}” can be in ${month(one)} or in ${month(other)}. Write the month as a word: ${Number(one)} ${month(other).slice(0, 3)} ${ofYear}.`;
	}
	if (/^\d\d00s$/.test(text))
		return `“${typed}” can be ten years or a hundred. Write ${text.slice(0, 3)}X or ${text.slice(0, 2)}XX.`;
	if (words.test(text) && !/\d{4}/.test(text)) {
		if (/ \d\d$/.test(text) && Number(text.slice(-2)) > 31)
			return `Write the year with its four digits: 19${text.slice(-2)}, say.`;
		return `Add the year to “${typed}”, with its four digits.`;
	}
	if (/^['’]?\d\d$|\D['’]\d\d$|^\d{1,2}[./-]\d{1,2}[./-]\d\d$/.test(text))
		return `Write the year with its four digits: 1994, say.`;
	const day = new RegExp(
		`^(?:\\d{1,2} ${monthForm}\\.?,? \\d{4}|${monthForm}\\.? \\d{1,2},? \\d{4}|\\d{4}-\\d\\d(?:-\\d\\d)?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})$`
	);
	if (day.test(text)) return `“${typed}” is in no calendar. Look at its day and month.`;
	return usual;
}

/**
 * What was typed into a field that a range begins or ends with, `end`: the dates that it sets, one or, where a range was
 * typed, both; or a sentence that says why it cannot be read and
 * what to write. Nothing typed is no date at that end.
 */
export function readTyped(typed: string, end: 'from' | 'to'): Partial<Dates> | string {
	const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
	if (text === '') return { [end]: null };
	// Nobody writes a date as long as this.
	if (text.length > 80) return usual;
	const period = readPeriod(text);
	if (period) return { [end]: period.iso };
	const one = readOne(text);
	if (one) return { [end]: writeDates(one.first, one.last)[end] };
	const ends = readEnds(text);
	if (!ends) return problemOf(text, typed.trim());
	const [first, last] = ends;
	if (first && last && first.first > last.last)
		return 'This range ends before it begins. Turn it round.';
	if (first && last) return writeDates(first.first, last.last);
	return {
		from: first && writeDates(first.first, first.last).from,
		to: last && writeDates(last.first, last.last).to
	};
}
