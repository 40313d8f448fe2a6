/** One seed to its articles: tells its dialect by what is in it, reads it, and puts the curator's word to it. */
import type { Problem } from '../archive/article.ts';
import type { AuthorMerge } from './archive-file.ts';
import { assembleArticle, type Assembled } from './assemble.ts';
import { coverPage } from './claims.ts';
import { decode, decodeLines } from './decode.ts';
import { daily } from './dialects/daily.ts';
import { digest } from './dialects/digest.ts';
import { feed } from './dialects/feed.ts';
import { html } from './dialects/html.ts';
import { magazine } from './dialects/magazine.ts';
import { markdown } from './dialects/markdown.ts';
import { plain } from './dialects/plain.ts';
import { columnNames, jsonLines, table } from './dialects/table.ts';
import {
	emptyReading,
	isBlank,
	lineAt,
	nextPrinted,
	type Dialect,
	type Page,
	type Reading
} from './draft.ts';
import { takeHeadlines } from './headline-at.ts';
import { numberStarts, readGivenHeads } from './given-head.ts';
import type { IngestedFile, LeftOutLines, Seed, SettledProblem } from './ingest.ts';
import { tellLanguage } from './language.ts';
import { isLeftOut, leaveOut } from './leave-out.ts';
import { mergeDrafts } from './merge.ts';
import { error, warning } from './problem.ts';
import { settle } from './settle.ts';
import { emptySidecar, readSidecar, type Edit, type Sidecar } from './sidecar.ts';

const dialects: readonly Dialect[] = [
	feed,
	html,
	jsonLines,
	markdown,
	table,
	magazine,
	digest,
	daily
];
const leastSure = 0.5;

/** What came of one file. */
export interface ReadFile {
	file: IngestedFile;
	articles: Assembled[];
	leftOut: LeftOutLines[];
	problems: Problem[];
	/** Problems that the curator says are none. */
	settled: SettledProblem[];
}

/** How a page is written, as far as can be told; where that fails, a curator who says where articles begin is enough. */
function dialectOf(
	page: Page,
	{ columns, starts }: Sidecar
): { dialect: Dialect | null; sure: number } {
	let best: Dialect | null = null;
	let sure = 0;
	for (const dialect of dialects) {
		if (dialect.surest <= sure) continue;
		const how = dialect.recognise(page, columns);
		if (how >= leastSure && how > sure) [best, sure] = [dialect, how];
	}
	return best || starts.size === 0 ? { dialect: best, sure } : { dialect: plain, sure: 1 };
}

/** Every line at which a curator lets an article begin must be one at which an article now begins. */
function unusedStarts(name: string, sidecar: Sidecar, page: Page, reading: Reading): Problem[] {
	const begun = new Set(reading.drafts.map((draft) => draft.lines[0]));
	return [...sidecar.starts.keys()]
		.filter((line) => !begun.has(line))
		.map((line) => {
			const why = isLeftOut(line, sidecar)
				? 'it is left out'
				: isBlank(page, line)
					? 'it is blank'
					: 'it is a date, a header, a note or the middle of a paragraph';
			const message = `No article can begin at line ${line} of ${page.file}: ${why}. Give the first line of the article.`;
			return error(name, sidecar.written.get(line) ?? null, 'sidecar/line-unused', message);
		});
}

/** Ranges in which no article begins, and merges that have nothing to merge. */
function idleEdits(name: string, sidecar: Sidecar, begun: readonly number[], idle: Edit[]) {
	const problems: Problem[] = [];
	for (const edit of sidecar.edits) {
		const { from, to, line } = edit;
		if (from === to || begun.some((first) => first >= from && first <= to)) continue;
		const message = `No article begins in the lines ${from}-${to}, so this entry says nothing. Give a range in which one does; "npm run -s read" lists where they begin.`;
		problems.push(error(name, line, 'sidecar/line-unused', message));
	}
	for (const edit of idle) {
		if (problems.some((problem) => problem.line === edit.line)) continue;
		const message = `Fewer than two articles begin in the lines ${edit.from}-${edit.to}, so there is nothing to merge. Widen the range, or take "merge" out.`;
		problems.push(error(name, edit.lineOf('merge'), 'sidecar/nothing-to-merge', message));
	}
	return problems;
}

/** An estimate that is accepted where there is none would leave the curator believing in a date. */
function idleEstimates(name: string, sidecar: Sidecar, articles: readonly Assembled[]): Problem[] {
	const given = [sidecar.date, ...sidecar.edits.map((edit) => edit.date)];
	const accepted = articles.some(({ article }) => article.why.date.rule.startsWith('estimate/'));
	if (accepted) return [];
	return given
		.filter((date) => date?.acceptEstimate && !date.date)
		.map((date) => {
			const message =
				'There is no estimate to accept: the articles state a date, or their text names no day. Write the date as "edtf:", or take this out.';
			return error(name, date?.line ?? null, 'sidecar/no-estimate', message);
		});
}

function curatedBy(seed: Seed | null, of: Page) {
	if (!seed) return { sidecar: emptySidecar(), problems: [], isWhole: true };
	const words = decode(seed.name, seed.bytes);
	const about = { name: of.file, lines: of.lines.length };
	const read = readSidecar(seed.name, words.text ?? '', about);
	return { ...read, problems: [...words.problems, ...read.problems] };
}

/** The page of a seed, its lines empty where it is no text. Its bytes are not kept: they are as long as the text. */
function openPage({ name, bytes }: Seed) {
	const { lines, problems } = decodeLines(name, bytes);
	const page: Page = { file: name, lines: lines ?? [] };
	const isText = lines !== null;
	// Scans lie beside the texts of many folders; a curator's own file that is no text stays an error.
	const found = isText
		? problems
		: problems.map((each) => ({ ...each, level: 'warning' as const }));
	return { page, size: bytes.length, problems: found, isText };
}

/** True where a curator who gives what the text does not state has answered that it is missing, or tried to. */
function isAnswered({ rule, line }: Problem, { date, edits }: Sidecar, isFaulty: boolean): boolean {
	if (isFaulty && /\/(?:no-date|ambiguous-date|no-headline|no-text|number-missing)$/.test(rule))
		return true;
	if (/\/(?:no|ambiguous)-date$/.test(rule)) return date !== null;
	if (line === null) return false;
	const about = edits.filter(({ from, to }) => from <= line && line <= to);
	if (rule.endsWith('/bad-date')) return about.some(({ date }) => date !== null);
	if (rule === 'daily/no-text') return about.some(({ merge, hide }) => merge || hide !== null);
	return (
		rule.endsWith('/no-headline') &&
		about.some(({ headline, headlineAt }) => headline !== null || headlineAt !== null)
	);
}

/** What to do about a file that nobody knows how to read. */
function howToRead(page: Page): string {
	const { file: name } = page;
	const line = nextPrinted(page);
	const names = columnNames(page);
	if (names)
		return `This is a table, but none of its columns has a name that tells its headline or text, so nothing of it was read. They are ${names.map((each) => `"${each}"`).join(', ')}. Say which is which in ${name}.yaml: "columns: { headline: ..., body: ..., byline: ..., date: ... }".`;
	if (/^\s*[[{]/.test(lineAt(page, line)))
		return `This begins as JSON does, but not as JSON Lines (an object to each line, with a key "headline" or "title", "body" or "text"), so nothing of it was read. Write each record in one line; for keys of other names, say which is which in ${name}.yaml: "columns: { headline: ..., body: ... }".`;
	return `It is not known how this file is written, so nothing of it was read. To have it read as plain text, say where its articles begin and what they are, in ${name}.yaml: "articles: [{ line: ${line}, headline: ... }]". Known are dailies (a date alone in a line, then headline, byline and text), digests (numbered headlines), magazines (an issue date first, ■ after each article), Markdown (a heading or front matter first), saved web pages, feeds, and tables whose first line names a column "headline" or "text" (or name its columns beside the file, under "columns:").`;
}

/** Reads a seed with its sidecar; `merges` are names in bylines that mean another. */
export function readSeed(
	seed: Seed,
	sidecarSeed: Seed | null,
	merges: ReadonlyMap<string, AuthorMerge>
): ReadFile {
	const opened = openPage(seed);
	const curated = curatedBy(sidecarSeed, opened.page);
	const read = readPage(seed, sidecarSeed, {
		...opened,
		...curated,
		curatorial: curated.problems,
		problems: opened.problems,
		merges
	});
	return { ...read, ...settle(sidecarSeed?.name ?? '', seed.name, read.problems, curated.sidecar) };
}

/** A seed that is opened, and what its curator says. */
interface Opened extends ReturnType<typeof openPage> {
	sidecar: Sidecar;
	isWhole: boolean;
	/** Problems of the sidecar. */
	curatorial: Problem[];
	merges: ReadonlyMap<string, AuthorMerge>;
}

function readPage(
	seed: Seed,
	sidecarSeed: Seed | null,
	{ page, size, problems, isText, sidecar, isWhole, curatorial, merges }: Opened
): Omit<ReadFile, 'settled'> {
	const file: IngestedFile = {
		name: seed.name,
		dialect: null,
		sure: 0,
		articles: 0,
		hidden: 0,
		bytes: size,
		lines: page.lines.length,
		coverage: { file: seed.name, lines: 0, claimed: 0, as: {} }
	};
	if (seed.refused !== undefined) {
		const problem = warning(seed.name, null, 'folder/refused', seed.refused);
		return { file, articles: [], leftOut: [], problems: [problem] };
	}
	problems.push(...curatorial);
	if (!isText) return { file, articles: [], leftOut: [], problems };
	const isFaulty = curatorial.some(({ level }) => level === 'error');
	if (page.lines.every((_, at) => isBlank(page, at + 1))) {
		const message = 'This file is empty. Take it out of the folder, or fill it.';
		problems.push(warning(seed.name, null, 'seed/empty', message));
		return { file, articles: [], leftOut: [], problems };
	}
	const {
		page: text,
		claims,
		leftOut,
		problems: idleLines
	} = leaveOut(sidecarSeed?.name ?? '', page, sidecar);
	problems.push(...idleLines);
	if (text.lines.every((_, at) => isBlank(text, at + 1))) {
		// Nothing is left: a file that is no seed at all.
		file.coverage = coverPage(page, { ...emptyReading(), claims }, problems).coverage;
		return { file, articles: [], leftOut, problems };
	}
	const { dialect, sure } = dialectOf(text, sidecar);
	if (!dialect) {
		const message = isFaulty
			? `Nothing of this file was read, because its sidecar could not be used: see the problems of ${seed.name}.yaml. Mend that first.`
			: howToRead(text);
		problems.push(warning(seed.name, null, 'seed/unknown-dialect', message));
		file.coverage = coverPage(page, null, problems).coverage;
		return { file, articles: [], leftOut, problems };
	}
	const reading = dialect.read(text, numberStarts(text, sidecar.starts), sidecar);
	for (const claim of claims) reading.claims.push(claim);
	if (!reading.sharesLines) readGivenHeads(text, reading.drafts, sidecar.starts, dialect.name);
	/** That no date stands in the file: answered, too, where each article is given its own. */
	const dateless: Problem[] = [];
	for (const problem of reading.problems) {
		if (isAnswered(problem, sidecar, isFaulty)) continue;
		(problem.rule.endsWith('/no-date') ? dateless : problems).push(problem);
	}
	const begun = reading.drafts.map((draft) => draft.lines[0]);
	const { drafts, idle } = mergeDrafts(reading.drafts, sidecar.edits);
	if (sidecarSeed) {
		const { name } = sidecarSeed;
		problems.push(...unusedStarts(name, sidecar, page, reading));
		if (isWhole) problems.push(...idleEdits(name, sidecar, begun, idle));
	}
	if (sidecarSeed) {
		const own = reading.sharesLines ? null : dialect.name;
		problems.push(...takeHeadlines(sidecarSeed.name, text, drafts, sidecar, own));
	}
	const { coverage, missed } = coverPage(page, { ...reading, drafts }, problems);
	file.coverage = coverage;
	for (const problem of missed) problems.push(problem);
	const language = tellLanguage(drafts);
	const context = { file: seed.name, dialect: dialect.name, reading, sidecar, language, merges };
	const articles = drafts
		.filter((draft) => draft.blocks.length > 0 || draft.headline !== null)
		.map((draft) => assembleArticle(draft, context));
	const undated = articles.some(({ article, hide }) => article.date === null && hide === null);
	for (const problem of dateless) if (undated) problems.push(problem);
	if (sidecarSeed) problems.push(...idleEstimates(sidecarSeed.name, sidecar, articles));
	if (articles.length === 0) {
		const message = `This file was taken for a ${dialect.name}, but no article was found in it. Look whether headlines and texts stand as in the other files.`;
		problems.push(warning(seed.name, null, 'seed/no-article', message));
	}
	file.dialect = dialect.name;
	file.sure = sure;
	file.hidden = articles.filter(({ hide }) => hide !== null).length;
	file.articles = articles.length - file.hidden;
	return { file, articles, leftOut, problems };
}
