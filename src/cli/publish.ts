/**
 * Writes what is published of the archive as a whole beside the pages: `articles.csv`, `archive.sqlite`,
 * `card.png`, the icons, and `datapackage.json`, which describes all files of data. Runs when everything else stands.
 * Usage: tsx src/cli/publish.ts [site folder]
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { csvRecord } from '../lib/archive/csv.ts';
import { describePackage, type Field, type FileFacts } from '../lib/bundle/datapackage.ts';
import { installIcons, touchIcon } from '../lib/bundle/icons.ts';
import { openBundle } from '../lib/bundle/open.ts';
import { columns, recordOf } from '../lib/cite/table.ts';
import { drawCard, rasterise } from './card.ts';
import { ArchiveDatabase } from './database.ts';
import { drawIcon } from './icon.ts';

const favicon = new URL('../../static/favicon.svg', import.meta.url);

/** Columns without which no article is. */
const required = [
	'id',
	'date_known',
	'language',
	'kind',
	'words',
	'file',
	'first_line',
	'last_line'
];

/** The columns of `articles.csv`, as the descriptor says them. */
export const fields: Field[] = columns.map(({ name, type, description }) => ({
	name,
	type,
	description,
	...(required.includes(name) && {
		constraints: { required: true, ...(name === 'id' && { unique: true }) }
	})
}));

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/** Bytes of texts as published beyond which there is no database: it is larger than they are, and hosts take no such file. */
export const mostInDatabase = 500_000_000;

/**
 * Writes the files into a site's folder, which holds its bundle in `data/`. Returns sentences on what is left out.
 */
export async function publish(folder: string, most = mostInDatabase): Promise<string[]> {
	const archive = await openBundle((path) => readFile(join(folder, 'data', path)));
	const { manifest } = archive;
	const fits = manifest.texts.bytes <= most;
	const database = fits ? new ArchiveDatabase(join(folder, 'archive.sqlite'), manifest) : null;
	// Without a byte order mark: what reads the descriptor is told of the encoding.
	const table = createWriteStream(join(folder, 'articles.csv'));
	table.write(csvRecord(columns.map(({ name }) => name)));
	for (let row = 0; row < manifest.counts.articles;) {
		const { articles } = await archive.articlesAround(row);
		if (database) for (const article of articles) database.add(article);
		if (!table.write(articles.map((article) => csvRecord(recordOf(article))).join('')))
			await once(table, 'drain');
		row += articles.length;
	}
	database?.close();
	table.end();
	await finished(table);
	await writeFile(join(folder, 'card.png'), await rasterise(await drawCard(archive)));
	const sign = await readFile(favicon, 'utf8');
	for (const icon of [...installIcons, touchIcon])
		await writeFile(join(folder, icon.path), await rasterise(drawIcon(icon, sign)));
	const facts = new Map<string, { bytes: number; hash: string } | null>();
	const factsOf: FileFacts = (path) => facts.get(path) ?? null;
	// Once to learn which files are meant, and once with what they are.
	const meant = describePackage(manifest, fields, () => ({ bytes: 0, hash: '' })).resources;
	for (const { path } of meant) {
		if (typeof path !== 'string' || !existsSync(join(folder, path))) continue;
		const { size } = await stat(join(folder, path));
		facts.set(path, { bytes: size, hash: await hashOf(join(folder, path)) });
	}
	const described = describePackage(manifest, fields, factsOf);
	await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(described, null, '\t')}\n`);
	const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
	if (fits) return [];
	return [
		`archive.sqlite is left out: the texts have ${megabytes(manifest.texts.bytes)}, and it is made of up to ${megabytes(most)}. articles.csv and the texts in data/ hold all that it would.`
	];
}

if (process.argv[1]?.endsWith('publish.ts'))
	// scripts/site.mjs hands on what begins so.
	for (const said of await publish(process.argv[2] ?? 'build')) console.info(`hemeroteca: ${said}`);
