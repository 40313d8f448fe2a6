import { describe, expect, test } from 'vitest';
import { waysOut } from '../../src/lib/explorer/ways.ts';
import { columnsOf } from '../../src/lib/filter/columns.ts';
import { maskOf } from '../../src/lib/filter/mask.ts';
import { nothingAsked } from '../../src/lib/filter/selection.ts';
import { openEngine } from '../../src/lib/search/engine.ts';
import { catalogOf } from '../filter/catalog.ts';
import { libraryOf, textOf } from '../search/library.ts';

const columns = columnsOf(catalogOf([{ date: '1923' }, { date: '1924' }, {}]));

async function waysFrom(query: string, large = false): Promise<string[]> {
	const library = await libraryOf([
		textOf('Nurses strike', ['in the port']),
		textOf('Nurses', ['of the ward']),
		textOf('Strike', ['in a mill'])
	]);
	// Of so many bytes the texts are not all read.
	if (large) library.manifest.texts.bytes = 60_000_000;
	const engine = await openEngine(library);
	await engine.loadTexts();
	const answer = await engine.ask({ query, any: false });
	const selection = { ...nothingAsked, query };
	const mask = maskOf(columns, selection, answer.rows);
	return waysOut(columns, mask, selection, answer).map(
		({ change, selection: { query: to, any }, articles, most }) =>
			`${change} ${to}${any ? ' (any)' : ''}: ${articles}${most === articles ? '' : `, at most ${most}`}`
	);
}

describe('where nothing is found', () => {
	test('what dropping one clause gives, and any of the words', async () => {
		expect(await waysFrom('nurses mill')).toEqual([
			'any nurses mill (any): 3',
			'clause mill: 1',
			'clause nurses: 2'
		]);
	});

	test('where several clauses are to blame, each that finds something stands alone', async () => {
		expect(await waysFrom('(headline:nurses zeppelin) "of the ward" -port telescope')).toEqual([
			'only headline:nurses: 2',
			'only "of the ward": 1'
		]);
	});

	test('a way is what it says: no clause without the field or the switch that it stood under', async () => {
		expect(await waysFrom('headline:(nurses zeppelin) "no such phrase"')).toEqual([]);
		expect(await waysFrom('nurses zeppelin balloon stem:off')).not.toContain('only nurses: 2');
	});

	test('of what has not been read, how many there may be', async () => {
		expect(await waysFrom('"nurses strike" zeppelin', true)).toEqual([
			'any "nurses strike" zeppelin (any): 0, at most 1',
			'clause "nurses strike": 0, at most 1'
		]);
		expect(await waysFrom('"nurses strike" zeppelin balloon', true)).toEqual([
			'any "nurses strike" zeppelin balloon (any): 0, at most 1'
		]);
		expect(await waysFrom('("nurses strike" zeppelin) balloon', true)).toEqual([
			'only "nurses strike": 0, at most null'
		]);
	});
});
