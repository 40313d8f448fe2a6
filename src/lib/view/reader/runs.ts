/**
 * A block's text in runs: parts that match and parts that do not, with the marks of notes where they stood. Joined,
 * the words of the runs give the text.
 */
import type { NoteMark } from '../../archive/article.ts';
import type { Segment } from '../../search/answer.ts';
import type { Call } from './notes.ts';

/** What finds the words asked for in a text; the search makes one. */
export interface Matcher {
	/** The text in parts, in order; joined, they give the text. `zone`: which field of a query it answers. */
	segments(text: string, zone?: 'headline' | 'text'): readonly Segment[];
}

/** Words; or the place where a note is called, as an index into the marks. */
export type Part = { text: string } | { mark: number };

export interface Run {
	match: boolean;
	/** More than one part only where a note is called within. */
	parts: Part[];
}

/**
 * The runs of a text. A note called inside a match stays inside, so that one match is one run; a note called at the
 * edge of a match stands outside.
 */
export function runsOf(
	text: string,
	marks: readonly NoteMark[] = [],
	matcher: Matcher | null = null,
	zone: 'headline' | 'text' = 'text'
): Run[] {
	const runs: Run[] = [];
	const add = (match: boolean, ...parts: Part[]) => {
		const last = runs.at(-1);
		if (last && !match && !last.match) last.parts.push(...parts);
		else runs.push({ match, parts });
	};
	const placeOf = (mark: number) => marks[mark]?.at ?? Infinity;
	let next = 0;
	let from = 0;
	for (const segment of matcher?.segments(text, zone) ?? [{ text, match: false }]) {
		if (segment.text === '') continue;
		const to = from + segment.text.length;
		for (; placeOf(next) <= from; next += 1) add(false, { mark: next });
		const parts: Part[] = [];
		let at = from;
		for (; placeOf(next) < to; next += 1) {
			if (placeOf(next) > at) parts.push({ text: text.slice(at, placeOf(next)) });
			parts.push({ mark: next });
			at = placeOf(next);
		}
		parts.push({ text: text.slice(at, to) });
		add(segment.match, ...parts);
		from = to;
	}
	for (; next < marks.length; next += 1) add(false, { mark: next });
	return runs;
}

/** An item of a list, with the notes called in it. */
export interface Item {
	text: string;
	marks: NoteMark[];
	calls: Call[];
}

/** The items of a list block; `calls` goes with `marks`, one for one. */
export function itemsOf(text: string, marks: readonly NoteMark[], calls: readonly Call[]): Item[] {
	const items: Item[] = [];
	let from = 0;
	let mark = 0;
	for (const line of text.split('\n')) {
		const item: Item = { text: line, marks: [], calls: [] };
		const to = from + line.length;
		for (let each = marks[mark]; each && each.at <= to; each = marks[++mark]) {
			item.marks.push({ ...each, at: each.at - from });
			const call = calls[mark];
			if (call) item.calls.push(call);
		}
		items.push(item);
		from = to + 1;
	}
	return items;
}
