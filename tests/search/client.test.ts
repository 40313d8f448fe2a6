import { describe, expect, it, vi } from 'vitest';
import { BundleError } from '../../src/lib/bundle/format.ts';
import type { Answer } from '../../src/lib/search/answer.ts';
import {
	connectEngine,
	type ClientOptions,
	type SearchClient
} from '../../src/lib/search/client.ts';
import { openEngine, type Library } from '../../src/lib/search/engine.ts';
import type { Reply } from '../../src/lib/search/message.ts';
import { serveEngine } from '../../src/lib/search/serve.ts';
import { FakeWorker } from './fake-worker.ts';
import { libraryOf, textOf } from './library.ts';

const texts = [textOf('Nurses strike', ['in the city']), textOf('Dockers strike', ['at the port'])];

async function setUp(more: Partial<ClientOptions> = {}) {
	const library = await libraryOf(texts, 3, {
		authors: [[], []],
		names: { author: [] }
	} as object);
	const worker = new FakeWorker();
	const fallback = vi.fn(() => openEngine(library));
	const onNotice = vi.fn<(message: string) => void>();
	const options: ClientOptions = {
		library,
		source: { files: Object.fromEntries(library.files) },
		start: () => worker as unknown as Worker,
		fallback,
		onNotice,
		...more
	};
	return { library, worker, fallback, onNotice, options };
}

const ask = (query: string) => ({ query, any: false });
const rows = (answer: Answer | null) => answer && [...(answer.rows ?? [])];

describe('a search in a worker', () => {
	it('answers, tells of progress, and counts matches once the texts are read', async () => {
		const onProgress = vi.fn();
		const { options, fallback } = await setUp({ onProgress });
		const client = connectEngine(options);
		await client.ready;
		expect(onProgress).toHaveBeenLastCalledWith(expect.any(Number), expect.any(Number));
		const early = await client.ask(ask('strike'));
		expect([rows(early), early?.matches]).toEqual([[0, 1], null]);
		await client.loadTexts();
		expect(client.textsLoaded).toBe(true);
		expect((await client.ask(ask('nurses')))?.matches).toEqual(Uint32Array.of(1));
		expect((await client.excerpts(ask('nurses'), [0]))?.[0]?.headline[0]).toEqual({
			text: 'Nurses',
			match: true
		});
		expect([client.thread, client.note, fallback.mock.calls.length]).toEqual(['worker', null, 0]);
		client.close();
	});

	it('lets the latest question win: older ones come to nothing', async () => {
		const { options, worker } = await setUp();
		const client = connectEngine(options);
		await client.ready;
		worker.held = [];
		const asked = ['nurses', 'dockers', 'strike'].map((query) => client.ask(ask(query)));
		worker.release();
		expect((await Promise.all(asked)).map(rows)).toEqual([null, null, [0, 1]]);
		client.close();
	});

	it('makes the lines that were asked for last, wherever it runs', async () => {
		for (const start of [undefined, () => null]) {
			const { options, worker } = await setUp(start ? { start } : {});
			const client = connectEngine(options);
			await client.ready;
			if (!start) worker.held = [];
			const [older, latest] = [
				client.lines(ask('nurses'), Uint32Array.of(0)),
				client.lines(ask('strike'), Uint32Array.of(1, 0))
			];
			worker.release();
			expect(await older).toBe(null);
			const lines = await latest;
			expect([lines?.rows, lines?.text]).toEqual([
				Uint32Array.of(1, 0),
				'Dockers strikeNurses strike'
			]);
			client.close();
		}
	});

	it('compares several questions beside the one that is asked, wherever it runs', async () => {
		for (const start of [undefined, () => null]) {
			const { options, worker } = await setUp(start ? { start } : {});
			const client = connectEngine(options);
			await client.ready;
			if (!start) worker.held = [];
			const asked = client.ask(ask('nurses'));
			const older = client.compare([ask('dockers')]);
			const compared = client.compare([ask('dockers'), ask('strike'), ask('nobody')]);
			worker.release();
			expect(rows(await asked)).toEqual([0]);
			expect(await older).toBe(null);
			expect((await compared)?.map(rows)).toEqual([[1], [0, 1], []]);
			await client.loadTexts();
			const [dockers] = (await client.compare([ask('dockers')])) ?? [];
			expect(dockers?.matches).toEqual(Uint32Array.of(1));
			client.close();
		}
	});

	it('says what is wrong with the bundle, and does not blame the worker for it', async () => {
		const { options, library, fallback } = await setUp();
		const manifest = { ...library.manifest, analyser: 999 };
		const client = connectEngine({ ...options, library: { ...library, manifest } as Library });
		await expect(client.ready).rejects.toThrow(BundleError);
		await expect(client.ask(ask('strike'))).rejects.toThrow(/another version/);
		expect(fallback).not.toHaveBeenCalled();
		client.close();
	});
});

describe('a worker that fails', () => {
	it.each([
		['there is none', () => null],
		[
			'starting it throws',
			() => {
				throw new DOMException('refused', 'SecurityError');
			}
		]
	])('is replaced by the page where %s', async (_title, start) => {
		const { options, fallback, onNotice } = await setUp({ start });
		const client = connectEngine(options);
		expect(rows(await client.ask(ask('nurses')))).toEqual([0]);
		expect([client.thread, fallback.mock.calls.length]).toEqual(['page', 1]);
		expect(onNotice.mock.calls).toEqual([[client.note]]);
		expect(client.note).toMatch(/page/);
	});

	it('is replaced by the page when it dies later, and what was asked is still answered', async () => {
		const { options, worker, fallback, onNotice } = await setUp();
		const client = connectEngine(options);
		await client.ready;
		await client.loadTexts();
		worker.held = [];
		const [older, latest] = [client.ask(ask('nurses')), client.ask(ask('dockers'))];
		const excerpts = client.excerpts(ask('dockers'), [1]);
		worker.die();
		worker.die();
		expect(rows(await older)).toBe(null);
		expect(rows(await latest)).toEqual([1]);
		expect((await excerpts)?.map(({ row }) => row)).toEqual([1]);
		expect([fallback.mock.calls.length, onNotice.mock.calls.length]).toEqual([1, 1]);
		await vi.waitFor(() => expect(client.textsLoaded).toBe(true));
		expect((await client.ask(ask('strike')))?.matches).toEqual(Uint32Array.of(1, 1));
	});

	it.each<[string, (client: SearchClient) => Promise<unknown>]>([
		['an answer', (client) => client.ask(ask('strike'))],
		['excerpts', (client) => client.excerpts(ask('strike'), [0, 1])],
		['lines', (client) => client.lines(ask('strike'), Uint32Array.of(0, 1))],
		['a comparison', (client) => client.compare([ask('nurses'), ask('strike')])],
		['suggestions', (client) => client.suggest('stri')],
		['nearest words', (client) => client.nearest(['dockes'])],
		['words counted', (client) => client.counts(Uint32Array.of(0))]
	])('is replaced by the page while %s are on their way, and they come', async (_title, want) => {
		const { library, options, worker, onNotice } = await setUp();
		const fallback = async () => {
			const engine = await openEngine(library);
			// So that words are spelt as printed, as they are where the texts have been read.
			await engine.loadTexts();
			return engine;
		};
		const client = connectEngine({ ...options, fallback });
		await client.loadTexts();
		const before = await want(client);
		expect(before).toBeTruthy();
		worker.held = [];
		const after = want(client);
		await Promise.resolve();
		expect(worker.held).not.toEqual([]);
		worker.die();
		// What a worker sends is copied, and so are the buffers of what is compared.
		expect(structuredClone(await after)).toEqual(before);
		expect([client.thread, onNotice.mock.calls.length]).toEqual(['page', 1]);
	});

	it('is replaced by the page when it falls silent', async () => {
		const { options, worker } = await setUp({ patienceMs: 30 });
		const client = connectEngine(options);
		await client.ready;
		worker.alive = false;
		expect(rows(await client.ask(ask('nurses')))).toEqual([0]);
		expect(client.thread).toBe('page');
	});

	it('hands the reason over where the page cannot open the bundle either', async () => {
		const broken = () => Promise.reject(new BundleError('The archive is gone.'));
		const { options } = await setUp({ start: () => null, fallback: broken });
		const client = connectEngine(options);
		await expect(client.ready).rejects.toThrow('The archive is gone.');
		await expect(client.ask(ask('x'))).rejects.toThrow('The archive is gone.');
	});
});

describe('an index that could not be fetched', () => {
	it('is fetched again with the next question, in a worker', async () => {
		const { library, options } = await setUp();
		const read = vi.fn(library.read).mockRejectedValueOnce(new Error('offline'));
		const replies: Reply[] = [];
		const take = serveEngine(
			(reply) => replies.push(reply),
			(_found, onProgress) => openEngine({ ...library, read }, onProgress)
		);
		const { manifest } = library;
		await take({ kind: 'open', id: 1, manifest, place: options.source });
		await take({ kind: 'ask', id: 2, question: ask('nurses') });
		const [first, last] = [replies[0], replies[replies.length - 1]];
		expect(first).toMatchObject({ kind: 'failed', id: 1, bundle: true });
		expect(last).toMatchObject({ kind: 'done', id: 2, value: { rows: Uint32Array.of(0) } });
	});

	it('is fetched again with the next question, on the page', async () => {
		const { library, options } = await setUp({ start: () => null });
		const fallback = vi
			.fn(() => openEngine(library))
			.mockRejectedValueOnce(new BundleError('The archive is gone.'));
		const client = connectEngine({ ...options, fallback });
		await expect(client.ready).rejects.toThrow('The archive is gone.');
		expect(rows(await client.ask(ask('nurses')))).toEqual([0]);
		expect(fallback).toHaveBeenCalledTimes(2);
	});
});
