/** Short ways to write down a defect of a seed. */
import type { Problem } from '../archive/article.ts';

/** A defect the archive can be built with; it is shown. `message`: what is wrong and what to do. */
export function warning(file: string, line: number | null, rule: string, message: string): Problem {
	return { file, line, rule, level: 'warning', message };
}

/** A defect that fails the build: what would be published is not what was meant. */
export function error(file: string, line: number | null, rule: string, message: string): Problem {
	return { file, line, rule, level: 'error', message };
}
