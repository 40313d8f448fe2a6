import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickestOf } from './library.ts';
import { clauseLimit, readQuery } from '../../src/lib/search/query.ts';

const read = (query: string) =>
	readQuery(query).clauses.map(
		({ kind, not, ignored, words }) =>
			`${not ? '-' : ''}${kind}:${words.join(' ')}${ignored ? ' (ignored)' : ''}`
	);

describe('a query is read as clauses', () => {
	it.each([
		['nurses strike', ['word:nurses', 'word:strike']],
		['"exact phrase" anywhere', ['phrase:exact phrase', 'word:anywhere']],
		['before“curly quotes”', ['word:before', 'phrase:curly quotes']],
		['strike -trump -"new york"', ['word:strike', '-word:trump', '-phrase:new york']],
		['strike* -mamd*', ['prefix:strike', '-prefix:mamd']],
		['Öcalan I.C.E. 1,200', ['word:ocalan', 'word:ice', 'word:1200']],
		['four-week K-12 wsws.org', ['phrase:four week', 'phrase:k 12', 'phrase:wsws org']],
		['nurses,strike (ice)', ['word:nurses', 'word:strike', 'word:ice']],
		[
			'the strike of nurses',
			['word:the (ignored)', 'word:strike', 'word:of (ignored)', 'word:nurses']
		],
		['the of', ['word:the', 'word:of']],
		['the -of', ['word:the', '-word:of (ignored)']],
		['-strike,nurses', ['-word:strike', 'word:nurses']],
		['北京', ['phrase:北 京']],
		['', []],
		['-- "" * - ! 🔥', []]
	])('%j', (query, clauses) => {
		expect(read(query)).toEqual(clauses);
	});

	it('says where each clause stands, so that cutting it out removes it', () => {
		const query = 'one -"two three" four* five';
		const cut = readQuery(query).clauses.map(
			({ range }) => query.slice(0, range[0]) + '|' + query.slice(range[1])
		);
		expect(cut).toEqual([
			'| -"two three" four* five',
			'one | four* five',
			'one -"two three" | five',
			'one -"two three" four* |'
		]);
	});

	it('closes an open quotation mark and offers to write it', () => {
		const { clauses, problems } = readQuery('nurses "new yo');
		expect(clauses.map(({ words }) => words)).toEqual([['nurses'], ['new', 'yo']]);
		expect(problems).toEqual([
			{ at: 7, message: expect.stringContaining('not closed'), repair: 'nurses "new yo"' }
		]);
	});

	it('asks for two letters before a star, and reads the rest', () => {
		const { clauses, problems } = readQuery('nurses s*');
		expect(clauses.map(({ words }) => words)).toEqual([['nurses']]);
		expect(problems.map(({ at, repair }) => [at, repair])).toEqual([[8, 'nurses']]);
		// What is offered is a query: no field is left without its value.
		expect(readQuery('headline:*').problems.map(({ repair }) => repair)).toEqual([null]);
		expect(readQuery('headline:*strike').problems.map(({ repair }) => repair)).toEqual([
			'headline:strike'
		]);
	});

	it('reads so many words and no more, and says so', () => {
		const { clauses, problems } = readQuery('word '.repeat(clauseLimit + 1));
		expect(clauses).toHaveLength(clauseLimit);
		expect(problems).toHaveLength(1);
	});

	it('never throws, and every range lies in the query', () => {
		const junk = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 60 }),
			fc.string({
				unit: fc.constantFrom('"', '-', '*', 'a', 'the', ' ', '.', '’', '1', ',', 'é', '中')
			})
		);
		fc.assert(
			fc.property(junk, (query) => {
				let before = 0;
				for (const { range, words } of readQuery(query).clauses) {
					expect(range[0]).toBeGreaterThanOrEqual(before);
					expect(range[1]).toBeGreaterThan(range[0]);
					expect(range[1]).toBeLessThanOrEqual(query.length);
					expect(words.length).toBeGreaterThan(0);
					before = range[1];
				}
			})
		);
	});

	it('reads 10,000 characters of anything in under 100 ms of processor time', async () => {
		for (const piece of [
			'a ',
			'"',
			'-',
			'*',
			"a'",
			'1,',
			'1.',
			'a.',
			'中',
			'x"y-',
			'a)',
			'(',
			'OR '
		]) {
			const query = piece.repeat(10_000 / piece.length);
			const ms = await quickestOf(3, () => readQuery(query));
			expect([piece, ms < 100]).toEqual([piece, true]);
		}
	});
});
