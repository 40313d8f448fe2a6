/** What a pointer on the picture of the timeline does: it chooses dates, opens articles, zooms. */
import { startBrush, type Brush } from '../../chart/brush.ts';
import { brickAt, type Brick } from '../../chart/place/bricks.ts';
import type { Grip } from '../../chart/place/range.ts';
import { startZoomer } from '../../chart/zoomer.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { headlineOf } from '../../explorer/neighbours.ts';
import { look } from './hand.ts';
import type { TimelineModel } from './timeline.svelte.ts';

/** Where the pointer is: over what, holding what, on which article, and how that is called. */
export interface Pointing {
	over: Grip | null;
	held: Grip | null;
	brick: Brick | null;
	name: string;
}

/** What lies under the hand. */
export interface Held {
	slim: boolean;
	/** The hand is a finger. */
	coarse: boolean;
	bricks: readonly Brick[];
}

/**
 * Lets a hand on the picture, of which `node` catches the pointer, choose, open and zoom. `held` is read anew whenever it
 * matters; `point` is told what has changed.
 */
export function takeHold(
	node: SVGGElement,
	model: TimelineModel,
	explorer: Explorer,
	held: () => Held,
	point: (change: Partial<Pointing>) => void
): Brush {
	const svg = node.ownerSVGElement as SVGSVGElement;

	/** Puts the focus where the hand left off, so that Delete and the arrows go on from there. */
	function focus(end: 'from' | 'until'): void {
		// A finger has no keys, and a browser may draw the frame of the focus after a touch.
		if (held().coarse) return;
		svg.querySelector<SVGElement>(`[data-end=${end}]`)?.focus({ preventScroll: true });
	}

	const brush = startBrush(node, {
		step(range, grip) {
			point({ held: grip, brick: null });
			model.dates?.drag(range);
		},
		end(grip) {
			point({ held: null });
			model.dates?.drop();
			focus(grip === 'until' ? 'until' : 'from');
		},
		cancel() {
			point({ held: null });
			model.dates?.cancel();
		},
		press(x, y) {
			const brick = brickAt(held().bricks, x, y);
			if (brick?.item != null) return void explorer.openRow(brick.item);
			const { scale, all } = model;
			const bin = scale?.binAt(x) ?? 0;
			// Pressed where nothing stands: nothing is meant.
			if (!scale || !all[bin]) return;
			model.dates?.set({
				from: scale.edges[bin] as number,
				until: scale.edges[bin + 1] as number
			});
			focus('from');
		},
		doublePress(x, y) {
			if (!brickAt(held().bricks, x, y)) model.dates?.set(null);
		},
		hover(over, x, y) {
			const brick = (over && brickAt(held().bricks, x, y)) ?? null;
			const entry = brick?.item == null ? undefined : explorer.entry(brick.item);
			point({ over, brick, name: entry ? headlineOf(entry) : '' });
		}
	});

	const stopZoomer = startZoomer(
		svg,
		() => {
			const { scale, view, limits } = model;
			return held().slim || !scale || !view || !limits ? null : { scale, view, limits };
		},
		(view) => look(model, view),
		() => brush.giveUp()
	);

	return {
		...brush,
		destroy() {
			stopZoomer();
			brush.destroy();
		}
	};
}
