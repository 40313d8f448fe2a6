// Builds the archives that are measured, and serves them counting every byte that goes over the wire.
import { createServer } from 'node:http';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../scripts/serve.mjs';
import { buildSite } from '../scripts/site.mjs';
import { root, runTool } from '../scripts/tool.mjs';

/**
 * @typedef {{ folder: string, articles: number }} BuiltSite
 * @typedef {{ path: string, bytes: number, body: number }} Sent
 * @typedef {{ address: string, sent: Sent[], close: () => void }} CountingServer
 */

const scratch = mkdtempSync(join(tmpdir(), 'hemeroteca-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/**
 * The site of the repository's seeds, and one of invented articles; build/ is left holding the first.
 * @param {number} invented how many
 * @returns {Promise<{ small: BuiltSite, large: BuiltSite }>}
 */
export async function buildSites(invented) {
	const large = await buildInvented(invented);
	return { large, small: await buildSeeds() };
}

/**
 * A site of invented articles. `single`: its one file, too.
 * @param {number} articles
 * @param {boolean} [single]
 * @returns {Promise<BuiltSite>}
 */
export async function buildInvented(articles, single = false) {
	const seeds = join(scratch, `seeds-${articles}`);
	await runTool('tsx', [join('src', 'cli', 'generate.ts'), String(articles), seeds]);
	const built = await keepSite(seeds, String(articles), single);
	rmSync(seeds, { recursive: true });
	return built;
}

/** The site of the repository's seeds. @returns {Promise<BuiltSite>} */
export function buildSeeds() {
	return keepSite(join(root, 'seeds'), 'seeds');
}

/** The same with a source map beside every script. @returns {Promise<BuiltSite>} */
export async function buildMapped() {
	process.env['SOURCE_MAPS'] = '1';
	try {
		return await keepSite(join(root, 'seeds'), 'mapped');
	} finally {
		delete process.env['SOURCE_MAPS'];
	}
}

/** @param {string} seeds @param {string} name @param {boolean} [single] @returns {Promise<BuiltSite>} */
async function keepSite(seeds, name, single = false) {
	const folder = join(scratch, `site-${name}`);
	const { articles } = await buildSite({ seeds, single });
	cpSync(join(root, 'build'), folder, { recursive: true });
	return { folder, articles };
}

/**
 * The id of some article of a built site.
 * @param {string} folder
 * @returns {string}
 */
export function someArticle(folder) {
	const data = join(folder, 'data');
	/** @type {{ entries: { hashes: string } }} */
	const { entries } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
	/** @type {{ id: string }[]} */
	const articles = JSON.parse(
		readFileSync(join(data, `entries/0-${entries.hashes.slice(0, 6)}.json`), 'utf8')
	);
	const found = articles
		.map(({ id }) => id)
		.find((one) => existsSync(join(folder, 'article', one, 'index.html')));
	if (!found) throw new Error('The built site has no article page.');
	return found;
}

/**
 * Serves a folder as scripts/serve.mjs does, and keeps account: bodies as compressed, and headers. A file is compressed when
 * it is first asked for and kept, as hosts do: four megabytes take a tenth of a second, which no reader of a host waits for.
 * @param {string} folder
 * @returns {Promise<CountingServer>}
 */
export async function serveCounting(folder) {
	/** @type {Sent[]} */
	const sent = [];
	/** @type {Map<string, ReturnType<typeof answer>>} */
	const answers = new Map();
	const server = createServer(async (request, response) => {
		const address = request.url ?? '/';
		const { 'accept-encoding': encoding, 'if-none-match': known } = request.headers;
		const asked = JSON.stringify([address, encoding, known]);
		const answered = answers.get(asked) ?? answer({ folder, base: '' }, address, request.headers);
		answers.set(asked, answered);
		const { status, headers, body } = await answered;
		const head = Object.entries(headers).reduce(
			(sum, pair) => sum + pair.join(': ').length + 2,
			20
		);
		const size = body?.length ?? 0;
		sent.push({ path: address, bytes: head + size, body: size });
		response.writeHead(status, headers).end(body);
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('The server has no port.');
	return {
		address: `http://127.0.0.1:${at.port}/`,
		sent,
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}
