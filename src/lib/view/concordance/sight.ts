/** Which blocks of a long page are in sight, or nearly: one observer for all of them. */

type Told = (near: boolean, height: number) => void;

const told = new WeakMap<Element, Told>();
let observer: IntersectionObserver | null = null;

function watcher(): IntersectionObserver {
	observer ??= new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting, boundingClientRect } of entries)
				told.get(target)?.(isIntersecting, boundingClientRect.height);
		},
		// A screen's height above and below, so that scrolling finds its lines there.
		{ rootMargin: '100% 0px' }
	);
	return observer;
}

/** Attachment: tells whether the element is near the screen, and its height in pixels, whenever the first changes. */
export function watchSight(tell: Told): (element: Element) => () => void {
	return (element) => {
		told.set(element, tell);
		watcher().observe(element);
		return () => watcher().unobserve(element);
	};
}
