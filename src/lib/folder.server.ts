/** A folder of seeds on disk to names and bytes: the one place where the ingest's input is read from files. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seed } from './ingest/ingest.ts';

/** True for files that stand in a folder of seeds but are none: hidden files, and what is written about it. */
function isIgnored(name: string): boolean {
	return name.startsWith('.') || /^readme(\.md|\.markdown)?$/i.test(name);
}

/**
 * Every seed and sidecar under a folder and its sub-folders, by name. Names are paths in the folder with forward
 * slashes. Links are not followed, so that nothing outside the folder is read. Rejects where the folder cannot be
 * read.
 */
export async function readFolder(folder: string): Promise<Seed[]> {
	const seeds: Seed[] = [];
	const walk = async (inside: string): Promise<void> => {
		for (const name of await readdir(join(folder, inside))) {
			if (isIgnored(name)) continue;
			const path = inside === '' ? name : `${inside}/${name}`;
			const found = await lstat(join(folder, path));
			if (found.isDirectory()) await walk(path);
			else if (found.isFile()) {
				// A copy in plain memory: a Buffer may share its own with other reads.
				seeds.push({ name: path, bytes: new Uint8Array(await readFile(join(folder, path))) });
			}
		}
	};
	await walk('');
	return seeds.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The folder that a command reads: the one given, else the environment's `SEEDS`, else `seeds`. */
export function seedFolder(given?: string): string {
	return given ?? (process.env['SEEDS'] || 'seeds');
}
