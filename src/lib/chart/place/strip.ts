/** Places a heat strip: one cell per bin, shaded in four steps by how its count ranks among all counts on view. */
import { ascending, bisectLeft, bisectRight } from 'd3';

/** 0: nothing there. 1 to 4: few to many. */
export type Step = 0 | 1 | 2 | 3 | 4;

/** One cell, in pixels from the start of its strip. */
export interface Cell {
	x: number;
	width: number;
	count: number;
	step: Step;
}

const gapPx = 0.8;

/**
 * How counts are shaded: by quartiles of the counts over zero in all rows, so that rows can be compared. Equal
 * counts are as many as the middle one of them, so a strip of ones among ones is neither the palest nor the darkest.
 */
export function stepsOf(rows: Iterable<ArrayLike<number>>): (count: number) => Step {
	const counts: number[] = [];
	for (const row of rows)
		for (let at = 0; at < row.length; at++) if ((row[at] ?? 0) > 0) counts.push(row[at] as number);
	counts.sort(ascending);
	return (count) => {
		if (count <= 0) return 0;
		const rank = (bisectLeft(counts, count) + bisectRight(counts, count)) / 2 / counts.length;
		return (Math.min(3, Math.floor(rank * 4)) + 1) as Step;
	};
}

/** The cells of one row; gaps shrink where cells are narrow. */
export function placeStrip(
	counts: ArrayLike<number>,
	widthPx: number,
	stepOf: (count: number) => Step
): Cell[] {
	const pitch = widthPx / counts.length;
	const gap = Math.min(gapPx, pitch / 4);
	return Array.from({ length: counts.length }, (_, at) => {
		const count = counts[at] as number;
		return { x: at * pitch, width: pitch - gap, count, step: stepOf(count) };
	});
}

/** The cell under a pixel of a strip; the nearest one for a pixel outside. */
export function cellAt(x: number, widthPx: number, cells: number): number {
	return Math.max(0, Math.min(cells - 1, Math.floor((x / widthPx) * cells)));
}
