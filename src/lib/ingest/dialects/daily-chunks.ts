/** A page as the lines between its blank ones, found as far as they are asked for. */
import { isAmbiguousDate, readPrintedDate } from '../dates.ts';
import { readNamedDate } from '../masthead.ts';
import { isBlank, lineAt, type Page } from '../draft.ts';

/** Lines between blank ones, and how many blank ones follow. */
export interface Chunk {
	first: number;
	last: number;
	gap: number;
}

/** The chunks of a page by their order, from 0; undefined beyond the last. */
export type Chunks = (at: number) => Chunk | undefined;

/** So many chunks are held at a time; of those around the one that is asked for last, a few are enough. */
const mostChunks = 256;

/**
 * Finds chunks as far as they are asked for, one after the other: what a page is, the first few tell, and a long
 * one has a million. `skip`: a line that opens none. `publication`: a name that may stand before a date.
 */
export function chunksOf(page: Page, skip = 0, publication: string | null = null): Chunks {
	let chunks: Chunk[] = [];
	/** How many have been let go. */
	let passed = 0;
	let line = 0;
	const readLine = () => {
		line += 1;
		if (line === skip) return;
		const chunk = chunks.at(-1);
		if (isBlank(page, line)) {
			if (chunk) chunk.gap += 1;
		} else if (chunk && chunk.gap === 0 && !isDated(lineAt(page, line), publication)) {
			chunk.last = line;
		} else chunks.push({ first: line, last: line, gap: 0 });
	};
	return (at) => {
		if (chunks.length > mostChunks) {
			passed += chunks.length - mostChunks / 2;
			chunks = chunks.slice(-mostChunks / 2);
		}
		// How wide the gap after a chunk is, the next one tells.
		while (chunks.length < at - passed + 2 && line < page.lines.length) readLine();
		return chunks[at - passed];
	};
}

/** A date in a line of its own, or with the name of the publication. */
function isDated(text: string, publication: string | null): boolean {
	return isWholeDate(text) || readNamedDate(text, publication) !== null;
}

/** A date alone in a line, even one that can be read in two ways. */
export function isWholeDate(text: string): boolean {
	return readPrintedDate(text) !== null || isAmbiguousDate(text);
}
