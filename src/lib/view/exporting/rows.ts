/** The rows of a result set one after another, read a few files at a time. */
import { writeDay, type Day } from '../../archive/day.ts';
import type { Article } from '../../archive/article.ts';
import type { Archive } from '../../bundle/open.ts';
import { sweep, type Swept } from '../../bundle/sweep.ts';
import { referenceOf, type Reference } from '../../cite/reference.ts';
import type { Tabled } from '../../cite/table.ts';
import { arriving } from './arriving.ts';
import type { Search } from './search.ts';

/** What is to be written, and how it is watched over. */
export interface Job {
	archive: Pick<Archive, 'catalog' | 'entries'> & Swept;
	/** In the order of the list. */
	rows: Uint32Array;
	search: Search;
	/** The whole address of an article; null where it is not known. */
	addressOf: (id: string) => string | null;
	signal: AbortSignal;
	/** Told how many rows have been written. */
	onRow: (done: number) => void;
}

/** One article of the list, without its text. */
export interface Listed {
	/** Place in the list, from 1. */
	rank: number;
	article: Tabled;
	reference: Reference;
}

function listedOf(job: Job, row: number, rank: number): Listed {
	const { catalog, entries, manifest } = job.archive;
	const { names } = catalog;
	const entry = entries.at(row);
	if (!entry) throw new Error(`The entry of row ${row} has not come.`);
	const { id, headline, supplied, edtf, dateBasis, file, lines } = entry;
	const dayOf = (day: number | null | undefined) => (day == null ? '' : writeDay(day as Day));
	const article: Tabled = {
		id,
		headline,
		suppliedHeadline: supplied,
		authors: (catalog.authors[row] ?? []).map((code) => names.author[code] ?? ''),
		publication: names.publication[catalog.publication[row] ?? -1] ?? null,
		language: names.language[catalog.language[row] ?? -1] ?? 'en',
		kind: (names.kind[catalog.kind[row] ?? -1] ?? 'full') as Article['kind'],
		words: catalog.words[row] ?? 0,
		source: { file, lines },
		date:
			edtf === null
				? null
				: {
						edtf,
						first: dayOf(catalog.first[row]),
						last: dayOf(catalog.last[row]),
						basis: dateBasis ?? 'stated'
					}
	};
	const origin = { ...manifest, address: job.addressOf(id) };
	return { rank, article, reference: referenceOf(article, origin, job.search.accessed) };
}

/** The articles of the list without their texts, in its order. Rejects with a `BundleError`. */
export async function* listed(job: Job): AsyncGenerator<Listed> {
	for await (const at of arriving(job)) {
		yield listedOf(job, job.rows[at] ?? 0, at + 1);
		job.onRow(at + 1);
	}
}

/** An article of the list with its text. */
export interface Whole {
	rank: number;
	article: Article;
	/** Its whole address; null where it is not known. */
	address: string | null;
}

/**
 * The articles of the list whole, by their rows, so that every file of texts is read once; `rank` tells their order in
 * the list. Rejects with a `BundleError`.
 */
export async function* whole(job: Job): AsyncGenerator<Whole> {
	const { counts } = job.archive.manifest;
	/** By row: the place in the list, from 1; 0 where it is not listed. */
	const ranks = new Uint32Array(counts.articles);
	for (const [at, row] of job.rows.entries()) ranks[row] = at + 1;
	const rows = Uint32Array.from(job.rows).sort();
	let done = 0;
	for await (const { row, article } of sweep(job.archive, rows)) {
		job.signal.throwIfAborted();
		yield { rank: ranks[row] ?? 0, article, address: job.addressOf(article.id) };
		job.onRow((done += 1));
		job.signal.throwIfAborted();
	}
}

/** What is cited of an article of the list. */
export function referenceIn({ archive, search }: Job, { article, address }: Whole): Reference {
	return referenceOf(article, { ...archive.manifest, address }, search.accessed);
}
