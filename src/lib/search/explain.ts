/** The arithmetic of a score, for whoever wants to see it: a terminal, a test. No page carries it. */
import type { Question } from './answer.ts';
import type { Engine } from './engine.ts';
import { countOf, impactOf, lengthOfCode, rarityOf } from './impact.ts';
import { absent, byName } from './terms.ts';

/** How one term adds to the score of one row. */
export interface Share {
	term: string;
	/** Articles that hold it, and how rare that makes it: all articles for each of them. */
	articles: number;
	rarity: number;
	/** How often it stands in the article, in steps above 8, of how many words, within 4.4%; and what that is for its length. */
	count: number;
	length: number;
	frequency: number;
	/** What it adds: see `impactOf`. */
	impact: number;
}

/** How the score of a row comes about: a share for each term of the question that it holds; the sum of their impacts is the score. */
export async function explain(engine: Engine, question: Question, row: number): Promise<Share[]> {
	const { terms, asked } = await engine.termsOf(question);
	const { lengths, frequencies } = await terms.weights();
	const code = lengths[row] ?? 0;
	const shares: Share[] = [];
	for (const term of byName(asked)) {
		const { rows, slotOfRow } = await terms.postings(term);
		const slot = slotOfRow[row] ?? absent;
		if (slot === absent) continue;
		const rarity = rarityOf(rows.length, terms.rows);
		const frequency = frequencies[slot * 256 + code] ?? 0;
		shares.push({
			term: term.name,
			articles: rows.length,
			rarity,
			count: countOf(slot),
			length: lengthOfCode(code),
			frequency,
			impact: impactOf(frequency, rarity)
		});
	}
	return shares;
}
