/** In an archive too large to be held nobody knows how many matches there are before it is asked for. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Answer, Clause } from '../../src/lib/search/answer.ts';
import { connectEngine } from '../../src/lib/search/client.ts';
import type { Lines } from '../../src/lib/search/concordance.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { FakeWorker } from '../search/fake-worker.ts';
import { libraryOf, textOf } from '../search/library.ts';
import Stage from './Stage.svelte';
import { stage, type Facts } from './stage.svelte.ts';

const archive = Array.from({ length: 50 }, (_, row): Facts => ({
	date: '2022-05-16',
	publication: row < 10 ? 'Courier' : 'Ledger'
}));
const word = { kind: 'word', field: null, not: false, ignored: false, text: 'strike' } as Clause;

/** Every article that is found has two matches; texts can be read while the line is up. */
async function asked(clause: Partial<Clause> = {}) {
	const { explorer } = stage(archive);
	const line = { up: true, read: [] as number[] };
	Object.assign(explorer.search, {
		ask: async (question: Answer['question']) => ({
			question,
			clauses: [{ ...word, ...clause }],
			problems: [],
			rows: Uint32Array.from(archive.keys()),
			scores: new Float32Array(archive.length),
			matches: null,
			verified: true,
			checked: null
		}),
		lines: async (_: unknown, rows: Uint32Array) => {
			if (!line.up) throw new Error('Some articles could not be read.');
			line.read.push(...rows);
			// The line fails before the second slice.
			line.up = line.read.length > 40;
			return { rows: Uint32Array.from([...rows, ...rows]) } as Partial<Lines>;
		}
	});
	explorer.answers.large = true;
	explorer.choose({ ...explorer.selection, query: 'strike' });
	await expect.poll(() => explorer.answers.asked).toBe(true);
	await explorer.answers.ask();
	await render(Stage, { explorer, of: 'bar' });
	return { explorer, line };
}

const said = () => document.body.textContent?.replace(/\s+/g, ' ') ?? '';

test('they are counted when it is asked for, “at least” until all are read, and what is counted is kept', async () => {
	const { explorer, line } = await asked();
	await expect.poll(said).toContain('Matches are not counted yet: the texts of 50 articles have');
	expect(line.read).toEqual([]);
	await page.getByRole('button', { name: 'Count them' }).click();
	await expect.poll(said).toContain('At least 64 matches: 32 of 50 articles read.');
	await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
	line.up = true;
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect.poll(said).toContain('100 matches, counted in the texts of 50 articles.');
	// Each article once.
	expect([...line.read].sort((a, b) => a - b)).toEqual([...archive.keys()]);

	explorer.toggle('publication', 'Courier');
	await expect.poll(said).toContain('20 matches, counted in the texts of 10 articles.');
	expect(line.read).toHaveLength(50);
});

test('nothing is said of matches where none are looked for', async () => {
	const { explorer } = await asked({ not: true });
	expect(explorer.passing).toBe(50);
	await expect.poll(said).toContain('50 of 50 articles');
	expect(explorer.uncounted).toBe(false);
	expect(said()).not.toContain('atches');
});

test('a helper that dies while they are counted is replaced, and nothing is counted twice or left out', async () => {
	const library = await libraryOf(archive.map(() => textOf('Strike', ['A strike in the city'])));
	const worker = new FakeWorker();
	const notices: string[] = [];
	const client = connectEngine({
		library,
		source: { files: Object.fromEntries(library.files) },
		start: () => worker as unknown as Worker,
		fallback: () => openEngine(library),
		onNotice: (message) => notices.push(message)
	});
	const { explorer } = stage(archive);
	let slices = 0;
	Object.assign(explorer.search, {
		ask: (question: Answer['question']) => client.ask(question),
		excerpts: async () => [],
		lines: (question: Answer['question'], rows: Uint32Array) => {
			// The first slice is counted by the helper, which dies over the second.
			if (++slices === 2) worker.held = [];
			return client.lines(question, rows);
		}
	});
	explorer.answers.large = true;
	explorer.choose({ ...explorer.selection, query: 'strike' });
	await expect.poll(() => explorer.answers.asked).toBe(true);
	await explorer.answers.ask();
	await render(Stage, { explorer, of: 'bar' });
	await page.getByRole('button', { name: 'Count them' }).click();
	await expect.poll(said).toContain('At least 64 matches: 32 of 50 articles read so far.');
	expect(worker.held).toHaveLength(1);
	worker.die();
	await expect.poll(said).toContain('100 matches, counted in the texts of 50 articles.');
	expect([client.thread, notices.length]).toEqual(['page', 1]);
});
