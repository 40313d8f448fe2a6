// Runs the installed tools (vite, tsx, vitest ...) the same way on every system: as scripts of this very Node, with
// no shell and no shims, and with their noise kept back until it is needed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { Refusal } from './terminal.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
// A command that is ended must not leave its tools working behind it.
process.on('exit', () => running.forEach((child) => child.kill()));
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const end = () => process.exit(1);

/** @param {import('node:child_process').ChildProcess} child */
function began(child) {
	// Without a listener a signal ends us at once, and no 'exit' is seen; while nothing runs, that is right.
	if (running.size === 0) for (const signal of signals) process.on(signal, end);
	running.add(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function ended(child) {
	running.delete(child);
	if (running.size === 0) for (const signal of signals) process.off(signal, end);
}

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 where a signal ended the tool
 * @property {string} stdout
 * @property {string} output stdout and stderr as they came
 */

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, show?: 'stderr', cwd?: string }} [options] `show`: straight to the terminal
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { env = process.env, shell = false, show, cwd } = {}) {
	return new Promise((done, refuse) => {
		const child = spawn(program, args, {
			cwd: cwd ?? root,
			env,
			shell,
			stdio: show ? ['inherit', 2, 2] : ['ignore', 'pipe', 'pipe']
		});
		began(child);
		/** @type {Buffer[]} */
		const stdout = [];
		/** @type {Buffer[]} */
		const output = [];
		child.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
			stdout.push(chunk);
			output.push(chunk);
		});
		child.stderr?.on('data', (/** @type {Buffer} */ chunk) => output.push(chunk));
		child.on('error', (error) => {
			ended(child);
			refuse(new Refusal(`${program} could not be started: ${error.message}`));
		});
		child.on('close', (code) => {
			ended(child);
			done({
				code: code ?? 1,
				stdout: Buffer.concat(stdout).toString('utf8'),
				output: Buffer.concat(output).toString('utf8')
			});
		});
	});
}

/**
 * The script behind an installed package's command.
 * @param {string} name of the package
 * @param {string} [binary] where the package has several
 */
export function toolPath(name, binary = name) {
	const folder = join(root, 'node_modules', ...name.split('/'));
	/** @type {{ bin: string | Record<string, string> }} */
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const path = typeof bin === 'string' ? bin : bin[binary];
	if (!path) throw new Error(`${name} has no command ${binary}`);
	return join(folder, path);
}

/**
 * Runs an installed tool; its output stands in the refusal where it fails.
 * @param {string} name of its package; `package:command` where they differ
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runTool(name, args, env = process.env) {
	const [owner = name, binary] = name.split(':');
	const outcome = await run(process.execPath, [toolPath(owner, binary), ...args], { env });
	if (outcome.code !== 0) throw new Refusal(tailOf(outcome.output));
	return outcome;
}

/**
 * The end of a tool's output, where the reason stands.
 * @param {string} output
 * @param {number} [most] lines
 */
export function tailOf(output, most = 80) {
	// Some tools colour their words even where nobody can see it.
	const plain = process.stderr.isTTY ? output : stripVTControlCharacters(output);
	const lines = plain.trimEnd().split('\n');
	const left = lines.length - most;
	return left > 0
		? [`(${left} lines left out)`, ...lines.slice(-most)].join('\n')
		: lines.join('\n');
}
