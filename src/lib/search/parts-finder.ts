/**
 * Where the matches of a question stand in articles, part by part. Two ways to the same places: reading every word of a
 * text, or, where the words of the archive are at hand as numbers, scanning those and reading only the parts that hold a
 * match; the second is for lists of excerpts and concordances, which are made anew at every keystroke.
 */
import { isStemmed } from '../archive/stems.ts';
import { scanWords } from '../archive/words.ts';
import type { Text } from '../bundle/format.ts';
import { breakId, type Lexicon } from './lexicon.ts';
import { Finder, type Found } from './match.ts';
import { partsOf, zoneOf, type Part } from './parts.ts';
import { plansOf, type Plans, type RowWords } from './probe.ts';
import type { QueryClause } from './query.ts';
import { scanTokens, type Plan } from './scan.ts';

/** A searched part of an article with its matches, in order. */
export interface PartMatches {
	part: Part;
	matches: Found[];
}

/** Gives all parts of the article of a row, in order, those without a match too. */
export type PartsFinder = (text: Text, row: number) => PartMatches[];

/** Finds by reading. Keeps what it learns of words: one for each list. */
export function findByReading(clauses: readonly QueryClause[]): PartsFinder {
	const finders = new Map<string, Finder>();
	return (text) => {
		const finder = finders.get(text.language) ?? new Finder(clauses, text.language);
		finders.set(text.language, finder);
		return partsOf(text).map((part) => ({
			part,
			matches: finder.find(part.text, zoneOf(part))
		}));
	};
}

/** Finds in the numbers that `wordsOf` gives for a row. Every word of every text has to be in the lexicon by now. */
export function findByNumbers(
	clauses: readonly QueryClause[],
	lexicon: Lexicon,
	wordsOf: (row: number) => RowWords
): PartsFinder {
	const known = new Map<boolean, Plans>();
	return (text, row) => {
		const { tokens } = wordsOf(row);
		const stemmed = isStemmed(text.language);
		const plans = known.get(stemmed) ?? plansOf(clauses, lexicon, stemmed);
		known.set(stemmed, plans);
		let from = 0;
		return partsOf(text).map((part) => {
			const gap = tokens.indexOf(breakId, from);
			const to = gap < 0 ? tokens.length : gap;
			const matches = placed(part.text, tokens.subarray(from, to), plans[zoneOf(part)], lexicon);
			from = to + 1;
			return { part, matches };
		});
	};
}

/** The matches in the words of one part, as places in its text. */
function placed(text: string, tokens: Uint32Array, plan: Plan, lexicon: Lexicon): Found[] {
	const found: [first: number, last: number][] = [];
	scanTokens(tokens, 0, tokens.length, plan, (first, last) => found.push([first, last]));
	if (found.length === 0) return [];
	const places: number[] = [];
	scanWords(text, (raw, start, end) => {
		// What folds to nothing has no number among the tokens.
		if (lexicon.idOf(raw) !== breakId) places.push(start, end);
	});
	return found.map(([first, last]) => ({
		start: places[first * 2] ?? 0,
		end: places[last * 2 + 1] ?? 0,
		words: Array.from(tokens.subarray(first, last + 1), (id) => lexicon.words[id] ?? '')
	}));
}
