/**
 * The days that one date of EDTF Level 1 can mean, without the package `edtf`: what a page can afford to read while
 * somebody types. `edtf.ts` reads the rest of Level 1 (years beyond four digits do not occur in newspapers).
 */
import { dayOf, periodOf, type Day } from './day.ts';

/** First and last day, inclusive. */
export interface Span {
	first: Day;
	last: Day;
}

/**
 * Spring, summer and autumn are the three months of the northern year. A winter lies across two years and print
 * names it after either, so it spans all it can mean: from January to the end of the next February.
 */
function seasonOf(text: string): Span | null {
	const found = /^(-?\d{4})-(2[1-4])$/.exec(text);
	if (!found) return null;
	const year = Number(found[1]);
	const month = { 21: 3, 22: 6, 23: 9, 24: 1 }[Number(found[2])] ?? 1;
	if (month === 1) return { first: dayOf(year, 1, 1), last: dayOf(year + 1, 3, 0) };
	return { first: dayOf(year, month, 1), last: dayOf(year, month + 3, 0) };
}

/** Digits left open: `199X`, `19XX`, `2004-XX`, `2004-06-XX`, `2004-XX-XX`. */
function openOf(text: string): Span | null {
	const years = /^(\d{2})(\d|X)X$/.exec(text);
	if (years) {
		const [low, high] = years[2] === 'X' ? ['00', '99'] : [`${years[2]}0`, `${years[2]}9`];
		const [first, last] = [periodOf(`${years[1]}${low}`), periodOf(`${years[1]}${high}`)];
		return first && last && { first: first.first, last: last.last };
	}
	const rest = /^(\d{4}(?:-\d{2})?)(?:-XX){1,2}$/.exec(text);
	return rest?.[1] && text.length <= 10 ? periodOf(rest[1]) : null;
}

/**
 * The days of a year, month, day, season or date with digits left open, perhaps marked `?`, `~` or `%` at its end: a
 * mark says how sure the date is, not that it means other days. Null for anything else.
 */
export function spanOf(text: string): Span | null {
	const bare = text.replace(/[?~%]$/, '');
	const found = periodOf(bare) ?? seasonOf(bare) ?? openOf(bare);
	return found && { first: found.first, last: found.last };
}
