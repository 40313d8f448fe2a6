/**
 * EDTF Level 1 (ISO 8601-2) to the days it can mean. The one module that knows the package `edtf`; it wraps what
 * the package leaves to its users: intervals without an end. Plain dates and seasons are read in `span.ts`.
 */
import edtf from 'edtf';
import { readDay, writeDay, type Day } from './day.ts';
import { spanOf, type Span } from './span.ts';

/** An EDTF value and the first and last day that it can mean, as YYYY-MM-DD. */
export interface EdtfDate {
	readonly edtf: string;
	readonly first: string;
	readonly last: string;
}

const msPerDay = 86_400_000;
function daysOf(text: string): Span | null {
	// Nearly every date of a newspaper is plain; the package's grammar is a thousand times slower.
	const plain = spanOf(text);
	if (plain) return plain;
	try {
		const value = edtf(text, { level: 1 });
		if (!Number.isFinite(value.min) || !Number.isFinite(value.max)) return null;
		const [first, last] = [value.min ?? 0, value.max ?? 0].map((ms) => Math.floor(ms / msPerDay));
		return { first: first as Day, last: last as Day };
	} catch {
		return null;
	}
}

// A newspaper has many articles to a day, and each of their dates is asked for more than once.
const read = new Map<string, EdtfDate | null>();
const mostKept = 10_000;

/**
 * Reads EDTF Level 1: a day, month, year or season, each perhaps marked `?`, `~` or `%`; digits left open
 * (`199X`, `2004-XX`); an interval (`2024-09/2024-12`). An interval open or unknown at one end (`1985/..`) spans
 * the end that is known, since a bar without an end cannot be drawn. Null for anything else: other text, no real
 * calendar day, both ends open, a year beyond four digits, a time of day.
 */
export function readEdtf(text: string): EdtfDate | null {
	const known = read.get(text);
	if (known !== undefined) return known;
	const date = parse(text.trim());
	if (read.size >= mostKept) read.clear();
	read.set(text, date);
	return date;
}

function parse(trimmed: string): EdtfDate | null {
	if (trimmed.length > 40 || /[TY:]/.test(trimmed)) return null;
	const ends = trimmed.split('/');
	if (ends.length > 2) return null;
	const known = ends.filter((end) => end !== '' && end !== '..');
	const spans = known.map(daysOf);
	const first = spans[0];
	const last = spans.at(-1);
	if (!first || !last || first.first > last.last) return null;
	const days = { first: writeDay(first.first), last: writeDay(last.last) };
	if (readDay(days.first) === null || readDay(days.last) === null) return null;
	return Object.freeze({ edtf: trimmed, ...days });
}
