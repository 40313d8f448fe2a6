/**
 * The build, in its order: seeds -> articles -> index -> bundle. Pure, so that the site, the terminal and, later, a
 * page that someone drops files on can all run it.
 */
import type { Article, Problem, Tombstone } from '../archive/article.ts';
import { readDay } from '../archive/day.ts';
import { analyserVersion } from '../archive/stems.ts';
import type { Files, Manifest } from '../bundle/format.ts';
import { dayOfId } from '../bundle/entries.ts';
import { packBundle } from '../bundle/pack.ts';
import type { Addresses } from '../bundle/report.ts';
import type { AuthorMerge } from '../ingest/archive-file.ts';
import { decode, decodeLines, splitLines } from '../ingest/decode.ts';
import { readSeeds, type Ingested, type Seed } from '../ingest/ingest.ts';
import { packIndex } from '../search/index.ts';
import { linkAlike } from './alike.ts';
import { contentsPath, writeContents } from './contents.ts';
import { writeReport } from './report.ts';
import { linkSimilar } from './similar.ts';

/** A built archive: its bundle, and what the pages need that stand outside it. */
export interface Pressed {
	files: Files;
	manifest: Manifest;
	/** In the order of the rows. */
	articles: Article[];
	problems: Problem[];
	/** Old addresses, and those of hidden articles. */
	addresses: Addresses;
	/** Names that a curator brought together. */
	merges: AuthorMerge[];
}

/** The seeds have problems that would publish something else than was meant; the message lists them all. */
export class SeedError extends Error {
	override name = 'SeedError';
	constructor(readonly problems: readonly Problem[]) {
		super(problems.map(describeProblem).join('\n'));
	}
}

/** A problem in one line: `seeds file, line 3: what to do (rule)`. */
export function describeProblem(problem: Problem): string {
	const where = problem.line === null ? problem.file : `${problem.file}, line ${problem.line}`;
	return `${where}: ${problem.message} (${problem.rule})`;
}

/** The lines of a seed as published: those of hidden articles are empty, so that the others keep their numbers. */
function publishedLines(lines: readonly string[], hidden: readonly Tombstone[]): string[] {
	const shown = [...lines];
	for (const { source } of hidden) {
		for (let line = source.lines[0]; line <= source.lines[1]; line += 1) shown[line - 1] = '';
	}
	return shown;
}

interface Options {
	/** The day of this version, YYYY-MM-DD, where it is known. */
	date?: string | null;
}

/** Builds the bundle of an archive. Throws `SeedError` where a problem of a seed is an error. */
export function press(found: readonly Seed[], options: Options = {}): Promise<Pressed> {
	return pressRead(found, readSeeds(found), options);
}

/** The same of seeds that have been read: `ingested` is what came of them. */
export async function pressRead(
	found: readonly Seed[],
	ingested: Ingested,
	{ date = null }: Options = {}
): Promise<Pressed> {
	// A disk lists files in an order of its own: the bundle must not depend on it.
	const seeds = [...found].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const { title, problems, hidden, aliases, ids } = ingested;
	const errors = problems.filter((problem) => problem.level === 'error');
	if (errors.length) throw new SeedError(errors);
	const articles = linkSimilar(linkAlike(ingested.articles, ingested.sameAs));
	const files: Files = new Map();
	const index = await packIndex(
		articles.map((text) => ({ text, language: text.language })),
		(path, bytes) => files.set(path, bytes)
	);
	// Problems come file by file: one file is decoded once, and one at a time is kept.
	let last: { file: string; lines: string[] | null } | null = null;
	const linesOf = (file: string) => {
		if (last?.file === file) return last.lines;
		const seed = seeds.find(({ name }) => name === file);
		const lines = seed ? decodeLines(seed.name, seed.bytes).lines : null;
		last = { file, lines };
		return lines;
	};
	const { description, publisher, address, contact, noindex } = ingested.archive;
	const rows = articles.flatMap(({ id, date }, row) =>
		date !== null && dayOfId(id) === readDay(date.first) ? [] : [[id, row] as const]
	);
	const addresses: Addresses = {
		aliases: Object.fromEntries(aliases),
		hidden,
		rows: Object.fromEntries(rows)
	};
	const said = (who: 'person' | 'body') =>
		ingested.archive.authors.flatMap(({ name, is }) => (is === who ? name : [])).sort();
	const used = new Set(articles.map((article) => article.source.file));
	const sizes = new Map(ingested.files.map(({ name, bytes }) => [name, bytes]));
	const manifest = await packBundle(
		{
			title,
			date,
			description,
			publisher,
			address,
			contact,
			noindex: noindex === true ? true : noindex.map(({ id }) => id),
			events: ingested.events,
			signers: { person: said('person'), body: said('body') },
			articles,
			accounts: [
				{ path: 'report.json', value: writeReport({ ...ingested, articles }, linesOf) },
				{ path: 'addresses.json', value: addresses },
				{ path: 'ids.json', value: ids },
				{ path: contentsPath, value: await writeContents(articles) }
			],
			seeds: seeds
				.filter((seed) => used.has(seed.name))
				.map((seed) => ({
					name: seed.name,
					bytes: sizes.get(seed.name) ?? 0,
					// Read when it is packed: all texts at once would take as much memory as all articles.
					get text() {
						const unseen = hidden.filter(({ source }) => source.file === seed.name);
						const text = decode(seed.name, seed.bytes).text ?? '';
						return unseen.length === 0 ? text : publishedLines(splitLines(text), unseen).join('\n');
					}
				})),
			index,
			analyser: analyserVersion
		},
		files
	);
	return {
		files,
		manifest,
		articles,
		problems,
		addresses,
		merges: ingested.archive.authors.filter(
			({ variants, pseudonyms }) => variants.length + pseudonyms.length > 0
		)
	};
}
