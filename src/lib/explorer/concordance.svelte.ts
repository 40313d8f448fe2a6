/**
 * The concordance of what is found: reads the lines of the rows in force, a slice at a time, and keeps them in order.
 * What is shown is replaced when the first slice of another answer has come.
 */
import { untrack } from 'svelte';
import type { Catalog } from '../bundle/format.ts';
import type { LineSort } from '../filter/selection.ts';
import type { Question } from '../search/answer.ts';
import type { Explorer } from './explorer.svelte.ts';
import { LineTable } from './lines.ts';

/** Articles of the first slice; each further one is twice as large, up to the greatest. */
const firstSlice = 16;
const greatestSlice = 128;
/** Articles that are read without being asked for where the texts of the archive are not at hand ... */
const unaskedRows = 250;
/** ... and lines, where they are: a page that holds more is slow to everything. */
const unaskedLines = 100_000;

/** How long lines are sorted in one go before others get their turn. */
const sliceMs = 8;
/** Lines of a slice, about: so many are taken in within a few milliseconds. */
const sliceLines = 1500;

interface Shown {
	table: LineTable;
	/** The lines in the order asked for, as numbers of the table, which may have grown since. */
	order: Uint32Array;
	/** Whether lines stand with their articles. */
	grouped: boolean;
	lineSort: LineSort;
	/** What stands one under another: a line by its number; an article, where they head their lines, as `~row`. */
	items: Int32Array;
}

export class Concordance {
	readonly #explorer: Explorer;
	#shown = $state.raw<Shown>({
		table: new LineTable(),
		order: new Uint32Array(),
		grouped: true,
		lineSort: 'before',
		items: new Int32Array()
	});
	/** Lines found so far, and articles that have been read of those that have to be. */
	lines = $state(0);
	read = $state(0);
	all = $state(0);
	/** True while lines are on their way. */
	reading = $state(false);
	/** True where reading on has to be asked for. */
	paused = $state(false);
	/** Why the lines could not be read, in a sentence for the reader. */
	failure = $state.raw<string | null>(null);

	#question: Question | null = null;
	#rows: Uint32Array = new Uint32Array();
	#table = new LineTable();
	#rowsAllowed = unaskedRows;
	#linesAllowed = unaskedLines;
	#turn = 0;
	/** Counts the orders: only the last is shown. */
	#sorting = 0;
	/** What was put in order last, or is being put. */
	#ordered: { table: LineTable | null; lines: number } = { table: null, lines: 0 };

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Whether every match of every article has its line. */
	get complete(): boolean {
		return this.readAll && !this.#explorer.atLeast;
	}

	/** Whether every article that is known to be found has been read. */
	get readAll(): boolean {
		const { table, order } = this.#shown;
		const isShown = table === this.#table && order.length === this.lines;
		return this.read === this.all && !this.reading && this.failure === null && isShown;
	}

	get table(): LineTable {
		return this.#shown.table;
	}

	get order(): Uint32Array {
		return this.#shown.order;
	}

	get grouped(): boolean {
		return this.#shown.grouped;
	}

	get lineSort(): LineSort {
		return this.#shown.lineSort;
	}

	get items(): Int32Array {
		return this.#shown.items;
	}

	readonly #wantsGroups = $derived.by(() => !this.#explorer.selection.oneList);
	readonly #wantedSort = $derived.by(() => this.#explorer.selection.lineSort);
	readonly #authorRanks = $derived.by(() => authorRanks(this.#explorer.archive.catalog));

	/** Reads what is in force unless it is read already; call in an effect. */
	follow(): void {
		const explorer = this.#explorer;
		const question = explorer.answers.latest?.question ?? null;
		const { rows, dragging } = explorer;
		const held = explorer.matches !== null;
		const [grouped, lineSort] = [this.#wantsGroups, this.#wantedSort];
		untrack(() => {
			if (dragging) return;
			const { table, ...shown } = this.#shown;
			if (table.size > 0 && (shown.grouped !== grouped || shown.lineSort !== lineSort))
				void this.#show();
			if (question === null || !this.#isOf(question, rows)) this.#start(question, rows);
			// The texts have come: nothing more has to be fetched.
			else if (held && this.paused && this.#table.size < this.#linesAllowed) void this.#go();
		});
	}

	/** Reads on where that has to be asked for, or has failed. */
	readOn(): void {
		this.#rowsAllowed = Infinity;
		if (this.#table.size >= this.#linesAllowed) this.#linesAllowed += unaskedLines;
		void this.#go();
	}

	/** Ends what is being read and put in order, where nobody will look at it any more. */
	stop(): void {
		this.#turn += 1;
		this.#sorting += 1;
	}

	#isOf({ query, any }: Question, rows: Uint32Array): boolean {
		return (
			this.#question?.query === query &&
			this.#question.any === any &&
			this.#rows.length === rows.length &&
			this.#rows.every((row, at) => row === rows[at])
		);
	}

	#start(question: Question | null, rows: Uint32Array): void {
		this.#question = question;
		this.#rows = question ? rows : new Uint32Array();
		this.#table = new LineTable();
		this.#rowsAllowed = unaskedRows;
		this.#linesAllowed = unaskedLines;
		this.read = 0;
		this.lines = 0;
		this.all = this.#rows.length;
		void this.#go();
	}

	async #go(): Promise<void> {
		const turn = (this.#turn += 1);
		const question = this.#question;
		this.paused = false;
		this.failure = null;
		this.reading = true;
		let size = firstSlice;
		while (question && this.read < this.all) {
			const held = this.#explorer.matches !== null;
			if (this.#table.size >= this.#linesAllowed || (!held && this.read >= this.#rowsAllowed)) {
				this.paused = true;
				break;
			}
			const rows = this.#rows.slice(this.read, this.read + size);
			try {
				const lines = await this.#explorer.search.lines(question, rows);
				if (turn !== this.#turn) return;
				if (!lines) break;
				this.#table.add(lines);
			} catch (failure) {
				if (turn !== this.#turn) return;
				this.failure = failure instanceof Error ? failure.message : String(failure);
				break;
			}
			this.read += rows.length;
			this.lines = this.#table.size;
			const fitting = Math.ceil((sliceLines * this.read) / Math.max(1, this.lines));
			size = Math.min(size * 2, greatestSlice, fitting);
			// Not with every slice: what is shown is put in order anew each time.
			const { table, lines } = this.#ordered;
			if (table !== this.#table || this.lines > lines * 1.5) void this.#show();
		}
		this.reading = false;
		const { table, lines } = this.#ordered;
		if (table !== this.#table || lines !== this.#table.size) void this.#show();
	}

	/** Puts the lines in order and shows them, in turns, so that the page stays at hand. */
	async #show(): Promise<void> {
		const turn = (this.#sorting += 1);
		const table = this.#table;
		this.#ordered = { table, lines: table.size };
		const [grouped, lineSort] = [this.#wantsGroups, this.#wantedSort];
		const steps = table.ordering(lineSort, grouped, this.#authorRanks);
		let began = performance.now();
		let step = steps.next();
		while (!step.done) {
			if (performance.now() - began > sliceMs) {
				await new Promise((resolve) => setTimeout(resolve));
				if (turn !== this.#sorting) return;
				began = performance.now();
			}
			step = steps.next();
		}
		const order = step.value;
		const items = grouped ? withHeads(order, table) : Int32Array.from(order);
		this.#shown = { table, order, grouped, lineSort, items };
	}
}

/** Lines with their articles before them. */
function withHeads(order: Uint32Array, { rows }: LineTable): Int32Array {
	const items: number[] = [];
	let last = -1;
	for (const line of order) {
		const row = rows[line] ?? 0;
		if (row !== last) items.push(~row);
		last = row;
		items.push(line);
	}
	return Int32Array.from(items);
}

const collator = new Intl.Collator('en');

/** For every row the place of its byline in the alphabet; articles without one come last. */
function authorRanks(catalog: Catalog): Uint32Array {
	const names = catalog.authors.map((codes) =>
		codes.map((code) => catalog.names.author[code] ?? '').join(', ')
	);
	const sorted = [...new Set(names)].sort((a, b) =>
		a === '' || b === '' ? Number(a === '') - Number(b === '') : collator.compare(a, b)
	);
	const ranks = new Map(sorted.map((name, rank) => [name, rank]));
	return Uint32Array.from(names, (name) => ranks.get(name) ?? 0);
}
