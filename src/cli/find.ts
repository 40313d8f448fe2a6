/**
 * `npm run -s find -- "<query>"`: a search of the built bundle from the terminal, through the same engine as the
 * page. A thin shell: it reads files, asks, and prints.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeEdtf } from '../lib/archive/known.ts';
import { openBundle, type Archive } from '../lib/bundle/open.ts';
import { BundleError, type Entry } from '../lib/bundle/format.ts';
import type { Answer, Question } from '../lib/search/answer.ts';
import { openEngine, type Engine } from '../lib/search/engine.ts';
import { explain as explainScore, type Share } from '../lib/search/explain.ts';
import { delta } from '../lib/search/impact.ts';
import { newestFirst, rankBest } from '../lib/search/rank.ts';

const usage =
	'Usage: npm run -s find -- "<query>" [--limit N] [--any] [--explain] [--json] [--queries <file.jsonl>] [--bundle <folder>]';
/** Results shown to a reader who gives no limit; machines get all. */
const shownResults = 10;

/** Something wrong with what was typed; its message is for the person at the terminal. */
class UsageError extends Error {}

interface Hit {
	id: string;
	score: number;
	terms?: Share[];
}

/** What is to be told of an answer besides its ids. */
interface Telling {
	limit: number | null;
	json: boolean;
	explain: boolean;
}

interface RowHit {
	row: number;
	entry: Entry;
	score: number;
	/** How the score comes about; only where asked for. */
	terms?: Share[];
}

/** Waits until everything is handed over, so that a pipe gets the whole of it. */
function write(text: string): Promise<void> {
	return new Promise((done) => {
		process.stdout.write(text, () => done());
	});
}

async function openArchive(folder: string): Promise<{ archive: Archive; engine: Engine }> {
	try {
		await readFile(join(folder, 'manifest.json'));
	} catch {
		throw new UsageError(
			`There is no built archive in ${folder}. Run npm run build (or npm start) first, or name its folder with --bundle.`
		);
	}
	const archive = await openBundle(
		async (path) => new Uint8Array(await readFile(join(folder, path)))
	);
	return { archive, engine: await openEngine(archive) };
}

/** The best rows, each with its entry; of a query that asks for nothing all, as in the page. */
async function hitsOf(archive: Archive, answer: Answer, limit: number): Promise<RowHit[]> {
	const { catalog, entries } = archive;
	const scores = new Map<number, number>();
	for (const [at, row] of (answer.rows ?? []).entries()) scores.set(row, answer.scores[at] ?? 0);
	const newest = newestFirst(catalog.first);
	const rows = [...(answer.rows ? rankBest(answer, newest) : newest.rows)].slice(0, limit);
	await entries.load(rows);
	return rows.flatMap((row) => {
		const entry = entries.at(row);
		return entry ? { row, entry, score: Number((scores.get(row) ?? 0).toFixed(6)) } : [];
	});
}

const published = (hits: readonly RowHit[]): Hit[] =>
	hits.map(({ entry, score, terms }) => ({ id: entry.id, score, ...(terms ? { terms } : {}) }));

/** One line of a file of queries. Throws a UsageError that names the line. */
function readLine(line: string, number: number): { id: unknown; question: Question } {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		value = null;
	}
	const { id, query, any } = (value ?? {}) as Record<string, unknown>;
	if (typeof query !== 'string' || id === undefined) {
		throw new UsageError(
			`Line ${number} of the queries is not of the form { "id": "1", "query": "words", "any": false }.`
		);
	}
	return { id, question: { query, any: any === true } };
}

async function answerFile(file: string, folder: string, limit: number): Promise<void> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch {
		throw new UsageError(`The file of queries ${file} could not be read.`);
	}
	const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
	const asked = lines
		.filter(({ line }) => line.trim() !== '')
		.map(({ line, number }) => readLine(line, number));
	const { archive, engine } = await openArchive(folder);
	await engine.loadTexts();
	for (const { id, question } of asked) {
		const answer = await engine.ask({ ...question, check: Infinity });
		const results = published(await hitsOf(archive, answer, limit));
		await write(`${JSON.stringify({ id, results })}\n`);
	}
}

/** The arithmetic of one score, a line for each term. */
function explained({ terms = [], score }: Pick<RowHit, 'terms' | 'score'>): string[] {
	const sum = terms.map(({ impact }) => impact.toFixed(4)).join(' + ');
	return [
		...terms.map(
			({ term, articles, rarity, count, length, frequency, impact }) =>
				`   ${term}: in ${articles}, rarity ${rarity.toFixed(4)}; ${count} of about ${Math.round(length)} words, frequency ${frequency.toFixed(4)}; ln((1 + ${frequency.toFixed(4)} × ${rarity.toFixed(4)})(1 + ${delta} × ${rarity.toFixed(4)})) = ${impact.toFixed(4)}`
		),
		`   score ${sum === '' ? '0: no term ranks it, so it stands by date' : terms.length > 1 ? `${sum} = ${score.toFixed(4)}` : score.toFixed(4)}`
	];
}

async function answerOne(
	question: Question,
	folder: string,
	{ limit, json, explain }: Telling
): Promise<void> {
	const { archive, engine } = await openArchive(folder);
	// At a terminal nobody minds waiting until everything has been checked.
	const answer = await engine.ask({ ...question, check: Infinity });
	const hits = await hitsOf(archive, answer, limit ?? (json ? Infinity : shownResults));
	if (explain) for (const hit of hits) hit.terms = await explainScore(engine, question, hit.row);
	if (json) {
		await write(`${JSON.stringify(published(hits), null, 1)}\n`);
		return;
	}
	const out: string[] = answer.problems.flatMap(({ at, message, repair }) => [
		question.query.replace(/\s/g, ' '),
		`${' '.repeat(at)}^ ${message}`,
		...(repair === null ? [] : [`Mended: ${repair}`])
	]);
	const { articles } = archive.manifest.counts;
	const count = answer.rows?.length ?? articles;
	out.push(
		`${answer.verified ? '' : 'At least '}${count} of ${articles} articles${answer.rows ? '' : ': nothing in the query can be looked for'}`
	);
	const excerpts = await engine.excerpts(
		question,
		hits.map(({ row }) => row)
	);
	for (const [at, hit] of hits.entries()) {
		const { entry, score } = hit;
		const { id, headline, supplied, edtf, file, lines } = entry;
		out.push(
			'',
			`${at + 1}. ${headline ?? supplied ?? ''}`,
			`   ${edtf ? describeEdtf(edtf) : 'undated'} · ${file}:${lines[0]} · ${score.toFixed(2)} · ${id}`
		);
		if (explain) out.push(...explained(hit));
		for (const { segments, cutBefore, cutAfter } of excerpts[at]?.passages ?? []) {
			const text = segments.map((part) => (part.match ? `[${part.text}]` : part.text)).join('');
			out.push(`   ${cutBefore ? '… ' : ''}${text.replaceAll('\n', ' ')}${cutAfter ? ' …' : ''}`);
		}
	}
	const any = answer.instead?.any.articles ?? 0;
	if (count === 0 && any > 0) out.push(`Any of these words (${any}): add --any.`);
	await write(`${out.join('\n')}\n`);
}

/** Parts options from the words of a query, which may begin with a minus sign themselves. Throws a UsageError. */
function sortArguments(given: readonly string[]): { options: string[]; words: string[] } {
	const options: string[] = [];
	const words: string[] = [];
	for (let at = 0; at < given.length; at += 1) {
		const one = given[at] ?? '';
		if (/^--(?:any|explain|json|help|(?:limit|queries|bundle)=.*)$/s.test(one)) options.push(one);
		else if (/^--(?:limit|queries|bundle)$/.test(one)) {
			const value = given[(at += 1)];
			if (value === undefined) throw new UsageError(`${one} needs a value.\n${usage}`);
			options.push(`${one}=${value}`);
		} else if (/^--[a-z]/.test(one)) throw new UsageError(`There is no ${one}.\n${usage}`);
		else if (one !== '--') words.push(one);
	}
	return { options, words };
}

async function main(): Promise<void> {
	const { options, words } = sortArguments(process.argv.slice(2));
	const { values } = parseArgs({
		args: options,
		options: {
			limit: { type: 'string' },
			any: { type: 'boolean', default: false },
			explain: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			queries: { type: 'string' },
			bundle: { type: 'string', default: 'build/data' },
			help: { type: 'boolean', default: false }
		}
	});
	if (values.help) return write(`${usage}\n`);
	const limit = values.limit === undefined ? null : Number(values.limit);
	if (limit !== null && !(Number.isInteger(limit) && limit > 0)) {
		throw new UsageError(`--limit takes a whole number from 1 on, not ${values.limit}.`);
	}
	if (values.queries !== undefined) {
		return answerFile(values.queries, values.bundle, limit ?? Infinity);
	}
	if (words.length === 0) throw new UsageError(usage);
	const question = { query: words.join(' '), any: values.any };
	return answerOne(question, values.bundle, { limit, json: values.json, explain: values.explain });
}

try {
	await main();
} catch (reason) {
	const said = reason instanceof Error ? reason.message : String(reason);
	const known = reason instanceof UsageError || reason instanceof BundleError;
	process.stderr.write(known ? `${said}\n` : `This should not happen: ${said}\n`);
	process.exitCode = 1;
}
