/** A list on its way to paper: what it shows is fetched to its end, or as far as paper goes, before the browser prints. */
import { tick } from 'svelte';
import type { Entry } from '../../bundle/format.ts';
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { count, counted } from '../labels.ts';

/** Paper takes so many articles of a list: about four hundred pages. */
export const mostOnPaper = 10_000;

/** A number that changes more often than the eye can follow costs more than the work; milliseconds. */
const tellEvery = 100;

/** An article of the list, as it stands on paper. */
export interface OnPaper {
	row: number;
	entry: Entry;
}

/** What can be printed of a list from a place on: up to the first article that has not been fetched. */
export function printable({ list, archive }: Explorer, from: number): OnPaper[] {
	const found: OnPaper[] = [];
	for (const row of list.subarray(from, mostOnPaper)) {
		const entry = archive.entries.at(row);
		if (!entry) break;
		found.push({ row, entry });
	}
	return found;
}

/** Where a list ends on paper, in a sentence. `stands`: articles that are printed, of `all` in the list. */
export function describeEnd(stands: number, all: number): string {
	if (stands >= all) return `End of the list: ${counted(all, 'article')}.`;
	const first = `The first ${count(stands)} of ${counted(all, 'article')} stand here`;
	return stands >= mostOnPaper
		? `${first}: paper takes no more of a list. Export on the page saves all of them as a table.`
		: `${first}: the others had not been fetched when the page was printed. Export on the page, then Print the list, fetches them first.`;
}

export class Printing {
	readonly #explorer: Explorer;
	#calling: AbortController | null = null;
	/** True while the list is fetched. */
	running = $state(false);
	/** Articles that have come, of all that are to be printed. */
	done = $state(0);
	all = $state(0);
	/** Why not all of the list could be fetched, in a sentence; null where it could. */
	failure = $state.raw<string | null>(null);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** True where paper would lack articles that can be fetched. */
	get lacks(): boolean {
		const { list } = this.#explorer;
		return printable(this.#explorer, 0).length < Math.min(list.length, mostOnPaper);
	}

	/** Fetches what is lacking of the list in force, then has the browser print it. */
	async start(): Promise<void> {
		this.cancel();
		const { archive, list } = this.#explorer;
		const calling = new AbortController();
		const { signal } = calling;
		const rows = list.subarray(0, mostOnPaper);
		this.#calling = calling;
		this.running = true;
		this.done = 0;
		this.all = rows.length;
		let told = performance.now();
		try {
			// Apart: it is wanted by who prints a list that has not come.
			const { arriving } = await import('../exporting/arriving.ts');
			for await (const at of arriving({ archive, rows, signal })) {
				const now = performance.now();
				if (now - told < tellEvery) continue;
				told = now;
				this.done = at;
			}
			signal.throwIfAborted();
		} catch (failure) {
			if (signal.aborted) return;
			this.#end();
			this.failure = failure instanceof Error ? failure.message : String(failure);
			return;
		}
		this.#end();
		await tick();
		print();
	}

	/** Calls it off, or puts away what went wrong; nothing is printed. */
	cancel(): void {
		this.#calling?.abort();
		this.#end();
		this.failure = null;
	}

	#end(): void {
		this.#calling = null;
		this.running = false;
	}
}

const printings = new WeakMap<Explorer, Printing>();

/** The one of an explorer: asked for in one place of the page, shown in another. */
export function printingOf(explorer: Explorer): Printing {
	const there = printings.get(explorer);
	if (there) return there;
	const made = new Printing(explorer);
	printings.set(explorer, made);
	return made;
}
