/**
 * What the articles found are made of: each value of a facet over time, lengths in words, and who writes with whom. All
 * counts are over the one mask, beside those of the whole archive.
 */
import type { Signer } from '../archive/author.ts';
import { cutBins, type Bins } from '../archive/bins.ts';
import { noDay, type Columns } from './columns.ts';
import { bitOf } from './mask.ts';
import { lengths, type Facet } from './selection.ts';
import { archiveSpan, binAt } from './in-bins.ts';
import type { Pair } from './tally.ts';
import { usualTrendUnit } from './trend.ts';

/**
 * The periods that the whole archive is cut into. They follow its span alone, neither the selection nor the screen, so
 * that a link shows everybody the same numbers. Null where no article is dated.
 */
export function archiveBins(columns: Columns): Bins | null {
	const span = archiveSpan(columns);
	return span && cutBins(...span, usualTrendUnit(...span));
}

/**
 * The articles with one value of a facet over time. `toTheDay`, `approximate` and `undated` add up to `total`: an
 * approximate date is shared equally among the days that it can mean, so that bins may hold fractions.
 */
export interface ValueOverTime {
	toTheDay: Pair<Float64Array>;
	approximate: Pair<Float64Array>;
	undated: Pair<number>;
	total: Pair<number>;
}

/**
 * For each of some values of a facet, its articles over `bins`, which hold every day of the archive. `matching` ignores
 * the facet's own part of the selection. `toTheDayCode`: what of the facet `known` is a single day.
 */
export function tallyOverTime(
	columns: Columns,
	mask: Uint8Array,
	facet: Facet,
	codesAsked: readonly number[],
	{ edges }: Bins,
	toTheDayCode: number
): ValueOverTime[] {
	const size = edges.length - 1;
	const fresh = () => ({ all: new Float64Array(size), matching: new Float64Array(size) });
	const tallies = codesAsked.map(() => ({
		toTheDay: fresh(),
		approximate: fresh(),
		undated: { all: 0, matching: 0 },
		total: { all: 0, matching: 0 }
	}));
	const of = new Map(codesAsked.map((code, at) => [code, tallies[at]]));
	const { start, codes } = columns.facet[facet];
	const known = columns.facet.known;
	const others = 0xff & ~bitOf[facet];
	for (let row = 0; row < mask.length; row++) {
		const passes = ((mask[row] as number) & others) === 0;
		for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
			const tally = of.get(codes[at] as number);
			if (!tally) continue;
			tally.total.all++;
			if (passes) tally.total.matching++;
			const from = columns.first[row] as number;
			if (from === noDay) {
				tally.undated.all++;
				if (passes) tally.undated.matching++;
				continue;
			}
			const exact = known.codes[known.start[row] as number] === toTheDayCode;
			const pair = exact ? tally.toTheDay : tally.approximate;
			const until = (columns.last[row] as number) + 1;
			for (let bin = binAt(edges, from); bin < size && (edges[bin] as number) < until; bin++) {
				const overlap =
					Math.min(until, edges[bin + 1] as number) - Math.max(from, edges[bin] as number);
				const share = overlap / (until - from);
				pair.all[bin] = (pair.all[bin] as number) + share;
				if (passes) pair.matching[bin] = (pair.matching[bin] as number) + share;
			}
		}
	}
	return tallies;
}

/** Where classes of length begin, in words: about equally wide to the eye that compares ratios. */
const lengthSteps = [1, 1.5, 2, 3, 5, 7];

/** How long the articles are. */
export interface LengthTally {
	/** First number of words of each class, and the one after the last class. The facet's own bounds are among them. */
	edges: number[];
	articles: Pair<Uint32Array>;
	/** The facet's values in order, each with the first class that it holds and how many. */
	groups: { value: string; from: number; classes: number }[];
}

/**
 * Articles by their number of words, in classes from the shortest article of the archive to the longest. `matching`
 * ignores the facet of lengths.
 */
export function tallyLengths(words: readonly number[], mask: Uint8Array): LengthTally {
	let [least, most] = [Infinity, 0];
	for (const each of words) {
		least = Math.min(least, each);
		most = Math.max(most, each);
	}
	const all = [0];
	for (let power = 10; (all[all.length - 1] as number) <= most; power *= 10)
		for (const step of lengthSteps) all.push(step * power);
	const above = all.findIndex((edge) => edge > most);
	const below = all.findLastIndex((edge) => edge <= least);
	const edges = words.length === 0 ? [0] : all.slice(Math.max(0, below), above + 1);
	const size = edges.length - 1;
	const articles = { all: new Uint32Array(size), matching: new Uint32Array(size) };
	const others = 0xff & ~bitOf.length;
	const bounds = Int32Array.from(edges);
	for (let row = 0; row < mask.length; row++) {
		const at = binAt(bounds, words[row] as number);
		articles.all[at] = (articles.all[at] as number) + 1;
		if (((mask[row] as number) & others) === 0)
			articles.matching[at] = (articles.matching[at] as number) + 1;
	}
	const groups = lengths.flatMap(({ value, from }, at) => {
		const until = lengths[at + 1]?.from ?? Infinity;
		const inside = edges
			.slice(0, -1)
			.flatMap((edge, bin) => (edge >= from && edge < until ? bin : []));
		return inside[0] === undefined ? [] : [{ value, from: inside[0], classes: inside.length }];
	});
	return { edges, articles, groups };
}

/** The middle of the lengths of the articles that pass, and the bounds of their middle half; null where none passes. */
export function middleLengths(
	words: readonly number[],
	mask: Uint8Array
): { low: number; median: number; high: number } | null {
	const found = Float64Array.from(words.filter((_, row) => mask[row] === 0)).sort();
	if (found.length === 0) return null;
	/** Between the two nearest in proportion: the usual definition (Hyndman and Fan 1996, the seventh). */
	const at = (share: number) => {
		const place = share * (found.length - 1);
		const [one, next] = [found[Math.floor(place)] as number, found[Math.ceil(place)] as number];
		return Math.round(one + (next - one) * (place % 1));
	};
	return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** How articles are signed. One that a person and a body sign is the body's too: a class of its own. */
export const signatures = ['one', 'several', 'body', 'none'] as const;
export type Signature = (typeof signatures)[number];

/**
 * Articles by who signs them: one person, several persons, a body (alone or with persons), nobody. Each article is in one
 * class. `matching` ignores the bylines chosen. `signers`: who each value of the facet is, in the order of its codes.
 */
export function tallySignatures(
	{ size, facet: { author } }: Columns,
	mask: Uint8Array,
	signers: readonly Signer[]
): Record<Signature, Pair<number>> {
	const tally = Object.fromEntries(
		signatures.map((each) => [each, { all: 0, matching: 0 }])
	) as Record<Signature, Pair<number>>;
	const others = 0xff & ~bitOf.author;
	for (let row = 0; row < size; row++) {
		const [from, until] = [author.start[row] as number, author.start[row + 1] as number];
		let [nobody, body] = [false, false];
		for (let at = from; at < until; at++) {
			const signer = signers[author.codes[at] as number];
			nobody ||= signer === 'nobody';
			body ||= signer === 'body';
		}
		const pair = tally[nobody ? 'none' : body ? 'body' : until - from > 1 ? 'several' : 'one'];
		pair.all++;
		if (((mask[row] as number) & others) === 0) pair.matching++;
	}
	return tally;
}

/** Two names, by their codes, and how many articles have both. */
export interface NamePair extends Pair<number> {
	one: number;
	other: number;
}

/** Who writes with whom: made once of an archive, counted for every mask. */
export class NamePairs {
	/** Each pair once, `one` lower than `other`, in the order of the rows that first have it. */
	readonly names: readonly (readonly [one: number, other: number])[];
	readonly #totals: Uint32Array;
	/** Row and pair, one entry for each pair of an article. */
	readonly #rows: Uint32Array;
	readonly #pairs: Uint32Array;
	/** Rows with two names or more. */
	readonly #together: Uint32Array;

	constructor({ size, facet: { author } }: Columns) {
		const numbers = new Map<number, number>();
		const names: [number, number][] = [];
		const [rows, pairs, together]: number[][] = [[], [], []];
		for (let row = 0; row < size; row++) {
			const [from, until] = [author.start[row] as number, author.start[row + 1] as number];
			if (until - from < 2) continue;
			together?.push(row);
			const codes = author.codes.slice(from, until).sort();
			codes.forEach((one, at) => {
				for (const other of codes.subarray(at + 1)) {
					const key = one * author.values.length + other;
					let number = numbers.get(key);
					if (number === undefined) {
						number = names.push([one, other]) - 1;
						numbers.set(key, number);
					}
					rows?.push(row);
					pairs?.push(number);
				}
			});
		}
		this.names = names;
		this.#rows = Uint32Array.from(rows ?? []);
		this.#pairs = Uint32Array.from(pairs ?? []);
		this.#together = Uint32Array.from(together ?? []);
		this.#totals = new Uint32Array(names.length);
		for (const pair of this.#pairs) this.#totals[pair] = (this.#totals[pair] as number) + 1;
	}

	/** Articles of each pair, in the order of `names`; `matching` ignores the bylines chosen. */
	tally(mask: Uint8Array): NamePair[] {
		const matching = new Uint32Array(this.names.length);
		const others = 0xff & ~bitOf.author;
		this.#rows.forEach((row, at) => {
			if ((mask[row] as number) & others) return;
			const pair = this.#pairs[at] as number;
			matching[pair] = (matching[pair] as number) + 1;
		});
		return this.names.map(([one, other], at) => ({
			one,
			other,
			all: this.#totals[at] as number,
			matching: matching[at] as number
		}));
	}

	/** Articles with two names or more, likewise. */
	together(mask: Uint8Array): Pair<number> {
		const others = 0xff & ~bitOf.author;
		const matching = this.#together.filter((row) => ((mask[row] as number) & others) === 0);
		return { all: this.#together.length, matching: matching.length };
	}
}
