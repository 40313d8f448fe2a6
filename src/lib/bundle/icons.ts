/** The pictures under which an archive is installed; `src/cli/icon.ts` makes them. Paths are beside the pages. */

export interface Icon {
	path: string;
	/** Pixels, of either side. */
	size: number;
	/** `any` as it is; `maskable` where a system cuts a shape of its own from it. */
	purpose: 'any' | 'maskable';
}

/** Those that `manifest.webmanifest` lists, beside `favicon.svg`. */
export const installIcons: readonly Icon[] = [
	{ path: 'icon-192.png', size: 192, purpose: 'any' },
	{ path: 'icon-512.png', size: 512, purpose: 'any' },
	{ path: 'icon-maskable-512.png', size: 512, purpose: 'maskable' }
];

/** Read by systems that look for no manifest. */
export const touchIcon: Icon = { path: 'apple-touch-icon.png', size: 180, purpose: 'any' };
