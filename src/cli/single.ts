/**
 * Composes `build/archive.html`: the shell that was built for one file, with the bundle of the site put into it.
 * Usage: tsx src/cli/single.ts [shell folder] [site folder]
 */
import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Form } from '../lib/bundle/block.ts';
import { versionTag, type Manifest } from '../lib/bundle/format.ts';
import { zip } from '../lib/bundle/gzip.ts';

const [shellFolder = 'build-single', siteFolder = 'build'] = process.argv.slice(2);

/** The seeds as found, and the texts once more, would double the file; ids and hashes of contents serve only the next build. */
const leftOut = /^(seeds|bulk)\/|^(ids|contents)\.json$/;

async function pathsUnder(folder: string, inside = ''): Promise<string[]> {
	const paths: string[] = [];
	for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
		const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
		if (entry.isDirectory()) paths.push(...(await pathsUnder(folder, path)));
		else paths.push(path);
	}
	return paths.sort();
}

/**
 * JSON beyond this is compressed, and is a third as long even in base64. The manifest can always be read; of all others
 * every byte has to be as it was, since their names hold their hashes.
 */
const mostPlain = 2000;

/** One file of the bundle as a data block, which no browser runs. */
async function blockOf(data: string, path: string): Promise<string> {
	const bytes = await readFile(join(data, path));
	const block = (form: Form, type: string, text: string) =>
		`<script type="${type}" data-form="${form}" data-path="${path}">${text}</script>`;
	const octets = 'application/octet-stream';
	if (!path.endsWith('.json')) return block('octets', octets, bytes.toString('base64'));
	if (path !== 'manifest.json' && (bytes.length > mostPlain || bytes.includes('<')))
		return block('gzip', octets, Buffer.from(await zip(bytes)).toString('base64'));
	// In JSON a "<" stands only inside strings: written as an escape it cannot end the block.
	return block('text', 'application/json', bytes.toString('utf8').replaceAll('<', '\\u003c'));
}

async function compose(): Promise<void> {
	const data = join(siteFolder, 'data');
	const paths = (await pathsUnder(data)).filter((path) => !leftOut.test(path));
	const shell = await readFile(join(shellFolder, 'index.html'), 'utf8');
	const manifest = JSON.parse(await readFile(join(data, 'manifest.json'), 'utf8')) as Manifest;
	const icon = await readFile(join(shellFolder, 'favicon.svg'), 'base64');
	const marker = '<div id="page">';
	const [head, page] = shell
		.replace(/href="[^"]*favicon\.svg"/, `href="data:image/svg+xml;base64,${icon}"`)
		// A file on a disk is not installed.
		.replace(/<link rel="(?:manifest|apple-touch-icon)"[^>]*>\s*/g, '')
		.replace('</head>', `${versionTag(manifest)}$&`)
		.split(marker);
	if (head === undefined || page === undefined)
		throw new Error(`The shell has no ${marker} to put the data before.`);
	const path = join(siteFolder, 'archive.html');
	const file = await open(path, 'w');
	try {
		await file.write(head);
		// One by one: a large archive has more files than may be open, and more text than fits into one string.
		for (const each of paths) await file.write(`${await blockOf(data, each)}\n`);
		await file.write(`${marker}${page}`);
		const { size } = await file.stat();
		console.info(`${path}: ${(size / 1e6).toFixed(1)} MB`);
	} finally {
		await file.close();
	}
}

await compose();
