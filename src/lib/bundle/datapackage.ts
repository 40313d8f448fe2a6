/**
 * `datapackage.json`: what is published, described for programs (Frictionless Data Package 2.0, Table Schema 2.0; see
 * datapackage.org). Says nothing that the manifest does not know; hashes and sizes are handed in.
 */
import { asciiWords } from '../archive/text.ts';
import { listRowsFiles, type Manifest } from './format.ts';

/** A column of a table. */
export interface Field {
	name: string;
	type: 'string' | 'integer' | 'date';
	description: string;
	constraints?: { required?: true; unique?: true };
}

export interface Resource {
	name: string;
	title: string;
	/** Of the file, or of files of one shape; relative to the descriptor. */
	path: string | string[];
	format: string;
	mediatype: string;
	encoding?: 'utf-8';
	/** Of files that are compressed. */
	compression?: 'gz';
	/** Of a single file. */
	bytes?: number;
	/** `sha256:…`, of a single file. */
	hash?: string;
	type?: 'table';
	dialect?: { delimiter: string; lineTerminator: string };
	schema?: { fields: Field[]; primaryKey: string[] };
}

export interface DataPackage {
	$schema: string;
	name: string;
	title: string;
	description: string;
	version: string;
	homepage?: string;
	contributors?: { title: string; roles: string[] }[];
	resources: Resource[];
}

/** Size and hash of a published file by its path beside the descriptor; null where there is no such file. */
export type FileFacts = (path: string) => { bytes: number; hash: string } | null;

const json = { format: 'json', mediatype: 'application/json', encoding: 'utf-8' } as const;

/** The descriptor of an archive; `fields` are the columns of `articles.csv`. Files that are not there are left out. */
export function describePackage(
	manifest: Manifest,
	fields: Field[],
	factsOf: FileFacts
): DataPackage {
	const { title, version, description, address, publisher, counts } = manifest;
	const rowsOf = (files: Manifest['texts']) =>
		listRowsFiles(files, counts.articles).map(({ path }) => `data/${path}`);
	const seeds = Array.from({ length: counts.files }, (_, at) => `data/seeds/${at}.txt`);
	const candidates: Resource[] = [
		{
			name: 'articles',
			title: 'Table of all articles, without their texts',
			path: 'articles.csv',
			type: 'table',
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			dialect: { delimiter: ',', lineTerminator: '\r\n' },
			schema: { fields, primaryKey: ['id'] }
		},
		{
			name: 'database',
			title: 'All articles with their texts and a full-text index, for SQLite and Datasette',
			path: 'archive.sqlite',
			format: 'sqlite',
			mediatype: 'application/vnd.sqlite3'
		},
		{
			name: 'reader',
			title: 'The whole archive in one page that opens from a disk',
			path: 'archive.html',
			format: 'html',
			mediatype: 'text/html',
			encoding: 'utf-8'
		},
		{ name: 'manifest', title: 'What the files in data/ are', path: 'data/manifest.json', ...json },
		{
			name: 'catalog',
			title: 'What filters and counts read of every article, in columns',
			path: `data/${manifest.catalog}`,
			...json
		},
		{
			name: 'entries',
			title: 'What a list shows of each article',
			path: rowsOf(manifest.entries),
			...json
		},
		{
			name: 'texts',
			title: 'The articles whole, with the lines that each part was read from',
			path: rowsOf(manifest.texts),
			...json
		},
		...(['entries', 'texts'] as const).flatMap((name) =>
			manifest.bulk
				? {
						name: `${name}-in-bulk`,
						title: `The ${name} once more, one to a line, in a few large files compressed with gzip`,
						path: rowsOf(manifest.bulk[name]),
						format: 'jsonl',
						mediatype: 'application/gzip',
						encoding: 'utf-8' as const,
						compression: 'gz' as const
					}
				: []
		),
		{
			name: 'seed-names',
			title: 'Names of the files as found',
			path: `data/${manifest.seeds}`,
			...json
		},
		{
			name: 'seeds',
			title: 'The files as found, in the order of their names',
			path: seeds,
			format: 'txt',
			mediatype: 'text/plain',
			encoding: 'utf-8'
		},
		...(manifest.events === undefined
			? []
			: [
					{
						name: 'events',
						title: 'What a curator sets beside the articles, by date',
						path: `data/${manifest.events}`,
						...json
					}
				]),
		...[...manifest.accounts, { path: 'changes.json' }].map(({ path }) => ({
			name: path.replace(/\.json$/, ''),
			title: accountTitles[path] ?? path,
			path: `data/${path}`,
			...json
		}))
	];
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: asciiWords(title).join('-') || 'archive',
		title,
		description: description ?? `${counts.articles} newspaper articles with their sources.`,
		version,
		...(address !== null && { homepage: address }),
		...(publisher !== null && { contributors: [{ title: publisher, roles: ['publisher'] }] }),
		resources: candidates.flatMap((resource) => {
			if (typeof resource.path !== 'string') return resource.path.length > 0 ? resource : [];
			const facts = factsOf(resource.path);
			return facts ? { ...resource, bytes: facts.bytes, hash: `sha256:${facts.hash}` } : [];
		})
	};
}

const accountTitles: Record<string, string> = {
	'report.json': 'How the archive was read, and every problem',
	'addresses.json': 'Addresses that are no article now',
	'ids.json': 'The address of every article, with where it was read',
	'contents.json': 'A hash of what is read and cited of each article',
	'changes.json': 'What has changed since an earlier version'
};
