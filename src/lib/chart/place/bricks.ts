/** Small counts as a shelf: one brick per item, stacked bin by bin, with shares of items that belong to many bins. */
import { insetPx, rectPath } from './bars.ts';
import { placeBar, px, type BinScale, type CountScale } from './scale.ts';

/** From the bottom up: passing, passing but approximate, not passing, not passing and approximate. */
export const brickLooks = ['solid', 'outline', 'ghost', 'dashed'] as const;
export type BrickLook = (typeof brickLooks)[number];

/** What one bin holds of one look: items that lie in it whole, and the sum of shares of those that do not. */
export interface BrickGroup {
	items: readonly number[];
	share: number;
}

/** The groups of a bin. */
export type BrickStack = Record<BrickLook, BrickGroup>;

export interface Brick {
	x: number;
	y: number;
	width: number;
	height: number;
	look: BrickLook;
	/** Null where the brick is made of shares. */
	item: number | null;
}

const gapPx = 1.5;

/** The bricks of one stack, from the bottom up, over `x` to `x + width`. */
export function placeStack(
	stack: BrickStack,
	counts: CountScale,
	x: number,
	width: number
): Brick[] {
	const bricks: Brick[] = [];
	let height = 0;
	const add = (look: BrickLook, part: number, item: number | null) => {
		const full = part * counts.unit;
		const drawn = Math.max(1.5, full - (full > 4 ? gapPx : 0));
		bricks.push({ x, y: counts.base - height - drawn, width, height: drawn, look, item });
		height += full;
	};
	for (const look of brickLooks) {
		for (const item of stack[look].items) add(look, 1, item);
		// Shares of one item add up with rounding errors in the last places.
		if (stack[look].share > 1e-6) add(look, stack[look].share, null);
	}
	return bricks;
}

/** The bricks of all bins. */
export function placeBricks(
	scale: BinScale,
	counts: CountScale,
	stacks: readonly BrickStack[]
): Brick[] {
	return stacks.flatMap((stack, bin) => {
		const { x, width } = placeBar(scale, bin);
		return placeStack(stack, counts, x, width);
	});
}

/** Bricks of each look as one path; `cap` is the line along the top of the ghosts. */
export function pathBricks(bricks: readonly Brick[]): Record<BrickLook | 'cap', string> {
	const paths = { solid: '', outline: '', ghost: '', dashed: '', cap: '' };
	for (const { x, y, width, height, look } of bricks) {
		if (look === 'outline' || look === 'dashed')
			paths[look] += rectPath(
				x + insetPx,
				y + insetPx,
				Math.max(0.4, width - 2 * insetPx),
				Math.max(0.4, height - 2 * insetPx)
			);
		else paths[look] += rectPath(x, y, width, height);
		if (look === 'ghost') paths.cap += `M${px(x)} ${px(y)}h${px(width)}`;
	}
	return paths;
}

/** The brick under a point, the gap above it included. */
export function brickAt(bricks: readonly Brick[], x: number, y: number): Brick | undefined {
	return bricks.find(
		(each) =>
			x >= each.x && x <= each.x + each.width && y >= each.y - gapPx && y <= each.y + each.height
	);
}
