/** What a hand on the timeline makes of the dates asked for: by dragging, by key, at one stroke. */
import { periodOf, type Day } from '../../archive/day.ts';
import type { Range } from '../../chart/place/range.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import type { Selection } from '../../filter/selection.ts';
import { writeDates, type Dates } from './period.ts';
import type { TimelineModel } from './timeline.svelte.ts';

/** Keys that follow each other faster than this are one gesture. */
const keyRestMs = 800;

export class DateHand {
	#model: TimelineModel;
	#explorer: Explorer;
	#rest: ReturnType<typeof setTimeout> | undefined;
	#dragging = false;

	constructor(model: TimelineModel, explorer: Explorer) {
		this.#model = model;
		this.#explorer = explorer;
	}

	/** The selection with another range; the whole axis, or null, is no range at all. */
	#with(range: Range | null): Selection {
		const { selection } = this.#explorer;
		const edges = this.#model.bins?.edges;
		const whole =
			!this.#model.zoom &&
			edges &&
			range?.from === edges[0] &&
			range?.until === edges[edges.length - 1];
		const dates =
			range === null || whole
				? { from: null, to: null }
				: writeDates(range.from as Day, (range.until - 1) as Day);
		return { ...selection, ...dates, undated: dates.from !== null && selection.undated };
	}

	/** The dates before the drag that is going on. */
	#before: (Dates & { undated: boolean }) | null = null;

	/** A step of a drag. */
	drag(range: Range): void {
		const { from, to, undated } = this.#explorer.selection;
		if (!this.#dragging) this.#before = { from, to, undated };
		this.#dragging = true;
		this.#explorer.drag(this.#with(range));
	}

	/** The drag is over: the URL follows. */
	drop(): void {
		clearTimeout(this.#rest);
		this.#dragging = false;
		void this.#explorer.settle();
	}

	/** The drag is given up: the dates are as they were before it. */
	cancel(): void {
		if (!this.#dragging) return;
		this.#explorer.drag({ ...this.#explorer.selection, ...this.#before });
		this.drop();
	}

	/** A step by key: the last of a row of steps ends the gesture. */
	step(range: Range): void {
		this.#explorer.draft(this.#with(range));
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.drop(), keyRestMs);
	}

	/** A range at one stroke; null takes the dates back. */
	set(range: Range | null): void {
		this.setDates(this.#with(range));
	}

	/** Dates as typed or pressed; nothing happens where they are in force already. */
	setDates({ from, to }: Dates): void {
		clearTimeout(this.#rest);
		const { selection } = this.#explorer;
		if (selection.from === from && selection.to === to) return;
		const first = from === null ? null : periodOf(from);
		const last = to === null ? null : periodOf(to);
		const swapped = first && last && first.first > last.last;
		this.#explorer.choose({
			...selection,
			from: swapped ? to : from,
			to: swapped ? from : to,
			undated: selection.undated && (from !== null || to !== null)
		});
	}
}
