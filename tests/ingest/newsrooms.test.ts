import { expect, it } from 'vitest';
import { signerOf } from '../../src/lib/archive/author.ts';
import { isStatedByline, readAuthors } from '../../src/lib/ingest/byline.ts';

const page = { file: 'a.txt', lines: ['The words of an English text.'] };

it.each([
	['By Our Own Correspondent', 'Our Own Correspondent'],
	['(From Our Own Correspondent.)', 'Our Own Correspondent'],
	['FROM OUR SPECIAL CORRESPONDENT.', 'OUR SPECIAL CORRESPONDENT'],
	['By Our London Correspondent', 'Our London Correspondent'],
	['From a Local Correspondent', 'a Local Correspondent'],
	['By A Correspondent', 'A Correspondent'],
	['By a staff reporter', 'a staff reporter'],
	['By Staff Reporter', 'Staff Reporter'],
	['By An Occasional Contributor', 'An Occasional Contributor']
])('“%s” is a credit of a newsroom, no person', (line, name) => {
	expect(isStatedByline(line, page)).toBe(true);
	expect(readAuthors(line)).toEqual([name]);
	expect(signerOf(name)).toBe('body');
});

it.each([
	'From our correspondent we hear that nothing came of it.',
	'By the correspondence it was clear',
	'From a great height'
])('“%s” is none', (line) => expect(isStatedByline(line, page)).toBe(false));

it('a person beside the word stays a person', () => {
	expect(readAuthors('By Anna Prins, staff reporter')).toEqual(['Anna Prins']);
	expect(signerOf('Anna Prins')).toBe('person');
});
