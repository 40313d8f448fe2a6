/** An archive too large to be held: candidates are checked a batch at a time, and nothing unchecked passes for a hit. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/lib/search/engine.ts';
import { explain } from '../../src/lib/search/explain.ts';
import { libraryOf, textOf } from './library.ts';

/** Eight articles, each in a file that is said to be large: two are more than one question may read. */
async function large() {
	const library = await libraryOf(
		Array.from({ length: 8 }, (_, row) =>
			textOf(
				row === 7 ? 'General strike' : `Report ${row}`,
				// The later ones name the words more often, so they rank higher.
				[`${'general strike '.repeat(row % 2 ? row : 0)} a strike of the general kind ${row}`]
			)
		),
		1
	);
	const texts = { ...library.manifest.texts, bytes: 8 * 6_000_000 };
	return { ...library, manifest: { ...library.manifest, texts } };
}

const asked = (query: string, check = 0) => ({ query, any: false, check });

describe('an archive too large to be held', () => {
	it('gives what is certain, says how far it has got, and goes on where it is asked to', async () => {
		const library = await large();
		const engine = await openEngine(library);
		const seen: unknown[] = [];
		let done = 0;
		for (let step = 0; step < 8; step += 1) {
			const { rows, verified, checked, matches } = await engine.ask(
				asked('"general strike"', done + 1)
			);
			seen.push([[...(rows ?? [])], verified, checked]);
			expect(matches).toBe(null);
			if (!checked) break;
			done = checked.done;
		}
		// Best first: rows 1, 3, 5 and 7 hold the phrase, the others only its words.
		expect(seen.map((one) => (one as unknown[])[2])).toEqual([
			{ done: 1, of: 8 },
			{ done: 2, of: 8 },
			{ done: 3, of: 8 },
			{ done: 4, of: 8 },
			{ done: 5, of: 8 },
			{ done: 6, of: 8 },
			{ done: 7, of: 8 },
			null
		]);
		expect(seen.at(-1)).toEqual([[1, 3, 5, 7], true, null]);
		const early = (seen[1] as [number[], boolean])[0];
		expect(early.length).toBeGreaterThan(0);
		expect(early.every((row) => [1, 3, 5, 7].includes(row))).toBe(true);
		// Nothing is read twice.
		const reads = library.reads.filter((path) => path.startsWith('texts/'));
		expect(new Set(reads).size).toBe(reads.length);
	});

	it('checks everything at once where that is asked for', async () => {
		const engine = await openEngine(await large());
		const { rows, checked, verified } = await engine.ask(asked('"general strike"', Infinity));
		expect([[...(rows ?? [])], checked, verified]).toEqual([[1, 3, 5, 7], null, true]);
	});

	it('never takes a refusal for granted that has not been checked', async () => {
		const engine = await openEngine(await large());
		const early = await engine.ask(asked('-"general strike"'));
		expect(early.verified).toBe(false);
		expect([...(early.rows ?? [])].every((row) => [0, 2, 4, 6].includes(row))).toBe(true);
		const late = await engine.ask(asked('-"general strike"', Infinity));
		expect([...(late.rows ?? [])]).toEqual([0, 2, 4, 6]);
	});

	it('reads no text for words, headline words and what they exclude', async () => {
		const library = await large();
		const engine = await openEngine(library);
		for (const [query, rows] of [
			['strike', [0, 1, 2, 3, 4, 5, 6, 7]],
			['headline:strike', [7]],
			['strike -headline:general', [0, 1, 2, 3, 4, 5, 6]],
			['headline:report OR headline:general', [0, 1, 2, 3, 4, 5, 6, 7]],
			// Of the words that have these stems none is another than what is asked for.
			['stri*', [0, 1, 2, 3, 4, 5, 6, 7]],
			['headline:repor?*', [0, 1, 2, 3, 4, 5, 6]],
			['strjke~ -headline:"strike"', [0, 1, 2, 3, 4, 5, 6]],
			['kind stem:off', [0, 1, 2, 3, 4, 5, 6, 7]],
			['"kinds" OR kinds*', []]
		] as const) {
			const answer = await engine.ask(asked(query));
			expect([query, [...(answer.rows ?? [])], answer.verified]).toEqual([query, rows, true]);
		}
		expect(library.reads.filter((path) => path.startsWith('texts/'))).toEqual([]);
	});

	it('reads texts for a pattern only where other words have the same stem', async () => {
		const texts = ['organs play', 'organize', 'organic farms', 'organs', 'unions organized'];
		const library = await libraryOf(
			texts.map((text) => textOf(null, [text])),
			1
		);
		const small = { ...library.manifest.texts, bytes: 60_000_000 };
		const engine = await openEngine({
			...library,
			manifest: { ...library.manifest, texts: small }
		});
		const files = () => library.reads.filter((path) => path.startsWith('texts/')).length;
		// The stem of organ, organize and organic is one.
		expect((await engine.ask(asked('organi*', Infinity))).rows).toEqual(Uint32Array.of(1, 2, 4));
		expect(files()).toBe(5);
		library.reads.length = 0;
		expect((await engine.ask(asked('unio* organ*'))).rows).toEqual(Uint32Array.of(4));
		expect((await engine.ask(asked('farm?'))).rows).toEqual(Uint32Array.of(2));
		expect(files()).toBe(0);
	});

	it('blames nothing while something is unchecked', async () => {
		const engine = await openEngine(await large());
		const early = await engine.ask(asked('"kind strike" general'));
		expect([early.verified, early.instead]).toEqual([false, null]);
		const late = await engine.ask(asked('"kind strike" general', Infinity));
		const eight = { articles: 8, most: 8 };
		expect(late.instead).toEqual({ any: eight, without: [{ clause: 0, ...eight }] });
	});

	it('tells how much at most a phrase may find that need not be read, since another word is in no article', async () => {
		const engine = await openEngine(await large());
		const { rows, verified, instead } = await engine.ask(asked('"kind strike" zeppelin'));
		expect([[...(rows ?? [])], verified]).toEqual([[], true]);
		const { articles, most } = instead?.without.find(({ clause }) => clause === 1) ?? {};
		expect([articles, (most ?? 0) > 0]).toEqual([0, true]);
	});
});

it('asks again for what could not be fetched when the same question comes again', async () => {
	const names = { author: [], kind: ['full'] };
	const catalog = { gaps: [1], spans: [0], authors: [null], kind: [0], names };
	const library = await libraryOf([textOf('port', ['ship gale'])], 3, catalog as never);
	let online = true;
	const read = (path: string) =>
		online ? library.read(path) : Promise.reject(new Error('offline'));
	const index = { ...library.manifest.index, bytes: 2_000_000 };
	const engine = await openEngine({ manifest: { ...library.manifest, index }, read });
	online = false;
	await expect(engine.ask(asked('ship kind:full'))).rejects.toThrow(/could not be fetched/);
	online = true;
	// What was on its way when the network came back may fail yet.
	const rows = () =>
		engine.ask(asked('ship kind:full')).then(
			(answer) => answer.rows,
			() => null
		);
	await expect.poll(rows).toEqual(Uint32Array.of(0));
});

it('explains a score by the terms that make it', async () => {
	const engine = await openEngine(
		await libraryOf([
			textOf('port', ['ship gale']),
			textOf(null, ['ship gale']),
			textOf('x', ['y'])
		])
	);
	const question = asked('ship gal* -y');
	const { rows, scores } = await engine.ask(question);
	for (const [at, row] of (rows ?? []).entries()) {
		const shares = await explain(engine, question, row);
		expect(shares.map(({ term }) => term)).toEqual(['ship', 'gal*']);
		expect(shares.reduce((sum, { impact }) => sum + impact, 0)).toBeCloseTo(scores[at]!, 6);
		for (const { articles, rarity, count, length, frequency, impact } of shares) {
			expect([articles, rarity]).toEqual([2, 1.5]);
			// The texts have 6, 2 and 5 words; 6 is kept as 2^(21/8).
			expect([count, length]).toEqual([1, row === 0 ? 2 ** (21 / 8) : 2]);
			expect(frequency).toBeCloseTo(Math.log2(1 + (0.35 * 13) / 3 / length), 9);
			expect(impact).toBeCloseTo(Math.log(1 + frequency * 1.5) + Math.log(1 + 0.01 * 1.5), 9);
		}
	}
	expect(rows).toEqual(Uint32Array.of(0, 1));
});
