/**
 * A proposal for the date of an article that states none: news is printed soon after the latest day that it
 * speaks of. Only proposed; it dates an article where a curator accepts it, and then counts as inferred.
 */
import type { Block, Lines } from '../archive/article.ts';
import { monthNames } from '../archive/day.ts';
import { readEdtf } from '../archive/edtf.ts';

/** A date that the days named in a text speak for. */
export interface Estimate {
	/** EDTF: `~` after a day that is named whole, `%` where its year stands elsewhere in the text. */
	edtf: string;
	first: string;
	last: string;
	/** The words that name the day, as printed. */
	words: string;
	/** Where days are named, in order; the day taken may be named in any of them. */
	lines: Lines[];
}

const names = monthNames.map((name) =>
	name.length > 4 ? `${name}|${name.slice(0, 3)}\\.?` : name
);
const month = `(${names.join('|')}|Sept\\.?)`;
const named = new RegExp(
	`\\b(?:${month} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month})(?:,? (\\d{4}))?(?![\\d%\\p{L}])`,
	'gu'
);
const years = /(?<![\d.,$£€-])(?:1[6-9]|20)\d\d(?![\d%,.]\d|-)\b/g;

interface Named {
	month: number;
	date: number;
	year: number | null;
	words: string;
}

function daysIn(text: string): Named[] {
	const days: Named[] = [];
	for (const [words, first, after, before, second, year] of text.matchAll(named)) {
		const head = (first ?? second ?? '').slice(0, 3);
		const at = monthNames.findIndex((name) => name.startsWith(head));
		days.push({
			month: at + 1,
			date: Number(after ?? before),
			year: year === undefined ? null : Number(year),
			words
		});
	}
	return days;
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * The latest day that the blocks name, or null where they name none. A day named with its year is preferred to one
 * without, which takes the latest year named anywhere in the text.
 */
export function estimateDate(blocks: readonly Block[]): Estimate | null {
	let latestYear = 0;
	let best: { edtf: string; words: string } | null = null;
	let loose: Named | null = null;
	const lines: Lines[] = [];
	for (const block of blocks) {
		if (block.kind === 'elision') continue;
		const days = daysIn(block.text);
		if (days.length > 0) lines.push(block.lines);
		for (const day of days) {
			const { year, month, date, words } = day;
			if (year === null) {
				if (!loose || month * 32 + date > loose.month * 32 + loose.date) loose = day;
				continue;
			}
			const edtf = `${year}-${two(month)}-${two(date)}`;
			if (readEdtf(edtf) !== null && (!best || edtf > best.edtf)) best = { edtf, words };
		}
		for (const [year] of block.text.matchAll(years))
			latestYear = Math.max(latestYear, Number(year));
	}
	const guess = best
		? { edtf: `${best.edtf}~`, words: best.words }
		: loose && latestYear > 0
			? { edtf: `${latestYear}-${two(loose.month)}-${two(loose.date)}%`, words: loose.words }
			: null;
	const date = guess && readEdtf(guess.edtf);
	return guess && date ? { ...date, words: guess.words, lines } : null;
}
