import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '../../src/lib/archive/text.ts';

test('words are the pieces between spaces that hold a letter or a digit, whatever the spaces are', () => {
	const piece = fc.constantFrom('a', 'port', '’', '–', '5.3', 'Ö', '中', '𝒜', '𐍈x', '“x”', '…', '');
	const gap = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', ' \n');
	fc.assert(
		fc.property(fc.array(fc.tuple(piece, gap)), (pairs) => {
			const text = pairs.flat().join('');
			const expected = text.split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
			expect([text, countWords(text)]).toEqual([text, expected]);
		}),
		{ numRuns: 500 }
	);
});
