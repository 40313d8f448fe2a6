/**
 * The one place of the site that touches the disk: reads the folder of seeds, presses the archive, and keeps it
 * until a seed changes. `SEEDS` names another folder than `seeds/`.
 */
import { stat } from 'node:fs/promises';
import type { Archive } from './bundle/open.ts';
import { openBundle } from './bundle/open.ts';
import { readFolder, seedFolder } from './folder.server.ts';
import { press, type Pressed } from './press/press.ts';
import { changesSince, describeUnread } from './previous.server.ts';

export interface Built extends Pressed {
	archive: Archive;
}

/** The day of the archive's version, YYYY-MM-DD: as the environment says, in seconds since 1970; null where it does not. */
function dayOfVersion(): string | null {
	const said = process.env['SOURCE_DATE_EPOCH'] ?? '';
	const day = /^\d{1,11}$/.test(said) ? new Date(Number(said) * 1000) : null;
	return day?.toISOString().slice(0, 10) ?? null;
}

let kept: { stamp: string; built: Promise<Built> } | null = null;

async function build(seeds: { name: string; bytes: Uint8Array }[]): Promise<Built> {
	const pressed = await press(seeds, { date: dayOfVersion() });
	const previous = process.env['PREVIOUS'];
	const changes = await changesSince(previous, pressed);
	// scripts/site.mjs hands on what begins so.
	if (previous && changes.problem)
		console.info(`hemeroteca: ${describeUnread(previous, changes.problem)}`);
	pressed.files.set('changes.json', new TextEncoder().encode(JSON.stringify(changes)));
	const archive = await openBundle(async (path) => {
		const bytes = pressed.files.get(path);
		if (!bytes) throw new Error(`The bundle has no file ${path}.`);
		return bytes;
	});
	return { ...pressed, archive };
}

/** The archive of today's seeds: pressed once, and again only when a seed has changed. */
export async function builtArchive(): Promise<Built> {
	const folder = seedFolder();
	const dev = process.env['NODE_ENV'] === 'development';
	if (kept && !dev) return kept.built;
	const seeds = await readFolder(folder);
	const stamps = await Promise.all(
		seeds.map(async ({ name }) => `${name} ${(await stat(`${folder}/${name}`)).mtimeMs}`)
	);
	const stamp = stamps.join('\n');
	if (kept?.stamp === stamp) return kept.built;
	const built = build(seeds);
	kept = { stamp, built };
	return built;
}
