/** What the build of pages may leave out. */
import { expect, test } from 'vitest';
import config from '../../svelte.config.js';

const handle = (...routes: string[]) => {
	const found = config.kit?.prerender?.handleUnseenRoutes;
	if (typeof found !== 'function') throw new Error('The configuration has no such rule.');
	return found({ routes, message: 'left out' });
};

test('an archive without a byline has no page of an author, and a large one none of an article', () => {
	expect(() => handle('/author/[slug]')).not.toThrow();
	expect(() => handle('/article/[id]', '/author/[slug]')).not.toThrow();
});

test('any other route without a page fails the build', () => {
	expect(() => handle('/author/[slug]', '/report')).toThrow('left out');
});
