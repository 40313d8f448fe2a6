/**
 * Turns the steps of a gesture into few history entries: the first step pushes, later ones replace, at most one
 * write each 250 ms, and the last step is always written. Browsers refuse more than some hundred writes in half
 * a minute; a drag makes sixty a second.
 */
import type { Selection } from '../filter/selection.ts';

export const delayMs = 250;

export class Gesture {
	#write: (selection: Selection, replace: boolean) => Promise<void>;
	#running = false;
	#next: Selection | null = null;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#written: Promise<void> = Promise.resolve();

	/** `write` puts a selection into the URL and resolves when it is there. */
	constructor(write: (selection: Selection, replace: boolean) => Promise<void>) {
		this.#write = write;
	}

	get running(): boolean {
		return this.#running;
	}

	step(selection: Selection): void {
		this.#next = selection;
		if (!this.#running) {
			this.#running = true;
			this.#flush(false);
			return;
		}
		this.#timer ??= setTimeout(() => this.#flush(true), delayMs);
	}

	#flush(replace: boolean): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const selection = this.#next;
		this.#next = null;
		if (selection) this.#written = this.#written.then(() => this.#write(selection, replace));
	}

	/** Writes what is still unwritten and resolves when the URL holds it; the next step begins a new gesture. */
	async end(): Promise<void> {
		if (!this.#running) return;
		this.#running = false;
		this.#flush(true);
		await this.#written;
	}

	/** Forgets what is still unwritten. */
	cancel(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		this.#next = null;
		this.#running = false;
	}
}
