import { describe, expect, it } from 'vitest';
import { problemLines } from '../../scripts/problems.mjs';

const problem = (rule: string, line: number, level = 'warning') => ({
	file: 'a.txt',
	line,
	rule,
	level,
	message: 'Mend it.'
});
const many = (rule: string, count: number) =>
	Array.from({ length: count }, (_, at) => problem(rule, at + 1));

describe('the problems that a build prints', () => {
	it('are all of them, up to twenty', () => {
		const lines = problemLines(
			[...many('daily/no-text', 19), problem('daily/no-date', 20)],
			'seeds'
		);
		expect(lines).toHaveLength(20);
		expect(lines[19]).toBe('  warning: a.txt:20  Mend it.  (daily/no-date)');
	});

	it('are every error and one warning of each rule where there are more, with the command for all', () => {
		const found = [
			...many('digest/numbers-again', 30),
			problem('sidecar/bad-value', 1, 'error'),
			problem('daily/no-date', 7),
			problem('sidecar/bad-value', 2, 'error')
		];
		expect(problemLines(found, 'my seeds')).toEqual([
			'  error: a.txt:1  Mend it.  (sidecar/bad-value)',
			'  error: a.txt:2  Mend it.  (sidecar/bad-value)',
			'  warning: a.txt:1  Mend it.  (digest/numbers-again)  … and 29 more',
			'  warning: a.txt:7  Mend it.  (daily/no-date)',
			'  31 warnings, one of each rule shown. All of them: npm run -s read -- "my seeds"'
		]);
	});
});
