/**
 * What each clause of a query holds in the archive, as far as is known: candidates from the index, made certain on the
 * words of the texts; facts from the catalog. Then the whole query, in three values (Kleene): a row holds it, may hold
 * it, or does not.
 */
import { isStopWord } from '../archive/stems.ts';
import type { QueryClause } from './clause.ts';
import type { Facts } from './facts.ts';
import type { Lexicon } from './lexicon.ts';
import { isLonePhrase, isOfText, isSingle, testOf, type RowWords } from './probe.ts';
import { absent, type Term, type Terms } from './terms.ts';
import type { Node } from './tree.ts';

/** A row does not hold something, may hold it, does hold it. In this order "and" is the least, "or" the greatest. */
export const no = 0;
export const maybe = 1;
export const yes = 2;

/** More words of a pasted phrase would not narrow its candidates further. */
const phraseTerms = 24;

/** A clause and what is known of every row. */
export interface Held {
	clause: QueryClause;
	/** `no`, `maybe` or `yes` by row; refusal is not looked at. */
	rows: Uint8Array;
	/** False while some row is `maybe`. */
	exact: boolean;
	/** What it is ranked by; none for facts. */
	terms: Term[];
}

/** Looks up a clause. Nothing of the texts is read. */
export async function holdClause(
	clause: QueryClause,
	terms: Terms,
	facts: () => Promise<Facts>
): Promise<Held> {
	if (!isOfText(clause)) {
		const rows = (await facts()).rowsOf(clause).map((holds) => (holds ? yes : no));
		return { clause, rows, exact: true, terms: [] };
	}
	const sought = terms.of(clause).slice(0, phraseTerms);
	const { looked, known } = lookUp(clause, sought, terms);
	const headline = clause.field === 'headline';
	const [first, ...others] = await Promise.all(
		looked.map((term) => terms.postings(headline ? { ...term, headline } : term))
	);
	const candidate = known ? yes : maybe;
	// A phrase asks for more than its words.
	const sure = isSingle(clause) || isLonePhrase(clause) ? first?.sure : null;
	const rows = new Uint8Array(terms.rows).fill(first ? no : candidate);
	for (const row of first?.rows ?? []) rows[row] = sure?.[row] ? yes : candidate;
	for (const { slotOfRow } of others)
		for (const row of first?.rows ?? []) if (slotOfRow[row] === absent) rows[row] = no;
	const [only] = looked;
	if (only && clause.field === 'text' && rows.includes(yes)) {
		// Where the headline has the word too, it is for the text to say.
		const printedAbove = await terms.postings({ ...only, headline: true });
		for (const row of printedAbove.rows) if (rows[row] === yes) rows[row] = maybe;
	}
	return { clause, rows, exact: !rows.includes(maybe), terms: sought };
}

/** The terms that tell which rows hold a clause, and whether they tell all: a word in all its forms is what the index knows. */
function lookUp(
	clause: QueryClause,
	sought: Term[],
	terms: Terms
): { looked: Term[]; known: boolean } {
	const [word = ''] = clause.words;
	const isWord = clause.kind === 'word' || isLonePhrase(clause);
	if (!isWord || clause.exact || isStopWord(word)) return { looked: sought, known: false };
	const known = (clause.kind === 'word' && clause.stemmed) || !terms.stems;
	return { looked: known ? sought : [terms.alone(word)], known };
}

/** Makes certain what clauses hold in some rows, whose words `wordsOf` gives. Rows without words stay as they are. */
export function verify(
	held: readonly Held[],
	rows: Iterable<number>,
	wordsOf: (row: number) => RowWords | undefined,
	lexicon: Lexicon
): void {
	const open = held.filter(({ exact }) => !exact);
	const tests = open.map(({ clause }) => testOf(clause, lexicon));
	for (const row of rows) {
		let words: RowWords | undefined;
		for (const [at, one] of open.entries()) {
			if (one.rows[row] !== maybe) continue;
			words ??= wordsOf(row);
			if (!words) break;
			one.rows[row] = tests[at]?.(words) ? yes : no;
		}
	}
	for (const one of open) one.exact = !one.rows.includes(maybe);
}

/**
 * What is known of every row for a node, clause by its number; null where nothing in it is asked for. The rows of a
 * lone clause that is not refused are those of its `Held`: not to be written to.
 */
export function rowsOf(node: Node, held: ReadonlyMap<number, Held>): Uint8Array | null {
	if (node.kind === 'clause') {
		const one = held.get(node.clause);
		if (!one) return null;
		return one.clause.not ? one.rows.map((value) => yes - value) : one.rows;
	}
	return combine(
		node.kind,
		node.parts.map((part) => rowsOf(part, held))
	);
}

/** Rows of several parts, of which all or some are asked for; parts that ask for nothing are passed over. */
export function combine(
	kind: 'all' | 'some',
	parts: readonly (Uint8Array | null)[]
): Uint8Array | null {
	const asked = parts.filter((part) => part !== null);
	const [first, ...others] = asked;
	if (!first || others.length === 0) return first ?? null;
	const out = first.slice();
	const isAll = kind === 'all';
	for (const other of others) {
		for (let row = 0; row < out.length; row += 1) {
			const there = other[row] as number;
			const here = out[row] as number;
			if (isAll ? there < here : there > here) out[row] = there;
		}
	}
	return out;
}
