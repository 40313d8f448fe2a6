/** A folder of seeds on disk to names and bytes: the one place where the ingest's input is read from files. */
import { readFileSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seed } from './ingest/ingest.ts';

/** A text beyond this does not fit into one string; bytes. */
const mostBytes = 500_000_000;

/** True for files that stand in a folder of seeds but are none: hidden files, and what is written about it. */
function isIgnored(name: string): boolean {
	return name.startsWith('.') || /^readme(\.md|\.markdown)?$/i.test(name);
}

/** A file on disk. Its bytes are read each time they are asked for, so that those of a whole archive are never held. */
function fileSeed(name: string, path: string): Seed {
	return {
		name,
		get bytes() {
			return readFileSync(path);
		}
	};
}

/**
 * Every seed and sidecar under a folder and its sub-folders, by name. Names are paths in the folder with forward
 * slashes. Links are not followed, so that nothing outside the folder is read; they and what else is no file are
 * handed on as refused, to be reported. Rejects where the folder cannot be read; to ask for `bytes` throws where the
 * file cannot be, or is gone.
 */
export async function readFolder(folder: string): Promise<Seed[]> {
	const seeds: Seed[] = [];
	const walk = async (inside: string): Promise<void> => {
		for (const name of await readdir(join(folder, inside))) {
			if (isIgnored(name)) continue;
			const path = inside === '' ? name : `${inside}/${name}`;
			const found = await lstat(join(folder, path));
			const refuse = (why: string) =>
				seeds.push({ name: path, bytes: new Uint8Array(), refused: why });
			if (found.isDirectory()) await walk(path);
			else if (found.isSymbolicLink()) {
				refuse(
					'This is a link, and links are not followed, so that nothing outside the folder is read. Put a copy of the file in its place.'
				);
			} else if (!found.isFile()) {
				refuse(
					'This is no file that holds text (a pipe, socket or device). Take it out of the folder.'
				);
			} else if (found.size > mostBytes) {
				refuse(
					'This file is too large to be read as one text (more than 500 MB). Part it into several.'
				);
			} else {
				seeds.push(fileSeed(path, join(folder, path)));
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
