/** Every id leads to its row, whatever it begins with, and a large archive is not read through for it. */
import { beforeAll, expect, test } from 'vitest';
import { openBundle } from '../../src/lib/bundle/open.ts';
import { press, type Pressed } from '../../src/lib/press/press.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Front matter, since it says dates and ids as they come. */
const seed = (name: string, matter: string) => ({
	name: `${name}.md`,
	bytes: encode(`---\ntitle: Report ${name}\n${matter}---\n\nThe dockers of ${name} went home.\n`)
});

const seeds = [
	...Array.from({ length: 70 }, (_, at) => seed(`day${at}`, `date: 1911-02-${(at % 28) + 1}\n`)),
	...Array.from({ length: 70 }, (_, at) => seed(`undated${at}`, '')),
	seed('decade', 'date: 191X\n'),
	seed('year', 'date: 1913\n'),
	seed('own', 'date: 1912-05-01\n'),
	{
		name: 'own.md.yaml',
		bytes: encode('articles:\n  - line: 1\n    id: the-dockers-go-home\n')
	}
];

let pressed: Pressed;
beforeAll(async () => {
	pressed = await press(seeds);
});

async function opened(without: string[] = []) {
	const { files, articles } = pressed;
	const reads: string[] = [];
	const archive = await openBundle(async (path) => {
		reads.push(path);
		const bytes = without.includes(path) ? undefined : files.get(path);
		if (!bytes) throw new Error(path);
		return bytes;
	});
	return { archive, articles, entriesRead: () => reads.filter((path) => /^entries/.test(path)) };
}

test('by the day that it begins with, or by the list of the others', async () => {
	const { archive, articles } = await opened();
	expect(archive.manifest.counts.articles).toBe(143);
	expect(articles.map(({ id }) => id)).toContain('the-dockers-go-home');
	for (const [row, { id }] of articles.entries())
		expect([id, await archive.rowOf(id)]).toEqual([id, row]);
});

test('an id that no article has reads no entries', async () => {
	for (const id of ['undated-nobody', 'constructor', '2001-01-01-nothing', '192x-nothing']) {
		const { archive, entriesRead } = await opened();
		expect([id, await archive.rowOf(id), entriesRead()]).toEqual([id, undefined, []]);
	}
});

test('without that list all entries are looked through', async () => {
	const { archive, articles, entriesRead } = await opened(['addresses.json']);
	const last = articles.at(-1)!;
	expect(await archive.rowOf(last.id)).toBe(142);
	expect(await archive.rowOf('undated-nobody')).toBeUndefined();
	expect(entriesRead().length).toBe(3);
});
