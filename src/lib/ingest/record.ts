/**
 * What formats made for machines have in common: fields with names, dates in computers' forms, and a text in one
 * piece, to be made a draft with the lines of its record.
 */
import type { Block, Lines } from '../archive/article.ts';
import { readEdtf } from '../archive/edtf.ts';
import { tidy } from '../archive/text.ts';
import { readBlocks, type Layout } from './blocks.ts';
import { readPrintedDate } from './dates.ts';
import { splitLines } from './decode.ts';
import { emptyDraft, stated, type Draft, type OwnWord } from './draft.ts';
import { readMarkup } from './markup.ts';

/** The fields of a record that we know, as written; empty where they are not there. */
export type Fields = Partial<Record<FieldName, string>>;

/** What a field can be. */
export type FieldName =
	'headline' | 'body' | 'byline' | 'date' | 'id' | 'publication' | 'language' | 'kicker' | 'deck';

const usual: Readonly<Record<FieldName, string>> = {
	headline:
		'headline, title, article headline, article title, heading, schlagzeile, titel, überschrift, titre, titular, título, titolo',
	body: 'body, text, content, full text, fulltext, article text, body text, article body, article, transcription, transcript, ocr text, volltext, texte, texto, testo',
	byline:
		'byline, author, authors, by, by line, written by, author name, writer, creator, journalist, verfasser, verfasserin, autor, autorin, auteur, autore',
	date: 'date, published, publication date, publish date, published at, published on, publishdate, pub date, pubdate, issue date, date published, date of publication, datum, erscheinungsdatum, fecha',
	id: 'id, slug, identifier',
	publication:
		'publication, newspaper, source, newspaper name, newspaper title, publication title, publication name, paper, journal, zeitung, periódico, giornale',
	language: 'language, lang, sprache, langue, idioma, lingua',
	kicker: 'kicker',
	deck: 'deck, subtitle, subheadline, sub headline, subhead, standfirst, untertitel'
};

/** The names under which fields are found where nobody says otherwise: see `plainName`. The first there is wins. */
export const usualNames = {} as Record<FieldName, readonly string[]>;
for (const [field, names] of Object.entries(usual))
	usualNames[field as FieldName] = names.split(', ');

/** A name as it is compared: `Pub_Date` and `pub date` are the same. */
export function plainName(name: string): string {
	const words = name
		.trim()
		.toLowerCase()
		.replace(/[\s_.:-]+/g, ' ');
	// Catalogues name what a column holds by Dublin Core: "dc:title", "Dublin Core:Creator".
	return words.replace(/^(?:dc|dcterms|dublin core) /, '');
}

/** All field names, in the order in which they are looked for. */
export const fieldNames = Object.keys(usual) as FieldName[];

/**
 * The date of a record to EDTF: EDTF itself, a time stamp (`2022-05-16T10:00:00Z`, `Mon, 16 May 2022 10:00:00
 * GMT`: the day as written, whatever its zone), `2022/05/16`, or any printed form. Null for anything else.
 */
export function readStamp(written: string): string | null {
	const text = tidy(written);
	if (text.length > 80) return null;
	const day = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ]\d)/.exec(text);
	if (day) return readEdtf(`${day[1]}-${day[2]}-${day[3]}`)?.edtf ?? null;
	const mail = /^(?:[A-Za-z]{3},? )?(\d{1,2} [A-Za-z]{3,9} \d{4}) \d{1,2}:\d{2}/.exec(text);
	return readPrintedDate(mail?.[1] ?? text) ?? readEdtf(text)?.edtf ?? null;
}

const isMarkup = /<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|strong|em|a|span|img)\b[^>]*>/i;

/** The text of a record to blocks, all of them with the lines of the record. */
export function readText(text: string, lines: Lines): Block[] {
	if (isMarkup.test(text)) return readMarkup(text, () => lines);
	const page = { file: '', lines: splitLines(text) };
	// With blank lines a line end is the writer's; without, it is a paragraph's.
	const wrapped = page.lines.some((line) => line.trim() === '');
	const layout: Layout = {
		paragraphs: wrapped ? 'wrapped' : 'line',
		short: 'paragraph',
		quotations: 'marked'
	};
	return readBlocks(page, 1, page.lines.length, layout).map((block) => ({ ...block, lines }));
}

/** True for a tag that could name a language. */
function isLanguage(text: string): boolean {
	return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}

/** `Reed, Ann`, as catalogues write a name; a title or generation after a comma is none. */
const familyFirst =
	/^((?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}’'-]*), (?!(?:\p{Lu}\.?){2,4}$|Jr|Sr|Ph|[IVX]+$)(\p{Lu}[\p{L}’'-]*\.?(?: \p{Lu}[\p{L}’'-]*\.?){0,2})$/u;

function turned(name: string): string {
	return name.replace(familyFirst, '$2 $1');
}

/**
 * The authors of a record whose names are written as catalogues do (`Reed, Ann; Said, Omar`); null where they are set as
 * in print, to be read as every byline is.
 */
function namesIn(byline: string): string[] | null {
	const text = tidy(byline);
	if (text.includes(';'))
		return text
			.split(/\s*;\s*/)
			.filter((name) => name !== '')
			.map(turned);
	return familyFirst.test(text) ? [turned(text)] : null;
}

/** Several names as one byline, which can be parted again. */
export function joinNames(names: readonly string[]): string {
	return names.join(names.length > 1 && names.some((name) => name.includes(',')) ? '; ' : ', ');
}

/** What a record says of itself alone. */
export function ownWord(fields: Fields): OwnWord {
	const language = tidy(fields.language ?? '').replace('_', '-');
	const publication = tidy(fields.publication ?? '');
	return {
		id: tidy(fields.id ?? '') || null,
		// The address that something was taken from is no name.
		publication: publication === '' || /^https?:/.test(publication) ? null : publication,
		language: isLanguage(language) ? language : null,
		authors: namesIn(fields.byline ?? '')
	};
}

/** Makes a draft of a record in `lines`. `part` names its dialect in the rules. A date that cannot be read is left out. */
export function draftOfRecord(part: string, fields: Fields, lines: Lines): Draft {
	const draft = emptyDraft(lines);
	const text = (name: FieldName) => tidy(fields[name] ?? '') || null;
	draft.own = ownWord(fields);
	for (const name of ['headline', 'kicker', 'deck', 'byline'] as const) {
		draft[name] = text(name);
		if (draft[name] !== null) draft.why[name] = stated(`${part}/${name}`, lines[0]);
	}
	for (const name of ['publication', 'language'] as const) {
		if (draft.own[name] !== null) draft.why[name] = stated(`${part}/${name}`, lines[0]);
	}
	const printed = text('date');
	const edtf = printed === null ? null : readStamp(printed);
	if (printed !== null && edtf !== null) {
		draft.date = { edtf, printed };
		draft.why.date = stated(`${part}/date`, lines[0]);
	}
	draft.why.boundary = stated(`${part}/record`, lines[0]);
	draft.blocks = readText(fields.body ?? '', lines);
	draft.claims.push({ as: 'record', lines });
	return draft;
}
