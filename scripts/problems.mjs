/** What a build prints of the problems in the seeds: every error, and of many warnings one of each rule. */
import { describeCount } from './terminal.mjs';

/** More warnings than these push everything else off the screen. */
const mostWarnings = 20;

/** @typedef {{ file: string, line: number | null, rule: string, level: string, message: string }} Problem */

/** @param {Problem} problem */
function describeProblem({ file, line, rule, level, message }) {
	return `  ${level}: ${file}${line === null ? '' : `:${line}`}  ${message}  (${rule})`;
}

/**
 * The lines to print. `seeds`: the folder, for the command that prints them all.
 * @param {readonly Problem[]} problems
 * @param {string} seeds
 * @returns {string[]}
 */
export function problemLines(problems, seeds) {
	const warnings = problems.filter(({ level }) => level !== 'error');
	if (warnings.length <= mostWarnings) return problems.map(describeProblem);
	/** @type {Map<string, Problem[]>} */
	const byRule = new Map();
	for (const warning of warnings) {
		const own = byRule.get(warning.rule);
		if (own) own.push(warning);
		else byRule.set(warning.rule, [warning]);
	}
	const lines = problems.filter(({ level }) => level === 'error').map(describeProblem);
	for (const [first, ...others] of byRule.values()) {
		if (!first) continue;
		const more = others.length === 0 ? '' : `  … and ${others.length.toLocaleString('en')} more`;
		lines.push(`${describeProblem(first)}${more}`);
	}
	const quoted = /^[\w./:\\-]+$/.test(seeds) ? seeds : `"${seeds}"`;
	lines.push(
		`  ${describeCount(warnings.length, 'warning')}, one of each rule shown. All of them: npm run -s read -- ${quoted}`
	);
	return lines;
}
