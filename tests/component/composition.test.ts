import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Stage from './Stage.svelte';
import { stage, type Facts } from './stage.svelte.ts';

async function show(articles: readonly Facts[], width = 1440) {
	await page.viewport(width, 900);
	const staged = stage(articles);
	await render(Stage, { explorer: staged.explorer, of: 'composition' });
	await expect.element(page.getByRole('figure').first()).toBeVisible();
	return staged;
}

const captions = () =>
	[...document.querySelectorAll('figcaption')].map((each) => each.textContent ?? '');

/** Every number of every picture is one, and nothing runs out of the page. */
function sound(width: number): void {
	for (const svg of document.querySelectorAll('figure .picture svg'))
		expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined|"-\d[\d.]*" height/);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
}

const long = 'Maximiliana Friederike Hohenstein '.repeat(4).slice(0, 120);
const cases: Record<string, [archive: Facts[], first: RegExp]> = {
	'one article': [
		[{ date: '1994-02-03', authors: ['Ana'], publication: 'Ledger' }],
		/^1 article, by day \(3 February 1994\): 1 publication\./
	],
	'all on one day': [
		Array.from({ length: 9 }, () => ({ date: '1994-02-03', authors: ['Ana', 'Zoë'] })),
		/^9 articles, by day .*full height is 9 articles in a day/
	],
	'three articles in three hundred years': [
		[{ date: '1700' }, { date: '1850-03' }, { date: '1999-12-31' }],
		/^3 articles, by decade from 1700s to 1990s/
	],
	'everything undated': [[{ authors: ['Ana'] }, {}], /^2 articles by number of words/],
	'no bylines': [
		[{ date: '1994' }, { date: '1995' }],
		/^2 articles, by month from January 1994 to December 1995/
	],
	'names of 120 characters': [
		[{ date: '1994', authors: [long, 'X'.repeat(120)], publication: 'Y'.repeat(120) }],
		/^1 article/
	],
	'five thousand bylines': [
		Array.from({ length: 5000 }, (_, at) => ({
			date: `${1950 + (at % 60)}`,
			authors: [`Name ${at}`, `Name ${(at + 1) % 5000}`],
			words: 10 * at
		})),
		/^5,000 articles, by year/
	]
};

for (const [name, [archive, first]] of Object.entries(cases))
	test(`${name}: a sensible picture, wide and narrow`, async () => {
		await show(archive);
		expect(captions()[0]).toMatch(first);
		sound(1440);
		await page.viewport(320, 800);
		await expect.poll(() => document.querySelector('figure svg')?.clientWidth).toBeLessThan(321);
		sound(320);
	});

test('a press on a row chooses it, the figure still counts the others, and its caption says both', async () => {
	const { explorer, visited } = await show([
		{ publication: 'Ledger', date: '1994-01-01', words: 100 },
		{ publication: 'Ledger', date: '1995-01-01', words: 2000 },
		{ publication: 'Courier', date: '1995-01-01', words: 5000 }
	]);
	const row = page.getByRole('link', { name: 'Ledger: 2 articles' });
	expect(row.element().getAttribute('href')).toBe('/?publication=Ledger');
	explorer.toggle('publication', 'Ledger');
	await expect.element(page.getByRole('link', { name: 'Courier: 1 of 1 article' })).toBeVisible();
	expect(captions()[0]).toMatch(/^2 of 3 articles \(3 whatever their publication\), by week/);
	expect(captions()[1]).toMatch(/^2 of 3 articles by number of words: median 1,050 words/);
	// A press on a bar of a row chooses the row and its period together.
	const bars = document.querySelectorAll<SVGRectElement>('figure .picture svg > rect.hit');
	const box = bars[1]?.getBoundingClientRect();
	bars[1]?.dispatchEvent(
		new MouseEvent('click', { clientX: (box?.right ?? 0) - 2, bubbles: true })
	);
	expect(visited.at(-1)).toMatch(/from=1994-12-26&to=1995-01-01&publication=Courier/);
});

test('with Alt, a press or Enter leaves a row out, which is struck through and said', async () => {
	const { explorer } = await show([
		{ publication: 'Ledger', date: '1994-01-01', words: 100 },
		{ publication: 'Courier', date: '1995-01-01', words: 5000 }
	]);
	const row = (name: string) => page.getByRole('link', { name });
	const alt = { altKey: true, bubbles: true, cancelable: true };
	row('Ledger: 1 article').element().dispatchEvent(new MouseEvent('click', alt));
	await expect.poll(() => explorer.selection.publication).toEqual(['-Ledger']);
	await expect.element(row('Ledger: 1 of 1 article, left out')).toBeVisible();
	expect(document.querySelector('figure .out')?.textContent).toContain('Ledger');
	// A plain press asks for what is left out.
	expect(row('Ledger: 1 of 1 article, left out').element().getAttribute('href')).toMatch(
		/publication=Ledger/
	);
	row('Under 300 words')
		.element()
		.dispatchEvent(new KeyboardEvent('keydown', { ...alt, key: 'Enter' }));
	await expect.poll(() => explorer.selection.length).toEqual([expect.stringMatching(/^-/)]);
});

test('words that are not searched yet, or cannot be, are not counted as if none were asked for', async () => {
	const { explorer } = await show([{ date: '1994-01-01', words: 100 }, { date: '1995-01-01' }]);
	explorer.choose({ ...explorer.selection, from: '1994' });
	await expect
		.element(page.getByText('Every article is found: there are no others to compare'))
		.toBeVisible();
	explorer.answers.failure = 'The index could not be fetched.';
	await expect.element(page.getByText('nothing is counted here')).toBeVisible();
	expect(captions()).toEqual([]);
	explorer.answers.failure = null;
	await expect.poll(() => captions().length).toBeGreaterThan(1);
});
