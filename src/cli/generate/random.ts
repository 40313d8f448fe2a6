/** Chance that repeats itself: the same seed gives the same numbers on every machine. No clock, no Math.random. */

/** A stream of chance. */
export interface Random {
	/** A number from 0, inclusive, to 1. */
	next(): number;
	/** A whole number from 0 to `below` - 1. */
	below(below: number): number;
	/** True so often in one. */
	chance(share: number): boolean;
	/** Any one of a list. */
	pick<T>(list: readonly T[]): T;
	/** One of a list, the first far oftener than the last (Zipf's law); above 1, `steep` favours the first yet more. */
	zipf<T>(list: readonly T[], steep?: number): T;
	/** A number of the normal distribution with mean 0 and deviation 1. */
	normal(): number;
}

/** A 32-bit hash of a text (FNV-1a), to give each part of the work a stream of its own. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash >>> 0;
}

/** Opens the stream of a name (mulberry32, by Tommy Ettinger): other names give other numbers. */
export function openRandom(name: string): Random {
	let state = hashOf(name);
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const at = <T>(list: readonly T[], index: number): T => {
		const found = list[Math.min(index, list.length - 1)];
		if (found === undefined) throw new Error('There is nothing to choose from.');
		return found;
	};
	return {
		next,
		below: (below) => Math.floor(next() * below),
		chance: (share) => next() < share,
		pick: (list) => at(list, Math.floor(next() * list.length)),
		// The continuous form of 1/rank: even steps in the logarithm of the rank.
		zipf: (list, steep = 1) =>
			at(list, Math.floor(Math.exp(next() ** steep * Math.log(list.length + 1))) - 1),
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
	};
}
