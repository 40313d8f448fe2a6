/** What a citation says of an article, before any format: made of the article and of the archive that it is cited from. */
import { headlineOf, type Article, type ArticleDate } from '../archive/article.ts';
import { describeLabelled, doubtOf, knownOf } from '../archive/known.ts';
import { tidy } from '../archive/text.ts';
import { commonPart, dateInWords } from './dates.ts';
import { partName, type Name } from './names.ts';

/** What is read of an article; lists know as much without its text. */
export type Citable = Pick<
	Article,
	| 'id'
	| 'headline'
	| 'suppliedHeadline'
	| 'authors'
	| 'publication'
	| 'language'
	| 'kind'
	| 'source'
> & { date: Pick<ArticleDate, 'edtf' | 'basis'> | null };

/** The archive that an article is cited from. */
export interface Origin {
	/** The archive's name. */
	title: string;
	/** `manifest.version`. */
	version: string;
	publisher: string | null;
	/** The whole address of the article; null where it is not known. */
	address: string | null;
}

/** All texts are of one line. */
export interface Reference {
	id: string;
	/** The headline as printed; in square brackets where it is supplied from the opening words. */
	title: string;
	supplied: boolean;
	names: Name[];
	publication: string | null;
	/** Null: undated. */
	edtf: string | null;
	/** True where the date is marked as doubtful, or does not stand in the source. */
	dateInBrackets: boolean;
	/** BCP 47. */
	language: string;
	archive: string;
	version: string;
	publisher: string | null;
	/** `000.txt, lines 50–92`. */
	location: string;
	address: string | null;
	/** The day on which it was read, YYYY-MM-DD; null in what is published for everybody. */
	accessed: string | null;
	/** Sentences: what no field of a format can say. */
	notes: string[];
}

function locationOf({ file, lines: [first, last] }: Article['source']): string {
	return `${file}, ${first === last ? `line ${first}` : `lines ${first}–${last}`}`;
}

function notesOf({ headline, date, kind }: Citable): string[] {
	const notes: string[] = [];
	if (headline === null) notes.push('No headline in the source: the title is its opening words.');
	if (date === null) notes.push('Undated in the source.');
	else {
		const doubts: string[] = [];
		if (knownOf(date.edtf) === 'uncertain') doubts.push(doubtOf(date.edtf));
		if (date.basis === 'curated') doubts.push('given by a curator');
		if (date.basis === 'inferred') doubts.push('inferred');
		const said = `${dateInWords(date.edtf, describeLabelled)} (EDTF ${date.edtf})`;
		if (doubts.length > 0) notes.push(`Date ${doubts.join(', ')}: ${said}.`);
		// What the fields of a date cannot hold must stand somewhere.
		else if (commonPart(date.edtf) === null) notes.push(`Date: ${said}.`);
	}
	if (kind === 'excerpt') notes.push('Excerpt: the source left text out.');
	return notes;
}

/** What there is to cite; `accessed` is the day on which it is read, YYYY-MM-DD. */
export function referenceOf(
	article: Citable,
	origin: Origin,
	accessed: string | null = null
): Reference {
	const supplied = article.headline === null;
	const headline = tidy(headlineOf(article));
	const edtf = article.date?.edtf ?? null;
	return {
		id: article.id,
		title: supplied ? `[${headline}]` : headline,
		supplied,
		names: article.authors.map((author) => partName(tidy(author), article.language)),
		publication: article.publication === null ? null : tidy(article.publication),
		edtf,
		dateInBrackets:
			article.date !== null && (knownOf(edtf) === 'uncertain' || article.date.basis !== 'stated'),
		language: article.language,
		archive: tidy(origin.title),
		version: origin.version,
		publisher: origin.publisher === null ? null : tidy(origin.publisher),
		location: tidy(locationOf(article.source)),
		address: origin.address,
		accessed,
		notes: notesOf(article)
	};
}
