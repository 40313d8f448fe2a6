/** Sentences and headlines that say nothing, in the proportions of real ones: what a headline names, its article tells of. */
import { pastOf, pluralOf, withA, type Lexicon } from './lexicon.ts';
import type { Random } from './random.ts';
import type { Topic } from './topics.ts';

/** Where words and chance come from while one article is written. */
export interface Pen {
	random: Random;
	lexicon: Lexicon;
	places: readonly string[];
	people: readonly string[];
	topic: Topic;
	/** The year of the article, for the years it speaks of. */
	year: number;
}

/** What an article is about, in the words of its headline. */
export interface Story {
	subject: string;
	object: string;
	act: string;
	quality: string;
	place: string;
}

/** Nouns, verbs and adjectives that may stand in a headline: the real ones, at the head of each list. */
const headlineWords = { nouns: 170, verbs: 100, adjectives: 75 };
/** Real words come first in each list: so that most of a sentence is made of them. */
const steep = 1.4;
const prepositions = [
	'of',
	'in',
	'for',
	'with',
	'from',
	'under',
	'against',
	'after',
	'before',
	'near'
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * How often the lead takes up a word of the headline, and how often the first sentence of a later paragraph does: then
 * two thirds of a headline's words stand in the lead and nine tenths in the article, as in the repository's seeds.
 */
const takenUp = { lead: 0.65, later: 0.25 };

const common = (pen: Pen, list: readonly string[], most: number) =>
	pen.random.pick(list.slice(0, most));

export function inventStory(pen: Pen): Story {
	const { random, lexicon } = pen;
	return {
		subject: random.zipf(pen.topic.nouns),
		object: common(pen, lexicon.nouns, headlineWords.nouns),
		act: common(pen, lexicon.verbs, headlineWords.verbs),
		quality: common(pen, lexicon.adjectives, headlineWords.adjectives),
		place: random.zipf(pen.places)
	};
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function noun(pen: Pen): string {
	return pen.random.chance(0.28)
		? pen.random.zipf(pen.topic.nouns)
		: pen.random.zipf(pen.lexicon.nouns, steep);
}

const verb = (pen: Pen) => pen.random.zipf(pen.lexicon.verbs, steep);
const adjective = (pen: Pen) => pen.random.zipf(pen.lexicon.adjectives, steep);

function figure(pen: Pen): string {
	const { random } = pen;
	const size = 2 + Math.floor(Math.exp(random.next() * 9));
	return size > 999
		? `${Math.floor(size / 1000)},${String(size % 1000).padStart(3, '0')}`
		: String(size);
}

function thing(pen: Pen): string {
	const { random } = pen;
	switch (random.below(13)) {
		case 0:
		case 1:
			return `the ${noun(pen)}`;
		case 2:
		case 3:
			return `the ${adjective(pen)} ${noun(pen)}`;
		case 4:
			return withA(noun(pen));
		case 5:
			return withA(`${adjective(pen)} ${noun(pen)}`);
		case 6:
			return `${figure(pen)} ${pluralOf(noun(pen))}`;
		case 7:
			return `the ${noun(pen)} of ${random.zipf(pen.places)}`;
		case 8:
			return `${random.zipf(pen.places)}’s ${adjective(pen)} ${noun(pen)}`;
		case 9:
			return `the ${noun(pen)} of the ${noun(pen)}`;
		case 10:
			return `${adjective(pen)} ${pluralOf(noun(pen))}`;
		case 11:
			return random.zipf(pen.people);
		default:
			return `the ${pluralOf(noun(pen))}`;
	}
}

function deed(pen: Pen): string {
	const { random } = pen;
	const word = verb(pen);
	switch (random.below(8)) {
		case 0:
			return `${pastOf(word)} ${thing(pen)} ${random.pick(prepositions)} ${thing(pen)}`;
		case 1:
			return `had ${pastOf(word)} ${thing(pen)}`;
		case 2:
			return `would ${word} ${thing(pen)}`;
		case 3:
			return `was ${pastOf(word)} by ${thing(pen)}`;
		case 4:
			return `refused to ${word} ${thing(pen)}`;
		case 5:
			return random.chance(0.5)
				? `${pastOf(word)} ${random.zipf(pen.lexicon.adverbs)}`
				: `${pastOf(word)} no ${noun(pen)}`;
		case 6:
			return `did not ${word} ${thing(pen)} ${random.pick(prepositions)} ${thing(pen)}`;
		default:
			return `${pastOf(word)} ${thing(pen)}`;
	}
}

const clause = (pen: Pen) => `${thing(pen)} ${deed(pen)}`;

function opening(pen: Pen): string {
	const { random } = pen;
	switch (random.below(9)) {
		case 0:
			return `In ${pen.year - random.below(30)}, `;
		case 1:
			return `On ${random.pick(weekdays)}, `;
		case 2:
			return `According to ${thing(pen)}, `;
		case 3:
			return `Since ${pen.year - 1 - random.below(12)} `;
		case 4:
			return 'But ';
		default:
			return '';
	}
}

/** A sentence of 6 to 40 words. */
export function writeSentence(pen: Pen): string {
	const { random } = pen;
	const first = opening(pen);
	const main = clause(pen);
	switch (random.below(8)) {
		case 0:
			return capital(`${first}${main}, while ${clause(pen)}.`);
		case 1:
			return capital(`${first}${main} because ${clause(pen)}.`);
		case 2:
			return capital(`${first}${main}, and ${clause(pen)}.`);
		case 3:
			return `“${capital(main)},” said ${random.zipf(pen.people)} of ${thing(pen)}. “${capital(clause(pen))}.”`;
		case 4:
			return capital(`${first}${main}, ${random.chance(0.5) ? 'which' : 'who'} ${deed(pen)}.`);
		case 5:
			return capital(`${first}it was reported that ${main} at a cost of ${cost(pen)}.`);
		default:
			return capital(`${first}${main}.`);
	}
}

function cost(pen: Pen): string {
	const { random } = pen;
	return random.chance(0.5)
		? `$${1 + random.below(9)}.${random.below(10)} million`
		: `${figure(pen)} crowns`;
}

/** Words in a text, as anyone would count them. */
export function countWords(text: string): number {
	return text.split(' ').length;
}

/** A sentence that tells what the headline says, each word of it with a chance. */
function writeTelling(pen: Pen, story: Story, chance: number): string {
	const { random } = pen;
	const told = (word: string, other: () => string) => (random.chance(chance) ? word : other());
	const subject = told(story.subject, () => noun(pen));
	const object = told(story.object, () => noun(pen));
	const act = told(story.act, () => verb(pen));
	const quality = told(story.quality, () => adjective(pen));
	const place = told(story.place, () => random.zipf(pen.places));
	return `${capital(pluralOf(subject))} in ${place} ${pastOf(act)} the ${quality} ${object}.`;
}

/**
 * Paragraphs of about so many words in all, about a story; the first is never short, so that it cannot be taken for a
 * headline.
 */
export function writeParagraphs(pen: Pen, words: number, story: Story): string[] {
	const paragraphs: string[] = [];
	let left = words;
	while (left > 0) {
		const sentences: string[] = [];
		if (paragraphs.length === 0) sentences.push(writeTelling(pen, story, takenUp.lead));
		else sentences.push(writeTelling(pen, story, takenUp.later));
		const most = 2 + pen.random.below(4);
		while (sentences.length < most || sentences.join(' ').length < 200) {
			sentences.push(writeSentence(pen));
			if (sentences.length >= 2 && words < 60 && sentences.join(' ').length >= 200) break;
		}
		const text = sentences.join(' ');
		paragraphs.push(text);
		left -= countWords(text);
	}
	return paragraphs;
}

function present(word: string): string {
	if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
	return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** A headline in the manner of headlines, with no full stop. */
export function writeHeadline(pen: Pen, { subject, object, act, quality, place }: Story): string {
	const { random, lexicon } = pen;
	switch (random.below(9)) {
		case 0:
			return `${place} ${pluralOf(subject)} ${act} ${quality} ${object}`;
		case 1:
			return `${capital(pluralOf(subject))} ${act} ${object} in ${place}`;
		case 2:
			return `${capital(quality)} ${subject} ${present(act)} ${pluralOf(object)} of ${place}`;
		case 3:
			return `No ${object} for ${place}’s ${pluralOf(subject)}`;
		case 4:
			return `${place}: ${quality} ${subject} ${present(act)} ${object}`;
		case 5:
			return `Who ${pastOf(act)} the ${quality} ${subject} of ${place}?`;
		case 6:
			return `${capital(subject)} and ${object}: the ${quality} ${common(pen, lexicon.nouns, headlineWords.nouns)} of ${place}`;
		case 7:
			return `${figure(pen)} ${pluralOf(object)} ${act} the ${subject} at ${place}`;
		default:
			return `${capital(pluralOf(object))} ${act} ${quality} ${subject} as ${place} ${present(common(pen, lexicon.verbs, headlineWords.verbs))}`;
	}
}

/** What a picture would show, with its credit. */
export function writeCaption(pen: Pen): string {
	return `${capital(thing(pen))} at ${pen.random.zipf(pen.places)} [Photo: ${pen.random.zipf(pen.people)}]`;
}

/** The heading of a section. */
export function writeHeading(pen: Pen): string {
	const { random, lexicon } = pen;
	const title = capital(random.pick(lexicon.adjectives.slice(0, headlineWords.adjectives)));
	return `${title} ${capital(pluralOf(random.zipf(pen.topic.nouns)))} of ${random.zipf(pen.places)}`;
}
