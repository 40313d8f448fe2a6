/** What can be wrong with a seed, and short ways to write it down. */
import type { Problem } from '../archive/article.ts';

/** Every rule that the reading can find broken, `<part>/<rule>`. Each has a fixture: a folder that breaks it. */
export const problemRules = [
	'aliases/in-use',
	'aliases/no-article',
	'archive/name-twice',
	'archive/no-article',
	'archive/no-author',
	'daily/ambiguous-date',
	'daily/no-date',
	'daily/no-headline',
	'daily/no-text',
	'daily/perhaps-article',
	'digest/no-date',
	'digest/number-inferred',
	'digest/number-missing',
	'digest/numbers-again',
	'events/too-many',
	'feed/bad-date',
	'feed/comments',
	'feed/empty-item',
	'feed/left-out',
	'feed/too-deep',
	'folder/refused',
	'front-matter/bad-date',
	'front-matter/bad-toml',
	'front-matter/bad-yaml',
	'html/whole-page',
	'ids/bad-file',
	'json-lines/bad-date',
	'json-lines/bad-record',
	'json-lines/empty-record',
	'json-lines/key-unread',
	'magazine/no-date',
	'magazine/note-uncalled',
	'seed/binary',
	'seed/empty',
	'seed/encoding',
	'seed/line-unclaimed',
	'seed/no-article',
	'seed/unknown-dialect',
	'sidecar/bad-date',
	'sidecar/bad-value',
	'sidecar/bad-yaml',
	'sidecar/id-twice',
	'sidecar/line-outside',
	'sidecar/line-twice',
	'sidecar/line-unused',
	'sidecar/missing-key',
	'sidecar/no-estimate',
	'sidecar/no-seed',
	'sidecar/nothing-to-merge',
	'sidecar/nothing-to-settle',
	'sidecar/same-as',
	'sidecar/unknown-key',
	'table/bad-date',
	'table/bad-record',
	'table/column-unread',
	'table/empty-record',
	'table/no-column',
	'table/too-many-values'
] as const;
export type ProblemRule = (typeof problemRules)[number];

/** A defect the archive can be built with; it is shown. `message`: what is wrong and what to do. */
export function warning(
	file: string,
	line: number | null,
	rule: ProblemRule,
	message: string
): Problem {
	return { file, line, rule, level: 'warning', message };
}

/** How a curator says of a problem that there is none, or that nothing is to be done. */
export function howToSettle(file: string, rule: ProblemRule, line: number | null = null): string {
	const place = line === null ? '' : `, line: ${line}`;
	return `If that is as it should be, say so in ${file}.yaml: "settled: [{ rule: ${rule}${place}, reason: ... }]".`;
}

/** A defect that fails the build: what would be published is not what was meant. */
export function error(
	file: string,
	line: number | null,
	rule: ProblemRule,
	message: string
): Problem {
	return { file, line, rule, level: 'error', message };
}
