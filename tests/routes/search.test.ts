/** What a page has of its search: with the texts at hand every answer counts its matches, wherever the search runs. */
import { expect, test, vi } from 'vitest';
import type { Archive } from '../../src/lib/bundle/open.ts';
import type { Answer } from '../../src/lib/search/answer.ts';
import type { Explorer } from '../../src/lib/explorer/explorer.svelte.ts';
import { FakeWorker } from '../search/fake-worker.ts';
import { libraryOf, textOf } from '../search/library.ts';

const library = await libraryOf([
	textOf('Nurses strike', ['A strike in the city']),
	textOf('Dockers strike', ['at the port'])
]);
const worker = new FakeWorker();
vi.mock('$app/paths', () => ({ base: '' }));
vi.mock('$output', () => ({
	readFrom: () => library.read,
	librarySource: () => ({ files: Object.fromEntries(library.files) }),
	startWorker: () => worker
}));

test('matches are counted again after the page has taken over from a worker that died', async () => {
	const { connectSearch } = await import('../../src/routes/search.ts');
	const question = { query: 'strike', any: false };
	/** What of the explorer is told: it asks anew, as the page's does, when the texts have come. */
	const shown: (Answer | null)[] = [];
	const answers = {
		notice: null as string | null,
		large: false,
		rested: false,
		ask: async () => void shown.push(await search.ask(question))
	};
	const archive = { manifest: library.manifest, entries: { all: async () => [] } };
	const search = connectSearch(
		archive as unknown as Archive,
		() => ({ answers }) as unknown as Explorer
	);
	const last = () => [...(shown.at(-1)?.matches ?? [])];
	expect((await search.ask(question))?.matches).toBe(null);
	await vi.waitFor(() => expect(last()).toEqual([2, 1]), { timeout: 5000 });

	worker.die();
	expect(answers.notice).toMatch(/runs on the page itself/);
	await answers.ask();
	// The texts of the worker went with it: at once the page knows the articles alone ...
	expect([...(shown.at(-1)?.rows ?? [])]).toEqual([0, 1]);
	shown.length = 0;
	// ... and asks anew of itself when it has read them.
	await vi.waitFor(() => expect(last()).toEqual([2, 1]), { timeout: 5000 });
	expect([answers.large, answers.rested]).toEqual([false, true]);
});
