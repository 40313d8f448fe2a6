import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { suggestEdtf } from '../../src/lib/ingest/suggest-date.ts';

const text = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? `Words ${at} end.` : '')).join(
	'\n'
);

/** What is said of a sidecar beside a plain text of ten lines, by file and line. */
function said(sidecar: string): string[] {
	const encode = (words: string) => new TextEncoder().encode(words);
	const { problems } = readSeeds([
		{ name: 'a.txt', bytes: encode(text) },
		{ name: 'a.txt.yaml', bytes: encode(sidecar) }
	]);
	return problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const start = 'articles:\n  - line: 1\n';

describe('a faulty sidecar', () => {
	it('has all its faults told in one run, and none that only follows from them', () => {
		const problems = said(
			`date: about 1911\ntitle: X\nname: Y\n${start}    title: Foo\n    hide:\n  - line: 99\n  - line: 2\n`
		);
		expect(problems).toEqual([
			expect.stringMatching(
				/^a\.txt\.yaml:1 This is no date in EDTF: "about 1911"\. Write "1911~"/
			),
			expect.stringMatching(/^a\.txt\.yaml:2 The key "title" .* "archive\.yaml"/),
			expect.stringMatching(/^a\.txt\.yaml:3 The key "name" is not known/),
			expect.stringMatching(/^a\.txt\.yaml:6 The key "title" in the first entry .* "headline"/),
			expect.stringMatching(
				/^a\.txt\.yaml:7 Nothing stands after "hide" in the first entry of "articles" \(line 1\)\. Write the reason/
			),
			expect.stringMatching(/^a\.txt\.yaml:8 Line 99 is outside/),
			expect.stringMatching(/^a\.txt\.yaml:9 No article can begin at line 2 .* blank/)
		]);
	});

	it('that cannot be read at all is named first as the reason that its text was not', () => {
		const [first, second, ...others] = said(`date: 1911\n${start}\theadline: Foo\n`);
		expect(first).toMatch(/^a\.txt:null Nothing .* because its sidecar could not be used/);
		expect(second).toMatch(/^a\.txt\.yaml:4 .* tab\. Set it in with spaces/);
		expect(others).toEqual([]);
	});

	it.each([
		['    note: He said: yes\n', 'put the whole text after the first ":" in quotation marks'],
		['    headline: "Reaper" lost\n', 'put the whole text after the first ":" in quotation marks'],
		['    headline: "Reaper lost\n', 'is not closed'],
		['     headline: Lost\n', 'set in too far'],
		['    headline: [a\n', 'quotation marks']
	])('is mended by: %s', (line, remedy) => {
		const problems = said(`${start}${line}`);
		expect(problems.filter((problem) => problem.startsWith('a.txt.yaml'))).toEqual([
			expect.stringContaining(remedy)
		]);
	});

	it('says of a number that is to be text how to write it', () => {
		expect(said(`${start}    headline: 1912\n`)).toEqual([
			'a.txt.yaml:3 Expected text at "headline" in the first entry of "articles" (line 1). Put it in quotation marks: "1912".'
		]);
	});

	it('names the keys of a date with its evidence, too', () => {
		expect(said(`date:\n  edtf: 1911-13\n${start}`)[0]).toMatch(/\(at "edtf" in "date"\)\.$/);
		expect(said(`date: 1911-13\n${start}`)[0]).toMatch(/\(at "date"\)\.$/);
	});
});

it.each([
	['about 1911', '1911~'],
	['c. 1911', '1911~'],
	['c1911', '1911~'],
	['circa March 1911', '1911-03~'],
	['perhaps 1911', '1911?'],
	['1911 (?)', '1911?'],
	['[1911]', '1911?'],
	['[c. 1911]', '1911%'],
	['8 July 1911', '1911-07-08'],
	['Saturday, 8th July 1911', '1911-07-08'],
	['1911-1914', '1911/1914'],
	['1910s', '191X'],
	['before 1911', '../1911'],
	['after May 1911', '1911-05/..'],
	['8/7/1911', null],
	['the year of the flood', null]
])('for the date “%s” %s is offered', (written, edtf) => {
	expect(suggestEdtf(written)).toBe(edtf);
});
