import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(svelte|css)$/.test(name))
	.map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }))
	.map(({ name, text }) => ({
		name,
		rules: name.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '')
	}));

it('has no rule for "whatever comes after", for which a browser styles all around anew when a child comes or goes', () => {
	expect(styles.length).toBeGreaterThan(50);
	const found = styles.filter(({ rules }) => /[+~]\s*(\*|:global\(\s*(\*|:))/.test(rules));
	expect(found.map(({ name }) => name)).toEqual([]);
});
