/** Names of authors, parted into given and family name only where that is certain. */

/** A person whose names can be told apart, or a name that stands as it was printed. */
export type Name = { family: string; given: string; suffix?: string } | { literal: string };

/** Words that a body has in its name, or somebody who does not give one; whole ones, in whatever letters the rest is. */
const notPerson =
	/(?<!\p{L})(?:agency|archive|association|board|bureau|club|collective|committee|company|congress|correspondents?|council|department|desk|editors?|equality|federation|foundation|front|gazette|group|institute|international|league|magazine|ministry|movement|network|news|observer|office|paper|party|press|readers?|reporters?|reuters|service|site|society|staff|students?|team|times|union|university|workers|writers?|an?(?!\.)|our|one|the|old|special|by|from|and|for|of)(?!\p{L})/iu;
/** Before a name: then the word after it may be either name ("Lord Byron", "Sister Anna"). */
const titles =
	/^(?:brother|captain|col|colonel|dame|doctor|dr|father|gen|general|judge|lady|lord|madame|miss|mme|mr|mrs|ms|pastor|prof|professor|rabbi|rev|reverend|saint|san|santa|sir|sister|st)\.?$/i;
/** Parts of a family name or marks of descent, after which it is not certain where the family name begins. */
const particles =
	/^(?:al|ap|ben|bin|da|das|de|del|della|den|der|di|do|dos|du|e|el|ibn|la|le|ten|ter|und|van|vel|von|y|zu)$/i;
const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Languages that write the family name last in all names of their own. */
const familyLast = new Set(
	'ca cs da de en es et fi fr gl hr is it lt lv nb nl nn no pl pt ro sk sl sq sv tr'.split(' ')
);
/** Family names that, where they come first, are often meant to: names of China, Korea, Viet Nam, Japan and Hungary. */
const familyFirst = new Set(
	`bui cai cao chan chang chen cheng choi chung dang deng ding do dong du duong fan fang feng fu gao gong guo han hao
	he ho hoang hong hou hu huang huynh jang jeong jiang jin jung kang kim kovács kwon lai lam le lee lei li liang liao
	lin liu long lu luo luu ma mao meng mo nagy ngo nguyen nie oh pan pang park peng pham phan qian qin ren ryu shao shen
	shi shin song su sun szabó tan tang tao tian to toth tóth tran trinh tsai vo vu wan wang wei wen wong wu xi xia xiang
	xiao xie xiong xu xue yan yang yao ye yi yin yoon you yu yuan zeng zhang zhao zheng zhong zhou zhu zou`.split(
		/\s+/
	)
);

/** A name written with a capital and then small letters, perhaps doubled (`Anne-Marie`, `O’Hara`, `McNeill`). */
const nameWord =
	/^\p{Lu}(?:\p{M}|\p{Ll}|\p{Lu}(?=\p{Ll}))*(?:[’'-]\p{Lu}(?:\p{M}|\p{Ll}|\p{Lu}(?=\p{Ll}))*)*$/u;
/** `A.`, `J.-P.`, `J.R.` */
const initials = /^(?:\p{Lu}\.-?)+$/u;
const latin = /^[\p{Script=Latin}\p{M}\s.’'-]+$/u;

/**
 * Parts a name where that is certain: written `Family, Given`; or two words, between which nothing but initials stands,
 * in Latin letters, in an article of a language that writes the family name last. It is not where a word belongs to a
 * body, a title, a particle, or a family name that may come first. What is not certain stays one literal name.
 */
export function partName(printed: string, language: string): Name {
	const key = `${language} ${printed}`;
	const known = parted.get(key);
	if (known) return known;
	const name = part(printed, language);
	parted.set(key, name);
	return name;
}

/** Names that have been asked for, by language and name: in a list of thousands of articles most come again. */
const parted = new Map<string, Name>();

function part(printed: string, language: string): Name {
	const literal = { literal: printed };
	if (!latin.test(printed.replace(',', '')) || notPerson.test(printed)) return literal;
	const [before = '', after, more] = printed.split(/\s*,\s*/);
	if (more !== undefined) return literal;
	if (after !== undefined && !suffixes.test(after)) {
		const isName = (word: string) => nameWord.test(word) || initials.test(word);
		const family = before.split(' ');
		// Where it is said what the family name is, particles belong to it.
		const whole =
			family.every((word) => isName(word) || particles.test(word)) &&
			family.some(isName) &&
			after.split(' ').every(isName);
		return whole ? { family: before, given: after } : literal;
	}
	if (!familyLast.has(language.split('-')[0] ?? '')) return literal;
	const words = before.split(' ');
	const given = words.slice(0, -1);
	const [first = '', family = ''] = [words[0], words.at(-1)];
	const certain =
		given.length > 0 &&
		nameWord.test(family) &&
		!words.some((word) => particles.test(word) || titles.test(word)) &&
		!familyFirst.has(first.toLowerCase()) &&
		(nameWord.test(first) || initials.test(first)) &&
		given.slice(1).every((word) => initials.test(word));
	if (!certain) return literal;
	return { family, given: given.join(' '), ...(after === undefined ? {} : { suffix: after }) };
}

/** A name in its usual order. */
export function fullName(name: Name): string {
	if ('literal' in name) return name.literal;
	const { given, family, suffix } = name;
	return `${given} ${family}${suffix === undefined ? '' : `, ${suffix}`}`;
}

/** A name under which it is sorted: `Reed, Kevin`; a literal name stays as it is. */
export function sortedName(name: Name): string {
	if ('literal' in name) return name.literal;
	const { given, family, suffix } = name;
	return `${family}, ${given}${suffix === undefined ? '' : `, ${suffix}`}`;
}
