/**
 * What the timeline needs once a hand is on it, by pointer or by key: fetched after everything that is first seen or
 * searched. The components and the marks' own hands are handed on, so that all of it is one file.
 */
import type { Day } from '../../archive/day.ts';
import { strokeRange, type Range, type Stroke } from '../../chart/place/range.ts';
import { placeBins } from '../../chart/place/scale.ts';
import { zoomView } from '../../chart/place/zoom.ts';
import type { TimelineModel } from './timeline.svelte.ts';

export { readTyped } from './typed.ts';
export { DateHand } from './date-hand.ts';
export { takeHold } from './picture-hand.ts';
export { nameEvents } from './events.ts';
export { describeShown } from './shown.ts';
export { default as Enlarge } from './Enlarge.svelte';
export { default as EventList } from './EventList.svelte';
export { default as EventMarks } from './EventMarks.svelte';
export { default as LeaveOut } from './LeaveOut.svelte';
export { default as Overview } from './Overview.svelte';
export { default as ZoomButtons } from './ZoomButtons.svelte';

/** Shows other days, to the nearest bins: so a view that is moved keeps its length. Null, or all of them, is the whole. */
export function look(model: TimelineModel, view: Range | null): void {
	const { limits, zooming } = model;
	if (!view || !limits) return zooming.to(null);
	const first = Math.floor(view.from) as Day;
	const { edges } = model.binsOf({
		first,
		last: Math.max(first, Math.ceil(view.until) - 1) as Day
	});
	const scale = placeBins(edges, 0, edges.length - 1);
	const at = Math.min(scale.edgeAt(scale.x(view.from)), edges.length - 2);
	const end = Math.max(scale.edgeAt(scale.x(view.until)), at + 1);
	const [from, until] = [edges[at] as number, edges[end] as number];
	const whole = from <= limits.from && until >= limits.until;
	zooming.to(whole ? null : { first: from as Day, last: (until - 1) as Day });
}

/** Zooms by a factor, in where it is under 1, about a day: else about the dates asked for, or where most is. */
export function zoomBy(model: TimelineModel, factor: number, about?: number): void {
	const { view, limits, range, bins, matching, all } = model;
	if (!view || !limits) return;
	const counts = model.tallestMatching > 0 ? matching : all;
	const fullest = counts.indexOf(Math.max(...counts));
	const asked = range && range.from < view.until && range.until > view.from ? range : null;
	const from = Math.max(asked?.from ?? bins?.edges[fullest] ?? view.from, view.from);
	const until = Math.min(asked?.until ?? bins?.edges[fullest + 1] ?? view.until, view.until);
	look(model, zoomView(view, factor, about ?? (from + until) / 2, limits));
}

/** By how much a key zooms, without Shift on some keyboards; 0 is back to the whole. */
export const zoomKeys: Record<string, number> = { '+': 0.5, '=': 0.5, '-': 2, _: 2, '0': 0 };

/** A key on one end of the range; `range` is the whole axis where none is set. */
export function stroke(
	model: TimelineModel,
	end: 'from' | 'until',
	range: Range,
	pressed: Stroke
): void {
	const factor = zoomKeys[pressed.key];
	if (factor === 0) look(model, null);
	else if (factor) zoomBy(model, factor, model.range ? range[end] : undefined);
	else if (pressed.key === 'Delete' || pressed.key === 'Backspace') model.dates?.set(null);
	else {
		const next = model.scale && strokeRange(model.scale, end, range, pressed);
		if (next) model.dates?.step(next);
	}
}
