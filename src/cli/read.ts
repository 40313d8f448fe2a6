/**
 * `npm run read -- [folder] [--json] [--previous <data of a build>]`: a dry run of the ingest. Shows what each file
 * was taken for, the articles, the problems, and which ids have changed since the last build; writes nothing. Exit
 * status 1 where a problem is an error. With `--survey`, which the build asks for, only counts and problems.
 */
import { parseArgs } from 'node:util';
import { headlineOf, type Article, type Problem } from '../lib/archive/article.ts';
import { describeEdtf } from '../lib/archive/known.ts';
import { emptyIngested, readSeeds, type Ingested } from '../lib/ingest/ingest.ts';
import type { Moved } from '../lib/ingest/moved.ts';
import { readFolder, seedFolder } from '../lib/folder.server.ts';
import { describeMoved, movedSince, readPrevious } from './previous.ts';

const usage = 'Usage: npm run -s read -- [folder] [--json] [--previous <data of a build>]';

interface Answer {
	ingested: Ingested;
	moved: Moved[];
	shape: 'text' | 'json' | 'survey';
}

/** Waits until everything is handed over, so that a pipe gets the whole of it. */
async function write(pieces: Iterable<string>): Promise<void> {
	for (const piece of pieces) await new Promise((done) => process.stdout.write(piece, done));
}

function nothing(folder: string, rule: string, message: string): Ingested {
	const problem: Problem = { file: folder, line: null, rule, level: 'error', message };
	return { ...emptyIngested(), problems: [problem] };
}

async function ingest(folder: string): Promise<Ingested> {
	try {
		return readSeeds(await readFolder(folder));
	} catch (cause) {
		const { code, path } = cause as NodeJS.ErrnoException;
		const why =
			code === 'ENOENT'
				? 'There is no such folder.'
				: code === 'ENOTDIR'
					? 'This is a file, not a folder.'
					: `This could not be read: ${path ?? folder} (${code ?? String(cause)}).`;
		const message = `${why} Give the path of a folder of seeds: npm run -s read -- <folder>.`;
		return nothing(folder, 'folder/unreadable', message);
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

/** In pieces: the articles of a large archive are more than one string can hold. */
function* asJson(
	{ articles, problems, files, hidden, estimates }: Ingested,
	moved: Moved[]
): Iterable<string> {
	const coverage = files.map((file) => file.coverage);
	yield '{\n"articles": [';
	for (const [at, article] of articles.entries())
		yield `${at === 0 ? '' : ','}\n${JSON.stringify(published(article), null, '\t')}`;
	const rest = JSON.stringify({ problems, coverage, hidden, estimates, moved }, null, '\t');
	yield `\n],${rest.slice(1)}\n`;
}

/** What the build needs to know before it begins. */
function asSurvey({ articles, problems }: Ingested): string {
	const files = new Set(articles.map(({ source }) => source.file)).size;
	return `${JSON.stringify({ articles: articles.length, files, problems })}\n`;
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

function asText({ articles, problems, files, hidden }: Ingested, moved: Moved[]): string {
	const parts: string[] = [];
	const byFile = new Map<string, Article[]>();
	for (const article of articles) {
		const own = byFile.get(article.source.file);
		if (own) own.push(article);
		else byFile.set(article.source.file, [article]);
	}
	for (const file of files) {
		const taken = file.dialect === null ? 'not read' : `a ${file.dialect}`;
		parts.push(
			`${file.name}: ${taken}, ${count(file.lines, 'line')}, ${count(file.articles, 'article')}`
		);
		for (const article of byFile.get(file.name) ?? []) parts.push(describeArticle(article));
		parts.push('');
	}
	const errors = problems.filter((problem) => problem.level === 'error').length;
	if (problems.length > 0) parts.push(`Problems\n${problems.map(describeProblem).join('\n')}\n`);
	for (const { id, reason } of hidden) parts.push(`Hidden: ${id}\n    ${reason}\n`);
	if (moved.length > 0) parts.push(`${describeMoved(moved)}\n`);
	parts.push(
		`${count(files.length, 'file')}, ${count(articles.length, 'article')}, ` +
			`${count(problems.length, 'problem')}${errors > 0 ? ` (${count(errors, 'error')})` : ''}.`
	);
	return `${parts.join('\n')}\n`;
}

async function answer(args: string[]): Promise<Answer> {
	const shape = args.includes('--json') ? 'json' : args.includes('--survey') ? 'survey' : 'text';
	try {
		const { positionals, values } = parseArgs({
			args,
			options: {
				json: { type: 'boolean' },
				survey: { type: 'boolean' },
				previous: { type: 'string' }
			},
			allowPositionals: true
		});
		if (positionals.length > 1) throw new Error('More than one folder is given.');
		const before = await readPrevious(values.previous);
		const ingested = await ingest(seedFolder(positionals[0]));
		return { shape, ingested, moved: movedSince(before, ingested) };
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		const why = (said.split(/\. |\n/)[0] ?? '').replace(/\.?$/, '.');
		return { shape, moved: [], ingested: nothing('', 'command/usage', `${why} ${usage}`) };
	}
}

const { ingested, moved, shape } = await answer(process.argv.slice(2));
if (ingested.problems.some((problem) => problem.level === 'error')) process.exitCode = 1;
if (shape === 'json') await write(asJson(ingested, moved));
else await write([shape === 'survey' ? asSurvey(ingested) : asText(ingested, moved)]);
