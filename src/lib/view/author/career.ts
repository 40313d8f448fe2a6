/** An author's career: what was printed in each period from the first article to the last, and when nothing was. */
import type { AuthorArticle } from '../../archive/author.ts';
import { binStart, cutBins, describeBin, type Bins } from '../../archive/bins.ts';
import { describeDay, type Day } from '../../archive/day.ts';
import { describeEdtf, knownOf } from '../../archive/known.ts';
import { counted } from '../labels.ts';

/** Years from which a strip has one cell a year, and from which one a decade: as the strips of bylines have. */
const yearsFrom = 6;
const decadesFrom = 80;

export interface Career extends Bins {
	/** Articles per bin, by the first day that they can be of: known to the day, and approximate. */
	exact: Uint32Array;
	approximate: Uint32Array;
	words: Uint32Array;
}

type Dated = AuthorArticle & { first: number; last: number };

const datedOf = (articles: readonly AuthorArticle[]): Dated[] =>
	articles.filter((each): each is Dated => each.first !== null && each.last !== null);

/** Null where no article is dated. */
export function careerOf(articles: readonly AuthorArticle[]): Career | null {
	const dated = datedOf(articles);
	if (dated.length === 0) return null;
	const first = Math.min(...dated.map((each) => each.first)) as Day;
	const last = Math.max(...dated.map((each) => each.first)) as Day;
	const years = (last - first) / 365.25;
	const unit = years < yearsFrom ? 'quarter' : years < decadesFrom ? 'year' : 'decade';
	const bins = cutBins(first, last, unit);
	const size = bins.edges.length - 1;
	const career = {
		...bins,
		exact: new Uint32Array(size),
		approximate: new Uint32Array(size),
		words: new Uint32Array(size)
	};
	for (const { first, words, edtf } of dated) {
		const bin = bins.edges.indexOf(binStart(first as Day, unit));
		const counts = knownOf(edtf) === 'day' ? career.exact : career.approximate;
		counts[bin] = (counts[bin] ?? 0) + 1;
		career.words[bin] = (career.words[bin] ?? 0) + words;
	}
	return career;
}

/** A row of the career's table; stretches without an article are one row. */
export interface Stretch {
	name: string;
	articles: number;
	words: number;
}

export function stretchesOf(career: Career): Stretch[] {
	const { edges, unit, exact, approximate, words } = career;
	const stretches: Stretch[] = [];
	const name = (bin: number) => {
		const text = describeBin(edges[bin] as Day, unit);
		return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
	};
	for (let bin = 0; bin < exact.length; bin++) {
		const articles = (exact[bin] ?? 0) + (approximate[bin] ?? 0);
		if (articles > 0) {
			stretches.push({ name: name(bin), articles, words: words[bin] ?? 0 });
			continue;
		}
		const from = bin;
		while (bin + 1 < exact.length && (exact[bin + 1] ?? 0) + (approximate[bin + 1] ?? 0) === 0)
			bin++;
		const ends = from === bin ? name(bin) : `${name(from)} to ${name(bin)}`;
		stretches.push({ name: ends, articles: 0, words: 0 });
	}
	return stretches;
}

/** The longest time between two articles, from the last day that one can be of to the first of the next; in days. */
export function longestGap(
	articles: readonly AuthorArticle[]
): { from: Day; until: Day; days: number } | null {
	const dated = datedOf(articles).sort((a, b) => a.first - b.first || a.last - b.last);
	let longest: { from: Day; until: Day; days: number } | null = null;
	let latest = -Infinity;
	for (const { first, last } of dated) {
		const days = first - latest;
		if (latest > -Infinity && days > 1 && days > (longest?.days ?? 0))
			longest = { from: latest as Day, until: first as Day, days };
		latest = Math.max(latest, last);
	}
	return longest;
}

/** `12 articles, 14 May 2022 to 3 February 2026, 14,532 words; longest time without one: …` */
export function describeCareer(articles: readonly AuthorArticle[]): string {
	const dated = datedOf(articles);
	const words = articles.reduce((sum, each) => sum + each.words, 0);
	const parts = [counted(articles.length, 'article')];
	const first = dated[0];
	const last = dated.reduce<Dated | undefined>(
		(latest, each) => (latest && latest.last >= each.last ? latest : each),
		undefined
	);
	if (first && last) {
		const [from, to] = [describeEdtf(first.edtf ?? ''), describeEdtf(last.edtf ?? '')];
		parts.push(from === to ? from : `first ${from}, last ${to}`);
	}
	parts.push(counted(words, 'word'));
	const undated = articles.length - dated.length;
	if (undated > 0) parts.push(`${undated} undated`);
	const gap = longestGap(articles);
	const pause = gap
		? ` Longest time between two: ${counted(gap.days, 'day')}, from ${describeDay(gap.from)} to ${describeDay(gap.until)}.`
		: '';
	return `${parts.join('; ')}.${pause}`;
}
