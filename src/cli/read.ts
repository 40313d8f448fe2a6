/**
 * `npm run read -- [folder] [--json] [--previous <data of a build>]`: a dry run of the ingest. Shows what each file
 * was taken for, the articles, the problems, and which ids have changed since the last build; writes nothing. Exit
 * status 1 where a problem is an error.
 */
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { headlineOf, type Article, type Problem } from '../lib/archive/article.ts';
import { describeEdtf } from '../lib/archive/known.ts';
import { emptyIngested, idsName, readSeeds, type Ingested } from '../lib/ingest/ingest.ts';
import type { Moved } from '../lib/ingest/moved.ts';
import { readFolder, seedFolder } from '../lib/folder.server.ts';
import { describeMoved, describeTies, movedSince, readPrevious } from './previous.ts';

/** What a file was taken for, where that is no word for one. */
const taking: Record<string, string> = {
	html: 'a saved page',
	'json-lines': 'JSON Lines',
	markdown: 'Markdown',
	plain: 'plain text, as its curator divides it'
};

const usage = 'Usage: npm run -s read -- [folder] [--json] [--previous <data of a build>]';

interface Answer {
	ingested: Ingested;
	moved: Moved[];
	/** What to do about ids that more than one article wants. */
	ties: string | null;
	shape: 'text' | 'json';
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

async function ingest(folder: string): Promise<Pick<Answer, 'ingested' | 'ties'>> {
	try {
		const seeds = await readFolder(folder);
		const ingested = readSeeds(seeds);
		const kept = seeds.some(({ name }) => name === idsName);
		return { ingested, ties: describeTies(folder, ingested, kept) };
	} catch (cause) {
		const { code, path } = cause as NodeJS.ErrnoException;
		const why =
			code === 'ENOENT'
				? 'There is no such folder.'
				: code === 'ENOTDIR'
					? 'This is a file, not a folder.'
					: `This could not be read: ${path ?? folder} (${code ?? String(cause)}).`;
		const message = `${why} Give the path of a folder of seeds: npm run -s read -- <folder>.`;
		return { ingested: nothing(folder, 'folder/unreadable', message), ties: null };
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
	{ articles, problems, files, hidden, estimates }: Ingested,
	moved: Moved[]
): Iterable<string> {
	const coverage = files.map((file) => file.coverage);
	const shown = each(articles, published);
	return gathered(listsAsJson({ articles: shown, problems, coverage, hidden, estimates, moved }));
}

function count(many: number, one: string): string {
	return `${many.toLocaleString('en')} ${one}${many === 1 ? '' : 's'}`;
}

function describeArticle(article: Article): string {
	const { date, source } = article;
	const known = date === null ? 'undated' : describeEdtf(date.edtf, 'short');
	const basis = date && date.basis !== 'stated' ? ` (${date.basis})` : '';
	const name = headlineOf(article);
	const headline = article.headline === null ? `“${name}” (supplied)` : name;
	const place = `lines ${source.lines.join('-')}`;
	const boundary = article.boundary === 'stated' ? '' : `, beginning ${article.boundary}`;
	return `  ${known}${basis}  ${headline}\n    ${article.id}, ${place}${boundary}`;
}

function describeProblem({ file, line, rule, level, message }: Problem): string {
	return `  ${level}  ${line === null ? file : `${file}:${line}`}  ${rule}\n    ${message}`;
}

/** The dates that the texts of undated articles speak for, and what to write to take them. */
function* proposals({ articles, estimates }: Ingested): Generator<string> {
	if (estimates.length === 0) return;
	const files = new Map(articles.map(({ id, source }) => [id, source.file]));
	yield 'Dates proposed';
	for (const { id, edtf, words, lines } of estimates) {
		const file = files.get(id) ?? '';
		const first = lines[0]?.[0] ?? 0;
		yield `  ${describeEdtf(edtf, 'short')} (${edtf})  ${id}\n    ${file}:${first}, from “${words}”, the latest day that the text names`;
	}
	yield 'They count only where you accept them: beside the seed, in <its name>.yaml, "date: { accept-estimate: true }".';
	yield '';
}

function* linesOf(ingested: Ingested, moved: Moved[], ties: string | null): Generator<string> {
	const { articles, problems, files, hidden } = ingested;
	const byFile = new Map<string, Article[]>();
	for (const article of articles) {
		const own = byFile.get(article.source.file);
		if (own) own.push(article);
		else byFile.set(article.source.file, [article]);
	}
	for (const file of files) {
		const { dialect } = file;
		const taken = dialect === null ? 'not read' : (taking[dialect] ?? `a ${dialect}`);
		yield `${file.name}: ${taken}, ${count(file.lines, 'line')}, ${count(file.articles, 'article')}`;
		yield* each(byFile.get(file.name) ?? [], describeArticle);
		yield '';
	}
	const errors = problems.filter((problem) => problem.level === 'error').length;
	if (problems.length > 0) {
		yield 'Problems';
		yield* each(problems, describeProblem);
		yield '';
	}
	yield* proposals(ingested);
	for (const { id, reason } of hidden) yield `Hidden: ${id}\n    ${reason}\n`;
	if (moved.length > 0) yield `${describeMoved(moved)}\n`;
	if (ties !== null) yield `${ties}\n`;
	const wrong = errors > 0 ? ` (${count(errors, 'error')})` : '';
	yield `${count(files.length, 'file')}, ${count(articles.length, 'article')}, ${count(problems.length, 'problem')}${wrong}.`;
}

function asText({ ingested, moved, ties }: Answer): Iterable<string> {
	return gathered(each(linesOf(ingested, moved, ties), (line) => `${line}\n`));
}

async function answer(args: string[]): Promise<Answer> {
	const shape = args.includes('--json') ? 'json' : 'text';
	try {
		const { positionals, values } = parseArgs({
			args,
			options: {
				json: { type: 'boolean' },
				previous: { type: 'string' }
			},
			allowPositionals: true
		});
		if (positionals.length > 1) throw new Error('More than one folder is given.');
		const before = await readPrevious(values.previous);
		const { ingested, ties } = await ingest(seedFolder(positionals[0]));
		return { shape, ingested, ties, moved: movedSince(before, ingested) };
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		const why = (said.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.');
		return {
			shape,
			moved: [],
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
