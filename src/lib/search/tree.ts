/**
 * How the clauses of a query are joined: groups of which all or some are asked for, each with its place in the query
 * text. There is no node for "not": a refusal stands at its clause, and of a refused group every clause is refused and
 * "all" becomes "some" (De Morgan), so that each chip says by itself what it means.
 */
import type { Clause } from './answer.ts';

/** A clause by its number, or a group. Ranges hold brackets, signs and fields too. */
export type Node = { kind: 'clause'; clause: number; range: readonly [number, number] } | Group;

export interface Group {
	kind: 'all' | 'some';
	parts: Node[];
	range: readonly [number, number];
}

/** Says the opposite of a node: changes it and the `not` of its clauses. */
export function refuse(node: Node, clauses: readonly { not: boolean }[]): void {
	if (node.kind === 'clause') {
		const clause = clauses[node.clause];
		if (clause) clause.not = !clause.not;
		return;
	}
	node.kind = node.kind === 'all' ? 'some' : 'all';
	for (const part of node.parts) refuse(part, clauses);
}

/** The numbers of all clauses under a node, in the order of the text. */
export function clausesUnder(node: Node): number[] {
	return node.kind === 'clause' ? [node.clause] : node.parts.flatMap(clausesUnder);
}

/** Whether a query is a plain list of conditions: not alternatives, and not in brackets as a whole. */
export function isList(root: Node): root is Group {
	return (
		root.kind === 'all' &&
		root.range[0] === root.parts[0]?.range[0] &&
		root.range[1] === root.parts.at(-1)?.range[1]
	);
}

/** The query without one clause, and without what would join nothing then: brackets, operators, fields. */
export function without(query: string, root: Node, clause: number): string {
	const path = pathTo(root, clause);
	// A group that holds nothing else goes with it.
	let depth = path.length - 1;
	while (depth > 0 && (path[depth - 1] as Group).parts.length === 1) depth -= 1;
	const node = path[depth];
	const group = path[depth - 1];
	if (!node || !group || group.kind === 'clause') return '';
	const at = group.parts.indexOf(node);
	const before = group.parts[at - 1];
	const after = group.parts[at + 1];
	const [from, to] = before
		? [before.range[1], node.range[1]]
		: [node.range[0], after ? after.range[0] : node.range[1]];
	// Words written as one must not become another word.
	const seam = before && /\S/.test(query.charAt(to)) && !/[)）]/.test(query.charAt(to)) ? ' ' : '';
	const left = query.slice(0, from);
	const right = seam + query.slice(to);
	return (left + (/\s/.test(left.charAt(left.length - 1)) ? right.trimStart() : right)).trim();
}

function pathTo(node: Node, clause: number): Node[] {
	if (node.kind === 'clause') return node.clause === clause ? [node] : [];
	for (const part of node.parts) {
		const path = pathTo(part, clause);
		if (path.length > 0) return [node, ...path];
	}
	return [];
}

/** Spaces put in order. */
export function tidy(query: string): string {
	return query.replace(/\s+/g, ' ').trim();
}

/** What joins clauses that stand in a row: for each, the word before it and the brackets around it. */
export type Seams = Pick<Clause, 'joint' | 'opens' | 'closes'>[];

/**
 * The seams of a query. `loose` says which parts of the outermost group need not all be there, because any of them will
 * do; null where the query is read as it stands.
 */
export function seamsOf(root: Node, loose: ((part: Node) => boolean) | null): Seams {
	const seams: Seams = [];
	const seam = (clause: number) => (seams[clause] ??= { joint: null, opens: 0, closes: 0 });
	const visit = (node: Node, isRoot: boolean) => {
		if (node.kind === 'clause') {
			seam(node.clause);
			return;
		}
		let isLoose = false;
		for (const [at, part] of node.parts.entries()) {
			visit(part, false);
			const under = clausesUnder(part);
			const [first, last] = [under[0], under[under.length - 1]];
			if (first === undefined || last === undefined) continue;
			if (part.kind !== 'clause' && part.parts.length > 1) {
				seam(first).opens += 1;
				seam(last).closes += 1;
			}
			const here = isRoot && loose !== null && loose(part);
			if (at > 0) seam(first).joint = node.kind === 'some' || (here && isLoose) ? 'or' : 'and';
			isLoose ||= here;
		}
	};
	visit(root, true);
	return seams;
}
