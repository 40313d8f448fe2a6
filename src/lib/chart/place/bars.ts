/** Bars as few path strings: the solid parts, the outlines stacked on them, and one silhouette without gaps. */
import { placeBar, px, type BinScale, type CountScale } from './scale.ts';

/** Half of an outline's stroke: outlines are drawn inside their share. */
export const insetPx = 0.6;
const leastSolidPx = 1.5;
const leastOutlinePx = 2.5;

/** The path of one rectangle. */
export function rectPath(x: number, y: number, width: number, height: number): string {
	return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
}

/**
 * Bars with a solid part and an outline stacked on it. The solid path has the same commands whatever the counts, so
 * that one may pass into the next; something is never drawn as nothing.
 */
export function placeBars(
	scale: BinScale,
	counts: CountScale,
	solid: ArrayLike<number>,
	outline: ArrayLike<number>
): { solid: string; outline: string } {
	const paths = { solid: '', outline: '' };
	for (let bin = 0; bin < solid.length; bin++) {
		const { x, width } = placeBar(scale, bin);
		const count = solid[bin] as number;
		const height = count > 0 ? Math.max(leastSolidPx, count * counts.unit) : 0;
		paths.solid += rectPath(x, counts.base - height, width, height);
		const share = outline[bin] as number;
		if (share <= 0) continue;
		const room = Math.max(leastOutlinePx, share * counts.unit);
		paths.outline += rectPath(
			x + insetPx,
			counts.base - height - room + insetPx,
			Math.max(0.4, width - 2 * insetPx),
			room - 2 * insetPx
		);
	}
	return paths;
}

/** One continuous outline of all counts: `line` its upper edge, `fill` closed along the base. */
export function placeSilhouette(
	scale: BinScale,
	counts: CountScale,
	all: ArrayLike<number>
): { line: string; fill: string } {
	const { cuts } = scale;
	let line = '';
	for (let bin = 0; bin < all.length; bin++) {
		const y = px(counts.y(all[bin] as number));
		line += `${bin === 0 ? `M${px(cuts[0] as number)} ${y}` : `V${y}`}H${px(cuts[bin + 1] as number)}`;
	}
	const base = px(counts.base);
	const last = cuts[all.length] as number;
	const first = cuts[0] as number;
	return {
		line: line === '' ? '' : `${line}V${base}`,
		fill: line === '' ? '' : `${line}V${base}H${px(Math.min(first, last))}z`
	};
}

/** The base line in two paths: along bins that hold something, and along those that hold nothing at all. */
export function placeBase(
	{ cuts }: BinScale,
	base: number,
	all: ArrayLike<number>
): { held: string; empty: string } {
	const paths = { held: '', empty: '' };
	for (let bin = 0, end = 0; bin < all.length; bin = end) {
		const holds = all[bin] !== 0;
		while (end < all.length && (all[end] !== 0) === holds) end++;
		paths[holds ? 'held' : 'empty'] +=
			`M${px(cuts[bin] as number)} ${base}H${px(cuts[end] as number)}`;
	}
	return paths;
}
