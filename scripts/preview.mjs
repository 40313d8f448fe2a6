// npm run preview: serves the build that is there, as a static host would.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveUntilStopped } from './serve.mjs';
import { basePath } from './site.mjs';
import { Refusal, command, folderOf, portOf, readOptions } from './terminal.mjs';
import { root } from './tool.mjs';

const usage = 'npm run preview -- [--port N] [--strict-port] [--folder <a build>]';

await command(async () => {
	const options = readOptions(
		{
			port: { type: 'string' },
			'strict-port': { type: 'boolean' },
			folder: { type: 'string' }
		},
		usage
	);
	const port = portOf(options.port) ?? 4173;
	const folder = options.folder ? folderOf(options.folder) : join(root, 'build');
	if (!existsSync(join(folder, 'index.html'))) {
		throw new Refusal('There is no build to serve yet. Make one with: npm run build');
	}
	const { address } = await serveUntilStopped(
		{ folder, base: basePath() },
		{ port, strict: options['strict-port'] ?? false }
	);
	console.log(`\n  ${address}\n\nControl-C stops it.`);
});
