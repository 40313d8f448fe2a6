/**
 * Of an archive too large to be held some candidates wait to be checked: until then no view may count for certain. Nor
 * may one count nothing where the words could not be searched.
 */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { Concordance } from '../../src/lib/explorer/concordance.svelte.ts';
import Stage from './Stage.svelte';
import { stage, type Facts } from './stage.svelte.ts';
import TimelineStage from './TimelineStage.svelte';

const archive: Facts[] = [
	{ date: '2022-05-16', authors: ['Marta Ibáñez'] },
	{ date: '2022-05-17', authors: ['Marta Ibáñez'] },
	{ date: '2022-06-01' }
];

/** Asked for a phrase; rows 0 and 1 have passed, and others may. */
async function asked(verified: boolean, found = [0, 1]) {
	await page.viewport(1440, 900);
	const { explorer } = stage(archive, found, verified);
	Object.assign(explorer.archive.manifest, {
		counts: { articles: 3, files: 1, words: 1, authors: 1, undated: 0, seedBytes: 1 },
		span: { first: '2022-05-16', last: '2022-06-01' }
	});
	explorer.answers.rested = true;
	explorer.choose({ ...explorer.selection, query: '"general strike"' });
	await expect.poll(() => explorer.answers.asked).toBe(true);
	await explorer.answers.ask();
	expect(explorer.answers.latest?.verified).toBe(verified);
	return explorer;
}

for (const of of ['facets', 'bylines'] as const) {
	test(`${of} say that each of their counts may grow, and no longer once all are checked`, async () => {
		const { unmount } = await render(Stage, { explorer: await asked(false), of });
		await expect.element(page.getByText('Each count: at least')).toBeVisible();
		await unmount();
		await render(Stage, { explorer: await asked(true), of });
		await expect.element(page.getByRole('group').first()).toBeVisible();
		await expect.element(page.getByText('Each count: at least')).not.toBeInTheDocument();
	});
}

test('the sentence under the timeline says at least, so far where none has passed, and then neither', async () => {
	const caption = () => document.querySelector('figcaption')?.textContent;
	for (const [verified, found, begins] of [
		[false, [0, 1], /^At least 2 of 3 articles/],
		[false, [], /^So far no/],
		[true, [0, 1], /^2 of 3 articles/]
	] as const) {
		const explorer = await asked(verified, [...found]);
		const { unmount } = await render(TimelineStage, { explorer });
		await expect.poll(caption).toMatch(begins);
		await unmount();
	}
});

test('lines of all articles found so far are not all lines while candidates are unchecked', async () => {
	const none = new Uint32Array();
	const columns = { rows: none, ats: none, firsts: none, lasts: none, offsets: none };
	const lines = { ...columns, kinds: new Uint8Array(), lengths: none, around: none };
	for (const verified of [false, true]) {
		const explorer = await asked(verified);
		explorer.search.lines = async () => ({ ...lines, text: '', words: [''] });
		const concordance = new Concordance(explorer);
		concordance.follow();
		await expect.poll(() => concordance.readAll).toBe(true);
		expect(concordance.complete).toBe(verified);
	}
});

test('words that cannot be searched are in no count: the others stand, say so, and nothing is listed', async () => {
	const explorer = await asked(true);
	explorer.search.ask = () => Promise.reject(new Error('A part of the index could not be read.'));
	explorer.choose({ ...explorer.selection, query: 'dock', to: '2022-05-16' });
	await expect.poll(() => explorer.question.query).toBe('dock');
	await explorer.answers.ask();
	expect(explorer.answers.failure).toMatch('could not be read');
	expect([...explorer.rows]).toEqual([]);
	expect(explorer.tallies.facet('kind').map(({ matching }) => matching)).toContain(1);
	for (const of of ['facets', 'bylines'] as const) {
		const { unmount } = await render(Stage, { explorer, of });
		await expect.element(page.getByText('Each count: without the words')).toBeVisible();
		await unmount();
	}
	await render(TimelineStage, { explorer });
	await expect
		.poll(() => document.querySelector('figcaption')?.textContent)
		.toMatch(/^Without the words: 1 of 3 articles/);
});
