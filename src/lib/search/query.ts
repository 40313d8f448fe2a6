/**
 * Reads a query text into clauses: words, exact phrases, prefixes, each perhaps refused by a minus sign. Every text
 * is a query: what cannot be read is reported at its place and the rest is understood. Knows nothing of an index.
 */
import { isStopWord, splitWords, type Word } from '../archive/words.ts';
import type { Clause, QueryProblem } from './answer.ts';

/** A clause as read, with what the engine needs besides what the page shows. */
export interface QueryClause extends Clause {
	/** Folded words: one for a word or prefix (there without its star), the sequence for a phrase. Never empty. */
	words: string[];
}

/** A query as understood. */
export interface Query {
	clauses: QueryClause[];
	problems: QueryProblem[];
}

/** The most clauses that are read; a query is typed, and nobody types more. */
export const clauseLimit = 64;
/** Leading letters that a prefix must have. */
export const prefixLetters = 2;

const quotes = /["“”„‟«»＂]/;
const minus = /[-−]/;
// Between two words of one unspaced run these bind (four-week, AT&T, wsws.org); any other sign parts them.
const binding = /^[-‐‑‒–−.'’_/&@:·\u00ad]$/;

/** A stretch of the query between spaces or between quotes. */
interface Piece {
	quoted: boolean;
	not: boolean;
	/** Of the whole piece, sign and quotes included. */
	start: number;
	end: number;
	/** Of the text inside. */
	from: number;
	to: number;
	/** Quoted, but the closing quote was not typed (yet). */
	open: boolean;
}

/** Reads a query of any length and content; never throws. */
export function readQuery(query: string): Query {
	const clauses: QueryClause[] = [];
	const problems: QueryProblem[] = [];
	for (const piece of piecesOf(query)) {
		const words = splitWords(query.slice(piece.from, piece.to)).map((word) => ({
			word: word.word,
			start: word.start + piece.from,
			end: word.end + piece.from
		}));
		if (clauses.length + (piece.quoted ? 1 : words.length) > clauseLimit) {
			problems.push({
				at: piece.start,
				message: `Only the first ${clauseLimit} words of a query are read; this one goes on.`,
				repair: query.slice(0, piece.start).trimEnd()
			});
			break;
		}
		if (piece.quoted) readQuoted(query, piece, words, clauses, problems);
		else readPlain(query, piece, words, clauses, problems);
	}
	if (clauses.length === 0 && problems.length === 0 && query.trim() !== '') {
		problems.push({ at: 0, message: 'There is no word in this query.', repair: null });
	}
	// Common words narrow nothing and are not required, unless there is nothing else to go by.
	const wanted = clauses.filter((clause) => !clause.not);
	if (wanted.some((clause) => !clause.ignored)) return { clauses, problems };
	for (const clause of wanted) clause.ignored = false;
	return { clauses, problems };
}

/** Whether two queries ask the same, whatever their spacing: used to know an answer again. */
export function isSameQuery(a: Query, b: Query): boolean {
	const said = (query: Query) =>
		JSON.stringify(query.clauses.map(({ kind, not, words }) => [kind, not, words]));
	return said(a) === said(b);
}

function piecesOf(query: string): Piece[] {
	const pieces: Piece[] = [];
	const length = query.length;
	let at = 0;
	while (at < length) {
		if (/\s/.test(query.charAt(at))) {
			at += 1;
			continue;
		}
		const start = at;
		while (minus.test(query.charAt(at))) at += 1;
		const not = at > start;
		const quoted = quotes.test(query.charAt(at));
		if (quoted) at += 1;
		const from = at;
		const stops = quoted ? quotes : /[\s"“”„‟«»＂]/;
		while (at < length && !stops.test(query.charAt(at))) at += 1;
		const to = at;
		const open = quoted && at >= length;
		if (quoted && !open) at += 1;
		pieces.push({ quoted, not, start, end: at, from, to, open });
	}
	return pieces;
}

function readQuoted(
	query: string,
	piece: Piece,
	words: Word[],
	clauses: QueryClause[],
	problems: QueryProblem[]
): void {
	if (words.length === 0) return;
	if (piece.open) {
		problems.push({
			at: piece.start + (piece.not ? 1 : 0),
			message: 'This quotation mark is not closed; the phrase is taken to run to the end.',
			repair: `${query.trimEnd()}"`
		});
	}
	clauses.push({
		kind: 'phrase',
		text: query.slice(piece.from, piece.to).trim(),
		not: piece.not,
		range: [piece.start, piece.end],
		articles: null,
		ignored: false,
		words: words.map((word) => word.word)
	});
}

function readPlain(
	query: string,
	piece: Piece,
	words: Word[],
	clauses: QueryClause[],
	problems: QueryProblem[]
): void {
	let group: Word[] = [];
	for (const [index, word] of words.entries()) {
		group.push(word);
		const next = words[index + 1];
		if (next && binds(query, word, next)) continue;
		readGroup(query, piece, group, clauses, problems);
		group = [];
	}
	const star = query.slice(piece.from, piece.to).indexOf('*');
	if (words.length === 0 && star >= 0) {
		problems.push({
			at: piece.from + star,
			message: 'A star stands at the end of a word, as in strike*.',
			repair: removed(query, piece.start, piece.end)
		});
	}
}

/** Whether two words were written as one: no space, and one binding sign or none (two letters of Chinese) between. */
function binds(query: string, word: Word, next: Word): boolean {
	return next.start === word.end || binding.test(query.slice(word.end, next.start));
}

function readGroup(
	query: string,
	piece: Piece,
	group: Word[],
	clauses: QueryClause[],
	problems: QueryProblem[]
): void {
	const first = group[0];
	const last = group[group.length - 1];
	if (!first || !last) return;
	const starred = query.charAt(last.end) === '*';
	// Only the first word after a minus sign is refused: -strike,nurses refuses one and asks for the other.
	const not = piece.not && /^[^\p{L}\p{Nd}]*$/u.test(query.slice(piece.from, first.start));
	const start = not ? piece.start : first.start;
	const end = last.end + (starred ? 1 : 0);
	const words = group.map((word) => word.word);
	const only = words.length === 1 ? (words[0] ?? '') : '';
	if (starred && words.length > 1) {
		problems.push({
			at: last.end,
			message:
				'A star works on a single word; here the words before it are looked for as they stand.',
			repair: removed(query, last.end, last.end + 1)
		});
	} else if (starred && [...only].length < prefixLetters) {
		problems.push({
			at: last.end,
			message: `Before a star there must be at least ${prefixLetters} letters.`,
			repair: removed(query, start, end)
		});
		return;
	}
	const kind = words.length > 1 ? 'phrase' : starred ? 'prefix' : 'word';
	clauses.push({
		kind,
		text: query.slice(first.start, kind === 'prefix' ? end : last.end),
		not,
		range: [start, end],
		articles: null,
		ignored: kind === 'word' && isStopWord(only),
		words
	});
}

function removed(query: string, start: number, end: number): string {
	return `${query.slice(0, start)}${query.slice(end)}`.replace(/\s+/g, ' ').trim();
}
