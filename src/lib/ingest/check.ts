/**
 * What a curator wrote, held to its schema: a checked value, or problems that name the line and the remedy in the words
 * of whoever wrote it. Strict: what cannot be understood is an error, never passed over.
 */
import * as v from 'valibot';
import type { Problem } from '../archive/article.ts';
import { error, type ProblemRule } from './problem.ts';
import type { Yaml } from './yaml.ts';

type Path = readonly unknown[];
type Issue = v.BaseIssue<unknown>;

const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
/** Rounds in which a faulty file is read anew; beyond them it is no curator's. */
const mostRounds = 20;

const pathOf = (issue: Issue): Path => (issue.path ?? []).map((item) => item.key);

function valueAt(value: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(inside, key) => (inside as Record<string, unknown> | null | undefined)?.[String(key)],
		value
	);
}

/** `"hide" in the second entry of "articles" (line 62)`: what a path leads to, as its writer would say it. */
function nameOf(path: Path, value: unknown): string {
	const names: string[] = [];
	for (const [at, key] of path.entries()) {
		if (typeof key !== 'number') {
			// A date alone has the key that it would have with a note.
			const isAlone = key === 'edtf' && typeof valueAt(value, path.slice(0, at)) !== 'object';
			if (!isAlone) names.unshift(`"${String(key)}"`);
			continue;
		}
		const entry = valueAt(value, path.slice(0, at + 1)) as { line?: unknown; lines?: unknown };
		const where = entry?.line ?? entry?.lines;
		const isPlace = typeof where === 'number' || typeof where === 'string';
		const nth = ordinals[key] ?? `${key + 1}th`;
		const list = names.shift();
		names.unshift(
			`the ${nth} entry${list ? ` of ${list}` : ''}${isPlace ? ` (line${typeof where === 'string' ? 's' : ''} ${where})` : ''}`
		);
	}
	return names.join(' in ') || 'the file';
}

const kinds: Record<string, string> = { title: 'headline', author: 'byline', reason: 'hide' };

function explain(
	issue: Issue,
	value: unknown,
	keys: string
): { rule: ProblemRule; message: string } {
	const path = pathOf(issue);
	const name = nameOf(path, value);
	const last = path.at(-1);
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		const meant = path.length > 2 ? kinds[String(last)] : undefined;
		const instead =
			last === 'title' && path.length === 1
				? ' The title of the archive stands in "archive.yaml".'
				: meant === undefined
					? ''
					: ` Perhaps "${meant}" is meant.`;
		const message = `The key ${name} is not known here.${instead} Known keys: ${keys}. Correct its spelling or take it out.`;
		return { rule: 'sidecar/unknown-key', message };
	}
	if (issue.type === 'strict_object' && issue.received === 'undefined') {
		const message = `The key ${name} is missing. Add it, or take the entry out.`;
		return { rule: 'sidecar/missing-key', message };
	}
	if (issue.received === 'null') {
		const what = last === 'hide' || last === 'leave-out' ? 'Write the reason' : 'Write its value';
		const message = `Nothing stands after ${name}. ${what}, or take the key out.`;
		return { rule: 'sidecar/bad-value', message };
	}
	if (issue.type === 'strict_object' || issue.type === 'record') {
		const message = `Expected keys and values at ${name} (${keys}). Write "key: value", one to a line.`;
		return { rule: 'sidecar/bad-value', message };
	}
	if (issue.type === 'string' && typeof issue.input !== 'object') {
		const message = `${issue.message} at ${name}. Put it in quotation marks: "${String(issue.input)}".`;
		return { rule: 'sidecar/bad-value', message };
	}
	const rule = issue.type === 'check' ? 'sidecar/bad-date' : 'sidecar/bad-value';
	return { rule, message: `${issue.message} (at ${name}).` };
}

function problemOf(file: string, yaml: Yaml, issue: Issue, keys: string): Problem {
	const { rule, message } = explain(issue, yaml.value, keys);
	return error(file, yaml.lineOf(pathOf(issue)), rule, message);
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
	const problems = result.issues.map((issue) => problemOf(file, yaml, issue, keys));
	return { output: null, problems };
}

/** Takes what a path leads to out of a value: a key of an entry of a list, a whole entry (left empty), or a key of the file. */
function takeOut(value: unknown, path: Path): Path | null {
	const [first, at, key] = path;
	const list = valueAt(value, [first]);
	if (first === undefined) return null;
	if (!Array.isArray(list) || typeof at !== 'number') {
		if (!Object.hasOwn(value as object, String(first))) return null;
		return Reflect.deleteProperty(value as object, String(first)) ? [first] : null;
	}
	const entry: unknown = list[at];
	if (key === undefined || typeof entry !== 'object' || entry === null) list[at] = {};
	else Reflect.deleteProperty(entry, String(key));
	return path.slice(0, 3);
}

/**
 * The same, but with what can be understood of a faulty file, so that its other faults are found in the same run: only
 * to look further, since a file with problems is not built with. `lost` are the paths of what was taken out.
 */
export function checkAll<Output>(
	file: string,
	yaml: Yaml,
	schema: v.GenericSchema<unknown, Output>,
	keys: string
): { output: Output | null; problems: Problem[]; lost: Path[] } {
	const problems = [...yaml.problems];
	const lost: Path[] = [];
	if (problems.length > 0) return { output: null, problems, lost };
	const value: unknown = structuredClone(yaml.value ?? {});
	for (let round = 0; round < mostRounds; round += 1) {
		const result = v.safeParse(schema, value);
		if (result.success) return { output: result.output, problems, lost };
		const before = lost.length;
		for (const issue of result.issues) {
			problems.push(problemOf(file, yaml, issue, keys));
			const path = takeOut(value, pathOf(issue));
			if (path) lost.push(path);
		}
		if (lost.length === before) break;
	}
	return { output: null, problems, lost };
}
