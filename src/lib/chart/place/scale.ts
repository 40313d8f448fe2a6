/** Bins of time and counts to pixels. Every bin is equally wide, whatever its number of days, so that bars compare. */
import { bisectRight } from 'd3';

/** Where bins lie from left to right. */
export interface BinScale {
	/** First day of each bin, and the day after the last. */
	edges: Int32Array;
	/** Pixel of each edge. */
	cuts: readonly number[];
	/** Pixels from one bin to the next. */
	pitch: number;
	/** Pixel at which a day begins; days outside are held at the ends. */
	x(day: number): number;
	/** Number of the bin under a pixel, held at the ends. */
	binAt(px: number): number;
	/** Number of the edge nearest to a pixel, held at the ends. */
	edgeAt(px: number): number;
}

/** The bins between two pixels. `edges`: days, ascending, two at least. */
export function placeBins(edges: Int32Array, left: number, right: number): BinScale {
	const size = edges.length - 1;
	const pitch = (right - left) / size;
	const held = (value: number, most: number) => Math.max(0, Math.min(most, value));
	return {
		edges,
		cuts: Array.from(edges, (_, at) => left + at * pitch),
		pitch,
		x(day) {
			const bin = bisectRight(edges, day) - 1;
			if (bin < 0) return left;
			if (bin >= size) return right;
			const [from, until] = [edges[bin] as number, edges[bin + 1] as number];
			return left + (bin + (day - from) / (until - from)) * pitch;
		},
		binAt: (px) => held(Math.floor((px - left) / pitch), size - 1),
		edgeAt: (px) => held(Math.round((px - left) / pitch), size)
	};
}

/** Pixels between two neighbouring bars. */
export function gapOf(pitch: number): number {
	return pitch > 14 ? 4 : pitch > 6 ? 2 : 1;
}

/** Left edge and width of the bar of a bin, with half a gap on either side. */
export function placeBar(scale: BinScale, bin: number): { x: number; width: number } {
	const gap = gapOf(scale.pitch);
	return {
		x: (scale.cuts[bin] as number) + gap / 2,
		width: Math.max(1, scale.pitch - gap)
	};
}

/** How high counts stand. */
export interface CountScale {
	/** Pixel of the highest count that fits. */
	top: number;
	/** Pixel of zero. */
	base: number;
	/** The count at `top`. */
	max: number;
	/** Pixels for one. */
	unit: number;
	y(count: number): number;
}

/** Counts from 0 at pixel `base` to `max` at pixel `top`. */
export function placeCounts(max: number, top: number, base: number): CountScale {
	const unit = (base - top) / Math.max(max, Number.EPSILON);
	return { top, base, max, unit, y: (count) => base - count * unit };
}

/** A pixel with one decimal: enough for the eye, and short in the document. */
export function px(value: number): number {
	return Math.round(value * 10) / 10;
}
