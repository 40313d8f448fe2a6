/**
 * Feeds: RSS, Atom and the export of WordPress (WXR). Read as a stream of tags, so that each item knows its
 * lines; entities that a file declares itself are never expanded.
 */
import { Parser } from 'htmlparser2';
import type { Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { linesFrom, stated, type Dialect, type Page, type Reading } from '../draft.ts';
import { lineFinder, readMarkup } from '../markup.ts';
import { howToSettle, warning } from '../problem.ts';
import {
	draftOfRecord,
	joinNames,
	readStamp,
	readText,
	type FieldName,
	type Fields
} from '../record.ts';

/** Elements of an item, the best first, and the field each gives. */
const fieldsBy: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
	headline: ['title'],
	byline: ['dc:creator', 'author/name', 'author', 'itunes:author'],
	date: ['wp:post_date', 'pubDate', 'published', 'dc:date', 'issued', 'updated'],
	body: ['content:encoded', 'content', 'description', 'summary'],
	deck: ['excerpt:encoded'],
	language: ['dc:language']
};
/** Elements that an item has once for each of its authors. */
const repeated = new Set(fieldsBy.byline);
/** Elements that hold tags of their own where their text is not escaped: what stands in them is taken as it is. */
const mayHoldTags = new Set([...(fieldsBy.body ?? []), ...(fieldsBy.headline ?? [])]);
const channelNames = ['channel/title', 'feed/title', 'rdf:RDF/channel/title'];
const headLines = 30;
/** What is said of a whole feed stands at its top. */
const deepestTitle = 6;
const deepest = 500;

/** The text of an element, and the offset at which it begins. */
interface Part {
	text: string;
	at: number;
}

interface Item {
	parts: Map<string, Part>;
	/** Authors, each in an element of its own. */
	authors: Map<string, string[]>;
	from: number;
	/** How many elements it stands in, itself among them. */
	depth: number;
}

/** What a whole feed says that holds for its items. */
interface Channel {
	language: string | null;
	/** Those of an Atom feed, for entries that name none. */
	authors: string[];
	/** WordPress signs with the names by which people log in, and says at the top what these are called. */
	names: Map<string, string>;
}

const emptyDay = /^0{4}-/;

/** RSS gives authors as "address (Name)". */
function personIn(author: string): string {
	return /^\S+@\S+ \((.+)\)$/.exec(author)?.[1] ?? author;
}

/** The elements of an item as fields; `body` is the element the text is taken from. */
function fieldsOf(item: Item, channel: Channel): { fields: Fields; body: Part | null } {
	const fields: Fields = {};
	let body: Part | null = null;
	for (const [field, names] of Object.entries(fieldsBy) as [FieldName, readonly string[]][]) {
		for (const name of names) {
			const part = item.parts.get(name);
			const text = part?.text.trim() ?? '';
			if (!part || text === '' || (field === 'date' && emptyDay.test(text))) continue;
			if (field === 'body') body = part;
			else fields[field] = text;
			break;
		}
	}
	for (const name of fieldsBy.byline ?? []) {
		const authors = item.authors.get(name)?.map(personIn) ?? [];
		if (authors.length === 0) continue;
		fields.byline = joinNames(authors.map((each) => channel.names.get(each) ?? each));
		break;
	}
	fields.byline ??= channel.authors.join(', ');
	if (channel.language !== null) fields.language ??= channel.language;
	if (fields.deck !== undefined) fields.deck = plain(fields.deck);
	return { fields, body };
}

/** Why an item of WordPress is none that was published; null where it was. */
function unpublished(item: Item): string | null {
	const of = (name: string) => item.parts.get(name)?.text.trim();
	const type = of('wp:post_type') ?? 'post';
	const status = of('wp:status') ?? 'publish';
	if (type !== 'post' && type !== 'page') return type;
	return status === 'publish' ? null : status;
}

function read(page: Page): Reading {
	const source = page.lines.join('\n');
	const lineOf = lineFinder(source);
	const reading: Reading = {
		publication: null,
		drafts: [],
		claims: [{ as: 'markup', lines: [1, page.lines.length] }],
		problems: [],
		why: {},
		sharesLines: true
	};
	const path: string[] = [];
	const skipped = new Map<string, { count: number; line: number }>();
	const channel: Channel = { language: null, authors: [], names: new Map() };
	let login = '';
	let comments = { count: 0, line: 0 };
	/** An element whose tags belong to its text, and how many elements it stands in. */
	let whole: { at: number; depth: number; isMixed: boolean } | null = null;
	let item: Item | null = null;
	let part: Part | null = null;

	const addItem = (done: Item, to: number) => {
		const lines: Lines = [lineOf(done.from), lineOf(to)];
		const why = unpublished(done);
		if (why !== null) {
			const before = skipped.get(why);
			if (before) before.count += 1;
			else skipped.set(why, { count: 1, line: lines[0] });
			return;
		}
		const { fields, body } = fieldsOf(done, channel);
		const draft = draftOfRecord('feed', fields, lines);
		draft.claims = [];
		if (draft.headline !== null) draft.headline = plain(draft.headline);
		const heading = done.parts.get('title');
		if (heading && draft.headline !== null) {
			const at = lineOf(heading.at);
			draft.claims.push({ as: 'headline', lines: [at, at] });
			draft.why.headline = stated('feed/headline', at);
		}
		if (body) {
			const begin = lineOf(body.at);
			const end = Math.min(lines[1], begin + body.text.split('\n').length - 1);
			const isPress = done.parts.has('wp:post_type');
			const text = isPress ? pressMarkup(body.text) : body.text;
			const inside = lineFinder(text);
			// Without entities in it a text has its lines as the file has them.
			const exact = source.startsWith(body.text.slice(0, 200), body.at);
			const spread = (from: number, until: number) =>
				linesFrom(begin + inside(from) - 1, begin + inside(until) - 1);
			draft.blocks = /<\w/.test(text)
				? readMarkup(text, exact ? spread : () => [begin, end], isPress || !/<p\b/i.test(text))
				: readText(text, [begin, end]);
		}
		if (fields.date !== undefined && readStamp(fields.date) === null) {
			const message = `The date "${fields.date.slice(0, 60)}" cannot be read, so the article is undated. Write it as 2022-05-16.`;
			reading.problems.push(warning(page.file, lines[0], 'feed/bad-date', message));
		}
		if (draft.headline !== null || draft.blocks.length > 0) reading.drafts.push(draft);
		else {
			const message = 'This item has neither title nor text, and became no article.';
			reading.problems.push(warning(page.file, lines[0], 'feed/empty-item', message));
		}
	};

	/** What a feed says of itself. */
	const takeOfFeed = (where: string, { text: written, at }: Part) => {
		const text = plain(written);
		const is = (...names: string[]) => names.some((each) => where.endsWith(each));
		if (reading.publication === null && is(...channelNames)) {
			const line = lineOf(at);
			reading.publication = text || null;
			reading.why.publication = stated('feed/title', line);
			reading.claims.unshift({ as: 'header', lines: [line, line] });
		} else if (is('channel/language')) channel.language = text || null;
		else if (where === 'feed/author/name' && text !== '') channel.authors.push(text);
		else if (is('wp:author/wp:author_login')) login = text;
		else if (is('wp:author/wp:author_display_name') && text !== '') channel.names.set(login, text);
	};
	/** Tags as they stand, without the prefix under which a file may have those of HTML. */
	const tagsIn = (from: number, to: number) =>
		source.slice(from, to).replace(/<(\/?)(?:xhtml|html|h):/g, '<$1');

	const parser = new Parser(
		{
			onopentag(name, attributes) {
				path.push(name);
				if (path.length > deepest) throw new RangeError('Nested too deep.');
				if (whole) {
					whole.isMixed = true;
					return;
				}
				if (name === 'item' || name === 'entry') {
					const from = parser.startIndex;
					item = { parts: new Map(), authors: new Map(), from, depth: path.length };
				} else if (!item && path.length === 1) channel.language = attributes['xml:lang'] ?? null;
				const open = item as Item | null;
				part = { text: '', at: parser.endIndex + 1 };
				if (open && path.length === open.depth + 1 && mayHoldTags.has(name))
					whole = { at: part.at, depth: path.length, isMixed: false };
			},
			ontext(data) {
				if (!part) return;
				// In a section of CDATA the text itself begins later than its element.
				if (part.text === '') part.at = Math.max(part.at, textStart(source, parser.startIndex));
				part.text += data;
			},
			onclosetag(name) {
				path.pop();
				const open = item as Item | null;
				if (whole) {
					if (path.length >= whole.depth) return;
					if (whole.isMixed) part = { text: tagsIn(whole.at, parser.startIndex), at: whole.at };
					whole = null;
				}
				if (open && (name === 'item' || name === 'entry')) {
					addItem(open, parser.endIndex);
					item = null;
				} else if (open && name === 'wp:comment') {
					comments = { count: comments.count + 1, line: comments.line || lineOf(open.from) };
				} else if (open && part) {
					const inItem = [...path.slice(open.depth), name].join('/');
					const text = part.text.trim();
					if (!open.parts.has(inItem)) open.parts.set(inItem, part);
					if (repeated.has(inItem) && text !== '')
						open.authors.set(inItem, [...(open.authors.get(inItem) ?? []), text]);
				} else if (part && path.length < deepestTitle) takeOfFeed([...path, name].join('/'), part);
				part = null;
			}
		},
		{ xmlMode: true, decodeEntities: true }
	);
	try {
		parser.write(source);
		parser.end();
	} catch {
		const message =
			'The tags of this file are nested deeper than those of any feed; what stands behind was not read. Mend the tags that are not closed.';
		reading.problems.push(warning(page.file, null, 'feed/too-deep', message));
	}
	for (const [why, { count, line }] of skipped) {
		const message = `${count === 1 ? 'An item was' : `${count} items were`} left out, the first in this line: "${why.slice(0, 40)}" is nothing that was published. ${howToSettle(page.file, 'feed/left-out', line)} Else export it as a published post.`;
		reading.problems.push(warning(page.file, line, 'feed/left-out', message));
	}
	if (comments.count > 0) {
		const message = `Comments of readers stand in this file (${comments.count}, the first under the item in this line). They are not read, since an article is what the paper published. ${howToSettle(page.file, 'feed/comments')}`;
		reading.problems.push(warning(page.file, comments.line, 'feed/comments', message));
	}
	return reading;
}

/** What WordPress writes in square brackets, as the tags that it makes of them; the line ends stay. */
function pressMarkup(text: string): string {
	return text
		.replace(/\[caption\b[^\]]*\]/g, '<figcaption>')
		.replace(/\[\/caption\]/g, '</figcaption>')
		.replace(/\[gallery\b[^\]]*\]/g, '');
}

/** Text of a title: entities and tags that were escaped once more are taken for what they mean. */
function plain(text: string): string {
	if (!/[<&]/.test(text)) return tidy(text);
	return readMarkup(text, () => [1, 1])
		.map((block) => block.text)
		.join(' ');
}

function textStart(source: string, at: number): number {
	return source.startsWith('<![CDATA[', at) ? at + 9 : at;
}

function recognise(page: Page): number {
	const opening = page.lines.slice(0, headLines).join('\n').slice(0, 20_000);
	if (!/^\s*\ufeff?\s*<(?:\?xml|!--|rss|feed|rdf:RDF)/i.test(opening)) return 0;
	return /<(?:rss|feed|rdf:RDF)[\s>]/.test(opening) ? 0.99 : 0;
}

/** The reader of feeds and of WordPress exports. */
export const feed: Dialect = { name: 'feed', surest: 0.99, recognise, read };
