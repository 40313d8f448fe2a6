// The texts that all engines are given, and the questions that all are asked: articles on disk, one a line, and queries
// drawn from them. The same number of articles gives the same bytes.
import {
	createReadStream,
	createWriteStream,
	mkdirSync,
	readFileSync,
	writeFileSync
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateArchive } from '../../src/cli/generate/archive.ts';
import { openRandom } from '../../src/cli/generate/random.ts';
import { fold } from '../../src/lib/archive/fold.ts';
import { isStopWord } from '../../src/lib/archive/stems.ts';
import { scanWords } from '../../src/lib/archive/words.ts';
import { readFolder } from '../../src/lib/folder.server.ts';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import { partsOf } from '../../src/lib/search/parts.ts';
import { readBrown } from './brown.mjs';
import { readManuals } from './manuals.mjs';

/** @typedef {import('../../src/lib/archive/article.ts').Article} Article */
/**
 * What an engine is given of an article: our own the whole, the others its headline and the rest of what is searched.
 * @typedef {{ row: number, headline: string, body: string, article: Article }} Given
 *
 * A headline, asked for where no engine has it, and the row of the body that it belongs to.
 * @typedef {{ query: string, row: number, set: 'seeds' | 'generated' | 'press' | 'books' | 'later' | 'manuals' }} Known
 */

const queries = 600;
const mostWords = 4;
/** Of so many generated articles the last ones are those that no ranking was ever tried on. */
const fresh = { among: 5000, last: 1000 };
/** Headlines of generated articles that are asked for. */
const knownItems = 500;

/** Reads generated seeds by the reader of the product. @param {number} count @returns {Article[]} */
function generated(count) {
	const encoder = new TextEncoder();
	const seeds = [];
	for (const { name, text, sidecar } of generateArchive(count)) {
		seeds.push({ name, bytes: encoder.encode(text) });
		if (sidecar !== null) seeds.push({ name: `${name}.yaml`, bytes: encoder.encode(sidecar) });
	}
	return readSeeds(seeds).articles;
}

/** Words of a text in small letters, as a person would type them: no sign that any engine could take for an operator. */
const typed = (/** @type {string} */ text) =>
	text
		.toLowerCase()
		.replace(/[’']s\b/g, '')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();

/** One to four words of some article, none of them so common that an engine may pass it over. @param {Article[]} articles */
function drawQueries(articles) {
	const random = openRandom('queries');
	const drawn = [];
	while (drawn.length < queries) {
		const words = new Set();
		for (const part of partsOf(random.pick(articles))) {
			scanWords(part.text, (raw) => {
				const word = typed(fold(raw));
				if (/^\p{L}{3,}$/u.test(word) && !isStopWord(word)) words.add(word);
			});
		}
		const left = [...words];
		const wanted = 1 + random.below(mostWords);
		const query = Array.from({ length: Math.min(wanted, left.length) }, () =>
			left.splice(random.below(left.length), 1)
		);
		if (query.length > 0) drawn.push(query.join(' '));
	}
	return drawn;
}

/** @param {string} folder @param {Article[]} articles */
async function write(folder, articles) {
	mkdirSync(folder, { recursive: true });
	const file = createWriteStream(join(folder, 'articles.jsonl'));
	for (const article of articles) {
		if (!file.write(`${JSON.stringify(article)}\n`)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'finish');
}

/** Generated articles, and queries drawn from them. @param {string} folder @param {number} count */
export async function inventCorpus(folder, count) {
	const articles = generated(count);
	await write(folder, articles);
	writeFileSync(join(folder, 'queries.json'), JSON.stringify(drawQueries(articles)));
	return { megabytes: articles.reduce((sum, one) => sum + JSON.stringify(one).length, 0) / 1e6 };
}

/** A section of printed text as an article without a headline. @param {{ body: string }} section @param {number} at @returns {Article} */
const articleOf = ({ body }, at) => ({
	id: `section-${at}`,
	headline: null,
	suppliedHeadline: null,
	kicker: null,
	deck: null,
	byline: null,
	authors: [],
	publication: null,
	language: 'en',
	rights: null,
	date: null,
	dateline: null,
	source: { file: 'sections', lines: [at + 1, at + 1] },
	boundary: 'stated',
	kind: 'full',
	number: null,
	words: body.split(' ').length,
	blocks: [{ kind: 'paragraph', text: body, lines: [at + 1, at + 1] }],
	notes: [],
	why: {}
});

/** Those of some questions that ask for one row alone, and with two words at least. @param {Known[]} known */
function telling(known) {
	const times = new Map();
	for (const { query } of known) times.set(query, (times.get(query) ?? 0) + 1);
	return known.filter(
		({ query }) => times.get(query) === 1 && /\p{L}{3}.* |.* .*\p{L}{3}/u.test(query)
	);
}

/**
 * Printed sections without their headings, and the headings as questions.
 * @param {string} folder
 */
export async function inventPrinted(folder) {
	const sections = readBrown();
	await write(folder, sections.map(articleOf));
	const known = telling(
		sections.map(({ heading, press }, row) => ({
			query: typed(heading),
			row,
			set: press ? 'press' : 'books'
		}))
	);
	writeFileSync(join(folder, 'known.json'), JSON.stringify(known));
	return { asked: known.length };
}

/**
 * Bodies without headlines, of generated articles and of the repository's seeds, and the headlines as questions. A
 * headline that two articles have asks for neither.
 * @param {string} folder @param {number} count
 */
export async function inventKnown(folder, count) {
	const seeds = readSeeds(await readFolder('seeds')).articles;
	const all = [...seeds, ...generated(count)];
	const times = new Map();
	for (const { headline } of all) times.set(headline, (times.get(headline) ?? 0) + 1);
	const asked = (/** @type {Article} */ { headline }) =>
		headline !== null && times.get(headline) === 1 && typed(headline).includes(' ');
	const rows = all.flatMap((article, row) => (asked(article) ? [row] : []));
	const invented = rows.filter((row) => row >= seeds.length);
	const step = Math.max(1, Math.floor(invented.length / knownItems));
	/** @type {Known[]} */
	const known = [
		...rows.filter((row) => row < seeds.length),
		...invented.filter((_, at) => at % step === 0).slice(0, knownItems)
	].map((row) => ({
		query: typed(all[row]?.headline ?? ''),
		row,
		set: row < seeds.length ? 'seeds' : 'generated'
	}));
	await write(
		folder,
		all.map((article) => ({ ...article, headline: null }))
	);
	writeFileSync(join(folder, 'known.json'), JSON.stringify(known));
	return { asked: known.length };
}

/**
 * Two sets that the ranking was not chosen on: the last of many generated articles, of which neither the subjects nor the
 * words were drawn before, and sections of manuals with their headings as questions. Each among its own.
 * @param {string} folder @param {'later' | 'manuals'} set
 */
export async function inventUntouched(folder, set) {
	const sections = set === 'manuals' ? readManuals() : [];
	const articles = set === 'later' ? generated(fresh.among).slice(-fresh.last) : [];
	await write(folder, [
		...articles.map((article) => ({ ...article, headline: null })),
		...sections.map(articleOf)
	]);
	const questions = [
		...articles.map(({ headline }) => headline),
		...sections.map((one) => one.heading)
	];
	const known = telling(
		questions.map((headline, row) => ({ query: typed(headline ?? ''), row, set }))
	);
	writeFileSync(join(folder, 'known.json'), JSON.stringify(known));
	return { asked: known.length };
}

/** @param {string} folder @returns {Promise<Given[]>} */
export async function readCorpus(folder) {
	/** @type {Given[]} */
	const given = [];
	const lines = createInterface({ input: createReadStream(join(folder, 'articles.jsonl')) });
	for await (const line of lines) {
		/** @type {Article} */
		const article = JSON.parse(line);
		const parts = partsOf(article).filter(({ kind }) => kind !== 'headline');
		const body = parts.map(({ text }) => text).join('\n');
		given.push({ row: given.length, headline: article.headline ?? '', body, article });
	}
	return given;
}

/** @param {string} folder @returns {string[]} */
export const readQueries = (folder) =>
	JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8'));

/** @param {string} folder @returns {Known[]} */
export const readKnown = (folder) => JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'));
