import { bylines, expectCount, open, results, search, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

test('the archive opens with every article, newest first', async ({ page }) => {
	await open(page);
	await expectCount(page, 26);
	await expect(results(page).getByRole('listitem')).toHaveCount(25);
	await page.getByRole('button', { name: 'Show 1 more' }).click();
	await expect(results(page).getByRole('listitem')).toHaveCount(26);
	await expect(results(page).getByRole('listitem').last()).toContainText('14 May 2022');
});

test('typing searches at once, requires all words and marks them', async ({ page }) => {
	await open(page);
	// What a screen reader says unasked: the router's title would be said at every step.
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		new MutationObserver(() => {
			for (const live of document.querySelectorAll('[aria-live=assertive], [role=alert]'))
				if (live.textContent?.trim()) said.push(live.textContent.trim());
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
	await search(page).pressSequentially('refinery workers');
	await expect(results(page).getByRole('listitem').first()).toContainText('Chile’s pseudo-left');
	await expect(results(page).locator('mark').first()).toHaveText(/refiner|worker/i);
	await expect(status(page)).toContainText(/\d+ of 26 articles, [\d,]+ matches/);
	await expect(page).toHaveURL(/\?q=refinery\+workers$/);
	await expect(page).toHaveTitle('refinery workers – Hemeroteca');
	expect(await page.evaluate(() => Reflect.get(window, 'said'))).toEqual([]);
});

test('accents and capitals do not matter', async ({ page }) => {
	await open(page, './?q=imamoglu');
	await expectCount(page, 1);
	await expect(results(page).locator('mark').first()).toHaveText('İmamoğlu');
	await search(page).fill('OZTURK');
	await expectCount(page, 1);
	await expect(results(page).locator('mark').first()).toHaveText('Öztürk');
});

test('a mark of a note is no part of its word', async ({ page }) => {
	await open(page, './?q=declassed');
	await expectCount(page, 1);
	await search(page).fill('declassed12');
	await expectCount(page, 0);
});

test('words in quotes are found only in that order, anywhere in the query', async ({ page }) => {
	await open(page, './?q=' + encodeURIComponent('Mamdani "general strike"'));
	const first = results(page).getByRole('listitem').first();
	await expect(first.locator('mark', { hasText: /^general strike$/i }).first()).toBeVisible();
	await search(page).fill('"strike general"');
	await expectCount(page, 0);
});

test('a word with a minus leaves articles out', async ({ page }) => {
	await open(page, './?q=Mali');
	const count = async () => Number((await status(page).textContent())?.match(/(\d+) of 26/)?.[1]);
	await expect(status(page)).toContainText('of 26 articles');
	const withMali = await count();
	await search(page).fill('Russia');
	await expect(search(page)).toHaveValue('Russia');
	await expect(results(page).locator('mark').first()).toHaveText(/Russia/);
	const withRussia = await count();
	await search(page).fill('Russia Mali');
	await expect(page.getByRole('button', { name: 'Remove Mali', exact: true })).toBeVisible();
	const both = await count();
	await search(page).fill('Russia -Mali');
	await expect(page.getByRole('button', { name: 'Remove not Mali' })).toBeVisible();
	await expect.poll(count).toBe(withRussia - both);
	expect(both).toBeGreaterThan(0);
	expect(withMali).toBeGreaterThanOrEqual(both);
	// With nothing wanted there are no matches to count.
	await search(page).fill('-Mali');
	await expect.poll(count).toBe(26 - withMali);
	await expect(status(page)).not.toContainText('match');
});

test('where all words find nothing, any of them is offered with its count', async ({ page }) => {
	await open(page, './?q=cryptocurrency+Oshawa');
	await expect(
		page.getByRole('heading', { name: 'No article meets both conditions.' })
	).toBeVisible();
	const offer = page.getByRole('link', { name: /any of these words \((\d+)\)/i });
	const promised = Number((await offer.textContent())?.match(/\((\d+)\)/)?.[1]);
	await offer.click();
	await expectCount(page, promised);
	await expect(results(page).getByRole('listitem')).toHaveCount(promised);
});

test('what was understood stands as chips, and removing one asks again without it', async ({
	page
}) => {
	await open(page, './?q=strike+police&author=Mauricio+Saavedra');
	await expectCount(page, 1);
	await page.getByRole('button', { name: 'Remove police' }).click();
	await expect(search(page)).toHaveValue('strike');
	await page.getByRole('button', { name: 'Remove Mauricio Saavedra' }).click();
	await expect(page).toHaveURL(/\?q=strike$/);
	await page.getByRole('link', { name: 'Clear all' }).click();
	await expectCount(page, 26);
	await expect(search(page)).toHaveValue('');
});

test('alternatives in brackets stand as chips, and a chip taken out leaves a query that reads', async ({
	page
}) => {
	await open(page, './?q=' + encodeURIComponent('(headline:strike OR "general strike") -nurses'));
	const line = page.getByRole('group', { name: 'How the search was read' });
	await expect(line).toHaveText(
		/Read as\s*\(\s*headline:\s*strike\s*or\s*“general strike”\s*\)\s*and\s*not\s*nurses/
	);
	// Only headlines are searched for the one, and only they are marked for it.
	await expect(results(page).locator('.passage mark', { hasText: /^strikes?$/i })).toHaveCount(0);
	await page.getByRole('button', { name: 'Remove “general strike”' }).click();
	await expect(search(page)).toHaveValue('(headline:strike) -nurses');
	await expect(results(page).locator('h3 mark').first()).toHaveText(/strike/i);
	await page.getByRole('button', { name: 'Remove headline: strike' }).click();
	await expect(search(page)).toHaveValue('-nurses');
});

test('fields narrow by what the catalog tells, and a date by overlap', async ({ page }) => {
	await open(page, './?q=' + encodeURIComponent('author:saavedra'));
	await expectCount(page, 1);
	await expect(status(page)).not.toContainText('match');
	await search(page).fill('date:[2025 TO 2025-12]');
	await expectCount(page, 4);
	await search(page).fill('kind:notice OR is:undated');
	await expectCount(page, 1);
});

test('a problem says where it is and mends itself in a press', async ({ page }) => {
	await open(page, './?q=' + encodeURIComponent('strike (police OR'));
	const mend = page.getByRole('button', { name: 'Search for strike (police OR)' });
	await expect(mend).toBeVisible();
	await search(page).fill('author: saavedra');
	await page.getByRole('button', { name: 'Search for author:saavedra' }).click();
	await expectCount(page, 1);
});

test('where nothing is found the page says what each condition finds by itself', async ({
	page
}) => {
	await open(page, './?q=' + encodeURIComponent('imamoglu author:Nobody (strike OR lockout)'));
	await expect(
		page.getByText(/By itself, imamoglu finds 1 article, author: Nobody finds nothing/)
	).toBeVisible();
	await expect(page.getByRole('button', { name: /Remove author: Nobody/ })).toBeVisible();
});

test('the syntax card asks what is pressed on it', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Syntax' }).click();
	const card = page.getByRole('dialog', { name: 'How to ask' });
	// The card is fetched when it is asked for.
	const example = card.getByRole('link', { name: '~10' });
	const query = (await example.textContent()) ?? '';
	await example.click();
	await expect(card).toBeHidden();
	await expect(search(page)).toHaveValue(query);
	await expect(status(page)).toContainText(/[1-9]\d* of 26 articles/);
	await expect(page.locator('.problem')).toHaveCount(0);
});

test('the list can be sorted by best match, newest and oldest', async ({ page }) => {
	await open(page, './?q=strike');
	const order = page.locator('main').getByRole('combobox', { name: 'Sort' });
	await expect(order).toHaveValue('best');
	await order.selectOption('Oldest first');
	await expect(results(page).getByRole('listitem').first()).toContainText('14 May 2022');
	await order.selectOption('Newest first');
	await expect(results(page).getByRole('listitem').first()).toContainText('6 Feb 2026');
	await expect(page).toHaveURL(/sort=newest/);
});

test('back undoes the last choice or the whole of what was typed, never half a word', async ({
	page
}) => {
	await open(page);
	await search(page).pressSequentially('strike', { delay: 120 });
	await page.keyboard.press('Enter');
	await expectCount(page, 14);
	await bylines(page)
		.getByRole('button', { name: /Alejandro López/ })
		.click();
	await expectCount(page, 1);
	await page.goBack();
	await expectCount(page, 14);
	await page.goBack();
	await expectCount(page, 26);
	await expect(search(page)).toHaveValue('');
	await page.goForward();
	await expectCount(page, 14);
	await expect(search(page)).toHaveValue('strike');
});

test('back while the field still has the focus takes the typing back too', async ({ page }) => {
	await open(page);
	await search(page).pressSequentially('strike', { delay: 60 });
	await expectCount(page, 14);
	await page.goBack();
	await expectCount(page, 26);
	await expect(search(page)).toHaveValue('');
});

test('back in the midst of typing goes back, whatever has not been written yet', async ({
	page
}) => {
	await open(page);
	await search(page).pressSequentially('strike', { delay: 20 });
	await page.evaluate(() => history.back());
	await expect(search(page)).toHaveValue('');
	// Longer than a gesture waits before it writes.
	await page.waitForTimeout(400);
	await expect(search(page)).toHaveValue('');
	expect(new URL(page.url()).search).toBe('');
});

test('an address can be reloaded and shared', async ({ page, context }) => {
	await open(page, './?q=strike&kind=excerpt&sort=oldest');
	const before = await status(page).textContent();
	await page.reload();
	await expect(status(page)).toHaveText(before ?? '');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('status').first()).toHaveText(before ?? '');
});

test('a reload in the midst of typing loses no letter', async ({ page }) => {
	await open(page);
	await search(page).pressSequentially('surveillance', { delay: 10 });
	await page.reload();
	await expect(search(page)).toHaveValue('surveillance');
	await expect.poll(() => new URL(page.url()).search).toBe('?q=surveillance');
	await page.goBack();
	await expectCount(page, 26);
	await page.goForward();
	await expect(search(page)).toHaveValue('surveillance');
});

test('junk in the address is passed over', async ({ page }) => {
	await open(
		page,
		'./?from=never&to=2025-13-99&kind=%00&length=%E0%A4%A&sort=up&utm_source=x&author=Nobody&publication=%3Cb%3E&open=../../etc'
	);
	await expectCount(page, 26);
	await expect(page.getByRole('group', { name: 'How the search was read' })).toBeHidden();
});

test('an address that asks something never flashes the whole archive', async ({ page }) => {
	const seen: string[] = [];
	await page.exposeFunction('seen', (text: string) => seen.push(text));
	await page.addInitScript(() => {
		const look = () => {
			const list = document.querySelector('ol[aria-label=Results]');
			if (list && getComputedStyle(list).visibility === 'visible')
				(window as unknown as { seen: (text: string) => void }).seen(
					document.querySelector('[role=status]')?.textContent ?? ''
				);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	await open(page, './?q=imamoglu');
	await expectCount(page, 1);
	expect(seen.filter((text) => text.includes('26 of 26'))).toEqual([]);
});

test('hostile words are shown as text and run nothing', async ({ page }) => {
	const hostile = '<img src=x onerror=alert(1)> "><script>alert(2)</script> {{7*7}}';
	await open(page, './?q=' + encodeURIComponent(hostile));
	await expect(search(page)).toHaveValue(hostile);
	await expect(status(page)).toContainText('of 26 articles');
	expect(await page.locator('img').count()).toBe(0);
});

test('a query of ten thousand characters, half-typed quotes and operators leave the page alive', async ({
	page
}) => {
	await open(page);
	for (const query of [
		'"',
		'-',
		'*',
		'"strike',
		'a*',
		'-"',
		'()',
		'\\',
		'the of and',
		'🗞️',
		'‮strike'
	]) {
		await search(page).fill(query);
		await expect(status(page)).toContainText('of 26 articles');
	}
	await search(page).fill('strike '.repeat(1428));
	await expectCount(page, 14);
});

test('what is typed before the page’s script has come is searched when it comes', async ({
	page
}) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/data/manifest.json', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('./', { waitUntil: 'domcontentloaded' });
	await search(page).fill('imamoglu');
	release();
	await expectCount(page, 1);
	await expect(search(page)).toHaveValue('imamoglu');
});
