/** What the head of an article's page says to reference managers, search engines and social sites, as data. */
import type { Article } from '../archive/article.ts';
import { knownOf } from '../archive/known.ts';
import { datePartsOf, digitsOf } from './dates.ts';
import { fullName, sortedName, type Name } from './names.ts';
import type { Reference } from './reference.ts';
import { cite } from './styles.ts';

/** A `meta` element: of `name` (Highwire, Dublin Core) or of `property` (Open Graph). */
export interface Tag {
	name?: string;
	property?: string;
	content: string;
}

/** Year, month and day as digits, as far as they are known, where the date is certain and no season or range; else null. */
function certainDigits(edtf: string | null): string[] | null {
	if (edtf === null || knownOf(edtf) === 'uncertain' || edtf.includes('X')) return null;
	const parts = datePartsOf(edtf);
	if (parts?.length !== 1 || parts[0].season !== undefined) return null;
	return digitsOf(parts[0]);
}

/**
 * A name as Zotero parts it aright, by the rules of its translator for embedded metadata: a comma stands before the given
 * name, and the last word of what has none is taken for a family name, so that one at the end says that a name is whole.
 * A name of a single tag is parted in two where words stand on both sides of its comma; a semicolon at its end prevents
 * that. What follows a second comma is dropped, so that a name with a mark of descent is given whole.
 */
function taggedName(name: Name): string {
	if ('literal' in name || name.suffix !== undefined)
		return `${fullName(name).replace(/[,;]/g, '')},`;
	const parted = [name.family, name.given].every((part) => part.includes(' '));
	return sortedName(name) + (parted ? ';' : '');
}

/**
 * Highwire and Dublin Core tags, and Open Graph. A doubtful date is given as EDTF, which can say so, and nowhere else:
 * the others have no way to.
 */
export function tagsOf(
	reference: Reference,
	article: Pick<Article, 'rights'>,
	description: string
): Tag[] {
	const { title, names, publication, edtf, language, address, archive } = reference;
	const certain = certainDigits(edtf);
	const tags: [key: string, content: string | null][] = [
		// Fields of Zotero's own. It would take the article for one of a scholarly journal, and does so in spite of its type
		// where `citation_journal_title` stands: what it appeared in is read from `DC.source`.
		['z:itemType', 'newspaperArticle'],
		['z:archive', `${archive}, version ${reference.version}`],
		['z:archiveLocation', reference.location],
		['z:extra', reference.notes.join(' ') || null],
		['citation_title', title],
		...names.map((name): [string, string] => ['citation_author', taggedName(name)]),
		['citation_publication_date', certain?.join('/') ?? null],
		['citation_language', language],
		['citation_public_url', address],
		['citation_fulltext_html_url', address],
		['DC.title', title],
		...names.map((name): [string, string] => ['DC.creator', fullName(name)]),
		['DC.date', edtf],
		['DC.source', publication],
		['DC.publisher', reference.publisher],
		['DC.language', language],
		['DC.type', 'Text'],
		['DC.identifier', address ?? reference.id],
		['DC.rights', article.rights],
		['DCTERMS.isPartOf', `${archive}, version ${reference.version}`],
		['DCTERMS.bibliographicCitation', cite(reference, 'chicago')]
	];
	const social: [property: string, content: string | null][] = [
		['og:type', 'article'],
		['og:title', title],
		['og:description', description],
		// Else what it appeared in would be read from it.
		['og:site_name', publication === null ? null : archive],
		['og:url', address],
		['article:published_time', certain?.length === 3 ? certain.join('-') : null]
	];
	return [
		...tags.flatMap(([name, content]) => (content === null ? [] : { name, content })),
		...social.flatMap(([property, content]) => (content === null ? [] : { property, content }))
	];
}

/** Whether a literal name is a person or a body is not known, so that it stands as text. */
function authorOf(name: Name): unknown {
	if ('literal' in name) return name.literal;
	const { given, family, suffix } = name;
	return {
		'@type': 'Person',
		name: fullName(name),
		givenName: given,
		familyName: family,
		...(suffix !== undefined && { honorificSuffix: suffix })
	};
}

/** The article as schema.org’s NewsArticle. Of a doubtful date only the credit line tells, which can say so. */
export function newsArticle(
	reference: Reference,
	article: Pick<Article, 'deck' | 'rights' | 'words'>,
	description: string
): Record<string, unknown> {
	const { id, title, names, publication, edtf, language, address, archive } = reference;
	const certain = certainDigits(edtf);
	return {
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		identifier: id,
		headline: title,
		...(article.deck !== null && { alternativeHeadline: article.deck }),
		description,
		...(names.length > 0 && { author: names.map(authorOf) }),
		...(certain && { datePublished: certain.join('-') }),
		inLanguage: language,
		wordCount: article.words,
		isAccessibleForFree: true,
		isPartOf: [
			...(publication === null ? [] : [{ '@type': 'Periodical', name: publication }]),
			{ '@type': 'Collection', name: archive, version: reference.version }
		],
		creditText: cite(reference, 'chicago'),
		...(address !== null && { url: address, mainEntityOfPage: address }),
		...(article.rights !== null && { license: article.rights })
	};
}

/**
 * JSON that may stand in a `script` element, escaped as text or not: neither `</script` nor an entity can be read into
 * it.
 */
export function scriptJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
