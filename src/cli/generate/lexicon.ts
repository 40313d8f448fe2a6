/**
 * The words of the invented archive: a few hundred real ones, which come most, and several thousand made of
 * English-looking syllables, which come seldom; so that a search meets common words and rare ones as in print.
 */
import { openRandom, type Random } from './random.ts';

const split = (words: string) => words.trim().split(/\s+/);

const realNouns = split(`
worker government company city year plan law school hospital council union report minister price river family
mill harbour railway bridge factory court market wage house farmer teacher strike election party road water
village crisis fund police bank letter meeting history office tax island coal ship trial winter summer border
army press factory paper student doctor nurse miner driver tenant owner library museum theatre festival debate
vote treaty budget contract debt rent harvest storm flood fire drought engine station canal tram port yard dock
crane warehouse quarry field forest garden kitchen street square tower wall gate church cathedral monastery
archive museum photograph film song orchestra poem novel language dictionary map border passport refugee
stranger neighbour child mother father widow orphan pension insurance medicine fever vaccine clinic laboratory
experiment telescope satellite computer telephone radio newspaper editor reporter printer censor prison judge
lawyer witness verdict appeal sentence constitution parliament senate president mayor deputy ambassador embassy
alliance war peace truce soldier officer general weapon mine tank aircraft airport pilot passenger ticket
holiday hotel restaurant bakery bread butter sugar salt fish herring whale boat net sailor captain lighthouse`);
const realVerbs = split(`
demand reject open close discuss report expect follow return call answer reach turn remain support protest
accuse deny defend promise propose announce approve delay cancel abandon restore repair replace remove protect
inspect visit question record print publish photograph collect count measure compare reveal conceal explain
argue warn threaten appeal object vote march gather occupy block halt resume extend reduce increase double
limit tax borrow invest ruin rescue welcome attack punish pardon arrest release search question need want
organise unite divide join launch land load unload pack ship sail plant harvest water flood burn damage
destroy repeat remember honour praise mock ignore doubt trust fear`);
const realAdjectives = split(`
new old public local national large small long short high low late early young poor rich common general free
open closed secret recent former foreign modern ancient northern southern eastern western coastal rural urban
industrial federal municipal private royal military civil social economic political historic medical legal
annual daily weekly bitter quiet sudden heavy light cheap costly safe dangerous empty crowded broken hidden
famous forgotten temporary permanent angry cautious hopeful reluctant independent rival joint single final`);
const realAdverbs = split(`
again already finally quickly slowly openly quietly often seldom later soon still twice almost nearly
yesterday nearby together abroad instead everywhere`);

const onsets = split(
	'b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w wh'
);
const middles = split('a e i o u ea ai ou oa ee a e i o u');
const codas = split('l n r s t nd rt st m ck ll ng nt rd th d p sk lm rn');
const joints = split('b d f l m n r s t v nd nt rt st mb ck ll rr ss tt');
const nounEndings = split(
	'age ance el er et ian ing ism ist ity ment mony ness ock or ship tion ure ward wick ode'
);
const verbEndings = split('er ish en le ow el it and ess ort ain ure');
const adjectiveEndings = split(
	'able al ant ary ent esque ful ible ic ish ive less ous some y ern ine'
);

function inventWords(name: string, count: number, endings: readonly string[]): string[] {
	const random = openRandom(`words ${name}`);
	const words = new Set<string>();
	while (words.size < count) {
		const long = random.chance(0.45) ? random.pick(middles) + random.pick(joints) : '';
		const stem = random.pick(onsets) + long + random.pick(middles) + random.pick(codas);
		const word = stem + random.pick(endings);
		if (word.length >= 5 && word.length <= 13) words.add(word);
	}
	return [...words];
}

/** Lists of words, the commonest first. */
export interface Lexicon {
	nouns: string[];
	verbs: string[];
	adjectives: string[];
	adverbs: string[];
}

function unique(words: readonly string[]): string[] {
	return [...new Set(words)];
}

/** The archive's words, about 6,000 with those made from them. */
export function openLexicon(): Lexicon {
	const adjectives = unique([
		...realAdjectives,
		...inventWords('adjectives', 1100, adjectiveEndings)
	]);
	return {
		nouns: unique([...realNouns, ...inventWords('nouns', 2800, nounEndings)]),
		verbs: unique([...realVerbs, ...inventWords('verbs', 900, verbEndings)]),
		adjectives,
		adverbs: unique([...realAdverbs, ...adjectives.slice(120, 420).map((word) => `${word}ly`)])
	};
}

/** Proper names that belong to no real place. */
export function inventPlaces(count: number): string[] {
	const random: Random = openRandom('places');
	const ends = split('by ford haven holm mouth ness port stad ton vik wick dorp gora mar polis');
	const places = new Set<string>();
	while (places.size < count) {
		const onset = random.pick(onsets.filter((start) => start.length < 3));
		const name = onset + random.pick(middles) + random.pick(codas) + random.pick(ends);
		if (name.length > 5) places.add(name.charAt(0).toUpperCase() + name.slice(1));
	}
	return [...places];
}

const vowelEnd = /[aeiou]$/;

/** The past of a regular verb. */
export function pastOf(verb: string): string {
	if (verb.endsWith('e')) return `${verb}d`;
	if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
	if (verb === 'ship' || verb === 'cancel') return `${verb}${verb.at(-1) ?? ''}ed`;
	return `${verb}ed`;
}

/** What is not counted: its plural is of those who deal in it. */
const uncounted = new Set(
	split(
		'bread flour butter sugar salt fish coal grain steel rainfall turnout asylum herring history'
	)
);

/** The plural of a noun. */
export function pluralOf(noun: string): string {
	if (uncounted.has(noun)) return `${noun} merchants`;
	if (noun === 'crisis') return 'crises';
	if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
	if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
	return `${noun}s`;
}

/** A word with the article that its sound asks for. */
export function withA(word: string): string {
	return `${vowelEnd.test(word.charAt(0)) ? 'an' : 'a'} ${word}`;
}
