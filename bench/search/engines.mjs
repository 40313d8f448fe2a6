// The engines side by side, each as its makers show it: their own tokenizer, English stems where there are any, the
// headline counted twice where fields have weights. What they need to answer is written to files and read from there.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {import('./corpus.mjs').Given} Given */
/**
 * @typedef {object} Asked an engine that has been opened
 * @property {(query: string, any: boolean) => unknown} ask all words, or any of them; null where it cannot
 * @property {(answer: any, most: number) => number[] | Promise<number[]>} first the first rows of an answer
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {boolean} any whether it can be asked for any of some words
 * @property {(given: Given[], folder: string) => Promise<void>} build writes what it answers from
 * @property {(folder: string) => Promise<Asked>} open
 * @property {(folder: string) => number} indexBytes of what it answers from, gzip
 */

const indexFile = (/** @type {string} */ folder) => join(folder, 'index.json');
/** @param {string} folder @param {string} text */
function writeIndex(folder, text) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(indexFile(folder), text);
}
const readIndex = (/** @type {string} */ folder) => readFileSync(indexFile(folder), 'utf8');
const zippedIndex = (/** @type {string} */ folder) =>
	gzipSync(readFileSync(indexFile(folder))).length;

/** @type {() => Promise<Engine>} */
async function ours() {
	const { packIndex } = await import('../../src/lib/search/index.ts');
	const { openEngine } = await import('../../src/lib/search/engine.ts');
	const { newestFirst, rankBest } = await import('../../src/lib/search/rank.ts');
	const { diskReader } = await import('./bundle.mjs');
	return {
		name: 'Hemeroteca',
		any: true,
		async build(given, folder) {
			const put = (/** @type {string} */ path, /** @type {Uint8Array} */ bytes) => {
				mkdirSync(dirname(join(folder, path)), { recursive: true });
				writeFileSync(join(folder, path), bytes);
			};
			const texts = given.map(({ article: text }) => ({ text, language: text.language }));
			put('index.json', new TextEncoder().encode(JSON.stringify(await packIndex(texts, put))));
		},
		async open(folder) {
			const read = diskReader(folder);
			const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
			const engine = await openEngine({ manifest, read });
			// Without dates: ties stand in the order of the texts.
			const newest = newestFirst(Array.from({ length: manifest.counts.articles }, () => null));
			return {
				async ask(query, any) {
					const answer = await engine.ask({ query, any });
					return rankBest(answer, newest);
				},
				first: (rows, most) => [...rows.slice(0, most)]
			};
		},
		indexBytes(folder) {
			/** @type {import('../../src/lib/bundle/format.ts').IndexFiles} */
			const { directory, bytes } = JSON.parse(readIndex(folder));
			return bytes + readFileSync(join(folder, directory)).length;
		}
	};
}

/** MiniSearch has no stems of its own; its makers show how to hand it some, and these are ours. @type {() => Promise<Engine>} */
async function miniSearch() {
	const { default: MiniSearch } = await import('minisearch');
	const { stemmer } = await import('stemmer');
	const options = {
		idField: 'row',
		fields: ['headline', 'body'],
		processTerm: (/** @type {string} */ term) => stemmer(term.toLowerCase()),
		searchOptions: { boost: { headline: 2 } }
	};
	return {
		name: 'MiniSearch',
		any: true,
		async build(given, folder) {
			const index = new MiniSearch(options);
			index.addAll(given);
			writeIndex(folder, JSON.stringify(index));
		},
		async open(folder) {
			const index = MiniSearch.loadJSON(readIndex(folder), options);
			return {
				ask: (query, any) => index.search(query, { combineWith: any ? 'OR' : 'AND' }),
				first: (found, most) =>
					found.slice(0, most).map((/** @type {{ id: number }} */ { id }) => id)
			};
		},
		indexBytes: zippedIndex
	};
}

/** @type {() => Promise<Engine>} */
async function lunrEngine() {
	const { default: lunr } = await import('lunr');
	return {
		name: 'Lunr',
		any: true,
		async build(given, folder) {
			const index = lunr((builder) => {
				builder.ref('row');
				builder.field('headline', { boost: 2 });
				builder.field('body');
				for (const one of given) builder.add(one);
			});
			writeIndex(folder, JSON.stringify(index));
		},
		async open(folder) {
			const index = lunr.Index.load(JSON.parse(readIndex(folder)));
			const { OPTIONAL, REQUIRED } = lunr.Query.presence;
			return {
				ask: (query, any) =>
					index.query((asked) => {
						// A word that its filter takes out would be required and found nowhere.
						const words = query
							.split(' ')
							.filter((word) => lunr.stopWordFilter(lunr.tokenizer(word)[0]));
						for (const word of words) asked.term(word, { presence: any ? OPTIONAL : REQUIRED });
					}),
				first: (found, most) =>
					found.slice(0, most).map((/** @type {{ ref: string }} */ { ref }) => Number(ref))
			};
		},
		indexBytes: zippedIndex
	};
}

/** @type {() => Promise<Engine>} */
async function orama() {
	const { create, insertMultiple, load, save, search } = await import('@orama/orama');
	const empty = () =>
		create({
			schema: { headline: 'string', body: 'string' },
			components: { tokenizer: { language: 'english', stemming: true } }
		});
	return {
		name: 'Orama',
		any: true,
		async build(given, folder) {
			const index = empty();
			await insertMultiple(
				index,
				given.map(({ row, headline, body }) => ({ id: String(row), headline, body }))
			);
			// It keeps the texts themselves; an index that answers with rows needs none of them.
			const saved = save(index);
			for (const id of Object.keys(saved.docs.docs))
				saved.docs.docs[id] = { id: saved.docs.docs[id].id };
			writeIndex(folder, JSON.stringify(saved));
		},
		async open(folder) {
			const index = empty();
			load(index, JSON.parse(readIndex(folder)));
			return {
				ask: (query, any) =>
					search(index, { term: query, threshold: any ? 1 : 0, boost: { headline: 2 }, limit: 10 }),
				// It was asked for ten.
				first: ({ hits }) => hits.map((/** @type {{ id: string }} */ { id }) => Number(id))
			};
		},
		indexBytes: zippedIndex
	};
}

/** Pagefind answers in the browser: its script is run here as it stands, on a site whose files are read from disk. @type {() => Promise<Engine>} */
async function pagefind() {
	const { openPagefind } = await import('./bundle.mjs');
	return {
		name: 'Pagefind',
		any: false,
		async build(given, folder) {
			const { createIndex, close } = await import('pagefind');
			const { index, errors } = await createIndex({ forceLanguage: 'en' });
			if (!index) throw new Error(`Pagefind could not begin: ${errors.join(' ')}`);
			for (const { row, headline, body } of given) {
				const meta = { title: headline };
				await index.addCustomRecord({
					url: `/${row}`,
					content: `${headline}\n${body}`,
					language: 'en',
					meta
				});
			}
			await index.writeFiles({ outputPath: folder });
			await close();
		},
		open: async (folder) => openPagefind(folder, () => {}),
		indexBytes: (folder) =>
			[
				...readdirSync(folder),
				...readdirSync(join(folder, 'index')).map((name) => join('index', name))
			]
				.filter((name) => /\.pf_index$|\.pf_meta$|-entry\.json$/.test(name))
				.reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0)
	};
}

/** Ours first: the others are set beside it. @type {Record<string, () => Promise<Engine>>} */
export const engines = { ours, miniSearch, lunr: lunrEngine, orama, pagefind };
