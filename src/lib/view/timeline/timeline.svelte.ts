/** What the timeline shows, derived from the explorer and the room there is; and what a hand on it asks for. */
import { MediaQuery } from 'svelte/reactivity';
import { binsFor, binsWithin, rangeOf, type Bins } from '../../archive/bins.ts';
import { describeMonth, readDay, type Day } from '../../archive/day.ts';
import type { ArchiveEvent } from '../../archive/event.ts';
import { describeCount } from '../../chart/describe.ts';
import { unit } from '../../chart/unit.svelte.ts';
import { placeBins, placeCounts } from '../../chart/place/scale.ts';
import type { Range } from '../../chart/place/range.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { nameDates, nameDays, nameFrom, nameTo, readDates, type Dates } from './period.ts';
import { stackArticles, stackUndated } from './stacks.ts';
import { describeTimeline, sums, tableRows, type TableRow } from './words.ts';
import { Zoom } from './zoom.svelte.ts';

/** Bars stand at least this far apart: quarters for forty years on a wide page, years on a phone. */
const leastPitchPx = 6.5;
/** The most articles of one bin that are drawn one by one. */
const mostBricks = 20;
/** Passing bars below this share of the height are offered to be enlarged. */
const smallMatches = 0.12;
/** A brick is never higher than this: three articles do not make a tower. */
const highestBrickPx = 24;

type Hand = typeof import('./hand.ts');
type DateHand = InstanceType<Hand['DateHand']>;

interface Span {
	first: Day;
	last: Day;
}

export class TimelineModel {
	#explorer: Explorer;
	#slim: () => boolean;
	readonly zooming: Zoom;
	/** Height of the strip under a zoomed picture that shows the whole axis, with the room above it. */
	readonly overviewPx = 30;
	/** Articles of each bin of a tally. Handed on, since what is fetched later must not tear this file apart. */
	readonly sums = sums;
	#narrow = new MediaQuery('max-width: 37.5em', false);

	/** Size of the picture in pixels as measured in the browser; 0 before that and while it is not laid out. */
	measuredWidth = $state(0);
	measuredHeight = $state(0);
	get measured(): boolean {
		return this.measuredWidth > 0 && this.measuredHeight > 0;
	}
	/** True while the page is being printed: on paper nothing is measured. */
	onPaper = $state(false);
	/** Size to draw at, in units: before it is measured, as on a wide page; on paper, as between the margins of A4. */
	get width(): number {
		return this.measured ? (this.onPaper ? 627 : this.measuredWidth) / unit.px : 1376;
	}
	get height(): number {
		return this.measured ? this.measuredHeight / unit.px : this.#slim() ? 66 : 186;
	}
	/** The archive's own events, once they have been fetched; and whether their list is open. */
	events = $state.raw<readonly ArchiveEvent[]>([]);
	listing = $state(false);
	/** The reader has asked for enlarged matches. */
	enlarging = $state(false);

	constructor(explorer: Explorer, slim: () => boolean) {
		this.#explorer = explorer;
		this.#slim = slim;
		// A slim picture always shows the whole: it has no room to say that it does not.
		this.zooming = new Zoom(explorer, () => (slim() ? null : this.limits));
	}

	get narrow(): boolean {
		return this.#narrow.current;
	}

	/** First and last day of the archive; null where everything is undated. */
	readonly span: Span | null = $derived.by(() => {
		const { span } = this.#explorer.archive.manifest;
		const [first, last] = [span && readDay(span.first), span && readDay(span.last)];
		return first !== null && last !== null ? { first, last } : null;
	});

	/** True where something is asked; not while the first answer to the words is still awaited. */
	get asked(): boolean {
		return this.#explorer.asked && !this.#explorer.answers.waiting;
	}

	get undated(): number {
		return this.#explorer.archive.manifest.counts.undated;
	}

	/** Pixels for the bin of the undated beside its count: as wide as the longest that it can say, whatever is asked. */
	get undatedPx(): number {
		return Math.max(84, 36 + 7 * `of ${describeCount(this.undated)}`.length);
	}

	get left(): number {
		return this.#slim() ? 0 : 34;
	}
	get right(): number {
		const beside = this.#slim() || this.undated === 0 ? 0 : this.narrow ? 60 : this.undatedPx + 32;
		return Math.max(this.left + 40, this.width - beside);
	}
	get top(): number {
		return this.#slim() ? 4 : this.asked ? 24 : 14;
	}
	get base(): number {
		return this.height - (this.#slim() ? 20 : this.zoom ? 22 + this.overviewPx : 22);
	}

	/** Bins of the whole axis. */
	readonly #whole: Bins | null = $derived.by(
		() =>
			this.span && binsFor(this.span.first, this.span.last, this.right - this.left, leastPitchPx)
	);
	/** The whole axis, as days; null where there is none. */
	get limits(): Range | null {
		return this.#whole && rangeOf(this.#whole);
	}

	/** The days looked at more closely; null for the whole axis. */
	get zoom(): Span | null {
		return this.zooming.span;
	}

	readonly bins: Bins | null = $derived.by(() => {
		const { zoom } = this;
		return zoom ? this.binsOf(zoom) : this.#whole;
	});
	/** The days in the picture, in whole bins. */
	get view(): Range | null {
		return this.bins && rangeOf(this.bins);
	}
	/** The days in the picture in words: `Jan 1994 – Dec 2008`. */
	get shown(): string {
		return this.view ? nameDays(this.view.from as Day, (this.view.until - 1) as Day) : '';
	}
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
	get bricks(): boolean {
		return (
			!this.#slim() &&
			this.tallest <= mostBricks &&
			(this.bins !== null || this.undated <= mostBricks)
		);
	}
	readonly #fullMax: number = $derived.by(() => {
		if (!this.bricks) return Math.max(1, this.tallest || this.undated) * 1.04;
		// The stack of the undated has the scale of all others.
		const undated = this.undated <= mostBricks ? this.undated : 0;
		const most = Math.max(this.tallest, undated);
		return Math.max(most + 0.5, (this.base - this.top) / highestBrickPx);
	});
	/** True where enlarging would help. */
	get small(): boolean {
		return (
			this.asked &&
			!this.bricks &&
			this.tallestMatching > 0 &&
			this.tallestMatching / this.#fullMax < smallMatches
		);
	}
	get enlarged(): boolean {
		return this.enlarging && this.small;
	}
	get counts() {
		return placeCounts(
			this.enlarged ? this.tallestMatching * 1.04 : this.#fullMax,
			this.top,
			this.base
		);
	}

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
	get undatedPassing(): number {
		const { columns, mask, passing } = this.#explorer;
		if (this.tally) return this.tally.undated.matching;
		return columns.size === mask.length ? passing : 0;
	}

	get #dates(): Dates {
		const { from, to } = this.#explorer.filters;
		return { from, to };
	}
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
	get #counted(): string {
		return `${describeCount(this.rangeTally.matching)} of ${describeCount(this.rangeTally.all)}`;
	}
	/** `Jan 1994 – Dec 2008: 365 of 3,650`; null where no dates are asked for. */
	get rangeLabel(): string | null {
		return this.range ? `${nameDates(this.#dates)}: ${this.#counted}` : null;
	}

	/** The ends of the archive, as fields show them while they are empty: `May 2022`. */
	get wholeEnds() {
		// An archive begins in a month, whatever its first day.
		const month = (day: Day | undefined) => (day === undefined ? '' : describeMonth(day, 'short'));
		return { from: month(this.span?.first), to: month(this.span?.last) };
	}

	/** The ends of the range in words, open ones by those of the archive: for flags and sliders. */
	get ends() {
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
	}

	#coming: Promise<Hand> | null = null;
	/** What the timeline needs once a hand is on it; null until it has been fetched. */
	hand = $state.raw<Hand | null>(null);
	/** What changes the dates asked for; there with `hand`. */
	dates: DateHand | null = null;

	/** Fetches `hand`, once. Rejects where the network has gone; asking again tries again. */
	async fetch(): Promise<Hand> {
		this.#coming ??= import('./hand.ts');
		try {
			const hand = await this.#coming;
			this.dates ??= new hand.DateHand(this, this.#explorer);
			return (this.hand = hand);
		} catch (failure) {
			this.#coming = null;
			throw failure;
		}
	}

	/** Bins for days that are a part of the axis, as they would be drawn. */
	binsOf({ first, last }: Span): Bins {
		return binsWithin(first, last, this.right - this.left, leastPitchPx);
	}

	readonly caption: string = $derived.by(() => {
		const { archive, passing, atLeast, answers } = this.#explorer;
		return describeTimeline({
			atLeast,
			wordless: answers.failure !== null,
			tally: this.tally,
			articles: archive.manifest.counts.articles,
			passing: this.asked ? passing : null,
			span: this.asked ? this.#explorer.tallies.passingSpan() : this.span,
			undated: this.asked ? this.undatedPassing : this.undated,
			held: this.range ? this.rangeTally.all : null,
			shown: this.zoom && (this.hand?.describeShown(this) ?? '')
		});
	});

	#lastTable: TableRow[] | null = null;
	/** Rows of the table. While the reader is in the midst of something nobody reads them: they wait for the end. */
	readonly table = $derived.by(() => {
		if ((this.#explorer.busy || this.zooming.moving) && this.#lastTable) return this.#lastTable;
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
			undatedPassing: this.undatedPassing,
			span: this.span,
			eventsIn:
				this.hand && this.events.length > 0
					? (from, until) => this.hand?.nameEvents(this.events, from, until) ?? ''
					: null
		});
	}
}
