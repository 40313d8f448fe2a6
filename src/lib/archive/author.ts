/** An author as the archive knows one: an address that lasts, and the account that stands there. */
import { asciiWords, shortHash } from './text.ts';
import { splitWords } from './words.ts';

const longestWord = 32;
const mostWords = 6;

/**
 * The part of an address that stands for a name: its words in [a-z0-9], then a mark made of the whole name. It depends
 * on the name alone, so that it is the same whoever else is in the archive; names that differ in an accent, or are in
 * a script without such letters, have marks of their own.
 */
export function authorSlug(name: string): string {
	const whole = name.normalize('NFC');
	const words = asciiWords(whole)
		.slice(0, mostWords)
		.map((word) => word.slice(0, longestWord));
	// Without words two marks in a row: one of 32 bits alone is too little for thousands of names.
	if (words.length === 0) words.push(shortHash(`\n${whole}`));
	return [...words, shortHash(whole)].join('-');
}

/** Who signs: a person, a body (a committee, an agency, a newsroom), or nobody. */
export const signers = ['person', 'body', 'nobody'] as const;
export type Signer = (typeof signers)[number];

/** Words of which one in a name says that it is a body's: English, and some of German, Spanish, French and Italian. */
const bodyWords = new Set(
	`agence agencia agency agentur alliance assembly association board bureau campaign center centre club coalition
	collective comite comitee commission committee company conference congress contributor contributors cooperative correspondent correspondents
	council department desk editor editorial editors federation foundation government group guild initiative institute
	institution komitee league media ministry movement network news newspaper newsroom office organisation organization
	partei partido parti partito party press reader readers redaccion redaction redaktion redazione reporter reporters
	secretariat service sindacato sindicato society staff students syndicate team union university workers
	aap afp ansa ap bbc dpa efe reuters tass upi xinhua`.split(/\s+/)
);

/** Names of which a curator says whose they are. */
export type SignersSaid = Record<Exclude<Signer, 'nobody'>, string[]>;

/**
 * Who signs with a name, the empty name being nobody's: as a curator says, else a body where a word of the name is one
 * such as "Committee" or "Press". No text says it, so that whoever shows it has to say how it is known.
 */
export function signerOf(name: string, said?: SignersSaid): Signer {
	if (name === '') return 'nobody';
	if (said?.body.includes(name)) return 'body';
	if (said?.person.includes(name)) return 'person';
	return splitWords(name).some(({ word }) => bodyWords.has(word)) ? 'body' : 'person';
}

/** An article as it is listed under its author. */
export interface AuthorArticle {
	id: string;
	/** As printed, or null; then `supplied` holds the opening words. */
	headline: string | null;
	supplied: string | null;
	edtf: string | null;
	/** First and last day that the date can mean, since 1970-01-01; null where undated. */
	first: number | null;
	last: number | null;
	publication: string | null;
	words: number;
	language: string;
}

/** A name and how many of the author's articles have it. */
export interface NameCount {
	name: string;
	articles: number;
}

/** A word that tells an author's articles from all others: see press/distinctive. */
export interface DistinctiveTerm {
	word: string;
	/** How often it stands in the author's articles, and in the whole archive. */
	own: number;
	all: number;
	/** In how many of the author's articles. */
	articles: number;
	/** Log-odds ratio over its standard error. */
	z: number;
}

/** An account as it is published. */
export interface PublishedAccount extends AuthorAccount {
	/** The version of the archive that it is of. */
	version: string;
	/** The whole address of the page; null where the archive says none. */
	address: string | null;
	/** The path of the author's Atom feed on the site; null where there is none. */
	feed: string | null;
}

/** Everything that an author's page says. */
export interface AuthorAccount {
	name: string;
	/** By first day; undated last. */
	articles: AuthorArticle[];
	/** Most articles first, then by name; a name is another author's. */
	coAuthors: NameCount[];
	/** Likewise; the empty name stands for none named. */
	publications: NameCount[];
	/** Other names that a curator brought under this one; null where there are none. */
	merge: { variants: string[]; pseudonyms: string[]; reason: string; line: number } | null;
	/** Null where they were not computed: in a large archive, and where the page was made in the browser. */
	terms: DistinctiveTerm[] | null;
}
