/** The lines of a seed as they were filed, fetched when somebody wants to see them. */
import { base } from '$app/paths';
import { readFrom } from '$output';
import type { Lines } from '$lib/archive/article.ts';
import { BundleError } from '$lib/bundle/format.ts';
import { splitLines } from '$lib/ingest/decode.ts';
import { openArchive } from './open.ts';

/** Rejects with a BundleError where the seed cannot be fetched. */
export async function filedLines(file: string, [first, last]: Lines): Promise<string[]> {
	const archive = await openArchive();
	const at = (await archive.seedNames()).indexOf(file);
	const path = `seeds/${at}.txt`;
	const bytes = await readFrom(base)(path).catch((cause: unknown) => {
		throw new BundleError(
			`The archive’s file data/${path} could not be fetched. Check the connection, then close this and open it again.`,
			{ cause }
		);
	});
	return splitLines(new TextDecoder().decode(bytes)).slice(first - 1, last);
}
