// npm test: everything that must hold, in order of how soon it can fail. Installs what is missing, needs nothing
// outside the clone, stops at the first step that fails, and closes with one line of counts.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { buildSite } from './site.mjs';
import { Refusal, command, describeCount, readOptions, seconds, step } from './terminal.mjs';
import { root, runTool } from './tool.mjs';

// The tests speak of the repository's own seeds, whatever this shell was last used for.
for (const name of ['SEEDS', 'BASE_PATH', 'SINGLE_FILE', 'HEMEROTECA_VERSION']) {
	delete process.env[name];
}

const results = join(root, 'test-results');

/** @typedef {{ passed: number, failed: number }} Count */
/** @type {Count} */
const total = { passed: 0, failed: 0 };

/**
 * Runs a tool that counts its tests into a file, and adds them up whether or not it succeeds.
 * @param {string} title
 * @param {string} file the report it writes
 * @param {(report: any) => Count} count
 * @param {() => Promise<unknown>} work
 */
async function counted(title, file, count, work) {
	const path = join(results, file);
	rmSync(path, { force: true });
	/** @type {Count} */
	let counts = { passed: 0, failed: 0 };
	await step(
		title,
		() =>
			work().finally(() => {
				if (!existsSync(path)) return;
				counts = count(JSON.parse(readFileSync(path, 'utf8')));
				total.passed += counts.passed;
				total.failed += counts.failed;
			}),
		() => `${counts.passed.toLocaleString('en')} passed`
	);
}

/**
 * Waits until all have ended, and fails where one did.
 * @param {Promise<unknown>[]} works
 */
async function together(works) {
	const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
	if (failed?.status === 'rejected') throw failed.reason;
}

/** @type {Record<string, () => Promise<unknown>>} */
const steps = {
	// Each of the three keeps one core busy, and none waits for another.
	check: async () => {
		await runTool('@sveltejs/kit:svelte-kit', ['sync']);
		const strict = ['--tsconfig', './tsconfig.json', '--fail-on-warnings'];
		await together([
			step('Lint', () => runTool('eslint', ['.'])),
			step('Format', () => runTool('prettier', ['--check', '.'])),
			step('Types', () => runTool('svelte-check', strict))
		]);
	},
	unit: () =>
		counted(
			'Unit',
			'vitest.json',
			(report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
			() =>
				runTool('vitest', [
					'run',
					'--reporter=default',
					'--reporter=json',
					`--outputFile.json=${join(results, 'vitest.json')}`
				])
		),
	build: async () => {
		// What the repository's own seeds have none of: old addresses, hidden articles, texts printed twice.
		const seeds = join(root, 'tests', 'fixtures', 'seeds', 'curated-site', 'seeds');
		await buildSite({ seeds, single: true });
		const curated = join(results, 'curated');
		rmSync(curated, { recursive: true, force: true });
		mkdirSync(results, { recursive: true });
		renameSync(join(root, 'build'), curated);
		await buildSite({ seeds: join(root, 'seeds'), single: true });
	},
	browser: () =>
		counted(
			'Browser',
			'playwright.json',
			({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
			() => runTool('@playwright/test:playwright', ['test'])
		)
};
const names = Object.keys(steps);

await command(async () => {
	const started = performance.now();
	const { only } = readOptions(
		{ only: { type: 'string', multiple: true } },
		`npm test -- [--only ${names.join('|')}]`
	);
	for (const name of only ?? []) {
		if (!steps[name]) throw new Refusal(`--only takes one of ${names.join(', ')}, not “${name}”.`);
	}
	await install();
	await installBrowser();
	try {
		for (const name of only ?? names) await steps[name]?.();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		// Its output first, so that the counts still close the run.
		process.exitCode = 1;
		console.log(`\n${error.message}\n\nStopped at the step that failed.`);
		if (total.passed + total.failed > 0) printCounts();
		return;
	}
	console.log(`\nPassed: ${(only ?? names).join(', ')}, in ${seconds(started)}.`);
	if (total.passed > 0) printCounts();
	else console.log(`(${describeCount(0, 'test')} among these steps)`);
});

function printCounts() {
	console.log(`Tests: ${total.passed} passed, ${total.failed} failed`);
}
