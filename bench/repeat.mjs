// A site of very many articles without building one: the articles of another over and over, with the same texts.
import { createHash } from 'node:crypto';
import { cpSync, linkSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../scripts/terminal.mjs';

/**
 * @typedef {{ folder: string, perFile: number, hashes: string, bytes: number, ending?: string }} RowsFiles
 */

/** Rows are repeated in runs that fill every kind of file: the least common multiple of 12, 500 and 2,400. */
const run = 12_000;

/**
 * What a page lists and exports of a site, its first 12,000 articles again and again, at least `wanted`. Nothing is packed
 * anew: the files are those that there are, under other numbers. Texts are there in large pieces alone, as an export reads
 * them; the search index knows only the first run. Dates go on from run to run.
 * @param {import('./site.mjs').BuiltSite} site
 * @param {number} wanted
 * @param {string} folder a new one
 * @returns {import('./site.mjs').BuiltSite}
 */
export function repeatSite(site, wanted, folder) {
	const read = (/** @type {string} */ path) =>
		JSON.parse(readFileSync(join(site.folder, 'data', path), 'utf8'));
	const manifest = read('manifest.json');
	if (site.articles < run) throw new Refusal(`Repeated are ${run} articles, and there are fewer.`);
	const times = Math.ceil(wanted / run);
	const again = (/** @type {unknown[]} */ column) =>
		Array.from({ length: times }, () => column.slice(0, run)).flat();
	cpSync(site.folder, folder, {
		recursive: true,
		filter: (path) =>
			!/[\\/](article|author|feeds|seeds|entries|texts|bulk)([\\/]|$)|\.(sqlite|csv)$|archive\.html$/.test(
				path
			)
	});
	const data = join(folder, 'data');

	const catalog = read(manifest.catalog);
	const undated = catalog.names.known.indexOf('undated');
	const dated = catalog.names.known.indexOf('year');
	for (const [name, column] of Object.entries(catalog))
		if (Array.isArray(column)) catalog[name] = again(column);
	// Undated articles stand last; in the midst of the others they are of the day before them.
	for (let row = 0; row < run * times; row += 1) {
		if (row % run === 0 && row > 0) catalog.gaps[row] = 0;
		catalog.gaps[row] ??= 0;
		catalog.spans[row] ??= 0;
		if (catalog.known[row] === undated) catalog.known[row] = dated;
	}
	delete catalog.alike;
	// A page reads no file that is not what its name says.
	const written = JSON.stringify(catalog);
	const hash = createHash('sha256').update(written).digest('hex').slice(0, 12);
	manifest.catalog = `catalog-${hash}.json`;
	writeFileSync(join(data, manifest.catalog), written);

	/**
	 * The files of one kind, linked under the numbers of every run. @param {RowsFiles} files
	 * @returns {RowsFiles}
	 */
	const repeat = (files) => {
		const { folder: name, perFile, ending = 'json' } = files;
		const perRun = run / perFile;
		const names = readdirSync(join(site.folder, 'data', name));
		const hashOf = (/** @type {number} */ at) =>
			names.find((each) => each.startsWith(`${at}-`))?.split(/[-.]/)[1] ?? '';
		const hashes = Array.from({ length: perRun }, (_, at) => hashOf(at));
		const all = Array.from({ length: times }, () => hashes).flat();
		// So many have one hash for all.
		const inCommon = all.length > 1000 ? '0'.repeat(6) : null;
		mkdirSync(join(data, name), { recursive: true });
		for (const [at, hash] of all.entries())
			linkSync(
				join(site.folder, 'data', name, `${at % perRun}-${hash}.${ending}`),
				join(data, name, `${at}-${inCommon ?? hash}.${ending}`)
			);
		return { ...files, hashes: inCommon ?? all.join(''), bytes: files.bytes * times };
	};
	manifest.counts.articles = run * times;
	manifest.entries = repeat(manifest.entries);
	manifest.bulk = { entries: repeat(manifest.bulk.entries), texts: repeat(manifest.bulk.texts) };
	writeFileSync(join(data, 'manifest.json'), JSON.stringify(manifest));
	return { folder, articles: run * times };
}
