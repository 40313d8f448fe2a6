import { describe, expect, it } from 'vitest';
import { isClosing } from '../../src/lib/ingest/letters.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** The messages of the problems of a text, by rule. */
function doubtsIn(...lines: string[]): Record<string, string> {
	const { problems } = readSeeds([{ name: 'a.txt', bytes: encode(lines.join('\n')) }]);
	return Object.fromEntries(problems.map(({ rule, message }) => [rule, message]));
}

describe('what a reader doubts', () => {
	it('names the lines at which an item may begin whose number was lost, as they are filed', () => {
		const { 'digest/number-missing': message } = doubtsIn(
			'The Lodge Bulletin - No. 3 - March 1921',
			'',
			'1. Hall to be painted',
			'',
			'Page 2',
			'',
			'It will be',
			'',
			'Page 3',
			'',
			'green.',
			'',
			'New boiler for the hall',
			'',
			'It will be hot.',
			'',
			'4. Dance on Friday',
			'',
			'Bring shoes.'
		);
		expect(message).toContain('line 13 ("New boiler for the hall")');
		expect(message).toContain('"articles: [{ line: N, number: 3 }]"');
	});

	it('never takes the opening of a wrapped paragraph for a headline', () => {
		const { 'digest/number-missing': message } = doubtsIn(
			'The Lodge Bulletin - No. 3 - March 1921',
			'',
			'1. Hall to be painted',
			'It will be green.',
			'',
			'The names of those who wish to sit must',
			'be with the Secretary by the 30th.',
			'Two places are vacant.',
			'',
			'The names of those who wish to stand up',
			'Secretary Hale has by the 30th.',
			'Two places are vacant.',
			'',
			'3. Dance on Friday',
			'Bring shoes.'
		);
		expect(message).toContain('Find the line');
	});

	it('says where an inferred item is, and how to move it', () => {
		const { 'digest/number-inferred': message } = doubtsIn(
			'The Lodge Bulletin - No. 3 - March 1921',
			'',
			'1. Hall to be painted',
			'',
			'It will be green.',
			'',
			'New boiler for the hall',
			'',
			'It will be hot.',
			'',
			'3. Dance on Friday',
			'',
			'Bring shoes.'
		);
		expect(message).toContain('"articles: [{ line: N, number: 2 }]"');
		expect(message).toContain('"articles: [{ lines: 3-7, merge: true }]"');
	});
});

describe('that no date stands in a digest', () => {
	const text = "Boatmen's Circular\n\n1. Tolls\n\nThey rise.\n\n2. Tugs\n\nThey fall.\n";
	const rulesWith = (yaml: string) => {
		const seed = { name: 'a.txt', bytes: encode(text) };
		const { problems } = readSeeds([seed, { name: 'a.txt.yaml', bytes: encode(yaml) }]);
		return problems.map(({ rule }) => rule);
	};
	const dated = (line: number) => `  - line: ${line}\n    date: 1909-05\n`;

	it('is answered by a date for the file, or for each of its articles', () => {
		expect(rulesWith('date: 1909-05\n')).toEqual([]);
		expect(rulesWith(`articles:\n${dated(3)}${dated(7)}`)).toEqual([]);
		expect(rulesWith(`articles:\n${dated(3)}`)).toEqual(['digest/no-date']);
	});
});

describe('how letters end', () => {
	it.each([
		'Yours, etc.,',
		'Yours, etc., A LOVER OF THE TOWN',
		'Yours faithfully, J. Hale',
		'I am, Sir, your obedient servant,',
		'I remain, Mr. Editor, yours truly',
		'Hochachtungsvoll',
		'Mit freundlichen Grüßen',
		'Veuillez agréer, Monsieur, mes salutations',
		'Atentamente, Ana del Río',
		'Distinti saluti',
		'Hoogachtend,'
	])('%s', (text) => expect(isClosing(text)).toBe(true));

	it.each([
		'Yours is the earth',
		'I am told that it rained',
		'Yours and mine',
		'Your servant girl'
	])('not: %s', (text) => expect(isClosing(text)).toBe(false));
});
