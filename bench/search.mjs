// npm run bench:search: our search beside its peers, on the same texts in the same run, each in processes of its own.
// Not a test: times depend on the machine, and on what else it does meanwhile; their ratios less so.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { install } from '../scripts/install.mjs';
import { Refusal, command, describeCount, readOptions, step } from '../scripts/terminal.mjs';
import { root } from '../scripts/tool.mjs';
import { atMost, printGrid, printTable } from './table.mjs';

const usage = 'npm run bench:search -- [--articles 1000,10000,150000]';
const sizes = '1000,10000,150000';
/** Beyond this the peers are left out: some take hours, or more memory than there is. */
const mostForPeers = 10_000;
/** Generated articles among which headlines look for their bodies. */
const knownAmong = 1000;
/** Questions whose first bytes are counted. */
const firsts = 5;
const peers = ['miniSearch', 'lunr', 'orama', 'pagefind'];
/** @type {Record<string, string>} */
const names = {
	ours: 'Hemeroteca',
	miniSearch: 'MiniSearch',
	lunr: 'Lunr',
	orama: 'Orama',
	pagefind: 'Pagefind'
};

/**
 * @typedef {import('./table.mjs').Row} Row
 * @typedef {{ seconds: number, indexBytes: number }} Built
 * @typedef {{ loaded: number, used: number, p50: number, p95: number, p99: number }} Timed
 * @typedef {Built & Timed & { first: Record<string, number> | null }} Measured
 * @typedef {(number | null)[]} Ranks of the right row in the answer to each query, see `known` in measure.mjs
 * @typedef {{ any: boolean, set: string, ranks: Ranks }} Asked
 */

const scratch = mkdtempSync(join(tmpdir(), 'hemeroteca-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** One measurement, in a process of its own. @param {...string} args @returns {Promise<any>} */
async function measure(...args) {
	const script = join(root, 'bench', 'search', 'measure.mjs');
	const node = ['--expose-gc', '--max-old-space-size=16000', '--import', 'tsx', script];
	const { stdout } = await promisify(execFile)(process.execPath, [...node, ...args], {
		cwd: root,
		maxBuffer: 1e8
	});
	return JSON.parse(stdout);
}

const megabytes = (/** @type {number} */ bytes) =>
	`${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1)} MB`;
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const ms = (/** @type {number} */ value) => `${value.toFixed(value < 100 ? 2 : 0)} ms`;
/** All that is fetched but the columns of the facets, which have a bar of their own. @param {Measured['first']} parts */
const total = (parts) =>
	parts &&
	Object.entries(parts).reduce((sum, [what, bytes]) => sum + (what === 'catalog' ? 0 : bytes), 0);

/**
 * A share of a peer's figure, beside the most it may be.
 * @param {string} what @param {number | null | undefined} own @param {number | null | undefined} other @param {number} most
 * @returns {Row[]}
 */
function share(what, own, other, most) {
	if (own === null || own === undefined || !other) return [];
	return [
		{ what, figure: (own / other).toFixed(2), bar: `at most ${most}`, met: own <= other * most }
	];
}

/** What is fetched for a first question and ten rows: that of the middle one of some questions. @param {...string} args */
async function measureFirst(...args) {
	const script = String(await measure('script'));
	/** @type {Record<string, number>[]} */
	const all = [];
	for (let at = 0; at < firsts; at += 1)
		all.push(await measure('first', ...args, String(at), script));
	return all.sort((a, b) => (total(a) ?? 0) - (total(b) ?? 0))[Math.floor(firsts / 2)] ?? null;
}

/** Builds and asks every engine at one size. @param {number} articles */
async function measureSize(articles) {
	const corpus = join(scratch, String(articles));
	const many = describeCount(articles, 'article');
	await step(
		'Texts',
		() => measure('invent', String(articles), corpus),
		({ megabytes }) => `${many}, ${megabytes.toFixed(0)} MB as JSON`
	);
	/** @type {Map<string, Measured>} */
	const all = new Map();
	for (const name of articles > mostForPeers ? ['ours'] : ['ours', ...peers]) {
		const index = join(corpus, name);
		all.set(
			name,
			await step(names[name] ?? name, async () => ({
				...(await measure('build', name, corpus, index)),
				...(await measure('ask', name, corpus, index)),
				first:
					name === 'ours' || name === 'pagefind' ? await measureFirst(name, corpus, index) : null
			}))
		);
		rmSync(index, { recursive: true, force: true });
	}
	rmSync(corpus, { recursive: true, force: true });
	return all;
}

/** @param {number} articles @param {Map<string, Measured>} all */
function printSize(articles, all) {
	console.log(`\n${describeCount(articles, 'article')}\n`);
	printGrid(
		['', 'build', 'index gz', 'first result', 'loaded', 'used', 'p50', 'p95', 'p99'],
		[...all].map(([name, one]) => [
			names[name] ?? name,
			`${one.seconds.toFixed(1)} s`,
			megabytes(one.indexBytes),
			one.first ? kilobytes(total(one.first) ?? 0) : '',
			megabytes(one.loaded),
			megabytes(one.used),
			ms(one.p50),
			ms(one.p95),
			ms(one.p99)
		])
	);
	const [own, mini, pagefind] = ['ours', 'miniSearch', 'pagefind'].map((name) => all.get(name));
	if (!own?.first) return;
	console.log();
	const first = total(own.first) ?? 0;
	/** @type {Row[]} */
	const rows = [
		...share('Index, of MiniSearch’s', own.indexBytes, mini?.indexBytes, 0.5),
		...share('p95, of MiniSearch’s', own.p95, mini?.p95, 0.25),
		// A small archive is fetched whole at once; what that costs is measured as the first visit of `npm run bench`.
		...(articles < 10_000
			? []
			: share(
					'Bytes before the first result, of Pagefind’s',
					first,
					total(pagefind?.first ?? null),
					0.5
				)),
		atMost(
			'Bytes before the first result',
			first / 1000,
			'kB',
			articles >= 150_000 ? 400 : undefined
		),
		...Object.entries(own.first)
			.filter(([what]) => what !== 'catalog')
			.map(([what, bytes]) => atMost(`  of it ${what}`, bytes / 1000, 'kB')),
		atMost(
			'Columns that facets need',
			(own.first['catalog'] ?? 0) / 1000,
			'kB',
			articles >= 150_000 ? 1000 : undefined
		)
	];
	printTable(rows);
}

/** Headlines that look for their bodies, in every engine. */
async function measureKnown() {
	const corpora = [join(scratch, 'known'), join(scratch, 'printed')];
	await step(
		'Headlines',
		async () => [
			await measure('invent-known', String(knownAmong), corpora[0] ?? ''),
			await measure('invent-printed', '', corpora[1] ?? '')
		],
		(sets) => `${sets.map(({ asked }) => asked).join(' and ')} to be found`
	);
	/** @type {Map<string, Asked[]>} */
	const all = new Map();
	for (const name of ['ours', ...peers]) {
		const work = async () => {
			const asked = [];
			for (const corpus of corpora) {
				const index = join(corpus, name);
				await measure('build', name, corpus, index);
				asked.push(...(await measure('known', name, corpus, index)));
			}
			return asked;
		};
		all.set(name, await step(names[name] ?? name, work));
	}
	return all;
}

/** Mean reciprocal rank and nDCG at ten, where one row is right: it gains 1/rank and 1/log2(rank + 1). @param {Ranks} ranks */
function score(ranks) {
	const right = ranks.flatMap((rank) => (rank && rank <= 10 ? [rank] : []));
	const mean = (/** @type {(rank: number) => number} */ gain) =>
		right.reduce((sum, rank) => sum + gain(rank), 0) / Math.max(1, ranks.length);
	return { mrr: mean((rank) => 1 / rank), ndcg: mean((rank) => 1 / Math.log2(rank + 1)) };
}

/** @param {Map<string, Asked[]>} all */
function printKnown(all) {
	const kinds = all.get('ours') ?? [];
	/** @param {string} name @param {{ any: boolean, set: string }} kind */
	const find = (name, kind) =>
		all.get(name)?.find(({ any, set }) => any === kind.any && set === kind.set)?.ranks;
	const title = (/** @type {Asked} */ { any, set }) => `${any ? 'any word' : 'all words'}, ${set}`;
	console.log('\nKnown items: a headline asked for among bodies, MRR@10 / nDCG@10\n');
	printGrid(
		['', ...kinds.map((kind) => `${title(kind)} (${kind.ranks.length})`)],
		[...all.keys()].map((name) => [
			names[name] ?? name,
			...kinds.map((kind) => {
				const ranks = find(name, kind);
				if (!ranks) return '';
				const { mrr, ndcg } = score(ranks);
				return `${mrr.toFixed(3)} / ${ndcg.toFixed(3)}`;
			})
		])
	);
	// Where all words are required, who requires fewer of them finds more; how well each ranks shows where both find what is
	// right. `both[set][peer]`: nDCG@10 of ours and of the peer there.
	const strict = kinds.filter(({ any }) => !any);
	const both = strict.map((kind) =>
		peers.map((peer) => {
			const theirs = find(peer, kind) ?? [];
			const found = [...kind.ranks.keys()].filter((at) => kind.ranks[at] && theirs[at]);
			const [own = 0, other = 0] = [kind.ranks, theirs].map(
				(ranks) => score(found.map((at) => ranks[at] ?? null)).ndcg
			);
			const [ourCount, theirCount] = [kind.ranks, theirs].map(
				(ranks) => ranks.filter(Boolean).length
			);
			const counts = `${found.length}; ${ourCount}, ${theirCount}`;
			return { peer: names[peer] ?? peer, own, other, counts };
		})
	);
	console.log(
		'\nAll words: what both find, nDCG@10 of ours / of the peer (so many; found by ours, by the peer)\n'
	);
	printGrid(
		['', ...strict.map(({ set }) => set)],
		peers.map((peer, at) => [
			names[peer] ?? peer,
			...both.map((row) => {
				const { own = 0, other = 0, counts = '' } = row[at] ?? {};
				return `${own.toFixed(3)} / ${other.toFixed(3)} (${counts})`;
			})
		])
	);
	console.log();
	printTable([
		...kinds
			.filter(({ any }) => any)
			.map((kind) => {
				const own = score(kind.ranks).ndcg;
				const best = Math.max(...peers.map((peer) => score(find(peer, kind) ?? []).ndcg));
				return isAhead(`nDCG@10, ${title(kind)}`, own, best);
			}),
		...strict.map((kind, at) => {
			// That of all peers over which the lead is least.
			const [least] = (both[at] ?? []).sort((a, b) => a.own - a.other - (b.own - b.other));
			const { peer = '', own = 0, other = 0 } = least ?? {};
			return isAhead(`nDCG@10, ${title(kind)}, of what ${peer} finds too`, own, other);
		})
	]);
}

/** Nobody is ahead of who puts everything first. @param {string} what @param {number} own @param {number} best @returns {Row} */
function isAhead(what, own, best) {
	const figure = own.toFixed(3);
	return own === 1
		? { what, figure, bar: `all first; ${best.toFixed(3)}`, met: true }
		: { what, figure, bar: `above ${best.toFixed(3)}`, met: own > best };
}

await command(async () => {
	const { articles = sizes } = readOptions({ articles: { type: 'string' } }, usage);
	const asked = articles.split(',').map(Number);
	if (!asked.every((size) => Number.isInteger(size) && size > 0 && size <= 200_000)) {
		throw new Refusal(
			`--articles takes whole numbers from 1 to 200000, parted by commas, not “${articles}”.\n${usage}`
		);
	}
	await install();
	await install(join(root, 'bench'));
	const known = await measureKnown();
	/** @type {[number, Map<string, Measured>][]} */
	const measured = [];
	for (const size of asked) measured.push([size, await measureSize(size)]);
	for (const [size, all] of measured) printSize(size, all);
	printKnown(known);
});
