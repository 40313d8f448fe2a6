// A small static server that answers as a static host does: right content types, directories with a slash, the
// site's own 404 page, gzip for text, and the base path of a project site.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Refusal } from './terminal.mjs';

/** @type {Record<string, string>} */
const types = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.jsonl': 'application/jsonl; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2'
};

/**
 * @typedef {object} Site
 * @property {string} folder what is served
 * @property {string} base '' or '/repo'
 *
 * @typedef {{ status: number, headers: Record<string, string>, body: Buffer | null }} Answer
 */

/** @param {string} path */
async function isFile(path) {
	return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/**
 * The file that an address means: itself, a directory's index, or the page of that name.
 * @param {string} folder
 * @param {string} path decoded, beginning with a slash
 * @returns {Promise<{ file: string } | { redirect: string } | null>}
 */
async function find(folder, path) {
	const wanted = normalize(join(folder, path));
	// Nothing above the folder, whatever dots the address holds.
	if (path.includes('\0') || !(wanted + sep).startsWith(normalize(folder + sep))) return null;
	if (path.endsWith('/')) {
		const index = join(wanted, 'index.html');
		return (await isFile(index)) ? { file: index } : null;
	}
	if (await isFile(wanted)) return { file: wanted };
	if (await isFile(join(wanted, 'index.html'))) return { redirect: `${path}/` };
	return (await isFile(`${wanted}.html`)) ? { file: `${wanted}.html` } : null;
}

/** @param {string} text */
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

/**
 * @param {Site} site
 * @param {string} address path and query, as asked
 * @param {import('node:http').IncomingHttpHeaders} asked
 * @returns {Promise<Answer>}
 */
export async function answer({ folder, base }, address, asked) {
	const cut = address.indexOf('?');
	const query = cut < 0 ? '' : address.slice(cut);
	const path = decode(cut < 0 ? address : address.slice(0, cut));
	if (path === null) return { status: 400, headers: {}, body: Buffer.from('Bad address') };
	if (base && (path === '/' || path === base)) return redirect(`${base}/${query}`);
	const inside = base === '' || path.startsWith(`${base}/`);
	const found = inside ? await find(folder, path.slice(base.length)) : null;
	if (found && 'redirect' in found) return redirect(`${base}${encodeURI(found.redirect)}${query}`);
	const own = join(folder, '404.html');
	const file = found?.file ?? ((await isFile(own)) ? own : null);
	if (!file) {
		const headers = { 'content-type': 'text/plain; charset=utf-8' };
		return { status: 404, headers, body: Buffer.from('Not found') };
	}
	return send(file, found ? 200 : 404, asked);
}

/**
 * @param {string} location
 * @returns {Answer}
 */
function redirect(location) {
	return { status: 301, headers: { location, 'cache-control': 'no-store' }, body: null };
}

/**
 * @param {string} file
 * @param {number} status
 * @param {import('node:http').IncomingHttpHeaders} asked
 * @returns {Promise<Answer>}
 */
async function send(file, status, asked) {
	const [bytes, { mtimeMs, size }] = await Promise.all([readFile(file), stat(file)]);
	const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
	const zip =
		/charset=utf-8$/.test(type) &&
		bytes.length > 512 &&
		/\bgzip\b/.test(String(asked['accept-encoding'] ?? ''));
	const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}${zip ? '-gz' : ''}"`;
	// Kit names these files by their content: they never change.
	const lasting = file.includes(`${sep}_app${sep}immutable${sep}`);
	/** @type {Record<string, string>} */
	const headers = {
		'content-type': type,
		etag,
		'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=0',
		vary: 'accept-encoding',
		'x-content-type-options': 'nosniff'
	};
	if (status === 200 && asked['if-none-match'] === etag)
		return { status: 304, headers, body: null };
	if (zip) headers['content-encoding'] = 'gzip';
	return { status, headers, body: zip ? gzipSync(bytes) : bytes };
}

/** @param {Site} site */
function serverOf(site) {
	return createServer(async (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		try {
			const { status, headers, body } = await answer(site, request.url ?? '/', request.headers);
			if (body) headers['content-length'] = String(body.length);
			response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
		} catch {
			// A build that is being written anew, most likely.
			response.writeHead(500, { 'content-type': 'text/plain' }).end('The file could not be read.');
		}
	});
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<'listening' | 'taken' | 'absent'>}
 */
function listen(server, port, host) {
	return new Promise((done, refuse) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done('taken');
			else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') done('absent');
			else refuse(error);
		});
		server.listen({ port, host }, () => done('listening'));
	});
}

/**
 * Serves a folder to this machine alone, on both of its loopback addresses, so that `localhost` means us and no other.
 * @param {Site} site
 * @param {{ port: number, strict: boolean }} options `strict`: that port or none; else the next free one
 */
export async function serve(site, { port, strict }) {
	for (let tried = port; tried < Math.min(port + 100, 65_536); tried++) {
		const servers = [serverOf(site), serverOf(site)];
		const found = await Promise.all(
			['127.0.0.1', '::1'].map((host, at) => listen(/** @type {any} */ (servers[at]), tried, host))
		);
		const close = () => {
			for (const server of servers) {
				server.close();
				server.closeAllConnections();
			}
		};
		if (!found.includes('taken') && found.includes('listening')) {
			return { address: `http://localhost:${tried}${site.base}/`, port: tried, close };
		}
		close();
		if (strict) break;
	}
	throw new Refusal(
		`Port ${port} is taken by another program. End it, or choose another with --port.`
	);
}

/**
 * Serves until the user ends the command.
 * @param {Site} site
 * @param {{ port: number, strict: boolean }} options
 */
export async function serveUntilStopped(site, options) {
	const server = await serve(site, options);
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
		process.once(signal, () => {
			server.close();
			process.stdout.write('\nStopped.\n');
			process.exit(0);
		});
	}
	return server;
}
