/**
 * What a result shows of its article: the headline and up to two passages with their matches marked, and where in
 * the whole text the matches stand.
 */
import { scanWords } from '../archive/words.ts';
import type { Text } from '../bundle/format.ts';
import type { Excerpt } from './answer.ts';
import { segmentsOf, type Found } from './match.ts';
import type { PartMatches } from './parts-finder.ts';

/** About how many words a passage has. */
const passageWords = 30;
/** How many of them stand before its first match. */
const leadWords = 8;
const passageLimit = 2;

/** A stretch of one part, in UTF-16 units, with its worth. */
interface Passage {
	/** Which part. */
	at: number;
	start: number;
	end: number;
	score: number;
	words: Set<string>;
}

/**
 * The excerpt of an article, from all of its parts and their matches. The headline is that of the text; where it has
 * none there is one empty segment, and whoever shows a supplied headline marks that. Without matches in the body the
 * opening words stand as the only passage.
 */
export function excerptOf(text: Text, row: number, parts: readonly PartMatches[]): Excerpt {
	const headline = text.headline ?? '';
	const inHeadline = parts.find(({ part }) => part.kind === 'headline')?.matches ?? [];
	return {
		row,
		headline: segmentsOf(headline, inHeadline, 0, headline.length),
		passages: passagesOf(parts).map(({ at, start, end }) => {
			const { part, matches } = parts[at] ?? { part: { text: '' }, matches: [] };
			return {
				segments: segmentsOf(part.text, matches, start, end),
				cutBefore: start > 0,
				cutAfter: end < part.text.length
			};
		}),
		places: placesOf(parts)
	};
}

function placesOf(parts: readonly PartMatches[]): number[] {
	const length = parts.reduce((sum, { part }) => sum + part.text.length, 0);
	const places: number[] = [];
	let before = 0;
	for (const { part, matches } of parts) {
		for (const match of matches) places.push((before + match.start) / length);
		before += part.text.length;
	}
	return places;
}

/** The best passages in the order of the text: those that show most different words, then most matches. */
function passagesOf(parts: readonly PartMatches[]): Passage[] {
	const candidates: Passage[] = [];
	for (const [at, { part, matches }] of parts.entries()) {
		if (part.kind === 'headline' || matches.length === 0) continue;
		for (const passage of candidatesOf(part.text, matches)) candidates.push({ ...passage, at });
	}
	const chosen: Passage[] = [];
	const shown = new Set<string>();
	while (chosen.length < passageLimit) {
		const best = bestOf(candidates, chosen, shown);
		if (!best) break;
		chosen.push(best);
		for (const word of best.words) shown.add(word);
	}
	if (chosen.length === 0) return openingOf(parts);
	return chosen.sort((a, b) => a.at - b.at || a.start - b.start);
}

function bestOf(
	candidates: readonly Passage[],
	chosen: readonly Passage[],
	shown: ReadonlySet<string>
): Passage | null {
	let best: Passage | null = null;
	let most = -1;
	for (const one of candidates) {
		if (chosen.some(({ at, start, end }) => at === one.at && start < one.end && one.start < end)) {
			continue;
		}
		const fresh = [...one.words].filter((word) => !shown.has(word)).length;
		const worth = fresh * 100 + one.score;
		if (worth > most) {
			most = worth;
			best = one;
		}
	}
	return best;
}

/** A passage around every match of a text: some words before it, then as many as fit. */
function candidatesOf(text: string, matches: readonly Found[]): Omit<Passage, 'at'>[] {
	const words: { start: number; end: number }[] = [];
	scanWords(text, (_raw, start, end) => words.push({ start, end }));
	const passages: Omit<Passage, 'at'>[] = [];
	let word = 0;
	for (const [index, match] of matches.entries()) {
		while (word < words.length && (words[word]?.end ?? 0) <= match.start) word += 1;
		let first = Math.max(0, word - leadWords);
		const last = Math.min(words.length - 1, first + passageWords - 1);
		first = Math.max(0, Math.min(first, last - passageWords + 1));
		// From the start or to the end of the text nothing is cut, punctuation included.
		const start = first === 0 ? 0 : openingSigns(text, words[first]?.start ?? 0);
		// A phrase longer than a passage is still shown whole.
		const end = Math.max(
			last >= words.length - 1 ? text.length : closingSigns(text, words[last]?.end ?? 0),
			match.end
		);
		const inside: Found[] = [];
		for (let next = index; next < matches.length; next += 1) {
			const other = matches[next];
			if (!other || other.end > end) break;
			inside.push(other);
		}
		passages.push({
			start,
			end,
			score: Math.min(inside.length, 20),
			words: new Set(inside.map((found) => found.words.join(' ')))
		});
	}
	return passages;
}

function openingOf(parts: readonly PartMatches[]): Passage[] {
	const at = parts.findIndex(({ part }) => part.kind === 'block');
	const text = parts[at]?.part.text ?? '';
	if (text === '') return [];
	let count = 0;
	let end = text.length;
	scanWords(text, (_raw, _start, wordEnd) => {
		count += 1;
		if (count === passageWords) end = closingSigns(text, wordEnd);
	});
	if (count <= passageWords) end = text.length;
	return [{ at, start: 0, end, score: 0, words: new Set() }];
}

// A passage does not part a word from the quotation mark or bracket that opens it, nor from the sign that closes it.
function openingSigns(text: string, start: number): number {
	let at = start;
	while (at > 0 && /[“‘"'([«$£€]/.test(text.charAt(at - 1))) at -= 1;
	return at;
}

function closingSigns(text: string, end: number): number {
	let at = end;
	while (at < text.length && /[.,;:!?”’"')\]»%]/.test(text.charAt(at))) at += 1;
	return at;
}
