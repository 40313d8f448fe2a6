/** The page's side of the copy on this device: asks for it, tells how much of it there is, completes it, removes it. */
import type { Manifest } from '../bundle/format.ts';
import { cacheName, cachePrefix, keepArchive, readExtent } from './copy.ts';
import { KeepError } from './fill.ts';
import type { Extent } from './plan.ts';

/** A version of a site: its path, and the version of seeds and program together. */
export interface Site {
	base: string;
	version: string;
}

/** Where it stands that a reader wants nothing kept. */
const refusalKey = (base: string) => `hemeroteca:keep:${base}`;

/** Whether this browser lets a page keep anything; a private window or a setting may forbid it. */
export function canKeep(): boolean {
	return isSecureContext && 'serviceWorker' in navigator && 'caches' in globalThis;
}

/** Whether something may be kept unasked: not where the reader has removed it, or pays for what is sent. */
export function mayKeepUnasked({ base }: Site): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	try {
		return canKeep() && !connection?.saveData && localStorage.getItem(refusalKey(base)) === null;
	} catch {
		// Storage is refused.
		return false;
	}
}

/** How much of this version is kept; null where nothing is, or nothing can be. */
export async function keptExtent({ base, version }: Site): Promise<Extent | null> {
	try {
		const name = cacheName(base, version);
		if (!canKeep() || !(await caches.has(name))) return null;
		return await readExtent(await caches.open(name), base);
	} catch {
		return null;
	}
}

/**
 * Asks for the copy of this site, and looks for a newer version of it. `onNewer` is told of one that is there, whole, and
 * waits; the function that it is given changes to it. Rejects where the browser refuses.
 */
export async function enlist(
	{ base }: Site,
	onNewer?: (renew: () => void) => void
): Promise<ServiceWorkerRegistration> {
	const { serviceWorker } = navigator;
	const registration = await serviceWorker.register(`${base}/service-worker.js`, {
		scope: `${base}/`,
		updateViaCache: 'none'
	});
	if (!onNewer) return registration;
	const offer = (worker: ServiceWorker) =>
		onNewer(() => {
			// A page that no worker controls is told of no change of it.
			worker.addEventListener('statechange', () => {
				if (worker.state === 'activated') location.reload();
			});
			worker.postMessage('renew');
		});
	if (serviceWorker.controller && registration.waiting) offer(registration.waiting);
	registration.addEventListener('updatefound', () => {
		const { installing } = registration;
		installing?.addEventListener('statechange', () => {
			if (installing.state === 'installed' && registration.active) offer(installing);
		});
	});
	return registration;
}

/** Waits until a copy has been made; throws a `KeepError` where that failed. */
function made({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
	const worker = installing ?? waiting ?? active;
	return new Promise((done, fail) => {
		const look = () => {
			if (worker?.state === 'activated' || worker?.state === 'installed') done();
			else if (worker?.state === 'redundant')
				fail(new KeepError('full', 'The service worker could not be installed.'));
		};
		worker?.addEventListener('statechange', look);
		look();
	});
}

/** Keeps the whole archive on this device. Throws a `KeepError`, or an AbortError where `signal` ends it. */
export async function keepWhole(
	site: Site,
	manifest: Manifest,
	{ signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void }
): Promise<void> {
	const { base, version } = site;
	localStorage.removeItem(refusalKey(base));
	// Asked for by the reader, so that it is not the first to go where room gets scarce. A refusal changes nothing else.
	await navigator.storage?.persist?.().catch(() => false);
	await made(await enlist(site)).catch((cause: unknown) => {
		if (cause instanceof KeepError) throw cause;
		throw new KeepError('refused', 'The browser refused the service worker.', { cause });
	});
	const name = cacheName(base, version);
	if (!(await caches.has(name)))
		throw new KeepError('version', `There is no copy of version ${version}.`);
	await keepArchive(base, manifest, 'whole', {
		cache: await caches.open(name),
		fetch: (address, init) => fetch(address, init),
		signal,
		onBytes
	});
}

/** Removes everything that is kept of a site, and keeps nothing more until it is asked to. */
export async function removeCopy({ base }: Site): Promise<void> {
	localStorage.setItem(refusalKey(base), 'no');
	const registration = await navigator.serviceWorker.getRegistration(`${base}/`);
	if (registration && new URL(registration.scope).pathname === `${base}/`)
		await registration.unregister();
	for (const name of await caches.keys())
		if (name.startsWith(cachePrefix(base))) await caches.delete(name);
}
