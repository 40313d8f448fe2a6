/** Decides what there will be: which articles, when, where, by whom and about what. Writes none of them. */
import { dayOf, partsOf, type Day } from '../../lib/archive/day.ts';
import { inventAuthors, publications, type Author, type Publication } from './names.ts';
import { openRandom, type Random } from './random.ts';
import { heatOf, inventTopics, type Topic } from './topics.ts';

/** The first of the forty years, and the last. */
export const years = [1985, 2024] as const;
const months = (years[1] - years[0] + 1) * 12;

/** An article that is to be written. */
export interface Plan {
	/** A number of its own, from 0. */
	number: number;
	day: Day;
	topic: Topic;
	publication: Publication;
	/** Names; empty where it is unsigned. */
	authors: string[];
	/** About so many words. */
	words: number;
}

/** Chooses cells of a table in proportion to their weights. */
function openWheel<T>(
	cells: readonly (readonly [cell: T, weight: number])[]
): (random: Random) => T {
	const sums: number[] = [];
	let sum = 0;
	for (const [, weight] of cells) sums.push((sum += weight));
	return (random) => {
		const at = random.next() * sum;
		let [low, high] = [0, sums.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) > at) high = middle;
			else low = middle + 1;
		}
		const found = cells[low];
		if (!found) throw new Error('There is nothing to choose from.');
		return found[0];
	};
}

const writesIn = (year: number) => (one: { years: readonly [number, number] }) =>
	one.years[0] <= year && year <= one.years[1];

/** Half of the articles are signed by those whose subject it is, so that authors have profiles. */
function authorsOf(
	random: Random,
	pool: readonly Author[],
	topic: number,
	topics: number
): string[] {
	const own = pool.filter((_, at) => at % topics === topic);
	const pick = () => random.zipf(own.length > 0 && random.chance(0.5) ? own : pool).name;
	const first = pick();
	if (!random.chance(0.06)) return [first];
	const second = pick();
	return second === first ? [first] : [first, second];
}

/** Words in an article: log-normal, most near 450, and now and then a mere notice. */
function lengthOf(random: Random): number {
	if (random.chance(0.02)) return 40;
	return Math.round(Math.min(3000, Math.max(90, Math.exp(Math.log(430) + 0.55 * random.normal()))));
}

/** Plans so many articles, in the order of their days. */
export function planArticles(count: number): Plan[] {
	const random = openRandom('plan');
	const topics = inventTopics(months);
	const authors = inventAuthors(Math.min(420, 24 + Math.round(count / 14)), ...years);
	const cells = topics.flatMap((topic, at) =>
		Array.from({ length: months }, (_, month) => {
			const growth = 0.5 + month / months;
			return [{ topic, at, month }, heatOf(topic, month) * growth] as const;
		})
	);
	const turn = openWheel(cells);
	const papers = new Map<number, (random: Random) => Publication>();
	const pools = new Map<number, Author[]>();
	for (let year = years[0]; year <= years[1]; year += 1) {
		const alive = publications.filter(writesIn(year));
		papers.set(year, openWheel(alive.map((one) => [one, one.weight] as const)));
		const pool = authors.filter(writesIn(year));
		pools.set(year, pool.length > 0 ? pool : authors);
	}
	const plans = Array.from({ length: count }, (): Omit<Plan, 'number'> => {
		const { topic, at, month } = turn(random);
		const year = years[0] + Math.floor(month / 12);
		const lastDate = partsOf(dayOf(year, (month % 12) + 2, 0)).date;
		const day = dayOf(year, (month % 12) + 1, 1 + random.below(lastDate));
		const publication = papers.get(year)?.(random);
		if (!publication) throw new Error(`Nothing appeared in ${year}.`);
		const signed = random.chance({ daily: 0.9, digest: 0.35, magazine: 0.75 }[publication.form]);
		return {
			day,
			topic,
			publication,
			authors: signed ? authorsOf(random, pools.get(year) ?? authors, at, topics.length) : [],
			words: lengthOf(random)
		};
	});
	return plans.sort((a, b) => a.day - b.day).map((plan, number) => ({ number, ...plan }));
}
