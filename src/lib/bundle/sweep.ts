/**
 * Articles and entries of many rows. Where most of a large archive is wanted it comes in large compressed pieces
 * (`manifest.bulk`): ten thousand articles are 20 files then, and not 2,000, each of which costs its trip.
 */
import type { Article } from '../archive/article.ts';
import { listRowsFiles, type Entry, type Manifest, type RowsFile } from './format.ts';
import { unzip } from './gzip.ts';
import { hashOf } from './hash.ts';
import type { Archive } from './open.ts';

/** What is swept. */
export type Swept = Pick<Archive, 'manifest' | 'read' | 'articlesAround'>;

/** An article with its row. */
export interface OfRow {
	row: number;
	article: Article;
}

/** Small files that are on their way at once: more than a browser asks a host for, so that none of its lines is idle. */
const filesAtOnce = 12;
/** Pieces that are on their way at once: a few megabytes each when they are unpacked. */
const piecesAtOnce = 3;
/** A piece is fetched where at least this share of the small files that it stands for would be. */
const worthwhile = 1 / 4;

/**
 * The articles of some rows, which ascend; every file is read once, and a few at a time are held. Rejects with a
 * `BundleError`.
 */
export async function* sweep(archive: Swept, rows: Uint32Array): AsyncGenerator<OfRow> {
	const runs = [...runsOf(archive.manifest, 'texts', rows)];
	const coming: Promise<string[] | null>[] = [];
	let asked = 0;
	let bulk = true;
	for (const [at, run] of runs.entries()) {
		for (; bulk && asked < Math.min(runs.length, at + piecesAtOnce); asked += 1)
			coming[asked] = readPiece(archive, runs[asked]?.piece ?? null);
		const lines = (await coming[at]) ?? null;
		delete coming[at];
		// A host, or a copy on the device, that lacks one piece lacks them all; the small files say what is wrong.
		if (run.piece && lines === null) bulk = false;
		if (run.piece === null || lines === null) yield* sweepFiles(archive, run.rows);
		else
			for (const row of run.rows)
				yield { row, article: JSON.parse(lines[row - run.piece.rows[0]] ?? '') as Article };
	}
}

/** Rows that are read in one way: from a piece, or where that is null from small files. */
interface Run {
	piece: RowsFile | null;
	rows: Uint32Array;
}

/**
 * Fetches entries of some rows, which ascend: those of pieces most of which is wanted. What is lacking then, because it
 * is too little or no piece can be had, `entries.load` fetches.
 */
export async function sweepEntries(
	archive: Pick<Archive, 'manifest' | 'read' | 'entries'>,
	rows: Uint32Array
): Promise<void> {
	const { manifest, entries } = archive;
	const runs = [...runsOf(manifest, 'entries', rows)].filter((run) =>
		run.rows.some((row) => !entries.at(row))
	);
	const waiting = runs.flatMap(({ piece }) => piece ?? []).values();
	const lane = async () => {
		for (const piece of waiting) {
			const lines = await readPiece(archive, piece);
			if (!lines) return;
			entries.take(
				piece.rows[0],
				lines.map((line) => JSON.parse(line) as Entry)
			);
		}
	};
	await Promise.all(Array.from({ length: piecesAtOnce }, lane));
}

function* runsOf(manifest: Manifest, of: 'entries' | 'texts', rows: Uint32Array): Generator<Run> {
	const { counts, bulk } = manifest;
	const { perFile } = manifest[of];
	const pieces = bulk ? listRowsFiles(bulk[of], counts.articles) : [];
	let from = 0;
	let to = 0;
	for (const piece of pieces) {
		const [first, last] = piece.rows;
		let wanted = 0;
		let before = -1;
		const begin = to;
		for (; to < rows.length && (rows[to] ?? 0) <= last; to += 1) {
			const file = Math.floor((rows[to] ?? 0) / perFile);
			if (file !== before) wanted += 1;
			before = file;
		}
		if (wanted < worthwhile * Math.ceil((last - first + 1) / perFile)) continue;
		if (begin > from) yield { piece: null, rows: rows.subarray(from, begin) };
		if (to > begin) yield { piece, rows: rows.subarray(begin, to) };
		from = to;
	}
	if (from < rows.length) yield { piece: null, rows: rows.subarray(from) };
}

/** The rows of a piece, each as JSON; null where it cannot be had, is damaged or of another version. */
async function readPiece(
	{ read }: Pick<Archive, 'read'>,
	piece: RowsFile | null
): Promise<string[] | null> {
	if (!piece) return null;
	const [first, last] = piece.rows;
	try {
		const bytes = await read(piece.path);
		// Off a secure address a page cannot hash; the check sum of the compression is looked at in any case.
		const { subtle } = crypto as Partial<Crypto>;
		if (subtle && piece.hash !== null && !(await hashOf(bytes)).startsWith(piece.hash)) return null;
		const lines = new TextDecoder().decode(await unzip(bytes)).split('\n');
		return lines.pop() === '' && lines.length === last - first + 1 ? lines : null;
	} catch {
		return null;
	}
}

async function* sweepFiles(archive: Swept, rows: Uint32Array): AsyncGenerator<OfRow> {
	const { perFile } = archive.manifest.texts;
	const coming: ReturnType<Archive['articlesAround']>[] = [];
	let asked = 0;
	let done = 0;
	while (done < rows.length) {
		while (asked < rows.length && coming.length < filesAtOnce) {
			const at = Math.floor((rows[asked] ?? 0) / perFile);
			const file = archive.articlesAround(at * perFile);
			// One that fails is heard of when its turn comes.
			file.catch(() => undefined);
			coming.push(file);
			while (asked < rows.length && (rows[asked] ?? 0) < (at + 1) * perFile) asked += 1;
		}
		const file = await coming.shift();
		if (!file) throw new Error('More rows were asked for than there are files.');
		const end = file.first + file.articles.length;
		for (; done < rows.length && (rows[done] ?? 0) < end; done += 1) {
			const row = rows[done] ?? 0;
			const article = file.articles[row - file.first];
			if (!article) throw new Error(`Row ${row} is not in its file.`);
			yield { row, article };
		}
	}
}
