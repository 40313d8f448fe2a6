import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/chromium.mjs';
import { firstFiles } from './scripts/first-files.mjs';
import { flexsearchBuild } from './scripts/flexsearch-build.mjs';
import { relativeType } from './scripts/relative-type.mjs';
import { workerList } from './scripts/worker-list.mjs';
import { workerParts } from './scripts/worker-parts.mjs';

const timeZones = ['Pacific/Kiritimati', 'America/Los_Angeles'];

/** Tests of what knows no days. */
const dayless = [
	'tests/keep/**',
	'tests/search/**',
	'tests/scripts/**',
	'tests/cli/generate.test.ts',
	'tests/cli/publish.test.ts',
	'tests/ingest/hostile.test.ts'
];

/** What reads seeds: the tests run it in a worker of the browser, too. */
const librariesOfIngest = [
	'@mozilla/readability',
	'edtf',
	'htmlparser2',
	'linkedom/worker',
	'marked',
	'papaparse',
	'valibot',
	'yaml'
];

/** Tests that take minutes run only where they are asked for by name: npm run test:long. */
const long = process.argv.includes('--project=long');

const single = process.env.SINGLE_FILE === '1';

/** Reloads the page when a seed changes: Vite watches only what modules import, and seeds are read from the disk. */
function reloadOnSeeds(): Plugin {
	return {
		name: 'reload-on-seeds',
		apply: 'serve',
		configureServer(server) {
			const folder = resolve(process.env.SEEDS || 'seeds');
			server.watcher.add(folder);
			server.watcher.on('all', (_, path) => {
				if (!path.startsWith(folder)) return;
				server.environments.client.hot.send({ type: 'full-reload' });
			});
		}
	};
}

export default defineConfig({
	css: { postcss: { plugins: [relativeType()] } },
	plugins: [sveltekit(), flexsearchBuild(), reloadOnSeeds(), firstFiles(), workerParts(), workerList()],
	worker: {
		// A page from a disk has no origin, and browsers let such a page start no worker that is a module.
		format: single ? 'iife' : 'es',
		plugins: () => [flexsearchBuild()],
		// One file has nowhere to fetch the rest of its worker from.
		...(single ? { rolldownOptions: { output: { codeSplitting: false } } } : {})
	},
	build: {
		// Browsers of the last two years. The default would rewrite light-dark() into something no button can switch.
		// For who weighs what a first visit fetches; nothing names the maps, so that all else is as without them.
		sourcemap: process.env.SOURCE_MAPS ? 'hidden' : false,
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		// What a part of the page that comes later imports is here already, or asked for by that part itself: the names of
		// those files would make the first script longer. Styles are asked for by nobody else.
		modulePreload: {
			resolveDependencies: (_, files, { hostId }) =>
				hostId.includes('/entry/') ? files : files.filter((file) => file.endsWith('.css'))
		},
		// One file holds its fonts too.
		...(single ? { assetsInlineLimit: Number.MAX_SAFE_INTEGER } : {})
	},
	test: {
		// Property tests on a busy machine take their time; none of them measures it.
		testTimeout: 20_000,
		globalSetup: 'tests/scratch.ts',
		projects: [
			// Twice, on opposite sides of UTC: a newspaper's day must not depend on where the reader sits. What
			// knows no days is tested once.
			...timeZones.map((zone, at) => ({
				extends: true as const,
				test: {
					name: `unit ${zone}`,
					environment: 'node' as const,
					// Every file in a world of its own takes as long again; none leaves anything behind.
					isolate: false,
					include: ['tests/**/*.test.ts'],
					exclude: [
						'tests/browser/**',
						'tests/component/**',
						'tests/long/**',
						...(at > 0 ? dayless : [])
					],
					env: { TZ: zone }
				}
			})),
			...(long
				? [
						{
							extends: true as const,
							test: {
								name: 'long',
								environment: 'node' as const,
								include: ['tests/long/**/*.test.ts'],
								testTimeout: 1_800_000
							}
						}
					]
				: []),
			{
				extends: true,
				// Found only when a worker is opened, they would load the page of the tests anew.
				optimizeDeps: { include: librariesOfIngest },
				test: {
					name: 'component',
					include: ['tests/component/**/*.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						provider: playwright({ launchOptions: launchOptions() }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
