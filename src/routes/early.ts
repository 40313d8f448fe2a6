/**
 * A press on a button that is drawn, but that no script answered yet: the page hydrates when its catalog is there. What
 * stands first in the page (`app.html`) keeps it.
 */
export function answerEarlyPress(): void {
	document.onclick = null;
	const pressed = document.querySelector<HTMLElement>('[data-pressed]');
	pressed?.removeAttribute('data-pressed');
	pressed?.click();
}
