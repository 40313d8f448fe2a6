/**
 * A pressed archive on its way to the pages: in memory, or in a folder on disk. Kit draws pages in several threads, one
 * after the other; each would press the archive for itself and hold it to the end.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from './bundle/format.ts';
import type { AuthorMerge } from './ingest/archive-file.ts';
import { readSeeds, type Ingested, type Seed } from './ingest/ingest.ts';
import { changesSince, describeUnread } from './previous.server.ts';
import { pressRead } from './press/press.ts';

/** What the pages are drawn from: the bundle, and what stands outside of it. */
export interface PressedFiles {
	/** Of the bundle's files. */
	paths: readonly string[];
	/** Names that a curator brought together. */
	merges: AuthorMerge[];
	/** The bytes of a file; undefined where the bundle has none of this path. Rejects where it cannot be read. */
	read: (path: string) => Promise<Uint8Array | undefined>;
}

/** The day of the archive's version, YYYY-MM-DD: as the environment says, in seconds since 1970; null where it does not. */
function dayOfVersion(): string | null {
	const said = process.env['SOURCE_DATE_EPOCH'] ?? '';
	const day = /^\d{1,11}$/.test(said) ? new Date(Number(said) * 1000) : null;
	return day?.toISOString().slice(0, 10) ?? null;
}

/**
 * Presses seeds as the environment says. `said`: what whoever builds should know; null where there is nothing. Throws
 * `SeedError` where a problem of a seed is an error.
 */
export async function pressFolder(
	seeds: readonly Seed[],
	ingested: Ingested = readSeeds(seeds)
): Promise<{ files: Files; merges: AuthorMerge[]; said: string | null }> {
	const pressed = await pressRead(seeds, ingested, { date: dayOfVersion() });
	const previous = process.env['PREVIOUS'];
	const changes = await changesSince(previous, pressed);
	const { files, merges } = pressed;
	files.set('changes.json', new TextEncoder().encode(JSON.stringify(changes)));
	const said = previous && changes.problem ? describeUnread(previous, changes.problem) : null;
	return { files, merges, said };
}

const listName = 'pressed.json';
const pathOf = (folder: string, path: string) => join(folder, 'data', path);

/** Writes a pressed archive into a folder. */
export async function writePressed(
	folder: string,
	{ files, merges }: { files: Files; merges: readonly AuthorMerge[] }
): Promise<void> {
	for (const parent of new Set([...files.keys()].map((path) => dirname(pathOf(folder, path)))))
		await mkdir(parent, { recursive: true });
	for (const [path, bytes] of files) await writeFile(pathOf(folder, path), bytes);
	await writeFile(join(folder, listName), JSON.stringify({ paths: [...files.keys()], merges }));
}

/** What stands in such a folder; a file is read when it is asked for. */
export async function openPressed(folder: string): Promise<PressedFiles> {
	const list = JSON.parse(await readFile(join(folder, listName), 'utf8')) as PressedFiles;
	const known = new Set(list.paths);
	return {
		...list,
		read: async (path) => (known.has(path) ? readFile(pathOf(folder, path)) : undefined)
	};
}
