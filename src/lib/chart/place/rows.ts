/** Rows of a chart, one under another, each with its name: how wide the names are, and what of a long one is shown. */
import { roughWidth } from './captions.ts';

/** A letter of 13 px, from above, as `roughWidth` takes it. */
const letterPx = 7;
/** Narrower than this a name stands above its row instead of beside it. */
const besidePx = 520;

/** Where names and marks lie, in pixels. */
export interface RowPlan {
	/** True where names stand above. */
	stacked: boolean;
	/** Width for a name. */
	name: number;
	/** From where to where the marks reach, before the texts at their right. */
	left: number;
	right: number;
}

/**
 * Places names and marks of rows over `width` pixels, so that the longest name has the room that it needs but never more
 * than a share of it; `texts` stand at the end of each row.
 */
export function planRows(
	width: number,
	names: readonly string[],
	texts: readonly string[]
): RowPlan {
	const widest = (of: readonly string[]) =>
		of.reduce((most, text) => Math.max(most, roughWidth(text, letterPx)), 0);
	const end = Math.min(width / 2, widest(texts) + 10);
	if (width < besidePx)
		return { stacked: true, name: Math.max(0, width - end), left: 0, right: Math.max(1, width) };
	const name = Math.min(widest(names), width * 0.4);
	return { stacked: false, name, left: name + 12, right: Math.max(name + 13, width - end) };
}

/** As much of a text as fits into some pixels, cut with an ellipsis. */
export function shorten(text: string, widthPx: number): string {
	if (roughWidth(text, letterPx) <= widthPx) return text;
	const letters = [...text].slice(0, Math.max(1, Math.floor(widthPx / letterPx) - 1));
	return `${letters.join('').trimEnd()}…`;
}
