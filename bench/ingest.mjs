// How fast seeds become articles, and what that costs: an invented archive in all dialects, read in a process of its
// own, so that nothing else counts. Alone: node bench/ingest.mjs
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../scripts/tool.mjs';
import { atMost, printTable } from './table.mjs';

const articles = 10_000;
const rounds = 5;
/** Saved pages are read by way of a whole document tree, at a speed of its own: they have a row of their own. */
const pages = 300;

/** @typedef {{ articles: number, megabytes: number, seconds: number, user: number, retained: number, peak: number, pages: { megabytes: number, seconds: number } }} Measured */

/** The invented archive with a part of it set anew as Markdown, tables and feeds. */
async function inventSeeds() {
	const { generateArchive } = await import('../src/cli/generate/archive.ts');
	const { readSeeds } = await import('../src/lib/ingest/ingest.ts');
	const encoder = new TextEncoder();
	const seeds = [];
	let order = 0;
	for (const { name, text, sidecar } of generateArchive(articles)) {
		order += 1;
		const bytes = encoder.encode(text);
		const rest = order % 8;
		if (rest > 3) {
			seeds.push({ name, bytes });
			if (sidecar !== null) seeds.push({ name: `${name}.yaml`, bytes: encoder.encode(sidecar) });
			continue;
		}
		const read = readSeeds([{ name, bytes }]).articles;
		const form = [asTable, asLines, asMarkdown, asFeed][rest] ?? asTable;
		seeds.push({ name: `${name}.${rest}`, bytes: encoder.encode(form(read)) });
	}
	return seeds;
}

/** @typedef {import('../src/lib/archive/article.ts').Article} Article */
const bodyOf = (/** @type {Article} */ { blocks }) =>
	blocks.map((block) => block.text).join('\n\n');
const escaped = (/** @type {string} */ text) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param {Article[]} all */
function asTable(all) {
	const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
	const rows = all.map((article) =>
		[article.headline ?? '', article.byline ?? '', article.date?.edtf ?? '', bodyOf(article)]
			.map(quoted)
			.join(',')
	);
	return ['headline,byline,date,text', ...rows, ''].join('\n');
}

/** @param {Article[]} all */
function asLines(all) {
	return all
		.map(({ headline, byline, date, ...rest }) => {
			const body = bodyOf(/** @type {Article} */ ({ headline, byline, date, ...rest }));
			return `${JSON.stringify({ headline, byline, date: date?.edtf, body })}\n`;
		})
		.join('');
}

/** @param {Article[]} all */
function asMarkdown(all) {
	return all
		.map((article) => `# ${article.headline ?? 'Untitled'}\n\n${bodyOf(article)}\n\n`)
		.join('');
}

/** @param {Article[]} all */
function asFeed(all) {
	const items = all.map((article) => {
		const paragraphs = article.blocks.map((block) => `<p>${escaped(block.text)}</p>`).join('\n');
		return `<item><title>${escaped(article.headline ?? '')}</title>\n<description><![CDATA[${paragraphs}]]></description></item>\n`;
	});
	return `<rss><channel><title>Invented</title>\n${items.join('')}</channel></rss>\n`;
}

/** An article as a site serves it: among navigation, with scripts and styles. @param {Article} article */
function asPage(article) {
	const menu = Array.from({ length: 12 }, (_, at) => `<li><a href="/${at}">Section ${at}</a></li>`);
	const paragraphs = article.blocks.map((block) => `<p>${escaped(block.text)}</p>`);
	return `<!doctype html>
<html lang="en"><head><title>${escaped(article.headline ?? '')}</title><style>body { margin: 0 }</style></head>
<body><nav><ul>${menu.join('\n')}</ul></nav><main><article><h1>${escaped(article.headline ?? '')}</h1>
<p class="byline">By ${escaped(article.byline ?? 'Our reporters')}</p>
${paragraphs.join('\n')}
</article></main><footer><p>All rights reserved.</p></footer><script>let shown = true;</script></body></html>
`;
}

/** @param {import('../src/lib/ingest/ingest.ts').Seed[]} seeds @param {number} times */
async function timeReading(seeds, times) {
	const { readSeeds } = await import('../src/lib/ingest/ingest.ts');
	const megabytes = seeds.reduce((sum, seed) => sum + seed.bytes.length, 0) / 1e6;
	let [seconds, user] = [Infinity, Infinity];
	for (let round = 0; round < times; round += 1) {
		globalThis.gc?.();
		const start = performance.now();
		const before = process.cpuUsage();
		readSeeds(seeds);
		seconds = Math.min(seconds, (performance.now() - start) / 1000);
		user = Math.min(user, process.cpuUsage(before).user / 1e6);
	}
	return { megabytes, seconds, user };
}

/** In the process of its own: reads, and writes what it measured. */
async function measureHere() {
	const { readSeeds } = await import('../src/lib/ingest/ingest.ts');
	const { decode } = await import('../src/lib/ingest/decode.ts');
	const seeds = await inventSeeds();
	const heap = () => {
		globalThis.gc?.();
		return process.memoryUsage().heapUsed;
	};
	const read = await timeReading(seeds, rounds);
	const peak = process.resourceUsage().maxRSS * 1024;
	const empty = heap();
	const texts = seeds.map(({ name, bytes }) => decode(name, bytes).text);
	const text = heap() - empty;
	texts.length = 0;
	const before = heap();
	const ingested = readSeeds(seeds);
	const held = heap() - before;
	const count = ingested.articles.length;
	const retained = (held - text) / count;
	const encoder = new TextEncoder();
	const saved = ingested.articles.slice(0, pages).map((article) => {
		return { name: `${article.id}.html`, bytes: encoder.encode(asPage(article)) };
	});
	/** @type {Measured} */
	const found = { articles: count, ...read, retained, peak, pages: await timeReading(saved, 2) };
	console.log(JSON.stringify(found));
}

/**
 * Measures the ingest.
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function measureIngest() {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), '--here'],
		{ cwd: join(root), maxBuffer: 1e7 }
	);
	/** @type {Measured} */
	const found = JSON.parse(stdout);
	const speed = found.megabytes / found.seconds;
	const many = found.articles.toLocaleString('en');
	return [
		{
			what: `Ingest of ${many} articles`,
			figure: `${Math.round(found.articles / found.seconds).toLocaleString('en')} articles/s`,
			bar: '',
			met: null
		},
		{
			what: `Ingest of ${found.megabytes.toFixed(1)} MB`,
			figure: `${speed.toFixed(1)} MB/s`,
			bar: 'at least 20 MB/s',
			met: speed >= 20
		},
		{
			what: 'Ingest, processor time a megabyte',
			figure: `${Math.round((found.user * 1000) / found.megabytes)} ms`,
			bar: '',
			met: null
		},
		{
			what: `Ingest of ${pages} saved pages`,
			figure: `${(found.pages.megabytes / found.pages.seconds).toFixed(1)} MB/s`,
			bar: '',
			met: null
		},
		atMost('Ingest, memory an article beyond its text', found.retained, 'bytes', 2000),
		atMost('Ingest, peak of the process', found.peak / 1e6, 'MB')
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	if (process.argv.includes('--here')) await measureHere();
	else printTable(await measureIngest());
}
