/** An article as a record of a table: the columns that every table of articles has. */
import { knownOf } from '../archive/known.ts';
import type { Article, ArticleDate } from '../archive/article.ts';
import type { Citable } from './reference.ts';

/** What is read of an article; lists know as much without its text. */
export type Tabled = Omit<Citable, 'date'> &
	Pick<Article, 'words'> & { date: Pick<ArticleDate, 'edtf' | 'first' | 'last' | 'basis'> | null };

export interface Column {
	name: string;
	type: 'string' | 'integer' | 'date';
	description: string;
	/** Null: the article has none. */
	of: (article: Tabled) => string | number | null;
}

export const columns: readonly Column[] = [
	{ name: 'id', type: 'string', description: 'Its address', of: ({ id }) => id },
	{
		name: 'headline',
		type: 'string',
		description: 'As printed; empty where the source has none',
		of: ({ headline }) => headline
	},
	{
		name: 'supplied_headline',
		type: 'string',
		description: 'The opening words, where there is no headline',
		of: ({ headline, suppliedHeadline }) => (headline === null ? suppliedHeadline : null)
	},
	{
		name: 'authors',
		type: 'string',
		description: 'Names of the byline, parted by "; "',
		of: ({ authors }) => authors.join('; ') || null
	},
	{
		name: 'date',
		type: 'string',
		description: 'EDTF (ISO 8601-2), no finer than it is known; empty where undated',
		of: ({ date }) => date?.edtf ?? null
	},
	{
		name: 'first_day',
		type: 'date',
		description: 'First day that the date can mean',
		of: ({ date }) => date?.first ?? null
	},
	{
		name: 'last_day',
		type: 'date',
		description: 'Last day that the date can mean',
		of: ({ date }) => date?.last ?? null
	},
	{
		name: 'date_known',
		type: 'string',
		description: 'How well the date is known: day, month, year, uncertain, undated',
		of: ({ date }) => knownOf(date?.edtf ?? null)
	},
	{
		name: 'date_basis',
		type: 'string',
		description: 'Who says so: stated in the source, curated, inferred',
		of: ({ date }) => date?.basis ?? null
	},
	{
		name: 'publication',
		type: 'string',
		description: 'What it appeared in',
		of: ({ publication }) => publication
	},
	{ name: 'language', type: 'string', description: 'BCP 47', of: ({ language }) => language },
	{ name: 'kind', type: 'string', description: 'full, excerpt or notice', of: ({ kind }) => kind },
	{
		name: 'words',
		type: 'integer',
		description: 'Words in the headline and text',
		of: ({ words }) => words
	},
	{
		name: 'file',
		type: 'string',
		description: 'The seed that it was read from',
		of: ({ source }) => source.file
	},
	{
		name: 'first_line',
		type: 'integer',
		description: 'Its first line there, from 1',
		of: ({ source }) => source.lines[0]
	},
	{
		name: 'last_line',
		type: 'integer',
		description: 'Its last line there',
		of: ({ source }) => source.lines[1]
	}
];

/** The values of an article, in the order of the columns. */
export const recordOf = (article: Tabled) => columns.map(({ of }) => of(article) ?? '');
