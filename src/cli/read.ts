/**
 * `npm run read -- [folder] [--json] [--lines <file>] [--previous <data of a build>]`: a dry run of the ingest. Shows
 * what each file was taken for, the articles, the problems, and which ids have changed since the last build; writes
 * nothing. Exit status 1 where a problem is an error. With `--lines`, the lines of the files whose names hold those
 * words, numbered.
 */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { Article, Problem } from '../lib/archive/article.ts';
import {
	emptyIngested,
	idsName,
	readSeeds,
	type Ingested,
	type Seed
} from '../lib/ingest/ingest.ts';
import type { Moved } from '../lib/ingest/moved.ts';
import { readFolder, seedFolder } from '../lib/folder.server.ts';
import { describeTies, movedSince, readPrevious } from './previous.ts';
import { linesOf, numberedLines } from './read-text.ts';

const usage =
	'Usage: npm run -s read -- [folder] [--json] [--lines <file>] [--previous <data of a build>]';

interface Answer {
	ingested: Ingested;
	/** What was read, for the words of its lines. */
	seeds: readonly Seed[];
	moved: Moved[];
	/** What to do about ids that more than one article wants. */
	ties: string | null;
	shape: 'text' | 'json';
	/** Part of the names of files whose lines are wanted. */
	named: string | null;
}

/** Waits until everything is handed over, so that a pipe gets the whole of it, and no more than a piece is held. */
async function write(pieces: Iterable<string>): Promise<void> {
	for (const piece of pieces) {
		await new Promise<void>((done) => {
			process.stdout.write(piece, () => done());
		});
	}
}

function nothing(folder: string, rule: string, message: string): Ingested {
	const problem: Problem = { file: folder, line: null, rule, level: 'error', message };
	return { ...emptyIngested(), problems: [problem] };
}

async function ingest(folder: string): Promise<Pick<Answer, 'ingested' | 'seeds' | 'ties'>> {
	try {
		const seeds = await readFolder(folder);
		const ingested = readSeeds(seeds);
		const kept = seeds.some(({ name }) => name === idsName);
		return { ingested, seeds, ties: describeTies(folder, ingested, kept) };
	} catch (cause) {
		const { code, path } = cause as NodeJS.ErrnoException;
		const why =
			code === 'ENOENT'
				? 'There is no such folder.'
				: code === 'ENOTDIR'
					? 'This is a file, not a folder.'
					: `This could not be read: ${path ?? folder} (${code ?? String(cause)}).`;
		const message = `${why} Give the path of a folder of seeds: npm run -s read -- <folder>.`;
		return { ingested: nothing(folder, 'folder/unreadable', message), seeds: [], ties: null };
	}
}

/** The published shape: date and dateline are always objects, their parts null where nothing is known. */
function published(article: Article) {
	const { date, dateline, ...rest } = article;
	return {
		...rest,
		date: date ?? { edtf: null, first: null, last: null, printed: null, basis: null },
		dateline: dateline ?? { printed: null, edtf: null }
	};
}

/** Joins short pieces to longer ones: each is waited for. */
function* gathered(pieces: Iterable<string>): Generator<string> {
	let held = '';
	for (const piece of pieces) {
		held += piece;
		if (held.length < 100_000) continue;
		yield held;
		held = '';
	}
	yield held;
}

/** An object of lists, item by item: as one text the articles of a large archive would not fit into a string. */
function* listsAsJson(lists: Record<string, Iterable<unknown>>): Generator<string> {
	let opening = '{';
	for (const [name, items] of Object.entries(lists)) {
		yield `${opening}\n\t${JSON.stringify(name)}: [`;
		let before = '';
		for (const item of items) {
			yield `${before}\n\t\t${JSON.stringify(item, null, '\t').replaceAll('\n', '\n\t\t')}`;
			before = ',';
		}
		yield before === '' ? ']' : '\n\t]';
		opening = ',';
	}
	yield '\n}\n';
}

function* each<Item, Shown>(items: Iterable<Item>, show: (item: Item) => Shown): Generator<Shown> {
	for (const item of items) yield show(item);
}

function asJson(
	{ articles, problems, files, hidden, settled, estimates }: Ingested,
	moved: Moved[]
): Iterable<string> {
	const coverage = files.map((file) => file.coverage);
	const shown = each(articles, published);
	return gathered(
		listsAsJson({ articles: shown, problems, coverage, hidden, settled, estimates, moved })
	);
}

function asText({ ingested, seeds, moved, ties, named }: Answer): Iterable<string> {
	const lines =
		named === null ? linesOf(ingested, seeds, moved, ties) : numberedLines(ingested, seeds, named);
	return gathered(each(lines, (line) => `${line}\n`));
}

async function answer(args: string[]): Promise<Answer> {
	const shape = args.includes('--json') ? 'json' : 'text';
	try {
		const { positionals, values } = parseArgs({
			args,
			options: {
				json: { type: 'boolean' },
				lines: { type: 'string' },
				previous: { type: 'string' }
			},
			allowPositionals: true
		});
		if (positionals.length > 1) throw new Error('More than one folder is given.');
		const before = await readPrevious(values.previous);
		const { ingested, seeds, ties } = await ingest(seedFolder(positionals[0]));
		const named = values.lines ?? null;
		if (named !== null && !ingested.files.some(({ name }) => name.includes(named))) {
			throw new Error(`No file has “${named}” in its name.`);
		}
		return { shape, named, ingested, seeds, ties, moved: movedSince(before, ingested) };
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		const why = (said.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.');
		return {
			shape,
			named: null,
			moved: [],
			seeds: [],
			ties: null,
			ingested: nothing('', 'command/usage', `${why} ${usage}`)
		};
	}
}

// Left to itself, the engine clears up after a long file only when it holds twice as much; this keeps a file of 200 MB
// well under 1 GB, for a tenth more time.
setFlagsFromString('--heap-growing-percent=40');
const answered = await answer(process.argv.slice(2));
const { ingested, moved, shape } = answered;
if (ingested.problems.some((problem) => problem.level === 'error')) process.exitCode = 1;
if (shape === 'json') await write(asJson(ingested, moved));
else await write(asText(answered));
