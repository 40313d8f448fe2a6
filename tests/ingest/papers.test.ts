import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/lib/archive/article.ts';
import { claimsOf } from '../../src/lib/ingest/claims.ts';
import { decodeLines } from '../../src/lib/ingest/decode.ts';
import { daily } from '../../src/lib/ingest/dialects/daily.ts';
import { digest } from '../../src/lib/ingest/dialects/digest.ts';
import { magazine } from '../../src/lib/ingest/dialects/magazine.ts';
import type { Dialect } from '../../src/lib/ingest/draft.ts';
import { readSeeds, type Seed } from '../../src/lib/ingest/ingest.ts';

/**
 * Ten papers and more in each dialect, none of them set like another. Of each it is written by hand, in `expected/`,
 * what every printed line is and what is read there (`9 byline Ada Quist; Tomas Reyes`); before its lines each article, with what
 * is uncommon about it (`article no. 3, inferred`); at the end the problems.
 */
const papers = new URL('../fixtures/papers/', import.meta.url);

/** What is said of an article before its lines. */
function describeArticle(article: Article): string {
	const said = [
		article.number === null ? '' : `no. ${article.number}`,
		article.boundary === 'stated' ? '' : article.boundary,
		article.kind === 'excerpt' ? 'excerpt' : '',
		article.dateline ? `dateline ${article.dateline.edtf ?? article.dateline.printed}` : ''
	];
	return `article ${said.filter((each) => each !== '').join(', ')}`.trim();
}

/** The file as it was read, in the words of the expectation. */
function outlineOf(seed: Seed, dialect: Dialect): string {
	const { articles, problems } = readSeeds([seed]);
	const { lines } = decodeLines(seed.name, seed.bytes);
	const claims = claimsOf(dialect.read({ file: seed.name, lines: lines ?? [] }, new Map()));
	const rows: { line: number; text: string }[] = [];
	for (const { as, lines } of claims) {
		const [first, last] = lines;
		const within = articles.find(
			({ source }) => source.lines[0] <= first && first <= source.lines[1]
		);
		const note = articles.flatMap(({ notes }) => notes).find((each) => each.lines[0] === first);
		const value =
			as === 'date'
				? dateUnder(articles, last)
				: as === 'header'
					? headedBy(articles, first)
					: as === 'note'
						? note?.number
						: as === 'byline'
							? within?.authors.join('; ')
							: as === 'headline' || as === 'kicker' || as === 'deck'
								? within?.[as]
								: '';
		const place = first === last ? String(first) : `${first}-${last}`;
		rows.push({ line: first, text: [place, as, value || ''].join(' ').trim() });
	}
	for (const article of articles)
		rows.push({ line: article.source.lines[0] - 0.5, text: describeArticle(article) });
	const sorted = rows.sort((a, b) => a.line - b.line).map(({ text }) => text);
	const wrong = problems.map(({ line, rule }) => `${line} problem ${rule}`);
	return [...sorted, ...wrong, ''].join('\n');
}

/** The publication and date that a header states. */
function headedBy(articles: readonly Article[], line: number): string {
	const said = [
		articles.find(({ why }) => why.publication.line === line)?.publication,
		articles.find(({ why }) => why.date.line === line)?.date?.edtf
	];
	return said.filter((each) => each).join(', ');
}

/** The date of the first article that stands under a date line. */
function dateUnder(articles: readonly Article[], line: number): string {
	const next = articles
		.filter(({ why }) => why.date.line === line)
		.sort((a, b) => a.source.lines[0] - b.source.lines[0])[0];
	return next?.date?.edtf ?? '';
}

describe.each([daily, digest, magazine])('papers set as a $name', (dialect) => {
	const folder = new URL(`${dialect.name}/`, papers);
	const names = readdirSync(new URL('seeds/', folder));

	it('are ten at least', () => expect(names.length).toBeGreaterThanOrEqual(10));

	it.each(names)('%s', (name) => {
		const seed = { name, bytes: readFileSync(new URL(`seeds/${name}`, folder)) };
		const expected = readFileSync(new URL(`expected/${name}`, folder), 'utf8');
		expect(readSeeds([seed]).files[0]?.dialect).toBe(dialect.name);
		expect(outlineOf(seed, dialect)).toBe(expected);
	});
});
