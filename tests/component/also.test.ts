import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Article } from '../../src/lib/archive/article.ts';
import AlsoPrinted from '../../src/lib/view/reader/AlsoPrinted.svelte';
import Hidden from '../../src/lib/view/reader/Hidden.svelte';
import Moved from '../../src/lib/view/reader/Moved.svelte';

const place = { base: '', single: false };
const long =
	'The pilots have joined the strike with all their boats and nobody moves them. '.repeat(6);

function article(id: string, headline: string, text: string): Article {
	return {
		id,
		headline,
		language: 'en',
		blocks: [{ kind: 'paragraph', text, lines: [3, 3] }]
	} as unknown as Article;
}

const own = article('own', 'Pilots join', `${long}The harbour is closed.`);
const other = article('other', 'Pilots join', `${long}The port is closed.`);
const alike = [
	{
		id: 'other',
		headline: 'Pilots join',
		edtf: '1912-05-03',
		similarity: 0.996,
		basis: 'inferred' as const
	}
];

test('a reprint is named with its date and how alike it is', () => {
	const { container } = render(AlsoPrinted, { article: own, alike, place, articleOf: null });
	expect(container.textContent).toMatch(/Also printed as Pilots join,\s+3 May 1912:\s+99 % alike/);
	expect(container.querySelector('a')?.getAttribute('href')).toBe('/article/other/');
	expect(container.querySelector('details')).toBeNull();
});

test('what differs is shown word for word, and fetched only when asked for', async () => {
	const articleOf = vi.fn(async () => other);
	const { container } = render(AlsoPrinted, { article: own, alike, place, articleOf });
	expect(articleOf).not.toHaveBeenCalled();
	container.querySelector('summary')?.click();
	await vi.waitFor(() => expect(container.querySelector('ins')?.textContent).toBe('harbour'));
	expect(container.querySelector('del')?.textContent).toBe('port');
	expect(container.querySelector('.cut')).not.toBeNull();
	expect(articleOf).toHaveBeenCalledTimes(1);
});

test('a text that cannot be fetched is said to be so', async () => {
	const articleOf = async () => Promise.reject(new Error('It could not be fetched.'));
	const { container } = render(AlsoPrinted, { article: own, alike, place, articleOf });
	container.querySelector('summary')?.click();
	await vi.waitFor(() => expect(container.textContent).toContain('It could not be fetched.'));
});

test('a hidden article gives the reason and nothing else', () => {
	const tombstone = {
		id: 'x',
		source: { file: 'a.txt', lines: [3, 8] as const },
		reason: '<b>Asked for</b>'
	};
	const { container } = render(Hidden, { tombstone });
	expect(container.textContent).toContain('<b>Asked for</b>');
	expect(container.textContent).toMatch(/a\.txt, lines 3–8/);
});

test.each([
	['https://example.org/article/new-id/', 'https://example.org/article/new-id/'],
	[null, '/article/new-id/']
])('an old address leads on by a link, and names the right one: %s', (canonical, named) => {
	const address = '/article/new-id/';
	const { container } = render(Moved, { id: 'new-id', address, canonical, refresh: false });
	expect(container.querySelector('a')?.getAttribute('href')).toBe(address);
	const link = document.head.querySelector('link[rel=canonical]');
	expect(link?.getAttribute('href')).toBe(named);
});
