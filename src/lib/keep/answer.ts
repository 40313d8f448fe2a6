/**
 * What the service worker answers to a page of its version: nothing of another version, with a network or without.
 * What is named by its content may come from anywhere; the rest comes from the copy, or from a host that still has this
 * very version.
 */
import { readManifest } from './copy.ts';
import type { Store } from './fill.ts';
import { hashInName } from './plan.ts';

export interface Answering {
	base: string;
	cache: Pick<Store, 'match'>;
	fetch: (address: string, init?: RequestInit) => Promise<Response>;
	/** Told when the host has another version. */
	onOther?: () => void;
}

/** Addresses of pages below the base path. Other sites may stand there too: those are none of ours. */
const page = /^(?:(?:about|articles|changes|report)\/?|(?:article|author)\/[^/]+\/?)?$/;

/** What pages of articles and authors are fed with: where it cannot be had, the page opens them from the bundle. */
const feed = /^(?:article|author)\/[^/]+\/index\.json$/;

/** What pages are made of besides. */
const part = /^(?:_app\/|favicon\.svg$|manifest\.webmanifest$)/;

/** What kind of thing a request asks for; null where it is none of ours. `path`: without the query string. */
export function kindOf(
	{ method, mode }: Pick<Request, 'method' | 'mode'>,
	path: string,
	base: string
): 'page' | 'part' | 'own' | null {
	if (method !== 'GET' || !path.startsWith(`${base}/`)) return null;
	const inside = path.slice(base.length + 1);
	if (mode === 'navigate') return page.test(inside) ? 'page' : null;
	if (feed.test(inside)) return 'own';
	if (inside.startsWith('data/')) return hashInName(inside.slice(5)) === null ? 'own' : 'part';
	return part.test(inside) ? 'part' : null;
}

/** The answer to a request of that kind. `path`: its address without host and query string. */
export async function answerTo(
	kind: 'page' | 'part' | 'own',
	path: string,
	answering: Answering
): Promise<Response> {
	const { base, cache, fetch } = answering;
	if (kind === 'page') {
		const shell = path === `${base}/` ? path : `${base}/404.html`;
		return (await cache.match(shell)) ?? fetch(path);
	}
	const kept = await cache.match(path);
	if (kept) return kept;
	if (kind === 'part') return fetch(path);
	const own = await readManifest(cache, base);
	// The copy has been removed, by the reader or where room got scarce: then all comes from the host.
	if (own === null) return fetch(path);
	const inside = path.slice(base.length + 1);
	try {
		const response = await fetch(path, { cache: 'no-cache' });
		// Asked afterwards: what came before it cannot be of a later version.
		if ((await versionAt(answering)) === own.version) return response;
		answering.onOther?.();
	} catch {
		// No network: as below.
	}
	const json = { headers: { 'content-type': 'application/json' } };
	return feed.test(inside) ? new Response('null', json) : Response.error();
}

/** The version that the host has now. */
async function versionAt({ base, fetch }: Answering): Promise<unknown> {
	const response = await fetch(`${base}/data/manifest.json`, { cache: 'no-cache' });
	return ((await response.json()) as { version?: unknown }).version;
}
