/**
 * The matches of the article on screen: which there are, where they stand, which one the reader is at. It reads the
 * `mark` elements of one element and follows them as they change; drawing is left to the map and the stepper.
 */
import { untrack } from 'svelte';

/** A match this close to a pressed place (as a share of the article's height) is meant itself. */
const near = 0.02;

export class Matches {
	#marks: HTMLElement[] = [];
	#root: HTMLElement | null = null;
	#scroller: HTMLElement | null = null;

	/** Where each match stands in the article: 0 its top, 1 its bottom; ascending. */
	places: readonly number[] = $state.raw([]);
	/** The part of the article that is in sight, from and to, 0 to 1. */
	view: readonly [from: number, to: number] = $state.raw([0, 1]);
	/** Number of the match the reader is at, from 0; null before the first step. */
	current: number | null = $state(null);

	/** A match to go to as soon as it is there. */
	#wanted: number | null = null;

	get total(): number {
		return this.places.length;
	}

	/** Attachment: the element whose matches these are. */
	readonly watch = (root: HTMLElement): (() => void) => {
		this.#root = root;
		this.#scroller = scrollerOf(root);
		let frame = 0;
		const soon = () => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(() => this.#measure());
		};
		const changes = new MutationObserver(() => this.#collect());
		changes.observe(root, { childList: true, characterData: true, subtree: true });
		const size = new ResizeObserver(soon);
		size.observe(root);
		// Captured: scrolling does not bubble, and the article may stand in a box that scrolls by itself.
		document.addEventListener('scroll', soon, { capture: true, passive: true });
		window.addEventListener('resize', soon);
		// Untracked: the attachment would otherwise start anew whenever what it measures changes.
		untrack(() => this.#collect());
		return () => {
			cancelAnimationFrame(frame);
			changes.disconnect();
			size.disconnect();
			document.removeEventListener('scroll', soon, { capture: true });
			window.removeEventListener('resize', soon);
			this.#root = null;
			this.#marks = [];
		};
	};

	/** To the next match (1) or the one before (-1), round at the ends; the first step starts at what is in sight. */
	step(by: 1 | -1): void {
		if (this.total === 0) return;
		if (this.current !== null) return this.go((this.current + by + this.total) % this.total);
		const seen = this.places.findIndex((place) => place >= this.view[0]);
		if (by === 1) this.go(Math.max(seen, 0));
		else this.go(seen > 0 ? seen - 1 : this.total - 1);
	}

	/** To a match by its number, from 0; `focus` takes the keyboard there too. */
	go(at: number, focus = false): void {
		const mark = this.#marks[at];
		if (!mark) return;
		this.#marks.forEach((each) => each.removeAttribute('aria-current'));
		mark.setAttribute('aria-current', 'true');
		this.current = at;
		this.#scrollTo(mark.getBoundingClientRect());
		if (!focus) return;
		mark.tabIndex = -1;
		mark.focus({ preventScroll: true });
	}

	/** To a match by its number, from 0, now or when the article has come; to the last one, where there are fewer. */
	reach(at: number): void {
		this.#wanted = at;
		this.#collect();
	}

	/** To a place in the article, 0 to 1; to the match there, where one is close. */
	goToPlace(place: number): void {
		const distances = this.places.map((each) => Math.abs(each - place));
		const closest = distances.indexOf(Math.min(...distances));
		if ((distances[closest] ?? 1) < near) return this.go(closest);
		const rect = this.#root?.getBoundingClientRect();
		if (rect) this.#scrollTo(new DOMRect(rect.x, rect.y + rect.height * place, 0, 0));
	}

	#collect(): void {
		const marks = [...(this.#root?.querySelectorAll<HTMLElement>('mark') ?? [])];
		const same =
			marks.length === this.#marks.length && marks.every((m, at) => m === this.#marks[at]);
		if (!same) {
			this.#marks.forEach((mark) => mark.removeAttribute('aria-current'));
			this.#marks = marks;
			this.current = null;
		}
		this.#measure();
		if (this.#wanted === null || this.total === 0) return;
		this.go(Math.min(this.#wanted, this.total - 1));
		this.#wanted = null;
	}

	#measure(): void {
		const root = this.#root?.getBoundingClientRect();
		if (!root || root.height === 0) return;
		const share = (y: number) => Math.min(1, Math.max(0, (y - root.top) / root.height));
		const places = this.#marks.map((mark) => share(mark.getBoundingClientRect().top));
		if (places.join() !== this.places.join()) this.places = places;
		const [top, bottom] = this.#port();
		const [from, to] = [share(top), share(bottom)];
		if (from !== this.view[0] || to !== this.view[1]) this.view = [from, to];
	}

	/** Top and bottom of what can be seen of the article, in pixels of the window. */
	#port(): [top: number, bottom: number] {
		const rect = this.#scroller?.getBoundingClientRect();
		return rect ? [Math.max(0, rect.top), Math.min(innerHeight, rect.bottom)] : [0, innerHeight];
	}

	/** Brings a rectangle to the middle. Not `scrollIntoView`: that would move the list beside a pane as well. */
	#scrollTo(rect: DOMRect): void {
		const [top, bottom] = this.#port();
		(this.#scroller ?? window).scrollBy(0, rect.top + rect.height / 2 - (top + bottom) / 2);
	}
}

/** The nearest element around that scrolls by itself; null where the window does. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
	for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
		if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
	return null;
}
