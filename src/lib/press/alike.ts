/**
 * Near-identical texts: reprints and revisions. Texts are compared by their sequences of four words (Broder, "On the
 * resemblance and containment of documents", 1997); pairs worth comparing are found by MinHash signatures cut into
 * bands (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3), so that no text meets all others.
 */
import { headlineOf, type Alike, type Article } from '../archive/article.ts';
import { foldedWords } from './shingles.ts';

/** Pairs that have less of their sequences in common are not linked. */
export const leastAlike = 0.5;
/** A text shorter than this says too little to be called the same, words. */
const fewestWords = 20;

const bands = 16;
const rows = 4;
/** Beyond this many texts that share a band they share a formula, not a story; the first stand for the rest. */
const mostInBucket = 40;

const width = bands * rows;
const factors = new Int32Array(width);
const offsets = new Int32Array(width);
// Odd factors and any offsets, from a fixed sequence (Knuth's linear congruential one): the same in every build.
for (let at = 0, state = 0x2545f491; at < width; at += 1) {
	state = (Math.imul(state, 1664525) + 1013904223) | 0;
	factors[at] = state | 1;
	state = (Math.imul(state, 1664525) + 1013904223) | 0;
	offsets[at] = state;
}

/** Hashes of all sequences of four words of an article, each once. */
export function shinglesOf(article: Pick<Article, 'headline' | 'blocks'>): Uint32Array {
	const words: number[] = [];
	for (const block of article.blocks) {
		if (block.kind !== 'elision') for (const word of foldedWords(block.text)) words.push(word);
	}
	if (words.length < fewestWords) return new Uint32Array();
	const found = new Set<number>();
	for (let at = 0; at + 4 <= words.length; at += 1) {
		let hash = 0;
		for (let next = at; next < at + 4; next += 1) {
			hash = Math.imul(hash ^ (words[next] ?? 0), 0x9e3779b1);
			hash ^= hash >>> 15;
		}
		found.add(hash >>> 0);
	}
	return Uint32Array.from(found).sort();
}

function sign(shingles: Uint32Array, signature: Uint32Array): void {
	signature.fill(0xffffffff);
	for (const shingle of shingles) {
		for (let at = 0; at < width; at += 1) {
			let hash = (Math.imul(shingle, factors[at] as number) + (offsets[at] as number)) | 0;
			// The low bits of a product depend on the low bits of the factor alone: mix the high ones in.
			hash ^= hash >>> 16;
			const value = Math.imul(hash, 0x85ebca6b) >>> 0;
			if (value < (signature[at] as number)) signature[at] = value;
		}
	}
}

/** The share of the sequences of two texts that both have: their resemblance, from 0 to 1. Both are sorted. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
	let both = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		const [x, y] = [a[i] as number, b[j] as number];
		if (x === y) both += 1;
		if (x <= y) i += 1;
		if (y <= x) j += 1;
	}
	const all = a.length + b.length - both;
	return all === 0 ? 0 : both / all;
}

/** Two articles by their places, and how alike they are. */
export interface Pair {
	first: number;
	second: number;
	similarity: number;
}

function candidates(articles: readonly Article[]): Set<string> {
	const buckets = Array.from({ length: bands }, () => new Map<number, number[]>());
	const signature = new Uint32Array(width);
	const pairs = new Set<string>();
	for (const [at, article] of articles.entries()) {
		const shingles = shinglesOf(article);
		if (shingles.length === 0) continue;
		sign(shingles, signature);
		for (const [band, found] of buckets.entries()) {
			let key = band;
			for (let row = 0; row < rows; row += 1) {
				key = Math.imul(key ^ (signature[band * rows + row] as number), 0x01000193);
				key ^= key >>> 13;
			}
			const bucket = found.get(key);
			if (!bucket) found.set(key, [at]);
			else {
				for (const other of bucket) pairs.add(`${other} ${at}`);
				if (bucket.length < mostInBucket) bucket.push(at);
			}
		}
	}
	return pairs;
}

/** All pairs of articles that are nearly the same, by their places. */
export function findAlike(articles: readonly Article[]): Pair[] {
	const kept = new Map<number, Uint32Array>();
	const shingles = (at: number): Uint32Array => {
		const found = kept.get(at) ?? shinglesOf(articles[at] as Article);
		kept.set(at, found);
		return found;
	};
	const pairs: Pair[] = [];
	for (const pair of candidates(articles)) {
		const [first = 0, second = 0] = pair.split(' ').map(Number);
		const similarity = resemblance(shingles(first), shingles(second));
		if (similarity >= leastAlike) pairs.push({ first, second, similarity });
	}
	return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/**
 * Writes to each article which others are alike, found or named by a curator, the most alike first. Gives the
 * articles back, new where something was written.
 */
export function linkAlike(
	articles: readonly Article[],
	sameAs: readonly { id: string; as: string }[]
): Article[] {
	const places = new Map(articles.map(({ id }, at) => [id, at]));
	const links = new Map<number, Map<number, Alike>>();
	const link = (from: number, to: number, similarity: number, basis: Alike['basis']) => {
		const own = links.get(from) ?? new Map<number, Alike>();
		const other = articles[to];
		if (!other) return;
		const { id, date } = other;
		own.set(to, { id, headline: headlineOf(other), edtf: date?.edtf ?? null, similarity, basis });
		links.set(from, own);
	};
	const both = (a: number, b: number, similarity: number, basis: Alike['basis']) => {
		const rounded = Math.round(similarity * 1000) / 1000;
		link(a, b, rounded, basis);
		link(b, a, rounded, basis);
	};
	for (const { first, second, similarity } of findAlike(articles)) {
		both(first, second, similarity, 'inferred');
	}
	for (const { id, as } of sameAs) {
		const [a, b] = [places.get(id), places.get(as)];
		const [one, other] = [articles[a ?? -1], articles[b ?? -1]];
		if (a === undefined || b === undefined || !one || !other) continue;
		both(a, b, resemblance(shinglesOf(one), shinglesOf(other)), 'curated');
	}
	return articles.map((article, at) => {
		const own = links.get(at);
		if (!own) return article;
		const alike = [...own.entries()]
			.sort(([a, x], [b, y]) => y.similarity - x.similarity || a - b)
			.map(([, each]) => each);
		return { ...article, alike };
	});
}
