/** What happens between a key and the rows it finds: the question first, then as many rows as can be seen, then the rest. */
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Question } from '../../src/lib/search/answer.ts';
import Stage from './Stage.svelte';
import { followed, stage, type Facts } from './stage.svelte.ts';

const size = 30;
const archive = Array.from({ length: size }, (): Facts => ({ date: '2022-05-16' }));
const all = Array.from(archive.keys());

afterEach(() => vi.useRealTimers());

test('a key asks at once, before the views take notice, and nothing asks the same again', async () => {
	const { explorer } = stage(archive, all);
	const asked: string[] = [];
	const { ask } = explorer.search;
	explorer.search.ask = (question: Question) => {
		asked.push(question.query);
		return ask(question);
	};
	const end = followed(explorer);
	flushSync();
	expect(asked).toEqual([]);

	explorer.type('strike');
	expect(asked).toEqual(['strike']);
	flushSync();
	await expect.poll(() => explorer.answers.latest?.question.query).toBe('strike');

	// At rest: the words are written into the address, and what they are does not change by that.
	explorer.submit('strike');
	await explorer.settle();
	expect(explorer.unsettled).toBe(null);
	flushSync();
	expect(asked).toEqual(['strike']);

	// Words that change without a key (a link, a chip, the way back) are asked for when the views take notice.
	explorer.choose({ ...explorer.selection, query: 'strike nurses' });
	expect(asked).toEqual(['strike']);
	flushSync();
	expect(asked).toEqual(['strike', 'strike nurses']);
	end();
});

test('of the rows found while a hand is typing those that fill the screen are drawn, the others when it rests', async () => {
	await page.viewport(1440, 900);
	// The hand rests when the test says so.
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const { explorer } = stage(archive, all);
	const end = followed(explorer);
	await render(Stage, { explorer, of: 'results' });
	const rows = () => document.querySelectorAll('.results > li').length;
	await expect.poll(rows).toBe(25);

	// Two rows of a list of tall ones were to be seen; those that take their place are lower, and leave a gap.
	explorer.fold = 2;
	let drawn = Infinity;
	const watch = new MutationObserver(() => (drawn = Math.min(drawn, rows())));
	watch.observe(document.body, { childList: true, subtree: true });
	explorer.type('strike');
	await vi.advanceTimersByTimeAsync(50);
	await expect.poll(rows).toBe(Math.ceil(900 / 108));
	expect(drawn).toBe(2);
	expect(explorer.busy).toBe(true);
	watch.disconnect();

	await vi.advanceTimersByTimeAsync(600);
	await expect.poll(rows).toBe(25);
	end();
});
