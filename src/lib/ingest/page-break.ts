/**
 * What the end of a printed page does to a text. Where furniture was set aside in the middle of a sentence, the two
 * halves are put together before a dialect reads; afterwards everything is given the lines of the file again.
 */
import type { Lines, Reason } from '../archive/article.ts';
import { endsSentence } from './blocks.ts';
import {
	isBlank,
	lineAt,
	type CuratedStart,
	type Draft,
	type Page,
	type Reading
} from './draft.ts';

/** A line longer than this is a paragraph; shorter ones may be broken by hand. Characters. */
const widestBroken = 120;

/** A page without gaps where furniture stood. */
export interface Closed {
	page: Page;
	/** By line of that page, from 0: the first and last line of the file. */
	spans: Lines[];
}

/** The first printed line from `line` on, in the direction of `step`. */
export function printedFrom(page: Page, line: number, step: 1 | -1): number {
	let at = line;
	while (at >= 1 && at <= page.lines.length && isBlank(page, at)) at += step;
	return at;
}

/** True where a sentence breaks off in one line and goes on in another. */
function isBroken(before: string, after: string): boolean {
	const text = before.trimEnd();
	return text !== '' && /^\s*\p{Ll}/u.test(after) && !endsSentence(text.replace(/,$/, ''));
}

/** True where a line stands in the middle of a sentence that goes on around it. */
export function breaksSentence(page: Page, line: number): boolean {
	const [before, after] = [printedFrom(page, line - 1, -1), printedFrom(page, line + 1, 1)];
	return isBroken(lineAt(page, before), lineAt(page, after));
}

/**
 * Closes a page up where furniture stood (its lines are blank in the page). A broken paragraph is put together;
 * elsewhere as many blank lines stay as stood on one side of the furniture, so that it looks like no wider gap.
 * `starts`: lines at which an article begins, never joined to what stands before. `byHand`: paragraphs may run over
 * several lines.
 */
export function closeUp(
	page: Page,
	furniture: ReadonlySet<number>,
	starts: ReadonlyMap<number, CuratedStart>,
	byHand: boolean
): Closed {
	const lines: string[] = [];
	const spans: Lines[] = [];
	const keep = (line: number) => {
		lines.push(lineAt(page, line));
		spans.push([line, line]);
	};
	for (let line = 1; line <= page.lines.length; line += 1) {
		if (!isBlank(page, line)) {
			keep(line);
			continue;
		}
		const after = printedFrom(page, line, 1);
		const inside = Array.from({ length: after - line }, (_, at) => line + at);
		const set = inside.filter((each) => furniture.has(each));
		const [top, foot] = [set[0], set.at(-1)];
		if (top === undefined || foot === undefined) {
			for (const blank of inside) keep(blank);
		} else if (isBroken(lineAt(page, line - 1), lineAt(page, after)) && !starts.has(after)) {
			// Halves whose lines were broken by hand only move together: they are joined as the lines around them are.
			if (!byHand || !isByHand(page, line - 1, after)) {
				const at = lines.length - 1;
				lines[at] = `${(lines[at] ?? '').trimEnd()} ${lineAt(page, after).trimStart()}`;
				spans[at] = [spans[at]?.[0] ?? after, after];
				line = after;
				continue;
			}
		} else {
			const [above, below] = [
				inside.filter((each) => each < top),
				inside.filter((each) => each > foot)
			];
			const wider = above.length >= below.length ? above : below;
			for (const blank of wider.length > 0 ? wider : [top]) keep(blank);
		}
		line = after - 1;
	}
	return { page: { ...page, lines, filed: spans }, spans };
}

/** True where the lines of the paragraph were broken by hand, or by a typesetter. */
function isByHand(page: Page, before: number, after: number): boolean {
	const widest = Math.max(lineAt(page, before).length, lineAt(page, after).length);
	return widest <= widestBroken && (!isBlank(page, before - 1) || !isBlank(page, after + 1));
}

/** Lines of the file to lines of the closed page. */
export function startsIn(
	{ spans }: Closed,
	starts: ReadonlyMap<number, CuratedStart>
): Map<number, CuratedStart> {
	const at = new Map(spans.map(([first], index) => [first, index + 1]));
	const found = new Map<number, CuratedStart>();
	for (const [line, start] of starts) {
		const own = at.get(line);
		if (own !== undefined) found.set(own, { ...start, line: own });
	}
	return found;
}

/** Gives a reading of the closed page the lines of the file. */
export function asFiled(reading: Reading, { spans }: Closed): Reading {
	const first = (line: number) => spans[line - 1]?.[0] ?? line;
	const linesOf = ([from, to]: Lines): Lines => [first(from), spans[to - 1]?.[1] ?? to];
	const placed = <Each extends { lines: Lines }>(all: readonly Each[]): Each[] =>
		all.map((each) => ({ ...each, lines: linesOf(each.lines) }));
	const whyOf = (why: Reading['why']): Reading['why'] => {
		const entries = Object.entries(why).map(([field, reason]: [string, Reason]) => [
			field,
			reason.line === null ? reason : { ...reason, line: first(reason.line) }
		]);
		return Object.fromEntries(entries) as Reading['why'];
	};
	const draftOf = (draft: Draft): Draft => ({
		...draft,
		lines: linesOf(draft.lines),
		blocks: placed(draft.blocks),
		notes: placed(draft.notes),
		claims: placed(draft.claims),
		why: whyOf(draft.why)
	});
	return {
		...reading,
		drafts: reading.drafts.map(draftOf),
		claims: placed(reading.claims),
		problems: reading.problems.map((problem) =>
			problem.line === null ? problem : { ...problem, line: first(problem.line) }
		),
		why: whyOf(reading.why)
	};
}
