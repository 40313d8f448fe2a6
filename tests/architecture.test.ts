import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The law of the code: which folder of src/lib may import which. A file of a folder is named `folder/file`. */
const law: Record<string, readonly string[]> = {
	archive: [],
	chart: [],
	bundle: ['archive'],
	ingest: ['archive'],
	cite: ['archive'],
	search: ['archive', 'bundle/format', 'bundle/block', 'bundle/gzip', 'bundle/hash', 'bundle/rows'],
	filter: ['archive', 'bundle/format'],
	keep: ['bundle/format', 'bundle/hash', 'bundle/rows', 'search/store'],
	press: ['archive', 'ingest', 'search', 'bundle'],
	explorer: ['archive', 'bundle', 'search', 'filter'],
	view: [
		'explorer',
		'chart',
		'archive',
		'cite',
		'filter/link',
		'filter/selection',
		'filter/trend',
		'filter/version',
		'search/excerpt',
		// Articles by the thousand, for what is exported.
		'bundle/sweep'
	],
	style: []
};
/** Folders of which any file may be imported for its types, which leave nothing behind in the page. */
const typesOf: Record<string, readonly string[]> = {
	view: ['filter', 'search', 'bundle']
};

const lib = resolve('src/lib');

function filesUnder(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) return filesUnder(path);
		return /\.(ts|svelte)$/.test(name) ? [path] : [];
	});
}

interface Import {
	from: string;
	what: string;
	typeOnly: boolean;
}

function importsOf(path: string): Import[] {
	const text = readFileSync(path, 'utf8');
	const pattern = /(?:import|export)\s+(type\s+)?([^'"();]*?)\s*from\s+['"]([^'"]+)['"]/g;
	const found = [...text.matchAll(pattern)].map((match) => ({
		from: match[3] ?? '',
		typeOnly:
			match[1] !== undefined ||
			/^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}$/.test((match[2] ?? '').trim())
	}));
	const bare = [...text.matchAll(/import\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => ({
		from: match[1] ?? '',
		typeOnly: false
	}));
	return [...found, ...bare].map((each) => ({
		...each,
		what: each.from.startsWith('.')
			? relative(lib, resolve(dirname(path), each.from)).replaceAll('\\', '/')
			: each.from
	}));
}

const files = filesUnder(lib).map((path) => ({
	path: relative(lib, path).replaceAll('\\', '/'),
	imports: importsOf(path)
}));

/** Whether one file may import another, both by their path in src/lib. */
function isLawful(from: string, { what, typeOnly }: Import): boolean {
	const folder = from.split('/')[0] ?? '';
	const [target = ''] = what.split('/');
	if (!(folder in law) || target === folder) return true;
	const bare = what.replace(/\.(svelte\.)?ts$/, '');
	if (law[folder]?.some((each) => each === target || each === bare)) return true;
	return typeOnly && (typesOf[folder]?.includes(target) ?? false);
}

describe('the stages know the nouns and never each other', () => {
	test('the test sees the imports it judges', () => {
		const explorer = files.find(({ path }) => path === 'explorer/explorer.svelte.ts');
		expect(explorer?.imports.map(({ what }) => what)).toContain('filter/mask.ts');
		expect(
			isLawful('search/engine.ts', { from: '', what: 'filter/mask.ts', typeOnly: false })
		).toBe(false);
		expect(isLawful('view/X.svelte', { from: '', what: 'filter/mask.ts', typeOnly: true })).toBe(
			true
		);
	});

	for (const folder of Object.keys(law)) {
		test(`${folder} imports only what it may`, () => {
			const trespasses = files
				.filter(({ path }) => path.startsWith(`${folder}/`))
				.flatMap(({ path, imports }) =>
					imports
						.filter(({ from }) => from.startsWith('.') || from.startsWith('$lib'))
						.filter((each) => !isLawful(path, each))
						.map(({ what }) => `${path} -> ${what}`)
				);
			expect(trespasses).toEqual([]);
		});
	}

	test('the pure folders import nothing of Node, Svelte or Kit', () => {
		const pure = /^(archive|bundle|ingest|press|search|filter|cite|chart\/place)\//;
		const trespasses = files
			.filter(({ path }) => pure.test(path))
			.flatMap(({ path, imports }) =>
				imports
					.filter(({ from }) => /^(node:|svelte|\$app|\$env|\$lib)/.test(from))
					.map(({ from }) => `${path} -> ${from}`)
			);
		expect(trespasses).toEqual([]);
	});

	test('nobody imports the routes or the commands', () => {
		const trespasses = files.flatMap(({ path, imports }) =>
			imports
				.filter(({ what }) => /^\.\.\/(routes|cli)\//.test(what))
				.map(({ what }) => `${path} -> ${what}`)
		);
		expect(trespasses).toEqual([]);
	});

	test('only brush.ts takes hold of elements through d3', () => {
		const others = files
			.filter(({ path }) => path !== 'chart/brush.ts')
			.filter(({ path }) =>
				/\b(select|selectAll|pointer|brushX)\b[^;]*from ['"]d3/.test(
					readFileSync(join(lib, path), 'utf8')
				)
			);
		expect(others.map(({ path }) => path)).toEqual([]);
	});
});

describe('the README draws the tree as it is', () => {
	test('every folder of src/lib stands in it, and no other', () => {
		const readme = readFileSync('README.md', 'utf8');
		const drawn = [...readme.matchAll(/^ {4,}(\w+)\/ {2,}/gm)].map((match) => match[1]);
		const there = readdirSync(lib).filter((name) => statSync(join(lib, name)).isDirectory());
		expect([...drawn].sort()).toEqual([...there].sort());
	});
});
