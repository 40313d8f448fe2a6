/**
 * The ways out of an empty result: what to drop or keep, and how many articles that gives: exactly, or where texts are still
 * to be read, at most. Counts come from the same mask as everything else; a way that gives nothing is not offered.
 */
import type { Columns } from '../filter/columns.ts';
import { bitOf, countPassing, maskOf, type Part } from '../filter/mask.ts';
import { nothingAsked, type Selection } from '../filter/selection.ts';
import type { Answer } from '../search/answer.ts';
import { partsAsked } from './parts.ts';

export interface Way {
	/**
	 * `any`: any of the words will do; `clause`: drop one clause; `only`: keep one clause and nothing else; `drop`, `keep`: one
	 * part of the selection.
	 */
	change: 'any' | 'clause' | 'only' | 'drop' | 'keep';
	/** The part dropped or kept; `query` for the words. */
	part: Part;
	/** Number of the clause to drop or keep, for `clause` and `only`. */
	clause: number | null;
	selection: Selection;
	articles: number;
	/** How many there are at most, where that is to be checked on texts; null where nobody knows yet. */
	most: number | null;
}

/** How many conditions a selection makes: every clause that narrows, the dates, every facet. */
export function conditionsOf(selection: Selection, answer: Answer | null): number {
	const clauses = answer?.clauses.filter((clause) => !clause.ignored).length ?? 1;
	return partsAsked(selection).reduce(
		(sum, part) => sum + (part === 'query' && !selection.any ? Math.max(clauses, 1) : 1),
		0
	);
}

/** Everything as asked but one part. */
function dropping(selection: Selection, part: Part): Selection {
	if (part === 'query') return { ...selection, query: '', any: false };
	if (part === 'dates') return { ...selection, from: null, to: null, undated: false };
	return { ...selection, [part]: [] };
}

/** Nothing but one part. */
function keeping(selection: Selection, part: Part): Selection {
	const { query, any, from, to, undated } = selection;
	if (part === 'query') return { ...nothingAsked, query, any };
	if (part === 'dates') return { ...nothingAsked, from, to, undated };
	return { ...nothingAsked, [part]: selection[part] };
}

/** All ways out that give an article, or may. */
export function waysOut(
	columns: Columns,
	mask: Uint8Array,
	selection: Selection,
	answer: Answer | null
): Way[] {
	const parts = partsAsked(selection);
	const rows = selection.query.trim() === '' ? null : (answer?.rows ?? null);
	const ways: Way[] = [];
	const instead = answer?.instead;
	// The engine counted these over the whole archive, so they drop every other condition with them.
	const words = keeping(selection, 'query');
	if (instead && !selection.any)
		ways.push({
			change: 'any',
			part: 'query',
			clause: null,
			selection: { ...words, any: true },
			...instead.any
		});
	for (const { clause, articles, most } of instead?.without ?? []) {
		const query = answer?.clauses[clause]?.without ?? '';
		if (query === '') continue;
		ways.push({
			change: 'clause',
			part: 'query',
			clause,
			selection: { ...words, query },
			articles,
			most
		});
	}
	if (parts.length > 1) {
		for (const part of parts) {
			let articles = 0;
			for (const byte of mask) if (byte === bitOf[part]) articles++;
			ways.push({
				change: 'drop',
				part,
				clause: null,
				selection: dropping(selection, part),
				articles,
				most: articles
			});
		}
		for (const part of parts) {
			const kept = keeping(selection, part);
			const articles = countPassing(maskOf(columns, kept, part === 'query' ? rows : null));
			ways.push({ change: 'keep', part, clause: null, selection: kept, articles, most: articles });
		}
	}
	const giving = ways.filter((way) => way.most !== 0);
	// Where several clauses are to blame, dropping one of them gives nothing yet.
	return instead && giving.length === 0 ? onlyOne(answer) : giving;
}

/** For every clause that finds something by itself, or may, the way to it alone. */
function onlyOne({ question, clauses }: Answer): Way[] {
	if (clauses.some(({ kind }) => kind === 'switch')) return [];
	return clauses.flatMap(({ articles, ignored, not, field, range }, clause): Way[] => {
		const query = question.query.slice(...range);
		// A field before brackets is no part of the clauses in them.
		const isWhole = field === null || query.includes(':');
		if (articles === 0 || ignored || not || !isWhole) return [];
		const selection = { ...nothingAsked, query };
		const sure = { articles: articles ?? 0, most: articles };
		return [{ change: 'only', part: 'query', clause, selection, ...sure }];
	});
}
