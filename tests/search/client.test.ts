import { describe, expect, it, vi } from 'vitest';
import { BundleError } from '../../src/lib/bundle/format.ts';
import type { Answer } from '../../src/lib/search/answer.ts';
import { connectEngine, type ClientOptions } from '../../src/lib/search/client.ts';
import { openEngine, type Library } from '../../src/lib/search/engine.ts';
import type { Reply, Request } from '../../src/lib/search/message.ts';
import { serveEngine } from '../../src/lib/search/serve.ts';
import { libraryOf, textOf } from './library.ts';

const texts = [textOf('Nurses strike', ['in the city']), textOf('Dockers strike', ['at the port'])];

/** A worker in name: it passes messages to `serveEngine`, copied as a real one would, and can die. */
class FakeWorker extends EventTarget {
	readonly posted: Request[] = [];
	alive = true;
	/** Requests wait here while it is held. */
	held: Request[] | null = null;
	readonly #take = serveEngine((reply, transfer) =>
		this.#reply(structuredClone(reply, { transfer }))
	);

	postMessage(request: Request): void {
		this.posted.push(request);
		const copy = structuredClone(request);
		if (this.held) this.held.push(copy);
		else queueMicrotask(() => this.alive && void this.#take(copy));
	}

	release(): void {
		const held = this.held ?? [];
		this.held = null;
		for (const request of held) void this.#take(request);
	}

	die(): void {
		this.alive = false;
		this.dispatchEvent(new Event('error', { cancelable: true }));
	}

	terminate(): void {
		this.alive = false;
	}

	#reply(data: Reply): void {
		if (this.alive) this.dispatchEvent(new MessageEvent('message', { data }));
	}
}

async function setUp(more: Partial<ClientOptions> = {}) {
	const library = await libraryOf(texts);
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
