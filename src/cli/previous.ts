/** Ids as an earlier build published them, and what to write so that the addresses made of them stay alive. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ingested } from '../lib/ingest/ingest.ts';
import { parseIds, type PublishedId } from '../lib/ingest/ledger.ts';
import { markedIds } from '../lib/ingest/name.ts';
import { findMoved, type Moved } from '../lib/ingest/moved.ts';

/** Where a build leaves its ids. */
const usual = join('build', 'data', 'ids.json');

/**
 * The ids of the build at a path, the folder of its data or the file itself. Where none is given, those of the last
 * build; empty where there is none. Throws a sentence where what was given cannot be read.
 */
export async function readPrevious(given: string | undefined): Promise<PublishedId[]> {
	const path = given ?? usual;
	try {
		const folder = (await stat(path)).isDirectory();
		const ids = parseIds(await readFile(folder ? join(path, 'ids.json') : path, 'utf8'));
		if (ids) return ids;
	} catch {
		// What cannot be read is none, as what is no list.
	}
	if (given === undefined) return [];
	throw new Error(`No ids could be read from ${path}. Give the folder data/ of an earlier build.`);
}

/** What became of earlier ids. An archive of other files is none of an earlier build: its ids are passed over. */
export function movedSince(before: readonly PublishedId[], ingested: Ingested): Moved[] {
	const files = new Set(ingested.files.map(({ name }) => name));
	const own = new Map(before.map(({ id, file }) => [id, file]));
	return findMoved(before, ingested.ids, new Set(ingested.aliases.keys())).filter(
		({ from, to }) => to !== null || files.has(own.get(from) ?? '')
	);
}

/**
 * What to do where articles want the same id: which of them has it, the names of their files decide, so that a file
 * that is added may change it. Null where none do, or the published ids stand beside the seeds.
 */
export function describeTies(folder: string, { ids }: Ingested, kept: boolean): string | null {
	const [first, ...others] = kept ? [] : markedIds(ids);
	if (first === undefined) return null;
	const more = others.length > 0 ? ` and ${others.length.toLocaleString('en')} more` : '';
	const list = join(folder, 'ids.json');
	return `${first}${more}: another article has the same date and opening words, so a file that is added before it could change this address. To be sure of all addresses, build once and keep its list:\n  cp ${usual} ${list}`;
}

/** Says what to write, line by line as it must stand there. `hidden`: the ids of articles that are not shown. */
export function describeMoved(moved: readonly Moved[], hidden: ReadonlySet<string>): string {
	const parts: string[] = [];
	const isSecret = (to: string | null) => to !== null && hidden.has(to);
	const lines = moved.filter(({ to, taken }) => to !== null && taken === null && !isSecret(to));
	if (lines.length > 0) {
		parts.push('These ids have changed. To keep the old addresses alive, add to aliases.yaml:');
		for (const { from, to } of lines) parts.push(`${from}: ${to}`);
		parts.push('');
	}
	for (const { from, to, taken } of moved) {
		if (taken !== null || !isSecret(to)) continue;
		parts.push(
			`The article ${from} is hidden now, as ${to}. Its old address is made of its words: add nothing to aliases.yaml, and it is published nowhere and leads nowhere. Only where its words may be known, add`,
			`${from}: ${to}`,
			''
		);
	}
	for (const { from, taken } of moved) {
		if (!taken) continue;
		parts.push(
			`Another article has taken the id ${from}. To give it back, add to ${taken.file}.yaml, under "articles:":`,
			`  - { line: ${taken.line}, id: ${from} }`,
			''
		);
	}
	for (const { from, to } of moved) {
		if (to === null) parts.push(`The article ${from} is gone; its address will lead nowhere.`);
	}
	return parts.join('\n').trimEnd();
}
