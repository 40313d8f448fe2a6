/**
 * The signs of a query, each with its place: brackets, operators, fields, quoted stretches, runs of words. Reads any
 * text; what has no meaning is passed over or reported. What the signs mean together stands in `query.ts`.
 */
import type { QueryField } from './answer.ts';
import { fieldNames, fieldOf } from './fields.ts';
import type { Report } from './problems.ts';

interface Placed {
	/** With all that belongs to it, in UTF-16 units: [start, end). */
	start: number;
	end: number;
}

/** Words, quoted or not, or what stands between square brackets. */
export interface Words extends Placed {
	kind: 'run' | 'quoted' | 'span';
	/** The stretch inside. */
	from: number;
	to: number;
	/** Asked for as spelt. */
	exact: boolean;
	/** What follows a tilde after the closing quotation mark; null where there is none. */
	tilde: string | null;
}

export type Token =
	| (Placed & { kind: 'open' | 'close' | 'and' | 'or' | 'not' })
	| (Placed & { kind: 'field'; field: QueryField })
	| Words;

const quotes = /["“”„‟«»＂]/;
const quotesAndSpaces = /[\s()（）"“”„‟«»＂]/;
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
	AND: 'and',
	OR: 'or',
	NOT: 'not'
};
/** Signs of other languages of queries, which would be read as something else without a word. */
const foreign = [
	{ sign: /^\|+$/, message: 'Alternatives are joined by OR; this is passed over.', instead: 'OR' },
	{
		sign: /^!(?=[\p{L}\p{Nd}])/u,
		message: 'What is left out has a minus sign; this is passed over.',
		instead: '-'
	},
	{
		sign: /^(?:NEAR(?:\/\d+)?|[NWnw]\/\d+)$/,
		message:
			'Near words stand in quotation marks, as in "nurses strike"~5; this is read as a word.',
		instead: null
	}
];
const minus = /[-−]/;
const name = /(\p{L}{2,})[:：]/uy;
const word = /[\p{L}\p{Nd}]/u;

/** Reads the signs of a query; never throws. */
export function readTokens(query: string, report: Report): Token[] {
	const tokens: Token[] = [];
	const { length } = query;
	let at = 0;

	/** From `at` up to the first character that a pattern knows. */
	const upTo = (stop: RegExp) => {
		const from = at;
		while (at < length && !stop.test(query.charAt(at))) at += 1;
		return { from, to: at };
	};

	const readQuoted = (start: number, exact: boolean) => {
		at += 1;
		const inner = upTo(quotes);
		if (at >= length && inner.to > inner.from) {
			report(
				start,
				'This quotation mark is not closed; the phrase is taken to run to the end.',
				() => `${query.trimEnd()}"`
			);
		}
		at = Math.min(length, at + 1);
		let tilde: string | null = null;
		if (query.charAt(at) === '~') {
			at += 1;
			const figures = upTo(/\D/);
			tilde = query.slice(figures.from, figures.to);
		}
		tokens.push({ kind: 'quoted', start, end: at, ...inner, exact, tilde });
	};

	const readSpan = () => {
		const start = at;
		at += 1;
		const inner = upTo(/[\]\n]/);
		if (query.charAt(at) === ']') at += 1;
		else
			report(
				start,
				'This square bracket is not closed; the range is taken to run to the end.',
				() => {
					const open = query.trimEnd();
					// The end of the range is still to be typed.
					return open.endsWith('[') ? null : `${open}${/\sTO$/.test(open) ? ' *]' : ']'}`;
				}
			);
		tokens.push({ kind: 'span', start, end: at, ...inner, exact: false, tilde: null });
	};

	/** A field before its value; false where what stands here is none. */
	const readField = (): boolean => {
		name.lastIndex = at;
		const found = name.exec(query);
		if (!found?.[1]) return false;
		const start = at;
		const end = name.lastIndex;
		const field = fieldOf(found[1]);
		const next = query.charAt(end);
		if (!field) {
			if (next !== '' && !/[\s/]/.test(next))
				report(
					start,
					`There is no field “${found[1]}”, so this is read as words. The fields are ${fieldNames}.`
				);
			return false;
		}
		if (next === '') {
			report(start, `After ${found[1]}: comes what to look for, without a space.`);
			at = end;
			return true;
		}
		if (/\s/.test(next)) {
			report(
				start,
				`After ${found[1]}: comes its value, without a space; here it is read as a word.`,
				() => query.slice(0, end) + query.slice(end).trimStart()
			);
			return false;
		}
		at = end;
		tokens.push({ kind: 'field', start, end, field });
		if (field === 'date' && next === '[') readSpan();
		return true;
	};

	while (at < length) {
		const sign = query.charAt(at);
		const start = at;
		if (/\s/.test(sign)) at += 1;
		else if (/[(（]/.test(sign)) tokens.push({ kind: 'open', start, end: (at += 1) });
		else if (/[)）]/.test(sign)) tokens.push({ kind: 'close', start, end: (at += 1) });
		else if (minus.test(sign)) {
			while (minus.test(query.charAt(at))) at += 1;
			// A dash between spaces is a dash.
			if (/[^\s]/.test(query.charAt(at))) tokens.push({ kind: 'not', start, end: at });
		} else if (quotes.test(sign)) readQuoted(start, false);
		else if (sign === '=' && quotes.test(query.charAt(at + 1))) {
			at += 1;
			readQuoted(start, true);
		} else if (!readField()) {
			const exact = sign === '=' && word.test(query.charAt(at + 1));
			if (exact) at += 1;
			const inner = upTo(quotesAndSpaces);
			const text = query.slice(start, at);
			for (const { sign, message, instead } of foreign)
				if (sign.test(text))
					report(start, message, () =>
						instead === null
							? null
							: query.slice(0, start) + text.replace(sign, instead) + query.slice(at)
					);
			const [before, last] = [tokens.at(-2), tokens.at(-1)];
			if (
				text === 'TO' &&
				before?.kind === 'field' &&
				before.field === 'date' &&
				/^\s+[^\s)]/.test(query.slice(at))
			)
				report(
					before.end,
					'A range of dates stands in square brackets; here TO is read as a word.',
					() =>
						query.slice(0, before.end) + query.slice(before.end).replace(/.*?TO\s+[^\s)]+/, '[$&]')
				);
			if (/^~\d*$/.test(text) && (last?.kind === 'quoted' || last?.kind === 'run')) {
				report(
					start,
					'A tilde belongs to what stands before it, without a space; here it is passed over.',
					() => query.slice(0, last.end) + text + query.slice(at)
				);
				continue;
			}
			const operator = Object.hasOwn(operators, text) ? operators[text] : undefined;
			if (operator) tokens.push({ kind: operator, start, end: at });
			else tokens.push({ kind: 'run', start, end: at, exact, tilde: null, ...inner });
		}
	}
	return tokens;
}
