// Builds the site: the seeds first, so that what is wrong with them is said plainly and before anything else, pressed into
// an archive that all pages are drawn from; then the pages, then the single file. Says what it does step by step.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync
} from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { problemLines } from './problems.mjs';
import { Refusal, describeBytes, describeCount, step } from './terminal.mjs';
import { root, run, runTool } from './tool.mjs';

/**
 * @typedef {import('./problems.mjs').Problem} Problem
 * @typedef {{ articles: number, hidden: number, files: number, problems: Problem[], said: string | null }} Survey
 */

/** The base path that the site is built for and served under: '' or '/repo'. */
export function basePath() {
	const base = (process.env['BASE_PATH'] ?? '').replace(/\/+$/, '');
	if (base === '' || base.startsWith('/')) return base;
	throw new Refusal(`BASE_PATH begins with a slash, as in /repo; it is “${base}”.`);
}

/**
 * Every file below a folder, in one order on every system.
 * @param {string} folder
 * @returns {string[]} paths
 */
export function filesIn(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** @param {string} path of a file or a folder */
function bytesAt(path) {
	const found = statSync(path);
	if (found.isFile()) return found.size;
	return filesIn(path).reduce((sum, each) => sum + statSync(each).size, 0);
}

/**
 * A name for this very state of seeds and code. Kit would take the clock, and the same input must give the same bytes.
 * @param {string} seeds
 * @param {string[]} said what else the build is told that gets into the pages
 */
function versionOf(seeds, ...said) {
	const hash = createHash('sha256');
	hash.update(JSON.stringify(said));
	const code = ['src', 'static'].flatMap((name) => filesIn(join(root, name)));
	const settings = ['package-lock.json', 'svelte.config.js', 'vite.config.ts'].map((name) =>
		join(root, name)
	);
	for (const [from, paths] of /** @type {const} */ ([
		[root, [...code, ...settings]],
		[seeds, filesIn(seeds)]
	])) {
		for (const path of paths) {
			const bytes = readFileSync(path);
			hash.update(`${relative(from, path).split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
		}
	}
	return hash.digest('hex').slice(0, 12);
}

/**
 * When the seeds were last changed, in seconds since 1970, as the history of their repository records it; empty where it
 * cannot be known: no repository, changes that are not committed, or a history that was cut short.
 * @param {string} seeds
 */
export function changedAt(seeds) {
	/** @param {string[]} args */
	const git = (...args) => {
		const { status, stdout } = spawnSync('git', ['-C', seeds, ...args], { encoding: 'utf8' });
		return status === 0 ? stdout.trim() : null;
	};
	if (git('status', '--porcelain', '--', '.') !== '') return '';
	const [commit = '', time = ''] = (git('log', '-1', '--format=%H %ct', '--', '.') ?? '').split(
		' '
	);
	// Where history is cut short, its first commit seems to have brought every file.
	const cut = git('rev-parse', '--git-path', 'shallow');
	const path = cut === null ? '' : resolve(seeds, cut);
	return existsSync(path) && readFileSync(path, 'utf8').includes(commit) ? '' : time;
}

/** How much a large archive may take, in MB: a process of Node's would stop at a quarter of what the machine has. */
const mostMegabytes = Math.floor((totalmem() * 0.75) / 2 ** 20);

/**
 * Reads the seeds, says what is wrong with them, and presses the archive into a folder: in a process of its own, which
 * takes much memory and gives it back.
 * @param {string} seeds
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Survey>}
 */
async function press(seeds, env) {
	const tool = [`--max-old-space-size=${mostMegabytes}`, '--import', 'tsx'];
	const args = [...tool, join('src', 'cli', 'press.ts'), seeds, env['HEMEROTECA_PRESSED'] ?? ''];
	const { stdout, output } = await run(process.execPath, args, { env });
	try {
		return JSON.parse(stdout);
	} catch {
		throw new Refusal(`The seeds could not be read:\n${output}`);
	}
}

/** @param {Survey} found */
function describeSurvey({ articles, hidden, files, problems }) {
	return [
		describeCount(files, 'file'),
		`${describeCount(articles, 'article')}${hidden > 0 ? ` and ${hidden.toLocaleString('en')} hidden` : ''}`,
		describeCount(problems.length, 'problem')
	].join(', ');
}

/**
 * While the tool works, counts the pages it has written.
 * @param {string} folder where article pages appear
 * @param {number} total
 * @param {(progress: string) => void} say
 */
function watchPages(folder, total, say) {
	const timer = setInterval(() => {
		const made = existsSync(folder) ? readdirSync(folder).length : 0;
		if (made > 0) say(`${made.toLocaleString('en')} of ${describeCount(total, 'article page')} …`);
	}, 500);
	return () => clearInterval(timer);
}

/** What the built index weighs. */
function describeIndex() {
	const manifest = join(root, 'build', 'data', 'manifest.json');
	if (!existsSync(manifest)) return '';
	/** @type {{ index: { bytes: number } }} */
	const { index } = JSON.parse(readFileSync(manifest, 'utf8'));
	return `, index of ${describeBytes(index.bytes)}`;
}

/**
 * What a build is to be compared with may be the last one, which goes before the new one comes: its lists are put aside.
 * @param {string} place as `PREVIOUS` names it
 * @param {string} built the folder that goes
 * @returns {string} where it can be read from now on
 */
export function keepPrevious(place, built = join(root, 'build')) {
	const inside = relative(built, resolve(place));
	if (place === '' || inside.startsWith('..') || isAbsolute(inside)) return place;
	const folder = place.endsWith('.json') ? dirname(place) : place;
	const data = [folder, join(folder, 'data')].find((each) =>
		existsSync(join(each, 'manifest.json'))
	);
	if (data === undefined) return place;
	const aside = mkdtempSync(join(tmpdir(), 'hemeroteca-previous-'));
	process.on('exit', () => rmSync(aside, { recursive: true, force: true }));
	for (const name of ['manifest.json', 'contents.json'])
		if (existsSync(join(data, name))) cpSync(join(data, name), join(aside, name));
	return aside;
}

/**
 * Builds everything into build/.
 * @param {{ seeds: string, single: boolean }} options `single`: build/archive.html too
 */
export async function buildSite({ seeds, single }) {
	if (!existsSync(seeds) || !statSync(seeds).isDirectory()) {
		throw new Refusal(`There is no folder of seeds at ${seeds}. Name one with --seeds or SEEDS.`);
	}
	const changed = process.env['SOURCE_DATE_EPOCH'] || changedAt(seeds);
	const pressed = join(root, '.svelte-kit', 'pressed');
	const clear = () => rmSync(pressed, { recursive: true, force: true });
	clear();
	const env = {
		...process.env,
		SEEDS: seeds,
		BASE_PATH: basePath(),
		SINGLE_FILE: '',
		SOURCE_DATE_EPOCH: changed,
		HEMEROTECA_PRESSED: pressed,
		PREVIOUS: keepPrevious(process.env['PREVIOUS'] ?? ''),
		HEMEROTECA_VERSION: versionOf(seeds, changed, process.env['PREVIOUS'] ?? '')
	};
	try {
		return await buildPressed(env, single);
	} finally {
		clear();
	}
}

/**
 * @param {NodeJS.ProcessEnv & { SEEDS: string }} env
 * @param {boolean} single
 */
async function buildPressed(env, single) {
	const seeds = env.SEEDS;
	const found = await step('Seeds', () => press(seeds, env), describeSurvey);
	for (const line of problemLines(found.problems, seeds)) console.log(line);
	if (found.problems.some(({ level }) => level === 'error')) {
		throw new Refusal(
			'The archive is not built while a seed holds an error. Mend it and try again.'
		);
	}
	if (found.articles === 0) {
		throw new Refusal(
			`No article was found in ${seeds}, so there is nothing to build. Put text files of articles there, or name another folder with --seeds or SEEDS.`
		);
	}
	for (const old of ['build', 'build-single']) {
		rmSync(join(root, old), { recursive: true, force: true });
	}
	if (found.said) console.log(`  hemeroteca: ${found.said}`);
	const prerendered = join(root, '.svelte-kit', 'output', 'prerendered', 'pages', 'article');
	const canCompose = existsSync(join(root, 'src', 'cli', 'single.ts'));
	// The shell of the single file needs nothing of the site: the two are built side by side.
	const shell = single && canCompose ? build({ ...env, SINGLE_FILE: '1', BASE_PATH: '' }) : null;
	// Its failure is shown at its own step.
	shell?.catch(() => {});
	const { output } = await step(
		'Site',
		async (say) => {
			rmSync(prerendered, { recursive: true, force: true });
			const stop = watchPages(prerendered, found.articles, say);
			return build(env).finally(stop);
		},
		() => {
			const pages = filesIn(join(root, 'build')).filter((path) => path.endsWith('.html'));
			return `${describeCount(pages.length, 'page')}${describeIndex()}`;
		}
	);
	sayOn(output);
	if (shell) await composeSingle(shell, env);
	else if (single) console.log('  Single file  left out: src/cli/single.ts is not there');
	await publishWhole(env);
	return { ...found, bytes: bytesAt(join(root, 'build')) };
}

/**
 * Hands on what a step wants whoever builds to know.
 * @param {string} output
 */
function sayOn(output) {
	const said = output.split('\n').filter((line) => line.startsWith('hemeroteca:'));
	for (const line of new Set(said)) console.log(`  ${line}`);
}

/**
 * Whoever only has seeds to show is not helped by our stack; its reason is.
 * @param {NodeJS.ProcessEnv} env
 */
async function build(env) {
	try {
		return await runTool('vite', ['build'], env);
	} catch (error) {
		if (!(error instanceof Refusal) || process.env['HEMEROTECA_DEBUG']) throw error;
		const said = error.message.replace(/^ {2,}at .*\n?/gm, '');
		throw new Refusal(`The pages could not be built. This is what was said:\n${said}`);
	}
}

/**
 * @param {Promise<unknown>} shell
 * @param {NodeJS.ProcessEnv} env
 */
async function composeSingle(shell, env) {
	await step(
		'Single file',
		async () => {
			await shell;
			await runTool('tsx', [join('src', 'cli', 'single.ts')], env);
		},
		() => {
			const file = join(root, 'build', 'archive.html');
			return existsSync(file)
				? `archive.html, ${describeBytes(statSync(file).size)}`
				: 'nothing written';
		}
	);
}

/**
 * What is published of the archive as a whole, and the description of all files: last, since it has their hashes.
 * @param {NodeJS.ProcessEnv} env
 */
async function publishWhole(env) {
	const { output } = await step(
		'Data',
		() => runTool('tsx', [join('src', 'cli', 'publish.ts')], env),
		() =>
			['articles.csv', 'archive.sqlite', 'card.png', 'data/bulk']
				.map((name) => ({ name, path: join(root, 'build', name) }))
				.filter(({ path }) => existsSync(path))
				.map(({ name, path }) => `${name}, ${describeBytes(bytesAt(path))}`)
				.join('; ')
	);
	sayOn(output);
}
