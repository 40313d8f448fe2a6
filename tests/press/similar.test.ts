import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alike, Article } from '../../src/lib/archive/article.ts';
import {
	findSimilar,
	leastSimilarity,
	linkSimilar,
	mostSimilar
} from '../../src/lib/press/similar.ts';
import { readVectors } from '../../src/lib/press/vectors.ts';

function article(at: number, text: string, parts: Partial<Article> = {}): Article {
	return {
		id: `article-${at}`,
		headline: null,
		suppliedHeadline: null,
		kicker: null,
		deck: null,
		language: 'en',
		blocks: [{ kind: 'paragraph', text, lines: [1, 1] }],
		notes: [],
		...parts
	} as unknown as Article;
}

const harbour = 'The dockers closed the harbour, and the pilots left their boats.';
const archive = [
	article(0, `${harbour} Öcalan spoke to them about coal.`),
	article(1, 'Nurses in hospitals went on strike. A strike of nurses is rare here.'),
	article(2, 'Pilots and dockers: boats lie in the Harbour, and coal with them. Coal!'),
	article(3, 'Nurses strike again; three hospitals are shut by the striking nurses.'),
	article(4, 'Astronomers named another comet.'),
	article(5, 'Öcalan in prison.')
];

const rowsOf = (articles: readonly Article[]) =>
	linkSimilar(articles).map(({ similar }) => similar?.map(({ row }) => row));

/** The same by comparing everything with everything, in the plainest way. */
function bruteForce(articles: readonly Article[]): number[][] {
	const vectors = readVectors(articles);
	const entries = articles.map((_, row) => {
		const [from, to] = [vectors.starts[row]!, vectors.starts[row + 1]!];
		return new Map(
			Array.from(vectors.terms.slice(from, to), (term, at) => [term, vectors.weights[from + at]!])
		);
	});
	return entries.map((own, row) =>
		entries
			.map((other, at) => {
				const shared = [...own].filter(([term]) => other.has(term));
				const sum = shared.reduce((all, [term, weight]) => all + weight * other.get(term)!, 0);
				return { at, sum: Math.round(sum * 1000) / 1000, shared: shared.length };
			})
			.filter(({ at, sum, shared }) => at !== row && sum >= leastSimilarity && shared > 1)
			.sort((a, b) => b.sum - a.sum || a.at - b.at)
			.slice(0, mostSimilar)
			.map(({ at }) => at)
	);
}

const vocabulary = Array.from({ length: 60 }, (_, at) => `word${at}`);
const texts = fc.array(
	fc.array(fc.constantFrom(...vocabulary), { maxLength: 40 }).map((words) => words.join(' ')),
	{ minLength: 1, maxLength: 30 }
);

describe('similar articles', () => {
	it('are those that speak of the same things, and none where nothing is shared', () => {
		expect(rowsOf(archive)).toEqual([[2], [3], [0], [1], undefined, undefined]);
	});

	it('say which words they share, as this archive mostly prints them', () => {
		const [first, nurses] = linkSimilar(archive);
		// Coal stands twice in the other; the rest weigh the same and go as they come. Both harbours are as frequent.
		expect(first?.similar?.[0]?.shared).toEqual(['coal', 'dockers', 'harbour', 'pilots']);
		expect(nurses?.similar?.[0]?.shared).toEqual(['nurses', 'strike', 'hospitals']);
		const more = [...archive, article(6, 'Öcalan, Abdullah: the prison island. ÖCALAN!')];
		const [prison] = linkSimilar(more).slice(5);
		expect(prison?.similar?.[0]?.shared).toEqual(expect.arrayContaining(['Öcalan', 'prison']));
	});

	it('are the same five that comparing all with all finds, in the same order', () => {
		fc.assert(
			fc.property(texts, (all) => {
				const articles = all.map((text, at) => article(at, text));
				const found = findSimilar(readVectors(articles), () => false);
				expect(found.map((own) => own.map(({ row }) => row))).toEqual(bruteForce(articles));
			})
		);
	});

	it('are looked for by their heaviest terms where the archive is too large for all', () => {
		fc.assert(
			fc.property(texts, fc.nat(400), (all, budget) => {
				const articles = all.map((text, at) => article(at, text));
				const vectors = readVectors(articles);
				const found = findSimilar(vectors, () => false, budget);
				for (const [row, own] of found.entries()) {
					expect(own.length).toBeLessThanOrEqual(mostSimilar);
					for (const { row: other, shared } of own) {
						expect(other).not.toBe(row);
						expect(shared.length).toBeGreaterThan(1);
					}
				}
			})
		);
		const vectors = readVectors(archive);
		const cut = findSimilar(vectors, () => false, archive.length);
		expect(cut[4]).toEqual([]);
		expect(cut.flat().length).toBeGreaterThan(0);
	});

	it('do not depend on chance', () => {
		expect(linkSimilar(archive)).toEqual(linkSimilar(archive));
		const copies = Array.from({ length: 8 }, (_, at) => article(at, harbour));
		const others = [...copies, ...archive.slice(4).map((one, at) => ({ ...one, id: `o${at}` }))];
		// All as near as each other: the first rows are named.
		expect(rowsOf(others)[7]).toEqual([0, 1, 2, 3, 4]);
	});

	it('leave out the alike, and name one of several that are alike', () => {
		const alike = (...ids: string[]) => ({ alike: ids.map((id) => ({ id })) as Alike[] });
		const copies = [
			{ ...archive[0]!, ...alike('article-2') },
			archive[1]!,
			{ ...archive[2]!, ...alike('article-0') },
			archive[3]!,
			archive[4]!,
			article(5, 'Boats of the pilots and coal for dockers.')
		];
		const rows = rowsOf(copies);
		expect(rows[0]).toEqual([5]);
		expect(rows[2]).toEqual([5]);
		expect(rows[5]).toHaveLength(1);
	});

	it('are not brought together by what stands in every article', () => {
		const all = ['comet', 'nurse', 'coal', 'boat'].map((word, at) =>
			article(at, `The council said on Monday: ${word}`)
		);
		expect(rowsOf(all)).toEqual([undefined, undefined, undefined, undefined]);
	});

	it('of another language share its words as they stand there, not their stems', () => {
		const spanish = (at: number, text: string) => article(at, text, { language: 'es' });
		const rows = rowsOf([
			spanish(0, 'huelga general minas'),
			article(1, 'general huelga minas'),
			spanish(2, 'minas y huelga general'),
			article(3, 'comets')
		]);
		expect(rows[0]).toEqual([2]);
		expect(rows[1]).toBeUndefined();
	});
});
