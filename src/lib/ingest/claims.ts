/** What became of every line of a seed. A reading that leaves a printed line unclaimed, or claims one twice, has lost its place. */
import type { BlockKind, Lines } from '../archive/article.ts';
import type { Reading, Role } from './draft.ts';

/** What lines were taken for. */
export interface LineClaim {
	as: Role | BlockKind | 'note';
	lines: Lines;
}

/**
 * All claims of a reading, by line. An elision glued to the end of a paragraph stands in a line that the
 * paragraph claims already, and is left out.
 */
export function claimsOf(reading: Reading): LineClaim[] {
	const claims: LineClaim[] = [...reading.claims];
	for (const draft of reading.drafts) {
		for (const claim of draft.claims) claims.push(claim);
		for (const [at, block] of draft.blocks.entries()) {
			const glued = block.kind === 'elision' && draft.blocks[at - 1]?.lines[1] === block.lines[0];
			if (!glued) claims.push({ as: block.kind, lines: block.lines });
		}
		for (const note of draft.notes) claims.push({ as: 'note', lines: note.lines });
	}
	return claims.sort((a, b) => a.lines[0] - b.lines[0]);
}
