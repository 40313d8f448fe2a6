/** The built folders themselves, without a browser: that no link leads nowhere, and that every file is documented. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from '@playwright/test';

const pathsIn = (site: string) =>
	readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(site.length + 1)
				.replaceAll(sep, '/')
		);
/** Of the repository's seeds, and of those of a curator: see playwright.config.ts. */
const sites = ['build', join('test-results', 'curated')].filter((site) => existsSync(site));

const host = 'http://archive.invalid';
const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

for (const site of sites)
	test(`no link of a page in ${site} leads nowhere`, () => {
		const ids = new Map<string, Set<string>>();
		const pageOf = (path: string) => readFileSync(join(site, path), 'utf8');
		const idsOf = (path: string) => {
			const known = ids.get(path);
			if (known) return known;
			const found = new Set(
				[...pageOf(path).matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id ?? '')
			);
			ids.set(path, found);
			return found;
		};
		let links = 0;
		const dead: string[] = [];
		for (const path of pathsIn(site).filter((each) => /(?<!archive)\.html$/.test(each))) {
			const text = pageOf(path).replace(/<script(?! data-)[^>]*>.*?<\/script>/gs, '');
			const at = `${host}/${path.replace(/index\.html$/, '')}`;
			for (const [, href = ''] of text.matchAll(/<[^>]+\b(?:href|src)="([^"]*)"/g)) {
				const { origin, pathname, hash } = new URL(unescape(href), at);
				if (origin !== host) continue;
				links += 1;
				const target = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
				// The lines of a seed are fetched when somebody looks at them; an address may name one all the same.
				const id = decodeURIComponent(hash.slice(1));
				const isThere =
					existsSync(join(site, target)) &&
					(id === '' || id.startsWith('line-') || idsOf(target).has(id));
				if (!isThere) dead.push(`${path}: ${href}`);
			}
		}
		expect(links).toBeGreaterThan(100);
		expect(dead).toEqual([]);
	});

test('the service worker keeps all that the pages are made of', () => {
	const kept = readFileSync('build/service-worker.js', 'utf8');
	const parts = pathsIn('build').filter((path) => path.startsWith('_app/immutable/'));
	expect(parts.length).toBeGreaterThan(20);
	expect(parts.filter((path) => !kept.includes(`/${path}`))).toEqual([]);
	// Nothing of what it does not keep, however many pages there are.
	expect(kept).not.toMatch(/\+``/);
	expect(kept.match(/\+`\/[^`]*`/g)?.length).toBeLessThan(parts.length + 10);
});

/** What is published, and a heading or a word of docs/formats.md under which each file stands. */
const documented: readonly [file: RegExp, where: string][] = [
	[/^data\/manifest\.json$/, '## data/manifest.json'],
	[/^data\/catalog-\w{12}\.json$/, '## Catalog'],
	[/^data\/entries\/\d+-\w{6}\.json$/, '## Entries'],
	[/^data\/texts\/\d+-\w{6}\.json$/, '## Texts'],
	[/^data\/bulk\/(entries|texts)\/\d+-\w{6}\.jsonl\.gz$/, '## Bulk'],
	[/^data\/events-\w{12}\.json$/, '## Events'],
	[/^data\/seed-names-\w{12}\.json$/, 'path of the list of the seeds'],
	[/^data\/seeds\/\d+\.txt$/, '`seeds/<i>.txt`'],
	[/^data\/index\//, '`index`'],
	[/^data\/report\.json$/, '## data/report.json'],
	[/^data\/(addresses|ids)\.json$/, '## data/addresses.json and data/ids.json'],
	[/^data\/(contents|changes)\.json$/, '## Versions'],
	[/^article\/[^/]+\/index\.json$/, '`article/<id>/index.json`'],
	[/^article\/[^/]+\/index\.(txt|bib|ris)$/, '## Beside the page of an article'],
	[/^author\/[^/]+\/index\.json$/, '## author/<slug>/index.json'],
	[/^feeds\/(newest|author-|publication-)[^/]*\.xml$/, '`feeds/newest.xml`'],
	[/^(robots\.txt|sitemap\.xml|sitemaps\/\d+\.xml|opensearch\.xml)$/, '## To be found'],
	[/^schema\/(sidecar|archive|aliases|events)\.json$/, '## schema/'],
	[/^(datapackage\.json|articles\.csv|archive\.sqlite|card\.png)$/, '## The archive as a whole'],
	[/^archive\.html$/, '## archive.html'],
	[
		/^(service-worker\.js|manifest\.webmanifest|[\w-]*icon[\w-]*\.(png|svg))$/,
		'## Kept on a device'
	]
];

test('every published file is documented', () => {
	const docs = readFileSync('docs/formats.md', 'utf8');
	for (const [file, where] of documented) expect(docs, String(file)).toContain(where);
	// Pages, what they are made of, and what only a host reads.
	const data = sites
		.flatMap(pathsIn)
		.filter((path) => !/^_app\/|\.nojekyll$|^([\w-]+\/)*(index|404)\.html$/.test(path));
	expect(data.length).toBeGreaterThan(100);
	expect(data.filter((path) => !documented.some(([file]) => file.test(path)))).toEqual([]);
});
