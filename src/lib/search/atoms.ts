/** The words of a run or a quoted stretch, with the wildcards in and after them. */
import { fold } from '../archive/fold.ts';
import { scanWords } from '../archive/words.ts';
import type { Report } from './problems.ts';
import type { Words } from './syntax.ts';

/** Letters that must stand before the first star; before a question mark one is enough. */
const prefixLetters = 2;

// Between two words of one unspaced run these bind (four-week, AT&T, wsws.org); any other sign parts them.
const binding = /^[-‐‑‒–−.'’_/&@:·\u00ad]$/;

/** A word of a run; with wildcards, the words they stand between are one. */
export interface Atom {
	/** Its words as written; after each comes the wildcard in `signs`, but for the last perhaps. */
	raws: string[];
	/** The same, folded. */
	words: string[];
	signs: string[];
	start: number;
	end: number;
}

/** The words of a token, in order. */
export function atomsOf(query: string, { from, to }: Pick<Words, 'from' | 'to'>): Atom[] {
	const atoms: Atom[] = [];
	scanWords(query.slice(from, to), (raw, first, past) => {
		const word = fold(raw);
		if (word === '') return;
		const [start, end] = [from + first, from + past];
		const last = atoms.at(-1);
		// The figures after a tilde belong to it.
		if (last && start === last.end + 1 && query.charAt(last.end) === '~' && /^\d+$/.test(raw))
			return;
		const gap = last && query.slice(last.end, start);
		if (last && gap && /^[*?]+$/.test(gap)) {
			last.signs.push(gap);
			last.raws.push(raw);
			last.words.push(word);
			last.end = end;
		} else atoms.push({ raws: [raw], words: [word], signs: [], start, end });
	});
	// At the end of a word a star is meant; a question mark only where a star follows it, else it is one.
	for (const atom of atoms) {
		if (!/[*?]/.test(query.charAt(atom.end))) continue;
		const tail = /^[*?]*\*/.exec(query.slice(atom.end, to))?.[0];
		if (!tail) continue;
		atom.signs.push(tail);
		atom.end += tail.length;
	}
	return atoms;
}

/** Whether two words were written as one: no space, and one binding sign or none (two letters of Chinese) between. */
export function binds(query: string, atom: Atom, next: Atom): boolean {
	return next.start === atom.end || binding.test(query.slice(atom.end, next.start));
}

/** What is said where `patternOf` gives none. */
export const tooOpen = `Before a star there must be at least ${prefixLetters} letters.`;

/** A word and its wildcards, folded; null where too few letters stand before them, or in all. */
export function patternOf({ words, signs }: Atom): string | null {
	const pattern = words.map((word, at) => word + (signs[at] ?? '')).join('');
	const before = [...(pattern.split('*')[0] ?? '').replaceAll('?', '')].length;
	const letters = [...pattern.replace(/[*?]/g, '')].length;
	return Math.min(before, letters) < prefixLetters ? null : pattern;
}

/**
 * The folded words of a phrase, those with wildcards as patterns. Wildcards that cannot be read, or stand in words that
 * are asked for as spelt, are reported and passed over.
 */
export function wordsOf(
	query: string,
	atoms: readonly Atom[],
	exact: boolean,
	report: Report
): string[] {
	return atoms.flatMap((atom) => {
		if (atom.signs.length === 0) return atom.words;
		const pattern = exact ? null : patternOf(atom);
		if (pattern !== null) return [pattern];
		const at = atom.start + query.slice(atom.start, atom.end).search(/[*?]/);
		report(
			at,
			exact
				? 'A word that is asked for as spelt has no other forms: the signs after it are passed over.'
				: tooOpen,
			() => query.slice(0, at) + query.slice(at).replace(/^[*?]+/, '')
		);
		return atom.words;
	});
}
