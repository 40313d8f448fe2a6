/** Lines over bins: paths with gaps, their markers, and labels moved apart. */
import { px, type BinScale, type CountScale } from './scale.ts';

/** A point of a line. */
export interface LinePoint {
	bin: number;
	x: number;
	y: number;
	value: number;
	/** A value to be doubted: drawn hollow, and joined to nothing. */
	small: boolean;
}

/** The points of a line, each in the middle of its bin; bins without a value have none. */
export function placePoints(
	scale: BinScale,
	counts: CountScale,
	values: readonly { value: number | null; small: boolean }[]
): LinePoint[] {
	return values.flatMap(({ value, small }, bin) =>
		value === null
			? []
			: [{ bin, value, small, y: counts.y(value), x: (scale.cuts[bin] ?? 0) + scale.pitch / 2 }]
	);
}

/** Whether a line runs from one point to the next: they stand side by side and neither is in doubt. */
const joins = (one: LinePoint | undefined, next: LinePoint | undefined) =>
	one !== undefined && next !== undefined && next.bin === one.bin + 1 && !one.small && !next.small;

/** The path of a line, with a gap wherever a bin has no value or one in doubt. */
export function linePath(points: readonly LinePoint[]): string {
	return points
		.map((point, at) => {
			const place = `${px(point.x)} ${px(point.y)}`;
			if (joins(points[at - 1], point)) return `L${place}`;
			return joins(point, points[at + 1]) ? `M${place}` : '';
		})
		.join('');
}

/** The points that are marked: every sixth of a line and its last, and whatever no line leads to. */
export function markedPoints(points: readonly LinePoint[]): LinePoint[] {
	return points.filter(
		(point, at) =>
			at === points.length - 1 ||
			point.bin % 6 === 0 ||
			!(joins(points[at - 1], point) || joins(point, points[at + 1]))
	);
}

/** The outlines of five markers around a point: circle, square, triangle, diamond, cross; `r` is about their radius. */
export function markerPath(kind: number, x: number, y: number, r = 4): string {
	const [left, top, size] = [px(x - r), px(y - r), px(2 * r)];
	switch (kind % 5) {
		case 0:
			return `M${left} ${px(y)}a${r} ${r} 0 1 0 ${size} 0a${r} ${r} 0 1 0 ${-size} 0z`;
		case 1:
			return `M${left} ${top}h${size}v${size}h${-size}z`;
		case 2:
			return `M${px(x)} ${px(y - r * 1.2)}l${px(r * 1.2)} ${px(r * 2.1)}h${px(-r * 2.4)}z`;
		case 3:
			return `M${px(x)} ${px(y - r * 1.3)}l${px(r * 1.3)} ${px(r * 1.3)}l${px(-r * 1.3)} ${px(r * 1.3)}l${px(-r * 1.3)} ${px(-r * 1.3)}z`;
		default:
			return `M${left} ${top}l${size} ${size}m0 ${-size}l${-size} ${size}`;
	}
}

/**
 * Heights for labels that would stand at `wanted`, at least `apart` pixels from each other and between `top` and
 * `base` where there is room: each is pushed down by the one above it, then what runs over is pushed up again.
 */
export function partLabels(
	wanted: readonly number[],
	apart: number,
	top: number,
	base: number
): number[] {
	const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
	const placed = [...wanted];
	let least = top;
	for (const at of order) {
		placed[at] = Math.max(wanted[at] ?? 0, least);
		least = placed[at] + apart;
	}
	let most = base;
	for (const at of order.reverse()) {
		placed[at] = Math.min(placed[at] ?? 0, most);
		most = placed[at] - apart;
	}
	return placed;
}
