// One measurement of one engine, in a process of its own so that nothing else is in its memory:
// node --expose-gc --import tsx bench/search/measure.mjs <what> <engine> <corpus folder> <index folder> [which question] [bytes of script]
import { ourFirst, ourScript, packOurs, pagefindFirst } from './bundle.mjs';
import {
	readCorpus,
	readKnown,
	readQueries,
	inventCorpus,
	inventKnown,
	inventPrinted
} from './corpus.mjs';
import { engines } from './engines.mjs';
import { percentile } from '../table.mjs';

/** How often every query is timed. */
const timedRounds = 5;

const [what = '', name = '', corpus = '', index = '', at = '0', script = '0'] =
	process.argv.slice(2);
const engine = engines[name] && (await engines[name]());

/** Bytes in use, on the heap and in buffers beside it. */
function memory() {
	globalThis.gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

async function build() {
	const given = await readCorpus(corpus);
	const start = performance.now();
	await engine.build(given, index);
	const seconds = (performance.now() - start) / 1000;
	if (name === 'ours')
		await packOurs(
			index,
			given.map(({ article }) => article)
		);
	return { seconds, indexBytes: engine.indexBytes(index) };
}

async function ask() {
	const queries = readQueries(corpus);
	const before = memory();
	const open = await engine.open(index);
	const loaded = memory() - before;
	// Once unmeasured: whoever fetches as it goes has fetched, and everybody's code is warm.
	for (const one of queries) await open.ask(one, false);
	const used = memory() - before;
	// Of several times the middle one counts: the machine is seldom alone with us.
	/** @type {number[][]} */
	const rounds = queries.map(() => []);
	for (let round = 0; round < timedRounds; round += 1) {
		for (const [at, one] of queries.entries()) {
			const start = performance.now();
			await open.ask(one, false);
			rounds[at]?.push(performance.now() - start);
		}
	}
	const times = rounds.map((one) => percentile(one, 0.5));
	const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
	return { loaded, used, p50, p95, p99 };
}

/** What is fetched for a first question and ten rows of its answer; one question, since whatever is fetched is kept. */
function first() {
	const query = readQueries(corpus)[Number(at)] ?? '';
	return name === 'ours' ? ourFirst(index, query, Number(script)) : pagefindFirst(index, query);
}

/** How far down the answers are looked through for what is known to be right. */
const lookedThrough = 100;

/**
 * Where each known item stands: `ranks` of the one row that is right, from 1; 0 where it is not among the first so many, and
 * null where nothing at all was found.
 */
async function known() {
	const open = await engine.open(index);
	const asked = [];
	const all = readKnown(corpus);
	for (const any of engine.any ? [true, false] : [false]) {
		for (const set of new Set(all.map((item) => item.set))) {
			/** @type {(number | null)[]} */
			const ranks = [];
			for (const { query, row } of all.filter((item) => item.set === set)) {
				const rows = await open.first(await open.ask(query, any), lookedThrough);
				ranks.push(rows.length === 0 ? null : rows.indexOf(row) + 1);
			}
			asked.push({ any, set, ranks });
		}
	}
	return asked;
}

const tasks = {
	invent: () => inventCorpus(corpus, Number(name)),
	'invent-known': () => inventKnown(corpus, Number(name)),
	'invent-printed': () => inventPrinted(corpus),
	build,
	ask,
	known,
	first,
	script: ourScript
};
const result = await tasks[/** @type {keyof typeof tasks} */ (what)]();
process.stdout.write(JSON.stringify(result), () => process.exit());
