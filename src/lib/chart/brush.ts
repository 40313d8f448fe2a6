/**
 * The hand on a chart: d3-brush, tamed. It owns one `<g>`, in which it lays transparent rectangles that catch the
 * pointer; what a range looks like is drawn elsewhere. It reports ranges of days snapped to bins, at most one a
 * frame, and tells a press from a drag. Programmatic moves are silent.
 */
import { brushX, pointer, select, type D3BrushEvent } from 'd3';
import { dragRange, type Grip, type Range } from './place/range.ts';
import type { BinScale } from './place/scale.ts';

/** What the brush needs to know of the picture; read anew whenever it matters. */
export interface BrushPicture {
	scale: BinScale;
	top: number;
	base: number;
	/** The range in force; null where there is none. */
	range: Range | null;
	/** Width of what catches the pointer at each end, in pixels. */
	gripPx: number;
}

/** What the brush tells. Places are pixels of the picture. */
export interface BrushEvents {
	/** A drag has begun or gone on. */
	step(range: Range, grip: Grip): void;
	/** A drag is over; the last step told its range. */
	end(grip: Grip): void;
	/** Escape, or the browser took the gesture away (to scroll, say): nothing has been asked. */
	cancel(): void;
	/** Pressed and let go without moving. */
	press(x: number, y: number): void;
	/** Pressed twice. */
	doublePress(x: number, y: number): void;
	/** The pointer rests over an end, the range, or nothing held; null where it has left. */
	hover(over: Grip | null, x: number, y: number): void;
}

export interface Brush {
	/** Takes over another picture; never in the midst of a drag. */
	show(picture: BrushPicture): void;
	/** Another gesture has taken the hand over: what it has dragged counts for nothing. */
	giveUp(): void;
	destroy(): void;
}

/** Movements up to this many pixels are a press. */
const pressPx = 3;

const grips: Record<string, Grip> = {
	overlay: 'new',
	selection: 'whole',
	'handle--w': 'from',
	'handle--e': 'until'
};

function gripOf(target: EventTarget | null): Grip {
	for (const name of (target as Element | null)?.classList ?? [])
		if (grips[name]) return grips[name];
	return 'new';
}

function placeOf(event: MouseEvent | TouchEvent, node: SVGGElement): [number, number] {
	const at = 'changedTouches' in event ? event.changedTouches[0] : event;
	return at ? pointer(at, node) : [0, 0];
}

/** Makes `node` a brush. Call `show` before it is used. */
export function startBrush(node: SVGGElement, events: BrushEvents): Brush {
	const group = select<SVGGElement, unknown>(node);
	const behaviour = brushX<unknown>().keyModifiers(false);
	let picture: BrushPicture | null = null;
	let waiting: BrushPicture | null = null;
	let grip: Grip = 'new';
	let start: { x: number; y: number; range: Range } | null = null;
	let moved = false;
	/** The drag was given up; the button is still down. */
	let givenUp = false;
	let silent = false;
	let told: Range | null = null;
	let latest: Range | null = null;
	let frame = 0;

	function tell(): void {
		cancelAnimationFrame(frame);
		frame = 0;
		if (!latest || (told && told.from === latest.from && told.until === latest.until)) return;
		told = latest;
		events.step(latest, grip);
	}

	function lay(next: BrushPicture): void {
		picture = next;
		const { scale, top, base, range, gripPx } = next;
		const [left, right] = [scale.cuts[0] as number, scale.cuts[scale.cuts.length - 1] as number];
		behaviour
			.extent([
				[left, top],
				[right, base]
			])
			.handleSize(gripPx);
		silent = true;
		group.call(behaviour);
		group.call(behaviour.move, range ? [scale.x(range.from), scale.x(range.until)] : null);
		// A finger that moves up or down scrolls the page.
		group.style('touch-action', 'pan-y');
		silent = false;
	}

	/** Whether the finger has set off along the axis; null before it has. */
	let along: boolean | null = null;

	/** One that sets off up or down scrolls the page: d3 would hold it, and take it for a range. */
	function steer(event: TouchEvent): void {
		if (!start) return;
		const [x, y] = placeOf(event, node);
		const [across, down] = [Math.abs(x - start.x), Math.abs(y - start.y)];
		if (Math.max(across, down) > pressPx) along ??= across >= down;
		if (!along) event.stopPropagation();
	}

	/**
	 * A finger beside the picture is lifted. Of two fingers d3 waits for the last one, and hears of it only where that
	 * came down on the picture: the end of its gesture is told to it here.
	 */
	function lifted(event: TouchEvent): void {
		const isOurs = (target: EventTarget | null) => target instanceof Node && node.contains(target);
		if (!start || isOurs(event.target) || [...event.touches].some(({ target }) => isOurs(target)))
			return;
		const changedTouches = [...event.changedTouches];
		node.dispatchEvent(new TouchEvent(event.type, { changedTouches, cancelable: true }));
	}

	function started(event: D3BrushEvent<unknown>): void {
		if (silent || !picture) return;
		const source = event.sourceEvent as MouseEvent | TouchEvent;
		grip = gripOf(source.target);
		const [x, y] = placeOf(source, node);
		const { edges } = picture.scale;
		const whole = { from: edges[0] as number, until: edges[edges.length - 1] as number };
		start = { x, y, range: picture.range ?? whole };
		moved = false;
		along = null;
		told = latest = null;
	}

	function brushed(event: D3BrushEvent<unknown>): void {
		if (silent || !picture || !start || givenUp || !event.sourceEvent) return;
		const [x] = placeOf(event.sourceEvent as MouseEvent | TouchEvent, node);
		if (!moved && Math.abs(x - start.x) <= pressPx) return;
		moved = true;
		latest = dragRange(picture.scale, grip, start.range, start.x, x);
		frame ||= requestAnimationFrame(tell);
	}

	/** What has been dragged so far counts for nothing, and what follows until the hand lets go neither. */
	function giveUp(): void {
		cancelAnimationFrame(frame);
		frame = 0;
		if (!givenUp) events.cancel();
		givenUp = true;
	}

	function ended(event: D3BrushEvent<unknown>): void {
		if (silent || !start) return;
		const source = event.sourceEvent as MouseEvent | TouchEvent | undefined;
		const { x, y } = start;
		if (source?.type === 'touchcancel') giveUp();
		start = null;
		if (givenUp) givenUp = false;
		else if (moved) {
			tell();
			events.end(grip);
		} else if (grip === 'new' || grip === 'whole') {
			// A finger that went up or down where nothing scrolls has not pressed.
			const still = !source || Math.abs(placeOf(source, node)[1] - y) <= 3 * pressPx;
			if (still) events.press(x, y);
		}
		const next = waiting ?? picture;
		waiting = null;
		if (next) lay(next);
	}

	behaviour.on('start', started).on('brush', brushed).on('end', ended);
	const listeners = new AbortController();
	const { signal } = listeners;
	node.addEventListener('dblclick', (event) => events.doublePress(...placeOf(event, node)), {
		signal
	});
	node.addEventListener(
		'pointermove',
		(event) => events.hover(gripOf(event.target), ...placeOf(event, node)),
		{ signal }
	);
	node.addEventListener('touchmove', steer, { signal, capture: true });
	for (const type of ['touchend', 'touchcancel'] as const)
		addEventListener(type, lifted, { signal, capture: true });
	node.addEventListener('pointerleave', () => events.hover(null, 0, 0), { signal });
	addEventListener('keydown', ({ key }) => key === 'Escape' && start && moved && giveUp(), {
		signal
	});

	return {
		show(next) {
			// While the hand is on it, d3 keeps what it began with; the new picture is laid at the end.
			if (start) waiting = next;
			else lay(next);
		},
		giveUp: () => start && giveUp(),
		destroy() {
			cancelAnimationFrame(frame);
			listeners.abort();
			group.on('.brush', null);
			// A drag under way has listeners on the window too.
			select(window).on('.brush', null);
		}
	};
}
