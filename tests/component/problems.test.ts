import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Lines } from '../../src/lib/archive/article.ts';
import ProblemList from '../../src/lib/view/report/ProblemList.svelte';

const problem = {
	file: 'a/notes.txt',
	line: 7,
	rule: 'seed/line-unclaimed',
	level: 'warning' as const,
	message: 'This line belongs to no article. Give it to one in a sidecar.',
	text: 'Continued overleaf',
	article: null
};

test('a line of no article can be seen among those around it, as filed', async () => {
	const linesOf = vi.fn(async (_file: string, [first, last]: Lines) =>
		Array.from({ length: last - first + 1 }, (_, at) => `line ${first + at}`)
	);
	render(ProblemList, { problems: [problem], entries: null, most: 9, linesOf });
	await expect.element(page.getByText('Continued overleaf')).toBeVisible();
	expect(linesOf).not.toHaveBeenCalled();
	await page.getByText('See the lines around it').click();
	await expect.element(page.getByText('line 12')).toBeVisible();
	expect(linesOf).toHaveBeenCalledWith('a/notes.txt', [2, 12]);
	expect(document.querySelector('.named')?.textContent).toContain('line 7');
	// Several problems of a page may show the same line: none takes its address.
	expect(document.querySelector('[id^="line-"]')).toBeNull();
});

test('in one file without seeds nothing is offered that cannot be had', async () => {
	render(ProblemList, { problems: [problem], entries: null, most: 9, linesOf: null });
	await expect.element(page.getByText('Continued overleaf')).toBeVisible();
	expect(document.querySelector('details')).toBeNull();
});
