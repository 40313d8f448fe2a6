/** Small archives in memory for the tests of search: texts in, a library that an engine opens out. */
import { analyserVersion } from '../../src/lib/archive/stems.ts';
import type { Block, Note } from '../../src/lib/archive/article.ts';
import {
	formatVersion,
	hashDigits,
	type CatalogFile,
	type Files,
	type Manifest,
	type Read,
	type Text
} from '../../src/lib/bundle/format.ts';
import { hashOf } from '../../src/lib/bundle/hash.ts';
import type { Library } from '../../src/lib/search/engine.ts';
import { packIndex } from '../../src/lib/search/index.ts';

/** An article from a headline and paragraphs; `more` changes the rest. */
export function textOf(
	headline: string | null,
	paragraphs: readonly string[],
	more: Partial<Text> = {}
): Text {
	const blocks = paragraphs.map((text): Block => ({
		kind: 'paragraph',
		text,
		lines: [1, 1] as const
	}));
	return { id: '', language: 'en', headline, kicker: null, deck: null, blocks, notes: [], ...more };
}

/** A note that belongs to an article. */
export function noteOf(number: string, text: string): Note {
	return { number, text, lines: [1, 1] };
}

/** Packs texts as the bundle does, in files of `perFile` rows. */
export async function libraryOf(
	texts: readonly Text[],
	perFile = 3,
	catalog: Partial<CatalogFile> = {}
): Promise<Library & { files: Files; reads: string[] }> {
	const files: Files = new Map();
	const index = await packIndex(
		texts.map((text) => ({ text, language: text.language })),
		(path, bytes) => files.set(path, bytes)
	);
	let hashes = '';
	let sum = 0;
	for (let at = 0; at * perFile < texts.length; at += 1) {
		const rows = texts.slice(at * perFile, (at + 1) * perFile);
		const bytes = new TextEncoder().encode(JSON.stringify(rows));
		const hash = (await hashOf(bytes)).slice(0, hashDigits);
		files.set(`texts/${at}-${hash}.json`, bytes);
		hashes += hash;
		sum += bytes.length;
	}
	const entries = new TextEncoder().encode(
		JSON.stringify(texts.map(({ id, headline }) => ({ id, headline, edtf: null })))
	);
	const entriesHash = (await hashOf(entries)).slice(0, hashDigits);
	files.set(`entries/0-${entriesHash}.json`, entries);
	const facts = new TextEncoder().encode(JSON.stringify(catalog));
	const catalogPath = `catalog-${(await hashOf(facts)).slice(0, 12)}.json`;
	files.set(catalogPath, facts);
	const manifest: Manifest = {
		format: formatVersion,
		analyser: analyserVersion,
		version: '0123456789abcdef',
		date: null,
		title: 'Test',
		description: null,
		publisher: null,
		address: null,
		contact: null,
		counts: { articles: texts.length, files: 1, words: 0, authors: 0, undated: 0, seedBytes: 0 },
		span: null,
		catalog: catalogPath,
		entries: { folder: 'entries', perFile: texts.length, hashes: entriesHash, bytes: 1 },
		texts: { folder: 'texts', perFile, hashes, bytes: sum },
		accounts: [],
		seeds: 'seeds.json',
		index
	};
	const reads: string[] = [];
	const read: Read = async (path) => {
		reads.push(path);
		const bytes = files.get(path);
		if (!bytes) throw new Error(`no ${path}`);
		return bytes;
	};
	return { manifest, read, files, reads };
}

/**
 * The shortest of some runs, in milliseconds of this process: a machine that is busy with other work does not lengthen
 * it.
 */
export async function quickestOf(runs: number, run: () => unknown): Promise<number> {
	let shortest = Infinity;
	for (let left = runs; left > 0; left -= 1) {
		const before = process.cpuUsage();
		await run();
		const { user, system } = process.cpuUsage(before);
		shortest = Math.min(shortest, (user + system) / 1000);
	}
	return shortest;
}
