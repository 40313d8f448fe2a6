/**
 * FlexSearch without what our use of it never reaches: documents, encoders, workers, highlighting, key stores, files.
 * Its own builds leave parts out by flags too, but none of them is what we use (an index behind a storage), and its
 * package is one minified file that nothing can be shaken from. So a page is built from the library's own modules, and
 * those not named here are replaced by stubs which say so when something calls them. 17 kB gz become 3. A page only
 * reads an index: what adds to one is left out too.
 * Node takes the whole library; the browser tests hold that both answer alike.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

// The package names no module of its own: they are found beside its whole file.
const modules = join(dirname(createRequire(import.meta.url).resolve('flexsearch')), 'module');

const kept = new Set(['index.js', 'index/search.js', 'common.js', 'preset.js']);

/** What is called, and of which we need nothing, or only this. */
const reduced = new Map([
	['async.js', 'export default () => {};'],
	['resolver.js', 'export default function Resolver(result) { this.result = result ?? []; }']
]);

const entry = '\0flexsearch';

/** @returns {import('vite').Plugin} */
export function flexsearchBuild() {
	return {
		name: 'flexsearch-build',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		resolveId(source) {
			return source === 'flexsearch' ? entry : null;
		},
		load(id) {
			if (id === entry)
				return `export { default as Index } from ${JSON.stringify(join(modules, 'index.js'))};`;
			const module = relative(modules, id).replaceAll('\\', '/');
			if (module.startsWith('..') || kept.has(module)) return null;
			return reduced.get(module) ?? stubOf(module, readFileSync(id, 'utf8'));
		}
	};
}

/**
 * A module with the names that the given one exports, each a function that throws.
 *
 * @param {string} module
 * @param {string} code
 */
function stubOf(module, code) {
	const thrower = `() => { throw new Error('${module} of FlexSearch is not in this build: see scripts/flexsearch-build.mjs'); }`;
	const names = [...code.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)];
	return [
		...names.map(([, name]) => `export const ${name} = ${thrower};`),
		...(/^export default /m.test(code) ? [`export default ${thrower};`] : [])
	].join('\n');
}
