/**
 * A plugin for Vite that names the parts of a worker, which it fetches as they are needed, beside the worker in the list of
 * what was built. From that list Kit tells the service worker what to keep, and Vite itself names only the worker.
 * @returns {import('vite').Plugin}
 */
export function workerParts() {
	return {
		name: 'worker-parts',
		apply: 'build',
		enforce: 'post',
		generateBundle(_, bundle) {
			const parts = Object.keys(bundle).filter((name) => /\/workers\/chunks\//.test(name));
			for (const chunk of Object.values(bundle)) {
				const assets = chunk.type === 'chunk' ? chunk.viteMetadata?.importedAssets : undefined;
				const hasWorker = [...(assets ?? [])].some((name) => name.includes('/workers/'));
				if (hasWorker) for (const part of parts) assets?.add(part);
			}
		}
	};
}
