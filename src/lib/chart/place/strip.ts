/** Places a heat strip: one cell per bin, shaded in four steps by how its count ranks among all counts on view. */

/** 0: nothing there. 1 to 4: few to many. */
export type Step = 0 | 1 | 2 | 3 | 4;

const gapPx = 0.8;

/**
 * How the counts of some rows are shaded: by quartiles of the counts over zero in all rows, so that rows can be compared.
 * Equal counts are as many as the middle one of them, so a strip of ones among ones is neither the palest nor the
 * darkest. What is none of these counts is shaded as nothing.
 */
export function stepsOf(rows: readonly Float64Array[]): (count: number) => Step {
	const counts = Float64Array.from(rows.flatMap((row) => [...row]).filter((count) => count > 0));
	const size = counts.sort().length;
	const steps = new Map<number, number>();
	for (let from = 0, to = 0; from < size; from = to) {
		const count = counts[from] as number;
		while (counts[to] === count) to++;
		// Four times the rank of the middle one, as a share of all.
		steps.set(count, Math.floor((2 * (from + to)) / size) + 1);
	}
	return (count) => Math.min(4, steps.get(count) ?? 0) as Step;
}

/**
 * What draws a strip: the counts of its cells to one path a step, in their order. Where there is nothing, a hairline: an
 * empty year is a line and a quiet year is a cell. Strips are drawn at every frame of a drag, so what does not change with
 * the counts is written once.
 */
export function stripPen(
	cells: number,
	widthPx: number,
	heightPx: number
): (counts: Float64Array, stepOf: (count: number) => Step) => string[] {
	const pitch = widthPx / cells;
	// Gaps shrink where cells are narrow.
	const across = (pitch - Math.min(gapPx, pitch / 4)).toFixed(2);
	const mark = (y: number, height: number) =>
		Array.from(
			{ length: cells },
			(_, at) => `M${(at * pitch).toFixed(2)} ${y}h${across}v${height}h-${across}z`
		);
	const [lines, blocks] = [mark((heightPx - 1) / 2, 1), mark(0, heightPx)];
	return (counts, stepOf) => {
		const paths: Record<Step, string> & string[] = ['', '', '', '', ''];
		for (let at = 0; at < cells; at++) {
			const step = stepOf(counts[at] ?? 0);
			paths[step] += (step === 0 ? lines : blocks)[at] ?? '';
		}
		return paths;
	};
}

/** The cell under a pixel of a strip; the nearest one for a pixel outside. */
export function cellAt(x: number, widthPx: number, cells: number): number {
	return Math.max(0, Math.min(cells - 1, Math.floor((x / widthPx) * cells)));
}
