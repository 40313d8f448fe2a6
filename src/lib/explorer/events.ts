/** The events of an archive, read when they are first shown. */
import type { ArchiveEvent } from '../archive/event.ts';
import type { Archive } from '../bundle/open.ts';

/** By date; none where the archive has none. Rejects with a sentence for the reader where they cannot be had. */
export async function readEvents({ manifest, read }: Archive): Promise<ArchiveEvent[]> {
	if (!manifest.events) return [];
	try {
		const bytes = await read(manifest.events);
		return JSON.parse(new TextDecoder().decode(bytes)) as ArchiveEvent[];
	} catch {
		throw new Error('The events could not be fetched. Check the connection and reload the page.');
	}
}
