import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthLimit, readQuery, type Query } from '../../src/lib/search/query.ts';
import { clausesUnder, without, type Node } from '../../src/lib/search/tree.ts';
import { queryOf } from './arbitrary.ts';

/** A query as it was understood, in one line. */
function told({ clauses, root }: Query): string {
	const tell = (node: Node): string => {
		if (node.kind !== 'clause') return `${node.kind}(${node.parts.map(tell).join(' ')})`;
		const { kind, field, not, exact, words, within, ignored } = clauses[node.clause]!;
		const how = `${kind}${within ?? ''}${exact ? '=' : ''}:${words.join('_')}`;
		return `${not ? '-' : ''}${field === null ? '' : `${field}.`}${how}${ignored ? '!' : ''}`;
	};
	return root ? tell(root) : '';
}

/** The shape of a query but for one clause, whose neighbours close up. */
function shapeWithout({ clauses, root }: Query, less: number): string {
	const tell = (node: Node): string => {
		if (node.kind === 'clause') {
			const { kind, field, not, words } = clauses[node.clause]!;
			return node.clause === less ? '' : `${not ? '-' : ''}${field}.${kind}:${words.join('_')}`;
		}
		const parts = node.parts.map(tell).filter((part) => part !== '');
		return parts.length > 1 ? `${node.kind}(${parts.join(' ')})` : (parts[0] ?? '');
	};
	return root ? tell(root) : '';
}

describe('a query is read as a tree', () => {
	it.each([
		['a1 AND b1 c1', 'all(word:a1 word:b1 word:c1)'],
		['a1 b1 OR c1 d1', 'some(all(word:a1 word:b1) all(word:c1 word:d1))'],
		['(a1 OR b1) c1', 'all(some(word:a1 word:b1) word:c1)'],
		['a1 or b1', 'all(word:a1 word:or! word:b1)'],
		['a1 NOT b1', 'all(word:a1 -word:b1)'],
		['NOT NOT a1', 'word:a1'],
		['-(a1 OR -b1)', 'all(-word:a1 word:b1)'],
		['NOT (a1 b1)', 'some(-word:a1 -word:b1)'],
		['headline:(a1 OR "b1 c1")', 'some(headline.word:a1 headline.phrase:b1_c1)'],
		['Title:strike', 'headline.word:strike'],
		['author:O’Brien', 'author.word:obrien'],
		['-author:"Jane Doe"', '-author.phrase:jane_doe'],
		['"a1 b1"~5', 'near5:a1_b1'],
		['="The Strike" =İCE', 'all(phrase=:the_strike word=:ice)'],
		['w?rd lab*r stri** Öc*lan', 'all(wildcard:w?rd wildcard:lab*r prefix:stri wildcard:oc*lan)'],
		['strike? "really?"', 'all(word:strike phrase:really)'],
		['workd~ workd~1', 'all(fuzzy:workd fuzzy:workd)'],
		['date:[1919 TO 1921-06]', 'date.fact:1919 TO 1921-06'],
		['date:(1919 OR 192X)', 'some(date.fact:1919 date.fact:192X)'],
		['has:notes is:undated KIND:FULL', 'all(has.fact:notes is.fact:undated kind.fact:full)'],
		['strike stem:off', 'all(word:strike stem.switch:off!)'],
		['the (the strike) OR the', 'some(all(word:the! all(word:the! word:strike)) word:the)'],
		['10:30 https://ab.cd', 'all(phrase:10_30 word:https phrase:ab_cd)']
	])('%j is %s, without a problem', (query, expected) => {
		const read = readQuery(query);
		expect(told(read)).toBe(expected);
		expect(read.problems).toEqual([]);
	});

	it.each([
		['a1 AND', 3, 'a1'],
		['OR a1', 0, 'a1'],
		['a1 OR OR b1', 6, 'a1 OR b1'],
		['NOT', 0, null],
		['a1)', 2, 'a1'],
		['a1)) ) b1)', 2, 'a1 b1'],
		['OR a1 OR OR OR b1', 0, 'a1 OR b1'],
		['((a1 OR b1', 0, '((a1 OR b1))'],
		['a1 ()', 3, 'a1'],
		['headine:a1', 0, null],
		['author: Doe', 0, 'author:Doe'],
		['a1 author:', 3, null],
		['date:1919-13', 5, null],
		['date:2024-2025', 5, 'date:[2024 TO 2025]'],
		['ship date:1919-05–1921', 10, 'ship date:[1919-05 TO 1921]'],
		['date:[1919..1921]', 5, 'date:[1919 TO 1921]'],
		['date:1919 TO 1921-06 ship', 5, 'date:[1919 TO 1921-06] ship'],
		['"a1 b1" ~5', 8, '"a1 b1"~5'],
		['(strike ~)', 8, '(strike~)'],
		['date:[1921 TO 1919]', 5, 'date:[1919 TO 1921]'],
		['date:[1919 TO 1921', 5, 'date:[1919 TO 1921]'],
		['kind:exc', 5, 'kind:excerpt'],
		['is:nothing', 3, null],
		['lang:english', 5, null],
		['1923~', 4, 'date:1923~'],
		['word~2', 4, 'word~'],
		['it~', 2, 'it'],
		['"a1 b1"~', 7, '"a1 b1"~5'],
		['"a1~ b1"', 3, '"a1 b1"'],
		['"a* b1"', 2, '"a b1"'],
		['="a1* b1"', 4, '="a1 b1"'],
		['four-week~', 9, 'four-week'],
		['*ike a1', 0, 'ike a1'],
		['a1 ?ike', 3, 'a1 ike'],
		['headline:?*ike', 9, 'headline:ike'],
		['(((', 0, null],
		['a1 date:[1919 TO', 8, 'a1 date:[1919 TO *]'],
		['date:[', 5, null],
		['a1 || b1', 3, 'a1 OR b1'],
		['a1 !b1', 3, 'a1 -b1'],
		['a1 NEAR/5 b1', 3, null],
		['=strik*', 6, '=strik'],
		['four-w*k', 6, 'four-wk'],
		['s*', 1, null]
	])('%j has a problem at %d, mended as %j', (query, at, repair) => {
		const { problems } = readQuery(query);
		expect(problems.map((problem) => [problem.at, problem.repair])).toEqual([[at, repair]]);
		// What is offered is a query without a problem.
		if (repair !== null) expect(readQuery(repair).problems).toEqual([]);
	});

	it('says of signs that join and close nothing how many there are', () => {
		const said = (query: string) => readQuery(query).problems.map(({ message }) => message);
		expect(said('a1)')).toEqual(['This bracket closes nothing; it is passed over.']);
		expect(said('a1))')).toEqual([
			'This bracket closes nothing; it is passed over, as is another further on.'
		]);
		expect(said('a1 ) ) OR )')).toEqual([
			'This bracket closes nothing; it is passed over, as are 2 further on.',
			'OR stands between what it joins; here it is passed over.'
		]);
	});

	it('passes over brackets that stand too deep, and reads the rest', () => {
		const deep = depthLimit + 5;
		const read = readQuery(`${'('.repeat(deep)}a1${')'.repeat(deep)} b1`);
		expect(told(read)).toBe('all(word:a1 word:b1)');
		expect(read.problems.map(({ at }) => at)).toEqual([depthLimit]);
	});

	it('loses one clause and nothing else when that is taken out', () => {
		fc.assert(
			fc.property(queryOf, (query) => {
				const read = readQuery(query);
				const { root, clauses } = read;
				expect([query, read.problems]).toEqual([query, []]);
				expect(root === null ? [] : clausesUnder(root)).toEqual([...clauses.keys()]);
				for (const [at] of clauses.entries()) {
					const rest = readQuery(without(query, root!, at));
					expect([query, at, rest.problems]).toEqual([query, at, []]);
					expect([query, at, shapeWithout(rest, -1)]).toEqual([query, at, shapeWithout(read, at)]);
				}
			})
		);
	});

	it('never throws, whatever is typed, and tells a few problems, each at its place', () => {
		const pieces = ['(', ')', '"', '-', 'NOT ', 'AND', ' OR ', 'author:', 'date:[', ']', '~', '~3'];
		pieces.push('=', '*', '?', 'a', 'the ', ' ', ':', '1923', '\\', '.*', '🗞️', '\u202e', 'שלום');
		pieces.push('\ud800', '🔥');
		const junk = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));
		fc.assert(
			fc.property(junk, (query) => {
				const { clauses, root, problems } = readQuery(query);
				const places = problems.map(({ at }) => at);
				expect(new Set(places).size).toBe(places.length);
				for (const at of places) expect(at >= 0 && at < query.length).toBe(true);
				for (const [at, { range }] of clauses.entries()) {
					expect(range[0] >= 0 && range[1] <= query.length && range[0] < range[1]).toBe(true);
					without(query, root!, at);
				}
			}),
			{ numRuns: 500 }
		);
		for (const piece of pieces) readQuery(piece.repeat(10_000 / piece.length));
	});
});
