/**
 * What of an article is searched, and in which order. A match never runs from one part into the next.
 */
import type { Text } from '../bundle/format.ts';
import { breakId, type Lexicon } from './lexicon.ts';
import type { Zone } from './probe.ts';

/** One searched stretch of an article. */
export interface Part {
	kind: 'headline' | 'kicker' | 'deck' | 'block' | 'note';
	text: string;
	/** Which of the article's blocks or notes it is, from 0; 0 for the other kinds. */
	at: number;
}

/** How often a word of a part counts where articles are ranked; `docs/search.md` says how that was chosen. */
export const weightOfPart: Readonly<Record<Part['kind'], number>> = {
	headline: 4,
	kicker: 2,
	deck: 1,
	block: 1,
	note: 1
};

/** In which of the two stretches that can be asked for a part lies. */
export function zoneOf({ kind }: Part): Zone {
	return kind === 'headline' ? 'headline' : 'text';
}

/** The words of a text as numbers, with `breakId` between its parts, where those of its headline end, and those of its notes begin. */
export function readParts(
	lexicon: Lexicon,
	text: Text
): { tokens: Uint32Array; headline: number; notes: number } {
	const parts = partsOf(text);
	const tokens = lexicon.read(parts.map((part) => part.text));
	const end = tokens.indexOf(breakId);
	const headline = parts[0]?.kind === 'headline' ? (end < 0 ? tokens.length : end) : 0;
	const noted = parts.findIndex(({ kind }) => kind === 'note');
	let notes = noted < 0 ? tokens.length : 0;
	for (let part = 0; part < noted; part += 1)
		notes = tokens.indexOf(breakId, part === 0 ? 0 : notes + 1);
	return { tokens, headline, notes };
}

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
