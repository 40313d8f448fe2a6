/** What lists show of rows, fetched when it is first looked at. */
import type { Entry } from '../bundle/format.ts';
import type { Archive } from '../bundle/open.ts';

export class Arrivals {
	#archive: () => Archive;
	/** Counts them, so that what shows an entry is drawn anew when it comes. */
	#count = $state(0);
	#sought = new Set<string>();
	/** Why something could not be fetched, by its row or id: what comes meanwhile does not unsay it. */
	#missing = new Map<number | string, string>();
	/** Why entries could not be fetched, in a sentence for the reader; null where they could. */
	lost = $state.raw<string | null>(null);

	/** `archive` is called when something is asked for. */
	constructor(archive: () => Archive) {
		this.#archive = archive;
	}

	/** What a list shows of a row; undefined while it is on its way, for which asking is enough. */
	entry(row: number): Entry | undefined {
		void this.#count;
		const { entries } = this.#archive();
		const entry = entries.at(row);
		if (!entry) void this.await(entries.load([row]), row);
		return entry;
	}

	/** The row of an article's id; undefined while it is sought, and where no article has it. */
	rowOf(id: string): number | undefined {
		void this.#count;
		const archive = this.#archive();
		const row = archive.entries.rowOf(id);
		if (row === undefined && !this.#sought.has(id)) {
			this.#sought.add(id);
			void this.await(archive.rowOf(id), id);
		}
		return row;
	}

	/** Waits for what is fetched of a row or id, and says in `lost` where it cannot be. */
	async await(coming: Promise<unknown>, of: number | string): Promise<void> {
		try {
			await coming;
			this.#missing.delete(of);
			this.#count += 1;
		} catch (failure) {
			this.#missing.set(of, failure instanceof Error ? failure.message : String(failure));
		}
		this.lost = [...this.#missing.values()][0] ?? null;
	}

	/** Asks again for what could not be fetched. */
	retry(): void {
		this.lost = null;
		this.#missing.clear();
		this.#sought.clear();
		this.#count += 1;
	}
}
