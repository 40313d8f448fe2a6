/** What is found is counted from the index: where passages or further checks cannot be fetched, the rest still stands. */
import { expect, test } from 'vitest';
import type { Answer, Excerpt } from '../../src/lib/search/answer.ts';
import { stage, type Facts } from './stage.svelte.ts';

const archive: Facts[] = [{ date: '2022-05-16' }, { date: '2022-05-17' }, { date: '2022-06-01' }];
const lost = 'Some articles could not be read (texts/0-012345.json).';

const excerpt = (row: number): Excerpt => ({
	row,
	headline: [],
	passages: [],
	places: [0.5]
});

async function asked() {
	const { explorer } = stage(archive);
	const line = { up: false, checked: { done: 1, of: 3 } as Answer['checked'] };
	const answer = (): Partial<Answer> => ({
		rows: Uint32Array.of(0, 1),
		scores: Float32Array.of(1, 1),
		checked: line.checked,
		verified: line.checked === null
	});
	Object.assign(explorer.search, {
		ask: async (question: Answer['question']) => {
			if (question.check && !line.up) throw new Error(lost);
			if (question.check) line.checked = null;
			return { question, ...answer() };
		},
		excerpts: async (_: unknown, rows: number[]) => {
			if (!line.up) throw new Error(lost);
			return rows.map(excerpt);
		}
	});
	explorer.choose({ ...explorer.selection, query: '"general strike"' });
	await expect.poll(() => explorer.answers.asked).toBe(true);
	await explorer.answers.ask();
	return { explorer, line };
}

test('results stand without passages, which come when they are asked for again', async () => {
	const { explorer, line } = await asked();
	const { answers } = explorer;
	expect(answers.failure).toBe(null);
	expect(answers.lack).toMatch(/^The counts stand, but not all passages .* could not be read/);
	expect([explorer.passing, [...explorer.list]]).toEqual([2, [1, 0]]);
	expect(answers.excerptOf(0)).toBeUndefined();
	line.up = true;
	await answers.retry();
	expect(answers.lack).toBe(null);
	expect(answers.excerptOf(0)).toEqual(excerpt(0));
});

test('while what could not be searched is tried again, that is said, and no failure', async () => {
	const { explorer, line } = await asked();
	const { answers } = explorer;
	await answers.checkAll();
	const { ask } = explorer.search;
	explorer.search.ask = () => Promise.reject(new Error(lost));
	await answers.ask();
	expect([answers.failure, answers.lack, answers.waiting]).toEqual([lost, null, false]);
	line.up = true;
	explorer.search.ask = ask;
	const trying = answers.retry();
	expect([answers.failure, answers.waiting]).toEqual([null, true]);
	await trying;
	expect([answers.failure, answers.waiting, explorer.passing]).toEqual([null, false, 2]);
});

test('what has been checked stands where the rest cannot be read, and the check goes on', async () => {
	const { explorer, line } = await asked();
	const { answers } = explorer;
	await answers.checkAll();
	expect(answers.failure).toBe(null);
	expect(answers.lack).toMatch(/^What has been checked stands.* could not be read/);
	expect([explorer.passing, explorer.atLeast, answers.checking]).toEqual([2, true, false]);
	line.up = true;
	await answers.retry();
	expect([answers.lack, explorer.atLeast]).toEqual([null, false]);
});

test('what a list shows and could not be fetched stays missing while the rest comes, until it is tried again', async () => {
	const { explorer } = stage(archive);
	const { entries } = explorer.archive;
	const line = { up: false };
	const come = new Set<number>();
	Object.assign(entries, {
		at: (row: number) => (come.has(row) ? { id: `article-${row}` } : undefined),
		load: async ([row]: number[]) => {
			if (row === 0 && !line.up) throw new Error(lost);
			come.add(row!);
		}
	});
	expect([explorer.entry(0), explorer.entry(1)]).toEqual([undefined, undefined]);
	await expect.poll(() => explorer.entry(1)?.id).toBe('article-1');
	expect(explorer.lost).toBe(lost);
	line.up = true;
	explorer.retry();
	expect([explorer.lost, explorer.entry(0)]).toEqual([null, undefined]);
	await expect.poll(() => explorer.entry(0)?.id).toBe('article-0');
	expect(explorer.lost).toBe(null);
});
