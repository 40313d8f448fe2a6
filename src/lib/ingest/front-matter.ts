/** YAML between two lines of `---`, or TOML between `+++`, at the top of a text: what its writer says of it. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Lines, Problem } from '../archive/article.ts';
import { lineAt, type Page } from './draft.ts';
import { howToSettle, warning } from './problem.ts';
import {
	fieldNames,
	joinNames,
	plainName,
	usualNames,
	type FieldName,
	type Fields
} from './record.ts';
import { readToml, type TomlEntry } from './toml.ts';

/** What front matter says, and where. */
export interface FrontMatter {
	fields: Fields;
	/** From the first `---` to the second. */
	lines: Lines;
	/** The line at which a field stands. */
	lineOf(field: FieldName): number;
	problems: Problem[];
}

const mostLines = 200;
const longest = 10_000;

/** The line that closes the front matter opened at `from`; null where there is none. */
function closing(page: Page, from: number): number | null {
	const opens = lineAt(page, from).trimEnd();
	if (opens !== '---' && opens !== '+++') return null;
	const closes = opens === '---' ? /^(?:---|\.\.\.)\s*$/ : /^\+\+\+\s*$/;
	for (let line = from + 1; line <= Math.min(page.lines.length, from + mostLines); line += 1) {
		if (closes.test(lineAt(page, line))) return line;
	}
	return null;
}

/** True where front matter opens at a line: closed again, and with a key in it. */
export function isFrontMatter(page: Page, from: number): boolean {
	const end = closing(page, from);
	const key = isToml(page, from) ? /^["\w-]+\s*=/ : /^[\w-]+:(?:\s|$)/;
	return end !== null && page.lines.slice(from, end - 1).some((line) => key.test(line));
}

function isToml(page: Page, from: number): boolean {
	return lineAt(page, from).startsWith('+++');
}

function textOf(value: unknown): string {
	// Note-keeping programs link the names of people: "[[Ruth Munn]]", "[[people/munn|Ruth Munn]]".
	if (typeof value === 'string') return value.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1');
	if (typeof value === 'number') return String(value);
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (Array.isArray(value)) return joinNames(value.map(textOf).filter(Boolean));
	if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name);
	return '';
}

function entryOf(names: readonly string[], entries: readonly TomlEntry[]): TomlEntry | undefined {
	for (const name of names) {
		const found = entries.find(({ key }) => plainName(key) === name);
		if (found) return found;
	}
	return undefined;
}

/** Reads the front matter that opens at a line; null where none does. What is no YAML is a problem and gives no fields. */
export function readFrontMatter(page: Page, from: number): FrontMatter | null {
	const end = closing(page, from);
	if (end === null || !isFrontMatter(page, from)) return null;
	const inside = page.lines.slice(from, end - 1);
	const source = inside.join('\n');
	const places = new Map<FieldName, number>();
	const front: FrontMatter = {
		fields: {},
		lines: [from, end],
		lineOf: (field) => places.get(field) ?? from,
		problems: []
	};
	const broken = (why: string) => {
		const message = `What stands between the two "---" cannot be read as YAML: ${why} The text under it was read without it. Mend it, or put texts that hold ":" in quotation marks.`;
		front.problems.push(warning(page.file, from, 'front-matter/bad-yaml', message));
		return front;
	};
	if (source.length > longest) return broken('it is too long.');
	if (isToml(page, from)) {
		const { entries, strange } = readToml(inside);
		for (const field of fieldNames) {
			const found = entryOf(usualNames[field], entries);
			const text = found ? textOf(found.value) : '';
			if (!found || text === '' || field === 'body') continue;
			front.fields[field] = text;
			places.set(field, from + 1 + found.line);
		}
		if (strange !== null) {
			const line = from + 1 + strange;
			const message = `This line between the two "+++" cannot be read (a text over several lines, or a value in braces), and what it says is not known. Write it on one line, in quotation marks. ${howToSettle(page.file, 'front-matter/bad-toml', line)}`;
			front.problems.push(warning(page.file, line, 'front-matter/bad-toml', message));
		}
		return front;
	}
	try {
		const counter = new LineCounter();
		const document = parseDocument(source, {
			lineCounter: counter,
			prettyErrors: false,
			logLevel: 'error'
		});
		const first = document.errors[0];
		if (first) return broken(first.message.replace(/\.?$/, '.'));
		// Aliases that refer to each other would grow without end.
		const value: unknown = document.toJS({ maxAliasCount: 20 });
		if (typeof value !== 'object' || value === null) return broken('it has no keys.');
		const byName = new Map(Object.entries(value).map(([key, each]) => [plainName(key), each]));
		for (const field of fieldNames) {
			const name = usualNames[field].find((each) => byName.has(each));
			const text = name === undefined ? '' : textOf(byName.get(name));
			if (name === undefined || text === '' || field === 'body') continue;
			front.fields[field] = text;
			if (!isMap(document.contents)) continue;
			const pair = document.contents.items.find(
				({ key }) => isScalar(key) && plainName(String(key.value)) === name
			);
			const at = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
			if (at !== undefined) places.set(field, from + counter.linePos(at).line);
		}
	} catch (cause) {
		return broken(cause instanceof Error ? cause.message.replace(/\.?$/, '.') : 'it is broken.');
	}
	return front;
}
