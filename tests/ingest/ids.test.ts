import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeeds, type Ingested } from '../../src/lib/ingest/ingest.ts';
import { markedIds } from '../../src/lib/ingest/name.ts';
import { findMoved } from '../../src/lib/ingest/moved.ts';
import { seedsOf } from './read-folder.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const seed = (name: string, text: string) => ({ name, bytes: encode(text) });

const article = (headline: string, body: string) => `${headline}\n\nAnna Prins\n\n\n${body}\n\n`;
const daily = (...articles: string[]) => `5 May 1919\n\n${articles.join('')}`;

const real = await seedsOf('seeds');
/** The place of each article to its id. */
const idsOf = ({ ids }: Ingested) =>
	new Map(ids.map(({ id, file, print }) => [`${file} ${print}`, id]));

const known = [
	'2022-05-16-ice-has-created-a-surveillance-dragnet',
	'2022-05-14-chiles-pseudo-left-government-sends-police',
	'2026-02-06-new-york-city-police-arrested-at',
	'2025-05-trumpland-usa-lurching-toward-authoritarian-rule'
];

describe('an id', () => {
	it('is made of date and opening words, as ever', () => {
		const ids = readSeeds(real).articles.map(({ id }) => id);
		for (const id of known) expect(ids).toContain(id);
		for (const id of ids)
			expect(id).toMatch(/^(2022-05-1[46]|2025-05|2026-02-06)(-[a-z0-9]+){3,6}$/);
	});

	it('of a hidden article tells nothing of its words, unless a curator named it', () => {
		const text = daily(article('Strike', 'Two ports.'), article('Bread', 'It is dearer.'));
		const read = (sidecar: string, ...more: { name: string; bytes: Uint8Array }[]) =>
			readSeeds([seed('a.txt', text), seed('a.txt.yaml', sidecar), ...more]);
		const shown = read('publication: Gazette\n');
		const hidden = read('articles:\n  - lines: 1-15\n    hide: Asked for.\n');
		const ids = ['1919-05-05-hidden', '1919-05-05-hidden-2'];
		expect(hidden.hidden.map(({ id }) => id)).toEqual(ids);
		// What was published before it was hidden is told of, and the list of published ids brings it back to no light.
		expect(findMoved(shown.ids, hidden.ids, new Set())).toMatchObject([
			{ from: '1919-05-05-bread', to: '1919-05-05-hidden-2' },
			{ from: '1919-05-05-strike', to: '1919-05-05-hidden' }
		]);
		const list = (ids: object) => seed('ids.json', JSON.stringify(ids));
		const second = 'articles:\n  - line: 10\n    hide: Asked for.\n';
		expect(read(second, list(shown.ids)).hidden).toMatchObject([{ id: ids[0] }]);
		expect(read(second, list(hidden.ids)).hidden).toMatchObject([{ id: ids[1] }]);
		const named = read('articles:\n  - line: 3\n    headline: A strike\n    hide: Asked for.\n');
		expect(named.hidden).toMatchObject([{ id: '1919-05-05-a-strike' }]);
	});

	it('stays when a file is added, one with the same headlines too', () => {
		const before = idsOf(readSeeds(real));
		const twin = { ...real[0]!, name: 'zz-twin.txt' };
		const after = idsOf(
			readSeeds([...real, twin, seed('a.txt', daily(article('Strike', 'One.')))])
		);
		for (const [place, id] of before) expect(after.get(place)).toBe(id);
	});

	it('stays when another article of the file is mended, added or taken out', () => {
		const strike = article('Strike', 'Two ports are closed.');
		const again = article('Strike', 'Three ports are closed.');
		const others = ['', article('Bread', 'It is dearer.'), article('Bread dearer', 'It is.')];
		const found = others.map((other) => readSeeds([seed('a.txt', daily(other, strike, again))]));
		const ids = found.map(({ articles }) =>
			articles.filter(({ headline }) => headline === 'Strike').map(({ id }) => id)
		);
		expect(ids[1]).toEqual(ids[0]);
		expect(ids[2]).toEqual(ids[0]);
		expect(ids[0]?.[0]).toBe('1919-05-05-strike');
		expect(ids[0]?.[1]).toMatch(/^1919-05-05-strike-[0-9a-f]{6}$/);
	});

	it('that is marked apart does not depend on what else wants the same one', () => {
		const a = seed('a.txt', daily(article('Strike', 'One.')));
		const b = seed('b.txt', daily(article('Strike', 'Two.')));
		const c = seed('c.txt', daily(article('Strike', 'Three.')));
		const idIn = (seeds: { name: string; bytes: Uint8Array }[]) =>
			readSeeds(seeds).ids.find(({ file }) => file === 'c.txt')?.id;
		expect(idIn([a, b, c])).toBe(idIn([a, c]));
		expect(idIn([a, b, c])).toBe(idIn([b, c]));
	});

	it('that a curator gave is kept, whoever else would have it', () => {
		const a = seed('a.txt', daily(article('Strike', 'One.')));
		const b = seed('b.txt', daily(article('Strike', 'Two.')));
		const pin = seed('b.txt.yaml', 'articles: [{ line: 3, id: 1919-05-05-strike }]');
		const found = readSeeds([a, b, pin]);
		expect(found.problems).toEqual([]);
		expect(found.ids.find(({ file }) => file === 'b.txt')?.id).toBe('1919-05-05-strike');
		expect(found.ids.find(({ file }) => file === 'a.txt')?.id).toMatch(/^1919-05-05-strike-/);
	});
});

/** Small files in which headlines, openings and days often meet. */
const files = fc.uniqueArray(
	fc.record({
		name: fc.constantFrom('0.txt', 'a.txt', 'b.txt', 'm/1.txt', 'm/2.txt', 'z.txt'),
		day: fc.constantFrom('5 May 1919', '6 May 1919'),
		articles: fc.array(
			fc.tuple(
				fc.constantFrom('Strike', 'Bread', 'A Letter to the Editor of this Paper'),
				fc.constantFrom('Two ports are closed.', 'It is dearer.', 'Nobody came.')
			),
			{ minLength: 1, maxLength: 4 }
		)
	}),
	{ selector: ({ name }) => name, maxLength: 6 }
);
type Files = typeof files extends fc.Arbitrary<infer Value> ? Value : never;
const seedsFrom = (all: Files) =>
	all.map(({ name, day, articles }) =>
		seed(name, `${day}\n\n${articles.map(([head, body]) => article(head, body)).join('')}`)
	);
/** The place of each article to its id. Nothing is moved inside of a file here, so its line tells it. */
const placesOf = ({ ids }: Ingested) =>
	new Map(ids.map(({ id, file, line }) => [`${file}:${line}`, id]));
const publishedAs = ({ ids }: Ingested) => seed('ids.json', JSON.stringify(ids));

describe('adding files changes the id of no other article', () => {
	it('whatever they are called, where the published ids stand beside the seeds', () => {
		fc.assert(
			fc.property(files, fc.nat(6), (all, count) => {
				const before = readSeeds(seedsFrom(all.slice(0, count)));
				const after = readSeeds([...seedsFrom(all), publishedAs(before)]);
				expect(after.problems.filter(({ rule }) => rule.startsWith('ids/'))).toEqual([]);
				const ids = placesOf(after);
				for (const [place, id] of placesOf(before)) expect(ids.get(place)).toBe(id);
				expect(new Set(ids.values()).size).toBe(ids.size);
			}),
			{ numRuns: 200 }
		);
	});

	it('without that list too, where their names come after the others', () => {
		fc.assert(
			fc.property(files, fc.nat(6), (all, count) => {
				const sorted = [...all].sort((a, b) => (a.name < b.name ? -1 : 1));
				const ids = placesOf(readSeeds(seedsFrom(sorted)));
				const before = placesOf(readSeeds(seedsFrom(sorted.slice(0, count))));
				for (const [place, id] of before) expect(ids.get(place)).toBe(id);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('an id that was published', () => {
	const before = readSeeds([
		seed('a.txt', daily(article('Strik', 'Two ports.'), article('Bread', 'It is dearer.')))
	]);
	const mended = daily(article('Strike', 'Two ports.'), article('Bread', 'It is dearer.'));
	const idsIn = (...seeds: { name: string; bytes: Uint8Array }[]) =>
		readSeeds(seeds).ids.map(({ id }) => id);

	it('stays when the headline is mended, and when the file is renamed', () => {
		const ids = ['1919-05-05-strik', '1919-05-05-bread'];
		expect(idsIn(seed('a.txt', mended), publishedAs(before))).toEqual(ids);
		expect(idsIn(seed('renamed.txt', mended), publishedAs(before))).toEqual(ids);
	});

	it('gives way to a curator, and to an alias that leads on from it', () => {
		const pin = seed('a.txt.yaml', 'articles: [{ line: 3, id: the-strike }]');
		expect(idsIn(seed('a.txt', mended), publishedAs(before), pin)[0]).toBe('the-strike');
		const alias = seed('aliases.yaml', '1919-05-05-strik: 1919-05-05-strike');
		const found = readSeeds([seed('a.txt', mended), publishedAs(before), alias]);
		expect(found.problems).toEqual([]);
		expect(found.ids[0]?.id).toBe('1919-05-05-strike');
	});

	it('is free again when its article is gone', () => {
		const other = seed('b.txt', daily(article('Bread', 'Quite another text.')));
		expect(idsIn(other, publishedAs(before))).toEqual(['1919-05-05-bread']);
	});

	it.each(['', '[', '{}', '[{"id":"a"}]', '[{"id":"../a","file":"a","line":1,"print":""}]'])(
		'cannot be read from: %s',
		(text) => {
			const found = readSeeds([seed('a.txt', mended), seed('ids.json', text)]);
			expect(found.problems).toMatchObject([
				{ file: 'ids.json', rule: 'ids/bad-file', level: 'error' }
			]);
			expect(found.articles).toHaveLength(2);
		}
	);
});

describe('what became of an id', () => {
	const before = readSeeds([
		seed('a.txt', daily(article('Strik', 'Two ports.'), article('Bread', 'It is dearer.')))
	]).ids;
	const movedTo = (text: string, name = 'a.txt') =>
		findMoved(before, readSeeds([seed(name, text)]).ids, new Set());

	it('is nothing where nothing changed', () => {
		expect(findMoved(before, before, new Set())).toEqual([]);
	});

	it('is the id that its article has since its headline was mended', () => {
		const now = daily(article('Strike', 'Two ports.'), article('Bread', 'It is dearer.'));
		expect(movedTo(now)).toEqual([
			{ from: '1919-05-05-strik', to: '1919-05-05-strike', taken: null }
		]);
	});

	it('is found in another file, too', () => {
		const now = daily(article('Strike', 'Two ports.'), article('Bread', 'It is dearer.'));
		expect(movedTo(now, 'renamed.txt')).toEqual([
			{ from: '1919-05-05-strik', to: '1919-05-05-strike', taken: null }
		]);
	});

	it('is not known where the article is gone', () => {
		expect(movedTo(daily(article('Bread', 'It is dearer.')))).toEqual([
			{ from: '1919-05-05-strik', to: null, taken: null }
		]);
	});

	it('is said where an earlier file has taken it', () => {
		const b = seed('b.txt', daily(article('Strike', 'Two ports.')));
		const a = seed('a.txt', daily(article('Strike', 'Quite another one.')));
		const now = readSeeds([a, b]).ids;
		const moved = findMoved(readSeeds([b]).ids, now, new Set());
		expect(moved).toMatchObject([{ from: '1919-05-05-strike', taken: { file: 'b.txt', line: 3 } }]);
	});

	it('is said where another article of its own file has taken it', () => {
		const [old, fresh] = [article('Strike', 'Two ports.'), article('Strike', 'Quite another one.')];
		const now = readSeeds([seed('b.txt', daily(fresh, old))]).ids;
		const moved = findMoved(readSeeds([seed('b.txt', daily(old))]).ids, now, new Set());
		const line = now.at(-1)?.line;
		expect(moved).toMatchObject([{ from: '1919-05-05-strike', taken: { file: 'b.txt', line } }]);
		expect(markedIds(now)).toEqual([now.at(-1)?.id]);
	});

	it('is settled where an alias keeps it', () => {
		const now = readSeeds([seed('a.txt', daily(article('Bread', 'It is dearer.')))]).ids;
		expect(findMoved(before, now, new Set(['1919-05-05-strik']))).toEqual([]);
	});
});
