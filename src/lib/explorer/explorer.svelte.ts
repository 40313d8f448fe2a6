/**
 * The reactive shell, and the only one: URL -> selection -> everything else, derived. Its dependencies are plain
 * functions, so that it runs in tests without Kit. Views read from it and change things by asking it for another
 * selection, which it writes into the URL.
 */
import { getContext, setContext } from 'svelte';
import type { Entry } from '../bundle/format.ts';
import type { Archive } from '../bundle/open.ts';
import { collapseRows, groupsOf, uncollapsed, type Collapsed } from '../filter/collapse.ts';
import { columnsOf, type Columns } from '../filter/columns.ts';
import {
	explorerAddress,
	readLink,
	withKnownValues,
	writeLink,
	type Place
} from '../filter/link.ts';
import { countPassing, maskOf } from '../filter/mask.ts';
import {
	facets,
	isAsked,
	nothingAsked,
	sortOf,
	toggle,
	type Facet,
	type Selection,
	type Sort
} from '../filter/selection.ts';
import type { Answer, Clause, QueryProblem, Question } from '../search/answer.ts';
import { Answers, type Search } from './answers.svelte.ts';
import { Arrivals } from './arrivals.svelte.ts';
import type { Figures } from './figures.ts';
import { Draft } from './draft.svelte.ts';
import { orderRows } from './order.ts';
import { Tallies } from './tallies.svelte.ts';

/** How many rows a page of the list has. */
export const pageSize = 25;

/** What of a selection narrows the archive beside the words, and how its list is collapsed. */
function narrowing(selection: Selection): Partial<Selection> {
	const { from, to, undated, once } = selection;
	const chosen = Object.fromEntries(facets.map((facet) => [facet, selection[facet]]));
	return { from, to, undated, once, ...chosen };
}

export interface Dependencies {
	place: Place;
	/** The current query string ("?q=..."); read reactively. Empty while prerendering. */
	search: () => string;
	/** Goes to an address; `replace` leaves no entry in the history. */
	go: (address: string, options: { replace: boolean }) => Promise<void>;
	/** Starts the search engine for an archive; called once, in the browser, when first needed. */
	connect: (archive: Archive) => Search;
}

export class Explorer {
	/** Where links lead; set anew once in the browser, since prerendered links are relative to their page. */
	place = $state.raw<Place>({ base: '', single: false });
	/** What stands on the page beside the list. */
	readonly figures: Figures = {};
	#dependencies: Dependencies;
	#archive = $state.raw<Archive | null>(null);
	#search: Search | null = null;
	#draft: Draft;
	#arrivals = new Arrivals(() => this.archive);

	#columns = $derived(this.#archive ? columnsOf(this.#archive.catalog) : null);
	#linked = $derived.by(() => {
		const asked = readLink(this.#dependencies.search());
		// While prerendering a derived value is made once: columns must not be asked for before there are any.
		return this.ready ? withKnownValues(asked, this.columns) : asked;
	});

	/** What is asked for now; while a gesture runs, what it asks for. */
	get selection(): Selection {
		return this.#draft.selection ?? this.#linked;
	}

	/**
	 * Whether anything narrows the archive. Words being typed do when their first answer has come, so that the views
	 * change once; words that cannot be searched do not.
	 */
	readonly asked: boolean = $derived.by(() => {
		const awaited = this.#draft.running && this.answers.waiting;
		const failed = this.answers.failure !== null;
		return isAsked(awaited || failed ? this.filters : this.selection);
	});

	/** Everything that narrows the archive but the words. The same object until one of it changes, unlike `selection`. */
	readonly filters: Selection = $derived.by(() => readLink(this.#filterLink));
	#filterLink = $derived.by(() => writeLink({ ...nothingAsked, ...narrowing(this.selection) }));

	/** What the words find. */
	readonly answers: Answers = new Answers({
		search: () => this.search,
		question: () => this.question,
		opening: (answer) => this.#ordered(this.#maskOf(answer.rows), answer).rows,
		drawn: () => (this.#draft.unheard ? Math.min(this.fold, this.pageSize) : this.drawn),
		// What cannot be had is said where a row wants it: see arrivals.
		entries: (rows) => this.archive.entries.load(rows).catch(() => undefined),
		arrive: () => this.#draft.hear()
	});

	/**
	 * The selection with the words of the answer in force instead of those being typed: what the list is about. The same
	 * object until one of it changes.
	 */
	readonly answered: Selection = $derived.by(() => readLink(this.#answeredLink));
	#answeredLink = $derived.by(() => {
		const { query, any } = this.answers.latest?.question ?? { query: '', any: false };
		return writeLink({ ...this.selection, query, any });
	});

	#mask = $derived.by(() => this.#maskOf(this.answers.rows));

	#maskOf(rows: Uint32Array | null): Uint8Array {
		return this.#columns ? maskOf(this.#columns, this.filters, rows) : new Uint8Array();
	}

	constructor(dependencies: Dependencies) {
		this.#dependencies = dependencies;
		this.place = dependencies.place;
		this.#draft = new Draft({
			write: (selection, replace) =>
				dependencies.go(explorerAddress(this.place, selection), { replace }),
			shown: () => (this.#pages = 1),
			// The words in force have not changed for whoever looks at them: the answer to the others must be overtaken.
			dropped: () => this.answers.follow()
		});
	}

	/** Gives the explorer its archive. */
	hold(archive: Archive): void {
		if (this.#archive !== archive) this.#archive = archive;
	}

	/** True once the archive is there; the getters below throw before that. */
	get ready(): boolean {
		return this.#archive !== null;
	}

	get archive(): Archive {
		if (!this.#archive)
			throw new Error('The explorer was asked for its archive before it had one.');
		return this.#archive;
	}

	get columns(): Columns {
		if (!this.#columns) throw new Error('The explorer was asked for columns before it had any.');
		return this.#columns;
	}

	/** A byte per article, zero where it passes: see filter/mask. */
	get mask(): Uint8Array {
		return this.#mask;
	}

	/** What a list shows of a row; undefined while it is on its way, for which asking is enough. */
	entry(row: number): Entry | undefined {
		return this.#arrivals.entry(row);
	}

	/** The row of an article's id; undefined while it is sought, and where no article has it. */
	rowOf(id: string): number | undefined {
		return this.#arrivals.rowOf(id);
	}

	/** Why entries could not be fetched, in a sentence for the reader; null where they could. */
	get lost(): string | null {
		return this.#arrivals.lost;
	}

	/** Asks again for entries that could not be fetched. */
	retry(): void {
		this.#arrivals.retry();
	}

	/** What the views count. */
	readonly tallies: Tallies = new Tallies(
		() => this.columns,
		() => this.#mask
	);

	readonly passing: number = $derived(countPassing(this.#mask));

	/** True where nothing at all is found, and that is certain. */
	readonly nothing: boolean = $derived.by(
		() =>
			this.passing === 0 && !this.atLeast && !this.answers.waiting && this.answers.failure === null
	);

	#groups = $derived(this.#archive?.catalog.alike ? groupsOf(this.#archive.catalog) : null);
	#once = $derived(this.selection.once);
	#sort = $derived(this.selection.sort);
	#found = $derived.by(() =>
		// Where the words cannot be searched nothing may pass for a result.
		this.answers.failure === null
			? this.#ordered(this.#mask, this.answers.latest)
			: uncollapsed(new Uint32Array())
	);

	#ordered(mask: Uint8Array, answer: Answer | null): Collapsed {
		if (!this.#columns) return uncollapsed(new Uint32Array());
		const sort = sortOf({ query: answer?.question.query ?? '', sort: this.#sort });
		const rows = orderRows(this.#columns, mask, sort, answer);
		return this.#once && this.#groups ? collapseRows(rows, this.#groups) : uncollapsed(rows);
	}

	/** The rows that pass, in the order asked for; of those with nearly the same text one, where that is asked for. */
	readonly rows: Uint32Array = $derived(this.#found.rows);

	/** How many these are: known without putting them in order, which would be done in vain at every frame of a drag. */
	readonly listed: number = $derived.by(() => {
		if (this.answers.failure !== null) return 0;
		return this.#once && this.#groups ? this.rows.length : this.passing;
	});

	/** True where the archive holds texts that are nearly the same, so that they can be listed once. */
	readonly repeats: boolean = $derived(this.#groups !== null);

	/** How many articles with nearly the same text stand behind a listed row. */
	behind(row: number): number {
		return this.#found.behind.get(row) ?? 0;
	}

	listOnce(once: boolean): void {
		this.choose({ ...this.selection, once });
	}

	#query = $derived(this.selection.query);
	#any = $derived(this.selection.any);
	/** The words as a question to the engine. */
	readonly question: Question = $derived({ query: this.#query, any: this.#any });

	get search(): Search {
		this.#search ??= this.#dependencies.connect(this.archive);
		return this.#search;
	}

	/** A discrete choice: one entry in the history. */
	choose(selection: Selection): void {
		this.#pages = 1;
		this.#draft.drop();
		void this.#dependencies.go(explorerAddress(this.place, selection), { replace: false });
	}

	/** Takes back every choice made in some facets. */
	clear(some: readonly Facet[]): void {
		const empty = Object.fromEntries(some.map((facet) => [facet, []]));
		this.choose({ ...this.selection, ...empty });
	}

	/** One step of a gesture: see `Draft`. */
	draft(selection: Selection): void {
		this.#draft.step(selection);
	}

	/** A step of a drag: the counts follow every frame, the list when the hand lets go. */
	drag(selection: Selection): void {
		this.#draft.drag(selection);
	}

	/** The query mended as a problem proposes. */
	repair(problem: QueryProblem): void {
		if (problem.repair !== null) this.choose({ ...this.selection, query: problem.repair });
	}

	/** Another order of the list. */
	sort(sort: Sort): void {
		const usual = sortOf({ ...this.selection, sort: null });
		this.choose({ ...this.selection, sort: sort === usual ? null : sort });
	}

	/**
	 * Whether anything is looked for that an article could have: not in a query of refusals alone; and names are no words of
	 * a text.
	 */
	#marks = $derived.by(
		() =>
			this.answers.latest?.clauses.some(
				({ not, ignored, kind, field }) =>
					!(not || ignored || kind === 'fact' || field === 'author' || field === 'publication')
			) ?? false
	);

	/** True where there are matches that nobody counts before it is asked for: see counting.svelte.ts. */
	readonly uncounted: boolean = $derived.by(
		() => this.answers.large && !this.answers.latest?.matches && this.#marks && this.passing > 0
	);

	/** Matches in all articles that pass; null where no words are wanted, or not every text has been read. */
	readonly matches: number | null = $derived.by(() => {
		const answer = this.answers.latest;
		if (!answer?.rows || !answer.matches || !this.#marks) return null;
		let sum = 0;
		for (const [at, row] of answer.rows.entries())
			if (this.#mask[row] === 0) sum += answer.matches[at] ?? 0;
		return sum;
	});

	/** True while candidates wait to be checked on their texts: then every count is a count of those that passed. */
	readonly atLeast: boolean = $derived(
		this.answers.latest !== null && !this.answers.latest.verified
	);

	/** True while the reader is still typing or dragging: what listens should wait. */
	get busy(): boolean {
		return this.#draft.busy;
	}

	get dragging(): boolean {
		return this.#draft.dragging;
	}

	/**
	 * Zooms the timeline to some days, or out to all with null: another way of looking, which leaves the list and every
	 * count alone. One entry in the history; within a gesture it becomes a part of that.
	 */
	async look(zoom: Selection['zoom']): Promise<void> {
		if (this.#draft.turn({ zoom })) return;
		const address = explorerAddress(this.place, { ...this.selection, zoom });
		await this.#dependencies.go(address, { replace: false });
	}

	/**
	 * Opens an article beside the list, or closes it with null; `anchor`: see `matchAnchor`. Going from one to another
	 * leaves one entry to go back.
	 */
	openBeside(id: string | null, anchor: string | null = null): void {
		const replace = this.selection.open !== null && id !== null;
		const address = explorerAddress(this.place, { ...this.selection, open: id });
		this.forget();
		void this.#dependencies.go(anchor === null ? address : `${address}#${anchor}`, { replace });
	}

	/** Opens the article of a row, once its entry is there. */
	async openRow(row: number): Promise<void> {
		await this.#arrivals.await(this.archive.entries.load([row]), row);
		const entry = this.archive.entries.at(row);
		if (entry) this.choose({ ...this.selection, open: entry.id });
	}

	#lastList: Uint32Array | null = null;
	/** The rows to show in the list, in order: see `drag` and `Answers.listed`. */
	readonly list: Uint32Array = $derived.by(() => {
		if (this.dragging && this.#lastList) return this.#lastList;
		return (this.#lastList = this.answers.listed(this.rows));
	});

	readonly pageSize = pageSize;
	#pages = $state(1);
	/** How many rows the list shows. Asking for something else starts again from one page. */
	readonly shown: number = $derived(this.#pages * this.pageSize);

	/** How many rows fit on the screen, at most. */
	fold = $state(10);
	/** How many rows are drawn: while a hand is moving no more than can be seen, the others when it rests. */
	readonly drawn: number = $derived(this.busy ? Math.min(this.fold, this.shown) : this.shown);

	showMore(): void {
		this.#pages++;
	}

	/** For going back to where a list was. */
	showRows(rows: number): void {
		this.#pages = Math.max(1, Math.ceil(rows / this.pageSize));
	}

	/**
	 * A step of typing: another question starts again from all of its words, in the order that suits it. The views hear of
	 * it together with its answer, or when that takes long.
	 */
	type(query: string): void {
		const { selection } = this;
		const sort = selection.sort === 'best' ? null : selection.sort;
		const next = { ...selection, query, any: false, sort };
		if (!this.ready) return this.draft(next);
		if (query.trim() === '') {
			this.draft(next);
			return this.answers.follow();
		}
		this.#draft.type(next);
		this.answers.follow({ query, any: false });
	}

	/** A byline in the place of the words that began it. */
	takeAuthor(name: string, query: string): void {
		const { author } = this.selection;
		const chosen = author.includes(name) ? this.selection : toggle(this.selection, 'author', name);
		this.choose({ ...chosen, query });
	}

	/** The question is typed to its end. */
	submit(query: string): void {
		if (query !== this.selection.query) this.type(query);
		void this.settle();
	}

	/** Takes one clause out of the query that was answered, which typing may have overtaken. */
	dropClause(clause: Clause): void {
		this.choose({ ...this.selection, query: clause.without });
	}

	dropDates(): void {
		this.choose({ ...this.selection, from: null, to: null, undated: false });
	}

	/** Adds a value of a facet to what is asked for, or takes it out; so, too, one that is left out: see `leftOut`. */
	toggle(facet: Facet, mark: string): void {
		this.choose(toggle(this.selection, facet, mark));
	}

	/** What a gesture asks for and the URL may not say yet; null where none runs. */
	get unsettled(): Selection | null {
		return this.#draft.selection;
	}

	/** Takes up a gesture where the page was left in the midst of it. */
	resume(unsettled: Selection): void {
		void this.#dependencies.go(explorerAddress(this.place, unsettled), { replace: true });
	}

	/** Writes no more of a gesture: the reader is about to move in the history. */
	halt(): void {
		this.#draft.halt();
	}

	/** Goes back to what the URL says: the reader has moved in the history. */
	forget(): void {
		this.#draft.drop();
	}

	/** The gesture has ended: the URL says what the views show. */
	settle(): Promise<void> {
		return this.#draft.settle();
	}
}

const key = Symbol('explorer');

export function provideExplorer(explorer: Explorer): Explorer {
	return setContext(key, explorer);
}

/** The explorer of this page; call while a component is being set up. */
export function useExplorer(): Explorer {
	return getContext<Explorer>(key);
}
