/** Reads the version of the archive that a build is compared with: `PREVIOUS`, a manifest on disk or on the web. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from './bundle/format.ts';
import type { Changes, Contents } from './bundle/report.ts';
import { compareContents, contentsPath, isContents } from './press/contents.ts';
import type { Pressed } from './press/press.ts';

/** Nobody waits longer for a server that may be gone. */
const patienceMs = 30_000;

const isAddress = (place: string) => /^https?:\/\//i.test(place);

async function fetchText(address: URL): Promise<string> {
	const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
	if (!response.ok) throw new Error(`the server answered ${response.status}`);
	return response.text();
}

/** The text of the manifest at a place, and how to read the files beside it. */
async function readManifest(place: string) {
	if (isAddress(place)) {
		const address = new URL(place);
		if (!address.pathname.endsWith('.json'))
			address.pathname = `${address.pathname.replace(/\/*$/, '')}/data/manifest.json`;
		return {
			text: await fetchText(address),
			beside: (name: string) => fetchText(new URL(name, address))
		};
	}
	const folder = (await stat(place)).isDirectory();
	const path = folder ? join(place, 'manifest.json') : place;
	return {
		text: await readFile(path, 'utf8'),
		beside: (name: string) => readFile(join(path, '..', name), 'utf8')
	};
}

interface Previous {
	manifest: Pick<Manifest, 'version' | 'title' | 'date'>;
	contents: Contents;
}

/** Throws where it cannot be read, with the reason in half a sentence. */
async function readPrevious(place: string): Promise<Previous> {
	const { text, beside } = await readManifest(place);
	const manifest = JSON.parse(text) as Partial<Manifest> | null;
	const { version, title, date } = manifest ?? {};
	if (typeof version !== 'string' || typeof title !== 'string')
		throw new Error('it is not the manifest of an archive');
	const contents = JSON.parse(
		await beside(contentsPath).catch(() => {
			throw new Error(
				`it has no ${contentsPath} beside it, as archives of earlier versions of this program have none`
			);
		})
	) as unknown;
	if (!isContents(contents)) throw new Error(`its ${contentsPath} is damaged`);
	return { manifest: { version, title, date: date ?? null }, contents };
}

const nothing: Omit<Changes, 'version'> = {
	since: null,
	problem: null,
	added: [],
	changed: [],
	moved: [],
	removed: []
};

/** What became of a built archive since the version at `place`; nothing where none is named. Never rejects. */
export async function changesSince(
	place: string | undefined,
	{ articles, addresses, files, manifest }: Omit<Pressed, 'problems' | 'merges'>
): Promise<Changes> {
	const { version } = manifest;
	if (!place) return { version, ...nothing };
	try {
		const previous = await readPrevious(place);
		const now = JSON.parse(new TextDecoder().decode(files.get(contentsPath))) as Contents;
		return {
			version,
			...nothing,
			since: previous.manifest,
			...compareContents(previous.contents, now, articles, addresses)
		};
	} catch (reason) {
		const said = reason instanceof Error ? reason.message : String(reason);
		const problem = `The earlier version at ${isAddress(place) ? place : 'the path given as PREVIOUS'} could not be read: ${said.replace(/\.$/, '')}.`;
		return { version, ...nothing, problem };
	}
}
