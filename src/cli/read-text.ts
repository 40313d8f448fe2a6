/** What `npm run read` prints for the eye: files, their articles with the lines that a curator names, problems. */
import {
	headlineOf,
	type Article,
	type Lines,
	type Problem,
	type Tombstone
} from '../lib/archive/article.ts';
import { describeEdtf } from '../lib/archive/known.ts';
import { tidy } from '../lib/archive/text.ts';
import { eachLine } from '../lib/ingest/decode.ts';
import type { Ingested, IngestedFile, Seed } from '../lib/ingest/ingest.ts';
import type { Moved } from '../lib/ingest/moved.ts';
import { describeMoved } from './previous.ts';

/** What a file was taken for, where that is no word for one. */
const taking: Record<string, string> = {
	html: 'a saved page',
	'json-lines': 'JSON Lines',
	markdown: 'Markdown',
	plain: 'plain text, as its curator divides it'
};
/** So much of a line is shown: enough to know it again. Characters. */
const mostShown = 40;

function count(many: number, one: string): string {
	return `${many.toLocaleString('en')} ${one}${many === 1 ? '' : 's'}`;
}

/** `7 articles and 1 hidden`. */
function countArticles({ articles, hidden }: Pick<IngestedFile, 'articles' | 'hidden'>): string {
	const unseen = hidden > 0 ? ` and ${hidden.toLocaleString('en')} hidden` : '';
	return `${count(articles, 'article')}${unseen}`;
}

/** The first words of a line, cut at the end of a word. */
function opening(line: string): string {
	const text = tidy(line);
	if (text.length <= mostShown) return text;
	const cut = text.slice(0, mostShown + 1).replace(/\s+\S*$/u, '');
	return `${cut.slice(0, mostShown)}…`;
}

/** A line by its number and its first words. */
interface Edge {
	line: number;
	words: string;
}

/** What is known of the words at the edges of places: by first line, and by last line the last one that is not blank. */
interface Edges {
	first: Map<number, Edge>;
	last: Map<number, Edge>;
}

/** Goes through the lines of a file once, and keeps the words at the edges of places alone. */
function findEdges(lines: Iterable<string>, places: readonly Lines[]): Edges {
	const firsts = new Set(places.map(([first]) => first));
	const lasts = new Set(places.map(([, last]) => last));
	const edges: Edges = { first: new Map(), last: new Map() };
	let line = 0;
	let filled: { line: number; text: string } | null = null;
	for (const text of lines) {
		line += 1;
		if (text.trim() !== '') filled = { line, text };
		if (firsts.has(line)) edges.first.set(line, { line, words: opening(text) });
		if (lasts.has(line) && filled) {
			edges.last.set(line, { line: filled.line, words: opening(filled.text) });
		}
	}
	return edges;
}

/** `lines 9 “THE NEW PIER OPENED” to 23 “Britannia. Tea was…”`; numbers alone where the words cannot be read. */
function describePlace([from, to]: Lines, edges: Edges): string {
	const first = edges.first.get(from) ?? { line: from, words: '' };
	const last = edges.last.get(to) ?? { line: to, words: '' };
	const say = ({ line, words }: Edge) => (words === '' ? `${line}` : `${line} “${words}”`);
	return last.line <= first.line ? `line ${say(first)}` : `lines ${say(first)} to ${say(last)}`;
}

function describeArticle(article: Article, edges: Edges): string {
	const { date, source, byline } = article;
	const known = date === null ? 'undated' : describeEdtf(date.edtf, 'short');
	const basis = date && date.basis !== 'stated' ? ` (${date.basis})` : '';
	const name = headlineOf(article);
	const headline = article.headline === null ? `“${name}” (supplied)` : name;
	const boundary = article.boundary === 'stated' ? '' : `, beginning ${article.boundary}`;
	return [
		`  ${known}${basis}  ${headline}`,
		...(byline === null ? [] : [`    ${byline}`]),
		`    ${describePlace(source.lines, edges)}${boundary}`,
		`    ${article.id}`
	].join('\n');
}

/** Where a hidden article stands; none of its words. */
function describeHidden({ id, source, reason }: Tombstone): string {
	return `  hidden  ${reason}\n    lines ${source.lines.join('-')}\n    ${id}`;
}

function describeProblem({ file, line, rule, level, message }: Problem): string {
	return `  ${level}  ${line === null ? file : `${file}:${line}`}  ${rule}\n    ${message}`;
}

function byFile<Item>(items: readonly Item[], fileOf: (item: Item) => string): Map<string, Item[]> {
	const found = new Map<string, Item[]>();
	for (const item of items) {
		const own = found.get(fileOf(item));
		if (own) own.push(item);
		else found.set(fileOf(item), [item]);
	}
	return found;
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

/** All that is to be said, line by line. `seeds`: what was read, for the first words of lines. */
export function* linesOf(
	ingested: Ingested,
	seeds: readonly Seed[],
	moved: readonly Moved[],
	ties: string | null
): Generator<string> {
	const { articles, problems, files, hidden, leftOut, settled } = ingested;
	const shown = byFile(articles, ({ source }) => source.file);
	const unseen = byFile(hidden, ({ source }) => source.file);
	const aside = byFile(leftOut, ({ file }) => file);
	const answered = byFile(settled, ({ file }) => file);
	const seedOf = new Map(seeds.map((seed) => [seed.name, seed]));
	for (const file of files) {
		const { name, dialect } = file;
		const taken = dialect === null ? 'not read' : (taking[dialect] ?? `a ${dialect}`);
		yield `${name}: ${taken}, ${count(file.lines, 'line')}, ${countArticles(file)}`;
		const own = shown.get(name) ?? [];
		const out = aside.get(name) ?? [];
		const places = [...own.map(({ source }) => source.lines), ...out.map(({ lines }) => lines)];
		const seed = places.length > 0 ? seedOf.get(name) : undefined;
		const edges = findEdges(seed ? eachLine(seed.bytes) : [], places);
		const described = [
			...own.map((article) => ({
				line: article.source.lines[0],
				text: () => describeArticle(article, edges)
			})),
			...(unseen.get(name) ?? []).map((tombstone) => ({
				line: tombstone.source.lines[0],
				text: () => describeHidden(tombstone)
			})),
			...out.map((each) => ({
				line: each.lines[0],
				text: () => `  left out  ${each.reason}\n    ${describePlace(each.lines, edges)}`
			}))
		];
		for (const { line, rule, reason } of answered.get(name) ?? [])
			described.push({
				line: line ?? 0,
				text: () => `  settled  ${rule}${line === null ? '' : `, line ${line}`}: ${reason}`
			});
		// In the order of the file, as whoever goes through it with a pencil meets them.
		for (const { text } of described.sort((a, b) => a.line - b.line)) yield text();
		yield '';
	}
	const errors = problems.filter((problem) => problem.level === 'error').length;
	if (problems.length > 0) {
		yield 'Problems';
		for (const problem of problems) yield describeProblem(problem);
		if (errors < problems.length)
			yield 'A warning that is none is settled beside the seed, in <its name>.yaml: "settled: [{ rule: ..., line: ..., reason: ... }]".';
		yield '';
	}
	yield* proposals(ingested);
	if (moved.length > 0) yield `${describeMoved(moved, new Set(hidden.map(({ id }) => id)))}\n`;
	if (ties !== null) yield `${ties}\n`;
	const wrong = errors > 0 ? ` (${count(errors, 'error')})` : '';
	const all = countArticles({ articles: articles.length, hidden: hidden.length });
	yield `${count(files.length, 'file')}, ${all}, ${count(problems.length, 'problem')}${wrong}.`;
}

/** The lines of the files whose names hold `named`, numbered as a sidecar names them; `>` where an article begins. */
export function* numberedLines(
	{ articles, files, hidden }: Ingested,
	seeds: readonly Seed[],
	named: string
): Generator<string> {
	const wanted = new Map(
		files.filter(({ name }) => name.includes(named)).map(({ name, lines }) => [name, lines])
	);
	const begun = byFile([...articles, ...hidden], ({ source }) => source.file);
	for (const seed of seeds) {
		const count = wanted.get(seed.name);
		if (count === undefined) continue;
		const begins = new Set((begun.get(seed.name) ?? []).map(({ source }) => source.lines[0]));
		const width = String(count).length;
		yield seed.name;
		let at = 0;
		for (const line of eachLine(seed.bytes)) {
			at += 1;
			const mark = begins.has(at) ? '>' : ' ';
			yield `${mark} ${String(at).padStart(width)}  ${line}`.trimEnd();
		}
		yield '';
	}
}
