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

const kept = new Set(['index.js', 'index/search.js', 'common.js']);

/** What is called, and of which we need nothing, or only this. */
const reduced = new Map([
	['async.js', 'export default () => {};'],
	['preset.js', 'export default (options) => options;'],
	['resolver.js', 'export default function Resolver(result) { this.result = result ?? []; }']
]);

const entry = '\0flexsearch';
/** What stands in place of all that is left out; the stack tells who called it. */
const absent = '\0flexsearch-absent';

/** @returns {import('vite').Plugin} */
export function flexsearchBuild() {
	return {
		name: 'flexsearch-build',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: (environment) => environment.name === 'client',
		resolveId(source) {
			return source === 'flexsearch' ? entry : source === absent ? absent : null;
		},
		load(id) {
			if (id === entry)
				return `export { default as Index } from ${JSON.stringify(join(modules, 'index.js'))};`;
			if (id === absent)
				return `export default function absent() { throw new Error('This part of FlexSearch is not in this build: see scripts/flexsearch-build.mjs'); }`;
			const module = relative(modules, id).replaceAll('\\', '/');
			if (module.startsWith('..') || kept.has(module)) return null;
			return reduced.get(module) ?? stubOf(readFileSync(id, 'utf8'));
		}
	};
}

/**
 * A module with the names that the given one exports, each a function that throws.
 *
 * @param {string} code
 */
function stubOf(code) {
	const names = [...code.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)/gm)];
	const all = [
		...names.map(([, name]) => name),
		...(/^export default /m.test(code) ? ['default'] : [])
	];
	return `import absent from ${JSON.stringify(absent)};\nexport { ${all.map((name) => `absent as ${name}`).join(', ')} };`;
}
