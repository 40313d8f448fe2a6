/** Lines of which a curator says that they print the headline, however garbled: they stand in the text no longer. */
import type { Block, Lines, Problem } from '../archive/article.ts';
import { tidy } from '../archive/text.ts';
import { isBlank, lineAt, linesFrom, stated, type Claim, type Draft, type Page } from './draft.ts';
import { error } from './problem.ts';
import type { Sidecar } from './sidecar.ts';

const heads: ReadonlySet<string> = new Set(['kicker', 'deck', 'byline']);

/** Blocks without some lines, which begin a block or hold whole ones; null where they cannot be parted from a text. */
function without(page: Page, [from, to]: Lines, blocks: readonly Block[]): Block[] | null {
	const left: Block[] = [];
	for (const block of blocks) {
		const [first, last] = block.lines;
		if (last < from || first > to) left.push(block);
		else if (first < from) return null;
		else if (last > to) {
			const words = tidy(page.lines.slice(first - 1, to).join(' '));
			if (!block.text.startsWith(`${words} `) || block.marks) return null;
			left.push({
				...block,
				text: block.text.slice(words.length + 1),
				lines: linesFrom(to + 1, last)
			});
		}
	}
	return left;
}

/** Makes lines the headline of a draft. False where they are not lines of it alone. Changes the draft. */
function take(page: Page, draft: Draft, lines: Lines, dialect: string): boolean {
	const [from, to] = lines;
	if (from < draft.lines[0] || to > draft.lines[1]) return false;
	const blocks = without(page, lines, draft.blocks);
	const words = tidy(page.lines.slice(from - 1, to).join(' '));
	if (!blocks || words === '') return false;
	draft.blocks = blocks;
	// What had been taken for the headline and is none stands in the text, line by line; so does what else was of the head.
	const isOf = ({ as, lines: [first, last] }: Claim) =>
		as === 'headline' || (heads.has(as) && first <= to && last >= from);
	for (const {
		as,
		lines: [first, last]
	} of draft.claims.filter(isOf)) {
		for (let line = first; line <= last; line += 1) {
			if ((line >= from && line <= to) || isBlank(page, line)) continue;
			const text = tidy(lineAt(page, line));
			draft.blocks.push({ kind: 'paragraph', text, lines: linesFrom(line, line) });
		}
		if (!heads.has(as)) continue;
		const head = as as 'kicker' | 'deck' | 'byline';
		draft[head] = null;
		delete draft.why[head];
	}
	draft.blocks.sort((a, b) => a.lines[0] - b.lines[0]);
	draft.claims = draft.claims.filter((claim) => !isOf(claim));
	// Line by line: a blank one between them is claimed by nobody.
	for (let line = from; line <= to; line += 1)
		if (!isBlank(page, line)) draft.claims.push({ as: 'headline', lines: linesFrom(line, line) });
	draft.headline = words;
	draft.why.headline = stated(`${dialect}/at-given-line`, from);
	return true;
}

/**
 * Does so for every entry that says "headline-at"; gives the problems of those that cannot be. `name`: the sidecar;
 * `dialect`: null where articles have no lines of their own, as in tables.
 */
export function takeHeadlines(
	name: string,
	page: Page,
	drafts: readonly Draft[],
	sidecar: Sidecar,
	dialect: string | null
): Problem[] {
	const problems: Problem[] = [];
	for (const edit of sidecar.edits) {
		const { headlineAt, from } = edit;
		if (headlineAt === null) continue;
		const draft = drafts.find((each) => each.lines[0] === from);
		// That no article begins there is another problem's to say.
		if (!draft || (dialect !== null && take(page, draft, headlineAt, dialect))) continue;
		const said =
			headlineAt[0] === headlineAt[1]
				? `Line ${headlineAt[0]}`
				: `The lines ${headlineAt.join('-')}`;
		const message = `${said} of ${page.file} cannot be the headline of the article at line ${from}: it stands outside of that article (lines ${draft.lines.join('-')}), is blank, is the middle of a paragraph, or holds more than text, as in tables and feeds. Give whole lines of the article.`;
		problems.push(error(name, edit.lineOf('headline-at'), 'sidecar/line-unused', message));
	}
	return problems;
}
