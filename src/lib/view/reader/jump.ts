/** Links within a page where the hash is the address of the page itself. */

/** Attachment: links to `#id` inside the element scroll and take the focus there, and leave the address alone. */
export function jumpWithin(root: HTMLElement): () => void {
	const jump = (event: MouseEvent) => {
		const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
		const id = link?.getAttribute('href')?.slice(1);
		const goal = id ? document.getElementById(id) : null;
		if (!goal || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		goal.scrollIntoView({ block: 'center' });
		goal.focus({ preventScroll: true });
	};
	root.addEventListener('click', jump);
	return () => root.removeEventListener('click', jump);
}
