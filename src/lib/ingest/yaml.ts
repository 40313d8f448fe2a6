/**
 * YAML as curators write it: text to a checked value, or problems that name the line and the remedy. Strict: what
 * cannot be understood is an error, never passed over.
 */
import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '../archive/article.ts';
import { error } from './problem.ts';

/** No curator writes so much by hand; a file beyond it is some other data, or made to choke a reader. Characters. */
const longestFile = 2_000_000;

/** A file read as YAML, not yet checked. */
export interface Yaml {
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

/** Reads YAML 1.2; aliases are followed a few times only, so that a short file cannot grow without end. */
export function readYaml(file: string, source: string): Yaml {
	const counter = new LineCounter();
	const broken = (line: number, why: string): Yaml => ({
		value: null,
		lineOf: () => 1,
		problems: [error(file, line, 'sidecar/bad-yaml', `This cannot be read as YAML: ${why}`)]
	});
	if (source.length > longestFile) {
		return broken(1, 'it is longer than anything written by hand. Take it out of the folder.');
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
	if (issue.type === 'strict_object' || issue.type === 'record') {
		const message = `Expected keys and values at "${name}" (${keys}). Write "key: value", one to a line.`;
		return { rule: 'sidecar/bad-value', message };
	}
	const rule = issue.type === 'check' ? 'sidecar/bad-date' : 'sidecar/bad-value';
	return { rule, message: `${issue.message} (at "${name}").` };
}

/**
 * Holds a file to its schema. `keys` names the keys there are, for whoever misspelt one. Null where there is a
 * problem, so that no half of a file is believed.
 */
export function check<Output>(
	file: string,
	yaml: Yaml,
	schema: v.GenericSchema<unknown, Output>,
	keys: string
): { output: Output | null; problems: Problem[] } {
	if (yaml.problems.length > 0) return { output: null, problems: yaml.problems };
	// An empty file, or one with comments only, says nothing and is no mistake.
	const result = v.safeParse(schema, yaml.value ?? {});
	if (result.success) return { output: result.output, problems: [] };
	const problems = result.issues.map((issue) => {
		const { rule, message } = explain(issue, keys);
		const path = (issue.path ?? []).map((item) => item.key);
		return error(file, yaml.lineOf(path), rule, message);
	});
	return { output: null, problems };
}
