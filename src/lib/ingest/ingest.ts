/**
 * Seeds to articles: tells the dialect of each file by what is in it, reads it, adds what its curator knows, and
 * reports what is wrong. Pure; whoever calls it brings the bytes.
 */
import type { Article, Problem } from '../archive/article.ts';
import { assembleArticle, compareText, nameArticles, type Unnamed } from './assemble.ts';
import { coverPage, type Coverage } from './claims.ts';
import { decode, splitLines } from './decode.ts';
import { daily } from './dialects/daily.ts';
import { digest } from './dialects/digest.ts';
import { magazine } from './dialects/magazine.ts';
import { isBlank, type Dialect, type Page, type Reading } from './draft.ts';
import { error, warning } from './problem.ts';
import { emptySidecar, readArchiveFile, readSidecar, type Sidecar } from './sidecar.ts';

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
	articles: number;
	bytes: number;
	lines: number;
	/** What became of each of its lines. */
	coverage: Coverage;
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
}

const dialects: readonly Dialect[] = [magazine, digest, daily];
const leastSure = 0.5;
const archiveName = 'archive.yaml';
const defaultTitle = 'Seed archive';

function dialectOf(page: Page): Dialect | null {
	let best: Dialect | null = null;
	let sure = 0;
	for (const dialect of dialects) {
		const how = dialect.recognise(page);
		if (how >= leastSure && how > sure) [best, sure] = [dialect, how];
	}
	return best;
}

interface ReadFile {
	file: IngestedFile;
	articles: Unnamed[];
	problems: Problem[];
}

/** Every line at which a curator lets an article begin must be one at which an article now begins. */
function unusedStarts(
	sidecarName: string,
	sidecar: Sidecar,
	page: Page,
	reading: Reading
): Problem[] {
	const begun = new Set(reading.drafts.map((draft) => draft.lines[0]));
	return [...sidecar.starts.keys()]
		.filter((line) => !begun.has(line))
		.map((line) => {
			const why = isBlank(page, line)
				? 'it is blank'
				: 'it is a date, a header, a note or the middle of a paragraph';
			const message = `No article can begin at line ${line} of ${page.file}: ${why}. Give the first line of the article.`;
			const at = sidecar.written.get(line) ?? null;
			return error(sidecarName, at, 'sidecar/line-unused', message);
		});
}

function readSeed(seed: Seed, sidecarSeed: Seed | null): ReadFile {
	const { text, problems } = decode(seed.name, seed.bytes);
	const page: Page = { file: seed.name, lines: text === null ? [] : splitLines(text) };
	const file: IngestedFile = {
		name: seed.name,
		dialect: null,
		articles: 0,
		bytes: seed.bytes.length,
		lines: page.lines.length,
		coverage: { file: seed.name, lines: 0, claimed: 0, as: {} }
	};
	if (seed.refused !== undefined) {
		const problem = warning(seed.name, null, 'folder/refused', seed.refused);
		return { file, articles: [], problems: [problem] };
	}
	let sidecar = emptySidecar();
	if (sidecarSeed && text !== null) {
		const words = decode(sidecarSeed.name, sidecarSeed.bytes);
		const read = readSidecar(sidecarSeed.name, words.text ?? '', {
			name: seed.name,
			lines: page.lines.length
		});
		sidecar = read.sidecar;
		problems.push(...words.problems, ...read.problems);
	}
	if (text === null) return { file, articles: [], problems };
	if (page.lines.every((_, at) => isBlank(page, at + 1))) {
		const message = 'This file is empty. Take it out of the folder, or fill it.';
		problems.push(warning(seed.name, null, 'seed/empty', message));
		return { file, articles: [], problems };
	}
	const dialect = dialectOf(page);
	if (!dialect) {
		const message =
			'It is not known how this file is written, so nothing of it was read. Known are dailies (a date alone in a line, then headline, byline and text), digests (numbered headlines) and magazines (an issue date first, ■ after each article).';
		problems.push(warning(seed.name, null, 'seed/unknown-dialect', message));
		file.coverage = coverPage(page, null, problems).coverage;
		return { file, articles: [], problems };
	}
	const reading = dialect.read(page, sidecar.starts);
	for (const problem of reading.problems) {
		// A curator who gives the date has answered that none is stated.
		if (!sidecar.date || !problem.rule.endsWith('/no-date')) problems.push(problem);
	}
	if (sidecarSeed) problems.push(...unusedStarts(sidecarSeed.name, sidecar, page, reading));
	const { coverage, missed } = coverPage(page, reading, problems);
	file.coverage = coverage;
	for (const problem of missed) problems.push(problem);
	const articles = reading.drafts
		.filter((draft) => draft.blocks.length > 0 || draft.headline !== null)
		.map((draft) => assembleArticle(seed.name, reading, draft, sidecar));
	if (articles.length === 0) {
		const message = `This file was taken for a ${dialect.name}, but no article was found in it. Look whether headlines and texts stand as in the other files.`;
		problems.push(warning(seed.name, null, 'seed/no-article', message));
	}
	file.dialect = dialect.name;
	file.articles = articles.length;
	return { file, articles, problems };
}

const isYaml = (name: string) => /\.ya?ml$/i.test(name);

function orphan(name: string): Problem {
	const seed = name.replace(/\.ya?ml$/i, '');
	const message = name.endsWith('.yaml')
		? `There is no file "${seed}" that this could belong to. Name it after its whole seed ("text.txt.yaml" beside "text.txt"), or take it out of the folder.`
		: `What a curator knows stands in files that end in ".yaml". Rename this to "${seed}.yaml".`;
	return error(name, null, 'sidecar/no-seed', message);
}

function compareProblems(a: Problem, b: Problem): number {
	return (
		compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.rule, b.rule)
	);
}

/**
 * Reads seeds and their sidecars, in any order and with the same outcome. Never throws on what is in them: what
 * is wrong is in `problems`. `onFile` is called after each seed with the number of its articles.
 */
export function readSeeds(
	seeds: Iterable<Seed>,
	onFile?: (name: string, articles: number) => void
): Ingested {
	const all = [...seeds].sort((a, b) => compareText(a.name, b.name));
	const sidecars = new Map(
		all.filter((seed) => isYaml(seed.name)).map((seed) => [seed.name, seed])
	);
	const ingested: Ingested = { title: defaultTitle, articles: [], problems: [], files: [] };
	const unnamed: Unnamed[] = [];
	const archive = sidecars.get(archiveName);
	sidecars.delete(archiveName);
	if (archive) {
		const words = decode(archive.name, archive.bytes);
		const read = readArchiveFile(archive.name, words.text ?? '');
		ingested.title = read.archive.title ?? defaultTitle;
		ingested.problems.push(...words.problems, ...read.problems);
	}
	for (const seed of all) {
		if (isYaml(seed.name)) continue;
		const sidecar = sidecars.get(`${seed.name}.yaml`) ?? null;
		if (sidecar) sidecars.delete(sidecar.name);
		const read = readSeed(seed, sidecar);
		// Not by spreading: a long file may have more of them than a call takes arguments.
		for (const article of read.articles) unnamed.push(article);
		for (const problem of read.problems) ingested.problems.push(problem);
		ingested.files.push(read.file);
		onFile?.(seed.name, read.file.articles);
	}
	for (const name of sidecars.keys()) ingested.problems.push(orphan(name));
	ingested.articles = nameArticles(unnamed);
	ingested.problems.sort(compareProblems);
	return ingested;
}
