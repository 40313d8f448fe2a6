// npm run build: the site and the single file, into build/.
import { join } from 'node:path';
import { install } from './install.mjs';
import { buildSite } from './site.mjs';
import { command, describeBytes, folderOf, readOptions, seconds } from './terminal.mjs';
import { root } from './tool.mjs';

const usage = 'npm run build -- [--seeds <folder>] [--no-single]';

await command(async () => {
	const started = performance.now();
	const options = readOptions(
		{ seeds: { type: 'string' }, 'no-single': { type: 'boolean' } },
		usage
	);
	await install();
	const named = options.seeds ?? process.env['SEEDS'];
	const { bytes } = await buildSite({
		seeds: named ? folderOf(named) : join(root, 'seeds'),
		single: !options['no-single']
	});
	console.log(`\nbuild/ holds ${describeBytes(bytes)}; it took ${seconds(started)}.`);
	console.log('See it with: npm run preview');
});
