/** The account of how the archive was read: what each file was taken for, what was concluded, what to look at. */
import { fields, type Article, type Field, type Problem } from '../archive/article.ts';
import { tidy } from '../archive/text.ts';
import { formatVersion } from '../bundle/format.ts';
import type { Finding, Likeness, MergedAuthor, Report, ReportProblem } from '../bundle/report.ts';
import type { Ingested } from '../ingest/ingest.ts';
import { findSuspects } from './suspects.ts';

/** Longer lines are cut in the report, characters. */
const longestLine = 240;

function valueOf(article: Article, field: Field): string {
	switch (field) {
		case 'authors':
			return article.authors.join(', ');
		case 'date':
			return article.date?.edtf ?? '';
		case 'dateline':
			return article.dateline?.printed ?? '';
		case 'boundary':
			return `begins at line ${article.source.lines[0]}`;
		default:
			return String(article[field] ?? '');
	}
}

/** Everything that no line states, equal values of one file together, in the order of files, fields and articles. */
function findingsOf(articles: readonly Article[]): Finding[] {
	const found = new Map<string, Finding>();
	const byFile = [...articles].sort((a, b) =>
		a.source.file < b.source.file
			? -1
			: a.source.file > b.source.file
				? 1
				: a.source.lines[0] - b.source.lines[0]
	);
	for (const article of byFile) {
		for (const field of fields) {
			const { basis, rule, line } = article.why[field];
			if (basis !== 'curated' && basis !== 'inferred') continue;
			const { file } = article.source;
			const value = valueOf(article, field);
			const key = JSON.stringify([file, field, rule, value]);
			const known = found.get(key);
			if (known) known.articles.push({ id: article.id, line });
			else {
				const articles = [{ id: article.id, line }];
				found.set(key, { file, field, basis, rule, value, articles });
			}
		}
	}
	return [...found.values()];
}

function likenessesOf(articles: readonly Article[]): Likeness[] {
	const found: Likeness[] = [];
	const place = new Map(articles.map(({ id }, at) => [id, at]));
	for (const [at, { id, alike }] of articles.entries()) {
		for (const { id: second, similarity, basis } of alike ?? []) {
			if ((place.get(second) ?? 0) > at) found.push({ first: id, second, similarity, basis });
		}
	}
	return found;
}

function mergedAuthors({ archive, articles }: Ingested): MergedAuthor[] {
	return archive.authors.map(({ name, is, variants, pseudonyms, reason }) => ({
		name,
		is,
		variants,
		pseudonyms,
		reason,
		articles: articles.filter((article) => article.authors.includes(name)).length
	}));
}

/** What is said in place of a problem in lines that nobody is to read, or one that quotes them. */
const unsaid =
	'What is wrong here cannot be told without words of a hidden article. To see it, run “npm run -s read”.';

/** True where a message holds a line that is withheld, or quotes words of one. */
function isTelling(message: string, lines: readonly string[]): boolean {
	const quoted = [...message.matchAll(/["“]([^"“”]+)["”]/g)].map(([, words]) => words ?? '');
	return lines.some(
		(line) =>
			line !== '' && (message.includes(line) || quoted.some((words) => line.includes(words)))
	);
}

/** Puts to each problem its line as filed and the article that it lies in. Lines of hidden articles stay unsaid. */
function illustrator(ingested: Ingested, linesOf: (file: string) => readonly string[] | null) {
	const within = <Each extends { source: Article['source'] }>(all: readonly Each[]) => {
		const byFile = new Map<string, Each[]>();
		for (const each of all) {
			const own = byFile.get(each.source.file);
			if (own) own.push(each);
			else byFile.set(each.source.file, [each]);
		}
		return ({ file, line }: Problem) =>
			byFile
				.get(file)
				?.find(({ source: { lines } }) => line !== null && line >= lines[0] && line <= lines[1]);
	};
	const articleAt = within(ingested.articles);
	const hiddenAt = within(ingested.withheld.map((source) => ({ source })));
	const withheld = new Map<string, string[]>();
	for (const { file, lines } of ingested.withheld) {
		const words = (linesOf(file) ?? []).slice(lines[0] - 1, lines[1]).map(tidy);
		withheld.set(file, [...(withheld.get(file) ?? []), ...words]);
	}
	const withheldOf = (file: string) => withheld.get(file) ?? [];
	return (problem: Problem): ReportProblem => {
		if (hiddenAt(problem) || isTelling(problem.message, withheldOf(problem.file))) {
			const article = articleAt(problem)?.id ?? null;
			return { ...problem, message: unsaid, text: null, article };
		}
		const line = problem.line === null ? undefined : linesOf(problem.file)?.[problem.line - 1];
		const text = line?.slice(0, longestLine) ?? null;
		return { ...problem, text, article: articleAt(problem)?.id ?? null };
	};
}

/** Writes the report. `articles` of the ingest have their likenesses; `linesOf` gives the lines of a seed. */
export function writeReport(
	ingested: Ingested,
	linesOf: (file: string) => readonly string[] | null
): Report {
	const { articles, files, problems, estimates, hidden, aliases } = ingested;
	const illustrate = illustrator(ingested, linesOf);
	const seeds = new Set(files.map(({ name }) => name));
	const byFile = new Map<string, ReportProblem[]>();
	for (const problem of problems) {
		const own = byFile.get(problem.file);
		if (own) own.push(illustrate(problem));
		else byFile.set(problem.file, [illustrate(problem)]);
	}
	const source = new Map(articles.map(({ id, source: { file } }) => [id, file]));
	return {
		format: formatVersion,
		files: files.map(
			({ name, dialect, sure, articles: count, hidden: unseen, lines, bytes, coverage }) => ({
				name,
				dialect,
				sure,
				articles: count,
				hidden: unseen,
				lines,
				bytes,
				coverage: { lines: coverage.lines, claimed: coverage.claimed, as: coverage.as },
				problems: byFile.get(name) ?? []
			})
		),
		problems: problems.filter(({ file }) => !seeds.has(file)).map(illustrate),
		findings: findingsOf(articles),
		proposals: estimates.map(({ id, edtf, words, lines }) => ({
			article: id,
			file: source.get(id) ?? '',
			edtf,
			words,
			lines
		})),
		suspects: findSuspects(articles, problems),
		alike: likenessesOf(articles),
		authors: mergedAuthors(ingested),
		hidden,
		leftOut: ingested.leftOut,
		settled: ingested.settled,
		aliases: Object.fromEntries(aliases)
	};
}
