/** The arithmetic of a score, for whoever wants to see it: a terminal, a test. No page carries it. */
import type { Question } from './answer.ts';
import type { Engine } from './engine.ts';
import { countOf, lengthOfCode, weightOf } from './impact.ts';
import { absent, byName } from './terms.ts';

/** How one term adds to the score of one row. */
export interface Product {
	term: string;
	/** Articles that hold it, and what that tells: idf. */
	articles: number;
	idf: number;
	/** How often it stands in the article, in steps above 8, of how many words, within 4.4%; and what that is worth. */
	count: number;
	length: number;
	impact: number;
	/** idf × impact. */
	product: number;
}

/** How the score of a row comes about: a product for each term of the question that it holds; their sum is the score. */
export async function explain(engine: Engine, question: Question, row: number): Promise<Product[]> {
	const { terms, asked } = await engine.termsOf(question);
	const { lengths, impacts } = await terms.weights();
	const code = lengths[row] ?? 0;
	const products: Product[] = [];
	for (const term of byName(asked)) {
		const { rows, slotOfRow } = await terms.postings(term);
		const slot = slotOfRow[row] ?? absent;
		if (slot === absent) continue;
		const idf = weightOf(rows.length, terms.rows);
		const impact = impacts[slot * 256 + code] ?? 0;
		products.push({
			term: term.name,
			articles: rows.length,
			idf,
			count: countOf(slot),
			length: lengthOfCode(code),
			impact,
			product: idf * impact
		});
	}
	return products;
}
