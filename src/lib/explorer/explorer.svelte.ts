/**
 * The reactive shell, and the only one: URL -> selection -> everything else, derived. Its dependencies are plain
 * functions, so that it runs in tests without Kit. Views read from it and change things by asking it for another
 * selection, which it writes into the URL.
 */
import { getContext, setContext } from 'svelte';
import type { Bins } from '../archive/bins.ts';
import { knownLevels } from '../archive/known.ts';
import type { Archive } from '../bundle/open.ts';
import { collapseRows, groupsOf, uncollapsed } from '../filter/collapse.ts';
import { columnsOf, noDay, type Columns } from '../filter/columns.ts';
import { explorerAddress, readLink, type Place } from '../filter/link.ts';
import { countPassing, maskOf } from '../filter/mask.ts';
import {
	facets,
	isAsked,
	sortOf,
	toggle,
	type Facet,
	type Selection,
	type Sort
} from '../filter/selection.ts';
import {
	passingSpan,
	spanFacet,
	stripBins,
	tallyDates,
	tallyFacet,
	tallyRange,
	tallyStrips,
	type Pair
} from '../filter/tally.ts';
import type { DateTally, FacetSpans, ValueTally } from '../filter/tally.ts';
import type { Answer, Clause, Excerpt, QueryProblem, Question } from '../search/answer.ts';
import { Gesture } from './gesture.ts';

/** What the explorer asks of a search: see search/client. */
export interface Search {
	/** The answer, or null where a later question overtook this one. Rejects with a sentence for the reader. */
	ask(question: Question): Promise<Answer | null>;
	excerpts(question: Question, rows: readonly number[]): Promise<Excerpt[] | null>;
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
	#dependencies: Dependencies;
	#archive = $state.raw<Archive | null>(null);
	#draft = $state.raw<Selection | null>(null);
	#answer = $state.raw<Answer | null>(null);
	#searchFailure = $state.raw<string | null>(null);
	#search: Search | null = null;
	#gesture: Gesture;

	#linked = $derived.by(() => readLink(this.#dependencies.search()));
	#columns = $derived(this.#archive ? columnsOf(this.#archive.catalog) : null);

	/** What is asked for now; while a gesture runs, what it asks for. */
	readonly selection: Selection = $derived(this.#draft ?? this.#linked);
	readonly asked: boolean = $derived(isAsked(this.selection));

	#mask = $derived.by(() =>
		this.#columns ? maskOf(this.#columns, this.selection, this.#wordRows) : new Uint8Array()
	);
	/** The rows that the words allow; null where none are asked for, or their first answer is on its way. */
	#wordRows = $derived.by(() => {
		if (this.selection.query.trim() === '') return null;
		// Where the words cannot be searched nothing may pass for a result.
		return this.#searchFailure ? new Uint32Array() : (this.#answer?.rows ?? null);
	});

	constructor(dependencies: Dependencies) {
		this.#dependencies = dependencies;
		this.place = dependencies.place;
		this.#gesture = new Gesture((selection, replace) =>
			dependencies.go(explorerAddress(this.place, selection), { replace })
		);
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

	/** Articles over time; `matching` are those that pass everything, the dates too. */
	dateTally(bins: Bins): DateTally {
		return tallyDates(this.columns, this.mask, bins, knownLevels.indexOf('day'), null);
	}

	/** Dated articles between two days, inclusive: all of them, and those that pass everything. */
	rangeTally(from: number, to: number): Pair<number> {
		return tallyRange(this.columns, this.mask, from, to);
	}

	/** First and last day of the dated articles that pass; null where there are none. */
	passingSpan(): { first: number; last: number } | null {
		return passingSpan(this.columns, this.mask);
	}

	/** The latest answer to the words; null where none are asked for, or none has come yet. */
	get answer(): Answer | null {
		return this.selection.query.trim() === '' ? null : this.#answer;
	}

	/** True while words are asked for and no answer at all has come. */
	get waiting(): boolean {
		return this.selection.query.trim() !== '' && this.#answer === null && !this.#searchFailure;
	}

	/** Why the words could not be searched, in a sentence for the reader; null where they could. */
	get searchFailure(): string | null {
		return this.#searchFailure;
	}

	readonly passing: number = $derived(countPassing(this.#mask));

	#groups = $derived(this.#archive?.catalog.alike ? groupsOf(this.#archive.catalog) : null);
	#listed = $derived.by(() => {
		const rows = this.#ordered();
		const once = this.selection.once && this.#groups;
		return once ? collapseRows(rows, once) : uncollapsed(rows);
	});

	/** The rows that pass, in the order asked for; of those with nearly the same text one, where that is asked for. */
	readonly rows: Uint32Array = $derived(this.#listed.rows);

	/** True where the archive holds texts that are nearly the same, so that they can be listed once. */
	readonly repeats: boolean = $derived(this.#groups !== null);

	/** How many articles with nearly the same text stand behind a listed row. */
	behind(row: number): number {
		return this.#listed.behind.get(row) ?? 0;
	}

	listOnce(once: boolean): void {
		this.choose({ ...this.selection, once });
	}

	#ordered(): Uint32Array {
		const columns = this.#columns;
		if (!columns) return new Uint32Array();
		const mask = this.#mask;
		const rows = new Uint32Array(this.passing);
		let count = 0;
		for (let row = 0; row < mask.length; row++) if (mask[row] === 0) rows[count++] = row;
		const sort = sortOf(this.selection);
		// Rows are numbered by date, undated last: oldest first is their own order.
		const newestFirst = (a: number, b: number) => {
			const [firstA, firstB] = [columns.first[a] as number, columns.first[b] as number];
			if (firstA === firstB) return a - b;
			if (firstA === noDay || firstB === noDay) return firstA === noDay ? 1 : -1;
			return firstB - firstA;
		};
		if (sort === 'newest') rows.sort(newestFirst);
		const answer = this.answer;
		if (sort === 'best' && answer?.rows) {
			const scores = new Float32Array(columns.size);
			answer.rows.forEach((row, at) => (scores[row] = answer.scores[at] ?? 0));
			rows.sort((a, b) => (scores[b] as number) - (scores[a] as number) || newestFirst(a, b));
		}
		return rows;
	}

	#tallies = $derived(
		Object.fromEntries(
			facets.map((facet) => [facet, tallyFacet(this.columns, this.#mask, facet)])
		) as Record<Facet, ValueTally[]>
	);

	/** Counts of every value of a facet, in the order of its codes; they ignore the facet's own filter. */
	facetTally(facet: Facet): ValueTally[] {
		return this.#tallies[facet];
	}

	/** First and last day of the articles with each value of a facet, in the order of its codes. */
	facetSpans(facet: Facet): FacetSpans {
		return spanFacet(this.columns, facet);
	}

	/** The cells of every strip; null where the archive has no dated article. They never depend on the selection. */
	readonly stripBins: Bins | null = $derived.by(() => stripBins(this.columns));

	/** The strips of some values of a facet, one for each code; empty where the archive has no dated article. */
	strips(facet: Facet, codes: readonly number[]): Pair<Uint32Array>[] {
		const bins = this.stripBins;
		return bins ? tallyStrips(this.columns, this.#mask, facet, codes, bins) : [];
	}

	/** The words as a question to the engine. */
	get question(): Question {
		return { query: this.selection.query, any: this.selection.any };
	}

	/** Asks the engine for the words in force; call whenever `question` changes. The latest question wins. */
	async ask(): Promise<void> {
		const { question } = this;
		if (question.query.trim() === '' || !this.#archive) {
			this.#answer = null;
			this.#searchFailure = null;
			return;
		}
		try {
			const answer = await this.search.ask(question);
			if (!answer || answer.question.query !== this.question.query) return;
			this.#answer = answer;
			this.#searchFailure = null;
		} catch (failure) {
			this.#answer = null;
			this.#searchFailure = failure instanceof Error ? failure.message : String(failure);
		}
	}

	get search(): Search {
		this.#search ??= this.#dependencies.connect(this.archive);
		return this.#search;
	}

	/** A discrete choice: one entry in the history. */
	choose(selection: Selection): void {
		this.#pages = 1;
		this.#draft = null;
		this.#gesture.cancel();
		void this.#dependencies.go(explorerAddress(this.place, selection), { replace: false });
	}

	/** Takes back every choice made in some facets. */
	clear(some: readonly Facet[]): void {
		const empty = Object.fromEntries(some.map((facet) => [facet, []]));
		this.choose({ ...this.selection, ...empty });
	}

	/**
	 * One step of a gesture (typing, dragging): the views follow at once; the URL follows at most every 250 ms. The
	 * first step makes an entry in the history, later ones replace it, so that "back" undoes the gesture.
	 */
	draft(selection: Selection): void {
		this.#pages = 1;
		this.#draft = selection;
		this.#moving = true;
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => (this.#moving = false), 600);
		this.#gesture.step(selection);
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

	/** Matches in all articles that pass; null where no words are asked for, or not every text has been read. */
	readonly matches: number | null = $derived.by(() => {
		const answer = this.answer;
		if (!answer?.rows || !answer.matches) return null;
		let sum = 0;
		for (const [at, row] of answer.rows.entries())
			if (this.#mask[row] === 0) sum += answer.matches[at] ?? 0;
		return sum;
	});

	/** True while the reader is still typing or dragging: what listens should wait. */
	get busy(): boolean {
		return this.#draft !== null && this.#moving;
	}

	#moving = $state(false);
	#rest: ReturnType<typeof setTimeout> | undefined;

	/** How far the search has got, in words; null where there is nothing to wait for. */
	progress = $state.raw<string | null>(null);
	/** What a reader should know about this search but need not act on; null mostly. */
	notice = $state.raw<string | null>(null);

	/** Opens an article beside the list, or closes it with null. Going from one to another leaves one entry to go back. */
	openBeside(id: string | null): void {
		const replace = this.selection.open !== null && id !== null;
		const address = explorerAddress(this.place, { ...this.selection, open: id });
		this.forget();
		void this.#dependencies.go(address, { replace });
	}

	/** How many rows a page of the list has. */
	readonly pageSize = 25;
	#pages = $state(1);
	/** How many rows the list shows. Asking for something else starts again from one page. */
	readonly shown: number = $derived(this.#pages * this.pageSize);

	showMore(): void {
		this.#pages++;
	}

	/** For going back to where a list was. */
	showRows(rows: number): void {
		this.#pages = Math.max(1, Math.ceil(rows / this.pageSize));
	}

	#excerpts = $state.raw<{ of: Question; byRow: Map<number, Excerpt> } | null>(null);

	/** What to show of a row where words are asked for; undefined until it is there. */
	excerptOf(row: number): Excerpt | undefined {
		return this.answer ? this.#excerpts?.byRow.get(row) : undefined;
	}

	/** Fetches the excerpts of rows for the words in force; call whenever either changes. */
	illustrate(rows: Uint32Array): void {
		const question = this.answer?.question;
		if (!question) return;
		const kept = this.#excerpts?.of === question ? this.#excerpts.byRow : null;
		const missing = [...rows].filter((row) => !kept?.has(row));
		if (missing.length) void this.#fetchExcerpts(question, missing);
	}

	async #fetchExcerpts(question: Question, rows: readonly number[]): Promise<void> {
		try {
			const found = await this.search.excerpts(question, rows);
			if (!found || this.answer?.question !== question) return;
			const kept = this.#excerpts?.of === question ? this.#excerpts.byRow : [];
			this.#excerpts = {
				of: question,
				byRow: new Map([...kept, ...found.map((each) => [each.row, each] as const)])
			};
		} catch (failure) {
			this.#searchFailure = failure instanceof Error ? failure.message : String(failure);
		}
	}

	/** A step of typing: another question starts again from all of its words, in the order that suits it. */
	type(query: string): void {
		const { selection } = this;
		this.draft({
			...selection,
			query,
			any: false,
			sort: selection.sort === 'best' ? null : selection.sort
		});
	}

	/** The question is typed to its end. */
	submit(query: string): void {
		if (query !== this.selection.query) this.type(query);
		void this.settle();
	}

	/** Takes one clause out of the query. */
	dropClause(clause: Clause): void {
		const { query } = this.selection;
		const rest = query.slice(0, clause.range[0]) + query.slice(clause.range[1]);
		this.choose({ ...this.selection, query: rest.replace(/\s+/g, ' ').trim() });
	}

	dropDates(): void {
		this.choose({ ...this.selection, from: null, to: null, undated: false });
	}

	/** Adds a value of a facet to what is asked for, or takes it out. */
	toggle(facet: Facet, value: string): void {
		this.choose(toggle(this.selection, facet, value));
	}

	/** Goes back to what the URL says: the reader has moved in the history. */
	forget(): void {
		this.#gesture.cancel();
		this.#draft = null;
	}

	/** The gesture has ended: the URL says what the views show. */
	async settle(): Promise<void> {
		await this.#gesture.end();
		this.#draft = null;
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
