/** Seeds of a folder on disk, for tests: the same reader as the terminal's. */
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../src/lib/folder.server.ts';
import type { Seed } from '../../src/lib/ingest/ingest.ts';

/** Reads a folder given relative to the root of the repository. */
export async function seedsOf(folder: string): Promise<Seed[]> {
	return readFolder(fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
}
