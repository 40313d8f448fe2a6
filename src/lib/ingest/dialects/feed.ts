/**
 * Feeds: RSS, Atom and the export of WordPress (WXR). Read as a stream of tags, so that each item knows its
 * lines; entities that a file declares itself are never expanded.
 */
import { Parser } from 'htmlparser2';
import type { Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import { linesFrom, stated, type Dialect, type Page, type Reading } from '../draft.ts';
import { lineFinder, readMarkup } from '../markup.ts';
import { warning } from '../problem.ts';
import { draftOfRecord, readStamp, readText, type FieldName, type Fields } from '../record.ts';

/** Elements of an item, the best first, and the field each gives. */
const fieldsBy: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
	headline: ['title'],
	byline: ['dc:creator', 'author/name', 'author', 'itunes:author'],
	date: ['wp:post_date', 'pubDate', 'published', 'dc:date', 'issued', 'updated'],
	body: ['content:encoded', 'content', 'description', 'summary'],
	language: ['dc:language']
};
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
	from: number;
}

const emptyDay = /^0{4}-/;

/** The elements of an item as fields; `body` is the element the text is taken from. */
function fieldsOf(item: Item): { fields: Fields; body: Part | null } {
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
	// RSS gives authors as "address (Name)".
	const named = /^\S+@\S+ \((.+)\)$/.exec(fields.byline ?? '')?.[1];
	if (named !== undefined) fields.byline = named;
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
	let language: string | null = null;
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
		const { fields, body } = fieldsOf(done);
		if (language !== null) fields.language ??= language;
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
			const inside = lineFinder(body.text);
			// Without entities in it a text has its lines as the file has them.
			const exact = source.startsWith(body.text.slice(0, 200), body.at);
			const spread = (from: number, until: number) =>
				linesFrom(begin + inside(from) - 1, begin + inside(until) - 1);
			draft.blocks = /<\w/.test(body.text)
				? readMarkup(body.text, exact ? spread : () => [begin, end])
				: readText(body.text, [begin, end]);
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

	const parser = new Parser(
		{
			onopentag(name) {
				path.push(name);
				if (path.length > deepest) throw new RangeError('Nested too deep.');
				if (name === 'item' || name === 'entry')
					item = { parts: new Map(), from: parser.startIndex };
				part = { text: '', at: parser.endIndex + 1 };
			},
			ontext(data) {
				if (!part) return;
				// In a section of CDATA the text itself begins later than its element.
				if (part.text === '') part.at = Math.max(part.at, textStart(source, parser.startIndex));
				part.text += data;
			},
			onclosetag(name) {
				path.pop();
				const above = path.at(-1) ?? '';
				const open = item as Item | null;
				if (open && (name === 'item' || name === 'entry')) {
					addItem(open, parser.endIndex);
					item = null;
				} else if (open && part) {
					const inItem = above === 'item' || above === 'entry' ? name : `${above}/${name}`;
					if (!open.parts.has(inItem)) open.parts.set(inItem, part);
				} else if (part && path.length < deepestTitle) {
					const where = [...path, name].join('/');
					const text = plain(part.text);
					if (reading.publication === null && channelNames.some((each) => where.endsWith(each))) {
						const line = lineOf(part.at);
						reading.publication = text || null;
						reading.why.publication = stated('feed/title', line);
						reading.claims.unshift({ as: 'header', lines: [line, line] });
					} else if (where.endsWith('channel/language')) language = text || null;
				}
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
		const message = `${count === 1 ? 'An item was' : `${count} items were`} left out, the first in this line: "${why.slice(0, 40)}" is nothing that was published. Take it out of the file, or export it as a published post.`;
		reading.problems.push(warning(page.file, line, 'feed/left-out', message));
	}
	return reading;
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
