/**
 * What of an article is searched, and in which order. A match never runs from one part into the next.
 */
import type { Text } from '../bundle/format.ts';

/** One searched stretch of an article. */
export interface Part {
	kind: 'headline' | 'kicker' | 'deck' | 'block' | 'note';
	text: string;
	/** Which of the article's blocks or notes it is, from 0; 0 for the other kinds. */
	at: number;
}

/** How often a word of the headline counts where articles are ranked. */
export const headlineWeight = 2;

/** The searched parts of an article: headline, kicker, deck, blocks (but for elisions), notes. Empty ones are left out. */
export function partsOf(text: Text): Part[] {
	const parts: Part[] = [];
	const add = (kind: Part['kind'], words: string | null, at = 0) => {
		if (words !== null && words !== '') parts.push({ kind, text: words, at });
	};
	add('headline', text.headline);
	add('kicker', text.kicker);
	add('deck', text.deck);
	for (const [at, block] of text.blocks.entries())
		if (block.kind !== 'elision') add('block', block.text, at);
	for (const [at, note] of text.notes.entries()) add('note', note.text, at);
	return parts;
}
