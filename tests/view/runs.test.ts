import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf, runsOf, type Run } from '../../src/lib/view/reader/runs.ts';

const wordsOf = (runs: Run[]) =>
	runs.flatMap(({ parts }) => parts.map((part) => ('text' in part ? part.text : ''))).join('');
const marksOf = (runs: Run[]) =>
	runs.flatMap(({ parts }) => parts.flatMap((part) => ('mark' in part ? [part.mark] : [])));

const segments = fc.array(fc.record({ text: fc.string({ maxLength: 6 }), match: fc.boolean() }));

describe('runs of a text', () => {
	test('joined they give the text, every note is called once and in order, each at its place', () => {
		fc.assert(
			fc.property(segments, fc.array(fc.nat(40)), (parts, places) => {
				const text = parts.map((part) => part.text).join('');
				const marks = places
					.map((at) => ({ at: Math.min(at, text.length), number: '1' }))
					.sort((a, b) => a.at - b.at);
				const runs = runsOf(text, marks, { segments: () => parts });
				expect(wordsOf(runs)).toBe(text);
				expect(marksOf(runs)).toEqual(marks.map((_, index) => index));
				let at = 0;
				for (const part of runs.flatMap((run) => run.parts))
					if ('text' in part) at += part.text.length;
					else expect(at).toBe(marks[part.mark]!.at);
				expect(runs.filter(({ match }) => match)).toHaveLength(
					parts.filter(({ text: words, match }) => match && words !== '').length
				);
			})
		);
	});

	test('without a matcher a text is one run', () => {
		expect(runsOf('years ago', [{ at: 5, number: '1' }])).toEqual([
			{ match: false, parts: [{ text: 'years' }, { mark: 0 }, { text: ' ago' }] }
		]);
	});
});

test('the items of a list keep their own notes, also at the end of an item', () => {
	const marks = [
		{ at: 5, number: '1' },
		{ at: 8, number: '2' }
	];
	const calls = marks.map(({ number }) => ({ id: number, number, note: null, first: true }));
	expect(itemsOf('bread\ncoal', marks, calls)).toEqual([
		{ text: 'bread', marks: [{ at: 5, number: '1' }], calls: [calls[0]] },
		{ text: 'coal', marks: [{ at: 2, number: '2' }], calls: [calls[1]] }
	]);
});
