// node --import tsx bench/search/held-out.mjs: whether the ranking is as good on questions that it was not chosen on.
// The settings are chosen on one half of the known items and judged on the other, each way round; and the settings in force
// are set beside their peers on two sets that were never looked at. Nothing here changes the product.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '../../scripts/install.mjs';
import { root } from '../../scripts/tool.mjs';
import { c, countOf, delta, lengthOfCode } from '../../src/lib/search/impact.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { absent, byName } from '../../src/lib/search/terms.ts';
import { printGrid } from '../table.mjs';
import { diskReader, packOurs } from './bundle.mjs';
import { inventKnown, inventPrinted, inventUntouched, readCorpus, readKnown } from './corpus.mjs';
import { engines } from './engines.mjs';

/** Articles among which headlines look for their bodies, as in `npm run bench:search`. */
const knownAmong = 1000;
const peers = ['miniSearch', 'lunr'];
/** How far down an answer is looked through for what is right. */
const lookedThrough = 100;

/**
 * How a word that stands `count` times in a text, which is so many times as long as the mean, and in one of `rarity` texts,
 * adds to its score.
 * @typedef {{ name: string, impact: (count: number, length: number, rarity: number, articles: number) => number }} Model
 */

/** @param {number} scale @param {number} least @returns {Model} as in impact.ts, with other numbers */
const lgd = (scale, least) => ({
	name: `LGD, c ${scale}, δ ${least}`,
	impact: (count, length, rarity) =>
		Math.log((1 + count * Math.log2(1 + scale / length) * rarity) * (1 + least * rarity))
});

/** @param {number} k @param {number} b @param {number} least @returns {Model} BM25, and with a least impact BM25+ */
const bm25 = (k, b, least) => ({
	name: `BM25${least > 0 ? '+' : ''}, k1 ${k}, b ${b}${least > 0 ? `, δ ${least}` : ''}`,
	impact: (count, length, rarity, articles) =>
		Math.log(1 + (articles - articles / rarity + 0.5) / (articles / rarity + 0.5)) *
		((count * (k + 1)) / (count + k * (1 - b + b * length)) + least)
});

const inForce = lgd(c, delta);
const usual = bm25(1.2, 0.75, 0);
/** @type {Record<string, Model[]>} */
const families = {
	LGD: [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 2].flatMap((scale) =>
		[0, 0.01, 0.02, 0.05, 0.1].map((least) => lgd(scale, least))
	),
	'BM25(+)': [1.2, 2, 3, 5].flatMap((k) =>
		[0.4, 0.6, 0.75, 0.9].flatMap((b) => [0, 0.25, 0.75].map((least) => bm25(k, b, least)))
	)
};
const models = [inForce, usual, ...Object.values(families).flat()];

/**
 * One question: by model and peer the nDCG@10 of its answer, and whether all of them found what is right.
 * @typedef {{ set: string, row: number, ndcg: Map<string, number>, found: boolean }} Judged
 */

const gain = (/** @type {number} */ rank) => (rank > 0 && rank <= 10 ? 1 / Math.log2(rank + 1) : 0);

/** An index of a corpus for every engine that is judged. @param {string} corpus */
async function build(corpus) {
	const given = await readCorpus(corpus);
	const own = join(corpus, 'ours');
	await (await engines['ours']?.())?.build(given, own);
	await packOurs(
		own,
		given.map(({ article }) => article)
	);
	for (const name of peers) await (await engines[name]?.())?.build(given, join(corpus, name));
}

/**
 * Every known item of a corpus, asked of every model and peer.
 * @param {string} corpus
 * @param {boolean} any whether any of the words is enough
 * @returns {Promise<Judged[]>}
 */
async function judge(corpus, any) {
	const own = join(corpus, 'ours');
	const manifest = JSON.parse(readFileSync(join(own, 'manifest.json'), 'utf8'));
	const engine = await openEngine({ manifest, read: diskReader(own) });
	/** @type {number} */
	const articles = manifest.counts.articles;
	const others = await Promise.all(
		peers.map(async (name) => {
			const peer = await engines[name]?.();
			if (!peer) throw new Error(`There is no engine ${name}.`);
			return { name, open: await peer.open(join(corpus, name)) };
		})
	);
	/** @type {Judged[]} */
	const judged = [];
	for (const { query, row, set } of readKnown(corpus)) {
		const question = { query, any };
		const { rows, scores } = await engine.ask(question);
		const { terms, asked } = await engine.termsOf(question);
		const { lengths, frequencies } = await terms.weights();
		// How long the mean is stands in what the engine reckons with: a single word in a text of length 1.
		const mean = (2 ** (frequencies[(16 - 1) * 256] ?? 0) - 1) / c;
		const held = await Promise.all([...byName(asked)].map((term) => terms.postings(term)));
		let found = rows?.includes(row) ?? false;
		/** @type {Map<string, number>} */
		const ndcg = new Map();
		for (const { name, impact } of models) {
			const sums = new Float64Array(articles);
			for (const { rows: holding, slotOfRow } of held) {
				const rarity = articles / holding.length;
				for (const at of holding) {
					const slot = slotOfRow[at] ?? absent;
					const length = lengthOfCode(lengths[at] ?? 0) / mean;
					sums[at] = (sums[at] ?? 0) + impact(countOf(slot), length, rarity, articles);
				}
			}
			const right = sums[row] ?? 0;
			// Equal ones stand in the order of the texts.
			let rank = 1;
			for (const at of rows ?? [])
				if ((sums[at] ?? 0) > right || (sums[at] === right && at < row)) rank += 1;
			ndcg.set(name, found ? gain(rank) : 0);
			// What is reckoned here is what the engine reckons.
			if (name !== inForce.name || !rows) continue;
			const off = rows.findIndex(
				(at, place) => Math.abs((sums[at] ?? 0) - (scores[place] ?? 0)) > 1e-3
			);
			if (off >= 0) throw new Error(`Of “${query}” the engine reckons something else.`);
		}
		for (const { name, open } of others) {
			const first = await open.first(await open.ask(query, any), lookedThrough);
			ndcg.set(name, gain(first.indexOf(row) + 1));
			found &&= first.includes(row);
		}
		judged.push({ set, row, ndcg, found });
	}
	return judged;
}

/** @param {Judged[]} judged @param {string} name of a model or peer */
const meanOf = (judged, name) =>
	judged.reduce((sum, { ndcg }) => sum + (ndcg.get(name) ?? 0), 0) / Math.max(1, judged.length);

/** By set, in the order in which the sets come. @param {Judged[]} judged */
function bySet(judged) {
	/** @type {Map<string, Judged[]>} */
	const sets = new Map();
	for (const one of judged) sets.set(one.set, [...(sets.get(one.set) ?? []), one]);
	return sets;
}

/** What a model is chosen by: the sum of the means of all sets. @param {Judged[]} judged @param {string} name */
const sumOf = (judged, name) =>
	[...bySet(judged).values()].reduce((sum, set) => sum + meanOf(set, name), 0);

/** @param {Judged[]} judged @param {Model[]} family */
const bestOf = (judged, family) =>
	family.reduce((best, model) =>
		sumOf(judged, model.name) > sumOf(judged, best.name) ? model : best
	);

/** @param {Judged[]} judged @param {string} label @param {string[]} names */
function print(judged, label, names) {
	const sets = [...bySet(judged)];
	printGrid(
		[label, ...sets.map(([set, items]) => `${items.length} ${set}`)],
		names.map((name) => [name, ...sets.map(([, items]) => meanOf(items, name).toFixed(3))])
	);
	console.log();
}

/** The mean of what one has over the other, and its standard error, over all items. @param {Judged[]} judged @param {string} one @param {string} other */
function lead(judged, one, other) {
	const gaps = judged.map(({ ndcg }) => (ndcg.get(one) ?? 0) - (ndcg.get(other) ?? 0));
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
	const spread = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
	return `${mean >= 0 ? '+' : ''}${mean.toFixed(3)} ± ${Math.sqrt(spread / gaps.length).toFixed(3)}`;
}

const scratch = mkdtempSync(join(tmpdir(), 'hemeroteca-held-out-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const folder = (/** @type {string} */ name) => join(scratch, name);

await install(join(root, 'bench'));
await inventKnown(folder('known'), knownAmong);
await inventPrinted(folder('printed'));
await inventUntouched(folder('later'), 'later');
await inventUntouched(folder('manuals'), 'manuals');
/** @param {string[]} corpora @param {boolean} any */
async function judgeAll(corpora, any) {
	const judged = [];
	for (const corpus of corpora) judged.push(...(await judge(folder(corpus), any)));
	return judged;
}
for (const corpus of ['printed', 'known', 'later', 'manuals']) await build(folder(corpus));
const chosenOn = await judgeAll(['printed', 'known'], true);
const untouched = await judgeAll(['later', 'manuals'], true);

console.log(
	'\nnDCG@10, any word. On what the settings in force were chosen on, and on what they were not:\n'
);
const all = [inForce.name, usual.name, ...peers];
print(chosenOn, 'chosen on', all);
print(untouched, 'never looked at', [
	...all,
	...Object.values(families).map((one) => bestOf(chosenOn, one).name)
]);
for (const [set, items] of bySet(untouched))
	for (const name of [usual.name, ...peers])
		console.log(`  ${set}: ahead of ${name} by ${lead(items, inForce.name, name)}`);

// Who requires fewer of the words finds more: how well each ranks shows where all of them find what is right.
const required = await judgeAll(['printed', 'known', 'later', 'manuals'], false);
console.log('\nnDCG@10, all words required, of what all of them find:\n');
print(
	required.filter(({ found }) => found),
	'all words',
	all
);
for (const [set, items] of bySet(required.filter(({ found }) => found)))
	for (const name of peers)
		console.log(`  ${set}: ahead of ${name} by ${lead(items, inForce.name, name)}`);

/** Two ways of parting every set: every other item, and the first half and the last, which are of other texts and genres. */
const partings = {
	'every other': (/** @type {number} */ at) => at % 2 === 0,
	'first and last': (/** @type {number} */ at, /** @type {number} */ of) => at < of / 2
};
for (const [parting, isFirst] of Object.entries(partings)) {
	const sets = [...bySet(chosenOn).values()];
	const half = (/** @type {boolean} */ first) =>
		sets.flatMap((items) => items.filter((_, at) => isFirst(at, items.length) === first));
	for (const first of [true, false]) {
		const [chosen, judged] = [half(first), half(!first)];
		const best = Object.values(families).map((family) => bestOf(chosen, family).name);
		const hindsight = Object.values(families).map((family) => bestOf(judged, family).name);
		console.log(
			`\nChosen on one half (${parting}), judged on the other; then the best there in hindsight:\n`
		);
		print(judged, 'judged', [...new Set([...best, inForce.name, ...peers, ...hindsight])]);
		console.log(
			`  chosen LGD ahead of the chosen BM25 by ${lead(judged, best[0] ?? '', best[1] ?? '')}`
		);
		for (const name of peers) console.log(`  … of ${name} by ${lead(judged, best[0] ?? '', name)}`);
	}
}
process.exit();
