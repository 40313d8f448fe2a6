/**
 * Articles about the same things: to each the five whose most telling terms (see `vectors.ts`) are nearest to its own
 * by the cosine. Products are summed term by term over an inverted index (Manning, Raghavan and Schütze, Introduction
 * to Information Retrieval, 2008, sections 6.3 and 7.1), and the best candidates are then compared whole.
 *
 * Where `mostPostings` allow it, every term is followed and the five are exact. Beyond that an article is looked for
 * by its heaviest terms alone (7.1.2, index elimination), as many as its share of the work allows.
 */
import type { Article, Similar } from '../archive/article.ts';
import { readVectors, type Vectors } from './vectors.ts';

/** So many are named at most. */
export const mostSimilar = 5;
/** Under this cosine two articles have no more in common than any two of a newspaper; found by eye, on real ones. */
export const leastSimilarity = 0.1;
/** Two articles that share fewer terms than this share a name, and no subject. */
const fewestShared = 2;
/** Of the terms that two articles share, so many are shown. */
const shownTerms = 4;
/** Candidates that are compared whole: more than are named, since some are alike and some near a draw. */
const candidates = 100;
/** Entries of the inverted index that are read for a whole archive: some ten seconds of work. */
const mostPostings = 4e9;

interface Postings {
	/** Where the rows of each term begin; the last entry is where all end. */
	starts: Uint32Array;
	rows: Uint32Array;
	weights: Float32Array;
}

/** The vectors by term: which rows hold it, ascending, and with what weight. */
function invert({ rows: count, starts: from, terms, weights, vocabulary }: Vectors): Postings {
	const starts = new Uint32Array(vocabulary + 1);
	for (const term of terms) (starts[term + 1] as number) += 1;
	for (let term = 0; term < vocabulary; term += 1)
		(starts[term + 1] as number) += starts[term] as number;
	const next = starts.slice();
	const postings = {
		starts,
		rows: new Uint32Array(terms.length),
		weights: new Float32Array(terms.length)
	};
	for (let row = 0; row < count; row += 1) {
		for (let at = from[row] as number; at < (from[row + 1] as number); at += 1) {
			const term = terms[at] as number;
			const place = next[term] as number;
			next[term] = place + 1;
			postings.rows[place] = row;
			postings.weights[place] = weights[at] as number;
		}
	}
	return postings;
}

/** The places of a row's terms in its vector, the heaviest first, as many as `budget` postings allow; at least one. */
function followed(
	{ starts, terms, weights }: Vectors,
	postings: Postings,
	row: number,
	budget: number
): number[] {
	const places: number[] = [];
	for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) places.push(at);
	places.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
	let spent = 0;
	const end = places.findIndex((at) => {
		const term = terms[at] as number;
		spent += (postings.starts[term + 1] as number) - (postings.starts[term] as number);
		return spent > budget;
	});
	return end < 0 ? places : places.slice(0, Math.max(1, end));
}

/** Another row and how near it is. */
interface Near {
	row: number;
	similarity: number;
}

/** Keeps the best of many, the nearest first, ties by row. */
function keepBest(best: Near[], row: number, similarity: number): void {
	const last = best.length === candidates ? best[candidates - 1] : undefined;
	if (last && (similarity < last.similarity || (similarity === last.similarity && row > last.row)))
		return;
	let at = best.length;
	for (; at > 0; at -= 1) {
		const before = best[at - 1] as Near;
		if (before.similarity > similarity || (before.similarity === similarity && before.row < row))
			break;
	}
	best.splice(at, 0, { row, similarity });
	if (best.length > candidates) best.pop();
}

/** One row spread over the vocabulary, so that others are compared with it without looking for their terms in it. */
class Spread {
	readonly #vectors: Vectors;
	readonly #weights: Float32Array;
	#row = 0;

	constructor(vectors: Vectors) {
		this.#vectors = vectors;
		this.#weights = new Float32Array(vectors.vocabulary);
	}

	take(row: number): void {
		const { starts, terms, weights } = this.#vectors;
		for (let at = starts[this.#row] as number; at < (starts[this.#row + 1] as number); at += 1)
			this.#weights[terms[at] as number] = 0;
		this.#row = row;
		for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1)
			this.#weights[terms[at] as number] = weights[at] as number;
	}

	/** The cosine of this row and another, to three places, and how many terms they share. */
	compare(other: number) {
		const { starts, terms, weights } = this.#vectors;
		let [sum, shared] = [0, 0];
		for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1) {
			const weight = this.#weights[terms[at] as number] as number;
			if (weight === 0) continue;
			sum += weight * (weights[at] as number);
			shared += 1;
		}
		return { row: other, similarity: Math.round(sum * 1000) / 1000, shared };
	}

	/** The terms that both have, those that add most to their cosine first. */
	sharedTerms(other: number): number[] {
		const { starts, terms, weights } = this.#vectors;
		const shared: { term: number; product: number }[] = [];
		for (let at = starts[other] as number; at < (starts[other + 1] as number); at += 1) {
			const term = terms[at] as number;
			const product = (this.#weights[term] as number) * (weights[at] as number);
			if (product !== 0) shared.push({ term, product });
		}
		shared.sort((a, b) => b.product - a.product || a.term - b.term);
		return shared.map(({ term }) => term);
	}
}

/**
 * The similar articles of every row, the nearest first, ties by row; empty where none are near enough. Of articles
 * that `areAlike`, one is never named beside the other. `budget` bounds the postings that are read in all.
 */
export function findSimilar(
	vectors: Vectors,
	areAlike: (one: number, other: number) => boolean,
	budget = mostPostings
): Similar[][] {
	const postings = invert(vectors);
	const sums = new Float64Array(vectors.rows);
	const touched = new Uint32Array(vectors.rows);
	const share = budget / Math.max(1, vectors.rows);
	const here = new Spread(vectors);
	return Array.from({ length: vectors.rows }, (_, row): Similar[] => {
		let size = 0;
		for (const place of followed(vectors, postings, row, share)) {
			const term = vectors.terms[place] as number;
			const weight = vectors.weights[place] as number;
			const end = postings.starts[term + 1] as number;
			for (let at = postings.starts[term] as number; at < end; at += 1) {
				const other = postings.rows[at] as number;
				if (sums[other] === 0) touched[size++] = other;
				(sums[other] as number) += weight * (postings.weights[at] as number);
			}
		}
		const best: Near[] = [];
		for (const other of touched.subarray(0, size)) {
			const sum = sums[other] as number;
			sums[other] = 0;
			// Most are far from the best, and are passed over without another look.
			if (best.length === candidates && sum < (best[candidates - 1] as Near).similarity) continue;
			if (other !== row && !areAlike(row, other)) keepBest(best, other, sum);
		}
		here.take(row);
		const near = best
			.map((other) => here.compare(other.row))
			.filter(({ similarity, shared }) => similarity >= leastSimilarity && shared >= fewestShared)
			.sort((a, b) => b.similarity - a.similarity || a.row - b.row);
		const named: number[] = [];
		for (const { row: other } of near) {
			if (named.length === mostSimilar) break;
			if (!named.some((one) => areAlike(one, other))) named.push(other);
		}
		return named.map((other) => ({
			row: other,
			shared: here.sharedTerms(other).slice(0, shownTerms).map(vectors.formOf)
		}));
	});
}

/**
 * Writes to each article which others are similar. Those that are `alike` are linked as that already and are left
 * out. Articles stand in the order of their rows; they are given back, new where something was written.
 */
export function linkSimilar(articles: readonly Article[]): Article[] {
	const places = new Map(articles.map(({ id }, row) => [id, row]));
	const alike = articles.map((article) =>
		article.alike ? new Set(article.alike.map(({ id }) => places.get(id))) : null
	);
	const similar = findSimilar(
		readVectors(articles),
		(one, other) => alike[one]?.has(other) ?? false
	);
	return articles.map((article, row) => {
		const own = similar[row] ?? [];
		return own.length > 0 ? { ...article, similar: own } : article;
	});
}
