/**
 * The order of names: by what they count, the alphabet, or when they first or last appear; and which of them a few typed
 * letters mean.
 */
import { fold } from '../../archive/fold.ts';
import type { FacetSpans, ValueTally } from '../../filter/tally.ts';

export type Order = 'count' | 'name' | 'first' | 'last';

// The page's own language and not the browser's: the prerendered page and the living one must agree.
const collator = new Intl.Collator('en');

/** For each name its place in the alphabet; the empty name, which is no byline at all, comes last. */
export function rankNames(names: readonly string[]): Uint32Array {
	const codes = Array.from(names, (_, code) => code);
	codes.sort((a, b) => {
		const [nameA, nameB] = [names[a] ?? '', names[b] ?? ''];
		if (nameA === '' || nameB === '') return nameA === nameB ? 0 : nameA === '' ? 1 : -1;
		return collator.compare(nameA, nameB);
	});
	const ranks = new Uint32Array(names.length);
	codes.forEach((code, rank) => (ranks[code] = rank));
	return ranks;
}

/**
 * The codes of all values that stand in the archive, in order. By count: most matching first, then most in all, then
 * by the alphabet. With nothing asked everything matches, so that this is the order of the totals. `first`: whose first
 * article is the earliest; `last`: whose last article is the latest; of the whole archive, and never dated ones last.
 */
export function orderCodes(
	tally: readonly ValueTally[],
	ranks: Uint32Array,
	order: Order,
	spans: () => FacetSpans
): number[] {
	const codes: number[] = [];
	tally.forEach(({ all }, code) => all > 0 && codes.push(code));
	const byRank = (a: number, b: number) => (ranks[a] ?? 0) - (ranks[b] ?? 0);
	if (order === 'name') return codes.sort(byRank);
	if (order !== 'count') {
		const days = spans()[order];
		const sign = order === 'first' ? 1 : -1;
		const place = (code: number) => sign * (days[code] ?? sign * Infinity);
		return codes.sort((a, b) => {
			const [one, two] = [place(a), place(b)];
			return one === two ? byRank(a, b) : one - two;
		});
	}
	return codes.sort((a, b) => {
		const [one, two] = [tally[a], tally[b]];
		if (!one || !two) return 0;
		return two.matching - one.matching || two.all - one.all || byRank(a, b);
	});
}

/** The words of a name as they are found: without accents, in lower case. */
export function foldName(name: string): string[] {
	return name
		.split(/[\s\-–]+/)
		.map(fold)
		.filter(Boolean);
}

/** True where each word typed begins a word of the name; both as `foldName` gives them. */
export function isNameFor(typed: readonly string[], name: readonly string[]): boolean {
	return typed.every((word) => name.some((part) => part.startsWith(word)));
}

/**
 * The codes to draw: the first `limit`, and before them those `kept` in sight that would not be among these. No
 * row moves when it is chosen, since that would take it from under the pointer.
 */
export function pickVisible(
	ordered: readonly number[],
	kept: readonly number[],
	limit: number
): number[] {
	const top = ordered.slice(0, limit);
	const hidden = ordered.slice(limit).filter((code) => kept.includes(code));
	return [...hidden, ...top].slice(0, Math.max(limit, hidden.length));
}

/**
 * The rows that names are drawn in, numbered from 0: by place, so that no row is made, taken away or moved when others
 * come. While somebody is at one of them (`stay`), names stay in the rows that they had (`before`), and others take
 * those that are free.
 */
export function seatNames(
	codes: readonly number[],
	before: ReadonlyMap<number, number>,
	stay: boolean
): Map<number, number> {
	if (!stay) return new Map(codes.map((code, at) => [code, at]));
	const taken = new Set(codes.flatMap((code) => before.get(code) ?? []));
	let free = 0;
	return new Map(
		codes.map((code) => {
			const own = before.get(code);
			if (own !== undefined) return [code, own];
			while (taken.has(free)) free += 1;
			return [code, free++];
		})
	);
}
