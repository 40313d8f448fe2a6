/** Which blocks of a long page are in sight, or nearly: one observer for all of them. */

type Told = (near: boolean, height: number) => void;

const told = new WeakMap<Element, Told>();
let observer: IntersectionObserver | null = null;
/** Blocks that have come near and are not told yet: their heights, and how far they are from the middle of the screen. */
const coming = new Map<Element, { height: number; far: number }>();
let frame = 0;

/** Tells one block in each frame, the nearest first: drawing all at once would hold the page up. */
function tellNext(): void {
	const [nearest] = [...coming].sort(([, a], [, b]) => a.far - b.far);
	if (!nearest) return void (frame = 0);
	const [target, { height }] = nearest;
	coming.delete(target);
	told.get(target)?.(true, height);
	frame = requestAnimationFrame(tellNext);
}

function watcher(): IntersectionObserver {
	observer ??= new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting, boundingClientRect } of entries) {
				const { top, height } = boundingClientRect;
				if (isIntersecting) {
					coming.set(target, { height, far: Math.abs(top + height / 2 - innerHeight / 2) });
					continue;
				}
				coming.delete(target);
				told.get(target)?.(false, height);
			}
			frame ||= requestAnimationFrame(tellNext);
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
		return () => {
			coming.delete(element);
			watcher().unobserve(element);
		};
	};
}
