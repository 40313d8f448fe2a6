/** Articles -> the files of the bundle, less its index. The same articles give the same bytes. */
import { articleKinds, bases, headlineOf, type Article } from '../archive/article.ts';
import type { SignersSaid } from '../archive/author.ts';
import { readDay } from '../archive/day.ts';
import type { ArchiveEvent } from '../archive/event.ts';
import { knownLevels, knownOf } from '../archive/known.ts';
import {
	features,
	formatVersion,
	hashDigits,
	listRowsFiles,
	mostHashed,
	packCatalog,
	type Catalog,
	type Entry,
	type Feature,
	type Files,
	type IndexFiles,
	type Manifest,
	type RowsFiles
} from './format.ts';
import { zip } from './gzip.ts';
import { hashInCommon, hashOf } from './hash.ts';
import { withHash } from './rows.ts';

/** An archive of more articles is read in pieces; a smaller one ends up in the browser whole. */
const mostWhole = 5000;
/** Articles in one file of texts: few where ten of them are wanted from all over, many where all are. */
const textsPerFile = (articles: number) => (articles > mostWhole ? 5 : 25);
/** Entries in one file, likewise. */
const entriesPerFile = (articles: number) => (articles > mostWhole ? 12 : 64);
/**
 * Rows in a piece of the bulk: some megabytes, which a page unpacks without being kept from its turn. Multiples of those
 * of the small files.
 */
const inBulk = { entries: 2400, texts: 500 };
/** Letters of the opening words that an entry keeps for the list. */
const openingLength = 220;

export interface Packing {
	title: string;
	description: string | null;
	publisher: string | null;
	address: string | null;
	contact: string | null;
	/** See `Manifest`; left out where it is not known. */
	date?: string | null;
	noindex?: true | readonly string[];
	/** How many files were read, those too in which no article was found; left out: as many as there are seeds. */
	files?: number;
	/** By date. */
	events?: readonly ArchiveEvent[];
	/** Accounts of the reading, each with its path in the bundle. */
	accounts: readonly { path: string; value: unknown }[];
	/** Names of authors of which the curator says whose they are. */
	signers?: SignersSaid;
	/** In the order of the rows: by first day, file and line, undated last. */
	articles: readonly Article[];
	/** The seeds as found, decoded, in the order in which they are numbered. */
	seeds: readonly { name: string; text: string; bytes: number }[];
	index: IndexFiles;
	/** Version of the analyser that made the index. */
	analyser: number;
}

const encoder = new TextEncoder();
const jsonBytes = (value: unknown) => encoder.encode(JSON.stringify(value));

/** How rows become a file, where that is not JSON. */
interface Writing {
	ending?: string;
	write?: (rows: readonly unknown[]) => Uint8Array | Promise<Uint8Array>;
}

const lines: Writing = {
	ending: 'jsonl.gz',
	write: (rows) => zip(encoder.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join('')))
};

/** Numbers names in the order of the alphabet of code points, so that the numbering depends on nothing else. */
function numbered(names: Iterable<string>): { list: string[]; numberOf: Map<string, number> } {
	const list = [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	return { list, numberOf: new Map(list.map((name, at) => [name, at])) };
}

function openingOf(article: Article): string {
	const first = article.blocks.find((block) => block.kind === 'paragraph')?.text ?? '';
	if (first.length <= openingLength) return first;
	const cut = first.slice(0, openingLength);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut} …`;
}

const blockOf = {
	lists: 'list',
	quotations: 'quotation',
	captions: 'caption',
	headings: 'heading'
} as const;

/** What an article has, as the sum of two to the power of each feature's number. */
function hasOf({ headline, notes, blocks }: Article): number {
	const has = (feature: Feature): boolean => {
		if (feature === 'headline') return headline !== null;
		if (feature === 'notes') return notes.length > 0;
		return blocks.some(({ kind }) => kind === blockOf[feature]);
	};
	return features.reduce((sum, feature, at) => sum + (has(feature) ? 1 << at : 0), 0);
}

/** Of each row that has any: the earlier rows with nearly the same text. */
function alikeOf(articles: readonly Article[]): Pick<Catalog, 'alike'> {
	const rows = new Map(articles.map(({ id }, row) => [id, row]));
	const alike: Record<number, number[]> = {};
	for (const [row, article] of articles.entries()) {
		const earlier = (article.alike ?? [])
			.map(({ id }) => rows.get(id) ?? row)
			.filter((other) => other < row)
			.sort((a, b) => a - b);
		if (earlier.length > 0) alike[row] = earlier;
	}
	return Object.keys(alike).length > 0 ? { alike } : {};
}

function catalogOf({ articles, signers }: Packing): Catalog {
	const authors = numbered(articles.flatMap((article) => article.authors));
	const publications = numbered(articles.flatMap(({ publication }) => publication ?? []));
	const languages = numbered(articles.map(({ language }) => language));
	const column = <Value>(pick: (article: Article) => Value) => articles.map(pick);
	return {
		first: column(({ date }) => (date ? readDay(date.first) : null)),
		last: column(({ date }) => (date ? readDay(date.last) : null)),
		known: column(({ date }) => knownLevels.indexOf(knownOf(date?.edtf ?? null))),
		authors: column((article) => article.authors.map((name) => authors.numberOf.get(name) ?? 0)),
		publication: column(({ publication }) =>
			publication === null ? null : (publications.numberOf.get(publication) ?? null)
		),
		kind: column(({ kind }) => articleKinds.indexOf(kind)),
		language: column(({ language }) => languages.numberOf.get(language) ?? 0),
		words: column((article) => article.words),
		dateBasis: column(({ date }) => (date ? bases.indexOf(date.basis) : null)),
		has: column(hasOf),
		...alikeOf(articles),
		...(signers && signers.body.length + signers.person.length > 0 ? { signers } : {}),
		names: {
			author: authors.list,
			publication: publications.list,
			kind: [...articleKinds],
			language: languages.list,
			known: [...knownLevels],
			basis: [...bases],
			has: [...features]
		}
	};
}

function entryOf(article: Article): Entry {
	const { id, headline, date, source } = article;
	return {
		id,
		headline,
		supplied: headline === null ? headlineOf(article) : null,
		edtf: date?.edtf ?? null,
		dateBasis: date?.basis ?? null,
		file: source.file,
		lines: source.lines,
		opening: openingOf(article)
	};
}

/** What search engines are asked to leave out; nothing where that is nothing. */
function noindexOf({ noindex = [] }: Packing): Pick<Manifest, 'noindex'> {
	if (noindex === true) return { noindex };
	return noindex.length > 0 ? { noindex: [...noindex] } : {};
}

/** Days as YYYY-MM-DD compare as text, so the span needs no arithmetic. */
function spanOf(articles: readonly Article[]): Manifest['span'] {
	let first = '';
	let last = '';
	for (const { date } of articles) {
		if (!date) continue;
		if (first === '' || date.first < first) first = date.first;
		if (date.last > last) last = date.last;
	}
	return first === '' ? null : { first, last };
}

/** Adds catalog, entries, texts, seeds and at last the manifest to `files`, which holds the index already. */
export async function packBundle(packing: Packing, files: Files): Promise<Manifest> {
	const { articles, seeds } = packing;
	const catalog = catalogOf(packing);
	const put = async (name: string, bytes: Uint8Array) => {
		const path = `${name}-${(await hashOf(bytes)).slice(0, 12)}.json`;
		files.set(path, bytes);
		return path;
	};
	const putRows = async (
		folder: string,
		all: readonly unknown[],
		perFile: number,
		{ ending, write }: Writing = {}
	): Promise<RowsFiles> => {
		const chunks: Uint8Array[] = [];
		const isMany = all.length > mostHashed * perFile;
		write ??= isMany ? (rows) => withHash(jsonBytes(rows)) : jsonBytes;
		for (let from = 0; from < all.length; from += perFile)
			chunks.push(await write(all.slice(from, from + perFile)));
		const each: string[] = [];
		for (const bytes of chunks) each.push((await hashOf(bytes)).slice(0, hashDigits));
		const hashes = isMany ? await hashInCommon(each) : each.join('');
		const described = {
			folder,
			perFile,
			hashes,
			bytes: chunks.reduce((sum, { length }) => sum + length, 0),
			...(ending !== undefined && { ending })
		};
		for (const [at, { path }] of listRowsFiles(described, all.length).entries())
			files.set(path, chunks[at] ?? new Uint8Array());
		return described;
	};
	const accounts: Manifest['accounts'] = [];
	for (const { path, value } of packing.accounts) {
		const bytes = jsonBytes(value);
		files.set(path, bytes);
		accounts.push({ path, bytes: bytes.length, hash: (await hashOf(bytes)).slice(0, 12) });
	}
	seeds.forEach((seed, at) => files.set(`seeds/${at}.txt`, encoder.encode(seed.text)));
	const unsigned: Omit<Manifest, 'version' | 'date'> = {
		format: formatVersion,
		analyser: packing.analyser,
		title: packing.title,
		description: packing.description,
		publisher: packing.publisher,
		address: packing.address,
		contact: packing.contact,
		...noindexOf(packing),
		counts: {
			articles: articles.length,
			files: packing.files ?? seeds.length,
			words: articles.reduce((sum, article) => sum + article.words, 0),
			authors: catalog.names.author.length,
			undated: articles.filter((article) => article.date === null).length,
			seedBytes: seeds.reduce((sum, seed) => sum + seed.bytes, 0)
		},
		span: spanOf(articles),
		catalog: await put('catalog', jsonBytes(packCatalog(catalog))),
		entries: await putRows('entries', articles.map(entryOf), entriesPerFile(articles.length)),
		texts: await putRows('texts', articles, textsPerFile(articles.length)),
		...(articles.length > mostWhole && {
			bulk: {
				entries: await putRows('bulk/entries', articles.map(entryOf), inBulk.entries, lines),
				texts: await putRows('bulk/texts', articles, inBulk.texts, lines)
			}
		}),
		...(packing.events?.length ? { events: await put('events', jsonBytes(packing.events)) } : {}),
		accounts,
		seeds: await put('seed-names', jsonBytes(seeds.map(({ name }) => name))),
		index: packing.index
	};
	// Every path but the seeds' and accounts' holds the hash of its content, so the manifest stands for the whole bundle.
	const version = (await hashOf(jsonBytes(unsigned))).slice(0, 16);
	const manifest: Manifest = { ...unsigned, version, date: packing.date ?? null };
	files.set('manifest.json', jsonBytes(manifest));
	return manifest;
}
