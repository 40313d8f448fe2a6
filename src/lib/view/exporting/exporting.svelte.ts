/** One export at a time: starts it, tells how far it has got, calls it off. */
import type { Explorer } from '../../explorer/explorer.svelte.ts';
import { fileNameOf, saveFile } from '../export.ts';
import { counted } from '../labels.ts';
import { fileOf, type Format } from './formats.ts';
import { addressOfArticle, currentSearch } from './search.ts';

/** A number that changes more often than the eye can follow costs more than the work; milliseconds. */
const tellEvery = 200;

export class Exporting {
	readonly #explorer: Explorer;
	#calling: AbortController | null = null;
	/** The format that is being written; null where none is. */
	format = $state.raw<Format | null>(null);
	/** Articles written, of all that are to be. */
	done = $state(0);
	all = $state(0);
	/** What the last export came to, in a sentence; empty before. */
	said = $state('');
	/** Why it could not be, in a sentence; null where it could. */
	failure = $state.raw<string | null>(null);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Writes what is listed now and saves it. What is listed may change meanwhile; the file does not. */
	async start(format: Format): Promise<void> {
		this.cancel();
		const explorer = this.#explorer;
		const calling = new AbortController();
		const { signal } = calling;
		const { rows, archive } = explorer;
		const search = currentSearch(explorer);
		this.#calling = calling;
		this.format = format;
		this.done = 0;
		this.all = rows.length;
		this.said = '';
		this.failure = null;
		let told = performance.now();
		try {
			const file = await fileOf(format, {
				archive,
				rows,
				search,
				addressOf: (id) => addressOfArticle(explorer, id),
				signal,
				onRow: (done) => {
					const now = performance.now();
					if (now - told < tellEvery) return;
					told = now;
					this.done = done;
				}
			});
			signal.throwIfAborted();
			const name = fileNameOf('articles', search.query, format.ending);
			saveFile(name, [file], format.type);
			this.said = `Saved ${counted(rows.length, 'article')} as ${name}.`;
		} catch (failure) {
			if (signal.aborted) return;
			this.failure = failure instanceof Error ? failure.message : String(failure);
		} finally {
			if (this.#calling === calling) {
				this.#calling = null;
				this.format = null;
			}
		}
	}

	/** Calls off what is being written; nothing of it is saved. */
	cancel(): void {
		if (!this.#calling) return;
		this.#calling.abort();
		this.#calling = null;
		this.format = null;
		this.said = 'Cancelled: nothing was saved.';
	}
}
