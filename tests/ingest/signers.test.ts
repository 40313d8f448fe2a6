/** Whose a name is, as a curator says it. */
import { expect, test } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';
import type { CatalogFile } from '../../src/lib/bundle/format.ts';
import type { Report } from '../../src/lib/bundle/report.ts';
import { press } from '../../src/lib/press/press.ts';

const encoder = new TextEncoder();
const seeds = (archive: string) => [
	{ name: 'archive.yaml', bytes: encoder.encode(archive) },
	{
		name: 'gazette.jsonl',
		bytes: encoder.encode(
			['Equinox', 'Jo Press', 'Anna Prins']
				.map((byline) => JSON.stringify({ headline: 'Fog', body: 'Fog again.', byline }))
				.join('\n')
		)
	}
];
const said = `authors:
  - name: Equinox
    is: body
    reason: The collective named itself so in its statutes.
  - name: Jo Press
    is: person
    reason: She signed letters with it.
`;

test('it is published with the names, and its reason with the reading', async () => {
	const { files, merges } = await press(seeds(said));
	const open = (path: string) => JSON.parse(new TextDecoder().decode(files.get(path)));
	const catalog = [...files.keys()].find((path) => path.startsWith('catalog'))!;
	expect((open(catalog) as CatalogFile).signers).toEqual({
		person: ['Jo Press'],
		body: ['Equinox']
	});
	expect((open('report.json') as Report).authors).toMatchObject([
		{ name: 'Equinox', is: 'body', reason: 'The collective named itself so in its statutes.' },
		{ name: 'Jo Press', is: 'person' }
	]);
	// Nothing is brought together by it.
	expect(merges).toEqual([]);
});

test('where nothing is said nothing is published', async () => {
	const { files } = await press(seeds('title: Harbour\n'));
	const catalog = [...files.keys()].find((path) => path.startsWith('catalog'))!;
	expect(JSON.parse(new TextDecoder().decode(files.get(catalog)))).not.toHaveProperty('signers');
});

test('a name that no byline has is an error, with its line', () => {
	const { problems } = readSeeds(seeds(said.replace('Jo Press', 'Jo Prest')));
	expect(problems).toMatchObject([
		{
			file: 'archive.yaml',
			line: 5,
			rule: 'archive/no-author',
			message: expect.stringContaining('"Jo Prest"')
		}
	]);
});

test('anything but a person or a body is an error that says what to write', () => {
	const { problems } = readSeeds(seeds(said.replace('is: body', 'is: agency')));
	expect(problems).toMatchObject([
		{ line: 3, level: 'error', message: expect.stringContaining('"person" or "body"') }
	]);
});
