/** A search as something to cite, read back by a library of others. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { expect, test } from 'vitest';
import { cslSearch, writeSearchBibtex, writeSearchRis } from '../../src/lib/cite/search-records.ts';
import { citeSearch, type SearchReference } from '../../src/lib/cite/search.ts';

const search: SearchReference = {
	id: 'search-0a1b2c3d',
	title: 'Search for “50% {dock} & \\strike_” (Byline: Anna Prins)',
	found: 365,
	of: 12046,
	complete: true,
	archive: 'Seed archive',
	version: 'ced4216bc2c68784',
	publisher: null,
	address: 'https://example.org/a_b/?q=50%25&author=Anna+Prins',
	accessed: '2026-11-02'
};
const read = (text: string, forceType: string) =>
	new Cite(text, { forceType, generateGraph: false }).data[0] ?? {};

test('one line says what, how many, of which version, when and where', () => {
	expect(citeSearch(search)).toBe(
		'Search for “50% {dock} & \\strike_” (Byline: Anna Prins): 365 of 12,046 articles. Seed archive, version ced4216bc2c68784. Accessed November 2, 2026. https://example.org/a_b/?q=50%25&author=Anna+Prins.'
	);
	expect(citeSearch({ ...search, complete: false, address: null })).toMatch(
		/: at least 365 of 12,046 articles\. .* Accessed November 2, 2026\.$/
	);
});

const day = { 'date-parts': [[2026, 11, 2]] };
const note = 'Found 365 of 12,046 articles, archive version ced4216bc2c68784.';

test('BibLaTeX reads back as it was meant', () => {
	expect(read(writeSearchBibtex(search), '@biblatex/text')).toMatchObject({
		'citation-key': search.id,
		type: 'webpage',
		title: search.title,
		publisher: 'Seed archive',
		version: search.version,
		URL: search.address,
		accessed: day,
		note: `Seed archive. ${note}`
	});
	expect(writeSearchBibtex({ ...search, address: null })).toMatch(/^@misc\{search-0a1b2c3d,/);
});

test('RIS reads back as it was meant', () => {
	expect(read(writeSearchRis({ ...search, publisher: 'Library' }), '@ris/file')).toMatchObject({
		id: search.id,
		type: 'webpage',
		title: search.title,
		publisher: 'Library',
		URL: search.address,
		note: `${note} Accessed November 2, 2026.`
	});
	// The library looks for it elsewhere in this type; reference managers find it here.
	expect(writeSearchRis(search)).toContain('\r\nY2  - 2026/11/02/\r\n');
});

test('CSL-JSON reads back as it was meant', () => {
	expect(read(JSON.stringify([cslSearch(search)]), '@else/json')).toEqual({
		id: search.id,
		type: 'webpage',
		title: search.title,
		'container-title': 'Seed archive',
		version: search.version,
		URL: search.address,
		accessed: day,
		note
	});
});
