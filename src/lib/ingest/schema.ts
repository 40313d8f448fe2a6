/**
 * What curators may write, as schemas: beside a seed, for the archive, for addresses that changed. The JSON Schemas
 * that editors complete from are made of these (`static/schema/`), so every key says here what it means.
 */
import * as v from 'valibot';
import { articleKinds } from '../archive/article.ts';
import { readEdtf } from '../archive/edtf.ts';
import { explainEdtf } from './suggest-date.ts';

const text = v.pipe(
	v.string('Expected text'),
	v.trim(),
	v.minLength(1, 'Expected text, found none')
);

function described<Schema extends v.GenericSchema>(schema: Schema, description: string) {
	return v.optional(v.pipe(schema, v.description(description)));
}

const edtf = v.pipe(
	// YAML reads a bare year as a number.
	v.union([v.string(), v.number()], 'Expected a date in EDTF, in quotation marks'),
	v.transform((value) => String(value).trim()),
	v.check(
		(value) => readEdtf(value) !== null,
		({ input }) => explainEdtf(input)
	)
);

const language = v.pipe(
	v.string('Expected a language tag'),
	v.regex(
		/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
		'Expected a language tag such as "en", "de" or "pt-BR"'
	)
);

const rights = v.pipe(
	v.string('Expected the address of a rights statement or licence'),
	v.regex(
		/^https?:\/\/(?:rightsstatements\.org\/(?:vocab|page)\/[A-Za-z-]+\/1\.0\/|creativecommons\.org\/(?:licenses\/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd)\/[1-4]\.\d\/(?:[a-z]{2,3}\/)?|publicdomain\/(?:zero|mark)\/1\.0\/))$/,
		'Expected a statement of rightsstatements.org or a Creative Commons licence, such as "http://rightsstatements.org/vocab/InC/1.0/" or "https://creativecommons.org/licenses/by/4.0/"'
	)
);

const wholeNumber = 'Expected a whole number, 1 or more';
const counting = v.pipe(v.number(wholeNumber), v.integer(wholeNumber), v.minValue(1, wholeNumber));

const yes = v.literal(true, 'Expected true; to say no, take the key out');

const id = v.pipe(
	v.string('Expected the id of an article'),
	v.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'Expected the id of an article: lower-case letters, figures and hyphens'
	)
);

const dateKeys = v.strictObject({
	edtf: described(
		edtf,
		'The date in EDTF level 1: "2022-05-16", "2025-05"; "1911~" is about 1911, "1911?" perhaps 1911.'
	),
	note: described(text, 'What the date rests on; shown with it.'),
	'accept-estimate': described(
		yes,
		'Take the date that the reading report proposes from the days named in the text; it counts as inferred.'
	)
});

/** A date alone, or with a note. Always seen as keys and values, so that what is wrong is said of the right key. */
const dateSchema = v.pipe(
	v.unknown(),
	v.transform((date) => (typeof date === 'object' ? date : { edtf: date })),
	dateKeys
);

/** Both ways to write a date, for editors. */
export const dateForms = [edtf, dateKeys] as const;

const range = v.pipe(
	v.string('Expected two line numbers, such as "13-57"'),
	v.regex(/^\d{1,9}\s*[-–]\s*\d{1,9}$/, 'Expected two line numbers, such as "13-57"')
);

const articleSchema = v.strictObject({
	line: described(
		counting,
		'The line at which an article begins. Where none was found to begin there, the one around it is split; a line that looks like a headline becomes its headline.'
	),
	lines: described(range, 'From a line to a line ("13-57"): every article that begins there.'),
	split: described(
		v.array(counting, 'Expected a list of line numbers, such as [13, 58]'),
		'Lines inside of "lines" at which further articles begin.'
	),
	merge: described(yes, 'The articles that begin in "lines" are one.'),
	id: described(id, 'The address that this article keeps, whatever else changes.'),
	number: described(
		v.pipe(counting, v.maxValue(999, 'Expected a number up to 999')),
		'Its number in a numbered seed.'
	),
	headline: described(text, 'The headline, where the text has lost or garbled it.'),
	'headline-at': described(
		v.union([counting, range], 'Expected a line number, or two: "12-13"'),
		'The line in which the headline is printed, or lines ("12-13"), which the reading took for text: garbled, or set otherwise. Its words are the headline unless "headline" gives others.'
	),
	byline: described(text, 'The credit, as it would be printed.'),
	date: v.optional(dateSchema),
	kind: described(
		v.picklist(articleKinds, `Expected one of: ${articleKinds.join(', ')}`),
		'full, excerpt (text was left out) or notice.'
	),
	hide: described(
		text,
		'Why the article is not shown. Its page says so; its text is published nowhere, in its address neither.'
	),
	'leave-out': described(
		text,
		'Why these lines are no article nor part of one: a masthead, a notice of the transcriber, a stamp. The reading report lists them.'
	),
	'same-as': described(id, 'The id of an article that this one repeats or revises.'),
	note: described(text, 'How you know. Not published.')
});

const settledSchema = v.strictObject({
	rule: v.pipe(
		v.string('Expected the rule of a problem, such as "daily/perhaps-article"'),
		v.regex(
			/^[a-z-]+\/[a-z-]+$/,
			'Expected the rule of a problem, such as "daily/perhaps-article"'
		),
		v.description(
			'The rule of the problem, as "npm run -s read" prints it: "daily/perhaps-article".'
		)
	),
	line: described(counting, 'The line that the problem names.'),
	lines: described(
		range,
		'From a line to a line ("13-57"): every such problem between them. Without lines, all of the file.'
	),
	reason: v.pipe(
		text,
		v.description(
			'Why nothing is wrong, or nothing is to be done; published in the reading report.'
		)
	)
});

/** The fields that a column of a table can give. */
export const columnFields = [
	'headline',
	'body',
	'byline',
	'date',
	'id',
	'publication',
	'language',
	'kicker',
	'deck'
] as const;
export type ColumnField = (typeof columnFields)[number];

const column = (field: ColumnField) =>
	described(text, `The name of the column that holds the ${field}.`);

const columns = v.strictObject({
	headline: column('headline'),
	body: column('body'),
	byline: column('byline'),
	date: column('date'),
	id: column('id'),
	publication: column('publication'),
	language: column('language'),
	kicker: column('kicker'),
	deck: column('deck')
} satisfies Record<ColumnField, unknown>);

/** `<file name>.yaml` beside a seed. */
export const sidecarSchema = v.strictObject({
	publication: described(text, 'What the articles of this file appeared in.'),
	language: described(language, 'Their language as a BCP 47 tag: "en", "pt-BR".'),
	rights: described(
		rights,
		'The address of a statement of rightsstatements.org or of a Creative Commons licence.'
	),
	date: v.optional(dateSchema),
	'date-order': described(
		v.picklist(['day-first', 'month-first'], 'Expected "day-first" or "month-first"'),
		'Which number of a date such as 5/6/1911 is the day, where nothing in the file tells.'
	),
	columns: v.optional(columns),
	articles: described(
		v.array(articleSchema, 'Expected a list of articles, each with "line:" or "lines:"'),
		'What is known of single articles.'
	),
	settled: described(
		v.array(settledSchema, 'Expected a list of problems, each with "rule:" and "reason:"'),
		'Problems that were looked at and are none. The reading report lists them with the reason.'
	)
});

const authorSchema = v.strictObject({
	name: v.pipe(text, v.description('The name under which all are brought together.')),
	is: described(
		v.picklist(['person', 'body'], 'Expected "person" or "body"'),
		'Whose name it is, where its words do not tell or mislead: a person’s, or that of a body such as a committee.'
	),
	variants: described(
		v.array(text, 'Expected a list of names'),
		'Other spellings of the same name in bylines.'
	),
	pseudonyms: described(
		v.array(text, 'Expected a list of names'),
		'Other names under which the same person wrote.'
	),
	reason: v.pipe(text, v.description('How it is known; published with what is said.'))
});

const web = (example: string) =>
	v.pipe(
		v.string('Expected an address'),
		v.regex(/^https?:\/\/[^\s/]+\/?\S*$/, `Expected an address such as "${example}"`)
	);

/** `archive.yaml`: the archive as a whole. */
export const archiveSchema = v.strictObject({
	title: described(text, 'What the archive is called.'),
	description: described(text, 'What it holds, in a sentence or two.'),
	publisher: described(text, 'Who publishes it.'),
	address: described(
		web('https://example.org/archive/'),
		'The base address at which the site is published.'
	),
	contact: described(text, 'Where to write to: a mail or web address.'),
	noindex: described(
		v.union(
			[yes, v.array(id, 'Expected a list of ids')],
			'Expected true, or a list of ids of articles'
		),
		'What search engines are asked to leave out: true, the whole archive; or a list of ids of articles.'
	),
	authors: described(
		v.array(authorSchema, 'Expected a list of authors, each with "name:" and "reason:"'),
		'Names that mean one person or body, and whose they are.'
	)
});

/** `aliases.yaml`: addresses that articles had before, each with the id that they have now. */
export const aliasesSchema = v.record(id, id);

/** `events.yaml`: what is marked on the timeline besides articles. */
export const eventsSchema = v.array(
	v.strictObject({
		date: v.pipe(edtf, v.description('When it was, in EDTF.')),
		label: v.pipe(
			text,
			v.maxLength(200, 'Expected a few words, 200 characters at most'),
			v.description('What it was, in a few words.')
		),
		link: described(web('https://example.org/strike'), 'A web address that tells more.')
	}),
	'Expected a list of events, each with "- date:" and "label:"'
);
