/** What the timeline shows, derived from the explorer and the room there is; and what a hand on it asks for. */
import { MediaQuery } from 'svelte/reactivity';
import { binsFor, type Bins } from '../../archive/bins.ts';
import { describeMonth, periodOf, readDay, type Day } from '../../archive/day.ts';
import { describeCount } from '../../chart/describe.ts';
import { placeBins, placeCounts } from '../../chart/place/scale.ts';
import type { Range } from '../../chart/place/range.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import type { Selection } from '../../filter/selection.ts';
import { nameDates, nameFrom, nameTo, readDates, writeDates, type Dates } from './period.ts';
import { stackArticles, stackUndated } from './stacks.ts';
import { describeTimeline, sums, tableRows, type TableRow } from './words.ts';

/** Bars stand at least this far apart: quarters for forty years on a wide page, years on a phone. */
const leastPitchPx = 6.5;
/** The most articles of one bin that are drawn one by one. */
const mostBricks = 20;
/** Passing bars below this share of the height are offered to be enlarged. */
const smallMatches = 0.12;
/** A brick is never higher than this: three articles do not make a tower. */
const highestBrickPx = 24;
/** Keys that follow each other faster than this are one gesture. */
const keyRestMs = 800;

interface Span {
	first: Day;
	last: Day;
}

export class TimelineModel {
	#explorer: Explorer;
	#slim: () => boolean;
	#rest: ReturnType<typeof setTimeout> | undefined;
	#narrow = new MediaQuery('max-width: 600px', false);

	/** Size of the picture in pixels as measured in the browser; 0 before that and while it is not laid out. */
	measuredWidth = $state(0);
	measuredHeight = $state(0);
	readonly measured: boolean = $derived(this.measuredWidth > 0 && this.measuredHeight > 0);
	/** True while the page is being printed: on paper nothing is measured. */
	onPaper = $state(false);
	/** Size to draw at: before it is measured, as on a wide page; on paper, as between the margins of A4. */
	readonly width: number = $derived(this.onPaper ? 627 : this.measured ? this.measuredWidth : 1376);
	readonly height: number = $derived.by(() =>
		this.measured ? this.measuredHeight : this.#slim() ? 66 : 186
	);
	/** The days looked at more closely; null for the whole span. Not part of the selection: a way of looking. */
	zoom = $state.raw<Span | null>(null);
	/** The reader has asked for enlarged matches. */
	enlarging = $state(false);
	/** A drag is going on. */
	dragging = $state(false);

	constructor(explorer: Explorer, slim: () => boolean) {
		this.#explorer = explorer;
		this.#slim = slim;
	}

	readonly narrow: boolean = $derived.by(() => this.#narrow.current);

	/** First and last day of the archive; null where everything is undated. */
	readonly span: Span | null = $derived.by(() => {
		const { span } = this.#explorer.archive.manifest;
		const [first, last] = [span && readDay(span.first), span && readDay(span.last)];
		return first !== null && last !== null ? { first, last } : null;
	});

	/** True where something is asked; not while the first answer to the words is still awaited. */
	readonly asked: boolean = $derived.by(
		() => this.#explorer.asked && !this.#explorer.answers.waiting
	);

	readonly undated: number = $derived.by(() => this.#explorer.archive.manifest.counts.undated);

	readonly left: number = $derived.by(() => (this.#slim() ? 0 : 34));
	readonly right: number = $derived.by(() => {
		const beside = this.#slim() || this.undated === 0 ? 0 : this.narrow ? 60 : 116;
		return Math.max(this.left + 40, this.width - beside);
	});
	readonly top: number = $derived.by(() => (this.#slim() ? 4 : this.asked ? 24 : 14));
	readonly base: number = $derived.by(() => this.height - (this.#slim() ? 20 : 22));

	readonly bins: Bins | null = $derived.by(() => {
		const span = this.zoom ?? this.span;
		return span && binsFor(span.first, span.last, this.right - this.left, leastPitchPx);
	});
	readonly scale = $derived.by(
		() => this.bins && placeBins(this.bins.edges, this.left, this.right)
	);
	readonly tally = $derived.by(() => this.bins && this.#explorer.tallies.dates(this.bins));
	readonly all = $derived.by(() => (this.tally ? sums(this.tally, 'all') : new Float64Array()));
	readonly matching = $derived.by(() =>
		this.tally ? sums(this.tally, 'matching') : new Float64Array()
	);

	readonly tallest: number = $derived.by(() => Math.max(0, ...this.all));
	readonly tallestMatching: number = $derived.by(() => Math.max(0, ...this.matching));
	readonly bricks: boolean = $derived.by(
		() =>
			!this.#slim() &&
			this.tallest <= mostBricks &&
			(this.bins !== null || this.undated <= mostBricks)
	);
	readonly #fullMax: number = $derived.by(() => {
		if (!this.bricks) return Math.max(1, this.tallest || this.undated) * 1.04;
		const most = this.bins ? this.tallest : this.undated;
		return Math.max(most + 0.5, (this.base - this.top) / highestBrickPx);
	});
	/** True where enlarging would help. */
	readonly small: boolean = $derived.by(
		() =>
			this.asked &&
			!this.bricks &&
			this.tallestMatching > 0 &&
			this.tallestMatching / this.#fullMax < smallMatches
	);
	readonly enlarged: boolean = $derived.by(() => this.enlarging && this.small);
	readonly counts = $derived.by(() =>
		placeCounts(this.enlarged ? this.tallestMatching * 1.04 : this.#fullMax, this.top, this.base)
	);

	readonly stacks = $derived.by(() =>
		this.bricks && this.bins
			? stackArticles(this.#explorer.columns, this.#explorer.mask, this.bins.edges)
			: []
	);
	readonly undatedStack = $derived.by(() =>
		this.bricks && this.undated <= mostBricks
			? stackUndated(this.#explorer.columns, this.#explorer.mask)
			: null
	);
	readonly undatedPassing: number = $derived.by(() => {
		const { columns, mask, passing } = this.#explorer;
		if (this.tally) return this.tally.undated.matching;
		return columns.size === mask.length ? passing : 0;
	});

	readonly #dates = $derived.by((): Dates => {
		const { from, to } = this.#explorer.filters;
		return { from, to };
	});
	/** Days asked for, as a range of the axis; null where none are asked for. */
	readonly range: Range | null = $derived.by(() => {
		const { from, to } = this.#dates;
		const days = this.span && readDates(this.#dates, this.span);
		if (!days) return null;
		// An open end stands at the end of the axis, not at the archive's own last day somewhere in a bin; looked at
		// closer, it may lie beyond.
		const edges = this.bins?.edges;
		return {
			from: from === null ? Math.min(edges?.[0] ?? days.first, days.first) : days.first,
			until: to === null ? Math.max(edges?.[edges.length - 1] ?? 0, days.last + 1) : days.last + 1
		};
	});
	/** Dated articles in the range (or in the whole span): how many pass, of how many. */
	readonly rangeTally = $derived.by(() => {
		const days = (this.span && readDates(this.#dates, this.span)) ?? this.span;
		return days ? this.#explorer.tallies.range(days.first, days.last) : { all: 0, matching: 0 };
	});
	readonly #counted: string = $derived.by(
		() => `${describeCount(this.rangeTally.matching)} of ${describeCount(this.rangeTally.all)}`
	);
	/** `Jan 1994 – Dec 2008: 365 of 3,650`; null where no dates are asked for. */
	readonly rangeLabel: string | null = $derived.by(() =>
		this.range ? `${nameDates(this.#dates)}: ${this.#counted}` : null
	);

	/** The ends of the archive, as fields show them while they are empty: `May 2022`. */
	readonly wholeEnds = $derived.by(() => {
		// An archive begins in a month, whatever its first day.
		const month = (day: Day | undefined) => (day === undefined ? '' : describeMonth(day, 'short'));
		return { from: month(this.span?.first), to: month(this.span?.last) };
	});

	/** The ends of the range in words, open ones by those of the archive: for flags and sliders. */
	readonly ends = $derived.by(() => {
		const { from, to } = this.#dates;
		const { span } = this;
		const spoken = {
			from: from ? nameFrom(from, 'long') : span ? describeMonth(span.first) : '',
			to: to ? nameTo(to, 'long') : span ? describeMonth(span.last) : ''
		};
		return {
			from: from ? nameFrom(from) : this.wholeEnds.from,
			to: to ? nameTo(to) : this.wholeEnds.to,
			spokenFrom: `From ${spoken.from}, ${this.#counted} articles`,
			spokenTo: `To ${spoken.to}, ${this.#counted} articles`
		};
	});

	/** The span of what passes, where showing only that would show notably more of it. */
	readonly closer: Span | null = $derived.by(() => {
		const found = this.asked && this.span ? this.#explorer.tallies.passingSpan() : null;
		if (!found || !this.bins || this.zoom) return null;
		const { edges } = this.bins;
		const shown = (edges[edges.length - 1] as number) - (edges[0] as number);
		const span = { first: found.first as Day, last: found.last as Day };
		const closer = binsFor(span.first, span.last, this.right - this.left, leastPitchPx).edges;
		const width = (closer[closer.length - 1] as number) - (closer[0] as number);
		return width <= shown / 2 ? span : null;
	});

	readonly caption: string = $derived.by(() => {
		const { archive, passing, atLeast } = this.#explorer;
		return describeTimeline({
			atLeast,
			tally: this.tally,
			articles: archive.manifest.counts.articles,
			passing: this.asked ? passing : null,
			span: this.asked ? this.#explorer.tallies.passingSpan() : this.span,
			undated: this.asked ? this.undatedPassing : this.undated
		});
	});

	#lastTable: TableRow[] | null = null;
	/** Rows of the table. While the reader is in the midst of something nobody reads them: they wait for the end. */
	readonly table = $derived.by(() => {
		if (this.#explorer.busy && this.#lastTable) return this.#lastTable;
		return (this.#lastTable = this.#rowsOfTable());
	});

	#rowsOfTable(): TableRow[] {
		const { archive, columns, passing } = this.#explorer;
		const { known } = columns.facet;
		return tableRows(this.tally, {
			exact: known.totals[known.values.indexOf('day')] ?? 0,
			articles: archive.manifest.counts.articles,
			undated: this.undated,
			passing,
			undatedPassing: this.undatedPassing
		});
	}

	/** The selection with another range; the whole axis, or null, is no range at all. */
	#with(range: Range | null): Selection {
		const { selection } = this.#explorer;
		const edges = this.bins?.edges;
		const whole =
			!this.zoom && edges && range?.from === edges[0] && range?.until === edges[edges.length - 1];
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
		if (!this.dragging) this.#before = { from, to, undated };
		this.dragging = true;
		this.#explorer.drag(this.#with(range));
	}

	/** The drag is over: the URL follows. */
	drop(): void {
		clearTimeout(this.#rest);
		this.dragging = false;
		void this.#explorer.settle();
	}

	/** The drag is given up: the dates are as they were before it. */
	cancel(): void {
		if (!this.dragging) return;
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
