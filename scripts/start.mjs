// npm start: from a fresh clone to the archive in a browser, in one command.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { serveUntilStopped } from './serve.mjs';
import { basePath, buildSite } from './site.mjs';
import {
	command,
	describeBytes,
	describeCount,
	folderOf,
	portOf,
	readOptions,
	seconds
} from './terminal.mjs';
import { root } from './tool.mjs';

const usage = 'npm start -- [--open] [--seeds <folder>] [--port N] [--no-single]';

/**
 * Opens an address in the user's browser by the system's own means; where there is none, the printed address serves.
 * @param {string} address
 */
function openBrowser(address) {
	const [program, args] =
		process.platform === 'darwin'
			? ['open', [address]]
			: process.platform === 'win32'
				? ['cmd', ['/c', 'start', '', address]]
				: ['xdg-open', [address]];
	const child = spawn(/** @type {string} */ (program), /** @type {string[]} */ (args), {
		stdio: 'ignore',
		detached: true
	});
	child.on('error', () => {});
	child.unref();
}

await command(async () => {
	const started = performance.now();
	const options = readOptions(
		{
			open: { type: 'boolean' },
			seeds: { type: 'string' },
			port: { type: 'string' },
			'no-single': { type: 'boolean' }
		},
		usage
	);
	const port = portOf(options.port) ?? 4173;
	await install();
	const named = options.seeds ?? process.env['SEEDS'];
	const { articles, files, problems, bytes } = await buildSite({
		seeds: named ? folderOf(named) : join(root, 'seeds'),
		// The page offers it for download; those in a hurry go without.
		single: !options['no-single']
	});
	const { address } = await serveUntilStopped(
		{ folder: join(root, 'build'), base: basePath() },
		{ port, strict: false }
	);
	const counts = [
		describeCount(articles, 'article'),
		describeCount(files, 'file'),
		describeCount(problems.length, 'problem')
	];
	console.log(`\n${counts.join(', ')}; a site of ${describeBytes(bytes)}, in ${seconds(started)}.`);
	console.log(`\n  ${address}\n\nControl-C stops it.`);
	if (options.open) openBrowser(address);
});
