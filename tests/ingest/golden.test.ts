import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article, Block, BlockKind } from '../../src/lib/archive/article.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { seedsOf } from './read-folder.ts';

interface Expected {
	file: string;
	lines: [number, number];
	headline: string | null;
	kicker: string | null;
	deck: string | null;
	authors: string[];
	date: string | null;
	dateline: string | null;
	number: number | null;
	boundary: string;
	sections: string[];
	captions: [number, number][];
	lists: [number, number][];
	quotations: [number, number][];
	elisions: number[];
	notes: number[];
}

const fixture = new URL('../fixtures/seeds.expected.json', import.meta.url);
const expected = (JSON.parse(readFileSync(fixture, 'utf8')) as { articles: Expected[] }).articles;

const { articles, problems } = readSeeds(await seedsOf('seeds'));

function found(article: Article) {
	const linesOf = (kind: BlockKind) =>
		article.blocks.filter((block) => block.kind === kind).map((block: Block) => block.lines);
	return {
		file: article.source.file,
		lines: article.source.lines,
		headline: article.headline,
		kicker: article.kicker,
		deck: article.deck,
		authors: article.authors,
		date: article.date?.basis === 'stated' ? article.date.edtf : null,
		dateline: article.dateline?.edtf ?? null,
		number: article.number,
		boundary: article.boundary,
		sections: article.blocks.filter((b) => b.kind === 'heading').map((b) => b.text),
		captions: linesOf('caption'),
		lists: linesOf('list'),
		quotations: linesOf('quotation'),
		elisions: linesOf('elision').map(([line]) => line),
		notes: article.notes.map((note) => Number(note.number))
	};
}

describe('the three seeds', () => {
	it('hold 26 articles and no problem', () => {
		expect(articles).toHaveLength(26);
		expect(problems).toEqual([]);
	});

	it.each(expected.map((article) => [`${article.file} from line ${article.lines[0]}`, article]))(
		'%s is read as a careful reader reads it',
		(_, wanted) => {
			const { file, lines } = wanted as Expected;
			const article = articles.find(
				(a) => a.source.file === file && a.source.lines[0] === lines[0]
			);
			const { boundary, ...rest } = wanted as Expected;
			expect(article && found(article)).toMatchObject(rest);
			expect(boundary.split(' or ')).toContain(article?.boundary);
		}
	);
});
