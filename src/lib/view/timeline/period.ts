/** Ranges of days as the selection holds them (periods) and as the timeline names them. */
import {
	describePeriod,
	partsOf,
	periodOf,
	writeDay,
	type Day,
	type MonthStyle
} from '../../archive/day.ts';
import type { Selection } from '../../filter/selection.ts';

/** The part of a selection that a range of days makes. */
export type Dates = Pick<Selection, 'from' | 'to'>;

/**
 * Two days, inclusive, as periods: `1994` and `2008` where both ends are those of years, `1994-03` and `2008-11`
 * where they are those of months, else days.
 */
export function writeDates(first: Day, last: Day): { from: string; to: string } {
	const [start, end, next] = [partsOf(first), partsOf(last), partsOf((last + 1) as Day)];
	const wholeMonths = start.date === 1 && next.date === 1;
	if (!wholeMonths) return { from: writeDay(first), to: writeDay(last) };
	const letters = start.month === 1 && end.month === 12 ? -6 : -3;
	return { from: writeDay(first).slice(0, letters), to: writeDay(last).slice(0, letters) };
}

/** First and last day asked for; an open end is that of `span`. Null where no dates are asked for. */
export function readDates(
	{ from, to }: Dates,
	span: { first: Day; last: Day }
): { first: Day; last: Day } | null {
	const first = from === null ? null : periodOf(from);
	const last = to === null ? null : periodOf(to);
	if (!first && !last) return null;
	// Dates that lie wholly outside of the span touch none of its days.
	const start = first?.first ?? Math.min(span.first, last?.last ?? span.first);
	const end = last?.last ?? Math.max(span.last, start);
	return { first: start as Day, last: Math.max(start, end) as Day };
}

const nameEnd = (iso: string, month: string, style: MonthStyle) =>
	describePeriod(/^-?\d{4}$/.test(iso) ? iso + month : iso, style);

/** How the first period asked for is named: a year by its first month, since a range begins somewhere. */
export function nameFrom(iso: string, style: MonthStyle = 'short'): string {
	return nameEnd(iso, '-01', style);
}

/** How the last period asked for is named: a year by its last month. */
export function nameTo(iso: string, style: MonthStyle = 'short'): string {
	return nameEnd(iso, '-12', style);
}

/** A range in words: `Jan 1994 – Dec 2008`, `Since Jan 1994`, `Until Dec 2008`. */
export function nameDates({ from, to }: Dates): string {
	if (from && to) {
		const [first, last] = [nameFrom(from), nameTo(to)];
		return first === last ? first : `${first} – ${last}`;
	}
	return from ? `Since ${nameFrom(from)}` : to ? `Until ${nameTo(to)}` : '';
}

/** Days in words, as short as they allow: `16 May 2022`, `14–16 May 2022`, `28 Apr – 3 May 2022`, `May 2025`, `1850`. */
export function nameDays(first: Day, last: Day): string {
	const [start, end] = [partsOf(first), partsOf(last)];
	// Whole months and years are written as such; what two ends share is said once.
	const periods = writeDates(first, last);
	const [from, to] = [periods.from, periods.to].map((iso) => describePeriod(iso, 'short')) as [
		string,
		string
	];
	if (from === to) return to;
	if (start.year !== end.year) return `${from} – ${to}`;
	if (start.month !== end.month) return `${from.replace(/ \d+( BC)?$/, '')} – ${to}`;
	return `${start.date}–${to}`;
}
