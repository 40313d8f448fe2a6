/**
 * What a clause looks for, in the numbers of a lexicon: tests of a text, and plans of what to mark in it. The one place
 * where it is decided which words a clause means, for whole archives, excerpts and the open article alike.
 */
import { isStopWord, stemOf } from '../archive/stems.ts';
import type { QueryClause } from './clause.ts';
import { textFields } from './fields.ts';
import type { Lexicon } from './lexicon.ts';
import { fits, isNear } from './pattern.ts';
import {
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
	if (kind === 'prefix') return (word) => word.startsWith(asked) && !isStopWord(word);
	if (kind === 'wildcard') {
		const pattern = [...asked];
		return (word) => fits(pattern, word) && !isStopWord(word);
	}
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

/** A phrase in numbers; null where some word is in no text. */
export function sequenceOf(clause: QueryClause, lexicon: Lexicon): Sequence | null {
	const { exact } = clause;
	const ids = exact
		? clause.spellings.map((spelling) => lexicon.findSpelling(spelling) ?? 0)
		: clause.words.map((word) => lexicon.find(word)[0] ?? 0);
	return ids.includes(0) ? null : { ids: Uint32Array.from(ids), exact };
}

/** Near words in numbers; null where some word is in no text. */
export function nearOf(clause: QueryClause, lexicon: Lexicon): Near | null {
	const sequence = sequenceOf(clause, lexicon);
	if (!sequence) return null;
	const wanted = new Map<number, number>();
	for (const id of sequence.ids) wanted.set(id, (wanted.get(id) ?? 0) + 1);
	return { wanted, window: sequence.ids.length + (clause.within ?? 0), exact: clause.exact };
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
		const head = lexicon.heads[phrase.ids[0] ?? 0] ?? 0;
		const same = plan.phrases.get(head) ?? [];
		same.push(phrase);
		same.sort((a, b) => b.ids.length - a.ids.length);
		plan.phrases.set(head, same);
		for (const id of lexicon.find(lexicon.words[head] ?? '')) flags[id] = (flags[id] ?? 0) | opens;
	} else for (const id of idsOf(clause, lexicon, stemmed)) flags[id] = (flags[id] ?? 0) | marked;
}
