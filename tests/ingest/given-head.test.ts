import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { expectAccounted, mutated } from './mutate.ts';

/** A text and its sidecar to what is read of it. */
function read(text: string, sidecar: string) {
	const encode = (words: string) => new TextEncoder().encode(words);
	const ingested = readSeeds([
		{ name: 'a.txt', bytes: encode(text) },
		{ name: 'a.txt.yaml', bytes: encode(sidecar) }
	]);
	expectAccounted(ingested);
	return ingested;
}

const opening = '1. Rates\n\nThe rates are due.\n\n2. Ice\n\nThe ice is dear.\n\n';
const daily = '3 May 1912\n\nHarbour closed\n\nAnna Prins\n\n\nNobody could land.\n\n';
const kinds = [
	['digest', opening],
	['daily', daily],
	['plain', 'Present: Mr. Hale and\nothers, who came late.\n\n']
] as const;

/** The last article of a text of that kind with `piece` at its end, at whose first line a curator lets one begin. */
function last(before: string, piece: string, more = '') {
	const line = before.split('\n').length;
	const found = read(`${before}${piece}`, `articles:\n  - line: ${line}${more}\n`);
	const articles = found.articles.filter(({ source }) => source.lines[0] === line);
	const dialect = found.files[0]?.dialect;
	const texts = articles[0]?.blocks.map(({ text }) => text);
	return { line, dialect, article: articles[0], texts, problems: found.problems };
}

describe.each(kinds)('a beginning that a curator gives in a %s', (dialect, before) => {
	it('has the line for its headline, where it looks like one', () => {
		const found = last(before, 'A Coal for the Winter Fund\n\nFourteen families had coal.\n');
		expect(found.dialect).toBe(dialect);
		expect(found.article).toMatchObject({ headline: 'A Coal for the Winter Fund' });
		expect(found.article?.why.headline.basis).toBe('stated');
		expect(found.article?.why.headline.line).toBe(found.line);
		expect(found.texts).toEqual(['Fourteen families had coal.']);
	});

	it('has it once where its words are given too, in whatever spelling', () => {
		const piece = 'A coal for the “winter fund”.\n\nFourteen families had coal.\n';
		const found = last(before, piece, '\n    headline: A Coal for the Winter Fund');
		expect(found.article?.headline).toBe('A Coal for the Winter Fund');
		expect(found.article?.why.headline.rule).toBe('sidecar/headline');
		expect(found.texts).toEqual(['Fourteen families had coal.']);
	});

	it('leaves a sentence in the text', () => {
		const found = last(before, 'Fourteen families had coal.\n\nThe fund is low.\n');
		expect(found.article).toMatchObject({ headline: null });
		expect(found.texts).toEqual(['Fourteen families had coal.', 'The fund is low.']);
	});
});

describe.each(kinds.filter(([dialect]) => dialect !== 'daily'))(
	'and in a %s, whose reader sees no headline there',
	(_, before) => {
		it('takes the number before it', () => {
			const found = last(before, '3. Election of committee\n\nTwo were elected.\n');
			expect(found.article).toMatchObject({ headline: 'Election of committee', number: 3 });
			expect(found.texts).toEqual(['Two were elected.']);
		});

		it('takes a number alone for its number, not for its text', () => {
			const found = last(before, '4.\nThe names must be sent\nby the thirtieth.\n');
			expect(found.article).toMatchObject({ headline: null, number: 4 });
			expect(found.article?.why.number.basis).toBe('stated');
			expect(found.texts?.join(' ')).toBe('The names must be sent by the thirtieth.');
		});

		it('keeps the line where other words are given: nothing printed is lost', () => {
			const piece = 'A Coal for the Winter Fund\n\nFourteen families had coal.\n';
			const found = last(before, piece, '\n    headline: Charity');
			expect(found.article?.headline).toBe('Charity');
			expect(found.texts).toEqual(['A Coal for the Winter Fund', 'Fourteen families had coal.']);
		});

		it('takes a credit under it for the byline', () => {
			const found = last(before, 'The Regatta\n\nBy J. T. Rowe\n\nIt was held on Monday.\n');
			expect(found.article).toMatchObject({ headline: 'The Regatta', authors: ['J. T. Rowe'] });
			expect(found.texts).toEqual(['It was held on Monday.']);
		});

		it.each(['14 Mill Lane, Wellbrook', 'only line'])('takes no headline from: %s', (line) => {
			const found = last(before, line === 'only line' ? 'Found: a glove' : `${line}\n\nDear Will.`);
			expect(found.article?.headline).toBeNull();
		});
	}
);

it('a digest counts with the number that stands there', () => {
	const piece = '4.\nThe names must be sent.\n\n5. The lamp\n\nIt is lit.\n';
	const { problems } = last(`${opening}3. Coal\n\nIt came.\n\n`, piece);
	expect(problems.filter(({ rule }) => rule.startsWith('digest/number'))).toEqual([]);
});

it('whatever a curator says of a damaged text, every line is claimed once and every number has its reason', () => {
	const lines = fc.array(
		fc.tuple(fc.nat({ max: 400 }), fc.constantFrom('', 'headline: Foo', 'out'))
	);
	fc.assert(
		fc.property(mutated, lines, (text, given) => {
			const last = text.split('\n').length;
			const entries = given.map(([at, more]) => {
				const line = `  - line: ${(at % last) + 1}\n`;
				if (more === 'out') return `${line}    leave-out: A stamp\n`;
				return more === '' ? line : `${line}    ${more}\n`;
			});
			const { articles } = read(
				text,
				`publication: X\narticles:${entries.length > 0 ? `\n${entries.join('')}` : ' []\n'}`
			);
			for (const { number, why } of articles)
				expect(why.number.basis === null).toBe(number === null);
		}),
		{ numRuns: 200 }
	);
}, 60_000);
