/**
 * What a clause looks for, in the numbers of a lexicon: tests of a text, and plans of what to mark in it. The one place
 * where it is decided which words a clause means, for whole archives, excerpts and the open article alike.
 */
import { isStopWord, stemOf } from '../archive/stems.ts';
import type { QueryClause } from './clause.ts';
import { textFields } from './fields.ts';
import type { Lexicon } from './lexicon.ts';
import { isNear, isPattern, patternTest } from './pattern.ts';
import {
	fitsAt,
	holdsAny,
	holdsNear,
	holdsPhrase,
	marked,
	opens,
	type Near,
	type Plan,
	type Sequence
} from './scan.ts';

/** Words as numbers, the headline first. */
export interface RowWords {
	tokens: Uint32Array;
	/** Where the headline ends; 0 where there is none. */
	headline: number;
	/** Whether the language has stems. */
	stemmed: boolean;
}

/** The two stretches of an article that a clause can be limited to. */
export type Zone = 'headline' | 'text';

/** Whether a clause looks for words of the texts. */
export function isOfText({ field, kind }: QueryClause): boolean {
	return kind !== 'fact' && kind !== 'switch' && textFields.includes(field);
}

/** The clauses whose matches are marked: refused, ignored ones and those told by the catalog are not. */
export function markedClauses(clauses: readonly QueryClause[]): QueryClause[] {
	return clauses.filter((clause) => !clause.not && !clause.ignored && isOfText(clause));
}

/** Whether a clause is one of single words: any of a set will do. */
export function isSingle({ kind }: QueryClause): boolean {
	return kind !== 'phrase' && kind !== 'near';
}

/** Whether a clause is a phrase of one word, which every phrase is at first: it is looked for as a word without its forms. */
export function isLonePhrase({ kind, words }: QueryClause): boolean {
	return kind === 'phrase' && words.length === 1;
}

/** Gives the test whether one word, folded and as spelt, is what a clause of single words asks for. */
export function wordTest(
	clause: QueryClause,
	stemmed: boolean
): (word: string, spelling: string) => boolean {
	const asked = clause.words[0] ?? '';
	const { kind } = clause;
	if (kind === 'prefix') return patternTest(`${asked}*`);
	if (kind === 'wildcard') return patternTest(asked);
	if (kind === 'fuzzy') {
		const first = String.fromCodePoint(asked.codePointAt(0) ?? 0);
		return (word) => word.startsWith(first) && isNear(asked, word) && !isStopWord(word);
	}
	if (clause.exact) return (_word, spelling) => spelling === clause.spellings[0];
	if (!stemmed || !clause.stemmed || kind === 'phrase') return (word) => word === asked;
	const stem = stemOf(asked);
	return (word) => stemOf(word) === stem;
}

/** The numbers of the words that a clause of single words asks for. */
export function idsOf(clause: QueryClause, lexicon: Lexicon, stemmed: boolean): readonly number[] {
	const asked = clause.words[0] ?? '';
	if (clause.kind === 'word' || isLonePhrase(clause)) {
		if (clause.exact) {
			const id = lexicon.findSpelling(clause.spellings[0] ?? '');
			return id === undefined ? [] : [id];
		}
		return stemmed && clause.stemmed && clause.kind === 'word'
			? lexicon.idsOfStem(stemOf(asked))
			: lexicon.find(asked);
	}
	const test = wordTest(clause, stemmed);
	const ids: number[] = [];
	for (let id = 1; id < lexicon.words.length; id += 1) {
		if (test(lexicon.words[id] ?? '', lexicon.spellings[id] ?? '')) ids.push(id);
	}
	return ids;
}

/** Gives the test whether a word, by its number, is meant by a word with wildcards. Each word is tried once. */
function numberTest(asked: string, { words }: Lexicon): (id: number) => boolean {
	const test = patternTest(asked);
	const known = new Map<number, boolean>();
	return (id) => {
		let fits = known.get(id);
		if (fits === undefined) known.set(id, (fits = test(words[id] ?? '')));
		return fits;
	};
}

/** A phrase in numbers; null where some word is in no text. */
export function sequenceOf(clause: QueryClause, lexicon: Lexicon): Sequence | null {
	const { exact } = clause;
	if (exact) {
		const ids = clause.spellings.map((spelling) => lexicon.findSpelling(spelling) ?? 0);
		return ids.includes(0) ? null : { words: ids, exact };
	}
	const words = clause.words.map((word) =>
		isPattern(word) ? numberTest(word, lexicon) : (lexicon.find(word)[0] ?? 0)
	);
	return words.includes(0) ? null : { words, exact };
}

/** Near words in numbers; null where some word is in no text. A word that fits two of them counts for both. */
export function nearOf(clause: QueryClause, lexicon: Lexicon): Near | null {
	const sequence = sequenceOf(clause, lexicon);
	if (!sequence) return null;
	const { words, exact } = sequence;
	const asked = exact ? clause.spellings : clause.words;
	const distinct = [...new Set(asked)];
	const wanted = distinct.map((word) => words[asked.indexOf(word)] ?? 0);
	const known = new Map<number, readonly number[]>();
	const learn = (id: number) => {
		const found = [...wanted.keys()].filter((at) => fitsAt(wanted[at], id));
		known.set(id, found);
		return found;
	};
	for (const word of wanted) if (typeof word === 'number') learn(word);
	// Without wildcards, no other number is wanted.
	const isClosed = known.size === wanted.length;
	const wantedBy = (id: number) => known.get(id) ?? (isClosed ? [] : learn(id));
	const need = distinct.map((word) => asked.filter((each) => each === word).length);
	return { need, wantedBy, window: words.length + (clause.within ?? 0), exact };
}

function flagsOf(clause: QueryClause, lexicon: Lexicon, stemmed: boolean): Uint8Array {
	const flags = new Uint8Array(lexicon.words.length);
	for (const id of idsOf(clause, lexicon, stemmed)) flags[id] = marked;
	return flags;
}

/** Gives the test whether words hold what a clause asks for, in the stretch that it is limited to. */
export function testOf(clause: QueryClause, lexicon: Lexicon): (words: RowWords) => boolean {
	const { heads } = lexicon;
	const from = ({ headline }: RowWords) => (clause.field === 'text' ? headline : 0);
	const to = ({ tokens, headline }: RowWords) =>
		clause.field === 'headline' ? headline : tokens.length;
	if (clause.kind === 'phrase') {
		const phrase = sequenceOf(clause, lexicon);
		return phrase
			? (words) => holdsPhrase(words.tokens, from(words), to(words), phrase, heads)
			: () => false;
	}
	if (clause.kind === 'near') {
		const near = nearOf(clause, lexicon);
		return near
			? (words) => holdsNear(words.tokens, from(words), to(words), near, heads)
			: () => false;
	}
	const plain = flagsOf(clause, lexicon, false);
	const stemmed = clause.kind === 'word' && clause.stemmed ? flagsOf(clause, lexicon, true) : plain;
	return (words) => holdsAny(words.tokens, from(words), to(words), words.stemmed ? stemmed : plain);
}

/** What to mark in headline and text of rows of one kind of language; the same object where they do not differ. */
export type Plans = Record<Zone, Plan>;

export function plansOf(
	clauses: readonly QueryClause[],
	lexicon: Lexicon,
	stemmed: boolean
): Plans {
	const wanted = markedClauses(clauses);
	const planFor = (zone: Zone | null): Plan => {
		const plan: Plan = {
			flags: new Uint8Array(lexicon.words.length),
			phrases: new Map(),
			openPhrases: [],
			nears: [],
			heads: lexicon.heads
		};
		for (const clause of wanted) {
			if (clause.field !== null && clause.field !== zone) continue;
			addTo(plan, clause, lexicon, stemmed);
		}
		return plan;
	};
	if (wanted.every(({ field }) => field === null)) {
		const plan = planFor(null);
		return { headline: plan, text: plan };
	}
	return { headline: planFor('headline'), text: planFor('text') };
}

function addTo(plan: Plan, clause: QueryClause, lexicon: Lexicon, stemmed: boolean): void {
	const { flags } = plan;
	if (clause.kind === 'near') {
		const near = nearOf(clause, lexicon);
		if (near) plan.nears.push(near);
	} else if (clause.kind === 'phrase' && !isLonePhrase(clause)) {
		const phrase = sequenceOf(clause, lexicon);
		if (!phrase) return;
		const [first = 0] = phrase.words;
		const isLonger = (a: Sequence, b: Sequence) => b.words.length - a.words.length;
		if (typeof first !== 'number') {
			plan.openPhrases.push(phrase);
			plan.openPhrases.sort(isLonger);
			for (const [id, head] of lexicon.heads.entries())
				if (first(head)) flags[id] = (flags[id] ?? 0) | opens;
			return;
		}
		const head = lexicon.heads[first] ?? 0;
		const same = plan.phrases.get(head) ?? [];
		same.push(phrase);
		same.sort(isLonger);
		plan.phrases.set(head, same);
		for (const id of lexicon.find(lexicon.words[head] ?? '')) flags[id] = (flags[id] ?? 0) | opens;
	} else for (const id of idsOf(clause, lexicon, stemmed)) flags[id] = (flags[id] ?? 0) | marked;
}
