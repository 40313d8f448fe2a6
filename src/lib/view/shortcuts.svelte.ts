/**
 * Single-letter keys: one table for the page, which a reader may switch off (speech input types letters too).
 * They do nothing while a field has the focus, or with Ctrl, Alt or Meta held down.
 */
import { getContext, setContext } from 'svelte';

const storageKey = 'hemeroteca:keys';

export class Shortcuts {
	#actions = new Map<string, () => void>();
	/** False where the reader has switched single-letter keys off. */
	on = $state(true);

	/** Reads the reader's own choice; call in the browser. */
	recall(): void {
		try {
			this.on = localStorage.getItem(storageKey) !== 'off';
		} catch {
			// Storage may be refused; then the keys are on.
		}
	}

	switch(on: boolean): void {
		this.on = on;
		try {
			localStorage.setItem(storageKey, on ? 'on' : 'off');
		} catch {
			// Refused storage: the choice lasts as long as the page.
		}
	}

	/** Binds keys (`event.key`) to actions; returns what unbinds them, fit to be returned from an effect. */
	bind(actions: Record<string, () => void>): () => void {
		for (const [key, action] of Object.entries(actions)) this.#actions.set(key, action);
		return () => {
			for (const [key, action] of Object.entries(actions))
				if (this.#actions.get(key) === action) this.#actions.delete(key);
		};
	}

	/** For `onkeydown` of the window. */
	press = (event: KeyboardEvent): void => {
		if (!this.on || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey)
			return;
		const target = event.target;
		if (target instanceof HTMLElement) {
			if (target.isContentEditable || target.closest('dialog[open]')) return;
			if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
				const kind = target instanceof HTMLInputElement ? target.type : 'text';
				if (kind !== 'checkbox' && kind !== 'radio') return;
			}
		}
		const action = this.#actions.get(event.key);
		if (!action) return;
		event.preventDefault();
		action();
	};
}

const key = Symbol('shortcuts');

export function provideShortcuts(): Shortcuts {
	return setContext(key, new Shortcuts());
}

export function useShortcuts(): Shortcuts {
	return getContext<Shortcuts>(key);
}
