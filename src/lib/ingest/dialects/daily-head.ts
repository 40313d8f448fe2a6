/** How a daily sets the heads of its articles: which lines are headline and byline, and what tells them. */
import { tidy } from '../../archive/text.ts';
import {
	endsSentence,
	hasCredit,
	isCapitals,
	isElision,
	isHeading,
	isTitleCase
} from '../blocks.ts';
import { isNameLike, isStatedByline } from '../byline.ts';
import { readPrintedDate, readYearlessDate } from '../dates.ts';
import type { Lines } from '../../archive/article.ts';
import { inferred, lineAt, type CuratedStart, type Page, type Reading } from '../draft.ts';
import { headerAbove, mostHeaderLines } from '../masthead.ts';
import { isWholeDate, type Chunk, type Chunks } from './daily-chunks.ts';

export const longestHeadline = 220;
/** The rule of a headline in capitals, as the first of its day is: too weak to make a byline of a name under it. */
export const inCapitals = 'daily/in-capitals';

/** Where an article begins: its first chunk, and which lines are its headline and byline. */
export interface Head {
	headline: number | null;
	/** Its last line, where it is set over several. */
	lastHeadline?: number;
	/** What stands between headline and byline. */
	deck?: Lines;
	byline: number | null;
	/** The line at which its body may begin. */
	body: number;
	/** What told the headline. */
	rule: string;
}

/** A date, or a day that would be one if its year were known: never a headline. */
function isDateLike(text: string): boolean {
	return isWholeDate(text) || readYearlessDate(text, '2000') !== null;
}

/** Where and on which day a report was written, alone in a line: `HULL, MONDAY NIGHT`, `HULL, JUNE 3`. */
const place =
	/^\p{Lu}[\p{Lu} .'’-]+,\s+(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY(?: (?:MORNING|AFTERNOON|EVENING|NIGHT))?|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\p{Lu}*\.? \d{1,2}|\d{1,2} (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\p{Lu}*)\.?$/u;

function isHeadlineLike(text: string): boolean {
	if (place.test(text)) return false;
	if (text === '' || text.length > longestHeadline || isElision(text) || hasCredit(text))
		return false;
	if (isCapitals(text)) return true;
	const abbreviation = /\b(?:\p{Lu}\.){2,}$/u.test(text);
	return abbreviation || /[!?]["”’')]*$/.test(text) || !endsSentence(text);
}

/** True for a line that credits somebody; `marked`: its place says so, and it need not say "By". */
function isCredit(page: Page, line: number, marked: boolean): boolean {
	const words = lineAt(page, line);
	if (isDateLike(words)) return false;
	return isStatedByline(words, page) || (marked && isNameLike(words));
}

/**
 * How the first headline of a day is set, and so others of it. `alone`: in capitals, its text (or byline) right under
 * it, so that such a line begins an article, whatever stands in the others' bylines. `wide`: in capitals before a wide
 * gap, so that a line of capitals without one may be a heading as well.
 */
export type Setting = 'alone' | 'wide' | 'other';

/** Headlines stood over each other in as many lines as this. */
const mostStacked = 5;

/** True for lines in capitals right under each other, as old papers stack the parts of a headline. */
export function isStack(page: Page, { first, last }: Chunk): boolean {
	if (last === first || last - first >= mostStacked) return false;
	for (let line = first; line <= last; line += 1) if (!isCapitals(lineAt(page, line))) return false;
	return true;
}

/**
 * The head at chunk `at` where its headline is set in capitals over several lines, or right above its text; or null. The
 * part behind a full stop is a deck, and so is a second line of capitals with a gap before it.
 */
export function stackAt(page: Page, chunks: Chunks, at: number, sure: string | null): Head | null {
	const [chunk, next] = [chunks(at), chunks(at + 1)];
	if (!chunk || lineAt(page, chunk.first).length > longestHeadline) return null;
	const isSet = (line: number) => {
		const text = lineAt(page, line);
		return (
			text.length <= longestHeadline &&
			isCapitals(tidy(text)) &&
			!isDateLike(tidy(text)) &&
			!isElision(text)
		);
	};
	let last = chunk.first - 1;
	while (last < chunk.last && isSet(last + 1)) last += 1;
	const size = last - chunk.first + 1;
	if (size === 1 && place.test(tidy(lineAt(page, chunk.first)))) return null;
	if (size < 1 || size > mostStacked) return null;
	const rule = sure ?? 'daily/before-gap';
	const stops = (line: number) => endsSentence(tidy(lineAt(page, line)));
	let cut = chunk.first;
	while (cut < last && !stops(cut)) cut += 1;
	const head: Head = { headline: chunk.first, byline: null, body: last + 1, rule };
	if (cut > chunk.first) head.lastHeadline = cut;
	if (cut < last) head.deck = [cut + 1, last];
	if (last < chunk.last) {
		const under = tidy(lineAt(page, last + 1));
		if (isCredit(page, last + 1, false)) {
			if (last + 1 === chunk.last && !next) return null;
			return { ...head, byline: last + 1, body: last + 2, rule: 'daily/before-byline' };
		}
		// A sentence that begins under it; a line of capitals by chance has its own going on.
		return sure !== null && /^["“‘„«(]?[\p{Lu}\d]/u.test(under) ? head : null;
	}
	if (!next || size < 2) return null;
	if (next.first === next.last && isCredit(page, next.first, next.gap >= 2 && !isSet(next.first)))
		return { ...head, byline: next.first, body: next.last + 1, rule: 'daily/before-byline' };
	return head;
}

/** How the head at chunk `at` is set. */
export function settingOf(page: Page, chunks: Chunks, at: number, head: Head | null): Setting {
	const [chunk, next] = [chunks(at), chunks(at + 1)];
	if (!head || head.headline === null || !chunk) return 'other';
	if (!isCapitals(tidy(lineAt(page, head.headline)))) return 'other';
	const last = head.byline !== null && head.byline > chunk.last ? next : chunk;
	return (last?.gap ?? 0) < 2 ? 'alone' : 'wide';
}

/**
 * The head that stands at chunk `at`, or null. A byline that does not say "By" is known by the two blank lines
 * after it; right after a date (`sure`) one is enough, since there an article must begin.
 */
export function headAt(page: Page, chunks: Chunks, at: number, sure: string | null): Head | null {
	const chunk = chunks(at);
	if (!chunk) return null;
	const raw = lineAt(page, chunk.first);
	if (raw.length > longestHeadline) return null;
	const text = tidy(raw);
	if (!isHeadlineLike(text) || isDateLike(text)) return null;
	const [next, after] = [chunks(at + 1), chunks(at + 2)];
	const size = chunk.last - chunk.first + 1;
	const isMarked = size === 2 && chunk.gap >= 2;
	// Two lines in capitals right under each other are a headline: a name must say "By".
	const isStacked = isCapitals(text) && isCapitals(tidy(lineAt(page, chunk.first + 1)));
	const isPlaced = !isStacked && (isMarked || (sure !== null && sure !== inCapitals));
	if (size >= 2 && next && isCredit(page, chunk.first + 1, isPlaced)) {
		return {
			headline: chunk.first,
			byline: chunk.first + 1,
			body: chunk.first + 2,
			rule: 'daily/before-byline'
		};
	}
	if (size > 1) return null;
	// Two lines in capitals are two headlines as well: a name must say "By", or stand before a gap.
	const isTwice = isCapitals(text) && next && isCapitals(tidy(lineAt(page, next.first)));
	// Closer to what stands under it than to what stands above; else it may sign what stands above.
	const isNear = sure === 'daily/after-date' || chunk.gap < (chunks(at - 1)?.gap ?? 0);
	const isDecked = isTwice && sure !== null && isNear && next.first === next.last && after;
	if (
		isDecked &&
		!isCredit(page, next.first, false) &&
		!isDateLike(tidy(lineAt(page, next.first)))
	) {
		const under = headAt(page, chunks, at + 1, sure);
		const isThree = isCapitals(tidy(lineAt(page, after.first))) && after.first === after.last;
		if (under && !under.deck && (under.byline !== null || !isThree))
			return { ...under, headline: chunk.first, deck: [next.first, next.first] };
	}
	const isSure = sure !== null && sure !== inCapitals && !isTwice;
	if (
		next &&
		after &&
		next.first === next.last &&
		isCredit(page, next.first, next.gap >= 2 || isSure)
	) {
		return {
			headline: chunk.first,
			byline: next.first,
			body: next.last + 1,
			rule: 'daily/before-byline'
		};
	}
	// Unsigned: the two blank lines stand after the headline itself.
	if (next && (chunk.gap >= 2 || sure !== null) && !isDateLike(lineAt(page, next.first))) {
		const rule = chunk.gap >= 2 || !sure ? 'daily/before-gap' : sure;
		return { headline: chunk.first, byline: null, body: chunk.last + 1, rule };
	}
	return null;
}

/**
 * A line alone above its text that is set as headings are, in a day whose headlines stand so in capitals: perhaps a
 * headline, and no caption.
 */
export function isSubheading(text: string): boolean {
	return isHeading(text) && isTitleCase(text) && !endsSentence(text) && !isCapitals(text);
}

/**
 * Claims a header of several lines above the first date (name, price, who typed it), where a headline stands under the
 * date; its name is the only line in capitals, at the top. Gives the line from which on there are articles.
 */
export function openHeader(
	page: Page,
	chunks: Chunks,
	starts: ReadonlyMap<number, CuratedStart>,
	reading: Reading
): number {
	let at = 0;
	let date = chunks(at);
	while (date && at <= mostHeaderLines && readPrintedDate(lineAt(page, date.first)) === null)
		date = chunks((at += 1));
	const header = date && at <= mostHeaderLines ? headerAbove(page, date.first) : null;
	if (!date || !header || header.some((line) => starts.has(line))) return 1;
	const isHeaded =
		date.last > date.first
			? isHeadlineLike(tidy(lineAt(page, date.first + 1)))
			: headAt(page, chunks, at + 1, 'daily/after-date');
	if (!isHeaded) return 1;
	for (const line of header) reading.claims.push({ as: 'header', lines: [line, line] });
	const [name, ...others] = header.filter((line) => isCapitals(tidy(lineAt(page, line))));
	if (name !== undefined && name === header[0] && others.length === 0) {
		reading.publication = tidy(lineAt(page, name)).replace(/\.$/, '');
		reading.why.publication = inferred('daily/header', name);
	}
	return date.first;
}
