/**
 * The one place of the site that touches the disk. A build has pressed its archive into a folder (`HEMEROTECA_PRESSED`), from which
 * each of the threads that draw its pages reads what it needs; else the folder of seeds (`SEEDS`, or `seeds/`) is pressed
 * here, and again when a seed changes.
 */
import { stat } from 'node:fs/promises';
import type { Article } from './archive/article.ts';
import { openBundle, type Archive } from './bundle/open.ts';
import { readFolder, seedFolder } from './folder.server.ts';
import { openPressed, pressFolder, type PressedFiles } from './pressed.server.ts';

export interface Built extends PressedFiles {
	archive: Archive;
	/** All articles, in the order of the rows, read anew: of a large archive they take gigabytes. */
	articles: () => Promise<Article[]>;
}

async function open(pressed: PressedFiles): Promise<Built> {
	const archive = await openBundle(async (path) => {
		const bytes = await pressed.read(path);
		if (!bytes) throw new Error(`The bundle has no file ${path}.`);
		return bytes;
	});
	const articles = async () => {
		const all: Article[] = [];
		while (all.length < archive.manifest.counts.articles)
			for (const article of (await archive.articlesAround(all.length)).articles) all.push(article);
		return all;
	};
	return { ...pressed, archive, articles };
}

let kept: { stamp: string; built: Promise<Built> } | null = null;

/** The archive of today's seeds: pressed once, and again only when a seed has changed. */
export async function builtArchive(): Promise<Built> {
	const dev = process.env['NODE_ENV'] === 'development';
	if (kept && !dev) return kept.built;
	const pressed = process.env['HEMEROTECA_PRESSED'];
	if (pressed) {
		kept = { stamp: '', built: openPressed(pressed).then(open) };
		return kept.built;
	}
	const folder = seedFolder();
	const seeds = await readFolder(folder);
	const stamps = await Promise.all(
		seeds.map(async ({ name }) => `${name} ${(await stat(`${folder}/${name}`)).mtimeMs}`)
	);
	const stamp = stamps.join('\n');
	if (kept?.stamp === stamp) return kept.built;
	const built = pressFolder(seeds).then(({ files, merges, said }) => {
		// scripts/site.mjs hands on what begins so.
		if (said) console.info(`hemeroteca: ${said}`);
		return open({ paths: [...files.keys()], merges, read: async (path) => files.get(path) });
	});
	kept = { stamp, built };
	return built;
}
