/**
 * The curator's word: YAML beside a seed (`<whole file name>.yaml`) and for the whole archive (`archive.yaml`).
 * Strict: what cannot be understood is an error with a remedy, never passed over.
 */
import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '../archive/article.ts';
import { readEdtf, type EdtfDate } from '../archive/edtf.ts';
import type { CuratedStart } from './draft.ts';
import { error } from './problem.ts';

/** No curator writes so much by hand; a file beyond it is some other data, or made to choke a reader. Characters. */
const longestSidecar = 200_000;

const text = v.pipe(
	v.string('Expected text'),
	v.trim(),
	v.minLength(1, 'Expected text, found none')
);

const edtf = v.pipe(
	// YAML reads a bare year as a number.
	v.union([v.string(), v.number()], 'Expected a date in EDTF, in quotation marks'),
	v.transform((value) => String(value).trim()),
	v.check(
		(value) => readEdtf(value) !== null,
		'This is no date in EDTF level 1; write for example "2022-05-16", "2025-05", "2026-02-06?" or "1998~"'
	)
);

const language = v.pipe(
	v.string('Expected a language tag'),
	v.regex(
		/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
		'Expected a language tag such as "en", "de" or "pt-BR"'
	)
);

const wholeNumber = 'Expected a whole number, 1 or more';
const counting = v.pipe(v.number(wholeNumber), v.integer(wholeNumber), v.minValue(1, wholeNumber));

const articleSchema = v.strictObject({
	line: counting,
	number: v.optional(v.pipe(counting, v.maxValue(999, 'Expected a number up to 999'))),
	headline: v.optional(text),
	note: v.optional(text)
});

const sidecarSchema = v.strictObject({
	publication: v.optional(text),
	language: v.optional(language),
	date: v.optional(
		v.pipe(
			// Always as keys and values, so that what is wrong inside is said of the right key.
			v.unknown(),
			v.transform((date) => (typeof date === 'object' ? date : { edtf: date })),
			v.strictObject({ edtf, note: v.optional(text) })
		)
	),
	articles: v.optional(v.array(articleSchema, 'Expected a list of articles, each with "line:"'))
});

const archiveSchema = v.strictObject({ title: v.optional(text) });

/**
 * What a curator knows of a seed and its text does not say.
 *
 * `publication` and `language` hold for every article of the file; `date` for those whose text states none.
 * `starts` says at which lines articles begin: where the reader found one there already, only what is given
 * (`number`, `headline`) is set; where it found none, the article around it is parted there.
 */
export interface Sidecar {
	publication: string | null;
	language: string | null;
	date: (EdtfDate & { note: string | null }) | null;
	starts: Map<number, CuratedStart>;
	/** Where each of `starts` is written: its line in the sidecar. */
	written: Map<number, number>;
}

/** What holds for the whole archive. */
export interface ArchiveFile {
	title: string | null;
}

/** A sidecar that says nothing. */
export function emptySidecar(): Sidecar {
	return { publication: null, language: null, date: null, starts: new Map(), written: new Map() };
}

interface Yaml {
	value: unknown;
	/** The line at which the value under a path stands. */
	lineOf(path: readonly unknown[]): number;
	problems: Problem[];
}

function lineOfPath(
	document: Document.Parsed,
	counter: LineCounter,
	path: readonly unknown[]
): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range?.[0] ?? 0;
	for (const key of path) {
		if (isMap(node)) {
			const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
			if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
			node = pair?.value;
		} else {
			node = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
			offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? offset;
		}
	}
	return Math.max(1, counter.linePos(offset).line);
}

function readYaml(file: string, source: string): Yaml {
	const counter = new LineCounter();
	const broken = (line: number, why: string): Yaml => ({
		value: null,
		lineOf: () => 1,
		problems: [error(file, line, 'sidecar/bad-yaml', `This cannot be read as YAML: ${why}`)]
	});
	if (source.length > longestSidecar) {
		return broken(1, 'it is longer than any sidecar. Take it out of the folder.');
	}
	try {
		const document = parseDocument(source, {
			lineCounter: counter,
			prettyErrors: false,
			logLevel: 'error'
		});
		const first = document.errors[0];
		if (first) {
			const line = Math.max(1, counter.linePos(first.pos[0]).line);
			return broken(
				line,
				`${first.message.replace(/\.?$/, '.')} Mend the line, or put texts that hold ":" or "#" in quotation marks.`
			);
		}
		const value: unknown = document.toJS({ maxAliasCount: 20 });
		return { value, lineOf: (path) => lineOfPath(document, counter, path), problems: [] };
	} catch (cause) {
		return broken(1, `${cause instanceof Error ? cause.message : 'it is no document'}.`);
	}
}

type Schema = v.GenericSchema<unknown, unknown>;

function explain(issue: v.BaseIssue<unknown>, keys: string): { rule: string; message: string } {
	const path = (issue.path ?? []).map((item) => String(item.key));
	const name = path.join('.') || 'the file';
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		const message = `The key "${name}" is not known here. Known keys: ${keys}. Correct its spelling or take it out.`;
		return { rule: 'sidecar/unknown-key', message };
	}
	if (issue.type === 'strict_object' && issue.received === 'undefined') {
		return {
			rule: 'sidecar/missing-key',
			message: `The key "${name}" is missing. Add it, or take the entry out.`
		};
	}
	if (issue.type === 'strict_object') {
		const message = `Expected keys and values at "${name}" (${keys}). Write "key: value", one to a line.`;
		return { rule: 'sidecar/bad-value', message };
	}
	const rule = issue.type === 'check' ? 'sidecar/bad-date' : 'sidecar/bad-value';
	return { rule, message: `${issue.message} (at "${name}").` };
}

function check<Output>(
	file: string,
	yaml: Yaml,
	schema: v.GenericSchema<unknown, Output>,
	keys: string
): { output: Output | null; problems: Problem[] } {
	if (yaml.problems.length > 0) return { output: null, problems: yaml.problems };
	// An empty file, or one with comments only, says nothing and is no mistake.
	const result = v.safeParse(schema as Schema, yaml.value ?? {});
	if (result.success) return { output: result.output as Output, problems: [] };
	const problems = result.issues.map((issue) => {
		const { rule, message } = explain(issue, keys);
		const path = (issue.path ?? []).map((item) => item.key);
		return error(file, yaml.lineOf(path), rule, message);
	});
	return { output: null, problems };
}

/**
 * Reads a sidecar. `file` names the sidecar, `seed` its seed, which has `lines` lines. Where there is a problem
 * the whole sidecar is set aside, so that no half of it is believed.
 */
export function readSidecar(
	file: string,
	source: string,
	seed: { name: string; lines: number }
): { sidecar: Sidecar; problems: Problem[] } {
	const yaml = readYaml(file, source);
	const keys =
		'"publication", "language", "date" (with "edtf" and "note"), "articles" (with "line", "number", "headline", "note")';
	const { output, problems } = check(file, yaml, sidecarSchema, keys);
	if (!output) return { sidecar: emptySidecar(), problems };
	const sidecar = emptySidecar();
	sidecar.publication = output.publication ?? null;
	sidecar.language = output.language ?? null;
	const date = output.date ? readEdtf(output.date.edtf) : null;
	if (date) {
		sidecar.date = { ...date, note: output.date?.note ?? null };
	}
	for (const [at, { line, number, headline }] of (output.articles ?? []).entries()) {
		const where = yaml.lineOf(['articles', at, 'line']);
		if (line > seed.lines) {
			const message = `Line ${line} is outside the file: ${seed.name} has ${seed.lines} lines. Correct the number.`;
			problems.push(error(file, where, 'sidecar/line-outside', message));
		} else if (sidecar.starts.has(line)) {
			const message = `Line ${line} is given twice. Put what is known of that article in one entry.`;
			problems.push(error(file, where, 'sidecar/line-twice', message));
		} else {
			sidecar.written.set(line, where);
			sidecar.starts.set(line, { line, number: number ?? null, headline: headline ?? null });
		}
	}
	return problems.length > 0 ? { sidecar: emptySidecar(), problems } : { sidecar, problems };
}

/** Reads `archive.yaml`. */
export function readArchiveFile(
	file: string,
	source: string
): { archive: ArchiveFile; problems: Problem[] } {
	const { output, problems } = check(file, readYaml(file, source), archiveSchema, '"title"');
	return { archive: { title: output?.title ?? null }, problems };
}
