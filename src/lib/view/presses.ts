/**
 * Presses that mean more than a plain one: with Alt on a value of a facet or on a byline, on the words of a chip, on the
 * bar of a result. Heard once for the whole page: rows need no handler of their own, and the first script not this.
 */
import type { Explorer } from '../explorer/explorer.svelte.ts';
import { matchAnchor } from '../filter/link.ts';
import { leftOut, valueOf, type Facet } from '../filter/selection.ts';

/** Listens until the function that is returned is called. */
export function hearPresses(explorer: Explorer): () => void {
	/** A value is left out, and one that is left out asked for again. */
	function flip(event: Event, target: Element): void {
		const said = target.closest<HTMLElement>('[data-mark]')?.dataset['mark'];
		if (said === undefined) return;
		const colon = said.indexOf(':');
		const [facet, mark] = [said.slice(0, colon) as Facet, said.slice(colon + 1)];
		// Neither the row's own press, nor what a browser makes of Alt.
		event.preventDefault();
		event.stopPropagation();
		// A box gets its old state back after this event, which must not undo the new one.
		setTimeout(() =>
			explorer.toggle(facet, mark === valueOf(mark) ? leftOut(mark) : valueOf(mark))
		);
	}

	/** Opens the article of a result at the match that is nearest to a press on its bar. */
	function openAt(bar: Element, x: number): void {
		const row = Number(bar.closest<HTMLElement>('[data-row]')?.dataset['row']);
		const entry = explorer.entry(row);
		if (!entry) return;
		const { left, width } = bar.getBoundingClientRect();
		const away = (explorer.answers.excerptOf(row)?.places ?? []).map((place) =>
			Math.abs(left + place * width - x)
		);
		explorer.openBeside(entry.id, matchAnchor(away.indexOf(Math.min(...away))));
	}

	function press(event: MouseEvent): void {
		if (!(event.target instanceof Element)) return;
		const bar = event.target.closest('.matches svg');
		if (bar) openAt(bar, event.clientX);
		else if (event.altKey || event.target.closest('.flip')) flip(event, event.target);
	}

	function key(event: KeyboardEvent): void {
		if (event.altKey && event.key === 'Enter' && event.target instanceof Element)
			flip(event, event.target);
	}

	document.addEventListener('click', press, { capture: true });
	document.addEventListener('keydown', key, { capture: true });
	return () => {
		document.removeEventListener('click', press, { capture: true });
		document.removeEventListener('keydown', key, { capture: true });
	};
}
