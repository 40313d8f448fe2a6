import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Stage from './Stage.svelte';
import { stage } from './stage.svelte.ts';

async function open(width = 390, of: 'bylines' | 'facets' = 'facets') {
	await page.viewport(width, 844);
	const staged = stage([
		{ publication: 'Ledger', authors: ['Rosa'] },
		{ publication: 'Courier' },
		{ publication: 'Courier' }
	]);
	await render(Stage, { explorer: staged.explorer, of, drawer: true });
	await page.getByRole('button', { name: 'Open' }).click();
	await new Promise((moved) => setTimeout(moved, 300));
	return staged;
}

const dialog = () => page.getByRole('dialog', { name: 'Filters' });
const opener = () => page.getByRole('button', { name: 'Open' });

test('on a phone the drawer rises to 72 px under the top', async () => {
	await open();
	const { top, left, right, bottom } = dialog().element().getBoundingClientRect();
	// As wide as the page: the room of a scrollbar, where a browser takes any, stays free.
	const whole = document.documentElement.getBoundingClientRect().right;
	expect({ top, left, right, bottom }).toEqual({ top: 72, left: 0, right: whole, bottom: 844 });
});

test('on a tablet it comes from the start of the line, 320 px wide', async () => {
	await open(820);
	const { top, left, width, bottom } = dialog().element().getBoundingClientRect();
	expect({ top, left, width, bottom }).toEqual({ top: 0, left: 0, width: 320, bottom: 844 });
});

test('its choices apply at once, and the number on its button is live', async () => {
	const { explorer } = await open();
	await expect.element(page.getByRole('button', { name: 'Show 3 articles' })).toBeVisible();
	await page.getByRole('checkbox', { name: /Courier/ }).click();
	expect(explorer.selection.publication).toEqual(['Courier']);
	await page.getByRole('button', { name: 'Show 2 articles' }).click();
	await expect.element(dialog()).not.toBeInTheDocument();
});

test('Clear takes back what this drawer chooses from, and nothing else', async () => {
	const { explorer } = await open();
	const clear = page.getByRole('button', { name: 'Clear' });
	await expect.element(clear).toBeDisabled();
	explorer.choose({ ...explorer.selection, author: ['Rosa'], publication: ['Ledger'] });
	await clear.click();
	expect(explorer.selection).toMatchObject({ author: ['Rosa'], publication: [] });
});

test('Escape closes it, and focus returns to the button that opened it', async () => {
	await open();
	await userEvent.keyboard('{Escape}');
	await expect.element(opener()).toHaveFocus();
});

test('a press on the scrim closes it, a press inside does not', async () => {
	await open();
	await dialog().getByText('Kind').click();
	await expect.element(dialog()).toBeVisible();
	await userEvent.click(dialog(), { position: { x: 100, y: -40 }, force: true });
	await expect.element(opener()).toHaveFocus();
});

test('going back closes it', async () => {
	await open();
	window.dispatchEvent(new PopStateEvent('popstate'));
	await expect.element(opener()).toHaveFocus();
});

test('bylines in a drawer have their field ready and rows of 44 px without strips', async () => {
	await open(390, 'bylines');
	await expect.element(page.getByRole('searchbox', { name: 'Find a name' })).toBeVisible();
	const row = page.getByRole('group', { name: 'Bylines' }).getByRole('button', { name: /Rosa/ });
	expect(row.element().getBoundingClientRect().height).toBe(44);
});
