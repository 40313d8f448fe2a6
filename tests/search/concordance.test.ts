import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../src/lib/bundle/format.ts';
import { aroundWords, partKinds, type Lines } from '../../src/lib/search/concordance.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { libraryOf, noteOf, textOf } from './library.ts';

/** A line as a reader sees it: `before[match]after`. */
function shown(lines: Lines): string[] {
	let at = 0;
	const take = (length: number) => lines.text.slice(at, (at += length));
	return Array.from(lines.rows, (_row, line) => {
		const [before = 0, match = 0, after = 0] = lines.lengths.subarray(line * 3, line * 3 + 3);
		return `${take(before)}[${take(match)}]${take(after)}`;
	});
}

/** The words that a line is sorted by: those after it, then those before it. */
function around(lines: Lines, line: number): string[] {
	const from = line * 2 * aroundWords;
	return [...lines.around.subarray(from, from + 2 * aroundWords)].map(
		(id) => lines.words[id] ?? '?'
	);
}

async function linesOf(texts: readonly Text[], query: string, rows?: number[]): Promise<Lines> {
	const engine = await openEngine(await libraryOf(texts));
	const { rows: found } = await engine.ask({ query, any: false });
	return engine.lines(
		{ query, any: false },
		rows ? Uint32Array.from(rows) : (found ?? Uint32Array.of())
	);
}

describe('the lines of a concordance', () => {
	it('are the matches of every part, in the order of the text, with where they stand', async () => {
		const text = textOf('The strike', [], {
			deck: 'Nobody struck',
			blocks: [
				{ kind: 'elision', text: 'A strike was left out', lines: [3, 3] },
				{ kind: 'list', text: 'First: strikes\nSecond:\tnone', lines: [4, 5] },
				{ kind: 'paragraph', text: 'A strike’s end, a strike. ', lines: [7, 9] }
			],
			notes: [noteOf('1', 'none'), noteOf('2', 'On strike')]
		});
		const lines = await linesOf([text], 'strike');
		expect(shown(lines)).toEqual([
			'The [strike]',
			'First: [strikes] Second: none',
			'A [strike]’s end, a strike. ',
			'A strike’s end, a [strike]. ',
			'On [strike]'
		]);
		expect(Array.from(lines.kinds, (kind) => partKinds[kind])).toEqual([
			'headline',
			'block',
			'block',
			'block',
			'note'
		]);
		expect([...lines.ats]).toEqual([0, 1, 2, 2, 1]);
		expect([...lines.firsts]).toEqual([0, 4, 7, 7, 1]);
		expect([...lines.lasts]).toEqual([0, 5, 9, 9, 1]);
		expect([...lines.offsets]).toEqual([4, 7, 2, 18, 3]);
		expect(around(lines, 2)).toEqual(['end', 'a', 'strike', 'a', '', '']);
		expect(around(lines, 3)).toEqual(['', '', '', 'a', 'end', 'strike']);
	});

	it('stand in the order of the rows asked for', async () => {
		const texts = ['one strike', 'two strikes', 'no', 'a strike, a strike'].map((text) =>
			textOf(null, [text])
		);
		expect([...(await linesOf(texts, 'strike', [3, 0, 1])).rows]).toEqual([3, 3, 0, 1]);
	});

	it('keep a phrase whole and mark nothing that is refused', async () => {
		const texts = [textOf(null, ['A general strike, and the general on strike'])];
		expect(shown(await linesOf(texts, '"general strike"'))).toEqual([
			'A [general strike], and the general on strike'
		]);
		expect(shown(await linesOf(texts, 'general -nurses'))).toHaveLength(2);
	});

	it('are cut at words, and where there are none never inside a character', async () => {
		const filler = 'word '.repeat(60);
		const [cut = ''] = shown(
			await linesOf([textOf(null, [`${filler}strike ${filler}`])], 'strike')
		);
		expect(cut).toMatch(/^word (word )*\[strike\]( word)*$/);
		expect(cut.length).toBeGreaterThan(220);
		expect(cut.length).toBeLessThanOrEqual(250);
		const han = '𠀀'.repeat(90);
		const [odd = ''] = shown(await linesOf([textOf(null, [`${han}x strike y${han}`])], 'strike'));
		expect(odd.isWellFormed()).toBe(true);
	});

	it('are as many as the matches that an answer counts', async () => {
		const words = [
			'strike',
			'strikes',
			'Öcalan',
			'U.S.',
			'general',
			'the',
			'nurses’',
			'four-week',
			'罷工'
		];
		const prose = fc
			.array(fc.constantFrom(...words, '\n', ', ', '. '), { maxLength: 14 })
			.map((pieces) => pieces.join(' '));
		const article = fc.record({
			headline: fc.option(prose),
			paragraphs: fc.array(prose, { maxLength: 3 })
		});
		const queries = [
			'strike',
			'strike*',
			'general strike',
			'"general strike"',
			'"the strike" ocalan',
			'four-week -us',
			'the',
			'罷工',
			'strike "strike general" stri*'
		];
		await fc.assert(
			fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 6 }), async (articles) => {
				const texts = articles.map(({ headline, paragraphs }, row) =>
					textOf(headline, paragraphs, { language: row % 3 === 2 ? 'de' : 'en' })
				);
				const engine = await openEngine(await libraryOf(texts));
				await engine.loadTexts();
				for (const query of queries)
					for (const any of [false, true]) {
						const { rows, matches } = await engine.ask({ query, any });
						if (!rows) continue;
						const lines = await engine.lines({ query, any }, rows);
						const counted = Array.from(
							rows,
							(row) => lines.rows.filter((each) => each === row).length
						);
						expect(counted, query).toEqual([...(matches ?? [])]);
						for (const [line, row] of lines.rows.entries()) {
							const [before = 0, match = 0] = lines.lengths.subarray(line * 3);
							const offset = lines.offsets[line] ?? 0;
							const text = texts[row];
							const kind = partKinds[lines.kinds[line] ?? 0];
							const part =
								kind === 'headline' ? text?.headline : text?.blocks[lines.ats[line] ?? 0]?.text;
							expect(part?.slice(offset - before, offset + match).replace(/\s/g, ' ')).toBe(
								shown(lines)[line]?.replace(/\].*$/s, '').replace('[', '')
							);
						}
					}
			}),
			{ numRuns: 40 }
		);
	});

	it('end where they are no longer wanted', async () => {
		const engine = await openEngine(await libraryOf([textOf('A strike', [])]));
		const asked = engine.lines(
			{ query: 'strike', any: false },
			Uint32Array.of(0),
			AbortSignal.abort()
		);
		await expect(asked).rejects.toThrow('abort');
	});
});
