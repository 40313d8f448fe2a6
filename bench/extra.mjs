// What citing, exporting, being found, printing and keeping offline add to the script of a first visit: of every file that
// is sent, what it would weigh less without their modules, as the source maps of the same build tell them apart.
import { SourceMap } from 'node:module';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serveCounting } from './site.mjs';
import { atMost } from './table.mjs';

/**
 * Every module of the page that there would not be without them, and what it is there for. What other parts of the page
 * need as well (the filters as an address, `explorer/prerendered.ts`) is not counted, and of the front page not its few
 * tags: modules are told apart, and not lines.
 * @type {{ what: string, modules: RegExp }[]}
 */
const parts = [
	// Citations in every form; copying; the panel and its button.
	{ what: 'citing', modules: /src\/lib\/(cite\/|view\/copy\.ts|view\/reader\/Cite)/ },
	// Result sets and charts as files; the panel and its button; large pieces.
	{
		what: 'exporting',
		modules:
			/src\/lib\/(view\/exporting\/|view\/(export|picture|asked)\.ts|view\/Files\.svelte|view\/\w+\/export\.ts|bundle\/sweep\.ts)|node_modules\/client-zip/
	},
	// What stands on paper alone.
	{ what: 'printing', modules: /src\/lib\/view\/(printing\/|Printed\.svelte)/ },
	// The copy on the device; versions told apart, and said.
	{
		what: 'offline and versions',
		modules: /src\/(lib\/keep\/|lib\/filter\/version\.ts|routes\/Notices\.svelte)/
	},
	// A press that came too early for any button of these.
	{ what: 'early presses', modules: /src\/routes\/early\.ts/ }
];

/**
 * A script parted by the modules that its letters came from.
 * @param {string} code
 * @param {string} map
 * @returns {{ text: string, module: string }[]}
 */
function partsOf(code, map) {
	const sources = new SourceMap(JSON.parse(map));
	/** @type {{ text: string, module: string }[]} */
	const found = [];
	for (const [line, text] of `${code}\n`.split('\n').entries()) {
		let module = '';
		let from = 0;
		for (let at = 0; at <= text.length; at += 1) {
			const entry = at < text.length ? sources.findEntry(line, at) : null;
			const here = entry && 'originalSource' in entry ? (entry.originalSource ?? '') : '';
			if (at < text.length && here === module) continue;
			found.push({ text: text.slice(from, at), module });
			[module, from] = [here, at];
		}
		found.push({ text: '\n', module: '' });
	}
	return found;
}

const weigh = (/** @type {string} */ text) => gzipSync(text, { level: 9 }).length;

/**
 * Bytes of a script, compressed, that it would not have without some modules.
 * @param {{ text: string, module: string }[]} all
 * @param {RegExp} modules
 */
function weightOf(all, modules) {
	const rest = all.filter(({ module }) => !modules.test(module));
	if (rest.length === all.length) return 0;
	const textOf = (/** @type {typeof all} */ some) => some.map(({ text }) => text).join('');
	return weigh(textOf(all)) - weigh(textOf(rest));
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./site.mjs').BuiltSite} site built with source maps
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureExtra(browser, { folder }) {
	const server = await serveCounting(folder);
	const page = await browser.newPage();
	await page.goto(server.address);
	await page.getByRole('button', { name: 'Export' }).waitFor();
	const first = await page.evaluate(() =>
		[...document.querySelectorAll('link[rel=modulepreload], script[src]')].map(
			(element) => new URL(element.getAttribute('href') ?? '', document.baseURI).pathname
		)
	);
	// The last to come when the page is at rest; what it asks for has come when nothing more does.
	await page.locator('.notices').waitFor({ state: 'attached' });
	for (let before = -1; before < server.sent.length; await page.waitForTimeout(1000))
		before = server.sent.length;
	const sent = [...new Set(server.sent.map(({ path }) => path))].filter((path) =>
		path.endsWith('.js')
	);
	await page.close();
	server.close();
	const scripts = sent.map((path) => {
		const file = join(folder, path);
		const code = readFileSync(file, 'utf8');
		// A file that only hands on another's exports has none.
		const isBare = code.length < 200;
		if (!isBare && !existsSync(`${file}.map`)) throw new Error(`${path} has no source map.`);
		const all = isBare ? [] : partsOf(code, readFileSync(`${file}.map`, 'utf8'));
		return { all, isFirst: first.includes(path) };
	});
	const sum = (/** @type {RegExp} */ modules, /** @type {boolean} */ onlyFirst) =>
		scripts
			.filter(({ isFirst }) => isFirst || !onlyFirst)
			.reduce((total, { all }) => total + weightOf(all, modules), 0) / 1000;
	// This machine is asked to keep nothing; on any other the worker is fetched, and fetches what is left.
	const worker = weigh(readFileSync(join(folder, 'service-worker.js'), 'utf8')) / 1000;
	const left = readdirSync(join(folder, '_app'), { recursive: true, encoding: 'utf8' })
		.map((path) => `/_app/${path.replaceAll(sep, '/')}`)
		.filter((path) => path.endsWith('.js') && !sent.includes(path))
		.reduce((total, path) => total + weigh(readFileSync(join(folder, path), 'utf8')), 0);
	const any = new RegExp(parts.map(({ modules }) => `(?:${modules.source})`).join('|'));
	return [
		atMost(
			'First visit, script to cite, export, print, keep, gzip',
			sum(any, false) + worker,
			'kB',
			15
		),
		atMost('  of it before anything is asked', sum(any, true), 'kB'),
		...parts.map(({ what, modules }) => atMost(`  of it for ${what}`, sum(modules, false), 'kB')),
		atMost('  of it the service worker', worker, 'kB'),
		atMost('  Then fetched for the copy on the device', left / 1000, 'kB')
	];
}
