import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** A file, perhaps with its sidecar, as it is read. */
function read(name: string, lines: readonly string[], sidecar?: string) {
	const seeds = [{ name, bytes: encode(lines.join('\n')) }];
	if (sidecar !== undefined) seeds.push({ name: `${name}.yaml`, bytes: encode(sidecar) });
	const { articles, problems } = readSeeds(seeds);
	return {
		articles: [...articles].sort((a, b) => a.source.lines[0] - b.source.lines[0]),
		rules: problems.map(({ rule }) => rule),
		messages: problems.map(({ message }) => message).join(' ')
	};
}

describe('feeds', () => {
	const atom = (...entries: string[]) => [
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenblatt</title>',
		'<author><name>Die Redaktion</name></author>',
		...entries,
		'</feed>'
	];

	it('keep a text whose tags are not escaped', () => {
		const { articles } = read(
			'a.xml',
			atom(
				'<entry><title type="xhtml"><div>Die <em>Kräne</em></div></title>',
				'<content type="xhtml"><div><p>Sie stehen.</p>',
				'<p>Seit gestern.</p></div></content></entry>'
			)
		);
		expect(articles[0]).toMatchObject({
			headline: 'Die Kräne',
			language: 'de',
			blocks: [
				{ text: 'Sie stehen.', lines: [4, 4] },
				{ text: 'Seit gestern.', lines: [5, 5] }
			]
		});
	});

	it('name every author, and those of the feed where an entry names none', () => {
		const { articles } = read(
			'a.xml',
			atom(
				'<entry><title>A</title><author><name>Jo Groß</name></author><author><name>Pia Öhler</name></author></entry>',
				'<entry><title>B</title></entry>',
				'<entry><title>C</title><author><name>Reed, Ann</name></author><author><name>Said, Omar</name></author></entry>'
			)
		);
		expect(articles.map(({ authors }) => authors)).toEqual([
			['Jo Groß', 'Pia Öhler'],
			['Die Redaktion'],
			['Ann Reed', 'Omar Said']
		]);
	});
});

describe('tables', () => {
	it('are known by the names that people and catalogues give to columns', () => {
		const { articles, rules } = read('a.csv', [
			'Article Title,dc:creator,Pub_Date,Newspaper Name,Full Text',
			'Fog,"Reed, Ann; Said, Omar",1911,The Wire,It came.',
			'Ice,"Walter Hale, MP",1912,https://example.org/ice,It went.'
		]);
		expect(articles[0]).toMatchObject({
			headline: 'Fog',
			authors: ['Ann Reed', 'Omar Said'],
			date: { edtf: '1911' },
			publication: 'The Wire',
			blocks: [{ text: 'It came.' }]
		});
		expect(articles[1]).toMatchObject({ authors: ['Walter Hale'], publication: null });
		expect(rules).toEqual([]);
	});

	const dated = (...dates: string[]) => ['title,text,date', ...dates.map((day) => `A,B.,${day}`)];

	it('say themselves which number is the month, where one date can be read in one way only', () => {
		const { articles, rules } = read('a.csv', dated('05/06/1911', '25/06/1911'));
		expect(rules).toEqual([]);
		expect(articles[0]).toMatchObject({
			date: { edtf: '1911-06-05', basis: 'inferred', printed: '05/06/1911' },
			why: { date: { basis: 'inferred', rule: 'table/date-order', line: 3 } }
		});
		expect(articles[1]).toMatchObject({ date: { basis: 'stated' } });
	});

	it('do not, where their dates contradict each other or none tells; the curator can', () => {
		for (const others of [['25/06/1911', '06/25/1911'], []]) {
			const { articles, rules, messages } = read('a.csv', dated('05/06/1911', ...others));
			expect(articles[0]?.date).toBeNull();
			expect(rules).toEqual(['table/bad-date']);
			expect(messages).toContain('"date-order: day-first"');
		}
		const { articles, rules } = read('a.csv', dated('05/06/1911'), 'date-order: month-first');
		expect(rules).toEqual([]);
		expect(articles[0]).toMatchObject({
			date: { edtf: '1911-05-06', basis: 'curated' },
			why: { date: { rule: 'sidecar/date-order', line: 1 } }
		});
	});

	it('tell the number that a spreadsheet keeps for a day from a year', () => {
		const { articles, messages } = read('a.csv', dated('11405', '1931'));
		expect(messages).toContain('"articles: [{ line: 2, date: 1931-03-23 }]"');
		expect(articles.map(({ date }) => date?.edtf)).toEqual([undefined, '1931']);
		const given = read('a.csv', dated('11405'), 'articles: [{ line: 2, date: 1931-03-23 }]');
		expect(given.articles[0]?.date?.edtf).toBe('1931-03-23');
		expect(given.rules).toEqual([]);
	});

	it('of unknown columns, and JSON of another form, are refused in their own words', () => {
		const table = read('a.csv', ['a;b;c', '1;2;3', '4;5;6']);
		expect(table.messages).toContain('They are "a", "b", "c".');
		expect(table.rules).toEqual(['seed/unknown-dialect']);
		expect(read('a.json', ['[', '{"title": "Fog"}', ']']).messages).toContain('JSON Lines');
	});
});

describe('notes with front matter', () => {
	it('lose the signs that only their programs know, and nothing else', () => {
		const { articles } = read('_posts/1911-05-16-ada.md', [
			'---',
			'layout: post',
			'authors: ["[[people/munn|Ruth Munn]]", "Said, Omar"]',
			'---',
			'# Ada',
			'',
			'{% include picture.html src="a.jpg" %}',
			'',
			'See [[the-cooper|the cooper]] and [[Quay]]. ![[a.jpg]]'
		]);
		expect(articles[0]).toMatchObject({
			headline: 'Ada',
			authors: ['Ruth Munn', 'Omar Said'],
			date: { edtf: '1911-05-16', basis: 'inferred' },
			why: { date: { rule: 'markdown/file-name', line: null } }
		});
		expect(articles[0]?.blocks.map(({ text }) => text.trim())).toEqual([
			'See the cooper and Quay.'
		]);
	});
});

describe('an issue in Markdown', () => {
	it.each([
		['# The Harbour Gazette, June 1912', 'The Harbour Gazette'],
		['# Harbour Gazette, June 1912', 'Harbour Gazette'],
		['# June 1912', null]
	])('has its articles under the headings below its name and date: %s', (heading, publication) => {
		const { articles, rules } = read('a.md', [
			heading,
			'',
			'## Boats left',
			'',
			'*By Anna Prins*',
			'',
			'Six boats.',
			'',
			'## Ice is dear',
			'',
			'Nobody buys it.'
		]);
		expect(rules).toEqual([]);
		expect(articles).toMatchObject([
			{ headline: 'Boats left', authors: ['Anna Prins'], publication, date: { edtf: '1912-06' } },
			{
				headline: 'Ice is dear',
				authors: [],
				source: { lines: [9, 11] },
				date: { edtf: '1912-06' }
			}
		]);
	});
});

describe('saved pages', () => {
	it('part the credit from what stands around it, and a call of a note from its word', () => {
		const body = 'It had stood there for a hundred years, and nobody had asked why it did. '.repeat(
			4
		);
		const { articles } = read('a.html', [
			'<html><body><article><h1>The crane</h1>',
			'<p>Posted by Jo Hartley, staff writer on March 4, 2012</p>',
			`<p>${body}It fell.<sup><a href="#n">1</a></sup></p><p>${body}It is 3 m<sup>2</sup>.</p>`,
			'</article></body></html>'
		]);
		expect(articles[0]).toMatchObject({
			byline: 'Posted by Jo Hartley, staff writer',
			authors: ['Jo Hartley'],
			date: { edtf: '2012-03-04', printed: 'March 4, 2012' }
		});
		const text = articles[0]?.blocks.map((block) => block.text).join(' ');
		expect(text).toContain('It fell.[1]');
		expect(text).toContain('3 m2.');
	});
});
