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
	type Given,
	type Page,
	type Reading
} from '../draft.ts';
import { howToSettle, warning } from '../problem.ts';
import { fieldNames, plainName, usualNames, type FieldName, type Fields } from '../record.ts';
import { Records } from './table-records.ts';
import { isFilled, textOf } from './table-values.ts';

/** Records of a table as they stand: the line of the first, names to values. */
type Row = Readonly<Record<string, unknown>>;

/** Which name of the table gives which field. */
type Mapping = Partial<Record<FieldName, string>>;

const longestHeader = 4000;

function mapNames(names: readonly string[], columns: Columns): Mapping {
	const byName = new Map<string, string>();
	// Of names that mean the same, the first counts.
	for (const name of names) if (!byName.has(plainName(name))) byName.set(plainName(name), name);
	const mapping: Mapping = {};
	for (const field of fieldNames) {
		const asked = columns[field];
		const found = (asked === undefined ? usualNames[field] : [plainName(asked)])
			.map((name) => byName.get(name))
			.find((name) => name !== undefined);
		if (found !== undefined) mapping[field] = found;
	}
	return mapping;
}

function fieldsOf(row: Row, mapping: Mapping): Fields {
	const fields: Fields = {};
	for (const field of fieldNames) {
		const name = mapping[field];
		if (name !== undefined) fields[field] = textOf(row[name], field);
	}
	return fields;
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

function readLines(page: Page, _: ReadonlyMap<number, CuratedStart>, given: Given = {}): Reading {
	const reading: Reading = { ...emptyReading(), sharesLines: true };
	const records = new Records('json-lines', page, reading, given);
	/** Keys that nothing was read from, with the line of the first, and those of which values were. */
	const unread = new Map<string, number>();
	for (let line = 1; line <= page.lines.length; line += 1) {
		if (isBlank(page, line)) continue;
		const row = objectIn(lineAt(page, line));
		if (row) {
			const mapping = mapNames(Object.keys(row), given.columns ?? {});
			const fields = fieldsOf(row, mapping);
			const read = new Set(
				fieldNames.filter((field) => fields[field]).map((field) => mapping[field])
			);
			for (const [key, value] of Object.entries(row)) {
				if (!read.has(key) && isFilled(value) && !unread.has(key)) unread.set(key, line);
			}
			records.add(fields, [line, line]);
		} else {
			const message = `This line is no JSON object, and nothing of it was read. Write each record as one object in one line, or leave the line out, in ${page.file}.yaml: "articles: [{ line: ${line}, leave-out: ... }]".`;
			reading.problems.push(warning(page.file, line, 'json-lines/bad-record', message));
		}
	}
	records.end();
	if (unread.size > 0) {
		const line = Math.min(...unread.values());
		const rule = 'json-lines/key-unread';
		const message = `${unreadNames([...unread.keys()])} Where one of these holds a field of the articles, say so in ${page.file}.yaml: "columns: { headline: ... }"; a value with keys of its own has to be brought to a text first. ${howToSettle(page.file, rule)}`;
		reading.problems.push(warning(page.file, line, rule, message));
	}
	return reading;
}

/** Names, those of them that there is room for. */
function unreadNames(names: readonly string[]): string {
	return `Nothing was read from ${names
		.slice(0, 20)
		.map((name) => `"${name.slice(0, 40)}"`)
		.join(', ')}.`;
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
	const message = `${unreadNames(unread)} Where one of these holds a field of the articles, say so in ${page.file}.yaml: "columns: { ${wanting}: ${first} }". ${howToSettle(page.file, 'table/column-unread')}`;
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

/**
 * The names in the first line of a page that is set as tables are, whatever they mean: the lines under it have as many
 * values. Null where it is none.
 */
export function columnNames(page: Page): string[] | null {
	const line = nextPrinted(page);
	if (lineAt(page, line).length > longestHeader) return null;
	const source = page.lines.slice(line - 1, line + 40).join('\n');
	for (const delimiter of ['\t', ';', '|', ',']) {
		const [names = [], ...rows] = Papa.parse<string[]>(source, {
			delimiter,
			skipEmptyLines: true
		}).data;
		// The last may be cut off.
		const whole = rows.length > 1 ? rows.slice(0, -1) : rows;
		if (names.length < 3 || whole.length === 0 || names.some((name) => name.length > 60)) continue;
		if (whole.every((row) => row.length === names.length)) return names.map((name) => tidy(name));
	}
	return null;
}

function readTable(page: Page, _: ReadonlyMap<number, CuratedStart>, given: Given = {}): Reading {
	const { columns = {} } = given;
	const reading: Reading = { ...emptyReading(), sharesLines: true };
	const records = new Records('table', page, reading, given);
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
	records.end();
	return reading;

	function addRow(data: readonly string[], lines: Lines): void {
		const known = names ?? [];
		const row = Object.fromEntries(known.map((name, at) => [name, data[at] ?? '']));
		const fields = fieldsOf(row, header?.mapping ?? {});
		records.add(fields, lines);
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
