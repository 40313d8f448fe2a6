/**
 * The arithmetic of ranking: the log-logistic model (Clinchant and Gaussier, Information-based models for ad hoc IR, SIGIR
 * 2010), with a least frequency for every word that is there (Lv and Zhai, Lower-bounding term frequency normalization, CIKM
 * 2011). Of each word in each text the index keeps how often it stands there, in a few steps that fit its slots, and of
 * each text how long it is; the rest is reckoned when a question is asked. Pure numbers; who counts and who sums stands
 * elsewhere. `docs/search.md` says how the model and its two numbers were chosen.
 */

/** How much a word tells by standing in a text more often than the text's length makes likely. */
export const c = 0.35;

/** What a word tells however long the text: else a word in a very long text would tell hardly more than none. */
export const delta = 0.01;

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

/** How often a word stands in a text, for its length: the second normalisation of Amati and van Rijsbergen (2002). */
export function frequencyOf(count: number, length: number, mean: number): number {
	return count * Math.log2(1 + (c * mean) / length);
}

/** The frequencies of every slot for every code of a length: that of a slot and code stands at `slot * 256 + code`. */
export function frequenciesOf(mean: number): Float64Array {
	return Float64Array.from({ length: slots * 256 }, (_, at) =>
		frequencyOf(countOf(at >> 8), lengthOfCode(at & 255), mean)
	);
}

/** How rare a word is that stands in `articles` of `all` articles: 1 where it stands in all. */
export function rarityOf(articles: number, all: number): number {
	return all / articles;
}

/**
 * What a word adds to the score of a text: ln(1 + frequency × rarity) for how often it stands there, ln(1 + δ × rarity) for
 * standing there at all. Always above 0.
 */
export function impactOf(frequency: number, rarity: number): number {
	return Math.log((1 + frequency * rarity) * (1 + delta * rarity));
}
