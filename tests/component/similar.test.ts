import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SimilarArticles from '../../src/lib/view/reader/SimilarArticles.svelte';

const similar = [
	{
		id: 'one',
		headline: 'Pilots join',
		supplied: false,
		edtf: '1912-05-03?',
		authors: ['Ana Ruiz', 'Jo Quay'],
		shared: ['pilots', 'Öcalan']
	},
	{
		id: 'two',
		headline: '<b>Boats</b>',
		supplied: true,
		edtf: null,
		authors: [],
		shared: ['boats', 'coal']
	}
];

test('each is named with its link, byline, date and the words that both have', () => {
	const { container } = render(SimilarArticles, { similar, place: { base: '/x', single: false } });
	const section = container.querySelector('section') as HTMLElement;
	const heading = section.querySelector('h2');
	expect(heading?.textContent).toBe('Similar articles');
	expect(section.getAttribute('aria-labelledby')).toBe(heading?.id);
	const items = [...section.querySelectorAll('li')].map((item) =>
		item.textContent?.replace(/\s+/g, ' ').trim()
	);
	expect(items).toEqual([
		'Pilots join Ana Ruiz, Jo Quay 3 May 1912, uncertain Shares: pilots, Öcalan',
		'No headline, opening words <b>Boats</b> No byline Undated Shares: boats, coal'
	]);
	const links = [...section.querySelectorAll('a')].map((link) => link.getAttribute('href'));
	expect(links).toEqual(['/x/article/one/', '/x/article/two/']);
});
