/**
 * The arithmetic of ranking: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), its
 * term-frequency part cut into a few steps so that it fits the slots of an index (quantised impacts: Anh and
 * Moffat, 2006). Pure numbers; who counts and who sums stands elsewhere.
 */

/** How soon further occurrences of a word stop mattering. */
export const k1 = 1.2;
/** How much long texts are held back, 0 to 1. */
export const b = 0.75;
/** Steps of impact that the index tells apart; slot 0 is the strongest. */
export const slots = 16;

/** Impact of a word that stands `count` times in a text of `length` words, where texts have `mean` words; 0 to k1 + 1. */
export function impactOf(count: number, length: number, mean: number): number {
	return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean));
}

/** The slot of an impact, 0 to 15. */
export function slotOf(impact: number): number {
	return Math.min(slots - 1, Math.floor((1 - impact / (k1 + 1)) * slots));
}

/** What a slot is worth when it is read back: the middle of the impacts that fall into it. */
export function impactOfSlot(slot: number): number {
	return (1 - (slot + 0.5) / slots) * (k1 + 1);
}

/** How much a word tells that stands in `articles` of `all` articles; always above 0. */
export function weightOf(articles: number, all: number): number {
	return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
}
