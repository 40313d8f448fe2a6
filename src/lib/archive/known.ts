/** How well a date is known, and how an EDTF date reads in words. Pure text work: the full EDTF reader is `edtf.ts`. */
import { describePeriod, type MonthStyle } from './day.ts';

export const knownLevels = ['day', 'month', 'year', 'uncertain', 'undated'] as const;
/**
 * `day`: printed on that day. `month`, `year`: certain, but no finer than that (seasons and ranges of months
 * count as `year`). `uncertain`: EDTF marks it `?`, `~` or `%`. `undated`: no date at all.
 */
export type Known = (typeof knownLevels)[number];

/** The levels of dates that may mean more than one day, or are not sure. */
export const approximateLevels: readonly string[] = ['month', 'year', 'uncertain'];

/** Classifies an EDTF value; null is undated. */
export function knownOf(edtf: string | null): Known {
	if (edtf === null) return 'undated';
	if (/[?~%]/.test(edtf)) return 'uncertain';
	if (/^-?\d{4}-\d{2}-\d{2}$/.test(edtf)) return 'day';
	const month = /^-?\d{4}-(\d{2})(-XX)?$/.exec(edtf);
	return month && Number(month[1]) <= 12 ? 'month' : 'year';
}

/** What keeps a date from being a day for certain: `month only`, `approximate` (`~`), `uncertain` (`?`); else empty. */
export function doubtOf(edtf: string | null): string {
	const known = knownOf(edtf);
	const open = /^\d\d(\d?)X+$/.exec(edtf ?? '');
	if (open) return `${open[1] ? 'decade' : 'century'} only`;
	if (known === 'month' || known === 'year') return `${known} only`;
	const doubts = [/[~%]/.test(edtf ?? '') && 'approximate', /[?%]/.test(edtf ?? '') && 'uncertain'];
	return doubts.filter(Boolean).join(' and ');
}

const seasons: Record<string, string> = {
	'21': 'Spring',
	'22': 'Summer',
	'23': 'Autumn',
	'24': 'Winter'
};

function describeOne(edtf: string, style: MonthStyle): string {
	if (edtf === '') return 'unknown';
	if (edtf === '..') return 'open';
	const qualifier = /[?~%]$/.exec(edtf)?.[0];
	const bare = edtf.replace(/[?~%]|-XX/g, '');
	const season = /^(\d{4})-(2[1-4])$/.exec(bare);
	const [, hundreds, tens] = /^(\d\d)(\d?)X+$/.exec(bare) ?? [];
	const words = season
		? `${seasons[season[2] ?? '']} ${season[1]}`
		: hundreds
			? tens
				? `${hundreds}${tens}0s`
				: `${hundreds}00 – ${hundreds}99`
			: describePeriod(bare, style);
	if (qualifier === '~') return `about ${words}`;
	if (qualifier === '%') return `perhaps about ${words}`;
	return words;
}

/**
 * An EDTF Level 1 value in words, no surer than it is: `2025-05` is "May 2025", `2011-24` "Winter 2011",
 * `2024-09/2024-12` "September 2024 – December 2024", `1923~` "about 1923", `1923?` "1923, uncertain". Null is "Undated".
 */
export function describeEdtf(edtf: string | null, style: MonthStyle = 'long'): string {
	if (edtf === null) return 'Undated';
	return `${describeLabelled(edtf, style)}${edtf.includes('?') ? ', uncertain' : ''}`;
}

/** The same without the doubt of a `?`: only for a place where a label beside it says "uncertain". */
export function describeLabelled(edtf: string | null, style: MonthStyle = 'long'): string {
	if (edtf === null) return 'Undated';
	return edtf
		.split('/')
		.map((part) => describeOne(part, style))
		.join(' – ');
}
