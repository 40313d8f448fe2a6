import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// Two outputs from one source tree: the site (build/), and one file that opens from disk (build/archive.html).
const single = process.env.SINGLE_FILE === '1';
const underTest = Boolean(process.env.VITEST);

/** The one inline script of app.html runs before the first paint; the policy lets in just that text. */
const early = /<script>([\s\S]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'))?.[1] ?? '';
const earlyHash = /** @type {const} */ (
	`sha256-${createHash('sha256').update(early).digest('base64')}`
);
// Kit's route announcer carries one style attribute; this is the hash of its text in Kit 2.70.
const announcerHash = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: single
			? adapter({ pages: 'build-single', assets: 'build-single', fallback: 'index.html' })
			: adapter({ pages: 'build', assets: 'build', fallback: '404.html', strict: true }),
		// What differs between the two outputs stands in one module each.
		alias: { $output: single ? 'src/routes/output.single.ts' : 'src/routes/output.site.ts' },
		outDir: single ? '.svelte-kit-single' : '.svelte-kit',
		// Files ending in .mts are the site's alone: one file from disk has no server routes and no page options.
		moduleExtensions: single ? ['.js', '.ts'] : ['.js', '.ts', '.mts'],
		paths: {
			base: /** @type {'' | `/${string}`} */ (
				single || underTest ? '' : (process.env.BASE_PATH ?? '')
			),
			relative: true
		},
		router: { type: single ? 'hash' : 'pathname' },
		output: { bundleStrategy: single ? 'inline' : 'split' },
		prerender: {
			// Every page to be made is named by its route. Whoever follows links would make pages beyond the bound of archives
			// too large for them. That no link leads nowhere is held by a browser test.
			crawl: false,
			// An archive may be without bylines, and one beyond the bound is without pages of articles.
			handleUnseenRoutes: ({ routes, message }) => {
				if (!routes.every((route) => /^\/(author|article)\//.test(route))) throw new Error(message);
			}
		},
		// Registered by the page itself, once it is at rest. It lists no more than what pages show.
		serviceWorker: { register: false, files: (path) => path === 'favicon.svg' },
		// Kit would take the clock: the same seeds and code must give the same bytes.
		version: { name: process.env.HEMEROTECA_VERSION ?? 'dev' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', earlyHash],
				'style-src': single ? ['self', 'unsafe-inline'] : ['self'],
				'style-src-attr': ['unsafe-hashes', announcerHash],
				'img-src': ['self', 'data:'],
				'font-src': single ? ['self', 'data:'] : ['self'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		}
	}
};
