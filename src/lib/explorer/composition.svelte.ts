/**
 * What the articles found are made of, for every view of it: counts follow each change, words are weighed when a change
 * has settled.
 */
import { untrack } from 'svelte';
import { signerOf } from '../archive/author.ts';
import type { Bins } from '../archive/bins.ts';
import { knownLevels } from '../archive/known.ts';
import { countPassing } from '../filter/mask.ts';
import {
	archiveBins,
	middleLengths,
	NamePairs,
	tallyLengths,
	tallyOverTime,
	tallySignatures,
	type ValueOverTime
} from '../filter/composition.ts';
import type { Facet } from '../filter/selection.ts';
import type { Counted, WordCounts } from '../search/counts.ts';
import { isAskedBy, weighWords } from '../search/weigh.ts';
import type { Explorer } from './explorer.svelte.ts';

const toTheDay = knownLevels.indexOf('day');

/** What tells the articles found from all others. */
export interface Distinctive {
	/** Strongest first. */
	terms: (WordCounts['words'][number] & { z: number })[];
	own: Counted;
	others: Counted;
	/** Words that would stand out because they were asked for, as printed: left out of `terms`. */
	asked: string[];
}

/** Weighs words; those that a query asks for are left out and named. */
export function weighCounts({ words, own, others }: WordCounts, query: string): Distinctive {
	const isAsked = isAskedBy(query);
	const [asked, free] = [true, false].map((is) => words.filter(({ word }) => isAsked(word) === is));
	return {
		terms: weighWords(free ?? [], own.words, own.words + others.words, own.articles),
		own,
		others,
		asked: (asked ?? []).map(({ printed }) => printed)
	};
}

export class Composition {
	readonly #explorer: Explorer;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Null where no article is dated. */
	readonly bins: Bins | null = $derived.by(() => archiveBins(this.#explorer.columns));

	/** Codes of a facet's values, most articles found first, then most in all, then in the order of codes. */
	ranked(facet: Facet): number[] {
		const tally = this.#explorer.tallies.facet(facet);
		return tally
			.flatMap(({ all }, code) => (all > 0 ? [code] : []))
			.sort((a, b) => {
				const [one, other] = [tally[a], tally[b]];
				if (!one || !other) return 0;
				return other.matching - one.matching || other.all - one.all || a - b;
			});
	}

	/** Some values of a facet over `bins`. */
	overTime(facet: Facet, codes: readonly number[], bins: Bins): ValueOverTime[] {
		const { columns, mask } = this.#explorer;
		return tallyOverTime(columns, mask, facet, codes, bins, toTheDay);
	}

	/** Articles that pass everything but one facet. */
	passingBut(facet: Facet): number {
		return countPassing(this.#explorer.mask, facet);
	}

	#words = $derived.by(() => this.#explorer.archive.catalog.words);
	readonly lengths = $derived.by(() => tallyLengths(this.#words, this.#explorer.mask));
	readonly middle = $derived.by(() => middleLengths(this.#words, this.#explorer.mask));

	#pairs = $derived.by(() => new NamePairs(this.#explorer.columns));
	readonly pairs = $derived.by(() => this.#pairs.tally(this.#explorer.mask));
	readonly together = $derived.by(() => this.#pairs.together(this.#explorer.mask));

	#signers = $derived.by(() => {
		const { archive, columns } = this.#explorer;
		return columns.facet.author.values.map((name) => signerOf(name, archive.catalog.signers));
	});
	readonly signatures = $derived.by(() => {
		const { columns, mask } = this.#explorer;
		return tallySignatures(columns, mask, this.#signers);
	});

	/** The words that tell what is shown from the rest; null until they have been weighed. */
	distinctive = $state.raw<Distinctive | null>(null);
	weighing = $state(false);
	/** Why they could not be weighed, in a sentence for the reader; null where they could. */
	failure = $state.raw<string | null>(null);
	/** True where weighing has to be asked for, since texts have to be fetched for it. */
	readonly costly: boolean = $derived.by(
		() => this.#explorer.archive.manifest.texts.bytes >= unaskedBytes
	);
	#turn = 0;

	/** Weighs the words of what is found once a change has settled; call in an effect. */
	follow(): void {
		const { mask, busy, dragging, answers } = this.#explorer;
		if (busy || dragging || answers.waiting) return;
		untrack(() => {
			this.#turn++;
			this.weighing = false;
			if (this.costly) this.distinctive = null;
			else void this.weigh(mask);
		});
	}

	/** Weighs the words of the articles found. */
	async weigh(mask: Uint8Array = this.#explorer.mask): Promise<void> {
		const turn = (this.#turn += 1);
		const { query } = this.#explorer.answered;
		this.weighing = true;
		this.failure = null;
		// All that pass, also those that a list shows once for several.
		const rows = Uint32Array.from(mask.keys()).filter((row) => mask[row] === 0);
		try {
			const counts = await this.#explorer.search.counts(rows);
			if (turn !== this.#turn || !counts) return;
			this.distinctive = weighCounts(counts, query);
		} catch (failure) {
			if (turn !== this.#turn) return;
			this.failure = failure instanceof Error ? failure.message : String(failure);
		}
		this.weighing = false;
	}
}

/** Texts of fewer bytes are at hand, or soon will be: as `search/texts` keeps them. */
const unaskedBytes = 40_000_000;
