/**
 * Plain text of no known form, divided by its curator: it is read only where the sidecar says at which lines articles
 * begin, and nothing in it is taken for a headline, byline or date.
 */
import { readBlocks, type Layout } from '../blocks.ts';
import {
	emptyDraft,
	emptyReading,
	isBlank,
	nextPrinted,
	stated,
	type CuratedStart,
	type Dialect,
	type Page,
	type Reading
} from '../draft.ts';

const layout: Layout = { paragraphs: 'wrapped', short: 'paragraph', quotations: 'marked' };

function read(page: Page, starts: ReadonlyMap<number, CuratedStart>): Reading {
	const reading = emptyReading();
	const first = nextPrinted(page);
	const begin = new Set([first, ...starts.keys()]);
	const lines = [...begin].filter((line) => !isBlank(page, line)).sort((a, b) => a - b);
	for (const [at, line] of lines.entries()) {
		const last = (lines[at + 1] ?? page.lines.length + 1) - 1;
		const draft = emptyDraft([line, last]);
		if (starts.has(line)) draft.boundary = 'curated';
		else draft.why.boundary = stated('plain/first-line', line);
		draft.blocks = readBlocks(page, line, last, layout);
		reading.drafts.push(draft);
	}
	return reading;
}

/** The reader of what no other reads. It takes no page for its own. */
export const plain: Dialect = { name: 'plain', surest: 0, recognise: () => 0, read };
