import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Stage from './Stage.svelte';
import { stage, type Facts } from './stage.svelte.ts';

/** Two names over seven years, and two articles without a byline. */
const archive: Facts[] = [
	{ authors: ['İsmail Doğan'], date: '1994-02-03' },
	{ authors: ['İsmail Doğan'], date: '1996-05-01' },
	{ authors: ['İsmail Doğan', 'Marta Ibáñez'], date: '1996-07-01' },
	{ authors: ['Marta Ibáñez'], date: '2000-01-01', kind: 'notice' },
	{ date: '2001-12-31' },
	{}
];

const group = () => page.getByRole('group', { name: 'Bylines' });

async function show(articles: readonly Facts[] = archive, wide = true) {
	await page.viewport(wide ? 1440 : 800, 900);
	const staged = stage(articles);
	await render(Stage, { explorer: staged.explorer, of: 'bylines' });
	return staged;
}

function rowNames(): string[] {
	return [...group().element().querySelectorAll('button')].map(
		(button) => button.getAttribute('aria-label') ?? ''
	);
}

test('with nothing asked each row says how many articles there are and when most were printed', async () => {
	await show();
	expect(rowNames()).toEqual([
		'İsmail Doğan, 3 articles, most in 1996',
		// One in 1996 and one in 2000: neither stands out.
		'Marta Ibáñez, 2 articles',
		'No byline, 2 articles, most in 2001'
	]);
});

test('with something asked each row says how many of its articles match', async () => {
	const { explorer } = await show();
	explorer.toggle('kind', 'notice');
	await expect
		.poll(rowNames)
		.toEqual([
			'Marta Ibáñez, 1 of 2 articles matches, in 2000',
			'İsmail Doğan, 0 of 3 articles match',
			'No byline, 0 of 2 articles match'
		]);
});

test('with Alt, a press or Enter leaves a name out, in the rows and in the table', async () => {
	const { explorer } = await show();
	const row = () => group().getByRole('button', { name: /Marta/ });
	await userEvent.keyboard('{Alt>}');
	await row().click();
	await userEvent.keyboard('{/Alt}');
	await expect.element(row()).toHaveAttribute('aria-pressed', 'mixed');
	expect(rowNames()[1]).toBe('Marta Ibáñez, 2 of 2 articles match, left out');
	// The article that she wrote with another goes too.
	expect(explorer.passing).toBe(4);
	await page.getByRole('button', { name: 'Table' }).click();
	await expect
		.element(group().getByRole('rowheader', { name: /Marta Ibáñez ?, left out/ }))
		.toBeVisible();
	(row().element() as HTMLElement).focus();
	await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
	await expect.poll(() => explorer.selection.author).toEqual([]);
	await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
	await expect.poll(() => explorer.selection.author).toEqual(['-Marta Ibáñez']);
});

test('pressing a name chooses it, pressing it again takes it back, and counts ignore the choice', async () => {
	const { explorer, visited } = await show();
	await group().getByRole('button', { name: /Marta/ }).click();
	expect(explorer.selection.author).toEqual(['Marta Ibáñez']);
	expect(rowNames()[0]).toBe('İsmail Doğan, 3 of 3 articles match, most in 1996');
	const row = group().getByRole('button', { name: /Marta/ });
	await expect.element(row).toHaveAttribute('aria-pressed', 'true');
	await row.click();
	expect(explorer.selection.author).toEqual([]);
	expect(visited).toHaveLength(2);
});

test('no byline is a value like any other', async () => {
	const { explorer } = await show();
	await group()
		.getByRole('button', { name: /^No byline/ })
		.click();
	expect(explorer.selection.author).toEqual(['']);
	expect(explorer.passing).toBe(2);
});

test('pressing a cell of the strip chooses that name and that period together', async () => {
	const { explorer } = await show();
	const strip = group().element().querySelector('button svg.strip') as SVGElement;
	const { width } = strip.getBoundingClientRect();
	// Eight years from 1994 to 2001: the third cell is 1996.
	await userEvent.click(strip, { position: { x: (width * 2.5) / 8, y: 7 } });
	expect(explorer.selection).toMatchObject({ author: ['İsmail Doğan'], from: '1996', to: '1996' });
	expect(explorer.passing).toBe(2);
});

test('a press on an empty cell chooses the name alone', async () => {
	const { explorer } = await show();
	const strip = group().element().querySelector('button svg.strip') as SVGElement;
	const { width } = strip.getBoundingClientRect();
	await userEvent.click(strip, { position: { x: (width * 1.5) / 8, y: 7 } });
	expect(explorer.selection).toMatchObject({ author: ['İsmail Doğan'], from: null, to: null });
});

test('an archive of under six years has a cell a quarter', async () => {
	const { explorer } = await show([
		{ authors: ['Nick Beams'], date: '2022-05-16' },
		{ authors: ['Nick Beams'], date: '2022-05-17' },
		{ authors: ['Nick Beams'], date: '2026-02-06' }
	]);
	expect(rowNames()).toEqual(['Nick Beams, 3 articles, most in Apr – Jun 2022']);
	const row = group().getByRole('button');
	(row.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}{Enter}');
	expect(explorer.selection).toMatchObject({ from: '2022-04', to: '2022-06' });
});

test('the arrow keys reach every cell that holds something, and say it', async () => {
	const { explorer } = await show();
	(group().getByRole('button', { name: /Doğan/ }).element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}{ArrowRight}');
	await expect.element(page.getByText('İsmail Doğan, 1996: 2 articles')).toBeInTheDocument();
	await userEvent.keyboard('{Enter}');
	expect(explorer.selection).toMatchObject({ author: ['İsmail Doğan'], from: '1996', to: '1996' });
});

test('a date known to the year is shared among its cells, and said to be', async () => {
	await show([
		{ authors: ['Ana Prins'], date: '1994-03-01' },
		{ authors: ['Ana Prins'], date: '1996' },
		{ authors: ['Mei Lin'], date: '1996' },
		{ authors: ['Mei Lin'], date: '1996-07-01' }
	]);
	expect(rowNames()).toEqual([
		'Ana Prins, 2 articles, most in Jan – Mar 1994',
		'Mei Lin, 2 articles, most in Jul – Sep 1996'
	]);
	const said = () => document.querySelector('figure > [aria-live]')?.textContent;
	(group().getByRole('button', { name: /^Ana/ }).element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowRight}');
	await expect.poll(said).toBe('Ana Prins, Jan – Mar 1994: 1 article');
	await userEvent.keyboard('{ArrowRight}');
	await expect
		.poll(said)
		.toBe('Ana Prins, Jan – Mar 1996: 0.249 articles, approximate dates shared');
	await expect.element(page.getByText(/approximate dates spread over their range/)).toBeVisible();
});

test('on narrower pages there is no strip', async () => {
	await show(archive, false);
	await expect.element(group()).toBeVisible();
	const strip = group().element().querySelector('button svg.strip');
	expect(strip?.getBoundingClientRect().width).toBe(0);
});

/** Three hundred names; the higher the number, the fewer the articles. */
const crowd: Facts[] = Array.from({ length: 300 }, (_, at) =>
	Array.from({ length: at < 20 ? 21 - at : 1 }, () => ({
		authors: [`Çağla Number${at}`],
		date: `${1990 + (at % 20)}`
	}))
).flat();

test('fourteen names are drawn, and a name is found by its first letters whatever its accents', async () => {
	const { explorer } = await show(crowd);
	expect(rowNames()).toHaveLength(14);
	await expect.element(page.getByText('14 of 300 names.')).toBeVisible();
	await page.getByRole('button', { name: 'Find a name' }).click();
	const field = page.getByRole('searchbox', { name: 'Find a name' });
	await expect.element(field).toHaveFocus();
	await field.fill('number299 CAGLA');
	expect(rowNames()).toEqual(['Çağla Number299, 1 article, in 2009']);
	await userEvent.keyboard('{ArrowDown}{Enter}');
	expect(explorer.selection.author).toEqual(['Çağla Number299']);
	await field.fill('nobody');
	await expect.element(page.getByText('No name has a word that begins with')).toBeVisible();
});

test('a chosen name is in sight even where others count more', async () => {
	const { explorer } = await show(crowd);
	explorer.toggle('author', 'Çağla Number250');
	await expect.poll(() => rowNames()[0]).toBe('Çağla Number250, 1 of 1 article matches, in 2000');
	expect(rowNames()).toHaveLength(14);
});

test('a row that is taken back stays under the finger', async () => {
	const { explorer } = await show(crowd);
	explorer.toggle('author', 'Çağla Number250');
	const row = group().getByRole('button', { name: /Number250/ });
	await row.click();
	expect(explorer.selection.author).toEqual([]);
	await expect.element(row).toHaveFocus();
	expect(rowNames()[0]).toContain('Number250');
});

test('names stand by the alphabet where that is asked for, and no byline last', async () => {
	await show([
		{},
		{},
		...['Émile Zola', 'Eva Perón', 'Ömer Ak'].map((name) => ({ authors: [name] }))
	]);
	await page.getByRole('button', { name: 'A to Z' }).click();
	expect(rowNames().map((name) => name.split(',')[0])).toEqual([
		'Émile Zola',
		'Eva Perón',
		'Ömer Ak',
		'No byline'
	]);
});

test('the table gives first and last year, and its names can be pressed', async () => {
	const { explorer } = await show();
	await page.getByRole('button', { name: 'Table' }).click();
	await expect.element(group().getByRole('table')).toBeVisible();
	const cells = [...group().element().querySelectorAll('tbody tr')].map((row) =>
		[...row.children].map((cell) => cell.textContent?.trim())
	);
	expect(cells).toEqual([
		['People: 2 names'],
		['İsmail Doğan', '3', '1994', '1996'],
		['Marta Ibáñez', '2', '1996', '2000'],
		['Unsigned'],
		['No byline', '2', '2001', '2001']
	]);
	await group().getByRole('button', { name: 'Marta Ibáñez' }).click();
	expect(explorer.selection.author).toEqual(['Marta Ibáñez']);
});

test('names stand by their first or last article where that is asked for, never dated ones last', async () => {
	await show([
		{ authors: ['Undated Una'] },
		{ authors: ['Late Lars'], date: '2001-01-01' },
		{ authors: ['Early Eve'], date: '1990-05' },
		{ authors: ['Early Eve'], date: '1999-01-01' },
		{ authors: ['Long Lea'], date: '1991' },
		{ authors: ['Long Lea'], date: '2003' }
	]);
	const names = () => rowNames().map((name) => name.split(',')[0]);
	await page.getByRole('button', { name: /^First/ }).click();
	expect(names()).toEqual(['Early Eve', 'Long Lea', 'Late Lars', 'Undated Una']);
	await page.getByRole('button', { name: /^Last/ }).click();
	expect(names()).toEqual(['Long Lea', 'Late Lars', 'Early Eve', 'Undated Una']);
});

test('a body is told by a word of its name, and bodies and the unsigned are classes of the table', async () => {
	await show([
		{ authors: ['Editorial Board'] },
		{ authors: ['Reuters', 'Ana Boardman'] },
		{ authors: ['Comité Central'] },
		{}
	]);
	await page.getByRole('button', { name: 'Table' }).click();
	await expect.element(group().getByRole('table')).toBeVisible();
	const rows = [...group().element().querySelectorAll('tbody th')].map((cell) =>
		cell.textContent?.trim()
	);
	expect(rows).toEqual([
		'People: 1 name',
		'Ana Boardman',
		'Bodies, told by a word of the name: 3 names',
		'Comité Central',
		'Editorial Board',
		'Reuters',
		'Unsigned',
		'No byline'
	]);
});

test('where the curator says whose a name is, that goes before its words, and is said', async () => {
	const staged = stage([{ authors: ['Jo Press'] }, { authors: ['Readers for Peace', 'Equinox'] }]);
	staged.explorer.archive.catalog.signers = { person: ['Jo Press'], body: ['Equinox'] };
	await render(Stage, { explorer: staged.explorer, of: 'bylines' });
	await page.getByRole('button', { name: 'Table' }).click();
	await expect.element(group().getByRole('table')).toBeVisible();
	const rows = [...group().element().querySelectorAll('tbody th')].map((cell) =>
		cell.textContent?.trim()
	);
	expect(rows).toEqual([
		'People: 1 name',
		'Jo Press',
		'Bodies, told by the curator or a word of the name: 2 names',
		'Equinox',
		'Readers for Peace'
	]);
});

test('a name of 120 characters and one without a space stay in their row, whole to those who ask', async () => {
	const long = `${'Maximiliana '.repeat(9)}von Hohenstein`.slice(0, 120);
	const unbroken = 'X'.repeat(120);
	await show([{ authors: [long, unbroken], date: '1990' }]);
	const [one] = [...group().element().querySelectorAll('button')];
	const box = one?.getBoundingClientRect();
	expect(box?.height).toBeLessThan(40);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1440);
	expect(one?.querySelector('.name')?.getAttribute('title')).toHaveLength(120);
	await page.getByRole('button', { name: 'Table' }).click();
	await expect.element(group().getByRole('table')).toBeVisible();
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1440);
});

test('an archive without any byline has one row', async () => {
	await show([{ date: '1990-05-05' }, {}]);
	expect(rowNames()).toEqual(['No byline, 2 articles, most in Apr – Jun 1990']);
	await expect.element(page.getByText('0 names; 2 articles without a byline.')).toBeInTheDocument();
});

test('five thousand names are drawn as fast as fourteen', async () => {
	const many = Array.from({ length: 5000 }, (_, at) => ({
		authors: [`Name ${at}`],
		date: `${1990 + (at % 30)}`
	}));
	const { explorer } = await show(many);
	const times: number[] = [];
	for (let year = 1990; year < 2000; year++) {
		const start = performance.now();
		explorer.draft({ ...explorer.selection, from: String(year) });
		await expect.poll(() => rowNames().some((name) => name.includes(' of 1 '))).toBe(true);
		times.push(performance.now() - start);
	}
	expect(rowNames()).toHaveLength(14);
	expect(Math.min(...times)).toBeLessThan(100);
});
