/**
 * The ids under which articles were published: what a build writes as `ids.json`, what tells which ids have changed
 * since, and, put beside the seeds, what keeps every one of them.
 */
import * as v from 'valibot';
import type { Problem } from '../archive/article.ts';
import { decode } from './decode.ts';
import { error } from './problem.ts';

/** An id and what tells its article from others when the id has changed. */
export interface PublishedId {
	id: string;
	file: string;
	/** The first line of the article. */
	line: number;
	/** Made of the opening words: see `printOf`. */
	print: string;
}

const schema = v.array(
	v.object({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
		file: v.string(),
		line: v.number(),
		print: v.string()
	})
);

/** Reads the text of an `ids.json`; null where it is none. */
export function parseIds(text: string): PublishedId[] | null {
	try {
		const read = v.safeParse(schema, JSON.parse(text));
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}

/** The ids that stand beside the seeds. A file that is none is an error: addresses would change that were to be kept. */
export function readLedger(
	file: string,
	bytes: Uint8Array
): { published: PublishedId[]; problems: Problem[] } {
	const published = parseIds(decode(file, bytes).text ?? '');
	if (published) return { published, problems: [] };
	const message =
		'This is no list of published ids, so none could be kept. Put a copy of data/ids.json of the published site in its place, or take it out of the folder.';
	return { published: [], problems: [error(file, null, 'ids/bad-file', message)] };
}
