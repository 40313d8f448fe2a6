import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packCatalog, unpackCatalog, type CatalogFile } from '../../src/lib/bundle/format.ts';
import { facts } from '../filter/arbitrary.ts';
import { catalogOf } from '../filter/catalog.ts';

it('comes out of its file as it went in', () => {
	fc.assert(
		fc.property(facts, (articles) => {
			const catalog = catalogOf(articles);
			const file = JSON.parse(JSON.stringify(packCatalog(catalog))) as CatalogFile;
			expect(unpackCatalog(file)).toEqual(catalog);
		})
	);
});

it('has a number for one author, an array for several, and null for none', () => {
	const signed = [['Ana'], ['Zoë', 'Ana'], []].map((authors) => ({ authors }));
	expect(packCatalog(catalogOf(signed)).authors).toEqual([0, [1, 0], null]);
});
