/**
 * A reader who reads everything: a query as a tree, held against whole articles word by word. Slow and plain, and knows
 * nothing of an index, a lexicon or the parser. Only what a word is comes from the analyser, which has tests of its own.
 */
import type { Article } from '../../src/lib/archive/article.ts';
import { fold } from '../../src/lib/archive/fold.ts';
import { isStopWord, stemOf } from '../../src/lib/archive/stems.ts';
import { scanWords } from '../../src/lib/archive/words.ts';

export type Field = 'headline' | 'text' | 'author' | 'publication';

export interface Words {
	is: 'word' | 'phrase' | 'near' | 'prefix' | 'wildcard' | 'fuzzy';
	field: Field | null;
	exact: boolean;
	/** As typed. */
	words: string[];
	within: number;
	not: boolean;
}

export interface Fact {
	is: 'fact';
	/** As typed: `kind:full`, `date:1919`. */
	text: string;
	holds: (article: Article) => boolean;
	not: boolean;
}

export interface Group {
	is: 'all' | 'some';
	parts: Asked[];
	not: boolean;
}

export type Asked = Words | Fact | Group;

const isGroup = (asked: Asked): asked is Group => asked.is === 'all' || asked.is === 'some';

/** A tree as a reader would type it. `field`: that of the brackets around. */
export function write(asked: Asked, style: number, root = true): string {
	const sign = asked.not ? (style % 2 ? 'NOT ' : '-') : '';
	if (asked.is === 'fact') return sign + asked.text;
	if (isGroup(asked)) {
		const parts = asked.parts.map((part) => write(part, style, false));
		const text = parts.join(asked.is === 'some' ? ' OR ' : style % 3 ? ' ' : ' AND ');
		// Outermost and not refused, neither kind needs brackets: AND binds more closely than OR.
		return root && !asked.not ? text : `${sign}(${text})`;
	}
	const { is, field, exact, words, within } = asked;
	const first = words[0] ?? '';
	const text = {
		word: first,
		phrase: `"${words.join(' ')}"`,
		near: `"${words.join(' ')}"~${within}`,
		prefix: `${first}*`,
		wildcard: first,
		fuzzy: `${first}~`
	}[is];
	return `${sign}${field === null ? '' : `${field}:`}${exact ? '=' : ''}${text}`;
}

interface Token {
	word: string;
	raw: string;
}

interface Part {
	headline: boolean;
	tokens: Token[];
}

function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	scanWords(text, (raw) => {
		if (fold(raw) !== '') tokens.push({ word: fold(raw), raw });
	});
	return tokens;
}

const read = new WeakMap<Article, Part[]>();

function partsOf(article: Article): Part[] {
	const known = read.get(article);
	if (known) return known;
	const parts: Part[] = [];
	read.set(article, parts);
	const add = (text: string | null, headline = false) =>
		parts.push({ headline, tokens: tokensOf(text ?? '') });
	add(article.headline, true);
	add(article.kicker);
	add(article.deck);
	for (const block of article.blocks) if (block.kind !== 'elision') add(block.text);
	for (const note of article.notes) add(note.text);
	return parts;
}

const spelt = (raw: string) =>
	raw.normalize('NFC').replaceAll('\u00ad', '').replaceAll("'", '’').replace(/\.$/, '');

function isOneSlip(asked: string, word: string): boolean {
	if (asked === word) return true;
	const letters = [...new Set(word)];
	for (let at = 0; at <= asked.length; at += 1) {
		const [head, tail] = [asked.slice(0, at), asked.slice(at)];
		if (head + tail.slice(1) === word) return true;
		if (tail.length > 1 && head + tail[1] + tail[0] + tail.slice(2) === word) return true;
		for (const letter of letters) {
			if (head + letter + tail === word || head + letter + tail.slice(1) === word) return true;
		}
	}
	return false;
}

/** A word asked for; with wildcards, `word` is what fits it. */
interface AskedWord {
	raw: string;
	word: string | RegExp;
}

const patternOf = (typed: string) =>
	new RegExp(`^${typed.toLowerCase().replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');

/** The words asked for, folded, and as spelt; in phrases and near words those with wildcards as patterns. */
const askedWords = (asked: Words): AskedWord[] =>
	asked.words.flatMap((typed): AskedWord[] =>
		/[*?]/.test(typed) && !asked.exact ? [{ raw: typed, word: patternOf(typed) }] : tokensOf(typed)
	);

function isWord(asked: Words, token: Token, stems: boolean): boolean {
	const first = asked.words[0] ?? '';
	const folded = fold(first);
	if (asked.is === 'word') {
		if (asked.exact) return spelt(token.raw) === spelt(askedWords(asked)[0]?.raw ?? '');
		return stems ? stemOf(token.word) === stemOf(folded) : token.word === folded;
	}
	if (isStopWord(token.word)) return false;
	if (asked.is === 'prefix') return token.word.startsWith(folded);
	if (asked.is === 'fuzzy') return token.word[0] === folded[0] && isOneSlip(folded, token.word);
	return patternOf(first).test(token.word);
}

function isSame(exact: boolean, asked: AskedWord, token: Token | undefined): boolean {
	if (asked.word instanceof RegExp)
		return token !== undefined && asked.word.test(token.word) && !isStopWord(token.word);
	return exact ? spelt(asked.raw) === spelt(token?.raw ?? '') : asked.word === token?.word;
}

/** Places where a phrase begins. */
function phraseAt(asked: Words, { tokens }: Part, at: number): boolean {
	return askedWords(asked).every((one, index) => isSame(asked.exact, one, tokens[at + index]));
}

/** Places of words that stand in a window which holds all of them, each as often as it is asked for. */
function nearPlaces(asked: Words, { tokens }: Part): Set<number> {
	const wanted = askedWords(asked);
	const window = wanted.length + asked.within;
	const places = new Set<number>();
	for (let first = 1 - window; first < tokens.length; first += 1) {
		const inside = tokens
			.map((token, at) => ({ token, at }))
			.filter(({ at }) => at >= first && at < first + window);
		const keyOf = ({ raw, word }: AskedWord) => (asked.exact ? spelt(raw) : String(word));
		const all = wanted.every((one) => {
			const times = wanted.filter((other) => keyOf(other) === keyOf(one)).length;
			return inside.filter(({ token }) => isSame(asked.exact, one, token)).length >= times;
		});
		if (!all) continue;
		for (const { token, at } of inside)
			if (wanted.some((one) => isSame(asked.exact, one, token))) places.add(at);
	}
	return places;
}

const isIn = (asked: Words, part: Part) =>
	asked.field === null || (asked.field === 'headline') === part.headline;

function holdsWords(asked: Words, parts: readonly Part[], stems: boolean): boolean {
	return parts.some((part) => {
		if (asked.is === 'near') return nearPlaces(asked, part).size > 0;
		return part.tokens.some((token, at) =>
			asked.is === 'phrase' ? phraseAt(asked, part, at) : isWord(asked, token, stems)
		);
	});
}

const isCommon = (asked: Asked) =>
	asked.is === 'word' &&
	!asked.exact &&
	asked.field !== 'author' &&
	asked.field !== 'publication' &&
	isStopWord(fold(asked.words[0] ?? ''));

/** Whether anything under a node is wanted and not refused. */
function wants(asked: Asked, not = false): boolean {
	const refused = asked.not !== not;
	if (isGroup(asked)) return asked.parts.some((part) => wants(part, refused));
	return !refused;
}

/** The leaves that common words make superfluous. */
export function ignoredOf(asked: Asked, root = true): Set<Asked> {
	const found = new Set<Asked>();
	if (isGroup(asked)) {
		for (const part of asked.parts) for (const one of ignoredOf(part, false)) found.add(one);
	}
	if (asked.is === 'all') {
		const telling = asked.parts.some((part) => wants(part) && !isCommon(part));
		for (const part of asked.parts) if (isCommon(part) && (part.not || telling)) found.add(part);
	} else if (root && asked.not && isCommon(asked)) found.add(asked);
	return found;
}

/** Reads one archive for one query. */
export class Brute {
	readonly #asked: Asked;
	readonly #any: boolean;
	readonly #stems: boolean;
	readonly #ignored: Set<Asked>;

	constructor(asked: Asked, any = false, stems = true) {
		this.#asked = asked;
		this.#any = any;
		this.#stems = stems;
		this.#ignored = ignoredOf(asked);
	}

	/** Whether an article is found; null where nothing is asked. */
	finds(article: Article): boolean | null {
		const parts = partsOf(article);
		const root = this.#asked;
		if (!this.#any || root.is !== 'all' || root.not) return this.#holds(root, article, parts);
		const loose = root.parts.filter((part) => this.#marked(part).length > 0);
		const strict = root.parts.filter((part) => !loose.includes(part));
		return this.#group('all', [
			this.#group(
				'some',
				loose.map((part) => this.#holds(part, article, parts))
			),
			...strict.map((part) => this.#holds(part, article, parts))
		]);
	}

	#group(is: 'all' | 'some', values: (boolean | null)[]): boolean | null {
		const asked = values.filter((value) => value !== null);
		if (asked.length === 0) return null;
		return is === 'all' ? asked.every((value) => value) : asked.some((value) => value);
	}

	#holds(asked: Asked, article: Article, parts: readonly Part[]): boolean | null {
		if (this.#ignored.has(asked)) return null;
		const value = this.#holdsSo(asked, article, parts);
		return value === null ? null : value !== asked.not;
	}

	#holdsSo(asked: Asked, article: Article, parts: readonly Part[]): boolean | null {
		if (isGroup(asked))
			return this.#group(
				asked.is,
				asked.parts.map((part) => this.#holds(part, article, parts))
			);
		if (asked.is === 'fact') return asked.holds(article);
		if (asked.field === 'author' || asked.field === 'publication') {
			const { authors, publication } = article;
			const names = asked.field === 'author' ? authors : publication === null ? [] : [publication];
			const named = names.map((name): Part => ({ headline: false, tokens: tokensOf(name) }));
			return holdsWords(asked, named, false);
		}
		const stems = this.#stems && article.language.startsWith('en');
		return holdsWords(
			asked,
			parts.filter((part) => isIn(asked, part)),
			stems
		);
	}

	/** The leaves under a node whose words are marked. */
	#marked(asked: Asked, not = false): Words[] {
		const refused = asked.not !== not;
		if (isGroup(asked)) return asked.parts.flatMap((part) => this.#marked(part, refused));
		if (asked.is === 'fact' || asked.field === 'author' || asked.field === 'publication') return [];
		return refused || this.#ignored.has(asked) ? [] : [asked];
	}

	/** How many matches are marked in an article: leftmost first, a phrase before a word, the longest phrase. */
	matches(article: Article): number {
		const leaves = this.#marked(this.#asked);
		const stems = this.#stems && article.language.startsWith('en');
		let count = 0;
		for (const part of partsOf(article)) {
			const here = leaves.filter((leaf) => isIn(leaf, part));
			const near = here.filter(({ is }) => is === 'near').map((leaf) => nearPlaces(leaf, part));
			for (let at = 0; at < part.tokens.length; at += 1) {
				const token = part.tokens[at]!;
				const lengths = here
					.filter((leaf) => leaf.is === 'phrase' && phraseAt(leaf, part, at))
					.map((leaf) => askedWords(leaf).length);
				const single = here.some(
					(leaf) => leaf.is !== 'phrase' && leaf.is !== 'near' && isWord(leaf, token, stems)
				);
				if (lengths.length > 0) at += Math.max(...lengths) - 1;
				else if (!single && !near.some((places) => places.has(at))) continue;
				count += 1;
			}
		}
		return count;
	}
}
