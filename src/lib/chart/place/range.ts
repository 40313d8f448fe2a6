/** A range of days under the hand: what dragging and keys make of it. It snaps to bins and its ends push each other. */
import { bisectLeft, bisectRight } from 'd3';
import type { BinScale } from './scale.ts';

/** Days from `from` up to but not including `until`. */
export interface Range {
	from: number;
	until: number;
}

/** What a gesture has hold of: an end, the whole range, or nothing yet. */
export type Grip = 'from' | 'until' | 'whole' | 'new';

/** `from` at edge `at`, with the other end pushed on where they would meet. */
function withFrom(edges: Int32Array, range: Range, at: number): Range {
	const index = Math.max(0, Math.min(edges.length - 2, at));
	const from = edges[index] as number;
	return { from, until: Math.max(range.until, edges[index + 1] as number) };
}

function withUntil(edges: Int32Array, range: Range, at: number): Range {
	const index = Math.max(1, Math.min(edges.length - 1, at));
	const until = edges[index] as number;
	return { from: Math.min(range.from, edges[index - 1] as number), until };
}

function shifted(scale: BinScale, range: Range, bins: number): Range {
	const { edges } = scale;
	const [first, until] = [edges[0] as number, edges[edges.length - 1] as number];
	if (range.from < first || range.until > until) {
		// An end that is not in the picture goes as many days as the other, or as the picture's own bins.
		const inside = [range.from, range.until].find((day) => day >= first && day <= until);
		const end = bins > 0 ? 0 : edges.length - 1;
		const at = inside === undefined ? end : scale.edgeAt(scale.x(inside));
		const to = Math.max(0, Math.min(edges.length - 1, at + bins));
		const days = (edges[to] as number) - (edges[at] as number);
		return { from: range.from + days, until: range.until + days };
	}
	const start = scale.edgeAt(scale.x(range.from));
	const end = Math.max(start + 1, scale.edgeAt(scale.x(range.until)));
	const by = Math.max(-start, Math.min(edges.length - 1 - end, bins));
	return { from: edges[start + by] as number, until: edges[end + by] as number };
}

/**
 * The range after dragging from pixel `x0` to pixel `x`. `start`: the range when the drag began. A new range takes in
 * every bin it touches; an end goes to the nearest edge; a whole range keeps its number of bins.
 */
export function dragRange(scale: BinScale, grip: Grip, start: Range, x0: number, x: number): Range {
	const { edges } = scale;
	if (grip === 'from') return withFrom(edges, start, scale.edgeAt(scale.x(start.from) + x - x0));
	if (grip === 'until') return withUntil(edges, start, scale.edgeAt(scale.x(start.until) + x - x0));
	if (grip === 'whole') {
		const at = scale.x(start.from);
		return shifted(scale, start, scale.edgeAt(at + x - x0) - scale.edgeAt(at));
	}
	return {
		from: edges[scale.binAt(Math.min(x0, x))] as number,
		until: edges[scale.binAt(Math.max(x0, x)) + 1] as number
	};
}

/** The keys that move a range, with what was held down. */
export interface Stroke {
	key: string;
	shiftKey: boolean;
	altKey: boolean;
}

/**
 * The range after a key on one of its ends: an arrow one bin, with Shift one year, with Alt both ends; Home and End
 * to the ends of the axis. Null where the key means nothing here.
 */
export function strokeRange(
	scale: BinScale,
	grip: 'from' | 'until',
	start: Range,
	stroke: Stroke
): Range | null {
	const { edges } = scale;
	const last = edges.length - 1;
	const set = grip === 'from' ? withFrom : withUntil;
	if (stroke.key === 'Home') return set(edges, start, 0);
	if (stroke.key === 'End') return set(edges, start, last);
	const forward = stroke.key === 'ArrowRight' || stroke.key === 'ArrowUp';
	if (!forward && stroke.key !== 'ArrowLeft' && stroke.key !== 'ArrowDown') return null;
	const day = grip === 'from' ? start.from : start.until;
	let at = forward ? bisectRight(edges, day) : bisectLeft(edges, day) - 1;
	if (stroke.shiftKey) {
		const year = scale.edgeAt(scale.x(day + (forward ? 365.25 : -365.25)));
		at = forward ? Math.max(at, year) : Math.min(at, year);
	}
	if (!stroke.altKey) return set(edges, start, at);
	// An end between two edges may be nearest to the one that it goes to.
	return shifted(scale, start, at - scale.edgeAt(scale.x(day)) || (forward ? 1 : -1));
}
