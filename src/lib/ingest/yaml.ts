/**
 * YAML as curators write it: text to a checked value, or problems that name the line and the remedy. Strict: what
 * cannot be understood is an error, never passed over.
 */
import * as v from 'valibot';
import {
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	Schema,
	type Document,
	type Pair,
	visit,
	type YAMLMap
} from 'yaml';
import type { Problem } from '../archive/article.ts';
import { error, type ProblemRule } from './problem.ts';

/** No curator writes so much by hand; a file beyond it is some other data, or made to choke a reader. Characters. */
const longestFile = 200_000;

/** A file read as YAML, not yet checked. */
export interface Yaml {
	value: unknown;
	/** The line at which the value under a path stands. */
	lineOf(path: readonly unknown[]): number;
	problems: Problem[];
}

/** The pairs of a map by key, made once: a long file with a fault in each line asks for every one of them. */
type Pairs = WeakMap<YAMLMap, Map<unknown, Pair>>;

function pairOf(map: YAMLMap, key: unknown, known: Pairs): Pair | undefined {
	let pairs = known.get(map);
	if (!pairs) {
		pairs = new Map(
			map.items.map((item) => [isScalar(item.key) ? item.key.value : item.key, item])
		);
		known.set(map, pairs);
	}
	return pairs.get(key);
}

function lineOfPath(
	document: Document.Parsed,
	counter: LineCounter,
	known: Pairs,
	path: readonly unknown[]
): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range?.[0] ?? 0;
	for (const key of path) {
		if (isMap(node)) {
			const pair = pairOf(node, key, known);
			if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
			node = pair?.value;
		} else {
			node = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
			offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? offset;
		}
	}
	return Math.max(1, counter.linePos(offset).line);
}

/** The offset of a key that stands twice in one map; null where none does. The parser's own look takes n² steps. */
function repeatedKey(document: Document.Parsed): number | null {
	let repeated: number | null = null;
	visit(document, {
		Map(_, map) {
			const keys = new Set<unknown>();
			for (const { key } of map.items) {
				if (!isScalar(key)) continue;
				if (keys.has(key.value)) {
					repeated = key.range?.[0] ?? 0;
					return visit.BREAK;
				}
				keys.add(key.value);
			}
			return undefined;
		}
	});
	return repeated;
}

/** Made once: it is more work than to read a sidecar. */
const schema = new Schema({ schema: 'core' });

/** Reads YAML 1.2, up to `longest` characters; aliases are followed a few times only, so that a short file cannot grow without end. */
export function readYaml(file: string, source: string, longest = longestFile): Yaml {
	const counter = new LineCounter();
	const broken = (line: number, why: string): Yaml => ({
		value: null,
		lineOf: () => 1,
		problems: [error(file, line, 'sidecar/bad-yaml', `This cannot be read as YAML: ${why}`)]
	});
	if (source.length > longest) {
		return broken(1, 'it is longer than anything written by hand. Take it out of the folder.');
	}
	try {
		const document = parseDocument(source, {
			lineCounter: counter,
			prettyErrors: false,
			logLevel: 'error',
			uniqueKeys: false,
			schema
		});
		const first = document.errors[0];
		if (first) {
			const line = Math.max(1, counter.linePos(first.pos[0]).line);
			return broken(
				line,
				`${first.message.replace(/\.?$/, '.')} Mend the line, or put texts that hold ":" or "#" in quotation marks.`
			);
		}
		const repeated = repeatedKey(document);
		if (repeated !== null) {
			const line = Math.max(1, counter.linePos(repeated).line);
			return broken(line, 'a key stands here a second time. Keep one of the two.');
		}
		const value: unknown = document.toJS({ maxAliasCount: 20 });
		const known: Pairs = new WeakMap();
		const lineOf = (path: readonly unknown[]) => lineOfPath(document, counter, known, path);
		return { value, lineOf, problems: [] };
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : 'it is no document';
		return broken(1, `${why}. Write values out in place of references ("*name").`);
	}
}

function explain(
	issue: v.BaseIssue<unknown>,
	keys: string
): { rule: ProblemRule; message: string } {
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
