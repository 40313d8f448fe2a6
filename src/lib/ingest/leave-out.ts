/** What a curator says is no article nor part of one: mastheads, notices of the transcriber, stamps. */
import type { Lines, Problem } from '../archive/article.ts';
import { isBlank, type Claim, type Page } from './draft.ts';
import type { LeftOutLines } from './ingest.ts';
import { error } from './problem.ts';
import type { Sidecar } from './sidecar.ts';

const place = ([first, last]: Lines) =>
	first === last ? `line ${first}` : `the lines ${first}-${last}`;

/** True for a line that the curator says is no article. */
export function isLeftOut(line: number, { leftOut }: Sidecar): boolean {
	return leftOut.some(({ lines: [first, last] }) => line >= first && line <= last);
}

/**
 * The page without the lines that are left out (they are blank in it), so that no reader sees them; their claims as
 * furniture; what the report lists; and problems of entries under which nothing is printed. `name`: the sidecar.
 */
export function leaveOut(name: string, page: Page, sidecar: Sidecar) {
	const lines = [...page.lines];
	const claims: Claim[] = [];
	const leftOut: LeftOutLines[] = [];
	const problems: Problem[] = [];
	for (const { lines: range, reason, line: where } of sidecar.leftOut) {
		const before = claims.length;
		for (let line = range[0]; line <= range[1]; line += 1) {
			if (isBlank({ ...page, lines }, line)) continue;
			claims.push({ as: 'furniture', lines: [line, line] });
			lines[line - 1] = '';
		}
		leftOut.push({ file: page.file, lines: range, reason });
		if (claims.length > before) continue;
		const message = `Nothing is printed in ${place(range)}, or it is left out already, so this entry says nothing. Correct the numbers, or take it out.`;
		problems.push(error(name, where, 'sidecar/line-unused', message));
	}
	leftOut.sort((a, b) => a.lines[0] - b.lines[0]);
	return { page: claims.length > 0 ? { ...page, lines } : page, claims, leftOut, problems };
}
