/** Captions beside bars: to the right where there is room, else to the left, else not at all. */

/** Something in the picture that a caption names, or that a caption must not cover. */
export interface Box {
	x: number;
	width: number;
	top: number;
	/** Bottom in pixels; larger than `top`. */
	base: number;
}

export interface Caption {
	x: number;
	/** Baseline of the text. */
	y: number;
	anchor: 'start' | 'end';
	text: string;
}

/** Width of a text of 12.5 px, from above: measured widths of sentences lie 3 to 12 % below. */
export function roughWidth(text: string, perCharacter = 6.6): number {
	return text.length * perCharacter;
}

const gapPx = 8;
const ascentPx = 12;
const descentPx = 5;

function touches(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.top < b.base && b.top < a.base;
}

/**
 * Captions for boxes, in order of importance. Each stands at the top of its box and covers neither another box nor
 * another caption, nor runs past `left` and `right`; one that has no room is left out.
 */
export function placeCaptions(
	wanted: readonly { box: Box; text: string }[],
	obstacles: readonly Box[],
	left: number,
	right: number
): Caption[] {
	const taken: Box[] = [...obstacles];
	const placed: Caption[] = [];
	for (const { box, text } of wanted) {
		const width = roughWidth(text);
		const y = Math.min(box.top + 11, box.base - 3);
		for (const anchor of ['start', 'end'] as const) {
			const x = anchor === 'start' ? box.x + box.width + gapPx : box.x - gapPx;
			const area: Box = {
				x: anchor === 'start' ? x : x - width,
				width,
				top: y - ascentPx,
				base: y + descentPx
			};
			if (area.x < left || area.x + area.width > right) continue;
			if (taken.some((each) => touches(each, area))) continue;
			taken.push(area);
			placed.push({ x, y, anchor, text });
			break;
		}
	}
	return placed;
}
