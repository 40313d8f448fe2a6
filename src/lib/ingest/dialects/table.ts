/**
 * Tables: CSV (or with semicolons or tabs between) whose first line names the columns, and JSON Lines, an object
 * to a line. A record is an article; which column means what is known by its name, or from the curator.
 */
import Papa from 'papaparse';
import type { Lines } from '../../archive/article.ts';
import { tidy } from '../../archive/text.ts';
import {
	emptyReading,
	isBlank,
	lineAt,
	nextPrinted,
	type Columns,
	type CuratedStart,
	type Dialect,
	type Page,
	type Reading
} from '../draft.ts';
import { warning } from '../problem.ts';
import {
	draftOfRecord,
	fieldNames,
	readStamp,
	usualNames,
	type FieldName,
	type Fields
} from '../record.ts';

/** Records of a table as they stand: the line of the first, names to values. */
type Row = Readonly<Record<string, unknown>>;

/** Which name of the table gives which field. */
type Mapping = Partial<Record<FieldName, string>>;

const longestHeader = 4000;

function mapNames(names: readonly string[], columns: Columns): Mapping {
	const byName = new Map<string, string>();
	for (const name of names) byName.set(name.trim().toLowerCase(), name);
	const mapping: Mapping = {};
	for (const field of fieldNames) {
		const asked = columns[field];
		const found = (asked === undefined ? usualNames[field] : [asked.trim().toLowerCase()])
			.map((name) => byName.get(name))
			.find((name) => name !== undefined);
		if (found !== undefined) mapping[field] = found;
	}
	return mapping;
}

/** A value as the text a person would have typed. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
	if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name);
	return '';
}

function fieldsOf(row: Row, mapping: Mapping): Fields {
	const fields: Fields = {};
	for (const field of fieldNames) {
		const name = mapping[field];
		if (name !== undefined) fields[field] = textOf(row[name]);
	}
	return fields;
}

/** Adds a record to a reading, with what is wrong with it. */
function addRecord(
	part: 'table' | 'json-lines',
	page: Page,
	reading: Reading,
	fields: Fields,
	lines: Lines
): void {
	const report = (rule: 'bad-date' | 'empty-record', message: string) => {
		reading.problems.push(warning(page.file, lines[0], `${part}/${rule}`, message));
	};
	const draft = draftOfRecord(part, fields, lines);
	const written = (fields.date ?? '').trim();
	if (written !== '' && readStamp(written) === null) {
		report(
			'bad-date',
			`The date "${written.slice(0, 60)}" cannot be read in one way only, so the article is undated. Write it as 2022-05-16, or as EDTF.`
		);
	}
	if (draft.headline === null && draft.blocks.length === 0) {
		const message =
			'This record has neither headline nor text, and became no article. Fill it, or take it out.';
		report('empty-record', message);
		reading.claims.push({ as: 'record', lines });
	} else reading.drafts.push(draft);
}

/** Reports names that a curator gave and the table does not have. */
function reportMissing(page: Page, reading: Reading, mapping: Mapping, columns: Columns): void {
	for (const field of fieldNames) {
		if (columns[field] === undefined || mapping[field] !== undefined) continue;
		const message = `The table has no column "${columns[field]}", which the file beside it names for the ${field}. Correct the name under "columns:".`;
		reading.problems.push(warning(page.file, 1, 'table/no-column', message));
	}
}

function objectIn(line: string): Row | null {
	if (!/^\s*\{/.test(line)) return null;
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null ? (value as Row) : null;
	} catch {
		return null;
	}
}

function readLines(
	page: Page,
	_: ReadonlyMap<number, CuratedStart>,
	columns: Columns = {}
): Reading {
	const reading: Reading = { ...emptyReading(), sharesLines: true };
	for (let line = 1; line <= page.lines.length; line += 1) {
		if (isBlank(page, line)) continue;
		const row = objectIn(lineAt(page, line));
		if (row) {
			const fields = fieldsOf(row, mapNames(Object.keys(row), columns));
			addRecord('json-lines', page, reading, fields, [line, line]);
		} else {
			const message =
				'This line is no JSON object, and nothing of it was read. Write each record as one object in one line.';
			reading.problems.push(warning(page.file, line, 'json-lines/bad-record', message));
		}
	}
	return reading;
}

function recogniseLines(page: Page, columns: Columns = {}): number {
	const row = objectIn(lineAt(page, nextPrinted(page)));
	if (!row) return 0;
	const mapping = mapNames(Object.keys(row), columns);
	return mapping.headline !== undefined || mapping.body !== undefined ? 0.95 : 0;
}

/** The first line of a table: its names, which of them are known, and what parts them. */
interface Header {
	line: number;
	names: readonly string[];
	mapping: Mapping;
	delimiter: string;
}

/** Names the columns that nothing was read from. */
function reportUnread(page: Page, reading: Reading, { line, names, mapping }: Header): void {
	const read = new Set(Object.values(mapping));
	const unread = names.filter((name) => name.trim() !== '' && !read.has(name)).slice(0, 20);
	if (unread.length === 0) return;
	const wanting = fieldNames.find((field) => mapping[field] === undefined) ?? 'headline';
	const first = tidy(unread[0] ?? '').slice(0, 40);
	const message = `Nothing was read from ${unread.map((name) => `"${name.slice(0, 40)}"`).join(', ')}. Where one of these holds a field of the articles, say so in ${page.file}.yaml: "columns: { ${wanting}: ${first} }".`;
	reading.problems.push(warning(page.file, line, 'table/column-unread', message));
}

/** The names in the first line of a table, and what parts them; null where it is no table that we can use. */
function headerOf(page: Page, columns: Columns): Header | null {
	const line = nextPrinted(page);
	const text = lineAt(page, line);
	if (text.length > longestHeader) return null;
	for (const delimiter of [',', ';', '\t', '|']) {
		if (!text.includes(delimiter)) continue;
		const names = Papa.parse<string[]>(text, { delimiter }).data[0] ?? [];
		const mapping = mapNames(names, columns);
		if (mapping.body !== undefined || (mapping.headline !== undefined && names.length > 1)) {
			return { line, mapping, delimiter, names };
		}
	}
	return null;
}

function readTable(
	page: Page,
	_: ReadonlyMap<number, CuratedStart>,
	columns: Columns = {}
): Reading {
	const reading: Reading = { ...emptyReading(), sharesLines: true };
	const header = headerOf(page, columns);
	if (!header) return reading;
	reportMissing(page, reading, header.mapping, columns);
	reportUnread(page, reading, header);
	const source = page.lines.slice(header.line - 1).join('\n');
	let names: string[] | null = null;
	let [from, line] = [0, header.line];
	Papa.parse<string[]>(source, {
		delimiter: header.delimiter,
		newline: '\n',
		step({ data, errors, meta }) {
			const first = line;
			for (let at = from; at < meta.cursor; at += 1) {
				if (source.charCodeAt(at) === 10) line += 1;
			}
			const ended = meta.cursor >= source.length && source.charCodeAt(source.length - 1) !== 10;
			from = meta.cursor;
			const lines: Lines = [first, Math.max(first, ended ? line : line - 1)];
			if (names === null) {
				names = data;
				reading.claims.push({ as: 'header', lines });
			} else if (data.length > 1 || (data[0] ?? '').trim() !== '') addRow(data, lines);
			const wrong = errors[0];
			if (wrong) {
				const message = `This record is not set as tables are (${wrong.message.toLowerCase()}). Put texts that hold quotation marks or line ends in quotation marks, and double those inside.`;
				reading.problems.push(warning(page.file, first, 'table/bad-record', message));
			}
		}
	});
	return reading;

	function addRow(data: readonly string[], lines: Lines): void {
		const known = names ?? [];
		const row = Object.fromEntries(known.map((name, at) => [name, data[at] ?? '']));
		const fields = fieldsOf(row, header?.mapping ?? {});
		addRecord('table', page, reading, fields, lines);
		if (data.length > known.length) {
			const message = `This record has ${data.length} values for ${known.length} columns; those beyond were not read. Put texts that hold the separator in quotation marks.`;
			reading.problems.push(warning(page.file, lines[0], 'table/too-many-values', message));
		}
	}
}

/** The reader of JSON Lines. */
export const jsonLines: Dialect = {
	name: 'json-lines',
	surest: 0.95,
	recognise: recogniseLines,
	read: readLines
};

/** The reader of CSV and its kin. */
export const table: Dialect = {
	name: 'table',
	surest: 0.92,
	recognise: (page, columns = {}) => (headerOf(page, columns) ? 0.92 : 0),
	read: readTable
};
