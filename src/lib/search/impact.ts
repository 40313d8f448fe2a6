/**
 * The arithmetic of ranking: BM25+ (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009; Lv and Zhai,
 * Lower-bounding term frequency normalization, 2011). Of each word in
 * each text the index keeps how often it stands there, in a few steps that fit its slots, and of each text how long it
 * is; the rest is reckoned when a question is asked. Pure numbers; who counts and who sums stands elsewhere.
 */

/** How soon further occurrences of a word stop mattering. */
export const k1 = 2;
/** How much long texts are held back, 0 to 1. */
export const b = 0.75;

/** What a word adds however long the text: else a word in a very long text would tell hardly more than none. */
export const delta = 0.75;

/** The counts that the index tells apart: each step goes up to the next. */
const steps = [1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 17, 22, 29, 38, 50, 66] as const;
/** Slots of the index; slot 0 is the strongest. */
export const slots = steps.length;

/** The slot of a word that stands `count` times in a text; `count` is 1 at least. */
export function slotOf(count: number): number {
	let step = slots - 1;
	while (step > 0 && (steps[step] ?? 0) > count) step -= 1;
	return slots - 1 - step;
}

/** How often a word of a slot stands in its text, at the least; exact up to 8. */
export function countOf(slot: number): number {
	return steps[slots - 1 - slot] ?? 1;
}

/** Steps of length in a doubling: a text is taken for at most 4.4% longer or shorter than it is. */
const stepsPerDoubling = 8;

/** The length of a text, in words, as one byte. */
export function codeOfLength(length: number): number {
	return Math.min(255, Math.round(Math.log2(Math.max(1, length)) * stepsPerDoubling));
}

/** The length, in words, that a byte stands for. */
export function lengthOfCode(code: number): number {
	return 2 ** (code / stepsPerDoubling);
}

/** Impact of a word that stands `count` times in a text of `length` words, where texts have `mean` words; up to k1 + 1 + delta. */
export function impactOf(count: number, length: number, mean: number): number {
	return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean)) + delta;
}

/** The impacts of every slot for every code of a length: that of a slot and code stands at `slot * 256 + code`. */
export function impactsOf(mean: number): Float64Array {
	return Float64Array.from({ length: slots * 256 }, (_, at) =>
		impactOf(countOf(at >> 8), lengthOfCode(at & 255), mean)
	);
}

/** How much a word tells that stands in `articles` of `all` articles; always above 0. */
export function weightOf(articles: number, all: number): number {
	return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
}
