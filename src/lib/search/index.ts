/**
 * Builds the search index of an archive: texts in, shards out. Runs at build time; nothing here is needed to search.
 */
import { headlineKey, isStemmed, isStopWord, keyOf } from '../archive/stems.ts';
import type { IndexFiles, Text } from '../bundle/format.ts';
import { createIndex } from './flex.ts';
import { codeOfLength, slotOf } from './impact.ts';
import { breakId, Lexicon } from './lexicon.ts';
import { partsOf, weightOfPart } from './parts.ts';
import { ShardWriter } from './store.ts';

/**
 * Indexes texts and hands every file of the index to `put`, under paths beginning with `index/`. The row of a text
 * is its position. The same texts give the same bytes. `language` is BCP 47 and decides whether words are stemmed.
 */
export async function packIndex(
	texts: Iterable<{ text: Text; language: string }>,
	put: (path: string, bytes: Uint8Array) => void
): Promise<IndexFiles> {
	const lexicon = new Lexicon();
	const rows: { words: Uint32Array; headline: Uint32Array; stemmed: boolean }[] = [];
	let total = 0;
	for (const { text, language } of texts) {
		const words = weighted(lexicon, text);
		const headline = telling(lexicon, lexicon.read([text.headline ?? '']));
		rows.push({ words, headline, stemmed: isStemmed(language) });
		total += words.length;
	}
	const keys: [plain: string[], stemmed: string[]] = [
		lexicon.words.map((word) => keyOf(word, false)),
		lexicon.words.map((word) => keyOf(word, true))
	];

	// FlexSearch is given the number of a row as its content: the terms are at hand already.
	let counts = new Map<string, number>();
	const encode = (content: string): string[] => {
		const row = rows[Number(content)];
		if (!row) return [];
		const keyOfId = keys[row.stemmed ? 1 : 0];
		const terms = Array.from(row.words, (id) => keyOfId[id] ?? '');
		counts = new Map();
		for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
		// That a word stands in the headline is a term of its own, which says yes or no and ranks nothing.
		for (const id of row.headline) terms.push(headlineKey(keyOfId[id] ?? ''));
		return terms;
	};
	const index = createIndex(encode, (_terms, term) => {
		const count = counts.get(term);
		return count === undefined ? 0 : slotOf(count);
	});
	for (const row of rows.keys()) index.add(row, String(row));

	const writer = new ShardWriter(put, {
		mean: total / Math.max(1, rows.length),
		lengths: Uint8Array.from(rows, ({ words }) => codeOfLength(words.length)),
		stemmed: rows.some((row) => row.stemmed),
		plain: rows.some((row) => !row.stemmed),
		words: [...new Set(lexicon.words)].filter((word) => word !== '' && !isStopWord(word))
	});
	await index.mount(writer);
	await index.commit();
	return writer.files;
}

/** The words that a text is indexed by, in any order: without stop words, those of each part as often as it weighs. */
function weighted(lexicon: Lexicon, text: Text): Uint32Array {
	const parts = partsOf(text).flatMap((part) =>
		Array.from({ length: weightOfPart[part.kind] }, () => part.text)
	);
	return telling(lexicon, lexicon.read(parts));
}

/** Words without the common ones and the breaks. */
function telling(lexicon: Lexicon, words: Uint32Array): Uint32Array {
	return words.filter((id) => id !== breakId && !isStopWord(lexicon.words[id] ?? ''));
}
