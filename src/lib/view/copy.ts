/** Takes text into the clipboard, as far as the browser allows it. */

/**
 * Copies the text of an element. Where the page may not write to the clipboard, the text is selected and the older way
 * tried. False where that fails, too: the text stays selected, for the reader to copy.
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(element.textContent ?? '');
		return true;
	} catch {
		getSelection()?.selectAllChildren(element);
		return document.execCommand('copy');
	}
}

/** The reader's own day, YYYY-MM-DD: that of the clock on the wall, not of Greenwich. */
export function today(now = new Date()): string {
	// Swedish writes dates as ISO 8601 does.
	return new Intl.DateTimeFormat('sv-SE').format(now);
}
