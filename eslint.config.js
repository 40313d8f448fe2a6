import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Rules that carry a promise of the product say why in their message.
const restricted = [
	{
		selector: 'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours)$/]',
		message: 'A newspaper’s day has no time zone: use archive/day.ts (or the UTC methods).'
	},
	{
		selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
		message: 'new Date(y, m, d) is local time: use dayOf() of archive/day.ts.'
	}
];
const localTimeScale = {
	name: 'd3',
	importNames: ['scaleTime', 'default'],
	message:
		'scaleTime draws local time: use scaleUtc or whole days. Import d3 by name, never as a whole.'
};

export default ts.config(
	{
		ignores: [
			'build/',
			'build-single/',
			'.svelte-kit/',
			'.svelte-kit-single/',
			'test-results/',
			'playwright-report/',
			'bench/node_modules/'
		]
	},
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-restricted-syntax': ['error', ...restricted],
			'no-restricted-imports': ['error', { paths: [localTimeScale] }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'error' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Maps here are replaced whole, or are no state at all.
			'svelte/prefer-svelte-reactivity': 'off',
			// Links go through one helper of ours, since the single file needs another form of them.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: [
			'src/lib/{archive,bundle,ingest,press,search,filter,cite}/**/*.ts',
			'src/lib/chart/place/**/*.ts'
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: [localTimeScale],
					patterns: [
						{
							group: ['svelte', 'svelte/*', '$app/*', '$lib/*', '$env/*', 'node:*', 'd3-selection'],
							message: 'This folder is pure: it runs in Kit, tsx, a worker and under Vitest alike.'
						}
					]
				}
			]
		}
	}
);
