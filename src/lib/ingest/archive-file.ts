/** The curator's word on the whole archive: `archive.yaml`, and the names in bylines that mean one author. */
import type * as v from 'valibot';
import type { Problem } from '../archive/article.ts';
import { error } from './problem.ts';
import { archiveSchema } from './schema.ts';
import { check } from './check.ts';
import { readYaml } from './yaml.ts';

/** What a curator says of a name: those brought together under it, whose it is, and why. */
export interface AuthorMerge {
	name: string;
	/** Null where nothing is said. */
	is: 'person' | 'body' | null;
	variants: string[];
	pseudonyms: string[];
	reason: string;
	/** Where it is written in `archive.yaml`. */
	line: number;
}

/** What holds for the whole archive; null where nothing is said. */
export interface ArchiveFile {
	title: string | null;
	description: string | null;
	publisher: string | null;
	/** The base address at which the site is published. */
	address: string | null;
	contact: string | null;
	/** What search engines are asked to leave out: everything, or articles by id, each with its line. */
	noindex: true | { id: string; line: number }[];
	authors: AuthorMerge[];
}

/** An archive of which nothing is said. */
export function emptyArchive(): ArchiveFile {
	return {
		title: null,
		description: null,
		publisher: null,
		address: null,
		contact: null,
		noindex: [],
		authors: []
	};
}

/** Each name that is brought under another, with the merge that does it. */
export function mergesByName({ authors }: ArchiveFile): Map<string, AuthorMerge> {
	const merges = new Map<string, AuthorMerge>();
	for (const merge of authors) {
		for (const name of [...merge.variants, ...merge.pseudonyms]) merges.set(name, merge);
	}
	return merges;
}

/** An id under `noindex` that no article has: what a curator means to keep apart would be found all the same. */
export function checkNoindex(
	file: string,
	{ noindex }: ArchiveFile,
	known: ReadonlySet<string>
): Problem[] {
	if (noindex === true) return [];
	return noindex
		.filter(({ id }) => !known.has(id))
		.map(({ id, line }) => {
			const message = `No article has the id "${id}". Write the id that the article has now; "npm run -s read" lists them.`;
			return error(file, line, 'archive/no-article', message);
		});
}

/** A name said to be a person's or a body's that no byline has: the word would change nothing. */
export function checkSigners(
	file: string,
	{ authors }: ArchiveFile,
	known: ReadonlySet<string>
): Problem[] {
	return authors
		.filter((author) => author.is !== null && !known.has(author.name))
		.map(({ name, is, line }) => {
			const message = `No byline has the name "${name}", which is said to be that of a ${is}. Write it as the bylines have it; "npm run -s read" lists them.`;
			return error(file, line, 'archive/no-author', message);
		});
}

/** Reads `archive.yaml`. A name that would lead to two authors, or to itself, is an error. */
export function readArchiveFile(
	file: string,
	source: string
): { archive: ArchiveFile; problems: Problem[] } {
	const yaml = readYaml(file, source);
	const keys =
		'"title", "description", "publisher", "address", "contact", "noindex", "authors" (with "name", "is", "variants", "pseudonyms", "reason")';
	const { output, problems } = check<v.InferOutput<typeof archiveSchema>>(
		file,
		yaml,
		archiveSchema,
		keys
	);
	if (!output) return { archive: emptyArchive(), problems };
	const authors = (output.authors ?? []).map((author, at) => ({
		name: author.name,
		is: author.is ?? null,
		variants: author.variants ?? [],
		pseudonyms: author.pseudonyms ?? [],
		reason: author.reason,
		line: yaml.lineOf(['authors', at])
	}));
	const taken = new Set(authors.map((author) => author.name));
	for (const { name, variants, pseudonyms, line } of authors) {
		for (const other of [...variants, ...pseudonyms]) {
			if (taken.has(other)) {
				const message = `The name "${other}" under "${name}" is given twice, so that it is not clear who is meant. Keep it in one place.`;
				problems.push(error(file, line, 'archive/name-twice', message));
			}
			taken.add(other);
		}
	}
	if (problems.length > 0) return { archive: emptyArchive(), problems };
	const { title, description, publisher, address, contact, noindex = [] } = output;
	const archive: ArchiveFile = {
		title: title ?? null,
		description: description ?? null,
		publisher: publisher ?? null,
		address: address ?? null,
		contact: contact ?? null,
		noindex:
			noindex === true
				? true
				: noindex.map((id, at) => ({ id, line: yaml.lineOf(['noindex', at]) })),
		authors
	};
	return { archive, problems };
}
