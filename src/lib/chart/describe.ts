/** Numbers to words: counts, shares of items, and the sentence under a chart. */

// Made once: a formatter costs more than all the numbers of a chart.
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const hundredths = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A count with its thousands parted: `12,046`. */
export function describeCount(count: number): string {
	return whole.format(Math.round(count));
}

/** A count that may hold shares, with two decimals at most: `3`, `0.25`, `1.5`; a trace is `under 0.01`. */
export function describeShare(count: number): string {
	if (count > 1e-6 && count < 0.005) return 'under 0.01';
	return hundredths.format(count);
}

/** A count with its noun: `1 article`, `3,650 articles`. `nouns`: singular and plural. */
export function describeItems(count: number, nouns: readonly [string, string]): string {
	return `${describeCount(count)} ${Math.round(count) === 1 ? nouns[0] : nouns[1]}`;
}

/** What the sentence under a series tells. */
export interface SeriesFacts {
	nouns: readonly [one: string, many: string];
	all: number;
	/** Null where nothing is asked for. */
	matching: number | null;
	/** "from May 2022 to February 2026", of those that match where something is asked; null where none is dated. */
	span: string | null;
	/** The period with most: "in February 2026" and how many; null where no period stands out. */
	peak: { period: string; count: number } | null;
	/** How many of those told of have no date. */
	undated: number;
}

/** One sentence for a series over time: `26 articles from May 2022 to February 2026; most in February 2026 (15).` */
export function describeSeries(facts: SeriesFacts): string {
	const { nouns, all, matching, span, peak, undated } = facts;
	if (all === 0) return `No ${nouns[1]}.`;
	if (matching === 0) return `None of ${describeItems(all, nouns)} matches.`;
	const many = matching ?? all;
	const lead =
		matching === null
			? describeItems(all, nouns)
			: `${describeCount(matching)} of ${describeItems(all, nouns)} ${matching === 1 ? 'matches' : 'match'}`;
	if (span === null) return matching === null ? `${lead}, all undated.` : `${lead}, undated.`;
	const parts = [matching === null ? `${lead} ${span}` : `${lead}, ${span}`];
	// Where all lie in one period, saying that most do adds nothing.
	if (peak && Math.round(peak.count) < many - undated)
		parts.push(`most ${peak.period} (${describeCount(peak.count)})`);
	if (undated > 0) parts.push(`${describeCount(undated)} undated`);
	return `${parts.join('; ')}.`;
}
