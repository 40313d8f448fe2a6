/** Entries of the report, file by file. */

/** The entries of each file, files in the order in which they first come. */
export function groupByFile<Entry extends { file: string }>(
	entries: readonly Entry[]
): [file: string, entries: Entry[]][] {
	const files = new Map<string, Entry[]>();
	for (const entry of entries) {
		const own = files.get(entry.file);
		if (own) own.push(entry);
		else files.set(entry.file, [entry]);
	}
	return [...files];
}
