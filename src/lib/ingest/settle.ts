/** Problems that a curator has looked at and calls settled: they are listed apart, with the reason, and doubted no more. */
import type { Lines, Problem } from '../archive/article.ts';
import type { SettledProblem } from './ingest.ts';
import { error } from './problem.ts';
import type { Sidecar } from './sidecar.ts';

/** An entry under `settled:`, of one rule, in some lines or in the whole file. */
export interface Settled {
	rule: string;
	/** Null: wherever in the file. */
	lines: Lines | null;
	reason: string;
	/** Where it is written in the sidecar. */
	line: number;
}

function isAbout({ rule, lines }: Settled, problem: Problem): boolean {
	if (problem.rule !== rule || problem.level !== 'warning') return false;
	if (lines === null) return true;
	return problem.line !== null && lines[0] <= problem.line && problem.line <= lines[1];
}

/** The problems of the seed `file`, those settled apart. An entry that settles nothing is an error: `name` is its sidecar. */
export function settle(
	name: string,
	file: string,
	problems: readonly Problem[],
	{ settled: entries }: Sidecar
): { problems: Problem[]; settled: SettledProblem[] } {
	if (entries.length === 0) return { problems: [...problems], settled: [] };
	const open: Problem[] = [];
	const settled: SettledProblem[] = [];
	const used = new Set<Settled>();
	for (const problem of problems) {
		const about = problem.file === file ? entries.filter((each) => isAbout(each, problem)) : [];
		const [entry] = about;
		if (!entry) open.push(problem);
		else settled.push({ file, line: problem.line, rule: problem.rule, reason: entry.reason });
		for (const each of about) used.add(each);
	}
	for (const entry of entries) {
		if (used.has(entry)) continue;
		const { rule, lines } = entry;
		const where =
			lines === null
				? ''
				: ` in ${lines[0] === lines[1] ? 'line' : 'the lines'} ${[...new Set(lines)].join('-')}`;
		const message = `No problem "${rule}" is reported${where} of ${file}, so there is nothing to settle. Copy rule and line from "npm run -s read", or take this out.`;
		open.push(error(name, entry.line, 'sidecar/nothing-to-settle', message));
	}
	return { problems: open, settled };
}
