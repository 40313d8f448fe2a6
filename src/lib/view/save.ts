/** Hands text to the reader as a file. */

/** Saves the parts, joined, in UTF-8 under a name; `type` without its charset, `text/csv`. */
export function saveFile(name: string, parts: string[], type: string): void {
	const address = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has taken the file by then.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
