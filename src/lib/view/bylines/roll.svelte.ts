/** The roll of names: which of them are drawn, in what order and on what scale, as the reader arranges it. */
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { leftOut } from '../../filter/selection.ts';
import type { ValueTally } from '../../filter/tally.ts';
import { count } from '../labels.ts';
import { describeBylines } from './describe.ts';
import { foldName, isNameFor, orderCodes, pickVisible, rankNames, type Order } from './names.ts';

const rowsAtFirst = 14;
const rowsMore = 50;

/** Names are known by their codes in the column of authors. What is kept here is arrangement and never selection. */
export class Roll {
	#explorer: Explorer;
	#order = $state<Order>('count');
	#typed = $state('');
	#limit = $state(rowsAtFirst);
	/** Names pressed a moment ago: they stay where they are until the reader goes elsewhere. */
	#pressed = $state.raw<readonly number[]>([]);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	#names = $derived.by(() => this.#explorer.columns.facet.author.values);
	#ranks = $derived(rankNames(this.#names));
	#folded = $derived(this.#names.map(foldName));
	#ordered = $derived.by(() =>
		orderCodes(this.tally, this.#ranks, this.#order, () => this.#explorer.tallies.spans('author'))
	);

	get tally(): ValueTally[] {
		return this.#explorer.tallies.facet('author');
	}

	readonly chosen: readonly number[] = $derived(this.#codesOf((name) => name));
	readonly out: readonly number[] = $derived(this.#codesOf(leftOut));

	/** The codes of the names that stand in the selection with a mark. */
	#codesOf(mark: (name: string) => string): number[] {
		const { author } = this.#explorer.selection;
		return author.length === 0
			? []
			: this.#names.flatMap((name, code) => (author.includes(mark(name)) ? code : []));
	}

	/** All names that fit what was typed. */
	readonly found: number[] = $derived.by(() => {
		const words = foldName(this.#typed);
		if (words.length === 0) return this.#ordered;
		return this.#ordered.filter((code) => isNameFor(words, this.#folded[code] ?? []));
	});

	/** The names that are drawn. */
	readonly visible: number[] = $derived.by(() =>
		pickVisible(this.found, [...this.chosen, ...this.out, ...this.#pressed], this.#limit)
	);

	/** The longest bar stands for this many articles; it does not change while the reader filters. */
	readonly most: number = $derived(this.tally.reduce((high, { all }) => Math.max(high, all), 1));

	/** The longest text beside a bar. */
	readonly widest: string = $derived.by(() => {
		const texts = this.visible.map((code) => {
			const { all = 0, matching = 0 } = this.tally[code] ?? {};
			return this.#explorer.asked ? `${count(matching)} of ${count(all)}` : count(all);
		});
		return texts.reduce((long, text) => (text.length > long.length ? text : long), '');
	});

	/** How many names there are and, where the order says it, which of them counts most. */
	get caption(): string {
		const [first, second] = this.#ordered.slice(0, 2).map((code) => this.tally[code]);
		// Of several with as many none has most.
		const stands = !first?.matching || first.matching !== second?.matching;
		const leader = this.#order === 'count' && stands ? first : undefined;
		return describeBylines(this.tally, this.#explorer.asked, leader);
	}

	nameOf(code: number): string {
		return this.#names[code] ?? '';
	}

	get order(): Order {
		return this.#order;
	}

	set order(order: Order) {
		this.#order = order;
		this.settle();
	}

	get typed(): string {
		return this.#typed;
	}

	set typed(typed: string) {
		this.#typed = typed;
		this.#limit = rowsAtFirst;
		this.settle();
	}

	/** Keeps a name in sight though it may not be chosen any longer. */
	keep(code: number): void {
		this.#pressed = [...this.#pressed, code];
	}

	/** The reader has gone elsewhere: every name may go where it belongs. */
	settle(): void {
		if (this.#pressed.length) this.#pressed = [];
	}

	more(): void {
		this.#limit += rowsMore;
	}
}
