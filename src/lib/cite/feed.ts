/** Atom feeds (RFC 4287): the newest articles of an archive, of an author, of a publication. */
import { asciiWords, shortHash } from '../archive/text.ts';
import type { ArticleDate } from '../archive/article.ts';
import { fullName } from './names.ts';
import type { Reference } from './reference.ts';
import { element, escapeXml, xmlDeclaration } from './xml.ts';

/** Articles in one feed: what a reader who comes by once in a while has missed. */
export const mostInFeed = 50;

/** The feed of the whole archive; the others are named by `feedName`. */
export const newestFeed = 'newest';

/** The name of an author's or a publication's feed: readable, and no two alike. */
export function feedName(kind: 'author' | 'publication', name: string): string {
	const words = asciiWords(name).slice(0, 8).join('-').slice(0, 60);
	return [kind, words, shortHash(name)].filter((part) => part !== '').join('-');
}

export interface FeedEntry {
	reference: Reference;
	date: Pick<ArticleDate, 'edtf' | 'last'> | null;
	summary: string;
}

export interface Feed {
	title: string;
	/** Permanent; an address where one is known. */
	id: string;
	/** Its own whole address; null where it is not known. */
	self: string | null;
	/** Of the page it is about, whole or relative to the feed. */
	page: string;
	/** The newest first. */
	entries: readonly FeedEntry[];
}

/**
 * Atom wants a time for every entry, and readers sort by it: the end of the last day that the date can mean. It says
 * nothing of when an article appeared; `published` does, where the day is certain.
 */
function updatedOf(date: FeedEntry['date'], otherwise: string): string {
	return `${date?.last ?? otherwise}T23:59:59Z`;
}

function entryText({ reference, date, summary }: FeedEntry, otherwise: string): string {
	const { id, title, names, edtf, address } = reference;
	const certain = edtf !== null && /^\d{4}-\d{2}-\d{2}$/.test(edtf);
	const authors = names
		.map((name) => `		<author><name>${escapeXml(fullName(name))}</name></author>\n`)
		.join('');
	return [
		'	<entry>\n',
		element('id', address ?? `urn:hemeroteca:article:${id}`, '\t\t'),
		element('title', title, '\t\t'),
		`		<link rel="alternate" type="text/html" href="${escapeXml(address ?? `../article/${id}/`)}"/>\n`,
		element('updated', updatedOf(date, otherwise), '\t\t'),
		element('published', certain ? `${edtf}T00:00:00Z` : null, '\t\t'),
		// The date as it is known, in EDTF.
		element('dc:date', edtf, '\t\t'),
		element('dc:source', reference.publication, '\t\t'),
		authors,
		element('summary', summary, '\t\t'),
		'	</entry>\n'
	].join('');
}

/** The text of a feed. */
export function writeFeed(feed: Feed, archive: string): string {
	const days = feed.entries.map(({ date }) => date?.last ?? '').sort();
	const otherwise = days.at(-1) || '1970-01-01';
	return [
		xmlDeclaration,
		'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
		element('id', feed.id, '\t'),
		element('title', feed.title, '\t'),
		element('updated', updatedOf(null, otherwise), '\t'),
		// An unsigned article has the archive for its author: Atom wants one.
		`	<author><name>${escapeXml(archive)}</name></author>\n`,
		`	<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>\n`,
		feed.self === null ? '' : `	<link rel="self" href="${escapeXml(feed.self)}"/>\n`,
		...feed.entries.map((entry) => entryText(entry, otherwise)),
		'</feed>\n'
	].join('');
}
