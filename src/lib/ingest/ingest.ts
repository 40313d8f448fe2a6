/**
 * Seeds to articles: tells the dialect of each file by what is in it, reads it, adds what its curator knows, and
 * reports what is wrong. Pure; whoever calls it brings the bytes.
 */
import type { Article, Lines, Problem, Tombstone } from '../archive/article.ts';
import type { ArchiveEvent } from '../archive/event.ts';
import { followAliases, readAliases, type Alias } from './aliases.ts';
import {
	checkNoindex,
	checkSigners,
	emptyArchive,
	mergesByName,
	readArchiveFile,
	type ArchiveFile
} from './archive-file.ts';
import type { Assembled } from './assemble.ts';
import type { Coverage } from './claims.ts';
import { decode } from './decode.ts';
import type { Estimate } from './estimate.ts';
import { readEvents } from './events.ts';
import { readLedger, type PublishedId } from './ledger.ts';
import { compareText, nameArticles, printOf } from './name.ts';
import { error } from './problem.ts';
import { readSeed } from './seed.ts';

/** A file of the archive as found. `name`: its path in the folder, with forward slashes. */
export interface Seed {
	name: string;
	bytes: Uint8Array;
	/** Why the folder did not hand over its bytes (`bytes` is empty then), as a sentence with a remedy. */
	refused?: string;
}

/** What one file was taken for. */
export interface IngestedFile {
	name: string;
	/** Null where it was none that we know. */
	dialect: string | null;
	/** How sure that is, from 0 to 1. */
	sure: number;
	/** Articles that are shown, and those that their curator hides. */
	articles: number;
	hidden: number;
	bytes: number;
	lines: number;
	/** What became of each of its lines. */
	coverage: Coverage;
}

/** Lines that a curator says are no article, and why; printed ones, claimed as furniture. */
export interface LeftOutLines {
	file: string;
	lines: Lines;
	reason: string;
}

/** A problem that a curator says is none, and why. */
export interface SettledProblem {
	file: string;
	/** Null where it is of the whole file. */
	line: number | null;
	rule: string;
	reason: string;
}

/** Two articles that a curator calls the same. */
export interface SameAs {
	id: string;
	as: string;
}

/** All that came of a folder of seeds. */
export interface Ingested {
	title: string;
	/** By first day, then file name, then line; undated last. */
	articles: Article[];
	/** By file, then line. */
	problems: Problem[];
	/** Every seed, by name; sidecars are none. */
	files: IngestedFile[];
	/** What the curator says of the archive as a whole. */
	archive: ArchiveFile;
	/** What the curator marks on the timeline, by date. */
	events: ArchiveEvent[];
	/** Articles that are not shown; they are in none of the other lists. */
	hidden: Tombstone[];
	/** The lines that hidden articles stand in, those of their notes too: their text is published nowhere. */
	withheld: Tombstone['source'][];
	/** What is no article by a curator's word, by file, then line. */
	leftOut: LeftOutLines[];
	/** Problems that are none by a curator's word, by file, then line. */
	settled: SettledProblem[];
	/** Dates to propose, by the id of the article that has none. */
	estimates: (Estimate & { id: string })[];
	sameAs: SameAs[];
	/** Old ids and the ids of their articles. */
	aliases: Map<string, string>;
	/** All ids, those of hidden articles too, and what tells their articles when an id has changed. */
	ids: PublishedId[];
}

const archiveName = 'archive.yaml';
const aliasesName = 'aliases.yaml';
const eventsName = 'events.yaml';
/** The list of published ids, beside the seeds. */
export const idsName = 'ids.json';
const defaultTitle = 'Seed archive';

const isYaml = (name: string) => /\.ya?ml$/i.test(name);

function orphan(name: string): Problem {
	const seed = name.replace(/\.ya?ml$/i, '');
	const message = name.endsWith('.yaml')
		? `There is no file "${seed}" that this could belong to. Name it after its whole seed ("text.txt.yaml" beside "text.txt"), or take it out of the folder.`
		: `What a curator knows stands in files that end in ".yaml". Rename this to "${seed}.yaml".`;
	return error(name, null, 'sidecar/no-seed', message);
}

type Place = Pick<Problem, 'file' | 'line' | 'rule'>;

function compareProblems(a: Place, b: Place): number {
	return (
		compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.rule, b.rule)
	);
}

/** Ids that two sidecars give, or one gives to several articles, and articles that are the same as none. */
function checkIds(named: readonly Assembled[], known: ReadonlySet<string>): Problem[] {
	const problems: Problem[] = [];
	for (const { article, pinned, sameAs, edits } of named) {
		const { id } = article;
		const sidecar = `${article.source.file}.yaml`;
		const lineOf = (key: 'id' | 'sameAs', name: string) =>
			edits.findLast((edit) => edit[key] !== null)?.lineOf(name) ?? null;
		if (pinned !== null && pinned !== id) {
			const message = `Another article has the id "${pinned}" already. Give each article an id of its own.`;
			problems.push(error(sidecar, lineOf('id', 'id'), 'sidecar/id-twice', message));
		}
		if (sameAs !== null && (!known.has(sameAs) || sameAs === id)) {
			const message = `No other article has the id "${sameAs}". Copy it from the address of that article, or from "npm run -s read".`;
			problems.push(error(sidecar, lineOf('sameAs', 'same-as'), 'sidecar/same-as', message));
		}
	}
	return problems;
}

/** Sorts named articles into those that are shown and those that are not. */
function divide(named: readonly Assembled[], known: ReadonlySet<string>, ingested: Ingested): void {
	for (const { article, hide, sameAs, estimate } of named) {
		const { id, source } = article;
		ingested.ids.push({ id, file: source.file, line: source.lines[0], print: printOf(article) });
		if (hide !== null) {
			ingested.hidden.push({ id, source, reason: hide });
			const { file } = source;
			const lines = [source.lines, ...article.notes.map((note) => note.lines)];
			for (const each of lines) ingested.withheld.push({ file, lines: each });
			continue;
		}
		ingested.articles.push(article);
		if (estimate) ingested.estimates.push({ id, ...estimate });
		if (sameAs !== null && known.has(sameAs)) ingested.sameAs.push({ id, as: sameAs });
	}
}

/** Nothing read, nothing found. */
export function emptyIngested(): Ingested {
	return {
		title: defaultTitle,
		articles: [],
		problems: [],
		files: [],
		archive: emptyArchive(),
		events: [],
		hidden: [],
		withheld: [],
		leftOut: [],
		settled: [],
		estimates: [],
		sameAs: [],
		aliases: new Map(),
		ids: []
	};
}

/**
 * Reads seeds and their sidecars, in any order and with the same outcome. Never throws on what is in them: what
 * is wrong is in `problems`. `onFile` is called after each seed with the number of its articles that are shown.
 */
export function readSeeds(
	seeds: Iterable<Seed>,
	onFile?: (name: string, articles: number) => void
): Ingested {
	const all = [...seeds].sort((a, b) => compareText(a.name, b.name));
	const sidecars = new Map(
		all.filter((seed) => isYaml(seed.name)).map((seed) => [seed.name, seed])
	);
	const ingested = emptyIngested();
	const { problems } = ingested;
	for (const { name, refused } of sidecars.values()) {
		if (refused === undefined) continue;
		problems.push(error(name, null, 'folder/refused', refused));
		sidecars.delete(name);
	}
	/** The text of a file that speaks of the whole archive; null where there is none. */
	const take = (name: string): string | null => {
		const seed = sidecars.get(name);
		if (!seed) return null;
		sidecars.delete(name);
		const words = decode(name, seed.bytes);
		problems.push(...words.problems);
		return words.text ?? '';
	};
	const archive = take(archiveName);
	if (archive !== null) {
		const read = readArchiveFile(archiveName, archive);
		ingested.archive = read.archive;
		ingested.title = read.archive.title ?? defaultTitle;
		problems.push(...read.problems);
	}
	let aliases: Alias[] = [];
	const old = take(aliasesName);
	if (old !== null) {
		const read = readAliases(aliasesName, old);
		aliases = read.aliases;
		problems.push(...read.problems);
	}
	const events = take(eventsName);
	if (events !== null) {
		const read = readEvents(eventsName, events);
		ingested.events = read.events;
		problems.push(...read.problems);
	}
	const ids = all.find((seed) => seed.name === idsName);
	const ledger = ids ? readLedger(ids.name, ids.bytes) : { published: [], problems: [] };
	problems.push(...ledger.problems);
	const merges = mergesByName(ingested.archive);
	const unnamed: Assembled[] = [];
	for (const seed of all) {
		if (isYaml(seed.name) || seed === ids) continue;
		const sidecar = sidecars.get(`${seed.name}.yaml`) ?? null;
		if (sidecar) sidecars.delete(sidecar.name);
		const read = readSeed(seed, sidecar, merges);
		// Not by spreading: a long file may have more of them than a call takes arguments.
		for (const article of read.articles) unnamed.push(article);
		for (const problem of read.problems) problems.push(problem);
		ingested.leftOut.push(...read.leftOut);
		for (const settled of read.settled) ingested.settled.push(settled);
		ingested.files.push(read.file);
		onFile?.(seed.name, read.file.articles);
	}
	for (const name of sidecars.keys()) problems.push(orphan(name));
	// An address that leads on is no longer the article's own.
	const replaced = new Set(aliases.map(({ from }) => from));
	const named = nameArticles(
		unnamed,
		ledger.published.filter(({ id }) => !replaced.has(id))
	);
	const known = new Set(named.map(({ article }) => article.id));
	divide(named, known, ingested);
	for (const problem of checkIds(named, known)) problems.push(problem);
	const followed = followAliases(aliasesName, aliases, known);
	ingested.aliases = followed.targets;
	for (const problem of followed.problems) problems.push(problem);
	problems.push(...checkNoindex(archiveName, ingested.archive, known));
	const names = new Set(named.flatMap(({ article }) => article.authors));
	problems.push(...checkSigners(archiveName, ingested.archive, names));
	problems.sort(compareProblems);
	ingested.settled.sort(compareProblems);
	return ingested;
}
