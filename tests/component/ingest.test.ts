import { expect, test } from 'vitest';
import type { Ingested, Seed } from '../../src/lib/ingest/ingest.ts';

/** Folders of which each format and each encoding is in one; the same as in tests/ingest/folders.test.ts. */
const bytes = import.meta.glob<string>(
	'../fixtures/seeds/{bytes,daily-ten,digest-ten,feeds,magazine-ten,markdown,pages,tables}/seeds/**/*',
	{ query: '?url&inline', import: 'default', eager: true }
);
const expectations = import.meta.glob<Pick<Ingested, 'articles' | 'problems'> & { files: object }>(
	'../fixtures/seeds/{bytes,daily-ten,digest-ten,feeds,magazine-ten,markdown,pages,tables}/expected.json',
	{ import: 'default', eager: true }
);

const folderOf = (path: string) => /seeds\/([^/]+)\//.exec(path)?.[1] ?? '';

async function seedsOf(folder: string): Promise<Seed[]> {
	const paths = Object.keys(bytes).filter((path) => folderOf(path) === folder);
	return Promise.all(
		paths.map(async (path) => ({
			name: path.slice(path.lastIndexOf('/seeds/') + '/seeds/'.length),
			bytes: new Uint8Array(await (await fetch(bytes[path] ?? '')).arrayBuffer())
		}))
	);
}

/** What a worker of the browser makes of seeds. */
function readIn(worker: Worker, seeds: Seed[]): Promise<Ingested> {
	return new Promise((resolve, reject) => {
		worker.onmessage = ({ data }) => resolve(data as Ingested);
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(seeds);
	});
}

test('a worker in the browser reads seeds of every format as the terminal does', async () => {
	const worker = new Worker(new URL('./ingest.worker.ts', import.meta.url), { type: 'module' });
	for (const [path, expected] of Object.entries(expectations)) {
		const found = await readIn(worker, await seedsOf(folderOf(path)));
		expect(Object.fromEntries(found.files.map(({ name, dialect }) => [name, dialect]))).toEqual(
			expected.files
		);
		expect(found.articles).toMatchObject(expected.articles);
		expect(found.problems).toMatchObject(expected.problems);
	}
	worker.terminate();
});
