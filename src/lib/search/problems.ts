/** What is wrong with a query: a few problems, each at its own place, whatever was typed. */
import type { QueryProblem } from './answer.ts';

/** Tells of a problem. `repair` gives the query mended; it is not called where nobody would see it. */
export type Report = (at: number, message: string, repair?: () => string | null) => void;

/** More problems than anybody mends at once. */
const most = 6;

/** A list of problems and the function that adds to it: one for each place, and no more than a few. */
export function collectProblems(): { problems: QueryProblem[]; report: Report } {
	const problems: QueryProblem[] = [];
	const report: Report = (at, message, repair) => {
		if (problems.length >= most || problems.some((each) => each.at === at)) return;
		// Nothing at all is no mended query.
		problems.push({ at, message, repair: repair?.() || null });
	};
	return { problems, report };
}
