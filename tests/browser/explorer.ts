/** What a reader does on the explorer, by the names it has on the page. */
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

export const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
export const results = (page: Page) => page.getByRole('list', { name: 'Results' });
export const status = (page: Page) => page.getByRole('status').first();
export const bylines = (page: Page) => page.getByRole('group', { name: 'Bylines' });

/** Opens an address and waits until the page answers to the reader. */
export async function open(page: Page, address = './'): Promise<void> {
	await page.goto(address);
	await expect(page.getByRole('button', { name: /^(Dark|Light)$/ })).toBeEnabled();
}

/** Waits until so many articles pass. */
export async function expectCount(page: Page, passing: number, all = 26): Promise<void> {
	await expect(status(page)).toContainText(`${passing} of ${all} articles`);
}
