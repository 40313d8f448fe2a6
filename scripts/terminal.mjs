// How our commands speak: a line a step, a plain sentence when something is refused, never a stack trace.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Something the user can put right: its message is all that is shown. */
export class Refusal extends Error {
	/** @override */
	name = 'Refusal';
}

/**
 * Whether a module is what Node was started with, and not imported by another.
 * @param {string} url the module's `import.meta.url`
 */
export function isCommand(url) {
	const started = process.argv[1];
	return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(url));
}

/**
 * Runs a command's body and sets the exit code. A `Refusal` shows its message; anything else is a bug of ours,
 * shown as one sentence, with its stack only where HEMEROTECA_DEBUG is set.
 * @param {() => Promise<void>} body
 */
export async function command(body) {
	try {
		await body();
	} catch (error) {
		process.exitCode = 1;
		if (error instanceof Refusal) {
			console.error(`\n${error.message}`);
			return;
		}
		const message = error instanceof Error ? error.message : String(error);
		console.error(`\nThis should not happen: ${message}`);
		if (process.env['HEMEROTECA_DEBUG'] && error instanceof Error) console.error(error.stack);
		else console.error('Set HEMEROTECA_DEBUG=1 and run it again to see where.');
	}
}

/**
 * The options of a command line; anything unknown is refused in a sentence.
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {T} options as for `util.parseArgs`
 * @param {string} usage shown beneath the refusal
 */
export function readOptions(options, usage) {
	try {
		return parseArgs({ options, allowPositionals: false, strict: true }).values;
	} catch (error) {
		const words = error instanceof Error ? error.message.split(/\. |\n/)[0] : String(error);
		throw new Refusal(`${words}.\n${usage}`);
	}
}

/**
 * A folder named on the command line: npm runs us in the project's folder, but a person means their own.
 * @param {string} folder
 */
export function folderOf(folder) {
	return resolve(process.env['INIT_CWD'] ?? process.cwd(), folder);
}

/** @param {string | undefined} port */
export function portOf(port) {
	if (port === undefined) return undefined;
	const number = Number(port);
	if (/^\d+$/.test(port) && number > 0 && number < 65_536) return number;
	throw new Refusal(`--port takes a number from 1 to 65535, not “${port}”.`);
}

/**
 * One step of the work: its title while it runs, then what came of it and how long it took.
 * @template T
 * @param {string} title
 * @param {(say: (progress: string) => void) => Promise<T>} work `say` shows progress, on a terminal only
 * @param {(result: T) => string} [describe] what came of it, in a few words
 * @returns {Promise<T>}
 */
export async function step(title, work, describe) {
	const started = performance.now();
	const terminal = process.stdout.isTTY;
	/** @param {string} text @param {string} end */
	const line = (text, end) =>
		process.stdout.write(`${terminal ? '\r\x1b[2K' : ''}  ${title.padEnd(12)} ${text}${end}`);
	if (terminal) line('…', '');
	try {
		const result = await work((progress) => {
			if (terminal) line(progress, '');
		});
		line(`${(describe?.(result) ?? 'done').padEnd(56)} ${seconds(started)}`, '\n');
		return result;
	} catch (error) {
		line(`${'failed'.padEnd(56)} ${seconds(started)}`, '\n');
		throw error;
	}
}

/**
 * Time gone by, for people.
 * @param {number} started a value of `performance.now()`
 */
export function seconds(started) {
	return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** @param {number} bytes */
export function describeBytes(bytes) {
	if (bytes < 1000) return `${bytes} bytes`;
	if (bytes < 999_500) return `${(bytes / 1000).toFixed(0)} kB`;
	return `${(bytes / 1e6).toFixed(1)} MB`;
}

/**
 * `1 article`, `2,000 articles`, `no articles`.
 * @param {number} count @param {string} one @param {string} [many]
 */
export function describeCount(count, one, many = `${one}s`) {
	if (count === 0) return `no ${many}`;
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
