/** The formats that a result set can be taken away in: what stands in each is said in docs/formats.md. */
import { byteOrderMark, csvRecord } from '../../archive/csv.ts';
import { writeBibtex } from '../../cite/bibtex.ts';
import { cslItem } from '../../cite/csl.ts';
import { writeRis } from '../../cite/ris.ts';
import { cslSearch, writeSearchBibtex, writeSearchRis } from '../../cite/search-records.ts';
import { citeSearch } from '../../cite/search.ts';
import { columns, recordOf, type Tabled } from '../../cite/table.ts';
import { plainText } from '../../cite/text.ts';
import { pacer } from './pace.ts';
import { listed, referenceIn, whole, type Job } from './rows.ts';
import { accountOf, describeSearch } from './search.ts';

export interface Format {
	label: string;
	ending: string;
	/** Its media type. */
	type: string;
	/** The pieces of the file, one after another. Rejects with a `BundleError`. */
	write: (job: Job) => AsyncIterable<string | Uint8Array>;
}

async function* bibtex(job: Job) {
	yield writeSearchBibtex(job.search);
	for await (const { reference } of listed(job)) yield `\n${writeBibtex(reference)}`;
}

async function* ris(job: Job) {
	yield writeSearchRis(job.search);
	for await (const { reference } of listed(job)) yield writeRis(reference);
}

async function* csl(job: Job) {
	yield `[\n${JSON.stringify(cslSearch(job.search))}`;
	for await (const { reference } of listed(job)) yield `,\n${JSON.stringify(cslItem(reference))}`;
	yield '\n]\n';
}

/** The lines of the table of articles, each of which says what was asked for. */
function tableOf({ search }: Job) {
	const { address: searched, ...about } = accountOf(search);
	const said = [...Object.values(about), searched ?? null].map((value) =>
		typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '')
	);
	const names = columns.map(({ name }) => name);
	const keys = Object.keys(about);
	return {
		head: byteOrderMark + csvRecord(['rank', ...names, 'address', ...keys, 'search_address']),
		record: (rank: number, article: Tabled, address: string | null) =>
			csvRecord([rank, ...recordOf(article), address ?? '', ...said])
	};
}

async function* csv(job: Job) {
	const { head, record } = tableOf(job);
	yield head;
	for await (const { rank, article, reference } of listed(job))
		yield record(rank, article, reference.address);
}

async function* json(job: Job) {
	yield `{"search":${JSON.stringify(accountOf(job.search))},\n"articles":[`;
	let between = '\n';
	for await (const { rank, article, address } of whole(job)) {
		yield `${between}${JSON.stringify({ rank, address, ...article })}`;
		between = ',\n';
	}
	yield '\n]}\n';
}

async function* jsonLines(job: Job) {
	const search = accountOf(job.search);
	for await (const { rank, article, address } of whole(job))
		yield `${JSON.stringify({ rank, address, ...article, search })}\n`;
}

/** What is held as strings before it is handed to the browser to keep; characters. */
const heldAtOnce = 1_000_000;

/** A file that could not be kept: there is no room for it. */
export class RoomError extends Error {
	override name = 'RoomError';
}

/**
 * Waits until the browser has taken over a blob; who goes on at once is soon far ahead of it. Rejects with a `RoomError`
 * where it cannot: such a blob looks whole until somebody reads of it.
 */
async function taken(blob: Blob): Promise<void> {
	await blob
		.slice(-1)
		.arrayBuffer()
		.catch((cause: unknown) => {
			throw new RoomError(
				'The browser has no room to hold this file. Narrow the search, or free some space on the device, and export again.',
				{ cause }
			);
		});
}

/**
 * Pieces one after another as one blob, which the browser may keep on the disk; the page has its turn between them.
 * Rejects where they do, with a `RoomError`, or where that is called off.
 */
async function gather(
	pieces: AsyncIterable<string | Uint8Array> | Iterable<string>,
	signal: AbortSignal
): Promise<Blob> {
	const turn = pacer(signal);
	const kept: Blob[] = [];
	let held: BlobPart[] = [];
	let size = 0;
	for await (const piece of pieces) {
		held.push(piece as BlobPart);
		size += piece.length;
		if (size >= heldAtOnce) {
			const blob = new Blob(held);
			held = [];
			size = 0;
			await taken(blob);
			kept.push(blob);
		}
		await turn();
	}
	return new Blob([...kept, ...held]);
}

/** A text for each article, named by its id, beside the table of them all and what was asked for. */
async function* texts(job: Job) {
	const { makeZip } = await import('client-zip');
	const { search } = job;
	// The day on which it was asked, at noon: a zip has no time zones.
	const lastModified = new Date(`${search.accessed}T12:00:00`);
	const encoder = new TextEncoder();
	async function* files() {
		const about = `${citeSearch(search)}\n\n${describeSearch(search)}`;
		yield { name: 'search.txt', input: about, lastModified };
		yield { name: 'search.json', input: `${JSON.stringify(accountOf(search))}\n`, lastModified };
		const { head, record } = tableOf(job);
		const table = [head];
		for await (const each of whole(job)) {
			const { article, rank, address } = each;
			table[rank] = record(rank, article, address);
			const input = encoder.encode(plainText(article, referenceIn(job, each)));
			yield { name: `articles/${article.id}.txt`, input, lastModified };
		}
		yield { name: 'articles.csv', input: await gather(table, job.signal), lastModified };
	}
	const reader = makeZip(files()).getReader();
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
	} finally {
		await reader.cancel();
	}
}

export const formats: readonly Format[] = [
	{ label: 'BibTeX', ending: 'bib', type: 'application/x-bibtex', write: bibtex },
	{
		label: 'RIS for reference managers',
		ending: 'ris',
		type: 'application/x-research-info-systems',
		write: ris
	},
	{
		label: 'CSL-JSON',
		ending: 'csl.json',
		type: 'application/vnd.citationstyles.csl+json',
		write: csl
	},
	{ label: 'CSV, one row per article', ending: 'csv', type: 'text/csv', write: csv },
	{ label: 'JSON with full text', ending: 'json', type: 'application/json', write: json },
	{
		label: 'JSON Lines with full text',
		ending: 'jsonl',
		type: 'application/jsonl',
		write: jsonLines
	},
	{ label: 'Plain text, zipped', ending: 'zip', type: 'application/zip', write: texts }
];

/**
 * The whole file of a format. Nothing of it is given before all of it is there. Rejects with a `BundleError` where
 * something cannot be read, with a `RoomError`, and with the reason of `job.signal` where that is called off.
 */
export async function fileOf(format: Format, job: Job): Promise<Blob> {
	const file = await gather(format.write(job), job.signal);
	await taken(file);
	return file;
}
