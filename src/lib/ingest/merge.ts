/** Drafts that a curator says are one article. What headed the later ones becomes part of the text: no line is lost. */
import type { Block } from '../archive/article.ts';
import type { Draft } from './draft.ts';
import type { Edit } from './sidecar.ts';

const heads = [
	['kicker', 'paragraph'],
	['headline', 'heading'],
	['deck', 'paragraph'],
	['byline', 'paragraph']
] as const;

/** The head of a draft as blocks of the text that it now stands in. */
function headBlocks(draft: Draft): Block[] {
	const blocks: Block[] = [];
	for (const [role, kind] of heads) {
		const text = draft[role];
		const lines = draft.claims.find((claim) => claim.as === role)?.lines;
		if (text !== null && lines) blocks.push({ kind, text, lines });
	}
	return blocks;
}

function join(first: Draft, next: Draft): Draft {
	const kept = next.claims.filter(({ as }) => !heads.some(([role]) => role === as));
	return {
		...first,
		lines: [first.lines[0], Math.max(first.lines[1], next.lines[1])],
		blocks: [...first.blocks, ...headBlocks(next), ...next.blocks],
		notes: [...first.notes, ...next.notes],
		claims: [...first.claims, ...kept]
	};
}

/**
 * Joins the drafts that begin in the range of each edit that says `merge`. Gives the drafts in their order, and the
 * edits in whose range fewer than two begin, so that there is nothing to join.
 */
export function mergeDrafts(
	drafts: readonly Draft[],
	edits: readonly Edit[]
): { drafts: Draft[]; idle: Edit[] } {
	const merges = edits.filter((edit) => edit.merge);
	if (merges.length === 0) return { drafts: [...drafts], idle: [] };
	const merged: Draft[] = [];
	const into = new Map<Edit, number>();
	const joined = new Set<Edit>();
	for (const draft of drafts) {
		const [line] = draft.lines;
		const edit = merges.find(({ from, to }) => line >= from && line <= to);
		const at = edit && into.get(edit);
		const first = at === undefined ? undefined : merged[at];
		if (edit && first && at !== undefined) {
			merged[at] = join(first, draft);
			joined.add(edit);
		} else {
			if (edit) into.set(edit, merged.length);
			merged.push(draft);
		}
	}
	return { drafts: merged, idle: merges.filter((edit) => !joined.has(edit)) };
}
