import { open } from './explorer.ts';
import { expect, test } from './fixture.ts';

test.describe('the reading report', () => {
	test('is found from the foot of every page and from About', async ({ page }) => {
		await open(page);
		await page.getByRole('contentinfo').getByRole('link', { name: 'Reading report' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reading report');
		await page.goto('about/');
		await page.getByRole('main').getByRole('link', { name: 'reading report' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reading report');
	});

	test.describe('with scripts off', () => {
		test.use({ javaScriptEnabled: false });
		test('says what each file was taken for and that no line was lost', async ({ page }) => {
			await page.goto('report/');
			const main = page.getByRole('main');
			await expect(main).toContainText(/26 articles were read from\s+3 files/);
			await expect(main).toContainText(/Each of their [\d,]+ printed lines has its place/);
			const rows = main.getByRole('table').getByRole('row');
			await expect(rows).toHaveCount(4);
			await expect(rows.nth(2)).toContainText(/001_fbb78fa2d04dba80\.txt\s*digest/);
			await expect(main.getByRole('region', { name: /^Problems/ })).toContainText('None was found');
		});

		test('lists what a curator gave, with rule and line, and leads to the articles', async ({
			page
		}) => {
			await page.goto('report/');
			const curated = page.getByRole('region', { name: /^Given by a curator/ });
			const date = curated.getByRole('listitem').filter({ hasText: '2026-02-06?' }).first();
			await expect(date).toContainText('15 articles');
			await expect(date).toContainText(/sidecar\/date, line 2 of 001_fbb78fa2d04dba80\.txt\.yaml/);
			await date.locator('summary').click();
			await date.getByRole('link', { name: /Australia: Labor/ }).click();
			await expect(page.getByRole('heading', { level: 1 })).toContainText('Australia: Labor');
		});
	});

	test('is the same as data', async ({ request }) => {
		const report = await (await request.get('data/report.json')).json();
		expect(report.files).toHaveLength(3);
		expect(report.files[0]).toMatchObject({ dialect: 'daily', articles: 7, problems: [] });
	});

	for (const [width, scheme] of [
		[1440, 'light'],
		[390, 'dark'],
		[320, 'light']
	] as const) {
		test(`fits a page ${width} wide, ${scheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: scheme });
			await page.setViewportSize({ width, height: 900 });
			await page.goto('report/');
			const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(await sideways()).toBeLessThanOrEqual(0);
			for (const summary of await page.locator('main summary').all()) await summary.click();
			expect(await sideways()).toBeLessThanOrEqual(0);
		});
	}
});

test('an article says of each field who says so, by which rule, in which line', async ({
	page
}) => {
	await page.goto('article/2022-05-14-chiles-pseudo-left-government-sends-police/');
	await page.getByText('Why each field is what it is').click();
	const reasons = page.getByRole('region', { name: 'About this article' });
	await expect(reasons).toContainText('daily/after-headline');
	await expect(reasons).toContainText('sidecar/publication');
	await expect(reasons).toContainText(
		/Given by a curator, line 2 of 000_e86077956ff568ae\.txt\.yaml/
	);
});

test('an address that names a line opens the lines as filed and shows it', async ({ page }) => {
	await page.goto('article/2022-05-14-chiles-pseudo-left-government-sends-police/#line-266');
	const line = page.locator('#line-266');
	await expect(line).toBeVisible();
	await expect(line).toContainText('266');
	await expect(line).toContainText('Mauricio Saavedra');
});

test('the lines of a digest open as filed, numbered', async ({ page }) => {
	await page.goto('article/2026-02-06-australia-labor-government-pressing-ahead-with/');
	await page.getByText('See the lines as filed').click();
	await expect(page.locator('#line-115')).toBeVisible();
});

test('lines that were opened before the page’s script had come are read when it comes', async ({
	page
}) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('article/2025-05-fascism-bonapartism-and-donald-trump/', {
		waitUntil: 'commit'
	});
	await page.getByText('See the lines as filed').click();
	await expect(page.getByText('Reading the file.')).toBeVisible();
	release();
	await expect(page.locator('#line-91')).toBeVisible();
});

test('schemas of the curator’s files are published', async ({ request }) => {
	for (const name of ['sidecar', 'archive', 'aliases']) {
		const schema = await (await request.get(`schema/${name}.json`)).json();
		expect(schema.type).toBe('object');
	}
});
