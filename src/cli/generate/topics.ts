/** What the invented archive is about, and when: each topic runs low for years and bursts for some months. */
import { openRandom, type Random } from './random.ts';

/** A subject with the words that give it away. */
export interface Topic {
	nouns: string[];
	/** Months since the first: middle, breadth and height of each burst, over a base of 1. */
	bursts: { middle: number; breadth: number; height: number }[];
	/** How often it is written about when nothing happens. */
	weight: number;
}

const subjects = [
	'dock harbour crane tariff stevedore',
	'nurse hospital ward clinic vaccine',
	'flood river dam levee rainfall',
	'tenant rent landlord eviction housing',
	'railway tram timetable driver locomotive',
	'coal mine miner shaft colliery',
	'election ballot candidate coalition turnout',
	'bank debt creditor currency loan',
	'bread flour bakery harvest grain',
	'trial judge witness verdict appeal',
	'school teacher pupil classroom textbook',
	'theatre orchestra festival actor premiere',
	'border passport refugee asylum customs',
	'censor newspaper editor printer libel',
	'lighthouse trawler herring quota fishery',
	'telescope satellite comet observatory astronomer',
	'museum archive manuscript library catalogue',
	'drought reservoir irrigation well farmer',
	'steel furnace foundry layoff smelter',
	'football stadium goalkeeper referee supporter'
];

/** The topics of an archive of so many months. */
export function inventTopics(months: number): Topic[] {
	return subjects.map((words, at) => {
		const random: Random = openRandom(`topic ${at}`);
		const bursts = Array.from({ length: 1 + random.below(3) }, () => ({
			middle: random.next() * months,
			breadth: 1.5 + random.next() * 9,
			height: 8 + random.next() * 40
		}));
		return { nouns: words.split(' '), bursts, weight: 0.3 + random.next() };
	});
}

/** How much is written about a topic in a month, counted from the archive's first. */
export function heatOf(topic: Topic, month: number): number {
	const bursts = topic.bursts.reduce((sum, { middle, breadth, height }) => {
		const away = (month - middle) / breadth;
		return sum + height * Math.exp(-away * away);
	}, 0);
	return topic.weight * (1 + bursts);
}
