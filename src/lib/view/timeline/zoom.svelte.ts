/**
 * The days that the timeline is zoomed to: those that the URL says or, while a hand moves, those under it. A way of
 * looking, which narrows nothing: neither the list nor any count but those of the picture's own bins follows it.
 */
import type { Day } from '../../archive/day.ts';
import type { Range } from '../../chart/place/range.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { readDates, writeDates } from './period.ts';

/** A zoom is written into the URL when the hand has rested this long. */
const restMs = 400;

interface Span {
	first: Day;
	last: Day;
}

export class Zoom {
	#explorer: Explorer;
	#limits: () => Range | null;
	/** What a hand zooms to and the URL does not say yet; `to` is null for the whole axis. */
	#moving = $state.raw<{ to: Span | null } | null>(null);
	#rest: ReturnType<typeof setTimeout> | undefined;

	/** `limits`: the days of the whole axis, read reactively; null where there is nothing to zoom. */
	constructor(explorer: Explorer, limits: () => Range | null) {
		this.#explorer = explorer;
		this.#limits = limits;
	}

	/** First and last day to show; null for the whole axis. */
	readonly span: Span | null = $derived.by(() => {
		if (this.#moving) return this.#moving.to;
		const { zoom } = this.#explorer.selection;
		const limits = zoom && this.#limits();
		const asked = zoom && readDates(zoom, { first: 0 as Day, last: 0 as Day });
		if (!asked || !limits) return null;
		const first = Math.max(asked.first, limits.from) as Day;
		const last = Math.min(asked.last, limits.until - 1) as Day;
		const whole = last - first + 1 >= limits.until - limits.from;
		return first > last || whole ? null : { first, last };
	});

	/** True while a hand moves, and until the URL says what it has moved to. */
	get moving(): boolean {
		return this.#moving !== null;
	}

	/** Zooms to some days, null for all: the picture follows at once, the URL when the hand rests. */
	to(span: Span | null): void {
		const moving = (this.#moving = { to: span });
		clearTimeout(this.#rest);
		this.#rest = setTimeout(async () => {
			await this.#explorer.look(span && writeDates(span.first, span.last));
			if (this.#moving === moving) this.#moving = null;
		}, restMs);
	}

	/** Writes nothing more: the page is left, and a later write would lead back to it. */
	leave(): void {
		clearTimeout(this.#rest);
	}
}
