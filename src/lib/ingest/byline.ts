/** Credits as printed, to the persons or bodies they name. */
import { tidy } from '../archive/text.ts';
import type { Page } from './draft.ts';
import { readPrintedDate } from './dates.ts';
import { bodies, newsroom, opening, openingOf } from './credits.ts';

/** A line longer than this is no credit. */
const mostCredit = 250;
/** Where a report was written, after the name: `By Jo Berg in Cairo`. */
const place = /\s+in\s+\p{Lu}[\p{L}’' -]*$/u;
/** What a person is, after the name: `Anna Prins, staff writer`. */
const post =
	/^(?:our\s|the\s|senior\s|chief\s|staff\s)*(?:\p{L}+\s)?(?:writer|reporter|correspondent|editor)s?$/iu;
/** Where a person belongs, after the name: `Ilse Brandt, University of Marburg`. */
const affiliation = /\b(?:college|faculty|institute|museum|university)\b/i;
/** Letters after a name: `Walter Hale, MP`. */
const letters = /^(?:\p{Lu}\.?){2,4}$|^Ph\.? ?D\.?$/u;
const particles = new Set(
	'a al and au bin da das de del della den der di do dos du e el en et for ibn la le och of og the und van von y &'.split(
		' '
	)
);
const body =
	/\b(?:board|bureau|committee|correspondents?|desk|editors?|group|league|party|reporters?|staff|students|union|writers?|equality|site)\b/i;
/** A name that says that it is not the writer's: `By “Crotchet”`. */
const pseudonym = /^(?:“[^“”.!?]{2,40}”|"[^".!?]{2,40}")$/;
const generational = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Between two names. In "José Ortega y Gasset" it is part of one: other languages' words count between whole names. */
const joint =
	/\s+(?:[Aa]nd|AND|&)\s+|(?<=\S\s+\S+)\s+(?:et|ET|und|UND|y|Y|e|en|EN|och|OCH|og|OG)\s+(?=\S+\s+\S)/;

/** A credit without what the person is: `Anna Prins, staff writer`. */
function withoutPost(text: string): string {
	const comma = text.lastIndexOf(', ');
	return comma > 0 && post.test(text.slice(comma + 2)) ? text.slice(0, comma) : text;
}

/** How a name begins: a capital, after a preposition that is written onto it (`d’Aubigné`), or a script without small letters. */
const capital = /^["“(]?(?:[dl][’'])?(?:[\p{Lu}\p{Lt}\p{Lo}]|\p{Script=Georgian})/u;

function isNameWord(word: string): boolean {
	const bare = word.replace(/[,;]$/, '');
	if (bare === '' || /\d/.test(bare)) return false;
	return particles.has(bare.toLowerCase()) || capital.test(bare);
}

/** A body beside a person: `Nan Riddell and our own correspondent`; after a comma alone it is what the person is. */
const alsoBody =
	/(?<=\S\s\S.*),? and (?:our|the) (?:\p{Ll}+ )*(?:correspondents?|reporters?|staff|editors?)$/u;

/** Words that a lower-case line beginning with "by" has where it is no credit. */
const noName =
	/\b(?:an?|the|this|that|these|those|his|her|its|their|our|my|your|all|any|some|no|one|two|far|way|day|night|law|hand|then|now|not|being|having)\b|ing\b/;

/** True for `by anna prins`: a credit that is written small throughout. Its place must speak for it. */
function isSmallCredit(printed: string): boolean {
	return /^by \p{Ll}{2,}(?: \p{Ll}{2,}){1,2}$/u.test(printed) && !noName.test(printed);
}

/** True for `By Kevin Reed` and the like, a credit that says that it is one. `page`: that in which it stands. */
export function isStatedByline(line: string, page: Page): boolean {
	const text = line.trimStart();
	if (newsroom.test(text.trimEnd())) return true;
	const opens = posted.exec(text)?.[0] ?? openingOf(text, page);
	if (opens === '' || text.length > mostCredit) return false;
	const name = tidy(text.slice(opens.length)).replace(place, '');
	return pseudonym.test(name) || isNameLike(name);
}

/**
 * True for a short line that could be a name, several names or a body (`Kevin Reed`, `A. Lantier and Chris
 * Marsden`, `Our reporters`). Only its place in the file can say that it is a byline.
 */
export function isNameLike(line: string): boolean {
	const printed = tidy(line);
	const stated = opening.test(printed) || posted.test(printed);
	const whole = withoutPost(
		stated ? printed.replace(posted, '').replace(opening, '').replace(place, '') : printed
	);
	if (whole === '' || whole.length > 100) return false;
	// A body may sign with a person: "Nan Riddell and our own correspondent".
	const text = whole.replace(alsoBody, '');
	const last = text.split(' ').at(-1) ?? '';
	if (/[.!?:;…”"]$/.test(text) && !generational.test(last) && !(stated && pseudonym.test(text)))
		return false;
	const words = text.split(' ');
	if (words.length > 14) return false;
	if (bodies.test(printed)) return true;
	if (isSmallCredit(printed)) return true;
	if (/^(?:from\s)?(?:our|a|the|an)\s/i.test(text) && body.test(text)) return true;
	// A body of its own: "Gazette staff", "Staff reporters".
	if (
		words.length <= 3 &&
		/^\p{Lu}/u.test(text) &&
		/\b(?:staff|reporters?|correspondents?)$/i.test(text)
	)
		return true;
	return capital.test(text) && words.every(isNameWord);
}

/** How web pages open a credit: `Posted by Jo Hartley`. */
const posted = /^(?:posted|written|published|words|story|text) by\s+/i;

/** Parts a credit from the day that web pages set behind it: `By Jo Hartley on March 4, 2012`, `Jo Hartley | 4 March 2012`. */
export function partCredit(line: string): { credit: string; day: string | null } {
	// The hour tells nothing more.
	const credit = tidy(line).replace(
		/(?:,| at| à| um| a las| alle)? \d{1,2}(?:[:.]\d{2}|h(?:\d{2})?)(?: ?[ap]\.?m\.?| Uhr)?$/i,
		''
	);
	if (!/\d{4}$/.test(credit) || credit.length > mostCredit) return { credit, day: null };
	for (const parting of credit.matchAll(
		/(?<=\S\s\S+)(?:,?\s+(?:on|le|am|el|il|[|·•–—-])\s+|,?\s+)/g
	)) {
		const day = credit.slice(parting.index + parting[0].length);
		if (readPrintedDate(day) !== null) return { credit: credit.slice(0, parting.index), day };
	}
	return { credit, day: null };
}

/**
 * The authors in a credit: `By A, B and C` gives three, a body (`the Editorial Board`) one, in the order printed.
 * "and" does not part the name of a body.
 */
export function readAuthors(byline: string): string[] {
	const printed = tidy(byline);
	if (newsroom.test(printed)) return [printed.replace(/^[([]?(?:by|from) |\.?[)\]]?$/gi, '')];
	const text = partCredit(printed)
		.credit.replace(posted, 'By ')
		.replace(opening, '')
		.replace(/^from\s+(?=our\b|the\b|a\b)/i, '')
		.replace(place, '');
	const also = alsoBody.exec(text)?.[0] ?? '';
	const names = text.slice(0, text.length - also.length);
	const parts = names.split(/\s*[,;]\s+(?:and\s+|&\s+)?|\s+\/\s+/i).flatMap((part) => {
		if (body.test(part)) return [part];
		return part.split(joint);
	});
	const authors: string[] = [];
	for (const part of parts) {
		const before = authors.at(-1);
		if (before !== undefined && /\S\s\S/.test(before) && !body.test(before)) {
			if (post.test(part) || letters.test(part) || affiliation.test(part)) continue;
		}
		if (generational.test(part) && before !== undefined) {
			authors[authors.length - 1] = `${before}, ${part}`;
		} else if (part !== '') authors.push(part);
	}
	if (also !== '') authors.push(also.replace(/^,? and /, ''));
	return authors;
}
