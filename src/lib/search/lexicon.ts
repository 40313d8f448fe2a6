/**
 * Numbers for words as spelt, so that texts can be kept as arrays of numbers and counted without reading them again.
 * Words that fold to the same have numbers of their own, so that a word can be asked for as spelt, and one head in
 * common. Grows with the texts it has seen.
 */
import { fold, spellingOf } from '../archive/fold.ts';
import { stemOf } from '../archive/stems.ts';
import { scanWords } from '../archive/words.ts';

/** Stands between two parts of a text: no word has this number. */
export const breakId = 0;

/** The words of the texts read so far, each spelling with a number from 1 on. */
export class Lexicon {
	/** Folded word by number; '' at 0. Spellings of one word have the same. */
	readonly words: string[] = [''];
	/** Spelling by number, see `spellingOf`. */
	readonly spellings: string[] = [''];
	/** Head by number: the least of the numbers that fold to the same word. */
	readonly heads: number[] = [0];
	/** Numbers by folded word, ascending: the first is the head. */
	readonly #byWord = new Map<string, number[]>();
	/** Number by spelling, and by what was written, so that each is folded once. */
	readonly #bySpelling = new Map<string, number>();
	readonly #byRaw = new Map<string, number>();
	/** Numbers of the words of one stem, and how many words have been sorted into it. */
	readonly #byStem = new Map<string, number[]>();
	#stemmed = 1;
	#tokens = new Uint32Array(4096);

	/** The numbers of a folded word, its head first; empty where no text holds it. */
	find(word: string): readonly number[] {
		return this.#byWord.get(word) ?? [];
	}

	/** The number of a spelling; undefined where no text holds it. */
	findSpelling(spelling: string): number | undefined {
		return this.#bySpelling.get(spelling);
	}

	/** A folded word as the texts print it, with its diacritics; undefined where no text read so far holds it. */
	printedOf(word: string): string | undefined {
		// With the fewest capitals: as it stands in the midst of a sentence.
		const spelt = this.find(word).map((id) => this.spellings[id] ?? '');
		return spelt.sort((a, b) => capitals(a) - capitals(b))[0];
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
				const id = this.idOf(raw);
				if (id !== breakId) push(id);
			});
		}
		return this.#tokens.slice(0, length);
	}

	/** The number of a word as written, given to it now if it has none; `breakId` where it folds to nothing. */
	idOf(raw: string): number {
		let id = this.#byRaw.get(raw);
		if (id === undefined) {
			id = this.#idOfSpelling(raw);
			this.#byRaw.set(raw, id);
		}
		return id;
	}

	#idOfSpelling(raw: string): number {
		const word = fold(raw);
		if (word === '') return breakId;
		const spelling = spellingOf(raw);
		const known = this.#bySpelling.get(spelling);
		if (known !== undefined) return known;
		const id = this.words.length;
		const same = this.#byWord.get(word);
		this.words.push(word);
		this.spellings.push(spelling);
		this.heads.push(same?.[0] ?? id);
		if (same) same.push(id);
		else this.#byWord.set(word, [id]);
		this.#bySpelling.set(spelling, id);
		return id;
	}
}

function capitals(text: string): number {
	return text.match(/\p{Lu}/gu)?.length ?? 0;
}
