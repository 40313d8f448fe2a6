import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An address of nothing but the base, after another and before the next: what is left of a list that nobody reads. */
const leftover = /(?<=;)([\w$]+)\+``(?:,\1\+``)*;/g;

/** @param {string} code of a service worker, minified */
export const withoutLeftover = (code) => code.replace(leftover, '');

/**
 * A plugin for Vite that takes out of the service worker what Kit's list of all prerendered pages leaves there. Nothing
 * reads it, but a sum of two words might do something, so that it is kept: five letters for each of 60,000 files.
 * @returns {import('vite').Plugin}
 */
export function workerList() {
	/** @type {string | null} */
	let file = null;
	return {
		name: 'worker-list',
		apply: 'build',
		configResolved({ build }) {
			// Kit makes the service worker beside the client when it has made the server, with plugins of its own alone.
			if (build.ssr) file = join(build.outDir, '..', 'client', 'service-worker.js');
		},
		writeBundle: {
			order: 'post',
			sequential: true,
			handler() {
				if (file && existsSync(file))
					writeFileSync(file, withoutLeftover(readFileSync(file, 'utf8')));
			}
		}
	};
}
