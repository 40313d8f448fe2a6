/**
 * The build, in its order: seeds -> articles -> index -> bundle. Pure, so that the site, the terminal and, later, a
 * page that someone drops files on can all run it.
 */
import type { Article, Problem } from '../archive/article.ts';
import { analyserVersion } from '../archive/words.ts';
import type { Files, Manifest } from '../bundle/format.ts';
import { packBundle } from '../bundle/pack.ts';
import { decode } from '../ingest/decode.ts';
import { readSeeds, type Seed } from '../ingest/ingest.ts';
import { packIndex } from '../search/index.ts';

/** A built archive: its bundle, and what the pages need that stand outside it. */
export interface Pressed {
	files: Files;
	manifest: Manifest;
	/** In the order of the rows. */
	articles: Article[];
	problems: Problem[];
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

/** Builds the bundle of an archive. Throws `SeedError` where a problem of a seed is an error. */
export async function press(found: readonly Seed[]): Promise<Pressed> {
	// A disk lists files in an order of its own: the bundle must not depend on it.
	const seeds = [...found].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const { title, articles, problems } = readSeeds(seeds);
	const errors = problems.filter((problem) => problem.level === 'error');
	if (errors.length) throw new SeedError(errors);
	const files: Files = new Map();
	const index = await packIndex(
		articles.map((text) => ({ text, language: text.language })),
		(path, bytes) => files.set(path, bytes)
	);
	const used = new Set(articles.map((article) => article.source.file));
	const manifest = await packBundle(
		{
			title,
			articles,
			seeds: seeds
				.filter((seed) => used.has(seed.name))
				.map(({ name, bytes }) => ({
					name,
					text: decode(name, bytes).text ?? '',
					bytes: bytes.length
				})),
			index,
			analyser: analyserVersion
		},
		files
	);
	return { files, manifest, articles, problems };
}
