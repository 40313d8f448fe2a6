// What two of the engines fetch file by file, read from disk and counted as it would go over the wire.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/tool.mjs';

/** @param {string} folder @returns {import('../../src/lib/bundle/format.ts').Read} */
export const diskReader = (folder) => async (path) =>
	new Uint8Array(await readFile(join(folder, path)));

/** Puts beside our index what a page reads before it can show a row: manifest, catalog, texts. @param {string} folder @param {import('../../src/lib/archive/article.ts').Article[]} articles */
export async function packOurs(folder, articles) {
	const { analyserVersion } = await import('../../src/lib/archive/stems.ts');
	const { packBundle } = await import('../../src/lib/bundle/pack.ts');
	const names = [...new Set(articles.map(({ source }) => source.file))].sort();
	/** @type {import('../../src/lib/bundle/format.ts').Files} */
	const files = new Map();
	await packBundle(
		{
			title: 'Invented archive',
			description: null,
			publisher: null,
			address: null,
			contact: null,
			accounts: [],
			articles,
			seeds: names.map((name) => ({ name, text: '', bytes: 0 })),
			index: JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')),
			analyser: analyserVersion
		},
		files
	);
	for (const [path, bytes] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
}

/** The script of our search as a page fetches it before a first answer, gzip: what is imported when asked for is not. */
export async function ourScript() {
	const { build } = await import('vite');
	const { flexsearchBuild } = await import('../../scripts/flexsearch-build.mjs');
	const built = await build({
		configFile: false,
		root,
		logLevel: 'silent',
		plugins: [flexsearchBuild()],
		build: { write: false, rollupOptions: { input: join(root, 'src/lib/search/worker.ts') } }
	});
	const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (built);
	const chunks = output.filter((one) => one.type === 'chunk');
	const fetched = new Set(chunks.filter(({ isEntry }) => isEntry));
	// What is added while the set is gone through is gone through too.
	for (const { imports } of fetched)
		for (const chunk of chunks) if (imports.includes(chunk.fileName)) fetched.add(chunk);
	return [...fetched].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

/** @typedef {Record<string, number>} Parts bytes by what they are for */

/** What our page fetches for a first question and ten rows of its answer. @param {string} folder @param {string} query @param {number} script bytes of `ourScript` @returns {Promise<Parts>} */
export async function ourFirst(folder, query, script) {
	const { openBundle } = await import('../../src/lib/bundle/open.ts');
	const { openEngine } = await import('../../src/lib/search/engine.ts');
	const { newestFirst, rankBest } = await import('../../src/lib/search/rank.ts');
	/** @type {Parts} */
	const parts = { script };
	const disk = diskReader(folder);
	const seen = new Set();
	/** @type {import('../../src/lib/bundle/format.ts').Read} */
	const read = async (path) => {
		const bytes = await disk(path);
		const [kind = path] = path.split(/[-/.]/);
		// Hosts compress JSON; shards are gzip already. What was fetched once is in the browser's cache.
		if (!seen.has(path))
			parts[kind] =
				(parts[kind] ?? 0) + (path.endsWith('.json') ? gzipSync(bytes).length : bytes.length);
		seen.add(path);
		return bytes;
	};
	const archive = await openBundle(read);
	const engine = await openEngine({ manifest: archive.manifest, read });
	const question = { query, any: false };
	const rows = rankBest(await engine.ask(question), newestFirst(archive.catalog.first));
	const shown = [...rows.slice(0, 10)];
	await archive.entries.load(shown);
	await engine.excerpts(question, shown);
	return parts;
}

/**
 * Opens a Pagefind site. Its script wants a window to know its address by, and fetches; nothing else of a browser.
 * @param {string} folder
 * @param {(path: string, bytes: number) => void} fetched
 * @returns {Promise<import('./engines.mjs').Asked>}
 */
export async function openPagefind(folder, fetched) {
	const origin = 'http://localhost';
	Object.assign(globalThis, {
		window: { location: { origin } },
		fetch: async (/** @type {string | URL} */ address) => {
			const { pathname } = new URL(String(address));
			const bytes = await readFile(join(folder, pathname));
			fetched(pathname, pathname.endsWith('.json') ? gzipSync(bytes).length : bytes.length);
			return new Response(bytes);
		}
	});
	const script = join(folder, 'pagefind.js');
	fetched('/script', gzipSync(readFileSync(script)).length);
	const found = await import(pathToFileURL(script).href);
	await found.options({ basePath: `${origin}/` });
	await found.init();
	return {
		ask: (query) => found.search(query),
		first: async ({ results }, most) => {
			/** @type {{ data: () => Promise<{ url: string }> }[]} */
			const first = results.slice(0, most);
			const shown = await Promise.all(first.map((result) => result.data()));
			return shown.map(({ url }) => Number(url.replace(/^\D+/, '')));
		}
	};
}

/** What Pagefind fetches for a first question and ten rows of its answer. @param {string} folder @param {string} query @returns {Promise<Parts>} */
export async function pagefindFirst(folder, query) {
	/** @type {Parts} */
	const parts = {};
	const open = await openPagefind(folder, (path, bytes) => {
		const [, kind = path] = path.split(/[-/.]/);
		parts[kind] = (parts[kind] ?? 0) + bytes;
	});
	await open.first(await open.ask(query, false), 10);
	return parts;
}
