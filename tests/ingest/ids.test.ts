import { describe, expect, it } from 'vitest';
import { readSeeds, type Ingested } from '../../src/lib/ingest/ingest.ts';
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

	it('is settled where an alias keeps it', () => {
		const now = readSeeds([seed('a.txt', daily(article('Bread', 'It is dearer.')))]).ids;
		expect(findMoved(before, now, new Set(['1919-05-05-strik']))).toEqual([]);
	});
});
