/** Of words being typed the views hear once, together with their answer; and of no words that were taken back. */
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { Answer, Question } from '../../src/lib/search/answer.ts';
import { stage } from './stage.svelte.ts';

afterEach(() => {
	vi.useRealTimers();
});

/** A stage whose engine answers when it is told to, and all that a view has seen of it: the words and the rows. */
function typist() {
	const staged = stage([{ date: '1921-05-01' }, { date: '1921-05-02' }]);
	const { explorer } = staged;
	const asked: { query: string; answer: (rows: number[]) => Promise<void> }[] = [];
	explorer.search.ask = (question: Question) =>
		new Promise((resolve) => {
			asked.push({
				query: question.query,
				answer: async (rows) => {
					const found = { question, rows: Uint32Array.from(rows), verified: true, excerpts: [] };
					resolve({ ...found, scores: new Float32Array(rows.length) } as unknown as Answer);
					// The entries of its rows are fetched before it counts: at once here, without a timer.
					for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
					flushSync();
				}
			});
		});
	const seen: [string, number][] = [];
	const end = $effect.root(() => {
		$effect(() => explorer.answers.follow());
		$effect(() => {
			seen.push([explorer.question.query, explorer.passing]);
		});
	});
	flushSync();
	const type = (query: string) => {
		explorer.type(query);
		flushSync();
	};
	return { ...staged, asked, seen, type, end };
}

test('a letter is asked for at once, once, and seen together with its answer', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { explorer, asked, seen, type, end } = typist();
	type('s');
	expect(asked.map(({ query }) => query)).toEqual(['s']);
	expect(explorer.selection.query).toBe('s');
	expect(seen).toEqual([['', 2]]);
	await asked[0]!.answer([1]);
	expect(seen).toEqual([
		['', 2],
		['s', 1]
	]);
	expect(asked).toHaveLength(1);
	end();
});

test('words whose answer takes long are seen before it', () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { explorer, asked, seen, type, end } = typist();
	type('s');
	vi.advanceTimersByTime(20);
	type('st');
	// Counted from the first of them: whoever types fast sees something all the same.
	vi.advanceTimersByTime(20);
	flushSync();
	expect(seen.at(-1)?.[0]).toBe('st');
	expect(explorer.answers.waiting).toBe(true);
	expect(asked.map(({ query }) => query)).toEqual(['s', 'st']);
	end();
});

test('a choice made before the answer keeps the letters', () => {
	const { explorer, visited, type, end } = typist();
	type('st');
	explorer.toggle('kind', 'notice');
	expect(visited.at(-1)).toMatch(/q=st\b.*kind=notice/);
	end();
});

test('words that "back" takes away before their answer are never shown', async () => {
	const { explorer, asked, seen, type, goBack, end } = typist();
	explorer.choose({ ...explorer.selection, query: 'dock' });
	flushSync();
	await asked[0]!.answer([0]);
	type('docks');
	goBack('?q=dock');
	flushSync();
	expect(explorer.selection.query).toBe('dock');
	await asked[1]!.answer([0, 1]);
	expect(seen.at(-1)).toEqual(['dock', 1]);
	expect(asked.map(({ query }) => query)).toEqual(['dock', 'docks', 'dock']);
	end();
});
