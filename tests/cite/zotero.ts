/**
 * What Zotero makes of the tags of a page, by the rules of its translators "Embedded Metadata" and "RDF", as far as they
 * bear on our tags: tags of a known prefix are read first, those of Highwire over them.
 */
import type { Tag } from '../../src/lib/cite/tags.ts';

export interface Creator {
	lastName: string;
	firstName?: string;
}

/** A name is parted at its comma; what has none at its last space. */
function cleanAuthor(author: string): Creator {
	const bare = author.replace(/[\s,/[\]:.]+$/, '');
	if (author.includes(',')) {
		const [lastName = '', given] = bare.replace(/\.([^ ])/, '. $1').split(/, ?/);
		// The stop of an initial is taken off with the rest, and given back.
		const firstName = given?.replace(/(?<=^| )\p{Lu}(?= |$)/gu, '$&.');
		return { lastName, ...(firstName !== undefined && { firstName }) };
	}
	const space = bare.lastIndexOf(' ');
	if (space < 0) return { lastName: bare };
	return { lastName: bare.slice(space + 1), firstName: bare.slice(0, space) };
}

function creatorsOf(tags: readonly string[]): Creator[] {
	return tags.flatMap((content) => {
		let names = content.split(/\s*;\s*/);
		if (names.length === 1 && tags.length === 1) {
			const parts = content.split(/\s*,\s*/);
			const [before = '', after = ''] = parts;
			const particle = /^(?:van|de|von)/i.test(before);
			if (before.includes(' ') && after.includes(' ') && !particle) names = parts;
		}
		return names.filter((name) => /[^\s,-.;]/.test(name)).map(cleanAuthor);
	});
}

/** The item of a page with these tags. */
export function savedByZotero(tags: readonly Tag[]): {
	fields: Record<string, string>;
	creators: Creator[];
} {
	const all = (key: string) =>
		tags.flatMap(({ name, property, content }) =>
			(name ?? property ?? '').toLowerCase() === key.toLowerCase() ? [content] : []
		);
	const first = (...keys: string[]) => keys.flatMap(all)[0];
	const own = tags.flatMap(({ name, content }): [string, string][] =>
		name?.startsWith('z:') ? [[name.slice(2), content]] : []
	);
	const fields: Record<string, string | undefined> = {
		itemType: first('citation_title') === undefined ? 'webpage' : 'journalArticle',
		...Object.fromEntries(own),
		title: first('citation_title', 'DC.title', 'og:title'),
		publicationTitle: first('citation_journal_title', 'DC.source', 'og:site_name'),
		date: first('citation_publication_date', 'DC.date'),
		language: first('citation_language', 'DC.language'),
		abstractNote: first('og:description'),
		rights: first('DC.rights'),
		url: first('citation_public_url', 'og:url', 'citation_fulltext_html_url')
	};
	// In spite of what the page says.
	if (first('citation_journal_title') !== undefined) fields['itemType'] = 'journalArticle';
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	return {
		fields: Object.fromEntries(given) as Record<string, string>,
		creators: creatorsOf(all('citation_author'))
	};
}
