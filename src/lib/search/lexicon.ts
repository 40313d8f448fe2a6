/**
 * Numbers for words, so that texts can be kept as arrays of numbers and counted without reading them again. Grows
 * with the texts it has seen.
 */
import { fold, scanWords, stemOf } from '../archive/words.ts';

/** Stands between two parts of a text: no word has this number. */
export const breakId = 0;

/** The folded words of the texts read so far, each with a number from 1 on. */
export class Lexicon {
	/** Word by number; '' at 0. */
	readonly words: string[] = [''];
	readonly #ids = new Map<string, number>();
	/** Number by the word as spelt, so that each spelling is folded once. */
	readonly #spellings = new Map<string, number>();
	/** By number, the spelling with the fewest capitals so far: how the word is printed in the midst of a sentence. */
	readonly #printed: string[] = [];
	/** Numbers of the words of one stem, and how many words have been sorted into it. */
	readonly #byStem = new Map<string, number[]>();
	#stemmed = 1;
	#tokens = new Uint32Array(4096);

	/** The number of a folded word; undefined where no text holds it. */
	find(word: string): number | undefined {
		return this.#ids.get(word);
	}

	/** The number of a folded word, given to it now if it has none. */
	idOf(word: string): number {
		let id = this.#ids.get(word);
		if (id === undefined) {
			id = this.words.length;
			this.words.push(word);
			this.#ids.set(word, id);
		}
		return id;
	}

	/** A folded word as the texts print it, with its diacritics; undefined where no text read so far holds it. */
	spellingOf(word: string): string | undefined {
		return this.#printed[this.#ids.get(word) ?? breakId];
	}

	/** The numbers of the words whose English stem this is. */
	idsOfStem(stem: string): readonly number[] {
		for (; this.#stemmed < this.words.length; this.#stemmed += 1) {
			const found = stemOf(this.words[this.#stemmed] ?? '');
			const ids = this.#byStem.get(found);
			if (ids) ids.push(this.#stemmed);
			else this.#byStem.set(found, [this.#stemmed]);
		}
		return this.#byStem.get(stem) ?? [];
	}

	/** The words of texts as numbers, in order, with `breakId` between two texts. */
	read(texts: readonly string[]): Uint32Array {
		let length = 0;
		const push = (id: number) => {
			if (length === this.#tokens.length) {
				const grown = new Uint32Array(length * 2);
				grown.set(this.#tokens);
				this.#tokens = grown;
			}
			this.#tokens[length++] = id;
		};
		for (const [index, text] of texts.entries()) {
			if (index > 0) push(breakId);
			scanWords(text, (raw) => {
				const id = this.#idOfSpelling(raw);
				if (id !== breakId) push(id);
			});
		}
		return this.#tokens.slice(0, length);
	}

	#idOfSpelling(raw: string): number {
		let id = this.#spellings.get(raw);
		if (id === undefined) {
			const word = fold(raw);
			id = word === '' ? breakId : this.idOf(word);
			this.#spellings.set(raw, id);
			const printed = this.#printed[id];
			if (printed === undefined || capitals(raw) < capitals(printed)) this.#printed[id] = raw;
		}
		return id;
	}
}

function capitals(text: string): number {
	return text.match(/\p{Lu}/gu)?.length ?? 0;
}
