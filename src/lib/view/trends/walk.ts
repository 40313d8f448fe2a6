/** From point to point of the lines of a picture, by the arrow keys. */
import type { LinePoint } from '../../chart/place/lines.ts';

/** A point: its line, by its position among those compared, and its period. */
export interface Stop {
	line: number;
	bin: number;
}

/**
 * Where a key leads from a point: left and right along its line, Home and End to that line's ends, up and down to the
 * nearest point of the line before or after. The point itself where nothing lies that way; null for any other key.
 */
export function stopAfter(
	key: string,
	stop: Stop,
	lines: readonly { at: number; placed: readonly LinePoint[] }[]
): Stop | null {
	const drawn = lines.filter(({ placed }) => placed.length > 0);
	const line = drawn.findIndex(({ at }) => at === stop.line);
	const points = drawn[line]?.placed ?? [];
	const place = points.findIndex(({ bin }) => bin === stop.bin);
	const stopAt = (at: number, point: LinePoint | undefined) =>
		point ? { line: drawn[at]?.at ?? stop.line, bin: point.bin } : stop;
	const nearest = (at: number) => {
		const gap = ({ bin }: LinePoint) => Math.abs(bin - stop.bin);
		const all = drawn[at]?.placed ?? [];
		return stopAt(at, all.length ? all.reduce((a, b) => (gap(b) < gap(a) ? b : a)) : undefined);
	};
	switch (key) {
		case 'ArrowLeft':
			return stopAt(line, points[place - 1]);
		case 'ArrowRight':
			return stopAt(line, points[place + 1]);
		case 'Home':
			return stopAt(line, points[0]);
		case 'End':
			return stopAt(line, points[points.length - 1]);
		case 'ArrowUp':
			return nearest(line - 1);
		case 'ArrowDown':
			return nearest(line + 1);
		default:
			return null;
	}
}
