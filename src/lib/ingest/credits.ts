/**
 * How credits open: `By`, and its like in the other languages whose dates are read. `Von`, `Di` and `Door` begin names
 * and headlines in English too, so that they are believed only in a text that is in their language.
 */
import { lineAt, type Page } from './draft.ts';

/** What stands before a name, and words without which nobody writes a page of that language, and others do. */
const languages = [
	{ opening: 'von', words: 'und der das nicht ist mit ein eine zu' }, // German
	{ opening: 'par', words: 'les des une est dans que du et' }, // French
	{ opening: 'por', words: 'los las una del que el con' }, // Spanish
	{ opening: 'por', words: 'os uma não da do em que' }, // Portuguese
	{ opening: 'di', words: 'il gli che della del una è' }, // Italian
	{ opening: 'door', words: 'het een van niet zijn werd' }, // Dutch
	{ opening: 'av', words: 'och att det inte som är en' }, // Swedish
	{ opening: 'av', words: 'og det ikke som på er en' }, // Norwegian
	{ opening: 'af', words: 'og det ikke som på er en' } // Danish
].map(({ opening, words }) => ({ opening, words: new Set(words.split(' ')) }));

/** The share of such words that tells a language: they are a seventh of most texts, and hardly any of another's. */
const leastShare = 0.05;
/** So much of a page is looked at, in lines and characters of a line. */
const [sampleLines, sampleWidth] = [300, 400];

const openings = new Set(languages.map((each) => each.opening));
const either = (words: Iterable<string>) =>
	[...words]
		.map(
			(word) =>
				`[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}|${word.toUpperCase()}`
		)
		.join('|');
/** What is part of a name, and written small in it. */
const small = '(?:d[aeo]s?|del|de la|di|von|van(?: de[nr]?)?|den?|der|af|av)';

/** What opens a credit, of a line that is known to be one: a word before at least two names. */
export const opening = new RegExp(
	`^(?:[Bb][Yy]:?|(?:${either(openings)}):?(?=(?:\\s+(?:${small}\\s+)?(?:[dl][’'])?\\p{Lu}\\S*){2}))\\s+`,
	'u'
);

/** The same of a line that nothing else speaks for: two names must stand one after the other. */
const strict = new RegExp(
	`^(?:[Bb][Yy]:?|(${either(openings)}):?(?=(?:\\s+(?:[dl][’'])?\\p{Lu}\\S*){2}))\\s+`,
	'u'
);

/** Newsrooms that sign, as the same languages name them: `Von unserem Korrespondenten`, `La rédaction`. */
export const bodies = new RegExp(
	`^(?:${[
		'von unser\\p{L}* (?:\\p{L}+ )?(?:\\p{L}*korrespondent|berichterstatter|mitarbeiter)\\p{L}*|(?:die )?redaktion',
		'(?:de|par) (?:notre|nos) (?:correspondant|envoyé)\\p{L}*(?: \\p{L}+)?|la rédaction',
		'(?:de|por) nuestr[oa]s? (?:corresponsal|enviad)\\p{L}*(?: especial\\p{L}*)?|(?:la )?redacción',
		'(?:d[ao]s?|pel[ao]s?|por) noss[oa]s? (?:correspondente|enviad)\\p{L}*(?: especia\\p{L}*)?|(?:a )?redação',
		'da[li] nostr[oi] (?:corrispondent|inviat)\\p{L}*(?: special\\p{L}*)?|(?:la )?redazione',
		'van onze (?:\\p{L}+ )?(?:correspondent|verslaggever)\\p{L}*|(?:de )?redactie',
		'(?:från|fra) v(?:år|or)\\p{L}* (?:\\p{L}+ )?(?:korrespondent|medarbe[it]\\p{L}+)\\p{L}*|redak(?:tion|sjon)en'
	].join('|')})$`,
	'iu'
);

/** The same in English, which says itself that it is a credit: `(From Our Own Correspondent.)`, `By a staff reporter`. */
export const newsroom =
	/^[([]?(?:(?:from|by) (?:our|an?|the) (?:\p{L}+ ){0,2}|by (?:staff|special|local|foreign) )(?:correspondent|reporter|contributor)s?\.?[)\]]?$/iu;

/** What opens a credit that a line is, whatever stands around it in its page; empty where nothing does. */
export function openingOf(line: string, page: Page): string {
	const found = strict.exec(line);
	if (!found) return '';
	const word = found[1]?.toLowerCase();
	return word === undefined || openingsOf(page).has(word) ? found[0] : '';
}

const known = new WeakMap<Page, ReadonlySet<string>>();

function openingsOf(page: Page): ReadonlySet<string> {
	const found = known.get(page) ?? openingsIn(page);
	known.set(page, found);
	return found;
}

function openingsIn(page: Page): Set<string> {
	const counts = languages.map(() => 0);
	let all = 0;
	for (let line = 1; line <= Math.min(page.lines.length, sampleLines); line += 1) {
		const words =
			lineAt(page, line)
				.slice(0, sampleWidth)
				.toLowerCase()
				.match(/\p{L}+/gu) ?? [];
		all += words.length;
		for (const word of words) {
			for (const [at, language] of languages.entries()) {
				if (language.words.has(word)) counts[at] = (counts[at] ?? 0) + 1;
			}
		}
	}
	return new Set(
		languages.filter((_, at) => (counts[at] ?? 0) > all * leastShare).map((each) => each.opening)
	);
}
