/** Every count that a view shows, over the one mask: the same bytes for all, so that no two views can disagree. */
import type { Bins } from '../archive/bins.ts';
import { knownLevels } from '../archive/known.ts';
import type { Columns } from '../filter/columns.ts';
import { facets, type Facet } from '../filter/selection.ts';
import { stripBins, tallyStrips } from '../filter/strips.ts';
import {
	spanFacet,
	tallyFacet,
	type FacetSpans,
	type Pair,
	type ValueTally
} from '../filter/tally.ts';
import { passingSpan, tallyDates, tallyRange, type DateTally } from '../filter/tally-dates.ts';

export class Tallies {
	#columns: () => Columns;
	#mask: () => Uint8Array;

	/** Both are read reactively. */
	constructor(columns: () => Columns, mask: () => Uint8Array) {
		this.#columns = columns;
		this.#mask = mask;
	}

	#facets = $derived.by(() => {
		const [columns, mask] = [this.#columns(), this.#mask()];
		const tallied = facets.map((facet) => [facet, tallyFacet(columns, mask, facet)] as const);
		return Object.fromEntries(tallied) as Record<Facet, ValueTally[]>;
	});

	/** Counts of every value of a facet, in the order of its codes; they ignore the facet's own filter. */
	facet(facet: Facet): ValueTally[] {
		return this.#facets[facet];
	}

	/** First and last day of the articles with each value of a facet, in the order of its codes. */
	spans(facet: Facet): FacetSpans {
		return spanFacet(this.#columns(), facet);
	}

	/** The cells of every strip; null where the archive has no dated article. They never depend on the selection. */
	readonly stripBins: Bins | null = $derived.by(() => stripBins(this.#columns()));

	/** The strips of some values of a facet, one for each code; empty where the archive has no dated article. */
	strips(facet: Facet, codes: readonly number[]): Pair<Float64Array>[] {
		const bins = this.stripBins;
		return bins ? tallyStrips(this.#columns(), this.#mask(), facet, codes, bins) : [];
	}

	/** Articles over time; `matching` are those that pass everything, the dates too. */
	dates(bins: Bins): DateTally {
		return tallyDates(this.#columns(), this.#mask(), bins, knownLevels.indexOf('day'), null);
	}

	/** Dated articles between two days, inclusive: all of them, and those that pass everything. */
	range(from: number, to: number): Pair<number> {
		return tallyRange(this.#columns(), this.#mask(), from, to);
	}

	/** First and last day of the dated articles that pass; null where there are none. */
	passingSpan(): { first: number; last: number } | null {
		return passingSpan(this.#columns(), this.#mask());
	}
}
