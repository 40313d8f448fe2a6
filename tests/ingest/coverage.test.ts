import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fields } from '../../src/lib/archive/article.ts';
import { claimsOf } from '../../src/lib/ingest/claims.ts';
import { splitLines } from '../../src/lib/ingest/decode.ts';
import { daily } from '../../src/lib/ingest/dialects/daily.ts';
import { digest } from '../../src/lib/ingest/dialects/digest.ts';
import { feed } from '../../src/lib/ingest/dialects/feed.ts';
import { html } from '../../src/lib/ingest/dialects/html.ts';
import { magazine } from '../../src/lib/ingest/dialects/magazine.ts';
import { markdown } from '../../src/lib/ingest/dialects/markdown.ts';
import { jsonLines, table } from '../../src/lib/ingest/dialects/table.ts';
import type { Draft, Page, Reading } from '../../src/lib/ingest/draft.ts';
import { isBlank } from '../../src/lib/ingest/draft.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { expectAccounted, mutated, readText } from './mutate.ts';
import { seedsOf } from './read-folder.ts';

const cases = readdirSync(new URL('../fixtures/seeds/', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => `tests/fixtures/seeds/${entry.name}/seeds`);

/** A file put together from what was claimed of it; lines that nobody claimed are blank. */
function rebuild(page: Page, reading: Reading): string[] {
	const lines = page.lines.map(() => '');
	for (const claim of claimsOf(reading)) {
		for (let line = claim.lines[0]; line <= claim.lines[1]; line += 1) {
			if (!isBlank(page, line)) lines[line - 1] += page.lines[line - 1] ?? '';
		}
	}
	return lines;
}

const letters = (text: string) => (text.match(/\p{L}/gu) ?? []).join('');

/** A headline without its number where that is written in letters (`IV.`, `No. 4.`): an article has it in figures. */
function unnumbered(line: string, { number, headline }: Draft): string {
	// A number that is no number of its own here stays in the headline.
	if (headline && line.trimStart().startsWith(headline.slice(0, 3))) return line;
	let left = Number(number);
	const roman = (
		[
			['L', 50],
			['XL', 40],
			['X', 10],
			['IX', 9],
			['V', 5],
			['IV', 4],
			['I', 1]
		] as const
	)
		.map(([digits, value]) => {
			const times = Math.floor(left / value);
			left -= times * value;
			return digits.repeat(times);
		})
		.join('');
	if (roman === '') return line;
	return line.replace(new RegExp(`^\\s*(?:\\(?${roman}[.)]|no\\.\\s*(?=${number}\\b))`, 'i'), '');
}

describe('nothing is lost', () => {
	it.each(['seeds', ...cases])('every line of %s is claimed once', async (folder) => {
		expectAccounted(readSeeds(await seedsOf(folder)));
	});

	it.each(['seeds', ...cases])('every field of every article of %s says why', async (folder) => {
		for (const article of readSeeds(await seedsOf(folder)).articles) {
			for (const field of fields) {
				const value = article[field];
				const known = value !== null && !(Array.isArray(value) && value.length === 0);
				const { basis, line } = article.why[field];
				expect([article.id, field, basis !== null]).toEqual([article.id, field, known]);
				if (basis === 'stated') expect([field, line]).not.toEqual([field, null]);
			}
			expect(article.why.boundary.basis).toBe(article.boundary);
			if (article.date) expect(article.why.date.basis).toBe(article.date.basis);
		}
	});

	it('the three seeds are accounted for kind by kind', async () => {
		const { files } = readSeeds(await seedsOf('seeds'));
		expect(files.map(({ coverage }) => coverage.as)).toMatchObject([
			{ headline: 7, byline: 7 },
			{ header: 1 },
			{ date: 1, note: 13 }
		]);
		expect(files.every(({ coverage }) => coverage.as.problem === undefined)).toBe(true);
	});

	it('a file that nobody can read is claimed by its problem, line for line', () => {
		const { files, problems } = readText('Dear diary,\n\nnothing happened.\nNothing at all.\n');
		expect(problems.map(({ rule }) => rule)).toEqual(['seed/unknown-dialect']);
		expect(files[0]?.coverage).toEqual({
			file: 'a.txt',
			lines: 3,
			claimed: 3,
			as: { problem: 3 }
		});
	});

	it('500 mutated seeds are read without a throw, every line claimed once', () => {
		fc.assert(
			fc.property(mutated, (text) => expectAccounted(readText(text))),
			{ numRuns: 500 }
		);
	}, 60_000);

	it.each([daily, digest, magazine, markdown, table, jsonLines, html, feed])(
		'from the claims of a $name its file is put together again',
		(dialect) => {
			fc.assert(
				fc.property(mutated, (text) => {
					const page = { file: 'a.txt', lines: splitLines(text) };
					const reading = dialect.read(page, new Map());
					const rebuilt = rebuild(page, reading);
					const reported = new Set(reading.problems.map(({ line }) => line));
					for (const [at, line] of page.lines.entries()) {
						if (isBlank(page, at + 1) || (rebuilt[at] === '' && reported.has(at + 1))) continue;
						// A table without a header that it knows is never read as one.
						if (dialect === table && reading.claims.length === 0) return;
						expect([at + 1, rebuilt[at]]).toEqual([at + 1, line]);
					}
				}),
				{ numRuns: 40 }
			);
		},
		60_000
	);

	it.each([daily, digest, magazine])(
		'no letter of a $name is left out of its articles',
		(dialect) => {
			fc.assert(
				fc.property(mutated, (text) => {
					const page = { file: 'a.txt', lines: splitLines(text) };
					const { drafts, claims } = dialect.read(page, new Map());
					// The end of a page may lie inside of a paragraph, and is no part of it.
					const furniture = claims.filter(({ as }) => as === 'furniture');
					const set = new Set(furniture.map(({ lines }) => lines[0]));
					const shown = page.lines.map((line, at) => (set.has(at + 1) ? '' : line));
					for (const draft of drafts) {
						const own = [draft.kicker, draft.headline, draft.deck, draft.byline];
						const printed = [
							...own,
							...draft.blocks.map((block) => block.text),
							...draft.notes.map((note) => note.text)
						];
						const [first, last] = draft.lines;
						const claimed = [...draft.claims, ...draft.blocks, ...draft.notes].flatMap(
							({ as, lines }: { as?: string; lines: readonly [number, number] }) =>
								shown
									.slice(lines[0] - 1, lines[1])
									.map((line) => (as === 'headline' ? unnumbered(line, draft) : line))
						);
						expect(first).toBeLessThanOrEqual(last);
						const sorted = (all: string) => [...letters(all)].sort().join('');
						const glued = draft.blocks.filter(
							(block, at) =>
								block.kind === 'elision' && draft.blocks[at - 1]?.lines[1] === block.lines[0]
						);
						const twice = glued.flatMap(({ lines }) => shown.slice(lines[0] - 1, lines[1]));
						expect(sorted(`${printed.join('')}${twice.join('')}`)).toBe(sorted(claimed.join('')));
					}
				}),
				{ numRuns: 40 }
			);
		}
	);
});
