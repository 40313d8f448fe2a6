/**
 * Dates as a reader types them, in EDTF or in plain words, to the days that they can mean. What can be read in two ways
 * is refused with a sentence that says which, and never guessed at.
 */
import { dayOf, monthNames, partsOf, periodOf, readPeriod, type Day } from '../../archive/day.ts';
import { spanOf, type Span } from '../../archive/span.ts';
import { inEnglish } from './languages.ts';
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
	'Write a year, a month and year, or a full date: 1994, Mar 1994, 14 Mar 1994. Also read: marzo 1994, spring 1994, H1 1994, 1990s, 19th or XIX century, before 1923, Jan to Mar 1994, and EDTF such as 199X or 1994-03/1994-05.';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const centuriesInWords: Record<string, string> = {
	sixteenth: '16',
	seventeenth: '17',
	eighteenth: '18',
	nineteenth: '19',
	twentieth: '20',
	'twenty-first': '21'
};

/** `14.3.1994`: which number is the month must follow from the numbers themselves. `1994/3/14` is year, month, day. */
function dayInNumbers(text: string): Span | null {
	const of = (year: string, month: number, date: number) =>
		periodOf(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
	const [, before, , inYear, atDay] = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
	if (before) return of(before, Number(inYear), Number(atDay));
	const [, one, , other, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
	const [first, second] = [Number(one), Number(other)];
	if (!year || (first <= 12 && second <= 12 && first !== second)) return null;
	return second > 12 ? of(year, first, second) : of(year, second, first);
}

const centuryNumber = '(\\d{1,2}|[ivx]{1,5})';
/** What is said of a century before its number, and after it, in English and the languages that months are read in. */
const centuryForms = [
	new RegExp(`^(?:siglo|s[ée]culo|secolo|si[èe]cle|sec|s)\\.? ${centuryNumber}$`),
	new RegExp(
		`^${centuryNumber}(?:th|st|nd|rd|[eè]?me|e|o|\\.)?[ -]?(?:century|cent|c|si[èe]cle|secolo|sec|s|jahrhundert|jhdt|jh|eeuw)\\.?$`
	)
];

/** The number of a century, `19` or `xix`; 0 for what is no such numeral. */
function centuryOf(numeral: string): number {
	if (/^\d+$/.test(numeral)) return Number(numeral);
	const [, tens = '', ones = ''] = /^(x{0,2})(ix|iv|v?i{0,3})$/.exec(numeral) ?? [];
	const five = ones.startsWith('v') ? 5 + ones.length - 1 : ones.length;
	return 10 * tens.length + (ones === 'ix' ? 9 : ones === 'iv' ? 4 : five);
}

/** A season, decade, century, half-year or quarter. */
function periodInWords(text: string): Span | null {
	const [, season, ofYear, next] =
		new RegExp(`^(${seasonNames}) (?:of )?(\\d{4})(?:[-–/](\\d{2}|\\d{4}))?$`).exec(text) ?? [];
	if (season && next) {
		const year = Number(ofYear) + 1;
		if (season !== 'winter' || year % 100 !== Number(next) % 100) return null;
		return joined(periodOf(`${ofYear}-12`), periodOf(`${year}-02`));
	}
	if (season) return spanOf(`${ofYear}-${seasons[season]}`);
	const decade = /^(\d{2}[1-9])0['’]?s$/.exec(text)?.[1];
	if (decade) return spanOf(`${decade}X`);
	const numeral = centuryForms.map((form) => form.exec(text)?.[1]).find(Boolean);
	const century = centuryOf(numeral ?? '0');
	if (century) {
		// It begins with 1801 where years are counted, with 1800 where they are spoken of: all that it can mean.
		const year = (at: number) => periodOf(String(at * 100).padStart(4, '0'));
		return joined(year(century - 1), year(century));
	}
	const [, halfInWords, ofHalf] = /^(first|1|second|2) half (?:of )?(\d{4})$/.exec(text) ?? [];
	const bare = ofHalf ? `h${/^[s2]/.test(halfInWords ?? '') ? 2 : 1} ${ofHalf}` : text;
	const part = /^(?:(q[1-4]|h[12])[ /-]?(\d{4})|(\d{4})[ /-]?(q[1-4]|h[12]))$/.exec(bare);
	if (!part) return null;
	const [year, name] = [part[2] ?? part[3], part[1] ?? part[4] ?? ''];
	const months = name.startsWith('q') ? 3 : 6;
	const last = Number(name[1]) * months;
	const month = (at: number) => periodOf(`${year}-${String(at).padStart(2, '0')}`);
	return joined(month(last - months + 1), month(last));
}

/** One date to its days; null where it is none. `text` in lower case, its spaces single. */
function readOne(text: string): Span | null {
	const [, weekday, dated] =
		new RegExp(`^(${weekdays.join('|')})[a-z]*\\.?,? (.*\\d.*)$`).exec(text) ?? [];
	if (weekday && dated) {
		const day = readOne(dated);
		// 1970-01-01 was a Thursday.
		const fits = day && day.first === day.last && weekdays.at((day.first + 4) % 7) === weekday;
		return fits ? day : null;
	}
	const [, inWeek] = /^(?:the )?week of (.+)$/.exec(text) ?? [];
	if (inWeek) {
		const day = readOne(inWeek);
		if (!day || day.first !== day.last) return null;
		const monday = day.first - ((((day.first + 3) % 7) + 7) % 7);
		return { first: monday as Day, last: (monday + 6) as Day };
	}
	const bare = text
		.replace(/^(?:about|around|circa|ca\.?|c\.) ?|^c(?=\d)/, '')
		.replace(/^the /, '')
		.replace(new RegExp(`^(${Object.keys(centuriesInWords).join('|')})(?=[ -]c)`), (word) =>
			String(centuriesInWords[word])
		)
		.replace(/(?<=\d)(?:st|nd|rd|th)\b/, '')
		.replace(/(?<=^\d{1,2}) of /, ' ')
		.replaceAll(', ', ' ')
		.replace(/(?<=^|[a-z.] )(\d{1,4}) ?b\.? ?c\.?(?: ?e\.?)?$/, (_, year: string) =>
			Number(year) > 1 ? `-${String(Number(year) - 1).padStart(4, '0')}` : '0000'
		)
		// `14-Mar-1994`, `1994 March`, `3/1994`.
		.replace(/^(\d{1,2})[-/.]([a-z]+)[-/.](\d{4})$/, '$1 $2 $3')
		.replace(new RegExp(`^(\\d{4})[ -](${monthForm}\\.?)$`), '$2 $1')
		.replace(/^(\d)[/.-](?=\d{4}$)/, '0$1/')
		.replace(/^(\d\d)[/.-](\d{4})$/, '$2-$1');
	return (
		readPeriod(bare) ?? spanOf(bare.toUpperCase()) ?? dayInNumbers(bare) ?? periodInWords(bare)
	);
}

const joined = (first: Span | null, last: Span | null): Span | null =>
	first && last && { first: first.first, last: last.last };

const open = (end: string) => end === '' || end === '..' || end === '.';

/** Two dates from the texts of two ends; null in the place of one that is open. */
function readEnds(from: string, to: string): [Span | null, Span | null] | null {
	// The first may leave its year to the second, or its month and year; the second its century to the first.
	const rest = /^(?:.* |\d{1,2} )(\d{4})$/.exec(to)?.[1];
	const month = /^\d{1,2} ([a-z]+\.? \d{4})$/.exec(to)?.[1];
	const first =
		readOne(from) ??
		(rest && !open(from) ? readOne(`${from} ${rest}`) : null) ??
		(month && /^\d{1,2}$/.test(from) ? readOne(`${from} ${month}`) : null);
	const last = readOne(/^\d\d$/.test(to) && /^\d{4}$/.test(from) ? from.slice(0, 2) + to : to);
	if (open(from) && open(to)) return null;
	if ((!first && !open(from)) || (!last && !open(to))) return null;
	// `1994-13` is a month that there is none, and no range that runs back to 1913.
	if (first && last && first.first > last.last && /^\d\d$/.test(to)) return null;
	return [first, last];
}

/** Two dates with a sign or a word between them. */
function readRange(text: string): [Span | null, Span | null] | null {
	const bare = text.replace(/^from (?=.* (?:to|until|till) )/, '');
	const between = /^between (.+) and (.+)$/.exec(bare);
	if (between) return readEnds(between[1] ?? '', between[2] ?? '');
	// A hyphen stands within dates too: it parts two only where nothing else does, and in one place alone.
	for (const sign of [/ (?:to|until|till) |\.\.|[/–—]| - /g, /(?!^)-/g]) {
		const read = [...bare.matchAll(sign)].flatMap(({ index, 0: { length } }) => {
			const ends = readEnds(bare.slice(0, index).trim(), bare.slice(index + length).trim());
			return ends ? [ends] : [];
		});
		if (read[0]) return read.length === 1 ? read[0] : null;
	}
	return null;
}

/** The one end that a text sets, or null: `before 1923` the day before it, `since 1923` its first. */
function readSide(text: string): Partial<Dates> | null {
	const later = /^(.*\d.*?)(?: onwards?| or later| and after)$/.exec(text)?.[1];
	const earlier = /^(.*\d.*?)(?: or earlier| and before)$/.exec(text)?.[1];
	const [, word, rest] = /^(before|after|since|from|until|till|up to|to|by) (.+)$/.exec(
		later ? `since ${later}` : earlier ? `until ${earlier}` : text
	) ?? ['', '', ''];
	const one = readOne(rest ?? '');
	if (!one) return null;
	const from = (day: number) =>
		writeDates(day as Day, dayOf(partsOf(day as Day).year, 12, 31)).from;
	const to = (day: number) => writeDates(dayOf(partsOf(day as Day).year), day as Day).to;
	if (word === 'before') return { to: to(one.first - 1) };
	if (word === 'after') return { from: from(one.last + 1) };
	return word === 'since' || word === 'from' ? { from: from(one.first) } : { to: to(one.last) };
}

/** Why a text cannot be read as a date, and what to write instead. `typed`: the text as it was typed. */
function problemOf(text: string, typed: string): string {
	const words = new RegExp(`^(?:\\d{1,2} )?(?:${monthForm}|${seasonNames})\\.?(?: \\d{1,2})?$`);
	const [, one, , other, ofYear] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
	if (ofYear && Number(one) <= 12 && Number(other) <= 12) {
		const month = (number: string | undefined) => monthNames[Number(number) - 1] ?? '';
		return `“${typed}” can be in ${month(one)} or in ${month(other)}. Write the month as a word: ${Number(one)} ${month(other).slice(0, 3)} ${ofYear}.`;
	}
	const [many, years] = /\b(\d\d)00['’]?s\b/.exec(text) ?? [];
	if (years) return `“${many}” can be ten years or a hundred. Write ${years}0X or ${years}XX.`;
	if (words.test(text) && !/\d{4}/.test(text)) {
		if (/ \d\d$/.test(text) && Number(text.slice(-2)) > 31)
			return `Write the year with its four digits: 19${text.slice(-2)}, say.`;
		return `Add the year to “${typed}”, with its four digits.`;
	}
	if (/^\d{3}$/.test(text)) return `Write the year with its four digits: 0${text}.`;
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
	const plain = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
	if (plain === '') return { [end]: null };
	// Nobody writes a date as long as this.
	if (plain.length > 80) return usual;
	const text = inEnglish(plain);
	// Is it all up to 1996, or 1997 BC?
	if (/^-[1-9]/.test(text)) return usual;
	const period = readPeriod(text);
	if (period) return { [end]: period.iso };
	const one = readOne(text);
	if (one) return { [end]: writeDates(one.first, one.last)[end] };
	const side = readSide(text);
	// What stood in a field goes where the other end alone is typed into it.
	if (side) return lawful(side) ? { [end]: null, ...side } : usual;
	const ends = readRange(text);
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

/** Whether the dates are of the years that have four digits. */
const lawful = (dates: Partial<Dates>) =>
	Object.values(dates).every((iso) => iso === null || periodOf(iso) !== null);
