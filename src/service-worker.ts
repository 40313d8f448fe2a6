/**
 * Keeps the site on the device, a cache for each version, so that it opens and searches without a network. Holds no
 * ideas: see lib/keep. A new version waits, whole, until the reader asks for it or no page of the old one is open.
 */
/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { base, build, files, version } from '$service-worker';
import { answerTo, kindOf } from './lib/keep/answer.ts';
import { cacheName, cachePrefix, makeCopy, readExtent } from './lib/keep/copy.ts';
import type { Extent } from './lib/keep/plan.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const name = cacheName(base, version);

/** Caches of other versions of this site. */
async function others(): Promise<string[]> {
	return (await caches.keys()).filter(
		(each) => each.startsWith(cachePrefix(base)) && each !== name
	);
}

async function install(): Promise<void> {
	let wanted: Extent | null = null;
	for (const other of await others())
		if ((await readExtent(await caches.open(other), base)) === 'whole') wanted = 'whole';
	try {
		await makeCopy(base, [...build, ...files, `${base}/manifest.webmanifest`], wanted, {
			cache: await caches.open(name),
			fetch: (address, init) => fetch(address, init),
			earlier: (address) => caches.match(address)
		});
	} catch (failure) {
		// Half a version is none: the one before it goes on, and the next visit tries again.
		await caches.delete(name);
		throw failure;
	}
}

async function tidy(): Promise<void> {
	await Promise.all((await others()).map((other) => caches.delete(other)));
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));

worker.addEventListener('message', (event) => {
	if (event.data === 'renew') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
	const { origin, pathname } = new URL(event.request.url);
	if (origin !== worker.location.origin) return;
	const kind = kindOf(event.request, pathname, base);
	// What came damaged is asked for past every cache.
	if (kind === null || (kind === 'part' && event.request.cache === 'reload')) return;
	event.respondWith(
		answerTo(kind, pathname, {
			base,
			cache: { match: (address) => caches.match(address, { cacheName: name }) },
			fetch: (address, init) => fetch(address, init),
			onOther: () => void worker.registration.update().catch(() => undefined)
		})
	);
});
