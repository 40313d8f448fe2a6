import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';
import { fields, type Article } from '../../src/lib/archive/article.ts';
import ArticleBody from '../../src/lib/view/reader/ArticleBody.svelte';
import ArticlePane from '../../src/lib/view/reader/ArticlePane.svelte';
import Reader from '../../src/lib/view/reader/Reader.svelte';
import ReaderHead from '../../src/lib/view/reader/ReaderHead.svelte';
import WithShortcuts from './WithShortcuts.svelte';

const place = { base: '', single: false };
const origin = { title: 'Quays', version: '0011223344556677', publisher: null, address: null };

const stated = { basis: 'stated', rule: 'daily/any', line: 10 } as const;
const reasons = Object.fromEntries(fields.map((field) => [field, stated])) as Article['why'];

function article(parts: Partial<Article> = {}): Article {
	return {
		id: '1912-05-03-harbour-closed',
		headline: 'Harbour closed by strike',
		suppliedHeadline: null,
		kicker: null,
		deck: null,
		byline: 'Ana Ruiz',
		authors: ['Ana Ruiz'],
		publication: 'The Quay',
		rights: null,
		why: reasons,
		language: 'en',
		date: {
			edtf: '1912-05-03',
			first: '1912-05-03',
			last: '1912-05-03',
			printed: '3 May 1912',
			basis: 'stated'
		},
		dateline: null,
		source: { file: 'quay.txt', lines: [10, 30] },
		boundary: 'stated',
		kind: 'full',
		number: null,
		words: 1211,
		blocks: [{ kind: 'paragraph', text: 'The strike went on.', lines: [12, 12] }],
		notes: [],
		...parts
	};
}

/** Marks every occurrence of a word, as a search would. */
const matching = (word: string) => ({
	segments: (text: string) =>
		text
			.split(word)
			.flatMap((part, at) => [
				...(at > 0 ? [{ text: word, match: true }] : []),
				{ text: part, match: false }
			])
});

const body = () => document.querySelector('article .body') as HTMLElement;
const marksOf = (root: ParentNode = document) => [...root.querySelectorAll('mark')];

const noted = article({
	blocks: [
		{
			kind: 'paragraph',
			text: 'Dock workers strike again, they said.',
			lines: [12, 12],
			marks: [
				{ at: 4, number: '1' },
				{ at: 19, number: '2' },
				{ at: 37, number: '1' }
			]
		}
	],
	notes: [
		{ number: '1', text: 'Those of the inner dock.', lines: [28, 28] },
		{ number: '2', text: 'The third strike that year.', lines: [29, 30] }
	]
});

describe('notes', () => {
	test('a mark leads to its note and the note back to its first mark', async () => {
		await render(ArticleBody, { article: noted });
		const calls = [...body().querySelectorAll<HTMLAnchorElement>('sup a')];
		expect(calls.map((call) => call.textContent)).toEqual(['1', '2', '1']);
		const notes = [...document.querySelectorAll('section li')];
		expect(notes).toHaveLength(2);
		expect(calls[0]!.hash).toBe(`#${notes[0]!.id}`);
		expect(calls[1]!.hash).toBe(`#${notes[1]!.id}`);
		expect(calls[2]!.hash).toBe(`#${notes[0]!.id}`);
		expect(notes[0]!.querySelector('a')!.hash).toBe(`#${calls[0]!.id}`);
		const ids = [...document.querySelectorAll('article [id]')].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('two articles on a page keep their notes apart', async () => {
		await render(ArticleBody, { article: noted });
		await render(ArticleBody, { article: noted, prefix: 'pane-' });
		const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('where the hash is the address, a note is reached and the address left alone', async () => {
		await render(ArticleBody, { article: noted, single: true });
		const before = location.href;
		body().querySelector<HTMLAnchorElement>('sup a')!.click();
		expect(location.href).toBe(before);
		expect(document.activeElement?.textContent).toContain('Those of the inner dock.');
	});

	test('a number that no note answers is shown and leads nowhere', async () => {
		await render(ArticleBody, { article: { ...noted, notes: [] } });
		expect(body().querySelectorAll('sup')).toHaveLength(3);
		expect(body().querySelectorAll('a')).toHaveLength(0);
	});

	test('a match with a note inside stays one match, and no letter is lost', async () => {
		await render(ArticleBody, { article: noted, matcher: matching('workers strike again') });
		const marks = marksOf(body());
		expect(marks).toHaveLength(1);
		expect(marks[0]!.textContent!.replace(/\s*2\s*/, ' ')).toBe('workers strike again');
		const copy = body().cloneNode(true) as HTMLElement;
		copy.querySelectorAll('sup').forEach((sup) => sup.remove());
		expect(copy.textContent).toBe('Dock workers strike again, they said.');
	});

	test('a note at the edge of a match stands outside it', async () => {
		await render(ArticleBody, { article: noted, matcher: matching('Dock') });
		expect(marksOf(body()).map((mark) => mark.textContent)).toEqual(['Dock']);
	});
});

describe('blocks', () => {
	const blocks: Article['blocks'] = [
		{ kind: 'heading', text: 'On the quay', lines: [11, 11] },
		{ kind: 'caption', text: 'The crane (Photo: AP)', lines: [12, 12] },
		{
			kind: 'list',
			text: 'bread\ncoal',
			lines: [13, 14],
			marks: [{ at: 10, number: '1' }]
		},
		{ kind: 'quotation', text: 'We stay out.', lines: [15, 15] },
		{ kind: 'elision', text: '*****', lines: [16, 16] },
		{ kind: 'caption', text: 'The gate', lines: [17, 17] }
	];
	const notes = [{ number: '1', text: 'By the sack.', lines: [20, 20] as const }];

	test('each kind is what it is', async () => {
		await render(ArticleBody, { article: article({ blocks, notes }) });
		expect(body().querySelector('h2')!.textContent).toBe('On the quay');
		expect(body().querySelectorAll('figure')).toHaveLength(2);
		expect(body().querySelector('figcaption')!.textContent).toContain('The crane (Photo: AP)');
		const items = [...body().querySelectorAll('ul > li')];
		expect(items.map((item) => item.textContent!.trim().replace(/\s*1.*/, ''))).toEqual([
			'bread',
			'coal'
		]);
		expect(items[1]!.querySelector('sup a')!.textContent).toBe('1');
		expect(body().querySelector('blockquote')!.textContent).toBe('We stay out.');
		expect(body().querySelector('.elision')!.textContent).toContain(
			'The source left text out here.'
		);
		expect(body().textContent).not.toContain('*****');
	});

	test('that the image is not kept is said once', async () => {
		await render(ArticleBody, { article: article({ blocks, notes }) });
		expect(body().textContent!.split('The file keeps the caption, not the image.')).toHaveLength(2);
	});

	test('beside the list, headings stand one level lower', async () => {
		await render(ArticleBody, { article: article({ blocks, notes }), level: 2 });
		expect(document.querySelector('h1')).toBeNull();
		expect(document.querySelector('h2')!.textContent).toBe('Harbour closed by strike');
		expect(body().querySelector('h3')!.textContent).toBe('On the quay');
	});

	test('the text carries its language', async () => {
		await render(ArticleBody, { article: article({ language: 'tr' }) });
		expect(body().lang).toBe('tr');
		expect(document.querySelector('h1')!.lang).toBe('tr');
	});

	test('markup in a seed is text', async () => {
		const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>';
		await render(ArticleBody, {
			article: article({
				headline: hostile,
				byline: hostile,
				blocks: [{ kind: 'paragraph', text: hostile, lines: [12, 12] }]
			}),
			matcher: matching('alert')
		});
		expect(body().textContent).toBe(hostile);
		expect(document.querySelector('h1')!.textContent).toBe(hostile);
		expect(document.querySelectorAll('article script, article img')).toHaveLength(0);
	});
});

describe('what is known', () => {
	test('a supplied headline is said to be supplied', async () => {
		await render(ArticleBody, {
			article: article({ headline: null, suppliedHeadline: 'The strike went …' })
		});
		expect(document.querySelector('h1')!.textContent).toBe('“The strike went …”');
		expect(document.querySelector('article')!.textContent).toContain('No headline, opening words');
	});

	test('a curated, uncertain date says so and gives the evidence', async () => {
		const date = {
			edtf: '2026-02-06?',
			first: '2026-02-06',
			last: '2026-02-06',
			printed: null,
			basis: 'curated' as const,
			note: 'Names a vigil on the coming Tuesday.'
		};
		const screen = await render(Reader, { article: article({ date, kind: 'excerpt' }), place });
		const about = screen.getByRole('region', { name: 'About this article' });
		await expect.element(about).toHaveTextContent('6 February 2026, uncertain, given by a curator');
		await expect.element(about).toHaveTextContent('Names a vigil on the coming Tuesday.');
		await expect
			.element(about)
			.toHaveTextContent('Excerpt, 1,211 words, 6 min: the source left text out');
		await expect.element(about).toHaveTextContent('File quay.txt, lines 10–30.');
	});

	test('a byline leads to the page of its author', async () => {
		const screen = await render(Reader, { article: article(), place });
		await expect
			.element(screen.getByRole('link', { name: 'Ana Ruiz' }))
			.toHaveAttribute('href', expect.stringMatching(/^\/author\/ana-ruiz-[0-9a-f]{8}\/$/));
	});

	test('the lines as filed are fetched when asked for, and numbered as in the file', async () => {
		const linesOf = vi.fn(async () => ['Harbour closed', '', '<b>by strike</b>']);
		const screen = await render(Reader, { article: article(), place, linesOf });
		expect(linesOf).not.toHaveBeenCalled();
		await screen.getByText('See the lines as filed').click();
		await expect.element(screen.getByText('<b>by strike</b>')).toBeVisible();
		const numbers = [...document.querySelectorAll('details li > span:first-child')];
		expect(numbers.map((number) => number.textContent)).toEqual(['10', '11', '12']);
		await userEvent.keyboard('{Escape}');
		await expect.element(screen.getByText('<b>by strike</b>')).not.toBeVisible();
	});

	test('lines that cannot be had are explained', async () => {
		const linesOf = () => Promise.reject(new Error('The file could not be fetched.'));
		const screen = await render(Reader, { article: article(), place, linesOf });
		await screen.getByText('See the lines as filed').click();
		await expect.element(screen.getByText('The file could not be fetched.')).toBeVisible();
	});

	test('without lines, none are offered', async () => {
		await render(Reader, { article: article(), place });
		expect(document.body.textContent).not.toContain('See the lines as filed');
	});

	test('nothing on the page passes for a byline that reference managers look for', async () => {
		// Of an article without one they would save "No byline" and the date as its authors.
		const screen = await render(Reader, { article: article({ byline: null, authors: [] }), place });
		await expect.element(screen.getByText(/^No byline/)).toBeVisible();
		expect(document.querySelectorAll('.byline, .vcard, .article-byline')).toHaveLength(0);
	});

	test('the head names the article for reference managers', async () => {
		await render(ReaderHead, { article: article(), origin });
		expect(document.title).toBe('Harbour closed by strike – Hemeroteca');
		const meta = (name: string) =>
			document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
		expect(meta('citation_author')).toBe('Ruiz, Ana');
		expect(meta('citation_publication_date')).toBe('1912/05/03');
		expect(meta('DC.source')).toBe('The Quay');
		expect(meta('description')).toBe('The strike went on.');
		const data = document.head.querySelector('script[type="application/ld+json"]');
		expect(JSON.parse(data?.textContent ?? '')).toMatchObject({
			'@type': 'NewsArticle',
			headline: 'Harbour closed by strike',
			datePublished: '1912-05-03'
		});
	});
});

describe('matches', () => {
	const long = article({
		blocks: Array.from({ length: 30 }, (_, at) => ({
			kind: 'paragraph' as const,
			text: at % 12 === 5 ? `Talk of a strike, day ${at}.` : `A day of no news, number ${at}.`,
			lines: [at + 12, at + 12] as const
		}))
	});
	// Four: one in the headline, three in the text.
	const props = { article: long, place, matcher: matching('strike') };
	const current = () => marksOf().findIndex((mark) => mark.getAttribute('aria-current') === 'true');

	afterEach(() => scrollTo(0, 0));

	test('the stepper says how many there are, steps through them and goes round', async () => {
		const screen = await render(Reader, props);
		await expect.element(screen.getByText('4 matches')).toBeVisible();
		const next = screen.getByRole('button', { name: 'Next match' });
		for (const at of [0, 1, 2, 3, 0]) {
			await next.click();
			await expect.poll(current).toBe(at);
			await expect.element(screen.getByRole('status')).toHaveTextContent(`Match ${at + 1} of 4`);
		}
		await screen.getByRole('button', { name: 'Previous match' }).click();
		await expect.poll(current).toBe(3);
		const rect = marksOf()[3]!.getBoundingClientRect();
		expect(rect.top).toBeGreaterThan(0);
		expect(rect.bottom).toBeLessThan(innerHeight);
	});

	test('n and p do the same, unless single-letter keys are off', async () => {
		const of = Reader as unknown as Component<Record<string, unknown>>;
		const screen = await render(WithShortcuts, { props: { of, props } });
		await expect.element(screen.getByText('4 matches')).toBeVisible();
		await userEvent.keyboard('n');
		await expect.poll(current).toBe(0);
		await userEvent.keyboard('n');
		await expect.poll(current).toBe(1);
		await userEvent.keyboard('p');
		await expect.poll(current).toBe(0);
		await screen.rerender({ on: false });
		await userEvent.keyboard('n');
		expect(current()).toBe(0);
		localStorage.clear();
	});

	test('another question starts the count anew', async () => {
		const screen = await render(Reader, props);
		await screen.getByRole('button', { name: 'Next match' }).click();
		await screen.rerender({ matcher: matching('no news') });
		await expect.element(screen.getByText('27 matches')).toBeVisible();
		expect(current()).toBe(-1);
		await screen.rerender({ matcher: null });
		await expect.element(screen.getByText('27 matches')).not.toBeInTheDocument();
	});

	test('with nothing asked there is nothing to step through', async () => {
		await render(Reader, { article: long, place });
		expect(document.querySelector('button')).toBeNull();
		expect(marksOf()).toHaveLength(0);
	});
});

describe('among the results', () => {
	const way = (at: number) => ({ href: `#/article/${at}`, headline: `Article ${at}` });

	test('the bar leads back, says the place and names the neighbours', async () => {
		const screen = await render(Reader, {
			article: article(),
			place,
			back: { href: '/?q=strike', label: 'Back to 3 results for', words: 'strike' },
			position: { at: 2, of: 3, atLeast: false, previous: way(1), next: null }
		});
		await expect
			.element(screen.getByRole('link', { name: 'Back to 3 results for strike' }))
			.toHaveAttribute('href', '/?q=strike');
		await expect.element(screen.getByText('Result 2 of 3')).toBeVisible();
		await expect
			.element(screen.getByRole('link', { name: 'Previous', exact: true }))
			.toHaveAttribute('href', '#/article/1');
		expect(screen.getByRole('link', { name: 'Next', exact: true }).elements()).toHaveLength(0);
		await expect.element(screen.getByText('End of results')).toBeVisible();
		// Where candidates wait to be checked, others may follow.
		await screen.rerender({
			article: article(),
			place,
			position: { at: 2, of: 2, atLeast: true, previous: way(1), next: null }
		});
		await expect.element(screen.getByText('Result 2 of at least 2')).toBeVisible();
		await expect.element(screen.getByText('End of the results so far')).toBeVisible();
	});

	test('the pane closes by its button and by Escape, but not from a field', async () => {
		const onclose = vi.fn();
		const screen = await render(ArticlePane, { article: article(), href: '/a', onclose });
		await screen.getByRole('button', { name: 'Close article' }).click();
		expect(onclose).toHaveBeenCalledTimes(1);
		await userEvent.keyboard('{Escape}');
		expect(onclose).toHaveBeenCalledTimes(2);
		const field = document.body.appendChild(document.createElement('input'));
		field.focus();
		await userEvent.keyboard('{Escape}');
		field.remove();
		expect(onclose).toHaveBeenCalledTimes(2);
	});

	test('a pane whose article cannot be had says why', async () => {
		const screen = await render(ArticlePane, {
			article: null,
			failure: 'The text could not be fetched.',
			href: '/a',
			onclose: () => undefined
		});
		await expect
			.element(screen.getByRole('alert'))
			.toHaveTextContent('The text could not be fetched.');
	});
});
