import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvField, csvRecord } from '../../src/lib/archive/csv.ts';

/** Takes the guard against formulas off again, as docs/formats.md says it can be. */
const unguarded = (text: string) => text.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, '$1');

describe('CSV', () => {
	test('what is written reads back as it was', () => {
		const field = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '-', ' ', 'a') })
		);
		fc.assert(
			fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 })), (records) => {
				const text = records.map(csvRecord).join('');
				const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
				expect(data.slice(0, -1).map((record) => record.map(unguarded))).toEqual(records);
			})
		);
	});

	test('the rules of RFC 4180', () => {
		expect(csvRecord(['a', 'b c', 1.5, ''])).toBe('a,b c,1.5,\r\n');
		expect(csvField('a,b')).toBe('"a,b"');
		expect(csvField('say "no"')).toBe('"say ""no"""');
		expect(csvField('two\nlines')).toBe('"two\nlines"');
	});

	test.each(['=1+1', '+1', '-breaking', '@SUM(A1)', '\tx', '\r=1', "'=1", '＝1'])(
		'no field is a formula: %j',
		(text) => {
			const field = csvField(text).replace(/^"/, '');
			expect(field.startsWith("'")).toBe(true);
		}
	);

	test('a number stays a number, also below zero', () => {
		expect(csvField(-3)).toBe('-3');
		expect(csvField('’tis')).toBe('’tis');
	});
});
