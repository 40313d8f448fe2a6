import type { Route } from '@playwright/test';
import { bylines, expectCount, open, results, search, status } from './explorer.ts';
import { expect, test } from './fixture.ts';

const timeline = 'section[aria-label="Timeline"], [role=region][aria-label="Timeline"]';

test('pressing a name shows that author’s articles, and pressing it again takes it back', async ({
	page
}) => {
	await open(page);
	const name = bylines(page).getByRole('button', { name: /^Nick Beams/ });
	await name.click();
	await expectCount(page, 1);
	await expect(name).toHaveAttribute('aria-pressed', 'true');
	await expect(results(page).getByRole('listitem')).toHaveCount(1);
	await expect(page).toHaveURL(/author=Nick\+Beams/);
	await name.click();
	await expectCount(page, 26);

	// With Alt it is left out; the chip turns that round and takes it back, and so does "back".
	const anonymous = bylines(page).getByRole('button', { name: /^No byline/ });
	// What hears it comes when the page is at rest; until then the name would be chosen.
	await expect(async () => {
		await anonymous.click({ modifiers: ['Alt'] });
		await expect(anonymous).toHaveAttribute('aria-pressed', 'mixed', { timeout: 1000 });
	}).toPass();
	await expectCount(page, 7);
	await expect(page).toHaveURL(/\?author=-$/);
	await expect(anonymous).toHaveAttribute('aria-pressed', 'mixed');
	const sentence = page.getByRole('group', { name: 'How the search was read' });
	await sentence.getByRole('button', { name: 'not No byline', exact: true }).press('Enter');
	await expectCount(page, 19);
	await expect(sentence.getByRole('button', { name: 'No byline', exact: true })).toBeFocused();
	await page.goBack();
	await expectCount(page, 7);
	await sentence.getByRole('button', { name: 'Remove not No byline' }).click();
	await expectCount(page, 26);
});

test('names add up: two authors show the articles of either, and "No byline" is one of them', async ({
	page
}) => {
	await open(page);
	await bylines(page)
		.getByRole('button', { name: /^Nick Beams/ })
		.click();
	await bylines(page)
		.getByRole('button', { name: /^No byline/ })
		.click();
	await expectCount(page, 20);
});

test('counts of names not chosen say what they would add', async ({ page }) => {
	await open(page, './?author=Nick+Beams');
	await expect(
		bylines(page).getByRole('button', { name: /^Kevin Reed, 1 of 1 article/ })
	).toBeVisible();
});

test('facets combine: any value of one, all of several, each ignoring itself in its counts', async ({
	page
}) => {
	await open(page);
	await page.getByRole('checkbox', { name: /Excerpt/ }).check();
	await expectCount(page, 14);
	await page.getByRole('checkbox', { name: /Notice/ }).check();
	await expectCount(page, 15);
	await page.getByRole('checkbox', { name: /The Internationalist/ }).check();
	await expectCount(page, 0);
	await expect(page.getByRole('checkbox', { name: /Full article/ })).toHaveAccessibleName(/4/);
});

test('the date fields take what people write, and hold on to the old range when they cannot be read', async ({
	page
}) => {
	await open(page);
	await page.getByLabel('From', { exact: true }).fill('Mar 2025');
	await page.keyboard.press('Enter');
	await expectCount(page, 19);
	await expect(page).toHaveURL(/from=2025-03/);
	await page.getByLabel('To', { exact: true }).fill('2025');
	await page.keyboard.press('Tab');
	await expectCount(page, 4);
	await page.getByLabel('To', { exact: true }).fill('the other day');
	await page.keyboard.press('Enter');
	await expectCount(page, 4);
	await expect(page.getByLabel('To', { exact: true })).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByText(/Write a year/)).toBeVisible();
});

test('dragging on the timeline filters by date, and back undoes the whole drag', async ({
	page
}) => {
	await open(page);
	const chart = page.locator(timeline).locator('svg').first();
	const box = await chart.boundingBox();
	if (!box) throw new Error('the timeline has no box');
	await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.5);
	await page.mouse.down();
	for (let step = 1; step <= 20; step++)
		await page.mouse.move(box.x + box.width * (0.55 + 0.02 * step * 0.7), box.y + box.height * 0.5);
	await page.mouse.up();
	await expect(page).toHaveURL(/from=20\d\d/);
	await expect(status(page)).not.toContainText('26 of 26');
	await page.goBack();
	await expectCount(page, 26);
	await expect(page).not.toHaveURL(/from=/);
});

test('the wheel with Ctrl zooms the timeline and leaves the list alone; a reload keeps it, back undoes it', async ({
	page
}) => {
	await open(page);
	const section = page.locator(timeline);
	// The hand is there with its buttons.
	await expect(section.getByRole('button', { name: 'Zoom in' })).toBeVisible();
	await expect(section.getByRole('button', { name: 'Zoom out' })).toBeVisible();
	const heading = section.getByRole('heading');
	const first = page.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
	const headline = await first.textContent();
	const box = await section.locator('svg').first().boundingBox();
	if (!box) throw new Error('the timeline has no box');
	await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
	await page.mouse.wheel(0, 200);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
	await expect(heading).toHaveText('Articles by month');
	await page.mouse.wheel(0, -1000);
	await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
	await page.keyboard.down('Control');
	for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -120);
	await page.keyboard.up('Control');
	await expect(page).toHaveURL(/\?zoom=20\d\d-\d\d-\d\d\.\.20\d\d-\d\d-\d\d$/);
	await expect(heading).toHaveText(/^Articles by (week|day), /);
	const zoomed = await heading.textContent();
	await expectCount(page, 26);
	expect(await first.textContent()).toBe(headline);
	await page.reload();
	await expect(heading).toHaveText(zoomed ?? '');
	await expect(section.getByRole('slider', { name: 'Dates shown' })).toBeVisible();
	await page.goBack();
	await expect(heading).toHaveText('Articles by month');
});

test('the brackets are sliders for the keyboard', async ({ page }) => {
	await open(page, './?from=2022-05&to=2025-12');
	await expectCount(page, 11);
	const [from, to] = [page.getByRole('slider').first(), page.getByRole('slider').last()];
	await expect(from).toHaveAttribute('aria-valuetext', /From May 2022, 11 of 11 articles/);
	await to.focus();
	await page.keyboard.press('Shift+ArrowLeft');
	await expectCount(page, 7);
	await page.keyboard.press('End');
	await expectCount(page, 26);
	await page.keyboard.press('Delete');
	await expect(page).not.toHaveURL(/from|to=/);
});

test('list, status, timeline, bylines and facets agree for any choice', async ({ page }) => {
	for (const query of ['?q=strike', '?q=Trump&kind=excerpt', '?from=2025', '?q=war&known=day']) {
		await open(page, `./${query}`);
		await expect(status(page)).toContainText('of 26 articles');
		const passing = Number((await status(page).textContent())?.match(/(\d+) of 26/)?.[1]);
		const more = page.getByRole('button', { name: /^Show \d+ more/ });
		if (await more.isVisible()) await more.click();
		await expect(results(page).getByRole('listitem')).toHaveCount(passing);
		const sumOf = async (locator: string, pattern: RegExp) => {
			const texts = await page.locator(locator).allTextContents();
			return texts.reduce((sum, text) => sum + Number(text.match(pattern)?.[1] ?? 0), 0);
		};
		// Every article here has one author at most, and one publication.
		const names = await bylines(page)
			.getByRole('button', { name: /articles? match/ })
			.evaluateAll((buttons) =>
				buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? '')
			);
		const byName = names.reduce(
			(sum, name) => sum + Number(name.match(/, (\d+) of \d+ article/)?.[1] ?? 0),
			0
		);
		expect(byName, `bylines for ${query}`).toBe(passing);
		expect(
			await sumOf('fieldset:has-text("Publication") label', /(\d+) articles?\s*$/),
			query
		).toBe(passing);
		await expect(page.locator('figcaption').first()).toContainText(
			new RegExp(`\\b${passing} of 26\\b`)
		);
	}
});

test('the table of the timeline adds up to all articles', async ({ page }) => {
	await open(page, './?q=strike');
	await expectCount(page, 14);
	await page.locator(timeline).getByRole('button', { name: 'Table' }).click();
	const rows = page.locator(timeline).locator('table tbody tr');
	await expect(rows.first()).toBeVisible();
	const cells = await rows.evaluateAll((trs) =>
		trs.map((tr) => [...tr.querySelectorAll('td')].map((td) => Number(td.textContent) || 0))
	);
	const all = cells.pop() ?? [];
	const sum = (column: number) => cells.reduce((total, row) => total + (row[column] ?? 0), 0);
	expect(all).toEqual([sum(0), sum(1), sum(2)]);
	expect(sum(0) + sum(1)).toBe(26);
	expect(sum(2)).toBe(14);
});

test('pressing a brick opens its article beside the list', async ({ page }) => {
	await open(page);
	// The bricks of a column stand left of their caption, the lowest on the axis.
	const caption = page.locator(timeline).getByText('14–16 May 2022: 7 articles', { exact: true });
	const box = await caption.last().boundingBox();
	if (!box) throw new Error('the caption has no box');
	await page.mouse.click(box.x - 14, box.y + 40);
	await expect(page).toHaveURL(/open=/);
	await expect(page.getByRole('region', { name: 'Article', exact: true })).toBeVisible();
});

test('a choice keeps the words that were typed', async ({ page }) => {
	await open(page);
	await search(page).fill('strike');
	await expectCount(page, 14);
	await bylines(page)
		.getByRole('button', { name: /^Alejandro López/ })
		.click();
	await expectCount(page, 1);
	await expect(search(page)).toHaveValue('strike');
	await expect(page).toHaveURL(/q=strike.*author=/);
});

test('a drag that was quicker than the script of the brush is not lost', async ({ page }) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	const hold = async (route: Route) => {
		await held;
		await route.continue();
	};
	// Without an index nothing is fetched ahead; then the brush is the only script still to come.
	await page.route('**/data/index/**', hold);
	await open(page);
	await page.route('**/_app/immutable/chunks/*.js', hold);
	const box = await page.locator(timeline).locator('svg').first().boundingBox();
	if (!box) throw new Error('the timeline has no box');
	const middle = box.y + box.height * 0.5;
	await page.mouse.move(box.x + box.width * 0.55, middle);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.7, middle, { steps: 5 });
	await page.mouse.up();
	await expect(page.locator('.brush .overlay')).toHaveCount(0);
	release();
	await expect(page).toHaveURL(/from=2024/);
});
