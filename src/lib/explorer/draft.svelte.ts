/**
 * What a gesture (typing, dragging) asks for while it runs, before the URL says it. The first step makes an entry in the
 * history, later ones replace it, so that "back" undoes the gesture.
 */
import type { Selection } from '../filter/selection.ts';
import { Gesture } from './gesture.ts';

/**
 * How long words that are typed wait for their answer before the views take notice of them: most answers come within a
 * few milliseconds, and to change everything twice takes longer.
 */
const patienceMs = 30;
/** A hand that has not moved for so long rests. */
const restMs = 600;

interface Listeners {
	/** Writes a selection into the URL and resolves when it is there; `replace`: without an entry in the history. */
	write: (selection: Selection, replace: boolean) => Promise<void>;
	/** The views take notice of another selection. */
	shown: () => void;
	/** What was typed and not shown yet is given up, with the question that had been asked for it. */
	dropped: () => void;
}

export class Draft {
	#shown = $state.raw<Selection | null>(null);
	/** Words just typed, of which the views have not heard yet. */
	#typed: Selection | null = null;
	#patience: ReturnType<typeof setTimeout> | undefined;
	#moving = $state(false);
	#rest: ReturnType<typeof setTimeout> | undefined;
	#dragging = $state(false);
	#gesture: Gesture;
	#listeners: Listeners;

	constructor(listeners: Listeners) {
		this.#listeners = listeners;
		this.#gesture = new Gesture(listeners.write);
	}

	/** What is asked for; null where no gesture runs. Changes for views when it is shown to them. */
	get selection(): Selection | null {
		const shown = this.#shown;
		return this.#typed ?? shown;
	}

	/** True once the views show what a gesture asks for. */
	get running(): boolean {
		return this.#shown !== null;
	}

	/** True while the reader is still typing or dragging: what listens should wait. */
	get busy(): boolean {
		return this.#shown !== null && this.#moving;
	}

	get dragging(): boolean {
		return this.#dragging;
	}

	/** True while words are typed that the views have not heard of. */
	get unheard(): boolean {
		return this.#typed !== null;
	}

	/** A step: the views follow at once; the URL follows at most every 250 ms. */
	step(selection: Selection): void {
		this.#forgetTyped();
		this.#show(selection);
		this.#gesture.step(selection, this.#dragging);
	}

	drag(selection: Selection): void {
		this.#dragging = true;
		this.step(selection);
	}

	/** A step of typing: the views hear of it with its answer (`hear`), or when that takes long. */
	type(selection: Selection): void {
		this.#typed = selection;
		this.#gesture.step(selection);
		this.#patience ??= setTimeout(() => this.hear(), patienceMs);
	}

	/** Lets the views hear of the words that are typed. */
	hear(): void {
		const typed = this.#typed;
		this.#forgetTyped();
		if (typed) this.#show(typed);
	}

	/** Makes another way of looking a part of the gesture that runs; false where none does. */
	turn(change: Partial<Selection>): boolean {
		this.hear();
		if (!this.#shown) return false;
		this.#shown = { ...this.#shown, ...change };
		this.#gesture.step(this.#shown);
		return true;
	}

	/** Goes back to what the URL says. */
	drop(): void {
		const unheard = this.unheard;
		this.#gesture.cancel();
		this.#dragging = false;
		this.#forgetTyped();
		this.#shown = null;
		if (unheard) this.#listeners.dropped();
	}

	/** Writes no more of it: the reader is about to move in the history. */
	halt(): void {
		this.#gesture.cancel();
	}

	/** The gesture has ended: resolves when the URL says what the views show. */
	async settle(): Promise<void> {
		this.hear();
		this.#dragging = false;
		const ended = this.#shown;
		await this.#gesture.end();
		// A new gesture may have begun meanwhile: its draft stands.
		if (this.#shown === ended) this.#shown = null;
	}

	#show(selection: Selection): void {
		this.#shown = selection;
		this.#moving = true;
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => (this.#moving = false), restMs);
		this.#listeners.shown();
	}

	#forgetTyped(): void {
		clearTimeout(this.#patience);
		this.#patience = undefined;
		this.#typed = null;
	}
}
