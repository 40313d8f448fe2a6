/**
 * Reads a run of words, a quoted stretch or the value of a field into clauses: words, phrases, words near each other,
 * wildcards, words with a slip of the pen. How clauses are joined stands in `query.ts`.
 */
import { spellingOf } from '../archive/fold.ts';
import { isStopWord } from '../archive/stems.ts';
import type { Clause, QueryField } from './answer.ts';
import { atomsOf, binds, patternOf, tooOpen, wordsOf, type Atom } from './atoms.ts';
import { readValue, wordFields, type Days } from './fields.ts';
import { isPattern } from './pattern.ts';
import type { Report } from './problems.ts';
import type { Words } from './syntax.ts';
import { tidy } from './tree.ts';

/** A clause as read, with what the engine needs besides what the page shows. */
export interface QueryClause extends Omit<
	Clause,
	'joint' | 'opens' | 'closes' | 'without' | 'articles' | 'range'
> {
	range: readonly [start: number, end: number];
	/**
	 * Folded words: one for a word, prefix (without its star), wildcard (with its signs) or slip; the sequence for a
	 * phrase or near words, those with wildcards among them (`isPattern`); the value of a fact or switch. Never empty.
	 */
	words: string[];
	/** The same words as spelt, see `spellingOf`; of use where `exact`. */
	spellings: string[];
	/** Whether a word is meant in all the forms of its stem. */
	stemmed: boolean;
	/** The days that a date means. */
	days: Days | null;
}

/** A shorter word with a letter changed could be any other. */
const fuzzyLetters = 3;

/**
 * What the clauses of a token have in common. Spread last wherever a clause is made: V8 takes forty times as long for an
 * object that gets further keys after a spread, and every word of a query is one.
 */
type Base = Omit<QueryClause, 'kind' | 'range' | 'text' | 'words' | 'spellings'>;

/**
 * Reads a token of words for a field into clauses, in order; none where nothing can be looked for. Stops where there
 * are more than `most`.
 */
export function readClauses(
	query: string,
	token: Words,
	field: QueryField | null,
	most: number,
	report: Report
): QueryClause[] {
	const base: Base = {
		field,
		exact: token.exact,
		within: null,
		not: false,
		ignored: false,
		stemmed: !token.exact,
		days: null
	};
	if (field !== null && !wordFields.includes(field))
		return readFact(query, token, field, base, report);
	return token.kind === 'quoted'
		? readQuoted(query, token, base, report)
		: readRun(query, token, base, most, report);
}

function readFact(
	query: string,
	token: Words,
	field: QueryField,
	base: Base,
	report: Report
): QueryClause[] {
	const raw = query.slice(token.from, token.to).trim();
	const value = readValue(field, raw);
	if ('message' in value) {
		const { instead } = value;
		report(
			token.start,
			value.message,
			instead === null
				? undefined
				: () => query.slice(0, token.start) + instead + query.slice(token.end)
		);
		return [];
	}
	return [
		{
			...base,
			kind: field === 'stem' ? 'switch' : 'fact',
			range: [token.start, token.end],
			exact: false,
			stemmed: false,
			text: value.text,
			words: [value.value],
			spellings: [],
			days: value.days,
			ignored: field === 'stem'
		}
	];
}

function readQuoted(query: string, token: Words, base: Base, report: Report): QueryClause[] {
	const text = query.slice(token.from, token.to);
	const atoms = atomsOf(query, token);
	const words = wordsOf(query, atoms, token.exact, report);
	const spellings = atoms.flatMap(({ raws }) => raws.map(spellingOf));
	if (words.length === 0) return [];
	const slip = text.search(/(?<=[\p{L}\p{Nd}])~/u);
	if (slip >= 0)
		report(
			token.from + slip,
			'Between quotation marks a tilde does nothing: words with a letter changed are looked for one by one, as in strike~.',
			() => query.slice(0, token.from) + text.replaceAll('~', '') + query.slice(token.to)
		);
	const far = token.tilde === null || token.tilde === '' ? null : Number(token.tilde);
	if (token.tilde === '')
		report(
			token.end - 1,
			'After the tilde comes how many other words may stand among these; here they are taken as a phrase.',
			() => `${query.slice(0, token.end)}5${query.slice(token.end)}`
		);
	const near = far !== null && words.length > 1;
	const clause: Omit<QueryClause, 'kind'> = {
		...base,
		range: [token.start, token.end],
		within: near ? far : null,
		text: tidy(text),
		words,
		spellings
	};
	const [only = ''] = words;
	if (words.length === 1 && isPattern(only)) return [{ ...clause, ...singleOf(only) }];
	return [{ ...clause, kind: near ? 'near' : 'phrase' }];
}

function readRun(
	query: string,
	token: Words,
	base: Base,
	most: number,
	report: Report
): QueryClause[] {
	const atoms = atomsOf(query, token);
	const clauses: QueryClause[] = [];
	let group: Atom[] = [];
	for (const [at, atom] of atoms.entries()) {
		group.push(atom);
		const next = atoms[at + 1];
		if (next && binds(query, atom, next)) continue;
		const clause = readGroup(query, token, group, base, report);
		if (clause) clauses.push(clause);
		if (clauses.length > most) break;
		group = [];
	}
	// A question mark before a word might be meant for a letter, as a star is for some; anywhere else it is one.
	const sign = query
		.slice(token.from, token.to)
		.search(/(?<![\p{L}\p{M}\p{Nd}*?])(?:\?*\*|\?+[\p{L}\p{Nd}])/u);
	if (sign >= 0) {
		const at = token.from + sign;
		report(
			at,
			'A star stands in or after a word, and a question mark in it, as in strik* or str?ke.',
			() =>
				// A field without a value is no query either.
				clauses.length === 0 && query[token.from - 1] === ':'
					? null
					: tidy(query.slice(0, at) + query.slice(at).replace(/^[*?]+/, ''))
		);
	}
	return clauses;
}

function readGroup(
	query: string,
	token: Words,
	group: readonly Atom[],
	base: Base,
	report: Report
): QueryClause | null {
	const first = group[0];
	const last = group[group.length - 1];
	if (!first || !last) return null;
	const tilde = query.charAt(last.end) === '~' && last.end < token.to;
	const end = tilde
		? last.end + (/^~\d*/.exec(query.slice(last.end, token.to))?.[0].length ?? 1)
		: last.end;
	const clause: Omit<QueryClause, 'kind'> = {
		range: [first.start, end],
		text: query.slice(first.start, end),
		words: group.flatMap((atom) => atom.words),
		spellings: group.flatMap(({ raws }) => raws.map(spellingOf)),
		...base
	};
	const sign = group.find(({ signs }) => signs.length > 0);
	if (group.length > 1 || token.exact) {
		const words = wordsOf(query, group, token.exact, report);
		if (tilde)
			report(
				last.end,
				'The tilde works on a single word; here the words are looked for as they stand.',
				() => query.slice(0, last.end) + query.slice(end)
			);
		const text = query.slice(first.start, last.end);
		return { ...clause, kind: words.length > 1 ? 'phrase' : 'word', words, text };
	}
	if (sign) return readPattern(query, sign, tilde, clause, report);
	if (tilde) return readFuzzy(query, last.end, clause, report);
	const only = clause.words.length === 1 ? (clause.words[0] ?? '') : '';
	return { kind: only === '' ? 'phrase' : 'word', ...clause };
}

function readPattern(
	query: string,
	atom: Atom,
	tilde: boolean,
	clause: Omit<QueryClause, 'kind'>,
	report: Report
): QueryClause | null {
	const { start, end } = atom;
	const pattern = patternOf(atom);
	if (pattern === null) {
		report(start + query.slice(start, end).search(/[*?]/), tooOpen, () =>
			tidy(query.slice(0, clause.range[0]) + query.slice(clause.range[1]))
		);
		return null;
	}
	if (tilde)
		report(
			end,
			'A word has either wildcards or a tilde; the tilde is passed over.',
			() => query.slice(0, end) + query.slice(clause.range[1])
		);
	return { ...clause, ...singleOf(pattern) };
}

/** A word with wildcards as a clause by itself. */
function singleOf(pattern: string): Pick<QueryClause, 'kind' | 'words'> {
	const start = /^([^*?]+)\*+$/.exec(pattern)?.[1];
	return start === undefined
		? { kind: 'wildcard', words: [pattern] }
		: { kind: 'prefix', words: [start] };
}

function readFuzzy(
	query: string,
	at: number,
	clause: Omit<QueryClause, 'kind'>,
	report: Report
): QueryClause {
	const word = clause.words[0] ?? '';
	const far = query.slice(at + 1, clause.range[1]);
	const plain = { ...clause, text: query.slice(clause.range[1] - clause.text.length, at) };
	if (far !== '' && far !== '1')
		report(
			at,
			'One letter may differ, no more: write the tilde alone.',
			() => query.slice(0, at + 1) + query.slice(clause.range[1])
		);
	if (/\p{Nd}/u.test(word)) {
		const year = /^\d{4}$/.test(word);
		report(
			at,
			`A number is looked for as it stands${year ? '; about a year is written as a date' : ''}.`,
			() =>
				year && clause.field === null
					? `${query.slice(0, clause.range[0])}date:${word}~${query.slice(clause.range[1])}`
					: query.slice(0, at) + query.slice(clause.range[1])
		);
		return { ...plain, kind: 'word' };
	}
	if ([...word].length < fuzzyLetters) {
		report(
			at,
			`A word of fewer than ${fuzzyLetters} letters with one changed could be any other; it is looked for as it stands.`,
			() => query.slice(0, at) + query.slice(clause.range[1])
		);
		return { ...plain, kind: 'word' };
	}
	return { ...plain, kind: 'fuzzy' };
}

/** Whether a clause is a common word, which other words make superfluous. */
export function isCommon(clause: QueryClause): boolean {
	return (
		clause.kind === 'word' &&
		!clause.exact &&
		(clause.field === null || clause.field === 'headline' || clause.field === 'text') &&
		isStopWord(clause.words[0] ?? '')
	);
}
