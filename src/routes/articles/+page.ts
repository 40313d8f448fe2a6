import { openArchive } from '../open.ts';
import type { PageLoad } from './$types';

/** A page of more links than this is of no use to anybody. */
const mostListed = 5000;

export const load: PageLoad = async () => {
	const archive = await openArchive();
	const { articles } = archive.manifest.counts;
	const rows = Array.from({ length: Math.min(articles, mostListed) }, (_, row) => row);
	await archive.entries.load(rows);
	return { archive, articles, entries: rows.flatMap((row) => archive.entries.at(row) ?? []) };
};
