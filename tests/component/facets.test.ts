import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Stage from './Stage.svelte';
import { stage, type Facts } from './stage.svelte.ts';

const archive: Facts[] = [
	{ date: '2022-05-16', publication: 'Ledger', words: 100 },
	{ date: '2022-05', publication: 'Courier', words: 400, kind: 'excerpt' },
	{ date: '2022-05-17', publication: 'Courier', words: 5000 },
	{ words: 20, kind: 'notice' }
];

async function show(articles: readonly Facts[] = archive) {
	await page.viewport(1440, 900);
	const staged = stage(articles);
	await render(Stage, { explorer: staged.explorer, of: 'facets' });
	return staged;
}

function rowsOf(name: string): string[] {
	const group = page.getByRole('group', { name, exact: true }).element();
	return [...group.querySelectorAll('label')].map((label) =>
		(label.textContent ?? '').replace(/\s+/g, ' ').trim()
	);
}

test('every facet has its values with their counts, and only values that the archive has', async () => {
	await show();
	expect(rowsOf('Publication')).toEqual([
		'Courier 2 articles',
		'Ledger 1 article',
		'No publication named 1 article'
	]);
	expect(rowsOf('Kind')).toEqual([
		'Full article 2 articles',
		'Excerpt 1 article',
		'Notice 1 article'
	]);
	expect(rowsOf('Date known to')).toEqual([
		'The day 2 articles',
		'The month 1 article',
		'Undated 1 article'
	]);
	expect(rowsOf('Length')).toEqual([
		'Under 300 words 2 articles',
		'300 to 1,000 1 article',
		'3,000 and more 1 article'
	]);
});

test('a choice changes the other facets’ counts and not its own, and nothing moves', async () => {
	const { explorer } = await show();
	await page.getByRole('checkbox', { name: /Ledger/ }).click();
	expect(explorer.selection.publication).toEqual(['Ledger']);
	await expect
		.poll(() => rowsOf('Kind'))
		.toEqual(['Full article 1 article', 'Excerpt 0 articles', 'Notice 0 articles']);
	expect(rowsOf('Publication')).toEqual([
		'Courier 2 articles',
		'Ledger 1 article',
		'No publication named 1 article'
	]);
});

test('a value that would give nothing can still be pressed', async () => {
	const { explorer } = await show();
	explorer.toggle('publication', 'Ledger');
	await page.getByRole('checkbox', { name: /Excerpt/ }).click();
	expect(explorer.selection.kind).toEqual(['excerpt']);
	expect(explorer.passing).toBe(0);
});

test('Space and Enter choose and take back', async () => {
	const { explorer } = await show();
	const box = page.getByRole('checkbox', { name: /Courier/ });
	(box.element() as HTMLElement).focus();
	await userEvent.keyboard(' ');
	expect(explorer.selection.publication).toEqual(['Courier']);
	await userEvent.keyboard('{Enter}');
	expect(explorer.selection.publication).toEqual([]);
	await expect.element(box).not.toBeChecked();
});

test('with Alt, a press or Enter leaves a value out; a plain press asks for it', async () => {
	const { explorer } = await show();
	const box = page.getByRole('checkbox', { name: /Courier/ });
	const element = box.element() as HTMLInputElement;
	await userEvent.keyboard('{Alt>}');
	await box.click();
	await userEvent.keyboard('{/Alt}');
	await expect.element(box).toBePartiallyChecked();
	expect(explorer.selection.publication).toEqual(['-Courier']);
	expect(explorer.passing).toBe(2);
	// Its own count says what it would add; the others’ counts are of what is left.
	expect(rowsOf('Publication')[0]).toBe('Courier , left out 2 articles');
	expect(rowsOf('Kind')[1]).toBe('Excerpt 0 articles');
	await box.click();
	expect(explorer.selection.publication).toEqual(['Courier']);
	await expect.element(box).toBeChecked();
	expect(element.indeterminate).toBe(false);
	element.focus();
	await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
	await expect.element(box).toBePartiallyChecked();
	await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
	await expect.element(box).not.toBePartiallyChecked();
	await expect.element(box).not.toBeChecked();
	expect(explorer.selection.publication).toEqual([]);
});

test('a box follows the address: back takes its mark away', async () => {
	const { explorer } = await show();
	const box = page.getByRole('checkbox', { name: /Courier/ });
	await box.click();
	await expect.element(box).toBeChecked();
	explorer.choose({ ...explorer.selection, publication: [] });
	await expect.element(box).not.toBeChecked();
});

test('of more than eight values six are shown, with the chosen ones, until all are asked for', async () => {
	const papers = Array.from({ length: 24 }, (_, at) => `Paper ${String.fromCharCode(65 + at)}`);
	const { explorer } = await show(
		papers.flatMap((publication, at) => Array.from({ length: 30 - at }, () => ({ publication })))
	);
	expect(rowsOf('Publication')).toHaveLength(6);
	explorer.toggle('publication', 'Paper X');
	await expect.poll(() => rowsOf('Publication')).toHaveLength(7);
	await page.getByRole('button', { name: 'Show all 24' }).click();
	expect(rowsOf('Publication')).toHaveLength(24);
	const field = page.getByRole('searchbox', { name: 'Find in Publication' });
	await expect.element(field).toHaveFocus();
	await field.fill('paper w');
	expect(rowsOf('Publication')).toEqual(['Paper W 8 articles']);
	await page.getByRole('button', { name: 'Show fewer' }).click();
	expect(rowsOf('Publication')).toHaveLength(7);
});
