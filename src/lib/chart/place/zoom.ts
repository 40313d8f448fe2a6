/** The part of a time axis that is shown: what buttons, wheels and fingers make of it. All in days, perhaps fractions. */
import type { Range } from './range.ts';

/** Nothing is looked at more closely than this many days. */
export const leastDays = 7;

const held = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** A length that is not too short, nor longer than the axis. */
function lengthWithin({ from, until }: Range, days: number): number {
	return held(days, Math.min(leastDays, until - from), until - from);
}

/** A view of some lawful length beginning at `from`, pushed back to where the axis is. */
function placeWithin(limits: Range, from: number, days: number): Range {
	const start = held(from, limits.from, limits.until - days);
	return { from: start, until: start + days };
}

/** The view made longer (`factor` over 1) or shorter about a day, which keeps its place unless an end is met. */
export function zoomView(view: Range, factor: number, about: number, limits: Range): Range {
	const days = view.until - view.from;
	const day = held(about, view.from, view.until);
	const next = lengthWithin(limits, days * factor);
	return placeWithin(limits, day - ((day - view.from) / days) * next, next);
}

/** The view moved by some days, as long as it was. */
export function moveView(view: Range, days: number, limits: Range): Range {
	return placeWithin(limits, view.from + days, view.until - view.from);
}

/** The view with one of its ends at another day. */
export function stretchView(view: Range, end: 'from' | 'until', day: number, limits: Range): Range {
	const least = lengthWithin(limits, 0);
	return end === 'from'
		? { from: held(day, limits.from, view.until - least), until: view.until }
		: { from: view.from, until: held(day, view.from + least, limits.until) };
}

/**
 * The view in which two days lie under two fingers. `at`: places of the fingers as shares of the picture's width, 0 to
 * 1; `days`: what they took hold of.
 */
export function pinchView(
	days: readonly [number, number],
	at: readonly [number, number],
	limits: Range
): Range {
	// Fingers that meet hold one day.
	const apart = Math.max(0.01, Math.abs(at[1] - at[0]));
	const length = lengthWithin(limits, Math.abs(days[1] - days[0]) / apart);
	return placeWithin(limits, Math.min(...days) - Math.min(...at) * length, length);
}
