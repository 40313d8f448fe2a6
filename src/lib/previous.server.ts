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

/** Why something could not be read, in half a sentence that names no path: it is published. */
class Unread extends Error {}

async function fetchText(address: URL): Promise<string> {
	let response: Response;
	try {
		response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
	} catch (cause) {
		const late = cause instanceof DOMException && cause.name === 'TimeoutError';
		throw new Unread(
			late ? `no answer came in ${patienceMs / 1000} seconds` : 'its server cannot be reached',
			{ cause }
		);
	}
	if (!response.ok) throw new Unread(`the server answered ${response.status}`);
	return response.text();
}

async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		const gone = (cause as NodeJS.ErrnoException).code === 'ENOENT';
		throw new Unread(gone ? 'there is no such file' : 'the file cannot be opened', { cause });
	}
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
	const is = async (path: string, what: 'isFile' | 'isDirectory') =>
		(await stat(path).catch(() => null))?.[what]() ?? false;
	const folder = (await is(join(place, 'data'), 'isDirectory')) ? join(place, 'data') : place;
	const path = (await is(place, 'isDirectory')) ? join(folder, 'manifest.json') : place;
	return {
		text: await readText(path),
		beside: (name: string) => readText(join(path, '..', name))
	};
}

interface Previous {
	manifest: Pick<Manifest, 'version' | 'title' | 'date'>;
	contents: Contents;
}

/** What a text holds as JSON; null where it is none. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Throws `Unread` where it cannot be read. */
async function readPrevious(place: string): Promise<Previous> {
	const { text, beside } = await readManifest(place);
	const manifest = parse(text) as Partial<Manifest> | null;
	const { version, title, date } = manifest ?? {};
	if (typeof version !== 'string' || typeof title !== 'string')
		throw new Unread('it is not the manifest of an archive');
	const contents = parse(
		await beside(contentsPath).catch((cause: unknown) => {
			throw new Unread(
				`it has no ${contentsPath} beside it, as archives of earlier versions of this program have none`,
				{ cause }
			);
		})
	);
	if (!isContents(contents)) throw new Unread(`its ${contentsPath} is damaged`);
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

/** What to tell whoever builds of a problem with what `PREVIOUS` names. */
export function describeUnread(place: string, problem: string): string {
	return `PREVIOUS=${place}: ${problem} Nothing is listed as changed. Name an earlier build’s data/manifest.json or its folder, or the address at which the archive is published.`;
}

/** What became of a built archive since the version at `place`; nothing where none is named. */
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
		if (!(reason instanceof Unread)) throw reason;
		const named = isAddress(place) ? `at ${place}` : 'named when it was built';
		const problem = `The earlier version ${named} could not be read: ${reason.message}.`;
		return { version, ...nothing, problem };
	}
}
