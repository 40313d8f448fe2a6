import { expectCount, open, results, search } from './explorer.ts';
import { expect, test } from './fixture.ts';

const chile = 'article/2022-05-14-chiles-pseudo-left-government-sends-police/';

test.describe('with scripts off', () => {
	test.use({ javaScriptEnabled: false });

	test('the front page shows articles and leads to all of them', async ({ page }) => {
		await page.goto('./');
		await expect(results(page).getByRole('listitem')).toHaveCount(25);
		await page.getByRole('link', { name: 'All articles' }).click();
		await expect(page.locator('main ol li')).toHaveCount(26);
		await page.getByRole('link', { name: /Chile’s pseudo-left/ }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Chile’s pseudo-left');
	});

	test('an article says headline, byline, date, publication and where it came from', async ({
		page
	}) => {
		await page.goto(chile);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('arrest refinery workers');
		const main = page.locator('main');
		await expect(main).toContainText('Mauricio Saavedra');
		await expect(main).toContainText('14 May 2022');
		await expect(main).toContainText('World Socialist Web Site');
		await expect(main).toContainText('000_e86077956ff568ae.txt');
		await expect(main).toContainText(/lines 264–323/);
		await expect(main).toContainText('The file keeps the caption, not the image.');
		await expect(main).toContainText('the union continues to make appeals to the government');
	});

	test('headings, captions and notes stand in their places, notes linked both ways', async ({
		page
	}) => {
		await page.goto('article/2025-05-trumpland-usa-lurching-toward-authoritarian-rule/');
		await expect(
			page.getByRole('heading', { name: 'Democrats Paved the Way for Trump – Twice!' })
		).toBeVisible();
		await expect(page.locator('main')).toContainText('May 2025');
		const call = page.locator('main sup a, main a[href^="#"]', { hasText: /^1$/ }).first();
		await call.click();
		const target = page.locator(':target');
		await expect(target).toContainText('Those figures include people picked up near the border');
		await target.getByRole('link').first().click();
		await expect(page.locator(':target')).toBeVisible();
		await expect(page.locator('main')).toContainText('in four years.');
	});

	test('similar articles are named after the text, with the words that both have', async ({
		page
	}) => {
		await page.goto('article/2022-05-16-madrid-doctors-and-nurses-on-indefinite/');
		const similar = page.getByRole('region', { name: 'Similar articles' });
		const first = similar.getByRole('listitem').first();
		await expect(first).toContainText(/6 February 2026|6 Feb 2026/);
		await expect(first).toContainText('Shares: doctors, nurses, health');
		await first.getByRole('link', { name: /^Resident doctors in England/ }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Resident doctors');
	});

	test('lists, elisions and a curated date are what they are', async ({ page }) => {
		await page.goto('article/2026-02-06-australia-labor-government-pressing-ahead-with/');
		await expect(page.locator('main li', { hasText: 'Hands off the towers!' })).toBeVisible();
		await expect(page.locator('main')).toContainText(/left (out|text out)/i);
		await expect(page.locator('main')).toContainText(/uncertain/);
		await expect(page.locator('main')).toContainText(/curator/);
		await expect(page.locator('main')).not.toContainText('*****');
	});

	test('a headline that the file has lost is said to be supplied', async ({ page }) => {
		await page.goto('article/2026-02-06-new-york-city-police-arrested-at/');
		await expect(page.locator('main')).toContainText('No headline, opening words');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('“New York City police');
	});
});

test('opened from a search, an article marks the matches and steps through them', async ({
	page
}) => {
	await open(page, `./${chile}?q=strike`);
	const marks = page.locator('main mark');
	await expect(marks).toHaveCount(7);
	await expect(page.getByText('7 matches').first()).toBeVisible();
	await page.keyboard.press('n');
	await expect(page.getByText(/1 of 7/).first()).toBeVisible();
	await page.keyboard.press('n');
	await expect(page.getByText(/2 of 7/).first()).toBeVisible();
	await page.keyboard.press('p');
	await page.keyboard.press('p');
	await expect(page.getByText(/7 of 7/).first()).toBeVisible();
	await expect(marks.last()).toBeInViewport();
});

test('an article has as many matches as its line in the list says, its headline supplied or not', async ({
	page
}) => {
	await open(page, './?q=haphazard');
	const line = results(page).getByRole('listitem').first();
	await expect(line).toContainText('No headline');
	await expect(line).toContainText('1 match');
	await line.getByRole('link').first().click();
	await expect(
		page.getByRole('region', { name: 'Article', exact: true }).locator('mark')
	).toHaveCount(1);
});

test('a press on the bar of a result opens its article at the nearest match, where there is room or on its page', async ({
	page
}) => {
	await open(page, './?q=strike');
	const bar = results(page).getByRole('listitem').nth(1).locator('.matches svg');
	const matches = await results(page).getByRole('listitem').nth(1).locator('.matches').innerText();
	const last = Number.parseInt(matches);
	const pane = page.getByRole('region', { name: 'Article', exact: true });
	// What hears it comes when the page is at rest.
	await expect(async () => {
		await bar.click({ position: { x: 149, y: 20 } });
		await expect(pane).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(pane.getByText(`Match ${last} of ${last}`)).toBeVisible();
	await expect(pane.locator('mark').last()).toBeInViewport();
	await bar.click({ position: { x: 1, y: 10 } });
	await expect(pane.getByText(`Match 1 of ${last}`)).toBeVisible();
	await page.setViewportSize({ width: 820, height: 700 });
	await expect(page).toHaveURL(/article\/.*#match-1$/);
	await page.goBack();
	await expectCount(page, 14);
	await bar.click({ position: { x: 149, y: 10 } });
	await expect(page).toHaveURL(new RegExp(`article/.*#match-${last}$`));
	await expect(page.locator('main mark[aria-current]')).toBeInViewport();
	await expect(page.locator('main mark').last()).toHaveAttribute('aria-current', 'true');
});

test('next and previous go through the results, and back to them', async ({ page }) => {
	await open(page, './?q=strike');
	await expectCount(page, 14);
	const second = results(page).getByRole('listitem').nth(1).getByRole('link');
	const third = await results(page).getByRole('listitem').nth(2).getByRole('link').textContent();
	await page.goto(new URL((await second.getAttribute('href')) ?? '', page.url()).href);
	await expect(page.getByText('Result 2 of 14')).toBeVisible();
	await page.getByRole('link', { name: /^Next/ }).first().click();
	await expect(page.getByText('Result 3 of 14')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toContainText((third ?? '').trim());
	await page.getByRole('link', { name: /Back to 14 results/ }).click();
	await expectCount(page, 14);
	await expect(search(page)).toHaveValue('strike');
});

test('going back from an article restores the list where it was', async ({ page }) => {
	await page.setViewportSize({ width: 820, height: 900 });
	await open(page);
	await page.getByRole('button', { name: 'Show 1 more' }).click();
	const last = results(page).getByRole('listitem').last();
	await last.scrollIntoViewIfNeeded();
	const before = await page.evaluate(() => scrollY);
	await last.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page).toHaveURL(/article/);
	await page.goBack();
	await expect(results(page).getByRole('listitem')).toHaveCount(26);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 60);
});

test('the lines as filed can be seen, numbered', async ({ page }) => {
	await open(page, `./${chile}`);
	await page.getByText('See the lines as filed').click();
	await expect(page.getByText('Carabineros attack striking ENAP').last()).toBeVisible();
	await expect(page.locator('main details').first()).toContainText('264');
});

test.describe('an unknown address', () => {
	test.use({ allowed: /404|Not found/ });
	test('is answered by a page that leads to the archive', async ({ page }) => {
		const response = await page.goto('no/such/page/');
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('nothing at this address');
	});
});
