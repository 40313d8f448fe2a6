/**
 * The hand that zooms a chart: the wheel with Ctrl held down (which is also what pinching on a touchpad sends), the
 * wheel sideways, and two fingers. The wheel alone is left to the page, which scrolls.
 */
import type { Range } from './place/range.ts';
import type { BinScale } from './place/scale.ts';
import { unit } from './unit.svelte.ts';
import { moveView, pinchView, zoomView } from './place/zoom.ts';

/** What the hand needs to know of the picture, read anew whenever it matters; null where there is nothing to zoom. */
export interface ZoomPicture {
	scale: BinScale;
	/** The days shown, and those of the whole axis. */
	view: Range;
	limits: Range;
}

/** One turn of the wheel changes the view by half as much again at most, whatever the device sends. */
const mostPerTurn = 0.5;
/** Lines and pages of a wheel in pixels. */
const pxPerDelta = [1, 16, 400] as const;

/** The day under a pixel, a fraction within its bin. */
function dayAt({ edges, cuts, pitch }: BinScale, px: number): number {
	const bin = Math.max(
		0,
		Math.min(edges.length - 2, Math.floor((px - (cuts[0] as number)) / pitch))
	);
	const [from, until] = [edges[bin] as number, edges[bin + 1] as number];
	return from + ((px - (cuts[bin] as number)) / pitch) * (until - from);
}

/**
 * Lets a hand on `node` zoom. `look` is told the days to show, `take` that two fingers have come down and what one of
 * them began is not meant. Gives back the way to stop.
 */
export function startZoomer(
	node: SVGSVGElement,
	picture: () => ZoomPicture | null,
	look: (view: Range) => void,
	take: () => void
): () => void {
	/** The view between two turns of the wheel: what is drawn is rounded to whole bins, and would not add up. */
	let turning: { view: Range; at: number } | null = null;
	let pinching: [number, number] | null = null;
	const placeOf = (clientX: number) => (clientX - node.getBoundingClientRect().left) / unit.px;

	function wheel(event: WheelEvent): void {
		const seen = picture();
		if (!seen) return;
		const { scale, view, limits } = seen;
		const px = pxPerDelta[event.deltaMode] ?? 1;
		const zooming = event.ctrlKey || event.metaKey;
		const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
		const whole = view.from <= limits.from && view.until >= limits.until;
		if (!zooming && (whole || Math.abs(sideways) < Math.abs(event.shiftKey ? 0 : event.deltaY)))
			return;
		event.preventDefault();
		// Goes on from where the last turn left off.
		const going = turning && event.timeStamp - turning.at < 400 ? turning.view : view;
		const width = (scale.cuts.at(-1) as number) - (scale.cuts[0] as number);
		const turn = Math.max(-mostPerTurn, Math.min(mostPerTurn, event.deltaY * px * 0.01));
		const next = zooming
			? zoomView(going, 2 ** turn, dayAt(scale, placeOf(event.clientX)), limits)
			: moveView(going, (sideways * px * (going.until - going.from)) / (width * unit.px), limits);
		turning = { view: next, at: event.timeStamp };
		look(next);
	}

	function touch(event: TouchEvent): void {
		const [one, two, three] = event.touches;
		const seen = picture();
		if (!one || !two || three || !seen) {
			pinching = null;
			return;
		}
		// The brush follows one finger, and must not take the second for another.
		if (event.type === 'touchstart') event.stopPropagation();
		if (event.cancelable) event.preventDefault();
		const { scale, limits } = seen;
		const [left, right] = [scale.cuts[0] as number, scale.cuts.at(-1) as number];
		const places = [placeOf(one.clientX), placeOf(two.clientX)] as const;
		if (!pinching) {
			take();
			pinching = [dayAt(scale, places[0]), dayAt(scale, places[1])];
			return;
		}
		const share = (px: number) => (px - left) / (right - left);
		look(pinchView(pinching, [share(places[0]), share(places[1])], limits));
	}

	const listeners = new AbortController();
	const { signal } = listeners;
	node.addEventListener('wheel', wheel, { signal, passive: false });
	for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
		node.addEventListener(type, touch, { signal, passive: false, capture: true });
	return () => listeners.abort();
}
