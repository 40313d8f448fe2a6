/**
 * Reads a query text: clauses, and how they are joined. Every text is a query: what cannot be read is reported at its
 * place and the rest is understood. Knows nothing of an index. The grammar stands in `docs/search.md`.
 */
import type { QueryField, QueryProblem } from './answer.ts';
import { isCommon, readClauses, type QueryClause } from './clause.ts';
import { collectProblems, type Report } from './problems.ts';
import { readTokens, type Token } from './syntax.ts';
import { clausesUnder, refuse, tidy, type Node } from './tree.ts';

export type { QueryClause } from './clause.ts';

/** A query as understood. */
export interface Query {
	/** In the order of the text. */
	clauses: QueryClause[];
	/** How they are joined; null where there is no clause. */
	root: Node | null;
	problems: QueryProblem[];
}

/** The most clauses that are read; a query is typed, and nobody types more. */
export const clauseLimit = 64;
/** Brackets within brackets; deeper ones are passed over. */
export const depthLimit = 24;

/** Reads a query of any length and content; never throws. */
export function readQuery(query: string): Query {
	const { problems, report } = collectProblems();
	const reader = new Reader(query, readTokens(query, report), report);
	const root = reader.read();
	const { clauses } = reader;
	if (clauses.length === 0 && problems.length === 0 && query.trim() !== '') {
		report(0, 'There is no word in this query.');
	}
	// A refused common word with nothing beside it would find what has none of it: that is not what was meant.
	const only = root?.kind === 'clause' ? clauses[root.clause] : undefined;
	if (only?.not && isCommon(only)) only.ignored = true;
	if (clauses.some(({ kind, words }) => kind === 'switch' && words[0] === 'off'))
		for (const clause of clauses) clause.stemmed = false;
	return { clauses, root, problems: problems.sort((a, b) => a.at - b.at) };
}

/** What stands before a value: its refusals and its field. */
interface Lead {
	start: number;
	not: boolean;
	field: QueryField | null;
}

/** Reads tokens from left to right, by recursive descent as deep as `depthLimit`. */
class Reader {
	readonly clauses: QueryClause[] = [];
	readonly #query: string;
	readonly #tokens: readonly Token[];
	readonly #report: Report;
	#at = 0;
	#depth = 0;
	/** Brackets that were opened too deep and are not read. */
	#skipped = 0;
	/** The first bracket that was not closed, and how many there are. */
	#unclosed: { at: number; count: number } | null = null;
	#full = false;
	/** Signs that join and close nothing, by what is said of them. */
	readonly #idle = new Map<string, Token[]>();

	constructor(query: string, tokens: readonly Token[], report: Report) {
		this.#query = query;
		this.#tokens = tokens;
		this.#report = report;
	}

	read(): Node | null {
		const root = this.#some(null);
		for (const [message, tokens] of this.#idle) this.#reportIdle(message, tokens);
		const open = this.#unclosed;
		if (open && !this.#full)
			this.#report(open.at, 'This bracket is not closed; it is taken to run to the end.', () =>
				// Brackets around nothing are no query.
				this.#skipped > 0 || this.clauses.length === 0
					? null
					: this.#query.trimEnd() + ')'.repeat(open.count)
			);
		return root;
	}

	get #token(): Token | undefined {
		return this.#tokens[this.#at];
	}

	#drop(token: Token, message: string): void {
		const known = this.#idle.get(message);
		if (known) known.push(token);
		else this.#idle.set(message, [token]);
	}

	/** At the first of them; one repair does for all. */
	#reportIdle(message: string, tokens: readonly Token[]): void {
		const more = tokens.length - 1;
		const others = more > 1 ? `, as are ${more} further on.` : ', as is another further on.';
		this.#report(tokens[0]?.start ?? 0, more > 0 ? message.slice(0, -1) + others : message, () => {
			const ends = [0, ...tokens.map(({ end }) => end)];
			return tidy(ends.map((end, at) => this.#query.slice(end, tokens[at]?.start)).join(''));
		});
	}

	/** Alternatives parted by OR. */
	#some(field: QueryField | null): Node | null {
		const parts: Node[] = [];
		for (;;) {
			const part = this.#all(field);
			if (part) parts.push(part);
			const token = this.#token;
			if (token?.kind !== 'or') break;
			const next = this.#tokens[this.#at + 1];
			if (!part || !next || next.kind === 'close')
				this.#drop(token, 'OR stands between what it joins; here it is passed over.');
			this.#at += 1;
		}
		return joined('some', parts);
	}

	/** What stands side by side, or is joined by AND. */
	#all(field: QueryField | null): Node | null {
		const parts: Node[] = [];
		for (let token = this.#token; token; token = this.#token) {
			if (token.kind === 'or') break;
			if (token.kind === 'close') {
				if (this.#skipped > 0) this.#skipped -= 1;
				else if (this.#depth > 0) break;
				else this.#drop(token, 'This bracket closes nothing; it is passed over.');
				this.#at += 1;
			} else if (token.kind === 'and') {
				const next = this.#tokens[this.#at + 1];
				if (parts.length === 0 || !next || ['close', 'and', 'or'].includes(next.kind))
					this.#drop(token, 'AND stands between what it joins; here it is passed over.');
				this.#at += 1;
			} else parts.push(...this.#item(field));
		}
		this.#leaveOutCommon(parts);
		return joined('all', parts);
	}

	/** One condition with its refusals and field; several where a run of words has no space in it. */
	#item(outer: QueryField | null): Node[] {
		const first = this.#token;
		const lead: Lead = { start: first?.start ?? 0, not: false, field: outer };
		for (let token = this.#token; token; token = this.#token) {
			if (token.kind === 'not') lead.not = !lead.not;
			else if (token.kind === 'field') lead.field = token.field;
			else break;
			this.#at += 1;
		}
		const token = this.#token;
		if (token?.kind === 'open') return this.#bracket(token, lead);
		if (token?.kind !== 'run' && token?.kind !== 'quoted' && token?.kind !== 'span') {
			if (first && /\p{L}/u.test(this.#query.slice(first.start, first.end)))
				this.#drop(first, 'Nothing follows that this could belong to; it is passed over.');
			return [];
		}
		this.#at += 1;
		const left = clauseLimit - this.clauses.length;
		const read = readClauses(this.#query, token, lead.field, left, this.#report);
		if (read.length > left) {
			this.#full = true;
			this.#report(
				lead.start,
				`Only the first ${clauseLimit} words of a query are read; this one goes on.`,
				() => (this.#depth > 0 ? null : this.#query.slice(0, lead.start).trimEnd())
			);
			this.#at = this.#tokens.length;
			return [];
		}
		return read.map((clause, at): Node => {
			// Only the first word after a minus sign is refused: -strike,nurses refuses one and asks for the other.
			const isFirst =
				at === 0 &&
				/^[^\p{L}\p{Nd}]*$/u.test(
					this.#query.slice(token.from, Math.max(token.from, clause.range[0]))
				);
			if (isFirst) {
				clause.range = [lead.start, clause.range[1]];
				clause.not = lead.not;
			}
			this.clauses.push(clause);
			return { kind: 'clause', clause: this.clauses.length - 1, range: clause.range };
		});
	}

	#bracket(open: Token, lead: Lead): Node[] {
		this.#at += 1;
		if (this.#depth >= depthLimit) {
			if (this.#skipped === 0)
				this.#report(
					open.start,
					`Brackets are read ${depthLimit} deep; those further in are passed over.`
				);
			this.#skipped += 1;
			return [];
		}
		this.#depth += 1;
		const from = this.clauses.length;
		const inner = this.#some(lead.field);
		this.#depth -= 1;
		const close = this.#token;
		if (close?.kind === 'close') this.#at += 1;
		else this.#unclosed = { at: open.start, count: (this.#unclosed?.count ?? 0) + 1 };
		if (!inner) {
			if (close && from === this.clauses.length)
				this.#report(open.start, 'These brackets hold nothing that can be looked for.', () =>
					tidy(this.#query.slice(0, lead.start) + this.#query.slice(close.end))
				);
			return [];
		}
		if (lead.not) refuse(inner, this.clauses);
		return [{ ...inner, range: [lead.start, close?.end ?? this.#query.length] }];
	}

	/** Common words narrow nothing and are not required, unless there is nothing else to go by. */
	#leaveOutCommon(parts: readonly Node[]): void {
		const common = parts.flatMap((part) => {
			const clause = part.kind === 'clause' ? this.clauses[part.clause] : undefined;
			return clause && isCommon(clause) ? [clause] : [];
		});
		if (common.length === 0 || parts.length === 1) return;
		const telling = parts.some((part) => {
			return clausesUnder(part).some((at) => {
				const clause = this.clauses[at];
				return (
					clause &&
					!clause.not &&
					clause.kind !== 'switch' &&
					!(part.kind === 'clause' && isCommon(clause))
				);
			});
		});
		for (const clause of common) clause.ignored = clause.not || telling;
	}
}

function joined(kind: 'all' | 'some', parts: Node[]): Node | null {
	const [first] = parts;
	const last = parts[parts.length - 1];
	if (!first || !last) return null;
	if (parts.length === 1) return first;
	return { kind, parts, range: [first.range[0], last.range[1]] };
}
