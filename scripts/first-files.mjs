import { resolve } from 'node:path';

/** What a first visit to the front page runs: Kit itself, the layout and the page. */
const first = [
	'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
	'src/routes/+layout.svelte',
	'src/routes/+layout.ts',
	'src/routes/+page.svelte',
	'src/routes/+page.ts'
];

/**
 * A plugin for Vite that puts into one file what the front page shares with any other part of the site. Left alone,
 * every set of parts that share a module gets a file of its own: two dozen small ones, each compressed by itself, are
 * some five kilobytes more than one.
 * @returns {import('vite').Plugin}
 */
export function firstFiles() {
	return {
		name: 'first-files',
		apply: 'build',
		configResolved({ build }) {
			const { output } = build.rolldownOptions;
			// The site's pages as they are prerendered, and the one file, have no files to be fetched.
			if (build.ssr || !output || Array.isArray(output) || output.codeSplitting === false) return;
			/** @type {Set<string> | null} */
			let reached = null;
			output.codeSplitting = {
				groups: [
					{
						name: (id, context) => ((reached ??= reach(context)).has(id) ? 'first' : null),
						minShareCount: 2
					}
				]
			};
		}
	};
}

/**
 * What `first` imports at once, directly or not. Of D3's packages, whose index names all that they have, only those that
 * something in here uses are taken along.
 * @param {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} context
 */
function reach(context) {
	/** @type {Set<string>} */
	const reached = new Set();
	const waiting = first.map((path) => resolve(path));
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		const info = context.getModuleInfo(id);
		if (!info || reached.has(id) || /node_modules[\\/]d3/.test(id)) continue;
		reached.add(id);
		waiting.push(...info.importedIds);
	}
	return reached;
}
