/** Parts of the page that come after its first script: the network may be gone at the moment when they are wanted. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Later from './Later.svelte';
import LaterPart from './LaterPart.svelte';

test('a part is fetched when it is wanted, again when it could not be had, and once it is there never again', async () => {
	const part = page.getByText('Here at last');
	const fetch = vi.fn(async () => ({ default: LaterPart as never }));
	fetch.mockRejectedValueOnce(new Error('Failed to fetch dynamically imported module.'));
	const { rerender } = await render(Later, { fetch, wanted: false });
	expect(fetch).not.toHaveBeenCalled();

	await rerender({ wanted: true });
	await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
	await expect(fetch.mock.results[0]?.value).rejects.toThrow();
	await expect.element(part).not.toBeInTheDocument();

	await rerender({ wanted: false });
	expect(fetch).toHaveBeenCalledTimes(1);
	await rerender({ wanted: true });
	await expect.element(part).toBeVisible();
	expect(fetch).toHaveBeenCalledTimes(2);

	await rerender({ wanted: false });
	await expect.element(part).toBeVisible();
	await rerender({ wanted: true });
	await expect.element(part).toBeVisible();
	expect(fetch).toHaveBeenCalledTimes(2);
});
