/** YAML as curators write it: text to a value, or a problem that names the line and the remedy. */
import {
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	Schema,
	type Document,
	type Pair,
	visit,
	type YAMLMap,
	type YAMLParseError
} from 'yaml';
import type { Problem } from '../archive/article.ts';
import { error } from './problem.ts';

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

/** What is wrong with a line and what to do, for somebody who does not know how YAML is made. */
function remedy({ code, message, pos }: YAMLParseError, source: string): string {
	const rest = source.slice(pos[0], pos[0] + 1000).split('\n')[0] ?? '';
	const before = source.slice(0, pos[0]).split('\n').at(-1) ?? '';
	const quote = 'put the whole text after the first ":" in quotation marks';
	switch (code) {
		case 'TAB_AS_INDENT':
			return 'the line is set in with a tab. Set it in with spaces, two for each step.';
		case 'BLOCK_AS_IMPLICIT_KEY':
			if (/:(?:\s|$)/.test(rest)) return `${quote}: it holds another ":" (note: "He said: yes").`;
			return 'the line after this one is set in too far. Let all keys of an entry begin in one column.';
		case 'MULTILINE_IMPLICIT_KEY':
			return 'a ":" and a space are missing after a key. Write "key: value", one to a line.';
		case 'BAD_SCALAR_START':
			return `${quote}: it begins with "${rest.charAt(0)}", which means something else here.`;
		case 'MISSING_CHAR':
			return 'a quotation mark that opens is not closed. Close it at the end of the text.';
		case 'UNEXPECTED_TOKEN':
			if (/["']\s*$/.test(before))
				return `${quote}, all of it; where it holds such marks itself, write those outside as ' and not " (headline: '"Reaper" lost').`;
	}
	return `${message.replace(/\.?$/, '.')} Mend the line, or ${quote}.`;
}

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
			return broken(line, remedy(first, source));
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
