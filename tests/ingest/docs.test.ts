import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSeeds } from '../../src/lib/ingest/ingest.ts';

const docs = readFileSync(new URL('../../docs/archive.md', import.meta.url), 'utf8');
const blocks = [...docs.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(([, kind, text]) => ({
	kind,
	text
}));
const bytesOf = (kind: string) =>
	new TextEncoder().encode(blocks.find((block) => block.kind === kind)?.text);

it('the worked example of docs/archive.md does what it says', () => {
	const seed = { name: 'gazette.txt', bytes: bytesOf('') };
	const before = readSeeds([seed]);
	expect(before.articles).toHaveLength(1);
	expect(before.problems.map(({ rule }) => rule)).toEqual(['daily/no-date']);
	const after = readSeeds([seed, { name: 'gazette.txt.yaml', bytes: bytesOf('yaml') }]);
	expect(after.problems).toEqual([]);
	expect(after.articles).toMatchObject([
		{
			id: '1923-02-old-boats-on-the-beach',
			headline: 'Old Boats on the Beach',
			date: { edtf: '1923-02~', basis: 'curated' },
			publication: 'Harbour Gazette'
		},
		{ headline: 'Another Story', authors: ['Anna Prins'], boundary: 'curated' }
	]);
});
