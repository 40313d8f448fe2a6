/** `archive.sqlite`: all articles with an index of their words (FTS5), in tables that Datasette shows as they are. */
import { chmodSync, rmSync } from 'node:fs';
import sqlite, { type Database, type JSValue } from 'node-sqlite3-wasm';
import type { Article } from '../lib/archive/article.ts';
import { columns } from '../lib/cite/table.ts';
import type { Manifest } from '../lib/bundle/format.ts';

/** What the table of articles has beside the columns that every table of articles has. */
const further: readonly { name: string; of: (article: Article) => string | number | null }[] = [
	{ name: 'number', of: ({ number }) => number },
	{ name: 'kicker', of: ({ kicker }) => kicker },
	{ name: 'deck', of: ({ deck }) => deck },
	{ name: 'byline', of: ({ byline }) => byline },
	{ name: 'dateline', of: ({ dateline }) => dateline?.printed ?? null },
	{ name: 'date_printed', of: ({ date }) => date?.printed ?? null },
	{ name: 'rights', of: ({ rights }) => rights },
	{
		name: 'text',
		of: ({ blocks }) =>
			blocks.map(({ kind, text }) => (kind === 'elision' ? '[…]' : text)).join('\n\n')
	},
	{
		name: 'notes',
		of: ({ notes }) => notes.map(({ number, text }) => `[${number}] ${text}`).join('\n') || null
	}
];

/** What words are looked for in. */
const searched = ['headline', 'kicker', 'deck', 'byline', 'text', 'notes'];

const schema = `
CREATE TABLE archive (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE articles (
	row INTEGER PRIMARY KEY,
	${columns.map(({ name, type }) => `${name} ${type === 'integer' ? 'INTEGER' : 'TEXT'}`).join(',\n\t')},
	${further.map(({ name }) => `${name} ${name === 'number' ? 'INTEGER' : 'TEXT'}`).join(',\n\t')}
);
CREATE TABLE authors (
	article INTEGER NOT NULL REFERENCES articles (row),
	place INTEGER NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (article, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
	${searched.join(', ')},
	content='articles', content_rowid='row', tokenize='unicode61 remove_diacritics 2'
);
`;

/** Made when all rows are in: an index that grows with them takes longer, and so does a page that splits. */
const indexes = `
CREATE UNIQUE INDEX articles_id ON articles (id);
CREATE INDEX articles_first_day ON articles (first_day);
CREATE INDEX articles_publication ON articles (publication);
CREATE INDEX authors_name ON authors (name);
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
INSERT INTO articles_fts (articles_fts) VALUES ('optimize');
`;

/**
 * A new database at `path`, which is replaced. The same articles in the same order give the same bytes. `row` is the
 * article's row of the catalog.
 */
export class ArchiveDatabase {
	readonly #path: string;
	readonly #database: Database;
	readonly #article;
	readonly #author;
	#row = 0;

	constructor(path: string, manifest: Manifest) {
		this.#path = path;
		rmSync(path, { force: true });
		rmSync(`${path}.lock`, { force: true, recursive: true });
		this.#database = new sqlite.Database(path);
		// Nobody reads it before it is whole, and one that is not is made anew.
		this.#database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
		this.#database.exec(schema);
		const about: [key: string, value: string | null][] = [
			['title', manifest.title],
			['version', manifest.version],
			['description', manifest.description],
			['publisher', manifest.publisher],
			['address', manifest.address]
		];
		for (const [key, value] of about)
			this.#database.run('INSERT INTO archive VALUES (?, ?)', [key, value]);
		const places = Array.from({ length: 1 + columns.length + further.length }, () => '?');
		this.#article = this.#database.prepare(`INSERT INTO articles VALUES (${places.join(', ')})`);
		this.#author = this.#database.prepare('INSERT INTO authors VALUES (?, ?, ?)');
	}

	/** Adds an article as the next row. */
	add(article: Article): void {
		const row = this.#row++;
		const values: JSValue[] = [
			row,
			...columns.map(({ of }) => of(article)),
			...further.map(({ of }) => of(article))
		];
		this.#article.run(values);
		for (const [at, name] of article.authors.entries()) this.#author.run([row, at + 1, name]);
	}

	/** Writes its indexes and closes it. */
	close(): void {
		this.#article.finalize();
		this.#author.finalize();
		this.#database.exec(indexes);
		this.#database.exec('COMMIT');
		this.#database.close();
		// Made for its maker alone; a host serves it to everybody.
		chmodSync(this.#path, 0o644);
	}
}
