/**
 * Turns the steps of a gesture into few history entries: the first write pushes, later ones replace, at most one each
 * 250 ms (of a drag, when the hand rests that long), and the last step is always written. Browsers refuse more than some hundred writes in half a minute; a drag
 * makes sixty a second.
 */
import type { Selection } from '../filter/selection.ts';

export const delayMs = 250;
/** The first write lets what the step has changed be drawn before it, and is there before anybody can press "back". */
export const firstDelayMs = 80;

export class Gesture {
	#write: (selection: Selection, replace: boolean) => Promise<void>;
	#running = false;
	/** Whether this gesture has its entry in the history. */
	#pushed = false;
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

	/** `moving`: nothing is written before the hand rests or lets go, since writing takes longer than a frame may. */
	step(selection: Selection, moving = false): void {
		this.#next = selection;
		this.#running = true;
		if (moving) this.#halt();
		this.#timer ??= setTimeout(
			() => this.#flush(),
			moving || this.#pushed ? delayMs : firstDelayMs
		);
	}

	#halt(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#flush(): void {
		this.#halt();
		const [selection, replace] = [this.#next, this.#pushed];
		this.#next = null;
		if (!selection) return;
		this.#pushed = true;
		this.#written = this.#written.then(() => this.#write(selection, replace));
	}

	/** Writes what is still unwritten and resolves when the URL holds it; the next step begins a new gesture. */
	async end(): Promise<void> {
		if (!this.#running) return;
		this.#flush();
		this.#running = this.#pushed = false;
		await this.#written;
	}

	/** Forgets what is still unwritten. */
	cancel(): void {
		this.#halt();
		this.#next = null;
		this.#running = this.#pushed = false;
	}
}
