/**
 * Articles as vectors of their terms, weighted by tf-idf: read by the analyser and from the parts that the search
 * index is made of, so that two articles share what a search would find in both.
 */
import { fold } from '../archive/fold.ts';
import { isStemmed, isStopWord, keyOf } from '../archive/stems.ts';
import { scanWords } from '../archive/words.ts';
import type { Text } from '../bundle/format.ts';
import { partsOf } from '../search/parts.ts';

/** The most telling terms of all articles. A row is the place of an article; the terms of one stand ascending, each once. */
export interface Vectors {
	rows: number;
	/** Where the terms of each row begin in `terms` and `weights`; the last entry is where all end. */
	starts: Uint32Array;
	/** Numbers of terms, from 0. */
	terms: Uint32Array;
	/** Weight of each; the squares of a row's add up to 1. */
	weights: Float32Array;
	/** How many terms there are. */
	vocabulary: number;
	/** The form of a term that is printed most often in this archive; of two as frequent, the one in small letters. */
	formOf(term: number): string;
}

/** Grows by doubling; typed, since a large archive has tens of millions of entries. */
class Numbers {
	#values = new Uint32Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const grown = new Uint32Array(this.length * 2);
			grown.set(this.#values);
			this.#values = grown;
		}
		this.#values[this.length++] = value;
	}

	add(at: number, value: number): void {
		while (this.length <= at) this.push(0);
		(this.#values[at] as number) += value;
	}

	at(place: number): number {
		return this.#values[place] ?? 0;
	}

	taken(): Uint32Array {
		return this.#values.slice(0, this.length);
	}
}

const common = 0xffffffff;

/** Numbers for terms and for the spellings that they are printed in, with how often each spelling is. */
class Vocabulary {
	readonly #terms = new Map<string, number>();
	/** Number of a spelling, by whether its language has stems: the same letters may then be another term. */
	readonly #spellings = [new Map<string, number>(), new Map<string, number>()] as const;
	/** By number of the spelling: its letters, its term and how often it is printed. */
	readonly #printed: string[] = [];
	readonly #termOf = new Numbers();
	readonly #counts = new Numbers();

	/** The number of the term of a word as printed, which is counted; `common` where it is no term. */
	count(printed: string, stemmed: boolean): number {
		const spellings = this.#spellings[stemmed ? 1 : 0];
		let spelling = spellings.get(printed);
		if (spelling === undefined) {
			spelling = this.#printed.length;
			spellings.set(printed, spelling);
			this.#printed.push(printed);
			const word = fold(printed);
			this.#termOf.push(word === '' || isStopWord(word) ? common : this.#idOf(word, stemmed));
		}
		this.#counts.add(spelling, 1);
		return this.#termOf.at(spelling);
	}

	#idOf(word: string, stemmed: boolean): number {
		const key = keyOf(word, stemmed);
		const id = this.#terms.get(key) ?? this.#terms.size;
		this.#terms.set(key, id);
		return id;
	}

	/** The commonest spelling of each term. */
	forms(): string[] {
		const best = new Array<number>(this.#terms.size).fill(-1);
		for (const [spelling, letters] of this.#printed.entries()) {
			const term = this.#termOf.at(spelling);
			if (term === common) continue;
			const other = best[term] ?? -1;
			const more = this.#counts.at(spelling) - (other < 0 ? 0 : this.#counts.at(other));
			// Small letters have greater codes than capitals.
			if (more > 0 || (more === 0 && letters > (this.#printed[other] ?? ''))) best[term] = spelling;
		}
		return best.map((spelling) => (this.#printed[spelling] ?? '').replaceAll('\u00ad', ''));
	}
}

/** Terms of each row, ascending, with how often each stands in it. */
interface Counted {
	starts: Uint32Array;
	terms: Uint32Array;
	counts: Uint32Array;
	/** In how many articles each term stands. */
	frequencies: Uint32Array;
}

function countTerms(texts: readonly Text[], vocabulary: Vocabulary): Counted {
	const starts = new Uint32Array(texts.length + 1);
	const terms = new Numbers();
	const counts = new Numbers();
	const frequencies = new Numbers();
	const here = new Numbers();
	for (const [row, text] of texts.entries()) {
		const stemmed = isStemmed(text.language);
		const seen: number[] = [];
		for (const part of partsOf(text)) {
			scanWords(part.text, (raw, start, end) => {
				// A figure is found without its commas: the form that is shown has them.
				const printed = raw.length === end - start ? raw : part.text.slice(start, end);
				const term = vocabulary.count(printed, stemmed);
				if (term === common) return;
				if (here.at(term) === 0) seen.push(term);
				here.add(term, 1);
			});
		}
		for (const term of seen.sort((a, b) => a - b)) {
			terms.push(term);
			counts.push(here.at(term));
			here.add(term, -here.at(term));
			frequencies.add(term, 1);
		}
		starts[row + 1] = terms.length;
	}
	return {
		starts,
		terms: terms.taken(),
		counts: counts.taken(),
		frequencies: frequencies.taken()
	};
}

/** What an article is told by: so many terms of the greatest weight. The rest are what any article has. */
const telling = 64;

/**
 * Reads texts into vectors. A term that stands f times in an article and in n of N articles weighs (1 + ln f) ln(N/n)
 * (`ltc` in the letters of Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988); the
 * heaviest are kept and brought to length 1, so that the product of two vectors is the cosine of their angle.
 *
 * Terms that other articles have too go first, whatever their weight: misprints and names that stand once would else
 * fill the vector and meet nobody. Where there are too few of them, the others make up its length all the same, so
 * that an article which has little in common with any is not near to any.
 */
export function readVectors(texts: readonly Text[]): Vectors {
	const vocabulary = new Vocabulary();
	const { starts: from, terms: all, counts, frequencies } = countTerms(texts, vocabulary);
	const idf = Float64Array.from(frequencies, (articles) => Math.log(texts.length / articles));
	const starts = new Uint32Array(texts.length + 1);
	const terms = new Uint32Array(Math.min(all.length, texts.length * telling));
	const weights = new Float32Array(terms.length);
	let length = 0;
	for (const row of texts.keys()) {
		const own: { term: number; weight: number; met: boolean }[] = [];
		for (let at = from[row] as number; at < (from[row + 1] as number); at += 1) {
			const term = all[at] as number;
			const weight = (1 + Math.log(counts[at] as number)) * (idf[term] as number);
			if (weight > 0) own.push({ term, weight, met: (frequencies[term] as number) > 1 });
		}
		own.sort((a, b) => Number(b.met) - Number(a.met) || b.weight - a.weight || a.term - b.term);
		const kept = own.slice(0, telling).sort((a, b) => a.term - b.term);
		const norm = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0));
		for (const { term, weight } of kept) {
			terms[length] = term;
			weights[length] = weight / norm;
			length += 1;
		}
		starts[row + 1] = length;
	}
	const forms = vocabulary.forms();
	return {
		rows: texts.length,
		starts,
		terms: terms.slice(0, length),
		weights: weights.slice(0, length),
		vocabulary: forms.length,
		formOf: (term) => forms[term] ?? ''
	};
}
