import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bylines, expectCount, results, search } from './explorer.ts';
import { expect, test } from './fixture.ts';

const archive = pathToFileURL(resolve('build/archive.html')).href;

test.describe('the one file, opened from disk', () => {
	test('searches, filters and keeps what is asked in its address', async ({ page, context }) => {
		await context.setOffline(true);
		await page.goto(archive);
		await expectCount(page, 26);
		await search(page).fill('strike');
		await expectCount(page, 14);
		await expect(results(page).locator('mark').first()).toBeVisible();
		await bylines(page)
			.getByRole('button', { name: /^Alejandro López/ })
			.click();
		await expectCount(page, 1);
		expect(new URL(page.url()).searchParams.get('q')).toBe('strike');
		await page.reload();
		await expectCount(page, 1);
		await page.goBack();
		await expectCount(page, 14);
		// It says which version it is; nobody else could.
		await page
			.getByRole('contentinfo')
			.getByRole('link', { name: /^version [0-9a-f]{7}/ })
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Versions and changes');
	});

	test('finds the same articles in the same order as the site and the terminal', async ({
		page
	}) => {
		// Two pages and a terminal, one after the other.
		test.slow();
		const queries = [
			'strike',
			'workers police -Trump',
			'"general strik*"',
			'"strike nurses"~9 OR headline:doctor?',
			'author:Saavedra',
			'worker~ govern*',
			'of',
			'has:nothing'
		];
		const asked = test.info().outputPath('queries.jsonl');
		writeFileSync(asked, queries.map((query) => JSON.stringify({ id: query, query })).join('\n'));
		const command = ['--import', 'tsx', 'src/cli/find.ts', '--queries', asked, '--limit', '25'];
		const told = execFileSync(process.execPath, command, { encoding: 'utf8' });
		const found = told
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { id: string; results: { id: string }[] });
		expect(found.map(({ id }) => id)).toEqual(queries);
		const shown = () =>
			results(page)
				.locator('h3 a')
				.evaluateAll((links) =>
					links.map((link) => /article\/([^/]+)/.exec((link as HTMLAnchorElement).href)?.[1])
				);
		for (const place of ['./', archive]) {
			await page.goto(place);
			for (const { id, results: told } of found) {
				await search(page).fill(id);
				await expect
					.poll(shown, { message: id, timeout: 15_000 })
					.toEqual(told.map((each) => each.id));
			}
		}
	});

	test('has every view of the site, a search that does not hold up the page, and a word on versions', async ({
		page,
		context
	}) => {
		await context.setOffline(true);
		await page.goto(`${archive}?q=strike&v=0123456`);
		await expectCount(page, 14);
		const made = page.getByText(/This link was made with version 0123456/);
		await expect(made).toBeVisible();
		expect(page.workers()).toHaveLength(1);
		await expect(page.getByText(/The search runs on the page itself/)).toBeHidden();

		const save = async (name: string) => {
			const coming = page.waitForEvent('download');
			await page.getByRole('button', { name }).first().click();
			return readFileSync(await (await coming).path());
		};
		const view = (name: string) =>
			page.getByRole('navigation', { name: 'View' }).getByRole('link', { name }).click();
		await view('Concordance');
		await expect(page.getByText('57 lines from 14 articles')).toBeVisible();
		await expect(made).toBeHidden();
		expect((await save('Export CSV')).toString().trimEnd().split('\r\n')).toHaveLength(58);
		await view('Trends');
		await expect(page.getByRole('figure', { name: /strike/ })).toBeVisible();
		expect((await save('Export PNG')).subarray(1, 4).toString()).toBe('PNG');
		await view('Composition');
		await expect(page.getByRole('figure', { name: /log-odds ratio/ })).toBeVisible();
		expect((await save('Export SVG')).toString()).toMatch(/^<(\?xml|svg)/);

		await page.goto(`${archive}#/article/2022-05-16-ice-has-created-a-surveillance-dragnet/`);
		await page.getByRole('link', { name: 'Kevin Reed', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kevin Reed');
		await page.getByRole('link', { name: /^ICE has created/ }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('surveillance dragnet');
	});

	test('opens an article with its matches, and leads back', async ({ page }) => {
		await page.setViewportSize({ width: 820, height: 900 });
		await page.goto(`${archive}?q=refinery`);
		await expect(results(page).locator('mark').first()).toBeVisible();
		await results(page).getByRole('link').first().click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Chile’s pseudo-left');
		await expect(page.locator('main mark').first()).toBeVisible();
		await page.getByRole('link', { name: /Back to \d+ result/ }).click();
		await expect(results(page).getByRole('listitem').first()).toBeVisible();
		await expect(search(page)).toHaveValue('refinery');
	});

	test('names similar articles under each, and leads to them', async ({ page }) => {
		await page.goto(`${archive}#/article/2022-05-16-madrid-doctors-and-nurses-on-indefinite/`);
		const similar = page.getByRole('region', { name: 'Similar articles' });
		await similar.getByRole('link', { name: /^Resident doctors in England/ }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Resident doctors');
	});

	test('passes over what is no address of its own behind a hash', async ({ page }) => {
		for (const junk of ['#junk', '?q=strike#note-1', '#/article/%ff/']) {
			await page.goto('about:blank');
			await page.goto(`${archive}${junk}`);
			await expectCount(page, junk.includes('strike') ? 14 : 26);
		}
	});

	test('says in a sentence that scripts are off', async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(archive);
		await expect(page.getByText(/scripts are off/)).toBeVisible();
		await context.close();
	});

	test('has its timeline, its date fields and its fonts inside', async ({ page }) => {
		await page.goto(archive);
		await page.getByLabel('From', { exact: true }).fill('2025');
		await page.keyboard.press('Enter');
		await expectCount(page, 19);
		expect(await page.evaluate(() => document.fonts.check('16px Faustina'))).toBe(true);
	});
});

test.describe('a page of the site, opened from disk', () => {
	// Browsers refuse scripts and fonts of a neighbour file; that is what the page has to speak of.
	test.use({
		allowed: /blocked by CORS|net::ERR_FAILED|Failed to fetch dynamically imported module/
	});
	test('points to the one file', async ({ page }) => {
		await page.goto(pathToFileURL(resolve('build/index.html')).href);
		const note = page.locator('#from-disk');
		await expect(note).toBeVisible();
		await expect(note).toContainText(/Open the file\s+archive\.html\s+instead/);
		await expect(note.getByRole('link')).toHaveAttribute('href', './archive.html');
	});
});
