/** Opens a published bundle: the manifest and catalog at once, texts when they are asked for. */
import type { Article } from '../archive/article.ts';
import { dayOfId, Entries } from './entries.ts';
import {
	BundleError,
	formatVersion,
	listRowsFiles,
	unpackCatalog,
	type Catalog,
	type CatalogFile,
	type Manifest,
	type Read
} from './format.ts';
import { readJson, readRows } from './rows.ts';
import type { Where } from './seek.ts';

/** An open archive. Rows are numbers of articles, from 0, in the order of the catalog. */
export interface Archive {
	manifest: Manifest;
	catalog: Catalog;
	entries: Entries;
	read: Read;
	/** The row of an article's id; undefined where the archive has no such article. Throws like `article`. */
	rowOf(id: string): Promise<number | undefined>;
	/** The names of the seeds, by their numbers. Throws like `article`. */
	seedNames(): Promise<string[]>;
	/** The article in a row, whole. Throws `BundleError` where its file is missing or broken. */
	article(row: number): Promise<Article>;
	/** All articles of the file of texts that holds a row, with the first row of it; not kept. Throws like `article`. */
	articlesAround(row: number): Promise<{ first: number; articles: Article[] }>;
}

/** What the page itself reads, as its sentences begin. */
const what = 'A file of the archive';

function checkManifest(manifest: Manifest): void {
	const foreign = new BundleError(
		'The file data/manifest.json is not the manifest of an archive. Build the archive again and publish all of its files.'
	);
	if (typeof manifest?.format !== 'number') throw foreign;
	if (manifest.format > formatVersion)
		throw new BundleError(
			'This archive was built by a newer version of the page than the one your browser has kept. Reload the page to fetch the new one.'
		);
	if (manifest.format < formatVersion)
		throw new BundleError(
			'This archive was built by an older version of the software than this page. Build the archive again with this version.'
		);
	// Of another format nothing more can be told; of this one, what the page cannot do without.
	const { entries, texts, counts, catalog, index } = manifest;
	const whole =
		typeof entries?.hashes === 'string' &&
		typeof texts?.hashes === 'string' &&
		typeof counts?.articles === 'number' &&
		typeof catalog === 'string' &&
		typeof index?.directory === 'string';
	if (!whole) throw foreign;
}

/** The row of an id: among those of the day that it begins with, else wherever it is told. */
async function findRow(archive: Where, id: string): Promise<number | undefined> {
	const { entries, catalog } = archive;
	const day = dayOfId(id) ?? NaN;
	const ofDay = catalog.first.flatMap((first, row) => (first === day ? row : []));
	return (
		(await entries.find(id, ofDay)) ??
		import('./seek.ts').then(
			({ seekRow }) => seekRow(archive, id),
			() => entries.find(id, catalog.first.keys())
		)
	);
}

/** Opens the bundle behind `read`. Throws `BundleError` with a sentence for the reader where that cannot be done. */
export async function openBundle(read: Read): Promise<Archive> {
	const manifest = await readJson<Manifest>(read, 'manifest.json', what, false);
	checkManifest(manifest);
	const columns = await readJson<CatalogFile>(read, manifest.catalog, what);
	if (!Array.isArray(columns?.gaps) || columns.gaps.length !== manifest.counts.articles)
		throw new BundleError(
			'The catalog does not belong to this archive’s manifest: the site was published in part. Publish all files of one build together.'
		);
	const catalog = unpackCatalog(columns);
	const { articles } = manifest.counts;
	const entries = new Entries(manifest.entries, articles, (file) => readRows(read, file, what));
	const textFiles = listRowsFiles(manifest.texts, articles);
	const chunks = new Map<string, Promise<Article[]>>();
	const fileOf = (row: number) => {
		const file = textFiles[Math.floor(row / manifest.texts.perFile)];
		if (!file) throw new BundleError(`This archive has no article in row ${row}.`);
		return file;
	};
	return {
		manifest,
		catalog,
		entries,
		read,
		async rowOf(id) {
			return entries.rowOf(id) ?? findRow({ manifest, catalog, entries, read }, id);
		},
		seedNames: () => readJson(read, manifest.seeds, what),
		async articlesAround(row) {
			const file = fileOf(row);
			return { first: file.rows[0], articles: await readRows<Article>(read, file, what) };
		},
		async article(row) {
			const file = fileOf(row);
			let chunk = chunks.get(file.path);
			if (!chunk) {
				chunk = readRows<Article>(read, file, what);
				chunks.set(file.path, chunk);
				// A failed read is not kept: the next try may find the network again.
				chunk.catch(() => chunks.delete(file.path));
			}
			return (await chunk)[row - file.rows[0]] as Article;
		}
	};
}
